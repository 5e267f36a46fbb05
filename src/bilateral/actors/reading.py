"""From the marks of a sheet to parties: states, organisations, bodies, offices, people, persons."""

from __future__ import annotations

from bilateral.actors.party import Party, Ref, slug
from bilateral.actors.persons import Person, Persons, Run, runs
from bilateral.actors.phrases import Phrase, extend, joined, modifiers
from bilateral.actors.sheet import Mark, Sheet
from bilateral.knowledge import states
from bilateral.knowledge.organisations import organisations

FORMS = {"adjective": "state", "prefix": "state", "state": "state", "capital": "capital", "residence": "body"}
TITLES = ("office", "rank", "honorific")


def owner_name(code: str) -> str:
    """The display name of a state or organisation."""
    return organisations()[code].name if code in organisations() else states.display(code)


def actor_id(code: str) -> str:
    """The id of a state or organisation."""
    return organisations()[code].actor if code in organisations() else f"state:{code}"


def sector_of(code: str) -> str:
    """The sector that a state or organisation as such acts in."""
    return organisations()[code].sector if code in organisations() else "GOV"


def owner_party(mark: Mark) -> Party:
    """The party that a mark names by itself."""
    entry = mark.entry
    if mark.kind == "body":
        return Party(f"org:{entry.code}/{entry.slug}", entry.name, entry.code, entry.sector, None, "body", (mark.span,))
    if mark.kind == "people":
        return Party(actor_id(entry.code), mark.entry.name, entry.code, "CVL", None, "people", (mark.span,))
    form = FORMS.get(mark.kind, "organisation")
    if entry.code in organisations():
        form = "organisation"
    sector = entry.sector or sector_of(entry.code)
    return Party(actor_id(entry.code), owner_name(entry.code), entry.code, sector, None, form, (mark.span,))


class Reading:
    """Everything a document names directly."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.refs: list[Ref] = []
        self.persons = Persons()
        self.people_at: dict[int, Run] = {}
        self.phrases: list[Phrase] = []
        self.open: list[Phrase] = []
        self._find_phrases()
        self._find_persons()
        self._name()

    def _find_phrases(self) -> None:
        inner: set[int] = set()
        for mark in reversed(self.sheet.marks):
            if mark.kind in ("office", "rank", "bodyword", "human") and mark.start not in inner:
                phrase = modifiers(self.sheet, mark.start, mark.end, mark)
                extend(self.sheet, phrase)
                inner |= {part.start for part in phrase.parts if part.end == mark.start or part.start > mark.start}
                self.phrases.append(phrase)
        self.phrases.reverse()

    def _find_persons(self) -> None:
        sheet = self.sheet
        found = runs(sheet)
        ends = {phrase.end: phrase for phrase in self.phrases if phrase.head and phrase.head.kind in ("office", "rank")}
        starts = {phrase.start: phrase for phrase in self.phrases if phrase.head and phrase.head.kind == "office"}
        for run in found:
            run.person = self.persons.meet(sheet.spell(run.start, run.end), run.start)
            self.people_at |= dict.fromkeys(range(run.start, run.end), run)
            self._learn(run, ends, starts)

    def _learn(self, run: Run, ends: dict[int, Phrase], starts: dict[int, Phrase]) -> None:
        sheet, person = self.sheet, run.person
        assert person is not None
        at = run.start
        comma = at > 1 and sheet.words[at - 1] == ","
        before = ends.get(at) or (ends.get(at - 1) if comma else None)
        if before and before.head and before.head.kind == "rank" and before.start > 0:
            person.learn(2, None, "MIL", None, before.former)
            skip = before.start - (sheet.words[before.start - 1] in (",", ")"))
            while skip > 0 and skip not in ends and before.start - skip < 4:
                skip -= 1
            self._tell(person, 2, before)
            before = ends.get(skip)
        if before:
            self._tell(person, 1, before)
        elif not comma:
            self._tell(person, 3, modifiers(sheet, at, run.end))
        i = run.end
        if i + 1 < len(sheet) and sheet.words[i] in (",", "("):
            i += 1
            while i < len(sheet) and sheet.words[i].lower() in ("the", "a", "an", "who", "is", "was"):
                i += 1
            if i in starts:
                self._tell(person, 1, starts[i])

    def _tell(self, person: Person, rank: int, phrase: Phrase) -> None:
        owners = joined(self.sheet, phrase.owners)
        head = phrase.head.entry if phrase.head else None
        country = owners[0].entry.code if owners else None
        body = next((part.entry for part in phrase.parts if part.kind == "bodyword"), None)
        sector = head.sector if head else None
        if head and head.slug in ("spokesperson", "official", "minister") and body:
            sector = body.sector
        if owners and owners[0].kind == "organisation" and head:
            sector = owners[0].entry.sector
        office = head.name if head and head.kind == "office" else None
        person.learn(rank, country, sector, office, phrase.former)

    def _name(self) -> None:
        for mark in self.sheet.marks:
            if mark.entry.code and mark.start not in self.people_at and not self.sheet.hostile(mark.start):
                self.refs.append(Ref(mark.start, mark.end, owner_party(mark)))
        for phrase in self.phrases:
            self._name_phrase(phrase)
        for run in {id(run): run for run in self.people_at.values()}.values():
            self.refs.append(Ref(run.start, run.end, self.person_party(run)))
        self.refs.sort(key=lambda ref: (ref.start, ref.end))

    def person_party(self, run: Run) -> Party:
        """The party of a person named at ``run``."""
        person = run.person
        assert person is not None
        span = self.sheet.span(run.start, run.end)
        return Party(
            f"person:{slug(person.name)}",
            person.name,
            person.country,
            person.sector,
            person.office,
            "person",
            (span,),
            person.former,
        )

    def _name_phrase(self, phrase: Phrase) -> None:
        head = phrase.head
        assert head is not None
        if phrase.end in self.people_at or head.start in self.people_at or head.kind == "rank":
            return
        owners = joined(self.sheet, phrase.owners)
        if not owners:
            self.open.append(phrase)
        for owner in owners:
            self.refs.append(Ref(head.start, head.end, self.phrase_party(phrase, owner.entry.code)))

    def phrase_party(self, phrase: Phrase, code: str) -> Party:
        """The party of a body, office or people of the state ``code``."""
        head = phrase.head
        assert head is not None
        sheet = self.sheet
        span = sheet.span(phrase.start, max(phrase.end, head.end))
        words = sheet.spell(phrase.start, max(phrase.end, head.end))
        entry = head.entry
        sector = sector_of(code) if code in organisations() else entry.sector
        if head.kind == "bodyword":
            return Party(f"org:{code}/{entry.slug}", words, code, sector, None, "body", (span,))
        if head.kind == "office":
            return Party(
                f"office:{code}/{entry.slug}", words, code, sector, entry.name, "office", (span,), phrase.former
            )
        return Party(actor_id(code), words, code, sector, None, "people", (span,))
