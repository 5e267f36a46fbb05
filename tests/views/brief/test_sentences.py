from __future__ import annotations

import pytest

from bilateral.types.actor import Participant, Place, Speaker
from bilateral.types.event import Conflict, ConflictValue
from bilateral.types.kinds import KINDS, STATUSES
from bilateral.views.brief.sentences import named, sentence, shortened
from tests.analysis.making import made, report, state

MINISTER = Participant("person:rosa-vega", "Rosa Vega", "PER", "GOV", "Foreign Minister", "visitor", "actor")
PERU, CHILE = state("PER", "visitor"), state("CHL", "host", "recipient")


def test_a_visit_that_took_place() -> None:
    visit = made("a", "2019-03-05", participants=(MINISTER, PERU, CHILE), place=Place("Santiago", "CHL"))
    assert sentence(visit) == (
        "A visit by Rosa Vega (Foreign Minister, Peru) to CHL took place on 5 Mar 2019, place: Santiago (Chile) "
        "(one source)."
    )


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("planned", "is planned for Mar 2019"),
        ("proposed", "is proposed for Mar 2019"),
        ("ongoing", "is told as going on (date: Mar 2019)"),
        ("cancelled", "was called off"),
        ("denied", "is denied"),
        ("hypothetical", "is spoken of as a possibility"),
    ],
)
def test_what_has_not_happened_is_not_told_as_past(status: str, words: str) -> None:
    told = sentence(made("a", "2019-03", status=status))
    assert words in told
    assert "took place" not in told


def test_what_only_a_speaker_says_is_attributed() -> None:
    spoken = report("A", attributed_to=Speaker("Rosa Vega", None, "Minister", "PER"))
    assert sentence(made("a", "2019", evidence=(spoken,))).startswith(
        "According to Rosa Vega (Minister, Peru), a visit"
    )
    own = report("B", "They came to Chile.")
    assert sentence(made("a", "2019", evidence=(spoken, own))).startswith("A visit")


def test_a_pronoun_is_no_name() -> None:
    assert named(Speaker("She")) == "a speaker whom the report does not name there"


def test_what_is_disputed_is_told_so() -> None:
    differ = Conflict("date", (ConflictValue("2019-03", (0,)), ConflictValue("2019-04", (1,))))
    told = sentence(made("a", "2019-03", conflicts=(differ,), evidence=(report("A"), report("B"))))
    assert told.endswith("took place in Mar 2019 (reports differ on date).")


def test_an_order_with_its_number_and_item() -> None:
    parties = (state("PER", "supplier"), state("CHL", "recipient", "recipient"))
    details = {"stage": "order", "item": "patrol boats", "quantity": 4}
    told = sentence(made("a", None, kind="transfer", participants=parties, details=details))
    assert told.startswith("An order of 4 patrol boats from PER to CHL took place")


def test_words_stand_with_what_was_said() -> None:
    parties = (state("PER", "critic"), state("CHL", "criticised", "recipient"))
    told = sentence(made("a", None, kind="criticism", participants=parties, evidence=(report("A", "Shame on Chile!"),)))
    assert told == "Criticism by PER of CHL was made (one source): “Shame on Chile!”"


def test_a_long_quote_is_cut_at_a_word() -> None:
    short = shortened("word " * 100)
    assert len(short) < 170
    assert short.endswith("word …”")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", STATUSES)
def test_every_kind_and_status_has_a_sentence(kind: str, status: str) -> None:
    told = sentence(made("a", "2019", kind=kind, status=status, details={"what": "border"} if kind == "other" else {}))
    assert "PER" in told
    assert not set("[]{}") & set(told)
