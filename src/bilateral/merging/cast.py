"""Who took part: the participants of all reports, each once, under its best name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bilateral.merging import names
from bilateral.merging.decided import Pair, pair
from bilateral.merging.reports import Report
from bilateral.types.actor import Participant


@dataclass(slots=True)
class Part:
    """One actor over all reports: every telling of it with its source."""

    tellings: list[tuple[Participant, str]] = field(default_factory=list)

    def is_told_by(self, participant: Participant, strangers: frozenset[Pair] = frozenset()) -> bool:
        """Whether ``participant`` is this actor: the same id, or one person's name spelled twice."""
        if any(pair(known.actor, participant.actor) in strangers for known, _ in self.tellings if strangers):
            return False
        return any(same(known, participant) for known, _ in self.tellings)

    def best(self) -> Participant:
        """The actor under its fullest, most used name, with everything that any report tells of it."""
        told = [p for p, _ in self.tellings]
        if all(one == told[0] for one in told):
            return told[0]
        named = max(
            told,
            key=lambda p: (
                is_person(p),
                len(names.person(p.name)) > 1,
                self.count("name", p.name),
                len(p.name),
                p.name,
            ),
        )
        return replace(
            named,
            country=self.common("country"),
            sector=self.common("sector"),
            office=self.common("office"),
            role=self.common("role") or named.role,
            side="recipient" if self.common("side") == "recipient" else "actor",
        )

    def count(self, attribute: str, value: str) -> int:
        """How many sources tell this value."""
        return len({source for p, source in self.tellings if getattr(p, attribute) == value})

    def common(self, attribute: str) -> str | None:
        """The value of an attribute that most sources tell, the first of several."""
        told = {(getattr(p, attribute), source): None for p, source in self.tellings if getattr(p, attribute)}
        counted = Counter(value for value, _ in told)
        return counted.most_common(1)[0][0] if counted else None


def participants(told: Sequence[Report], strangers: frozenset[Pair] = frozenset()) -> tuple[Participant, ...]:
    """The participants of an event in the order of first telling; ``strangers`` are never one."""
    union = [part.best() for part in parts(told, strangers)]
    return tuple(p for p in union if not any(stands_for(other, p) for other in union))


def parts(told: Sequence[Report], strangers: frozenset[Pair] = frozenset()) -> list[Part]:
    """The actors of all reports, each once."""
    found: list[Part] = []
    for report in told:
        for participant in report.mention.participants:
            part = next((part for part in found if part.is_told_by(participant, strangers)), None)
            if part is None:
                found.append(part := Part())
            part.tellings.append((participant, report.source))
    return found


def same(one: Participant, other: Participant) -> bool:
    """Whether two participants are one actor."""
    if one.actor == other.actor:
        return True
    if not (is_person(one) and is_person(other)) or (one.country and other.country and one.country != other.country):
        return False
    return names.same_person(names.person(one.name), names.person(other.name))


def is_person(participant: Participant) -> bool:
    """Whether it is a person by name."""
    return participant.actor.startswith("person:")


def stands_for(specific: Participant, general: Participant) -> bool:
    """Whether ``specific`` acts for the state (or is the holder of the office) that ``general`` names, in one role."""
    if (
        specific is general
        or specific.country != general.country
        or specific.role != general.role
        or not general.country
    ):
        return False
    if general.actor.startswith("state:"):
        return specific.actor.partition(":")[0] in ("person", "office", "org")
    held = specific.office and general.office and names.told(specific.office) & names.told(general.office)
    return general.actor.startswith("office:") and is_person(specific) and bool(held)
