from __future__ import annotations

import random

from bilateral.analysis import Method
from bilateral.analysis.pairs import by_dyad
from bilateral.analysis.triangles import summary, triangle, triangles
from bilateral.analysis.triangles.comovement import comovement, strongest
from bilateral.record import ToldClaim
from bilateral.types.actor import Speaker
from bilateral.types.claim import Claim
from bilateral.types.event import Event
from bilateral.types.span import Span
from tests.analysis.making import made, state

THREE = ("PER", "CHL", "BOL")
YEARLY = Method("year", half_life=200)


def acts(a: str, b: str, score: float, years: range) -> list[Event]:
    parties = (state(a, "doer"), state(b, "target", "recipient"))
    return [
        made(f"{a}{b}{year}{month}", f"{year}-{month:02}-10", score, kind="other", participants=parties)
        for year in years
        for month in (3, 6, 9, 12)
    ]


def test_the_enemy_of_my_friend() -> None:
    years = range(2010, 2013)
    events = [*acts("PER", "CHL", 5, years), *acts("PER", "BOL", -5, years), *acts("CHL", "BOL", -6, years)]
    told = triangle(THREE, by_dyad(events), method=YEARLY)
    assert [step.signs for step in told.steps] == [(1, -1, -1)] * 3
    assert {row["balance"] for row in told.series()} == {"balanced"}
    turned = [*events, *acts("CHL", "BOL", 9, range(2013, 2015)), *acts("PER", "BOL", -5, range(2013, 2015))]
    assert triangle(THREE, by_dyad(turned), method=YEARLY).steps[-1].balance == -1


def test_a_side_without_events_has_no_sign() -> None:
    told = triangle(THREE, by_dyad(acts("PER", "CHL", 5, range(2010, 2013))), method=YEARLY)
    assert all(step.signs[1:] == (0, 0) and step.balance == 0 for step in told.steps)
    assert len(told.lags()) == 0


def noise(seed: int, length: int = 60) -> list[float]:
    source = random.Random(seed)
    return [source.gauss(0, 4) for _ in range(length)]


def test_one_that_follows_two_periods_behind_is_found() -> None:
    one = noise(1)
    other = [0.0, 0.0, *one[:-2]]
    best = strongest(comovement(one, other, "x"))
    assert best is not None
    assert (best.lag, round(best.r, 2)) == (2, 1.0)
    assert best.low > 0.9
    assert best.chance < 0.05


def test_what_has_nothing_to_do_with_each_other_is_no_wonder() -> None:
    chances = []
    for seed in range(10, 30):
        best = strongest(comovement(noise(seed), noise(seed + 100), "x"))
        assert best is not None
        chances.append(best.chance)
    assert sum(chance < 0.05 for chance in chances) <= 3


def test_too_little_is_not_compared() -> None:
    assert comovement(noise(1, 8), noise(2, 8), "x") == []
    assert comovement(noise(1), [0.0] * 60, "x") == []


def test_an_event_of_all_three_does_not_make_sides_move_together() -> None:
    parties = (state("PER", "participant"), state("CHL", "participant"), state("BOL", "participant"))
    summits = [
        made(f"s{year}{month}", f"{year}-{month:02}-10", 4.0, kind="meeting", participants=parties)
        for year in range(2010, 2014)
        for month in (1, 5, 8)
    ]
    told = triangle(THREE, by_dyad(summits), method=Method("quarter"))
    assert [len(side.counted) for side in told.sides] == [12, 12, 12]
    assert len(told.lags()) == 0


def claim(id: str, kind: str, about: tuple[str, ...], country: str | None = None) -> ToldClaim:
    speaker = Speaker("Rosa Vega", None, None, country) if country else None
    told = Claim(id, "doc_a", kind, speaker, about, None, Span(0, 5), "hand/1.0")
    return ToldClaim(told, "a.txt", "2012", "A", "words")


def test_what_is_claimed_of_all_three_stands_beside() -> None:
    claims = [
        claim("2", "assessment", THREE),
        claim("1", "motive", ("CHL", "BOL"), "PER"),
        claim("3", "praise", THREE),
        claim("4", "motive", ("CHL", "PER"), "PER"),
    ]
    told = triangle(THREE, by_dyad(acts("PER", "CHL", 5, range(2010, 2013))), claims, YEARLY)
    assert [one.claim.id for one in told.claims] == ["1", "2"]


def test_the_triangles_of_a_state_have_enough_on_every_side() -> None:
    years = range(2010, 2013)
    events = [*acts("PER", "CHL", 5, years), *acts("PER", "BOL", -5, years), *acts("CHL", "BOL", -6, years)]
    events += [*acts("PER", "ARG", 5, years), *acts("ARG", "CHL", 5, range(2010, 2011))]
    told = triangles("PER", by_dyad(events), method=YEARLY, fewest=5)
    assert [one.states for one in told] == [("PER", "BOL", "CHL")]
    (row,) = summary(told)
    assert (row["ab"], row["ac"], row["bc"], row["balance"], row["events"]) == ("−", "+", "−", "balanced", 36)
