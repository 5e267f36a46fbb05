"""A judgement in a reader's words."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.record import Logged
from bilateral.types.judgement import Anchor, Judgement


def judgement_line(logged: Logged) -> str:
    """Number, time, author, what was decided about what, why, and how it stands."""
    one = logged.judgement
    reason = f" ({one.reason})" if one.reason else ""
    state = "" if logged.state in ("in force", "undo") else f" [{logged.state}]"
    return f"{one.id}  {one.time[:16].replace('T', ' ')}  {one.author}: {said(one)}{reason}{state}"


def said(one: Judgement) -> str:
    """What was decided."""
    if one.act == "undo":
        return f"undo {one.undoes}"
    if one.actors:
        return f"{one.act} {one.actors[0]} {one.actors[1]}"
    if one.act == "add":
        return f"add {one.added['kind']} “{' '.join(str(one.added['words']).split())}”"
    if one.act == "set":
        return f"set {_named(one.one)} {one.field} to {one.value if one.value is not None else 'nothing'}"
    return " ".join([one.act, *(_named(side) for side in (one.one, one.other) if side)])


def _named(side: Sequence[Anchor]) -> str:
    more = f" +{len(side) - 1}" if len(side) > 1 else ""
    return f"{side[0].mention}{more} “{' '.join(side[0].words.split())[:60]}”"
