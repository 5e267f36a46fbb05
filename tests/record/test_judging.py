"""What persons decide holds: over merging, over a newer coder, over a changed file, and can be taken back."""

from __future__ import annotations

import random
import re

import pytest

from bilateral import coding
from bilateral.coding import Coded
from bilateral.errors import NotFound, UsageError
from bilateral.record import Record, open_record
from tests.record.conftest import Articles, Places
from tests.record.fake import FakeCoder
from tests.record.test_grouping import corpus, shape

VISIT = "On 2017-10-03 Ali Khan of PAK visited RUS for talks about trade and transit."
OTHER = "On 2017-11-20 Ali Khan of PAK visited RUS to open a school."
RAID = "On 2016-05-01 Juma Odeh of TCD attacked SDN near a border crossing in the east."


@pytest.fixture
def two(record: Record, articles: Articles) -> Record:
    """Two visits; the first told by two articles."""
    record.add(articles(a=VISIT, b=f"Moscow, Tuesday. {VISIT}", c=OTHER))
    assert len(record.events()) == 2
    return record


def ids(record: Record) -> dict[str, str]:
    """The event that each document tells."""
    return {item.document[0]: event.id for event in record.events() for item in event.evidence}


def mention(record: Record, document: str) -> str:
    (found,) = (m.id for m in record.mentions() if m.evidence[0].document == f"{document}.txt")
    return found


def together(record: Record) -> list[str]:
    return sorted("".join(sorted(item.document[0] for item in event.evidence)) for event in record.events())


def test_two_events_become_one_and_fall_apart_again(two: Record) -> None:
    before = two.events()
    first, second = ids(two)["a"], ids(two)["c"]
    two.judge(author="ann", reason="one trip").same(first, second)

    assert together(two) == ["abc"]
    assert two.event(second).id == two.event(first).id == first
    assert two.check() == []
    two.judge().undo()
    assert together(two) == ["ab", "c"]
    assert shape(two.events()) == shape(before)
    assert [(one.judgement.act, one.state) for one in two.judgements()] == [("same", "undone"), ("undo", "undo")]


def test_one_event_is_two(two: Record) -> None:
    two.judge().different(mention(two, "a"), mention(two, "b"))

    assert together(two) == ["a", "b", "c"]
    assert two.check() == []


def test_a_wrong_merge_of_events_is_split_by_their_mentions(two: Record) -> None:
    judge = two.judge()
    judge.same(ids(two)["a"], ids(two)["c"])
    judge.different(mention(two, "b"), mention(two, "c"))

    assert together(two) == ["ac", "b"]
    judge.undo()
    assert together(two) == ["abc"]


def test_what_comes_later_follows_a_judgement(two: Record, articles: Articles) -> None:
    two.judge().same(ids(two)["a"], ids(two)["c"])
    two.add(articles(d=f"Again from Lahore: {VISIT}"))

    assert together(two) == ["abcd"]


def test_a_rejected_mention_no_longer_counts(two: Record) -> None:
    wrong = mention(two, "c")
    two.judge().reject(wrong)

    assert together(two) == ["ab"]
    assert wrong not in {m.id for m in two.mentions()}
    assert two.check() == []
    two.judge().accept(wrong)
    assert together(two) == ["ab", "c"]
    assert [event.confidence for event in two.events(since="2017-11")] == [0.99]


def test_a_corrected_mention_is_merged_as_corrected(two: Record) -> None:
    two.judge().set(mention(two, "c"), "date", "2017-10-03")

    assert {event.date for event in two.events()} == {"2017-10-03"}
    assert two.events(since="2017-11") == []
    two.judge().undo()
    assert [event.date for event in two.events()] == ["2017-10-03", "2017-11-20"]


def test_a_value_of_an_event_outweighs_its_reports(two: Record) -> None:
    two.judge().set(ids(two)["a"], "status", "cancelled")
    two.judge().set(ids(two)["a"], "details.purpose", "trade")

    (event,) = two.events(status="cancelled")
    assert (event.details["purpose"], len(event.evidence)) == ("trade", 2)
    assert [m.status for m in two.mentions()] == ["occurred"] * 3


