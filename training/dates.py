"""Learn which date dates an act: for each labelled trigger, which of the dates around it is its own, or none.

usage: python training/dates.py [SHARED]       cross-validation by article; training/train.py learns what ships
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import choice
from bilateral.coding.learned import dates
from bilateral.coding.learned.features import arguments_of
from bilateral.coding.learned.linear import Linear
from bilateral.coding.reading import Reading
from bilateral.types.edtf import bounds, overlap, width_days
from dataset import Corpus, answers, corpus, folds, name_of

MIN_COUNT = 5


@dataclass(frozen=True)
class Act:
    """A labelled trigger: EDTF and features of each date it may have, and the one it has."""

    article: str
    options: tuple[tuple[str, frozenset[str]], ...]
    wanted: str | None

    @property
    def right(self) -> list[bool]:
        """Which options are right."""
        return right_of([edtf for edtf, _ in self.options], self.wanted)


def fits(found: str, wanted: str) -> bool:
    """Whether a date overlaps the wanted one and is not much wider; one that is open to a side may be."""
    width, most = width_days(found), width_days(wanted)
    return overlap(found, wanted) and (width is None or width <= max(366, 3 * (most or 10**6)))


def acts_of(data: Corpus, name: str) -> Iterator[Act]:
    """The acts of an article."""
    reading = data.readings[name]
    for i, label in sorted(answers(reading, data.labels.get(name, []))[0].items()):
        act = dates.act_of(reading, name_of(label), arguments_of(reading.doc[i]))
        options = dates.options_of(reading, act.arguments)
        told = tuple((option.when.edtf, frozenset(dates.features(act, option))) for option in options)
        yield Act(name, told, label["date"])


def options_at(reading: Reading, act: int, label: dict[str, Any]) -> list[tuple[dates.Option, bool]]:
    """The dates that the act of a word may have, and which are right."""
    options = dates.options_of(reading, arguments_of(reading.doc[act]))
    return list(zip(options, right_of([option.when.edtf for option in options], label["date"]), strict=True))


def right_of(options: Sequence[str], wanted: str | None) -> list[bool]:
    """Which dates are right: those that say the same days, else those that fit."""
    if wanted is None:
        return [False] * len(options)
    exact = [bounds(edtf) == bounds(wanted) for edtf in options]
    return exact if any(exact) else [fits(edtf, wanted) for edtf in options]


def fit(acts: Sequence[Act], penalty: float = 6.0) -> Linear:
    """The layer: a choice among the dates around an act and none of them; several may be right."""
    choices = [list(zip((told for _, told in act.options), act.right, strict=True)) for act in acts]
    return choice.fit(choices, "then", MIN_COUNT, penalty)


def likeliest(act: Act, layer: Linear) -> tuple[float, str]:
    """The likeliest date and its probability."""
    odds: Counter[str] = Counter()
    for edtf, told in act.options:
        odds[edtf] += float(np.exp(min(30.0, layer.scores(told)[0])))
    best, value = max(sorted(odds.items()), key=lambda row: row[1], default=("", 0.0))
    return value / (1 + sum(odds.values())), best


def check(acts: Sequence[Act], articles: Sequence[str]) -> None:
    """Dates right, each article by a layer that has not seen it, for several penalties and thresholds."""
    fold = folds(list(articles), 5)
    for penalty in (3.0, 6.0, 12.0):
        rows: list[tuple[float, str, str | None]] = []
        for k in range(5):
            layer = fit([act for act in acts if fold[act.article] != k], penalty)
            rows += [(*likeliest(act, layer), act.wanted) for act in acts if fold[act.article] == k]
        for least in (0.3, 0.35, 0.4, 0.5):
            counts = Counter(_verdict(found if score >= least else None, wanted) for score, found, wanted in rows)
            dated = counts["fits"] + counts["wrong"] + counts["missed"]
            undated = counts["invented"] + counts["empty"]
            print(
                f"penalty {penalty} from {least}: fits {counts['fits'] / dated:.3f}"
                f" invented {counts['invented'] / undated:.3f}",
                dict(counts),
            )


def _verdict(found: str | None, wanted: str | None) -> str:
    if wanted is None:
        return "empty" if found is None else "invented"
    return "missed" if found is None else "fits" if fits(found, wanted) else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    data = corpus(parser.parse_args().shared)
    check([act for name in data.articles for act in acts_of(data, name)], list(data.articles))


if __name__ == "__main__":
    main()
