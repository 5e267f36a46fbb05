"""Learn who takes part: for each labelled trigger, which parties of its sentence are on which side.

usage: python training/participants.py [SHARED]       cross-validation by article; training/train.py learns what ships
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bilateral.coding.learned import participants
from bilateral.coding.learned.features import arguments_of
from bilateral.coding.learned.frames import default_frames
from bilateral.coding.learned.linear import Linear
from dataset import Corpus, answers, corpus, folds, name_of

Row = tuple[str, dict[str, float], bool, bool]


def rows_of(data: Corpus) -> list[Row]:
    """One row a party of the sentence of a labelled trigger: article, features, takes part, is recipient."""
    found: list[Row] = []
    for name, reading in data.readings.items():
        triggers, _ = answers(reading, data.labels.get(name, []))
        for i, label in sorted(triggers.items()):
            sides = {actor["country"]: actor["side"] for actor in label["actors"]}
            arguments = arguments_of(reading.doc[i])
            named = participants.named_in(reading, reading.doc[i])
            scene = participants.scene_of(reading, name_of(label), arguments, named)
            for one in named:
                told = dict.fromkeys(participants.features(scene, one), 1.0)
                found.append((name, told, one.party.country in sides, sides.get(one.party.country) == "recipient"))
    return found


def fit(rows: Sequence[Row]) -> Linear:
    """The layer: takes part or not; recipient or actor, learnt from those who take part."""
    vectorizer = DictVectorizer(dtype=np.float32)
    inputs = vectorizer.fit_transform([row[1] for row in rows])
    kept = np.flatnonzero(np.asarray((inputs > 0).sum(axis=0)).ravel() >= 2)
    inputs = inputs[:, kept]
    part = np.array([row[2] for row in rows])
    recipient = np.array([row[3] for row in rows])
    heads = [
        LogisticRegression(C=0.3, max_iter=300).fit(inputs, part),
        LogisticRegression(C=0.3, max_iter=300).fit(inputs[part], recipient[part]),
    ]
    names = {vectorizer.feature_names_[k]: row for row, k in enumerate(kept)}
    weights = np.vstack([head.coef_ for head in heads]).T.astype(np.float32)
    return Linear(
        names, ("part", "recipient"), weights, np.concatenate([h.intercept_ for h in heads]).astype(np.float32)
    )


def check(data: Corpus, rows: Sequence[Row]) -> None:
    """Countries of labelled triggers, each article by a layer that has not seen it."""
    fold = folds(list(data.articles), 5)
    hit = extra = missed = sided = 0
    for k in range(5):
        layer = fit([row for row in rows if fold[row[0]] != k])
        for name, reading in data.readings.items():
            if fold[name] != k:
                continue
            for i, label in answers(reading, data.labels.get(name, []))[0].items():
                joint = default_frames()[name_of(label)].joint
                sides = participants.sides_by(reading, name_of(label), arguments_of(reading.doc[i]), joint, layer)
                h, e, m, s = _compare(label, sides)
                hit, extra, missed, sided = hit + h, extra + e, missed + m, sided + s
    p, r = hit / (hit + extra), hit / (hit + missed)
    print(f"countries P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f}, on the right side {sided / hit:.3f}")


def _compare(label: dict[str, Any], sides: Any) -> tuple[int, int, int, int]:
    allowed = {a["country"] for a in label["actors"] if a["country"]}
    core = {a["country"] for a in label["actors"] if a["country"] and a["span"]} or allowed
    side = {a["country"]: a["side"] for a in label["actors"]}
    found = sides.countries
    right = sum(side.get(p.country) == "actor" for p in sides.actors if p.country in core)
    right += sum(side.get(p.country) == "recipient" for p in sides.recipients if p.country in core)
    return len(found & core), len(found - allowed), len(core - found), right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    data = corpus(parser.parse_args().shared)
    check(data, rows_of(data))


if __name__ == "__main__":
    main()