def test_an_event_that_the_coder_missed(record: Record, articles: Articles) -> None:
    text = "The two armies will train together in the hills next month."
    record.add(articles(a=text))
    told = {"kind": "exercise", "who": ["PAK", "RUS"], "status": "planned", "date": "2017-11"}
    record.judge().add("a.txt", 0, len(text), told)

    (event,) = record.events(between=("PAK", "RUS"))
    assert (event.kind, event.status, event.date, event.evidence[0].quote) == ("exercise", "planned", "2017-11", text)
    assert record.check() == []
    record.judge().undo()
    assert record.events() == []
    assert record.mentions() == []


@pytest.mark.parametrize(
    ("wrong", "match"),
    [({"kind": "party"}, "no kind"), ({"who": []}, "at least one"), ({"who": ["PAK:guest"]}, "has no guest")],
)
def test_an_added_event_is_checked(record: Record, articles: Articles, wrong: dict[str, object], match: str) -> None:
    record.add(articles(a="Words enough to stand here."))
    with pytest.raises(UsageError, match=match):
        record.judge().add("a.txt", 0, 5, {"kind": "visit", "who": ["PAK"], **wrong})
    with pytest.raises(UsageError, match="does not fit"):
        record.judge().add("a.txt", 0, 500, {"kind": "visit", "who": ["PAK"]})
    assert record.judgements() == []


def test_two_names_of_one_person(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT, b=VISIT.replace("Ali Khan", "Chief Zulfiqar")))
    record.judge().same("person:ali-khan", "person:chief-zulfiqar")

    assert {p.name for m in record.mentions() for p in m.participants if p.country == "PAK"} == {"Ali Khan"}
    record.add(articles(c=f"Later. {VISIT.replace('Ali Khan', 'Chief Zulfiqar')}"))
    assert len(record.mentions(about="Ali Khan")) == 3
    record.judge().undo()
    assert len(record.mentions(about="Zulfiqar")) == 2
    assert record.check() == []


def test_two_persons_of_one_name(record: Record, articles: Articles) -> None:
    record.add(articles(a=VISIT, b=VISIT.replace("Ali Khan", "Ali Reza Khan")))
    (event,) = record.events()
    assert [p.name for p in event.participants if p.country == "PAK"] == ["Ali Reza Khan"]

    record.judge().different("person:ali-khan", "person:ali-reza-khan")
    names = {p.name for event in record.events() for p in event.participants if p.country == "PAK"}
    assert names == {"Ali Khan", "Ali Reza Khan"}
    record.judge().undo()
    assert len(record.events()) == 1


def test_undoing_names_what_there_is_not(record: Record) -> None:
    with pytest.raises(NotFound, match="no judgement"):
        record.judge().undo()
    with pytest.raises(NotFound):
        record.judge().accept("mtn_none")
    with pytest.raises(NotFound):
        record.judge().same("person:a", "person:b")


def test_a_judgement_follows_a_changed_file(two: Record, articles: Articles) -> None:
    two.judge().same(ids(two)["a"], ids(two)["c"])
    two.add(articles(c=f"Corrected on Friday. {OTHER}"))

    assert together(two) == ["abc"]
    two.add(articles(c="Nothing of the kind was said."))
    assert together(two) == ["ab"]
    assert [one.state for one in two.judgements()] == ["no longer applies"]
    assert any("no longer finds" in fault for fault in two.check())


