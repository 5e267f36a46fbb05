"""Judgements to rows and back."""

from __future__ import annotations

import json
from typing import Any

from bilateral.record.codec import dumps
from bilateral.types.judgement import Anchor, Judgement
from bilateral.types.span import Span

Json = dict[str, Any]


def dump(judgement: Judgement) -> str:
    """What a judgement says, as the payload of its row."""
    told: Json = {
        "one": [_anchor(anchor) for anchor in judgement.one],
        "other": [_anchor(anchor) for anchor in judgement.other],
        "actors": list(judgement.actors) if judgement.actors else None,
        "field": judgement.field,
        "value": judgement.value,
        "whole": judgement.whole,
        "added": dict(judgement.added),
        "undoes": judgement.undoes,
    }
    return dumps({name: value for name, value in told.items() if value not in (None, [], {}, False)})


def load(row: Any) -> Judgement:
    """A judgement from its row."""
    told: Json = json.loads(row.payload)
    actors = told.get("actors")
    return Judgement(
        id=row.id,
        time=row.time,
        author=row.author,
        reason=row.reason,
        act=row.act,
        one=tuple(map(_read, told.get("one", ()))),
        other=tuple(map(_read, told.get("other", ()))),
        actors=(actors[0], actors[1]) if actors else None,
        field=told.get("field"),
        value=told.get("value"),
        whole=told.get("whole", False),
        added=told.get("added", {}),
        undoes=told.get("undoes"),
    )


def _anchor(anchor: Anchor) -> Json:
    quotes = [[quote.start, quote.end] for quote in anchor.quotes]
    return {
        "mention": anchor.mention,
        "document": anchor.document,
        "kind": anchor.kind,
        "quotes": quotes,
        "words": anchor.words,
    }


def _read(told: Json) -> Anchor:
    quotes = tuple(Span(start, end) for start, end in told["quotes"])
    return Anchor(told["mention"], told["document"], told["kind"], quotes, told["words"])
