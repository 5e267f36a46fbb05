"""Fit how the layers over named features and the encoder are weighed, on articles that neither has seen.

usage: python training/mixes.py [SHARED] --keep FOLDER [--first N] [--write]

FOLDER holds the weights of the folds (``crossval.py --keep``). ``--write`` makes what is fitted learned/mixes.toml.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

import crossval
import dates as date_labels
from bilateral.coding.learned import coder, dates, participants, places
from bilateral.coding.learned.features import arguments_of
from bilateral.coding.learned.frames import default_frames, entry_for
from bilateral.coding.learned.heard import STATUSES
from bilateral.coding.learned.linear import shipped
from bilateral.coding.learned.mixing import Mix
from bilateral.coding.learned.model import classifier
from bilateral.coding.learned.status import dense_of, features, status_classifier
from bilateral.coding.reading import Reading
from bilateral.coding.status import by_rule
from dataset import NONE, UNKNOWN, Corpus, Rows, answers, corpus, name_of, rows_of

OUT = Path(coder.__file__).parent / "mixes.toml"
Score = tuple[float, float | None, bool]
"""By named features, by the encoder, and whether it is right."""


class Scores:
    """What both say of the questions of unseen articles: yes or no, or a choice among options."""

    def __init__(self) -> None:
        self.asked: dict[str, list[Score]] = defaultdict(list)
        self.choices: dict[str, list[list[Score]]] = defaultdict(list)
        self.statuses: list[tuple[np.ndarray, np.ndarray, int]] = []

    def add(self, reading: Reading, labels: Sequence[dict[str, Any]]) -> None:
        """All that is asked of a labelled article, its words having been heard."""
        for i, label in sorted(answers(reading, list(labels))[0].items()):
            if reading.heard.act(i) is not None:
                self._add_parties(reading, i, label)
                self._add_status(reading, i, label)
                self.choices["then"].append(list(_dates(reading, i, label)))
                self.choices["here"].append(list(_places(reading, i, label)))

    def _add_parties(self, reading: Reading, i: int, label: dict[str, Any]) -> None:
        sides = {actor["country"]: actor["side"] for actor in label["actors"]}
        layer, named = shipped("participants"), participants.named_in(reading, reading.doc[i])
        scene = participants.scene_of(reading, name_of(label), arguments_of(reading.doc[i]), named)
        for one in named:
            side = sides.get(one.party.country)
            part, recipient = map(float, layer.scores(participants.features(scene, one)))
            self.asked["part"].append((part, reading.heard.link("part", i, one.head.i), side is not None))
            if side is not None:
                heard = reading.heard.link("recipient", i, one.head.i)
                self.asked["recipient"].append((recipient, heard, side == "recipient"))

    def _add_status(self, reading: Reading, i: int, label: dict[str, Any]) -> None:
        arguments, model = arguments_of(reading.doc[i]), status_classifier()
        frame = entry_for(name_of(label), reading.doc[i], arguments).frame
        told = model.scores(features(arguments, frame, by_rule(arguments).name), dense_of(reading.doc[i]))
        heard = reading.heard.statuses(i)
        if heard is not None and label["status"] in model.statuses:
            heard = heard[[STATUSES.index(name) for name in model.statuses]]
            self.statuses.append((told, heard, model.statuses.index(label["status"])))


def _dates(reading: Reading, i: int, label: dict[str, Any]) -> Iterator[Score]:
    act = dates.act_of(reading, name_of(label), arguments_of(reading.doc[i]))
    for option, right in date_labels.options_at(reading, i, label):
        heard = None if option.dated is None else reading.heard.link("then", i, option.dated.root.i)
        yield float(shipped("dates").scores(dates.features(act, option))[0]), heard, right


def _places(reading: Reading, i: int, label: dict[str, Any]) -> Iterator[Score]:
    arguments, ground = arguments_of(reading.doc[i]), places.ground_of(reading)
    sides = participants.sides_by(reading, name_of(label), arguments, default_frames()[name_of(label)].joint)
    for country in ground.named:
        told = shipped("places").scores(places.features(ground, name_of(label), arguments, sides, country))
        yield float(told[0]), places.linked(reading, reading.doc[i], country), country == label["place_country"]


def events(data: Corpus, rows: Rows, names: Sequence[str]) -> list[Score]:
    """What both say of each candidate whose answer is known."""
    found: list[Score] = []
    for (name, i), told, dense, label in zip(rows.place, rows.features, rows.dense, rows.label, strict=True):
        heard = data.readings[name].heard.act(i) if name in names and label != UNKNOWN else None
        if heard is not None:
            found.append((float(classifier().scores(told, dense)[0]), float(heard[0]), label != NONE))
    return found


def of_answers(rows: Sequence[Score]) -> Mix:
    """The weights for a question of yes or no."""
    known = [(named, heard, right) for named, heard, right in rows if heard is not None]
    model = LogisticRegression(C=100.0).fit([row[:2] for row in known], [row[2] for row in known])
    return Mix(*model.coef_[0], model.intercept_[0])


def of_choices(choices: Sequence[Sequence[Score]]) -> Mix:
    """The weights for a choice among options and none of them."""

    def loss(weights: Any) -> float:
        return sum(-np.log(_chance_of_right(Mix(*weights), options)) for options in choices if options)

    return Mix(*minimize(loss, [1.0, 0.5, 0.0], method="Nelder-Mead", options={"maxiter": 150}).x)


def _chance_of_right(mix: Mix, options: Sequence[Score]) -> float:
    odds = np.exp([min(30.0, mix.of(named, heard)) for named, heard, _ in options])
    right = odds[[is_right for _, _, is_right in options]].sum()
    return float((right or 1.0) / (1.0 + odds.sum()))


def of_statuses(rows: Sequence[tuple[np.ndarray, np.ndarray, int]]) -> Mix:
    """The weights for the statuses of an act."""
    named, heard, right = (np.array(column) for column in zip(*rows, strict=True))

    def loss(weights: Any) -> float:
        total = weights[0] * named + weights[1] * heard
        total = total - total.max(axis=1, keepdims=True)
        return float((np.log(np.exp(total).sum(axis=1)) - total[np.arange(len(right)), right]).sum())

    return Mix(*minimize(loss, [0.5, 0.5], method="Nelder-Mead").x)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    parser.add_argument("--keep", type=Path, required=True)
    parser.add_argument("--first", type=int)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    data = corpus(options.shared)
    rows, scores, told = rows_of(data), Scores(), list[Score]()
    for names in crossval.each_fold(data, rows, options.keep, 5, options.first):
        for name in names:
            coder.drafts_of(data.readings[name])
            scores.add(data.readings[name], data.labels.get(name, []))
        told += events(data, rows, names)
    mixes = {"event": of_answers(told), "status": of_statuses(scores.statuses)}
    mixes |= {name: of_answers(asked) for name, asked in scores.asked.items()}
    mixes |= {name: of_choices(choices) for name, choices in scores.choices.items()}
    lines = [
        f"{name} = {{ named = {mix.named:.3f}, context = {mix.context:.3f}, bias = {mix.bias:.3f} }}"
        for name, mix in mixes.items()
    ]
    print("\n".join(lines))
    if options.write:
        head = "# Weights of learned/mixing.py, fitted by training/mixes.py."
        OUT.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