class Newer(FakeCoder):
    """Reads the day as a month, leaves attacks out, and starts its quotes later."""

    def __init__(self) -> None:
        super().__init__("fake/2.0")

    def code(self, document, settings):  # type: ignore[no-untyped-def]
        from dataclasses import replace

        from bilateral.types.mention import mention_id
        from bilateral.types.span import Span

        told = []
        for one in super().code(document, settings).mentions:
            if one.kind == "attack":
                continue
            quote = Span(one.quotes[0].start + 3, one.quotes[0].end)
            id = mention_id(document.id, one.kind, (quote,))
            told.append(replace(one, id=id, quotes=(quote,), date=(one.date or "")[:7] or None, coder="fake/2.0"))
        return Coded(tuple(told), ())


def test_coding_anew_keeps_ids_and_judgements(two: Record, articles: Articles) -> None:
    two.add(articles(d=RAID))
    two.judge(reason="one trip").same(ids(two)["a"], ids(two)["c"])
    two.judge().accept(ids(two)["d"])
    before = ids(two)
    coding.register("fake", Newer)
    report = two.recode()

    assert (report.documents, report.come, report.gone, report.kept) == (4, 3, 4, 0)
    assert report.lapsed == [2]
    assert together(two) == ["abc"]
    assert ids(two) == dict.fromkeys("abc", before["a"])
    assert {item.coder for event in two.events() for item in event.evidence} == {"fake/2.0"}
    assert [one.state for one in two.judgements()] == ["in force", "no longer applies"]
    again = two.recode()
    assert (again.documents, again.known) == (0, 4)


def test_coding_anew_with_the_same_coder_changes_nothing(record: Record, articles: Articles) -> None:
    record.add(articles(**corpus(7, 20)))
    before = record.events()
    report = record.recode(every=True)

    assert (report.documents, report.changed, report.come, report.gone) == (20, 0, 0, 0)
    assert report.kept == len(record.mentions())
    assert record.events() == before
    assert record.check() == []


def test_coding_anew_gives_what_a_new_record_holds(record: Record, articles: Articles, place: Places) -> None:
    folder = articles(**corpus(8, 25))
    record.add(folder)
    coding.register("fake", Newer)
    record.recode()
    with open_record(place("new"), settings={"coder": "fake"}) as new:
        new.add(folder)
        assert shape(record.events()) == shape(new.events())
    assert record.check() == []


@pytest.mark.parametrize("seed", range(4))
def test_any_judgements_leave_a_sound_record_and_undo_to_nothing(record: Record, articles: Articles, seed: int) -> None:
    rng = random.Random(seed)
    record.add(articles(**corpus(seed, 12)))
    before = shape(record.events())
    for _ in range(8):
        found = [m.id for m in record.mentions()]
        one, other = rng.sample(found, 2)
        judge = record.judge()
        act = rng.choice(["same", "different", "reject", "set", "accept", "merge"])
        try:
            if act in ("same", "different"):
                getattr(judge, act)(one, other)
            elif act == "merge":
                judge.same(*(event.id for event in rng.sample(record.events(), 2)))
            elif act == "set":
                judge.set(one, *rng.choice([("date", "2017-10-03"), ("status", "planned"), ("details.x", "y")]))
            else:
                getattr(judge, act)(one)
        except UsageError as error:
            assert re.search("one event already", str(error))
        assert record.check() == []
    held = shape(record.events())
    record.regroup()
    assert shape(record.events()) == held
    while any(one.state == "in force" for one in record.judgements()):
        record.judge().undo()
    assert shape(record.events()) == before
    assert record.check() == []


def test_judgements_hold_whatever_the_order(record: Record, articles: Articles) -> None:
    """Of pairs that judgements part none is together, and those they join are, unless a later one parts them."""
    record.add(articles(**corpus(11, 14)))
    rng = random.Random(5)
    said: dict[frozenset[str], str] = {}
    for _ in range(10):
        pair = rng.sample([m.id for m in record.mentions()], 2)
        act = rng.choice(["same", "different"])
        getattr(record.judge(), act)(*pair)
        said[frozenset(pair)] = act
    home = {item.mention: event.id for event in record.events() for item in event.evidence}
    for pair, act in said.items():
        one, other = pair
        if act == "different":
            assert home[one] != home[other]
