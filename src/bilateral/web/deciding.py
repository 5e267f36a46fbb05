"""A decision that comes from a page or a program, made a judgement of the record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from bilateral.errors import NotFound, UsageError
from bilateral.record import Judge
from bilateral.types.judgement import Judgement
from bilateral.web.here import Web

Short = Annotated[str, Field(max_length=200)]


class Decision(BaseModel):
    """What was decided.

    ``apart`` parts a mention from the rest of its event; ``instead_of`` is a judgement that this one takes the place
    of; ``start``, ``end``, ``kind``, ``status``, ``date``, ``place`` and ``who`` are those of ``add``.
    """

    act: Literal["accept", "reject", "same", "different", "set", "unsure", "undo", "add", "apart"]
    one: Short = ""
    other: Short = ""
    field: Short = ""
    value: Annotated[str, Field(max_length=1000)] = ""
    reason: Annotated[str, Field(max_length=1000)] = ""
    number: Annotated[int | None, Field(ge=1, le=2**31)] = None
    instead_of: Annotated[int | None, Field(ge=1, le=2**31)] = None
    start: Annotated[int, Field(ge=0, le=2**31)] = 0
    end: Annotated[int, Field(ge=0, le=2**31)] = 0
    kind: Short = ""
    status: Short = "occurred"
    date: Short = ""
    place: Short = ""
    who: Annotated[list[Short], Field(max_length=20)] = []


def decide(web: Web, told: Decision) -> Judgement:
    """Write a decision down. Raises UsageError or NotFound for one that makes no sense."""
    judge = web.record.judge(author=web.author, reason=told.reason)
    if told.instead_of is not None:
        judge.undo(told.instead_of)
    if told.act == "undo":
        return judge.undo(told.number)
    if not told.one:
        raise UsageError("a decision speaks of something: give its id as one")
    return _about(web, judge, told)


def _about(web: Web, judge: Judge, told: Decision) -> Judgement:
    ways: dict[str, Callable[[], Judgement]] = {
        "accept": lambda: judge.accept(told.one),
        "reject": lambda: judge.reject(told.one),
        "same": lambda: judge.same(told.one, _needed(told.other)),
        "different": lambda: judge.different(told.one, _needed(told.other)),
        "set": lambda: judge.set(told.one, _needed(told.field), told.value),
        "add": lambda: judge.add(told.one, told.start, told.end, _added(web, told)),
        "apart": lambda: _apart(web, judge, told.one),
        "unsure": lambda: judge.unsure(told.one, told.other or None, field=told.field or None),
    }
    return ways[told.act]()


def _apart(web: Web, judge: Judge, mention: str) -> Judgement:
    """Part a mention from each other one of its event; gives the last of these judgements."""
    event = web.record.event_of(mention)
    others = dict.fromkeys(item.mention for item in event.evidence if item.mention != mention)
    if not others:
        raise UsageError("nothing else tells this event")
    return [judge.different(mention, other) for other in others][-1]


def _added(web: Web, told: Decision) -> dict[str, Any]:
    who = []
    for one in told.who:
        state, colon, rest = one.strip().partition(":")
        who += [web.record.state(state) + colon + rest] if state else []
    return {"kind": told.kind, "status": told.status, "date": told.date, "place": told.place or None, "who": who}


def _needed(text: str) -> str:
    if not text:
        raise NotFound("a part of the decision is missing: other or field")
    return text
