"""Companies, newspapers and other organisations that the tables do not know, with the state the text gives them."""

from __future__ import annotations

from dataclasses import dataclass

from bilateral.actors.names import Run
from bilateral.actors.party import Party, Ref, slug
from bilateral.actors.persons import Person, Persons
from bilateral.actors.phrases import joined, modifiers
from bilateral.actors.sheet import Sheet

NAMING = frozenset({"body", "bodyword", "office", "organisation", "residence", "none", "rank"})


@dataclass(frozen=True, slots=True)
class Firm:
    """An organisation named at ``ref``; ``nouns`` are the words it was introduced by ("airline")."""

    ref: Ref
    nouns: frozenset[str]


def firms(sheet: Sheet, taken: dict[int, Run]) -> list[Firm]:
    """The organisations of a document whose state it tells at least once."""
    known, nouns, found = Persons(), dict[str, set[str]](), []
    for ent in sheet.doc.ents:
        if ent.label_ != "ORG" or any(i in taken for i in range(ent.start, ent.end)):
            continue
        start = ent.start + (sheet.tags[ent.start] == "DT")
        end = ent.end - (sheet.tags[ent.end - 1] == "POS")
        if start >= end or any(mark and mark.kind in NAMING for mark in sheet.at[start:end]):
            continue
        if (last := sheet.at[end - 1]) and (last.start <= start or sheet.words[last.start - 1] != "of"):
            continue
        firm = known.meet(sheet.spell(start, end), start)
        phrase = modifiers(sheet, end - 1, end)
        inside = [mark for mark in sheet.at[start:end] if mark and sheet.owns(mark)]
        owners = joined(sheet, phrase.owners) or inside
        beside = (part.entry.sector for part in phrase.parts if part.kind == "human" and part.end == start)
        firm.learn(1, owners[0].codes[0] if owners else None, next(beside, None))
        nouns.setdefault(firm.name, set()).update(part.entry.name for part in phrase.parts)
        found.append((firm, start, end))
    return [_firm(sheet, firm, start, end, nouns) for firm, start, end in found if firm.country]


def _firm(sheet: Sheet, firm: Person, start: int, end: int, nouns: dict[str, set[str]]) -> Firm:
    actor, span = f"org:{firm.country}/{slug(firm.name)}", sheet.span(start, end)
    party = Party(actor, firm.name, firm.country, firm.sector or "UNK", None, "people", (span,))
    return Firm(Ref(start, end, party), frozenset(nouns.get(firm.name, ())))
