"""Words cut into pieces: nothing is lost, nothing is said twice."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bilateral.types.span import Span
from bilateral.views.marks import Mark, excerpts, marks_of, pieces, sort_of

TEXT = (
    "General Kusuma arrived in Kazakhstan on Sunday. He met his counterpart and had talks on trade and transit there."
    "\n\nThe visit had been put off in March."
)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_pieces_carry_all_marks_that_cover_them() -> None:
    marks = [
        Mark(at("General Kusuma"), "participant", "participants.0"),
        Mark(at("Kusuma arrived"), "action", "action"),
    ]
    told = pieces(TEXT, at("General Kusuma arrived in"), marks)
    assert [(one.text, one.sort) for one in told] == [
        ("General ", "participant"),
        ("Kusuma", "action"),
        (" arrived", "action"),
        (" in", None),
    ]
    assert told[1].keys == ("participants.0", "action")


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda two: Span(two[0], min(len(TEXT), two[0] + two[1]))
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.builds(Mark, spans, st.sampled_from(["date", "place"]), st.just("x")), max_size=8), spans)
def test_pieces_together_are_the_text(marks: list[Mark], within: Span) -> None:
    told = pieces(TEXT, within, marks)
    assert "".join(one.text for one in told) == within.of(TEXT)
    assert all(TEXT[one.start :].startswith(one.text) for one in told)


def test_words_outside_the_quotes_come_with_their_surroundings() -> None:
    marks = [Mark(at("March"), "date", "date"), Mark(at("arrived"), "action", "action")]
    first, second = excerpts(TEXT, [at("General Kusuma arrived in Kazakhstan on Sunday.")], marks)
    assert "".join(one.text for one in first) == "General Kusuma arrived in Kazakhstan on Sunday."
    assert "".join(one.text for one in second) == "The visit had been put off in March."


def test_fields_are_of_a_few_sorts() -> None:
    assert [sort_of(name) for name in ("participants.3", "date", "details.item", "speaker", "status")] == [
        "participant", "date", "other", "speaker", "other",
    ]  # fmt: skip
    (mark,) = marks_of({"participants.1": (at("Kusuma"),)}, {"participants.1": "participants.0"})
    assert (mark.key, mark.sort) == ("participants.0", "participant")
