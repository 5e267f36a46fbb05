"""Learn where an act took place: for each labelled trigger, which of the article's states its place lies in.

usage: python training/places.py [SHARED]       cross-validation by article; training/train.py learns what ships
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import choice
from bilateral.coding.arguments import Arguments
from bilateral.coding.candidates import Candidate
from bilateral.coding.learned import participants, places
from bilateral.coding.learned.features import arguments_of
from bilateral.coding.learned.frames import default_frames, entry_for
from bilateral.coding.learned.linear import Linear
from bilateral.coding.reading import Reading
from bilateral.coding.sides import Sides, sides_of
from dataset import Corpus, answers, corpus, folds, name_of

MIN_COUNT = 4


@dataclass(frozen=True)
class Act:
    """A labelled trigger: the features of each state of its article, and the one its place lies in."""

    article: str
    states: tuple[tuple[str, frozenset[str]], ...]
    wanted: str | None
    label: dict[str, Any]


def acts_of(data: Corpus, name: str) -> Iterator[Act]:
    """The acts of an article, each twice: with the sides that syntax gives and with those learnt."""
    reading = data.readings[name]
    for i, label in sorted(answers(reading, data.labels.get(name, []))[0].items()):
        arguments = arguments_of(reading.doc[i])
        for sides in _sides(reading, name_of(label), arguments):
            ground = places.ground_of(reading)
            states = tuple(
                (country, frozenset(places.features(ground, name_of(label), arguments, sides, country)))
                for country in ground.named
            )
            yield Act(name, states, label["place_country"], label)


def _sides(reading: Reading, label: str, arguments: Arguments) -> Iterator[Sides]:
    trigger = arguments.trigger
    yield sides_of(reading, Candidate(trigger, entry_for(label, trigger, arguments), arguments))
    yield participants.sides_by(reading, label, arguments, default_frames()[label].joint)


def fit(acts: Sequence[Act], penalty: float = 8.0) -> Linear:
    """The layer: a choice among the states of the article and none of them."""
    choices = [[(told, country == act.wanted) for country, told in act.states] for act in acts]
    return choice.fit(choices, "here", MIN_COUNT, penalty)


def check(acts: Sequence[Act], articles: Sequence[str]) -> None:
    """Country of the place, each article by a layer that has not seen it, for several thresholds."""
    fold = folds(list(articles), 5)
    for penalty in (5.0, 8.0, 14.0):
        rows: list[tuple[float, str, str | None]] = []
        for k in range(5):
            layer = fit([act for act in acts if fold[act.article] != k], penalty)
            rows += [(*_likeliest(act, layer), act.wanted) for act in acts if fold[act.article] == k]
        for least in (0.4, 0.45, 0.5):
            counts = Counter(_verdict(found if score >= least else None, wanted) for score, found, wanted in rows)
            right, all_wanted = counts["right"], counts["right"] + counts["wrong"] + counts["missed"]
            precision = right / max(1, right + counts["wrong"] + counts["invented"])
            print(
                f"penalty {penalty} from {least}: recall {right / all_wanted:.3f} precision {precision:.3f}",
                dict(counts),
            )


def _likeliest(act: Act, layer: Linear) -> tuple[float, str]:
    odds = [(math.exp(float(layer.scores(told)[0])), country) for country, told in act.states]
    best, country = max(odds, default=(0.0, ""))
    return best / (1 + sum(value for value, _ in odds)), country


def _verdict(found: str | None, wanted: str | None) -> str:
    if found is None or wanted is None:
        return "empty" if found == wanted else ("invented" if wanted is None else "missed")
    return "right" if found == wanted else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    data = corpus(parser.parse_args().shared)
    check([act for name in data.articles for act in acts_of(data, name)], list(data.articles))


if __name__ == "__main__":
    main()
