"""The persons of a document: their names, held together, and what it tells of their office and state."""

from __future__ import annotations

from dataclasses import dataclass, field

from bilateral.actors.sheet import Mark, Sheet
from bilateral.knowledge.tables import fold

PARTICLES = frozenset(
    "al el bin bint ibn ben abu abd abdel abdul de del della der den di da dos du la le van von - zu y e".split()
)
LONGEST = 6


@dataclass(slots=True)
class Person:
    """A person of the document; ``rank`` says how good the evidence for the state is (lower is better)."""

    name: str
    keys: tuple[str, ...]
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    former: bool = False
    rank: int = 9
    last: int = -1

    def learn(self, rank: int, country: str | None, sector: str | None, office: str | None, former: bool) -> None:
        """Take over what a mention tells, unless something better was told before."""
        if country and (self.country is None or rank < self.rank):
            self.country, self.rank = country, rank
        if office and (self.office is None or (self.former and not former)):
            self.office, self.sector, self.former = office, sector, former
        elif sector and not self.sector:
            self.sector = sector


@dataclass(slots=True)
class Run:
    """Tokens ``[start, end)`` are a name of a person."""

    start: int
    end: int
    titled: bool = False
    person: Person | None = field(default=None, repr=False)


def name_keys(name: str) -> tuple[str, ...]:
    """The words of a name that count in comparing it."""
    words = fold(name).replace("-", " ").replace(".", " ").replace("'", "").split()
    return tuple(word for word in words if word not in PARTICLES and len(word) > 1) or tuple(words)


def runs(sheet: Sheet) -> list[Run]:
    """Where names of persons stand: what the model found, mended, and capitalised words behind titles."""
    taken = [False] * len(sheet)
    found = [run for run in _model_runs(sheet) if _free(taken, run)]
    for mark in sheet.marks:
        if mark.kind in ("rank", "honorific", "office") and mark.end < len(sheet):
            run = _run_from(sheet, mark.end)
            if run and (mark.kind != "office" or sheet.capital(mark.start)) and _free(taken, run):
                found.append(run)
    return sorted(found, key=lambda run: run.start)


def _free(taken: list[bool], run: Run) -> bool:
    if any(taken[run.start : run.end]):
        return False
    taken[run.start : run.end] = [True] * (run.end - run.start)
    return True


def _model_runs(sheet: Sheet) -> list[Run]:
    found = []
    for ent in sheet.doc.ents:
        if ent.label_ != "PERSON":
            continue
        start, end = ent.start, ent.end
        while (
            start < end and (_marked(sheet, start) or not sheet.capital(start)) and sheet.words[start] not in PARTICLES
        ):
            start += 1
        while end > start and (_marked(sheet, end - 1) or not _namely(sheet, end - 1) or sheet.words[end - 1] == "-"):
            end -= 1
        if start < end:
            found.append(_widen(sheet, start, end))
    return found


def _marked(sheet: Sheet, i: int) -> bool:
    mark = sheet.at[i]
    return mark is not None


def _namely(sheet: Sheet, i: int) -> bool:
    """Whether token ``i`` can be part of a name."""
    word = sheet.words[i]
    return (word[:1].isupper() and word[:1].isalpha()) or word.lower() in PARTICLES or word.startswith(("al-", "el-"))


def _joins(sheet: Sheet, i: int) -> bool:
    if _marked(sheet, i) or not _namely(sheet, i) or (sheet.words[i].isupper() and len(sheet.words[i]) > 3):
        return False
    return sheet.tags[i][:3] == "NNP" or sheet.words[i].lower() in PARTICLES or sheet.tags[i] == "FW"


def _widen(sheet: Sheet, start: int, end: int) -> Run:
    """Take in capitalised words that the model cut off."""
    while (
        end < len(sheet) and end - start < LONGEST and _joins(sheet, end) and sheet.words[end] not in ("la", "e", "de")
    ):
        end += 1
    while end > start + 1 and sheet.words[end - 1].lower() in PARTICLES:
        end -= 1
    while (
        start > 0 and end - start < LONGEST and _joins(sheet, start - 1) and sheet.ents[start - 1] not in ("GPE", "LOC")
    ):
        start -= 1
    while start < end - 1 and sheet.words[start] == "-":
        start += 1
    return Run(start, end)


def _run_from(sheet: Sheet, start: int) -> Run | None:
    """The name that starts at token ``start``, if one does."""
    end = start
    while end < len(sheet) and end - start < LONGEST and _joins(sheet, end):
        end += 1
    while end > start and sheet.words[end - 1].lower() in PARTICLES:
        end -= 1
    if end == start or not sheet.capital(end - 1) or sheet.ents[start] in ("GPE", "NORP", "DATE", "EVENT", "LAW"):
        return None
    return Run(start, end, titled=True)


class Persons:
    """All persons of a document, found again by any form of their name."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_key: dict[str, list[Person]] = {}

    def meet(self, name: str, at: int) -> Person:
        """The person of this name: one met before whose name it shortens or lengthens, or a new one."""
        keys = name_keys(name)
        person = self.known(keys)
        if person is None:
            person = Person(name, keys)
            self.all.append(person)
        elif len(keys) > len(person.keys):
            person.name, person.keys = name, keys
        for key in keys:
            if person not in self._by_key.setdefault(key, []):
                self._by_key[key].append(person)
        person.last = at
        return person

    def known(self, keys: tuple[str, ...]) -> Person | None:
        """The person last met whose name holds these words, or is held by them."""
        fitting = [p for p in self._by_key.get(keys[-1], []) if _same(p.keys, keys)]
        return max(fitting, key=lambda person: person.last, default=None)


def _same(known: tuple[str, ...], new: tuple[str, ...]) -> bool:
    short, long = sorted((known, new), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or short[0] in long
    return set(short) <= set(long) or (known[-1] == new[-1] and known[0] == new[0])


def last_mark(sheet: Sheet, i: int) -> Mark | None:
    """The mark that ends right before token ``i``."""
    return sheet.at[i - 1] if i > 0 else None
