"""Block keys: of two that may be one event each lies where the other looks, and no mention has very many."""

from __future__ import annotations

from itertools import combinations

from bench.merging.made import world

from bilateral.merging import blocks, sought
from bilateral.merging.compare import score
from bilateral.merging.facet import facet
from bilateral.types.mention import Mention
from tests.merging.builders import World


def meet(one: Mention, other: Mention, told: str | None = None, then: str | None = None) -> bool:
    ways = blocks(one, told) & sought(other, then), blocks(other, then) & sought(one, told)
    assert bool(ways[0]) == bool(ways[1])
    return bool(ways[0])


def test_a_single_state_meets_the_pair():
    world = World()
    alone = world.tell("Pakistan sent its chief.", "visit", "PAK:visitor", date="2017-10-02", article="a")
    both = world.tell("He was in Moscow.", "visit", "PAK:visitor", "RUS:host", date="2017-10", article="b")
    assert meet(alone, both)


def test_an_undated_mention_meets_the_dated_through_its_publication():
    world = World()
    undated = world.tell("They have met.", "meeting", "FRA", "DEU", article="a")
    dated = world.tell("They met on Monday.", "meeting", "FRA", "DEU", date="2017-10-02", article="b")
    assert meet(undated, dated, "2017-10-03", "2017-10-02")


def test_a_series_meets_its_translation_in_any_year():
    world = World()
    one = world.tell("Druzhba was held.", "exercise", "RUS", "PAK", date="2016", series="Druzhba", article="a")
    other = world.tell("Friendship was held.", "exercise", "RUS", "PAK", series="Friendship-2016", article="b")
    assert meet(one, other)


def test_a_summit_of_fifty_states_does_not_explode():
    world = World()
    states = [f"{a}{b}X" for a in "ABCDE" for b in "ABCDEFGHIJ"]
    summit = world.tell("All met.", "meeting", *states, date="2017-10-02")
    assert len(blocks(summit, "2017-10-03")) < 200
    assert len(sought(summit, "2017-10-03")) < 2000


def test_two_kinds_apart_share_nothing():
    world = World()
    visit = world.tell("He came.", "visit", "PAK:visitor", "RUS:host", date="2017-10-02", article="a")
    sale = world.tell("They sold.", "transfer", "RUS", "PAK", date="2017-10-02", article="b")
    assert not meet(visit, sale)


def test_whoever_may_be_one_meets():
    made = world(3, 120, 400)
    seen = [(facet(m, made.documents[m.document]), m) for m in made.mentions]
    met = 0
    for (a, one), (b, other) in combinations(seen, 2):
        likeness = score(a, b) if one.document != other.document else None
        if likeness is not None and likeness >= 0.3:
            assert meet(one, other, a.published, b.published)
            met += 1
    assert met > 200
