"""The data files themselves: no code that is none, no name that means two things, everything documented."""

from __future__ import annotations

from importlib.resources import files

import pytest

from bilateral.knowledge import leaders, organisations, regions, states, tables

DATA = files("bilateral.knowledge").joinpath("data")


def known_codes() -> set[str]:
    return set(states.display_names()) | set(organisations.organisations())


@pytest.mark.parametrize(
    "name",
    [
        "capitals.csv",
        "demonyms.csv",
        "leaders.csv",
        "named_bodies.csv",
        "prefixes.csv",
        "regions.csv",
        "residences.csv",
        "states.csv",
    ],
)
def test_every_code_is_one(name: str) -> None:
    column = "country" if name in ("leaders.csv", "regions.csv") else "code"
    assert {row[column] for row in tables.rows(name)} - known_codes() - {""} == set()


def test_no_organisation_has_the_code_of_a_state() -> None:
    assert set(organisations.organisations()) & set(states.display_names()) == set()


def test_there_are_organisations_enough() -> None:
    assert len(organisations.organisations()) >= 150


def test_no_name_means_two_organisations() -> None:
    names = [name for found in organisations.organisations().values() for name in {found.name, *found.variants}]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_the_regions_are_few() -> None:
    assert len(tables.rows("regions.csv")) <= 300
    assert regions.regions()["Kashmir"] is None


def test_terms_run_forward_and_name_their_source() -> None:
    for row in tables.rows("leaders.csv"):
        assert int(row["from"]) <= int(row["to"] or 9999), row
        assert row["source"], row


def test_no_office_is_held_twice_for_long() -> None:
    single = [r for r in tables.rows("leaders.csv") if r["office"] in ("President", "Prime Minister", "Chancellor")]
    for row in single:
        for other in single:
            if row is not other and (row["country"], row["office"]) == (other["country"], other["office"]):
                shared = min(int(row["to"] or 9999), int(other["to"] or 9999)) - max(
                    int(row["from"]), int(other["from"])
                )
                assert shared <= 0, (row, other)


def test_every_file_is_in_the_list_of_sources() -> None:
    told = files("bilateral.knowledge").joinpath("SOURCES.md").read_text(encoding="utf-8")
    assert [path.name for path in DATA.iterdir() if path.name not in told] == []


def test_folding_drops_case_and_marks() -> None:
    assert tables.fold("Erdoğan") == tables.fold("ERDOGAN")
    assert tables.fold("Yıldırım") == "yildirim"


def test_name_keys_drop_particles_and_initials() -> None:
    assert leaders.name_keys("Abdel Fattah el-Sisi") == ("fattah", "sisi")
    assert leaders.name_keys("George W. Bush") == ("george", "bush")
