"""Block keys: what may be one event shares one, and no mention has very many."""

from __future__ import annotations

from bilateral.merging import blocks
from tests.merging.builders import World


def test_a_single_state_meets_the_pair():
    world = World()
    alone = world.tell("Pakistan sent its chief.", "visit", "PAK:visitor", date="2017-10-02", article="a")
    both = world.tell("He was in Moscow.", "visit", "PAK:visitor", "RUS:host", date="2017-10", article="b")
    assert blocks(alone) & blocks(both)


def test_an_undated_mention_meets_the_dated_through_its_publication():
    world = World()
    undated = world.tell("They have met.", "meeting", "FRA", "DEU", article="a")
    dated = world.tell("They met on Monday.", "meeting", "FRA", "DEU", date="2017-10-02", article="b")
    assert blocks(undated, "2017-10-03") & blocks(dated, "2017-10-02")


def test_a_series_meets_its_translation_in_any_year():
    world = World()
    one = world.tell("Druzhba was held.", "exercise", "RUS", "PAK", date="2016", series="Druzhba", article="a")
    other = world.tell("Friendship was held.", "exercise", "RUS", "PAK", series="Friendship-2016", article="b")
    assert blocks(one) & blocks(other)


def test_a_summit_of_fifty_states_does_not_explode():
    world = World()
    states = [f"{a}{b}X" for a in "ABCDE" for b in "ABCDEFGHIJ"]
    summit = world.tell("All met.", "meeting", *states, date="2017-10-02")
    assert len(blocks(summit, "2017-10-03")) < 200


def test_two_kinds_apart_share_nothing():
    world = World()
    visit = world.tell("He came.", "visit", "PAK:visitor", "RUS:host", date="2017-10-02", article="a")
    sale = world.tell("They sold.", "transfer", "RUS", "PAK", date="2017-10-02", article="b")
    assert not blocks(visit) & blocks(sale)
