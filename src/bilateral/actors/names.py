"""Where names of persons stand in a text: what the model found, mended, and what titles announce."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bilateral.actors.persons import Person
from bilateral.actors.sheet import Mark, Sheet
from bilateral.knowledge.leaders import PARTICLES

JOINTS = PARTICLES | {"-", "–"}
WITHIN = frozenset({"in", "at", "near", "across", "around", "throughout", "outside"})
THINGS = frozenset(
    "airbase airport base school university street square hotel prize award island islands river valley province "
    "bridge conference assembly council committee election elections hospital "
    "stadium palace studies act treaty declaration agreement "
    "war crisis conflict accord pact economy corridor ties cup games quarters headquarters "
    "policy memorandum park city village district".split()
)
LONGEST = 6
PLACES = frozenset({"GPE", "LOC", "FAC"})
OTHERS = PLACES | {"NORP", "DATE", "EVENT", "LAW", "MONEY", "TIME"}


@dataclass(slots=True)
class Run:
    """Tokens ``[start, end)`` are a name of ``person``."""

    start: int
    end: int
    person: Person | None = field(default=None, repr=False)


def runs(sheet: Sheet, titles: Iterable[int]) -> list[Run]:
    """Where names of persons stand, in order; ``titles`` are the tokens behind titles ("President of Finland")."""
    taken = [False] * len(sheet)
    found = [run for run in _model_runs(sheet) if _free(taken, run)]
    for mark in sheet.marks:
        if mark.kind in ("rank", "honorific", "office") and mark.end < len(sheet) and sheet.capital(mark.start):
            run = None if _one_entity(sheet, mark) else _run_from(sheet, mark.end)
            if run and _free(taken, run):
                found.append(run)
    for end in titles:
        run = _run_from(sheet, end) if end < len(sheet) else None
        if run and _free(taken, run):
            found.append(run)
    return sorted(found, key=lambda run: run.start)


def _one_entity(sheet: Sheet, mark: Mark) -> bool:
    """Whether a rank is but the first word of the name of an organisation: "General Conference"."""
    return mark.kind == "rank" and sheet.ents[mark.start] == sheet.ents[mark.end] == "ORG"


def loose_words(sheet: Sheet, taken: dict[int, Run]) -> list[int]:
    """Capitalised words outside names and marks that could be a family name alone."""
    return [
        i
        for i, tag in enumerate(sheet.tags)
        if tag[:3] == "NNP"
        and i not in taken
        and sheet.at[i] is None
        and (sheet.ents[i] not in OTHERS or _no_place(sheet, i))
        and sheet.capital(i)
        and not (sheet.words[i].isupper() and len(sheet.words[i]) > 2)
        and not (i + 1 < len(sheet) and sheet.tags[i + 1][:3] == "NNP" and sheet.at[i + 1] is None)
        and not (i > 0 and sheet.tags[i - 1][:3] == "NNP" and sheet.at[i - 1] is None and i - 1 not in taken)
    ]


def _no_place(sheet: Sheet, i: int) -> bool:
    """Whether a word that the model took for a place stands where a person can: "Chávez accused", not "in Chávez"."""
    return sheet.ents[i] in PLACES and not (i > 0 and sheet.words[i - 1].lower() in WITHIN | {"to", "from", "of"})


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
        while start < end and (sheet.at[start] or not _namely(sheet, start) or sheet.words[start] in ("-", "–")):
            start += 1
        while end > start and (sheet.at[end - 1] or not _namely(sheet, end - 1) or sheet.words[end - 1] in ("-", "–")):
            end -= 1
        if start < end and not _placed(sheet, start, end):
            found.append(_widen(sheet, start, end))
    return found


def _placed(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a supposed name stands where only a place or a thing can: "in Arak", "Tel Nof Airbase"."""
    loud = end - start == 1 and sheet.words[start].isupper() and len(sheet.words[start]) > 2
    if loud or sheet.words[end - 1].lower() in THINGS or any(c.isdigit() for c in sheet.spell(start, end)):
        return True
    return end - start == 1 and start > 0 and sheet.words[start - 1].lower() in WITHIN


def _namely(sheet: Sheet, i: int) -> bool:
    """Whether token ``i`` can be part of a name."""
    word = sheet.words[i]
    return (word[:1].isupper() and word[:1].isalpha()) or word.lower() in JOINTS or word.startswith(("al-", "el-"))


def _joins(sheet: Sheet, i: int) -> bool:
    """Whether token ``i`` carries on a name beside it."""
    word = sheet.words[i]
    if sheet.at[i] or not _namely(sheet, i) or (word.isupper() and len(word) > 3):
        return False
    return sheet.tags[i][:3] == "NNP" or word.lower() in JOINTS or sheet.tags[i] == "FW"


def _widen(sheet: Sheet, start: int, end: int) -> Run:
    """Take in capitalised words that the model cut off."""
    while end < len(sheet) and end - start < LONGEST and _joins(sheet, end):
        end += 1
    while end > start + 1 and sheet.words[end - 1].lower() in JOINTS:
        end -= 1
    end = _hyphenated(sheet, start, end)
    while start > 0 and end - start < LONGEST and _joins(sheet, start - 1) and sheet.ents[start - 1] not in OTHERS:
        start -= 1
    while start < end - 1 and sheet.words[start].lower() in ("-", "–", "y", "e"):
        start += 1
    return Run(start, end)


def _hyphenated(sheet: Sheet, start: int, end: int) -> int:
    """The end of a name whose last part is written small behind a hyphen: "Chen Shui-bian"."""
    attached = end + 1 < len(sheet) and sheet.words[end] == "-" and sheet.starts[end + 1] == sheet.starts[end] + 1
    if end - start > 1 and attached and sheet.ends[end - 1] == sheet.starts[end]:
        last = sheet.words[end + 1]
        if last.isalpha() and last.islower() and not last.endswith("ed") and last not in ("era", "style", "like"):
            return end + 2
    return end


def _run_from(sheet: Sheet, start: int) -> Run | None:
    """The name that starts at token ``start``, if one does."""
    end = start
    while end < len(sheet) and end - start < LONGEST and _joins(sheet, end):
        end += 1
    while end > start and sheet.words[end - 1].lower() in JOINTS:
        end -= 1
    if end == start or not sheet.capital(end - 1) or sheet.ents[start] in OTHERS or _placed(sheet, start, end):
        return None
    return Run(start, _hyphenated(sheet, start, end))
