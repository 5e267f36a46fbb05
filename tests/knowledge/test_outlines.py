from __future__ import annotations

from bilateral.knowledge.outlines import FEATURE, sites, topology
from bilateral.knowledge.states import UNUSED, display_names


def test_every_state_of_today_lies_somewhere() -> None:
    former = {"SUN", "YUG", "CSK", "DDR", "SCG", "TKL"}
    assert set(display_names()) - set(sites()) - UNUSED == former
    assert all(-180 <= site.lon <= 180 and -90 <= site.lat <= 90 for site in sites().values())


def test_shapes_have_codes_that_are_known_or_a_name() -> None:
    shapes = topology()["objects"][FEATURE]["geometries"]
    assert {shape["id"] for shape in shapes if "id" in shape} <= set(display_names())
    assert all("id" in shape or shape["properties"]["name"] for shape in shapes)
    assert {"PAK", "RUS", "XKX"} <= {shape.get("id") for shape in shapes}


def test_a_state_that_crosses_180_degrees_is_in_one_piece() -> None:
    russia = sites()["RUS"]
    assert 60 < russia.lon < 120
    assert russia.east > 180


def test_small_states_are_told() -> None:
    assert sites()["SGP"].small
    assert sites()["TUV"].small
    assert not sites()["PAK"].small
