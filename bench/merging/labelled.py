"""The labelled pairs: tellings of events in news articles, stand-off, and whether two of them tell the same event."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bilateral.types.actor import Participant, Place
from bilateral.types.document import Document
from bilateral.types.kinds import ROLES
from bilateral.types.mention import Mention, Plover, mention_id
from bilateral.types.span import Span

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("BILATERAL_SHARED", HERE.parents[2] / "shared"))
ARTICLES = SHARED / "articles" / "wikinews" / "wikinews.jsonl"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings, whether they are one event, and the split: `fit`, or `aside` and never fitted on."""

    a: Mention
    b: Mention
    same: bool
    split: str


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def documents(articles: Path = ARTICLES) -> dict[str, Document]:
    """The articles as documents, by id."""
    return {
        row["id"]: Document(
            id=row["id"], name=row["id"], title=row["title"], text=row["text"], published=row["published"]
        )
        for row in rows(articles)
    }


def tellings(path: Path = HERE / "tellings.jsonl") -> dict[str, Mention]:
    """The labelled tellings as mentions, by their id in the file."""
    return {row["id"]: mention(row) for row in rows(path)}


def mention(row: dict[str, Any]) -> Mention:
    """One telling as a mention."""
    quotes = tuple(Span(start, end) for start, end in row["quotes"])
    return Mention(
        id=mention_id(row["doc"], row["kind"], quotes) + row["id"],
        document=row["doc"],
        kind=row["kind"],
        plover=Plover("CONSULT"),
        score=0.0,
        participants=tuple(participant(part, row["kind"]) for part in row["participants"]),
        date=row["date"],
        place=Place(*row["place"]) if row["place"] else None,
        status=row["status"],
        details=row["details"],
        speaker=None,
        quotes=quotes,
        confidence=0.6,
        coder=row.get("coder", "label/1"),
        fields={name: tuple(Span(*span) for span in spans) for name, spans in row.get("fields", {}).items()},
    )


def participant(part: dict[str, Any], kind: str) -> Participant:
    """One participant as the coder found it; of a labelled one a person by name, else the state itself."""
    name, country, side = part["name"], part["country"], part["side"]
    actor = f"person:{name.casefold().replace(' ', '-')}" if name else f"state:{country}"
    role = ROLES[kind][0 if side == "actor" else min(1, len(ROLES[kind]) - 1)]
    return Participant(part.get("actor", actor), name or country, country, None, part.get("office"), role, side)


def pairs(path: Path = HERE / "pairs.jsonl") -> list[Pair]:
    """All labelled pairs."""
    told = tellings()
    return [Pair(told[row["a"]], told[row["b"]], row["same"], row["split"]) for row in rows(path)]
