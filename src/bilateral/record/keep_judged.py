"""The judgements on pairs and events that are in force, as merging takes them."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import BindParameter, Connection, bindparam, select

from bilateral.merging.decided import Decided, pair
from bilateral.record import judgement_log
from bilateral.record.ids import pieces
from bilateral.record.schema import judged_pairs, judged_values


def decided(connection: Connection, ids: Collection[str]) -> Decided | None:
    """What persons have decided about these mentions; ``None`` where that is nothing."""
    same: dict[tuple[str, str], int] = {}
    different: set[tuple[str, str]] = set()
    values: dict[str, dict[str, object]] = {}
    for piece in pieces(sorted(ids)):
        for row in connection.execute(_PAIRS, {"ids": piece}):
            if row.other in ids:
                key = pair(row.one, row.other)
                same |= {key: row.judgement} if row.same else {}
                different |= set() if row.same else {key}
        for row in connection.execute(_VALUES, {"ids": piece}):
            values.setdefault(row.mention, {})[row.field] = json.loads(row.value)
    strangers = frozenset(
        pair(*one.actors) for one in judgement_log.of_actors(connection) if one.act == "different" and one.actors
    )
    if not (same or different or values or strangers):
        return None
    latest_first = sorted(same, key=lambda key: (-same[key], key))
    return Decided(tuple(latest_first), frozenset(different), values, strangers)


_IDS: BindParameter[list[str]] = bindparam("ids", expanding=True)
_PAIRS = select(judged_pairs).where(judged_pairs.c.one.in_(_IDS))
_VALUES = select(judged_values).where(judged_values.c.mention.in_(_IDS)).order_by(judged_values.c.judgement)
