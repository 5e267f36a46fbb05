"""Copies are kept, and count as one source."""

from __future__ import annotations

import random

import pytest

from bilateral.documents.copies import are_copies, bands, shingles
from bilateral.record import Record
from tests.record.conftest import Articles
from tests.record.test_grouping import shape

VISIT = "On 2017-10-03 Ali Khan of PAK visited RUS for talks about trade and transit."
LATER = "On 2017-10-04 Ali Khan of PAK visited RUS for talks about trade and transit."

ENGLISH = "the of and to in that is was for on with as by at from have this".split()


def article(seed: int, words: int = 120) -> str:
    """Words that no other article has in this order, between words that tell its language."""
    rng = random.Random(seed)
    made = ("".join(rng.choices("aeioubdgklmnprst", k=rng.randint(3, 8))) for _ in range(words // 2))
    return " ".join(f"{rng.choice(ENGLISH)} {word}" for word in made) + "."


WIRE = article(1)


@pytest.mark.parametrize(
    ("one", "other", "copy"),
    [
        (WIRE, WIRE, True),
        (WIRE, f"MOSCOW, 3 October (Wire). {WIRE}", True),
        (WIRE, " ".join(WIRE.split()[:70]), True),
        (WIRE, f"{WIRE} {article(2, 60)}", True),
        (WIRE, article(3), False),
        (WIRE, f"{' '.join(WIRE.split()[:20])} {article(4)}", False),
        (WIRE, "", False),
    ],
)
def test_what_is_a_copy(one: str, other: str, copy: bool) -> None:
    assert are_copies(shingles(one), shingles(other)) is copy
    if copy:
        assert set(bands(shingles(one))) & set(bands(shingles(other)))


def test_most_half_copies_meet_in_a_band_and_few_others_do() -> None:
    half = other = 0
    for seed in range(200):
        words = article(seed, 200).split()
        changed = words[:134] + article(1000 + seed, 66).split()
        half += bool(set(bands(shingles(" ".join(words)))) & set(bands(shingles(" ".join(changed)))))
        other += bool(set(bands(shingles(" ".join(words)))) & set(bands(shingles(article(5000 + seed, 200)))))
    assert half >= 190
    assert other <= 2


def test_copies_are_one_source(record: Record, articles: Articles) -> None:
    record.add(articles(a=f"{VISIT} {WIRE}", b=f"Wire. {VISIT} {WIRE}", c=f"{LATER} {article(9)}"))

    (event,) = record.events()
    assert len(event.evidence) == 3
    assert event.confidence == 0.96
    assert event.date == "2017-10-03"
    family = sorted(row.id for row in record.documents() if row.name in ("a.txt", "b.txt"))
    assert record.copies() == dict.fromkeys(family, family)


def test_a_copy_that_goes_leaves_one_source_more(record: Record, articles: Articles) -> None:
    """The second article is a part of the first and of the third, which are copies only by it."""
    one, other = article(11, 80), article(12, 80)
    texts = {"a": f"{VISIT} {one}", "b": f"{one} {other}", "c": f"{LATER} {other}"}
    record.add(articles(**texts))
    (event,) = record.events()
    assert event.confidence == 0.8

    record.add(articles(b="Nothing."))
    (event,) = record.events()
    assert event.confidence == 0.96


def test_copies_in_any_order(record: Record, articles: Articles) -> None:
    texts = {"a": f"{VISIT} {WIRE}", "b": f"{VISIT} {WIRE} {article(5, 30)}", "c": f"{LATER} {article(9)}"}
    shapes = []
    for at, order in enumerate(("abc", "cba", "bca")):
        folder = articles(f"folder{at}", **texts)
        for name in order:
            record.add(folder / f"{name}.txt")
        shapes.append(shape(record.events()))
    assert shapes[0] == shapes[1] == shapes[2]
