"""Who says so: indirect and direct speech, "according to", the article's own voice."""

from __future__ import annotations

import pytest

from tests.coding.telling import told


def speaker(text: str, word: str, kind: str) -> str | None:
    said = told(text, word, kind).said
    return said and said.span.of(text)


@pytest.mark.parametrize(
    ("text", "word", "kind", "who"),
    [
        (
            "The Kenyan army said that rebels from Somalia attacked a border post.",
            "attacked",
            "attack",
            "The Kenyan army",
        ),
        ("Rebels from Somalia attacked a border post, officials said.", "attacked", "attack", "officials"),
        ("According to Reuters, Peru delivered ten trucks to Bolivia.", "delivered", "transfer", "Reuters"),
        (
            "A spokesman for the ministry said troops crossed into Chad.",
            "crossed",
            "mobilisation",
            "A spokesman for the ministry",
        ),
        ('"Our aircraft bombed two depots in Chad," said Colonel Paul Biya.', "bombed", "attack", "Colonel Paul Biya"),
        ("Norway accused Russia of an attack on its consulate.", "attack", "attack", "Norway"),
    ],
)
def test_whoever_is_made_to_say_it(text: str, word: str, kind: str, who: str) -> None:
    assert speaker(text, word, kind) == who


def test_a_quotation_goes_on_over_sentences() -> None:
    text = '"The talks went well," said Minister Anna Berg. "Swedish soldiers left Mali last week. They are home."'
    assert "Anna Berg" in (speaker(text, "left", "other:withdrawal") or "")


def test_the_articles_own_voice_is_nobody() -> None:
    assert speaker("Ugandan jets bombed a camp in Rwanda on Monday.", "bombed", "attack") is None


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The Chilean president condemned the raid by Peru.", "condemned", "criticism"),
        ("The Chilean president said he rejects the demands of Peru.", "rejects", "refusal"),
        ('"We urge Peru to stop the raids," the Chilean minister said.', "urge", "request"),
    ],
)
def test_a_speech_act_is_its_own_speakers_unless_another_reports_it(text: str, word: str, kind: str) -> None:
    assert speaker(text, word, kind) is None


def test_a_speech_act_that_another_reports_has_that_speaker() -> None:
    text = "The Times reported that Chile condemned the raid by Peru."
    assert speaker(text, "condemned", "criticism") == "The Times"


def test_an_aside_to_what_was_said_is_the_authors() -> None:
    text = "The envoy said the port, which Japan bombed in 1942, would open again."
    assert speaker(text, "bombed", "attack") is None


def test_he_is_cited_by_the_name_that_went_before() -> None:
    text = "President Juan Perez met reporters. He said that Chilean troops entered Bolivia."
    assert speaker(text, "entered", "mobilisation") == "Juan Perez"
