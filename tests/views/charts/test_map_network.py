from __future__ import annotations

from bilateral.record import Sited, Tie
from bilateral.types.actor import Place
from bilateral.views.charts import map_chart, network_chart
from bilateral.views.charts.layout import positions
from bilateral.views.charts.map import box_of, box_of_state

LIMA, TARAPOTO = Place("Lima", "PER", 1, -12.05, -77.04), Place("Somewhere", "PER")
TIES = [Tie("CHL", "PER", 40, 3.0), Tie("BOL", "PER", 9, -4.0), Tie("CHL", "UN", 2, 0.1)]


def test_a_place_is_a_point_and_a_state_a_square_in_its_middle() -> None:
    chart = map_chart([Sited(LIMA, "occurred", 3), Sited(TARAPOTO, "occurred", 2), Sited(TARAPOTO, "planned", 1)])
    rows = chart.spec["layer"][2]["data"]["values"]
    assert [(row["name"], row["exact"], row["look"], row["events"]) for row in rows] == [
        ("Lima", "place", "happened", 3),
        ("Peru", "somewhere in the state", "happened", 2),
        ("Peru", "somewhere in the state", "planned", 1),
    ]


def test_the_note_on_borders_is_always_there_and_places_nobody_knows_are_counted() -> None:
    chart = map_chart([Sited(Place("Atlantis"), "occurred", 4)])
    assert "borders are as the data gives them" in chart.notes[0]
    assert any("4 events at places that no gazetteer knows" in note for note in chart.notes)


def test_small_states_are_points() -> None:
    names = {row["name"] for row in map_chart([]).spec["layer"][1]["data"]["values"]}
    assert {"Singapore", "Malta", "Maldives", "Tuvalu"} <= names
    assert "France" not in names


def test_a_map_shows_the_box_that_is_asked_for() -> None:
    assert map_chart([]).spec["projection"]["type"] == "equalEarth"
    near = map_chart([], box_of_state("PER")).spec["projection"]
    assert near["type"] == "mercator"
    assert -16 < near["center"][1] < -5
    assert box_of([Sited(LIMA, "occurred", 1), Sited(TARAPOTO, "occurred", 1)]) == (-77.04, -12.05, -77.04, -12.05)
    assert box_of([Sited(TARAPOTO, "occurred", 1)]) is None


def test_a_network_stands_alike_each_time_and_within_its_frame() -> None:
    one, other = network_chart(TIES).spec, network_chart(TIES).spec
    assert one == other
    nodes = one["layer"][1]["data"]["values"]
    assert {node["name"]: node["sort"] for node in nodes}["UN"] == "organisation"
    assert all(abs(node["x"]) <= 1 and abs(node["y"]) <= 1 for node in nodes)
    assert len({(node["x"], node["y"]) for node in nodes}) == 4


def test_the_tone_of_a_tie() -> None:
    rows = network_chart(TIES).spec["layer"][0]["data"]["values"]
    assert [row["tone"] for row in rows] == ["cooperation", "conflict", "mixed"]


def test_of_many_ties_the_heaviest_are_drawn_and_the_rest_is_told() -> None:
    many = [Tie("PER", f"X{number:02}", 200 - number, 1.0) for number in range(100)]
    chart = network_chart(many, width=360)
    assert len(chart.spec["layer"][1]["data"]["values"]) == 30
    assert "heaviest of 100 ties" in chart.notes[0]
    assert len(chart.table) == 100


def test_neighbours_stand_nearer_than_strangers() -> None:
    spots = positions(["a", "b", "c", "d"], {("a", "b"): 5.0, ("c", "d"): 5.0})

    def far(one: str, other: str) -> float:
        return sum((x - y) ** 2 for x, y in zip(spots[one], spots[other], strict=True))

    assert max(far("a", "b"), far("c", "d")) < min(far(one, other) for one in "ab" for other in "cd")
    assert positions([], {}) == {}
