"""Who is on which side of an act: the phrases in a trigger's slots, resolved to the actors they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from bilateral.actors import Party
from bilateral.coding.candidates import Candidate
from bilateral.coding.reading import Reading

SPEECH = frozenset({"criticism", "support", "request", "offer", "refusal", "threat", "statement"})


@dataclass(slots=True)
class Sides:
    """Actors and recipients of an act, each once, in the order of the text."""

    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)

    @property
    def countries(self) -> set[str]:
        """Codes of all parties that have one."""
        return {party.country for party in (*self.actors, *self.recipients) if party.country}

    def add_actors(self, parties: Iterable[Party]) -> None:
        """Put parties on the actors' side that are on none yet."""
        self._add(self.actors, parties)

    def add_recipients(self, parties: Iterable[Party]) -> None:
        """Put parties on the recipients' side that are on none yet."""
        self._add(self.recipients, parties)

    def _add(self, side: list[Party], parties: Iterable[Party]) -> None:
        for party in parties:
            if party.country and party.actor not in {held.actor for held in (*self.actors, *self.recipients)}:
                side.append(party)


def sides_of(reading: Reading, candidate: Candidate) -> Sides:
    """The sides of a candidate as syntax gives them."""
    sides = Sides()
    arguments, entry = candidate.arguments, candidate.entry
    sides.add_actors(_phrases(reading, arguments.agents))
    if not candidate.is_verb:
        _noun_sides(reading, candidate, sides)
    for slot in entry.slots:
        sides.add_recipients(_phrases(reading, arguments.slots.get(slot, ())))
    if entry.noun_class is not None and candidate.is_verb:
        _of_carried_noun(reading, candidate, sides)
    if candidate.frame.kind in SPEECH:
        _of_content(reading, candidate, sides)
    if entry.frame.reversed:
        sides.actors, sides.recipients = sides.recipients, sides.actors
    if entry.frame.joint:
        sides.add_actors(())
        sides.actors, sides.recipients = [*sides.actors, *sides.recipients], []
    return sides


def _phrases(reading: Reading, heads: Iterable[Token]) -> list[Party]:
    return [party for head in heads for party in reading.parties(head)]


def _noun_sides(reading: Reading, candidate: Candidate, sides: Sides) -> None:
    """A noun's modifiers do the act ("Russian airstrikes"); what hangs on it by "of" does, or is done to."""
    sides.add_actors(reading.cast.describes(candidate.trigger))
    if "of" not in candidate.entry.slots and "of" in candidate.arguments.slots:
        sides.add_actors(_phrases(reading, candidate.arguments.slots["of"]))


def _of_carried_noun(reading: Reading, candidate: Candidate, sides: Sides) -> None:
    """ "lifted its embargo against X", "held Franco-German talks with Y": phrases of the noun that the verb carries."""
    for noun in candidate.arguments.slots.get("obj", ()):
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in (*candidate.entry.slots, "between", "on", "against", "to"):
                heads = [g for g in child.children if g.dep_ == "pobj"]
                sides.add_recipients(_phrases(reading, heads))
        if candidate.frame.joint or not sides.recipients:
            sides.add_recipients(reading.cast.describes(noun))


def _of_content(reading: Reading, candidate: Candidate, sides: Sides) -> None:
    """What is said is aimed at the foreign states its clause names, when nobody is addressed."""
    if sides.recipients or not candidate.is_verb:
        return
    own = {party.country for party in sides.actors}
    for child in candidate.trigger.children:
        if child.dep_ not in ("ccomp", "xcomp", "dobj", "prep", "advcl", "parataxis"):
            continue
        for token in child.subtree:
            ref = reading.cast.at(token.i)
            if ref is not None and ref.start == token.i and ref.party.country not in own:
                sides.add_recipients([ref.party])
