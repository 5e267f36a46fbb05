"""Events that a person has found and the coder has not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, select

from bilateral.errors import UsageError
from bilateral.knowledge import plover
from bilateral.knowledge.states import display
from bilateral.merging.correcting import checked
from bilateral.record import anchors
from bilateral.record.schema import texts
from bilateral.types.actor import Participant, Place, Side
from bilateral.types.document import Document
from bilateral.types.judgement import Judgement
from bilateral.types.kinds import JOINT_KINDS, KINDS, ROLES, STATUSES
from bilateral.types.mention import Mention, Plover, mention_id
from bilateral.types.span import Span

CODER = "judged/1"
LONGEST = 400
RECIPIENTS = frozenset(
    "host recipient target supported criticised refused requested addressee threatened receiver party place "
    "against".split()
)
PLOVERS = {
    "visit": "CONSULT", "meeting": "CONSULT", "mediation": "CONSULT", "statement": "CONSULT", "mechanism": "COOPERATE",
    "exercise": "COOPERATE", "transfer": "COOPERATE", "agreement": "SUPPORT", "support": "SUPPORT",
    "appointment": "SUPPORT", "embargo": "SANCTION", "aid": "AID", "criticism": "ACCUSE", "refusal": "REJECT",
    "request": "REQUEST", "offer": "AGREE", "threat": "THREATEN", "mobilisation": "MOBILIZE", "attack": "ASSAULT",
    "other": "COOPERATE",
}  # fmt: skip
PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


def checked_values(document: Document, span: Span, told: Mapping[str, Any]) -> dict[str, Any]:
    """What a person says of an event, checked: kind, status, date, place, participants, details. Raises UsageError."""
    if span.end > len(document.text) or span.end - span.start > LONGEST:
        raise UsageError(
            f"{document.name} has {len(document.text)} characters, and a quote at most {LONGEST}: "
            f"[{span.start}, {span.end}) does not fit"
        )
    kind, status = str(told.get("kind") or ""), str(told.get("status") or "occurred")
    if kind not in KINDS:
        raise UsageError(f"no kind is called {kind!r}; there are: {', '.join(KINDS)}")
    if status not in STATUSES:
        raise UsageError(f"no status is called {status!r}; there are: {', '.join(STATUSES)}")
    who = [_who(one, kind) for one in told.get("who", ())]
    if not who:
        raise UsageError("name who takes part, at least one state: PAK, PAK:visitor or PAK:visitor:Name")
    details = {name: checked(f"details.{name}", value) for name, value in dict(told.get("details", {})).items()}
    date = checked("date", str(told.get("date") or ""))
    quote = [span.start, span.end]
    return {
        "document": document.id, "quote": quote, "words": span.of(document.text), "kind": kind, "status": status,
        "date": date, "place": told.get("place"), "who": who, "details": details,
    }  # fmt: skip


def added(connection: Connection, judgement: Judgement) -> Mention | None:
    """The mention that a judgement adds, in the present version of its document; ``None`` where it has no place."""
    told: Mapping[str, Any] = judgement.added
    for document in anchors.present(connection, told["document"]):
        text = connection.execute(select(texts.c.text).where(texts.c.document == document)).scalar_one()
        start, end = told["quote"]
        at = start if text[start:end] == told["words"] else text.find(told["words"])
        if at >= 0:
            return _mention(document, Span(at, at + end - start), told)
    return None


def _mention(document: str, quote: Span, told: Mapping[str, Any]) -> Mention:
    kind, status = told["kind"], told["status"]
    promised = status in ("planned", "proposed") and PLOVERS[kind] in PROMISED
    code = Plover("AGREE" if promised else PLOVERS[kind])
    details = {name: value for name, value in told["details"].items() if value is not None}
    if kind == "other":
        details.setdefault("what", "none")
    return Mention(
        id=mention_id(document, f"{CODER} {kind}", (quote,)),
        document=document,
        kind=kind,
        plover=code,
        score=plover.score(code),
        participants=tuple(_participant(one, kind) for one in told["who"]),
        date=told["date"],
        place=Place(told["place"]) if told["place"] else None,
        status=status,
        details=details,
        speaker=None,
        quotes=(quote,),
        confidence=1.0,
        coder=CODER,
        fields={"action": (quote,)},
    )


def _who(told: str, kind: str) -> list[str]:
    """``PAK:visitor:Name`` in its parts; the role is the first of the kind where none is told."""
    state, role, name = (*told.split(":", 2), "", "")[:3]
    role = role or ROLES[kind][0]
    if role not in ROLES[kind]:
        raise UsageError(f"a {kind} has no {role}; there are: {', '.join(ROLES[kind])}")
    return [state, role, name.strip()]


def _participant(told: Sequence[str], kind: str) -> Participant:
    state, role, name = told
    actor = f"person:{'-'.join(name.casefold().split())}" if name else f"state:{state}"
    side = "recipient" if role in RECIPIENTS and kind not in JOINT_KINDS else "actor"
    return Participant(actor, name or display(state), state, None, None, role, cast(Side, side))
