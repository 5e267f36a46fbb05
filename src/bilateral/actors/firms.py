"""Companies, newspapers and other organisations that the tables do not know, with the state the text gives them."""

from __future__ import annotations

from dataclasses import dataclass

from bilateral.actors.names import THINGS, Run
from bilateral.actors.party import Party, Ref, slug
from bilateral.actors.persons import Person, Persons
from bilateral.actors.phrases import joined, modifiers
from bilateral.actors.sheet import Sheet
from bilateral.knowledge.leaders import name_keys

LABELS = frozenset({"ORG", "FAC", "PRODUCT", "PERSON"})
NAMING = frozenset({"body", "bodyword", "office", "organisation", "residence", "none", "rank"})


@dataclass(frozen=True, slots=True)
class Firm:
    """An organisation named at ``ref``; ``nouns`` are the words it was introduced by ("airline")."""

    ref: Ref
    nouns: frozenset[str]


class _Roll:
    """The organisations met so far."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.known = Persons()
        self.nouns: dict[str, set[str]] = {}
        self.found: list[tuple[Person, int, int]] = []

    def meet(self, start: int, end: int, label: str) -> None:
        """Enter the name at tokens ``[start, end)``, if it can be one of an organisation."""
        sheet, name = self.sheet, self.sheet.spell(start, end)
        phrase = modifiers(sheet, end - 1, end)
        if sheet.heads[end - 1] == end and sheet.deps[end - 1] in ("compound", "nmod"):
            return  # "the Logistics Exchange Memorandum": no name of its own
        sector = next((part.entry.sector for part in phrase.parts if part.kind == "human" and part.end == start), None)
        if label != "ORG" and sector is None and self.known.known(name_keys(name)) is None:
            return
        firm = self.known.meet(name, start)
        owners = joined(sheet, phrase.owners) or [mark for mark in sheet.at[start:end] if mark and sheet.owns(mark)]
        owners = [mark for mark in owners if mark.kind != "region"]
        firm.learn(1, owners[0].codes[0] if owners else None, sector)
        self.nouns.setdefault(firm.name, set()).update(part.entry.name for part in phrase.parts)
        self.found.append((firm, start, end))

    def firm(self, firm: Person, start: int, end: int) -> Firm:
        """An organisation as named at tokens ``[start, end)``."""
        actor, span = f"org:{firm.country}/{slug(firm.name)}", self.sheet.span(start, end)
        party = Party(actor, firm.name, firm.country, firm.sector or "UNK", None, "people", (span,))
        return Firm(Ref(start, end, party), frozenset(self.nouns.get(firm.name, ())))


def firms(sheet: Sheet, taken: dict[int, Run]) -> list[Firm]:
    """The organisations of a document whose state it tells at least once.

    What was taken for a person of no state is one, too, if it is the name of an organisation met before.
    """
    roll = _Roll(sheet)
    for ent in sheet.doc.ents:
        start = ent.start + (sheet.tags[ent.start] == "DT")
        end = ent.end - (sheet.tags[ent.end - 1] == "POS")
        runs = [taken[i] for i in range(ent.start, ent.end) if i in taken]
        personal = any(run.person and (run.person.country or run.person.titled) for run in runs)
        label = "PERSON" if runs else ent.label_
        if label in LABELS and start < end and not personal and _nameless(sheet, start, end):
            roll.meet(start, end, label)
    return [roll.firm(firm, start, end) for firm, start, end in roll.found if firm.country]


def _nameless(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the tables do not already tell what is named at these tokens."""
    marks = [mark for mark in sheet.at[start:end] if mark]
    last = sheet.at[end - 1]
    of_state = last is not None and any(mark.kind == "human" for mark in marks) and sheet.words[last.start - 1] == "of"
    if sheet.words[end - 1].lower() in THINGS or (last is not None and not of_state):
        return False
    return not any(mark.kind in NAMING for mark in marks)
