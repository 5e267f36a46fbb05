"""Ministries, armies, courts, companies, soldiers and citizens of a state; organisations."""

from __future__ import annotations

import pytest

from tests.actors.conftest import Told


@pytest.mark.parametrize(
    ("text", "word", "actor", "sector"),
    [
        ("The Turkish Foreign Ministry objected.", "Ministry", "org:TUR/foreign-ministry", "GOV"),
        ("Pakistan's army objected.", "army", "org:PAK/army", "MIL"),
        ("The Ministry of Defence of Egypt objected.", "Ministry", "org:EGY/defence-ministry", "MIL"),
        ("The State Department objected.", "Department", "org:USA/state-department", "GOV"),
        ("The Knesset objected.", "Knesset", "org:ISR/knesset", "LEG"),
        ("The IDF objected.", "IDF", "org:ISR/army", "MIL"),
        ("ISPR objected.", "ISPR", "org:PAK/ispr", "MIL"),
        ("The European Commission objected.", "Commission", "org:EU/commission", "IGO"),
        ("The Security Council objected.", "Council", "org:UN/security-council", "IGO"),
    ],
)
def test_a_body_belongs_to_its_state(text: str, word: str, actor: str, sector: str) -> None:
    party = Told(text).one(word)
    assert (party.actor, party.sector, party.form) == (actor, sector, "body")


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("NATO objected.", "NATO", "igo:NATO"),
        ("The Shanghai Cooperation Organization objected.", "Organization", "igo:SCO"),
        ("The International Atomic Energy Agency objected.", "Agency", "igo:IAEA"),
        ("Hizbollah objected.", "Hizbollah", "armed:HEZBOLLAH"),
        ("The Taliban objected.", "Taliban", "armed:TALIBAN"),
        ("The Tamil Tigers objected.", "Tigers", "armed:LTTE"),
    ],
)
def test_an_organisation_has_its_code(text: str, word: str, actor: str) -> None:
    assert Told(text).one(word).actor == actor


@pytest.mark.parametrize(
    ("text", "word", "code", "sector"),
    [
        ("Seventy Pakistani mountaineers arrived.", "mountaineers", "PAK", "MIL"),
        ("Turkish troops crossed the border.", "troops", "TUR", "MIL"),
        ("British tourists were killed.", "tourists", "GBR", "CVL"),
        ("A French journalist was arrested.", "journalist", "FRA", "MED"),
        ("A Chinese company was fined.", "company", "CHN", "BUS"),
        ("Syrian rebels attacked the town.", "rebels", "SYR", "REB"),
        ("Police in Japan arrested him.", "Police", "JPN", "COP"),
    ],
)
def test_people_act_for_their_state(text: str, word: str, code: str, sector: str) -> None:
    party = Told(text).one(word)
    assert (party.country, party.sector) == (code, sector)


def test_where_troops_leave_is_not_whose_they_are() -> None:
    assert Told("Australia will withdraw its troops from Iraq.").countries("troops") == ["AUS"]


def test_several_owners_give_several_parties() -> None:
    assert Told("The Palestinian and Israeli governments agreed.").countries("governments") == ["PSE", "ISR"]


def test_a_company_keeps_the_state_it_was_introduced_with() -> None:
    told = Told("Germany banned the Iranian airline Mahan Air. Mahan Air denied the charges.")
    assert told.countries("Air", 1) == ["IRN"]


def test_the_name_of_a_company_is_not_its_state() -> None:
    party = Told("Turkish Airlines resumed its flights.").one("Airlines")
    assert (party.name, party.country) == ("Turkish Airlines", "TUR")


def test_a_house_that_many_states_have_goes_to_the_one_named() -> None:
    assert Told("The Libyan House of Representatives objected.").countries("House") == ["LBY"]
    assert Told("The House of Representatives objected.").countries("House") == ["USA"]


def test_an_abbreviation_that_the_text_explains_means_what_it_says() -> None:
    told = Told("The Justice and Equality Movement (JEM) left the talks. JEM blamed Sudan.")
    assert told.one("JEM", 1).actor == "armed:JEMSUDAN"


def test_a_region_tells_the_state_of_its_government() -> None:
    assert Told("The government of Ontario objected.").countries("government") == ["CAN"]
