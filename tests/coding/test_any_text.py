"""Whatever the text, coding ends, and every value stands in it."""

from __future__ import annotations

import random
import re
from functools import cache

import pytest

from bilateral.coding.registry import code
from bilateral.documents import from_text
from bilateral.sample import corpus
from bilateral.settings import Settings

STRAY = ["“", "”", '"', "(", ")", "—", "...", "\n\n", " said ", " , ", "’s", ":", "2014", " and ", " who "]


@cache
def sentences() -> tuple[str, ...]:
    """All sentences of the sample articles."""
    return tuple(
        s
        for file in sorted(corpus().glob("*.txt"))
        for s in re.split(r"(?<=[.!?])\s+", file.read_text("utf-8"))
        if s.strip()
    )


def mangled(seed: int) -> str:
    """Sentences in any order, some cut short, with stray signs and words between."""
    chance = random.Random(seed)
    parts: list[str] = []
    for sentence in chance.sample(sentences(), 12):
        words = sentence.split(" ")
        if chance.random() < 0.5:
            words = words[chance.randrange(len(words)) :]
        if chance.random() < 0.5:
            words.insert(chance.randrange(len(words) + 1), chance.choice(STRAY))
        parts.append(" ".join(words))
    return " ".join(parts)


@pytest.mark.parametrize("coder", ["trained", "rules"])
@pytest.mark.parametrize("seed", range(12))
def test_mangled_text_is_coded(seed: int, coder: str) -> None:
    document = from_text(mangled(seed), "2014-06-20")
    coded = code(document, Settings({"coder": coder}))
    length = len(document.text)
    for mention in coded.mentions:
        spans = [*mention.quotes, *(span for found in mention.fields.values() for span in found)]
        assert all(0 <= span.start < span.end <= length for span in spans)
        assert len({quote.of(document.text) for quote in mention.quotes}) == len(mention.quotes)
    assert all(0 <= claim.quote.start < claim.quote.end <= length for claim in coded.claims)


@pytest.mark.parametrize(
    "text",
    ['"".', "He said.", "“”", "said that", '"', "Kenya's.", "Who? Whom? Kenya and, and.", "according to Reuters."],
)
def test_scraps_are_coded(text: str) -> None:
    code(from_text(text, "2014-06-20"), Settings({}))
