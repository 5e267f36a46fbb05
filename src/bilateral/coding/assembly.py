"""From a draft to a mention: participants in their roles, spans under their names, ids, confidence."""

from __future__ import annotations

from bilateral.actors import Party
from bilateral.coding.confidence import confidence_of
from bilateral.coding.draft import Draft
from bilateral.coding.plover_code import code_of
from bilateral.coding.reading import Reading
from bilateral.knowledge import plover
from bilateral.knowledge.states import display
from bilateral.types.actor import Participant, Side
from bilateral.types.mention import Mention, mention_id
from bilateral.types.span import Span


def mention_of(reading: Reading, draft: Draft, coder: str) -> Mention:
    """The mention that a draft amounts to."""
    code = code_of(draft)
    action = (*(reading.span([trigger]) for trigger in draft.triggers), *draft.apart)
    participants, spans = _participants(draft)
    return Mention(
        id=mention_id(reading.document.id, draft.frame.kind, action),
        document=reading.document.id,
        kind=draft.frame.kind,
        plover=code,
        score=plover.score(code),
        participants=participants,
        date=draft.when.edtf if draft.when else None,
        place=draft.where.place if draft.where else None,
        status=draft.status,
        details=dict(draft.details),
        speaker=draft.said.speaker if draft.said else None,
        quotes=tuple(sorted(draft.quotes)),
        confidence=confidence_of(draft, coder),
        coder=coder,
        fields={"action": action, **spans, **_fields(draft)},
    )


def _participants(draft: Draft) -> tuple[tuple[Participant, ...], dict[str, tuple[Span, ...]]]:
    rows = [(party, "actor", draft.frame.roles[0]) for party in draft.actors]
    rows += [(party, "recipient", draft.frame.roles[1]) for party in draft.recipients]
    made = tuple(_participant(party, side, role) for party, side, role in rows)  # type: ignore[arg-type]
    return made, {f"participants.{n}": party.spans for n, (party, _, _) in enumerate(rows)}


def _participant(party: Party, side: Side, role: str) -> Participant:
    name = display(party.country) if party.form == "group" and party.country else party.name
    return Participant(party.actor, name, party.country, party.sector, party.office, role, side)


def _fields(draft: Draft) -> dict[str, tuple[Span, ...]]:
    found = dict(draft.spans)
    if draft.when is not None:
        found["date"] = draft.when.spans
    if draft.where is not None:
        found["place"] = (draft.where.span,)
    if draft.said is not None:
        found["speaker"] = (draft.said.span,)
    if draft.status_spans:
        found["status"] = draft.status_spans
    return found
