"""Events made by hand, for what only prints them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bilateral.types.actor import Participant, Place, Speaker
from bilateral.types.event import Conflict, ConflictValue, Event, Evidence
from bilateral.types.mention import Plover
from bilateral.types.span import Span

TEXT = "The minister said on Friday that Kenya will receive 12 boats from Chile in May. More is to follow."
MINISTER = Participant("person:juan-soto", "Juan Soto", "CHL", "GOV", "Defence Minister", "supplier", "actor")
CHILE = Participant("state:CHL", "Chile", "CHL", "GOV", None, "supplier", "actor")
KENYA = Participant("state:KEN", "Kenya", "KEN", "GOV", None, "recipient", "recipient")


def evidence(**changes: Any) -> Evidence:
    start, end = TEXT.index("Kenya"), TEXT.index(". More")
    told = Evidence(
        document="a.txt",
        document_id="doc_a",
        source="The Daily Harbour",
        published="2018-03-02",
        start=start,
        end=end,
        quote=TEXT[start:end],
        attributed_to=Speaker("Juan Soto", "person:juan-soto", "Defence Minister", "CHL"),
        status="planned",
        date="2018-05",
        mention="mtn_1",
        coder="rules/1.0",
        fields={
            "action": (Span(TEXT.index("receive"), TEXT.index(" 12")),),
            "date": (Span(TEXT.index("May"), end),),
            "speaker": (Span(0, 12),),
        },
    )
    return replace(told, **changes)


def event(**changes: Any) -> Event:
    told = Event(
        id="evt_0123456789abcdef0123",
        kind="transfer",
        plover=Plover("AGREE", None, ("military",)),
        score=2.5,
        participants=(CHILE, KENYA),
        date="2018-05",
        earliest="2018-05-01",
        latest="2018-05-31",
        place=Place("Mombasa", "KEN"),
        status="planned",
        details={"item": "boats", "quantity": 12, "stage": "delivery"},
        confidence=0.8,
        evidence=(evidence(), evidence(document="b.txt", document_id="doc_b", source="Coast Weekly", mention="mtn_2")),
        conflicts=(Conflict("details.quantity", (ConflictValue(12, (0,)), ConflictValue(14, (1,)))),),
    )
    return replace(told, **changes)
