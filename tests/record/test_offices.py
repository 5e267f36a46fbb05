"""Who held which office when, and the holder filled in where only the office is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bilateral import coding
from bilateral.coding import Coded
from bilateral.errors import NotFound, UsageError
from bilateral.record import Record, open_record
from bilateral.types.actor import Participant
from tests.record.conftest import Articles, Places
from tests.record.fake import FakeCoder
from tests.record.test_grouping import shape


class Officer(FakeCoder):
    """``Chief Ali Khan`` is a chief of army staff by name, ``Chief Unnamed`` one without."""

    def code(self, document, settings):  # type: ignore[no-untyped-def]
        coded = super().code(document, settings)
        return Coded(tuple(self._ranked(m) for m in coded.mentions), coded.claims)

    def _ranked(self, mention):  # type: ignore[no-untyped-def]
        first = mention.participants[0]
        if not first.name.startswith("Chief "):
            return mention
        name, office = first.name.removeprefix("Chief "), "Chief of Army Staff"
        actor = f"person:{name.lower().replace(' ', '-')}"
        if name == "Unnamed":
            actor, name = f"office:{first.country}/chief-of-army-staff", f"{first.country} army chief"
        told = Participant(actor, name, first.country, "MIL", office, first.role, first.side)
        return replace(mention, participants=(told, *mention.participants[1:]))


@pytest.fixture(autouse=True)
def officers(fake_coder: None) -> None:
    coding.register("fake", Officer)


TEXTS = {
    "a": "On 2014-03-01 Chief Raheel Sharif of PAK visited CHN.",
    "b": "On 2016-10-01 Chief Raheel Sharif of PAK visited SAU.",
    "c": "On 2017-04-01 Chief Qamar Bajwa of PAK visited IRN.",
    "d": "On 2018-02-01 Chief Qamar Javed Bajwa of PAK visited AFG.",
}
UNNAMED = "On 2017-10-03 Chief Unnamed of PAK visited RUS."


def visitor(record: Record) -> Participant:
    (event,) = record.events(between=("PAK", "RUS"))
    return event.participants[0]


def test_tenures_as_told(record: Record, articles: Articles) -> None:
    record.add(articles(**TEXTS))

    told = [(t.name, t.first, t.last, len(t.told)) for t in record.offices(state="Pakistan")]
    assert told == [
        ("Raheel Sharif", "2014-03-01", "2016-10-01", 2),
        ("Qamar Javed Bajwa", "2017-04-01", "2018-02-01", 2),
    ]
    (holding, _) = record.offices()[0].told
    assert holding.words.of(record.text(holding.document)).startswith("On 2014")


@pytest.mark.parametrize(
    ("on", "name", "near"),
    [
        ("2015-06-01", "Raheel Sharif", False),
        ("2017-10-01", "Qamar Javed Bajwa", False),
        ("2018-04", "Qamar Javed Bajwa", True),
        ("2016-11-01", "Raheel Sharif", True),
    ],
)
def test_who_held_it_on_a_day(record: Record, articles: Articles, on: str, name: str, near: bool) -> None:
    record.add(articles(**TEXTS))

    (holder,) = record.who("army chief", state="PAK", on=on)
    assert (holder.tenure.name, holder.near) == (name, near)


@pytest.mark.parametrize("on", ["2011-01-01", "2022-01-01", "2017-01-01", "2016"])
def test_what_is_not_told_is_not_known(record: Record, articles: Articles, on: str) -> None:
    record.add(articles(**TEXTS))

    assert on == "2016" or record.who("chief of army staff", state="Pakistani", on=on) == []
    with pytest.raises(NotFound, match="Chief of Army Staff"):
        record.who("foreign minister", state="PAK")
    with pytest.raises(UsageError, match="date"):
        record.who("army chief", state="PAK", on="yesterday")


def test_two_at_once_are_shown_as_rivals(record: Record, articles: Articles) -> None:
    record.add(
        articles(
            **TEXTS,
            e="On 2017-08-01 Chief Zafar Iqbal of PAK visited OMN.",
            f="On 2017-12-01 Chief Zafar Iqbal of PAK visited QAT.",
        )
    )

    assert [t.rivals for t in record.offices()] == [(), ("Zafar Iqbal",), ("Qamar Javed Bajwa",)]
    assert {h.tenure.name for h in record.who("army chief", state="PAK", on="2017-10-01")} == {
        "Qamar Javed Bajwa",
        "Zafar Iqbal",
    }
    record.add(articles(g=UNNAMED))
    assert not visitor(record).inferred


def test_the_holder_is_filled_in_with_its_evidence(record: Record, articles: Articles) -> None:
    record.add(articles(**TEXTS, e=UNNAMED))

    one = visitor(record)
    assert (one.name, one.actor, one.inferred) == ("Qamar Javed Bajwa", "person:qamar-javed-bajwa", True)
    assert one.inferred_from is not None
    document, start, end = one.inferred_from
    assert "Bajwa" in record.text(document)[start:end]
    (mention,) = record.mentions(between=("PAK", "RUS"))
    assert mention.participants[0].actor == "office:PAK/chief-of-army-staff"
    assert record.check() == []


def test_a_tenure_told_later_reaches_the_event(record: Record, articles: Articles, place: Places) -> None:
    record.add(articles(e=UNNAMED))
    assert visitor(record).name == "PAK army chief"
    record.add(articles(**TEXTS))
    assert visitor(record).name == "Qamar Javed Bajwa"

    record.add(articles(c="Nothing.", d="Nothing at all."))
    assert not visitor(record).inferred
    with open_record(place("other"), settings={"coder": "fake"}) as other:
        other.add(articles())
        assert shape(other.events()) == shape(record.events())


def test_a_former_holder_holds_no_more(record: Record, tmp_path: object, articles: Articles) -> None:
    folder = articles(**TEXTS, e=f"Former chief Raheel Sharif spoke. {TEXTS['b']}")
    (folder / "manifest.csv").write_text("file,published\ne.txt,2016-12-20\n", encoding="utf-8")
    record.add(folder)

    assert record.offices()[0].gone == "2016-12-20"
    before, after = (
        record.who("army chief", state="PAK", on=day)[0].tenure.name for day in ("2016-11-10", "2016-12-25")
    )
    assert (before, after) == ("Raheel Sharif", "Qamar Javed Bajwa")


@pytest.mark.parametrize(
    "words", ["Raheel Sharif, then chief of the army, was asked.", "The then chief Raheel Sharif came."]
)
def test_who_held_it_then_held_it_on_the_day_of_the_event(record: Record, articles: Articles, words: str) -> None:
    folder = articles(a=f"{words} {TEXTS['a']} On some-day Chief Raheel Sharif of PAK visited OMN.")
    (folder / "manifest.csv").write_text("file,published\na.txt,2018-12-20\n", encoding="utf-8")
    record.add(folder)

    (tenure,) = record.offices()
    assert (tenure.first, tenure.last) == ("2014-03-01", "2014-03-01")
