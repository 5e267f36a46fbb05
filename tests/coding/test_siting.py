"""Where an act took place, and the words that say so."""

from __future__ import annotations

import pytest

from tests.coding.telling import told


@pytest.mark.parametrize(
    ("text", "word", "kind", "country", "words"),
    [
        ("The Kenyan president met his Ugandan counterpart in Kampala on Monday.", "met", "meeting", "UGA", "Kampala"),
        ("Rebels attacked a Chadian army post in northern Niger.", "attacked", "attack", "NER", "Niger"),
        ("The Swedish minister visited Estonia last week.", "visited", "visit", "EST", "Estonia"),
        ("Israeli jets bombed a warehouse in the Gaza Strip.", "bombed", "attack", "PSE", "Gaza Strip"),
        ("Police arrested two Polish citizens in Minsk.", "arrested", "other:arrest", "BLR", "Minsk"),
    ],
)
def test_the_place_beside_the_act(text: str, word: str, kind: str, country: str, words: str) -> None:
    where = told(text, word, kind).where
    assert where is not None
    assert where.place.country == country
    assert words in where.span.of(text)


def test_the_scene_of_the_article_serves_where_the_sentence_names_none() -> None:
    text = (
        "Heavy fighting continued in Somalia on Friday. Shells fell on Mogadishu and on Baidoa in Somalia. "
        "Ethiopian troops attacked a convoy at dawn."
    )
    where = told(text, "attacked", "attack", title="Fighting in Somalia").where
    assert where is not None
    assert where.place.country == "SOM"


def test_what_is_spoken_about_is_no_place_of_speaking() -> None:
    text = "The Norwegian premier expressed concern about the crises in Chad and in Sudan."
    assert told(text, "expressed", "statement").where is None


def test_no_place_where_none_is_told() -> None:
    assert told("The two ministers signed a trade agreement on Friday.", "signed", "agreement").where is None
