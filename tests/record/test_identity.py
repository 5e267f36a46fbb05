from __future__ import annotations

from bilateral.record.identity import Known, name

A, B, C = "mtn_a", "mtn_b", "mtn_c"


def known(id: str, *mentions: str, made: int = 1) -> Known:
    return Known(id, mentions[0], made, mentions)


def test_a_new_event_is_named_after_its_first_mention() -> None:
    naming = name([[A, B]], [], 7, {})

    assert naming.kept == (Known("evt_a", A, 7, (A, B)),)


def test_an_event_keeps_its_name_while_it_grows_even_by_an_earlier_mention() -> None:
    naming = name([[A, B]], [known("evt_b", B)], 7, {})

    assert naming.kept == (Known("evt_b", B, 1, (A, B)),)
    assert naming.redirects == {}


def test_of_two_that_become_one_the_older_stays() -> None:
    naming = name([[A, B]], [known("evt_a", A, made=5), known("evt_b", B, made=3)], 7, {})

    assert [event.id for event in naming.kept] == ["evt_b"]
    assert naming.redirects == {"evt_a": "evt_b"}


def test_of_two_made_together_the_smaller_name_stays() -> None:
    naming = name([[A, B]], [known("evt_b", B), known("evt_a", A)], 7, {})

    assert naming.redirects == {"evt_b": "evt_a"}


def test_a_split_leaves_the_name_with_the_first_mention() -> None:
    naming = name([[A], [B, C]], [known("evt_b", B, A, C)], 7, {})

    assert [event.id for event in naming.kept] == ["evt_a", "evt_b"]


def test_when_the_first_mention_is_gone_its_heir_takes_the_name() -> None:
    naming = name([[A], [C]], [known("evt_b", B, A)], 7, {B: C})

    assert [event.id for event in naming.kept] == ["evt_a", "evt_b"]
    assert naming.kept[1].origin == C


def test_an_event_without_mentions_leads_nowhere() -> None:
    naming = name([], [known("evt_a", A)], 7, {})

    assert (naming.kept, naming.redirects) == ((), {})


def test_a_name_that_another_event_carries_is_not_given_twice() -> None:
    naming = name([[A]], [], 7, {}, taken={"evt_a"}.intersection)

    assert naming.kept[0].id == "evt_a-2"
