"""Why the mentions of an event are one: the comparisons that hold them together, and what persons have decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection

from bilateral.merging import Comparison, compare
from bilateral.record import codec, evidence, judgement_log
from bilateral.settings import Settings
from bilateral.types.document import Document
from bilateral.types.judgement import Judgement
from bilateral.types.mention import Mention

MOST = 40
"""Of a larger event only so many mentions are compared."""


@dataclass(frozen=True, slots=True)
class Why:
    """How a mention is held in its event: by the other of its mentions that is most like it.

    ``holds`` tells whether the comparison alone reaches the threshold; where it does not, ``judgements`` do.
    """

    mention: str
    other: str
    comparison: Comparison
    holds: bool
    judgements: tuple[Judgement, ...]


def reasons(connection: Connection, payload: str, settings: Settings) -> list[Why]:
    """For each mention but the first, what holds it in its event."""
    event = codec.load_event(payload).id
    mentions, documents = evidence.told_in(connection, event)
    judged = judgement_log.in_force(connection, judgement_log.speaking_of(connection, sorted(documents)))
    threshold = settings.number("merge_threshold")
    found: list[Why] = []
    for one, other, comparison in spanning(mentions[:MOST], documents):
        named = tuple(j for j in judged if j.act == "same" and _speaks(j, one.id) and _speaks(j, other.id))
        found.append(Why(one.id, other.id, comparison, comparison.score >= threshold, named))
    return found


def spanning(
    mentions: Sequence[Mention], documents: Mapping[str, Document]
) -> list[tuple[Mention, Mention, Comparison]]:
    """The likest pairs that together tie all mentions, in the order of the mentions."""
    compared = [(a, b, compare(mentions[a], mentions[b], documents)) for a, b in combinations(range(len(mentions)), 2)]
    owner = list(range(len(mentions)))
    chosen = []
    for a, b, comparison in sorted(compared, key=lambda pair: (-pair[2].score, pair[0], pair[1])):
        if owner[a] != owner[b]:
            owner = [owner[a] if one == owner[b] else one for one in owner]
            chosen.append((a, b, comparison))
    return [(mentions[b], mentions[a], comparison) for a, b, comparison in sorted(chosen, key=lambda pair: pair[1::-1])]


def _speaks(judgement: Judgement, mention: str) -> bool:
    return any(anchor.mention == mention for anchor in (*judgement.one, *judgement.other))
