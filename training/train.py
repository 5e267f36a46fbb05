"""Learn everything that ships from all labels, one layer after the other: src/bilateral/coding/learned/data.

usage: python training/train.py [SHARED] [--only LAYER,...]      (25 minutes on 2 busy cores, most for the encoder)

Layers: triggers, encoder, participants, dates, status, places. A later one may read what an earlier one says.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Collection
from pathlib import Path

import dates
import encoder
import participants
import places
import status
import triggers
from bilateral.coding.learned import weights
from dataset import Corpus, Rows, corpus, names_of, part_of, rows_of
from sentences import sentences

SHIPPED = Path(__file__).parent.parent / "src/bilateral/coding/learned/data"
Layer = Callable[[Corpus, Rows, Path], None]


def _triggers(_data: Corpus, rows: Rows, folder: Path) -> None:
    triggers.write(triggers.fit(rows, range(len(rows.place))), folder / "triggers.npz")


def _encoder(data: Corpus, rows: Rows, folder: Path) -> None:
    encoder.write(encoder.tune(sentences(data, rows), names_of(rows)), folder)


def _participants(data: Corpus, _rows: Rows, folder: Path) -> None:
    participants.fit(participants.rows_of(data)).save(folder / "participants.npz")


def _dates(data: Corpus, _rows: Rows, folder: Path) -> None:
    dates.fit([act for name in data.articles for act in dates.acts_of(data, name)]).save(folder / "dates.npz")


def _status(data: Corpus, _rows: Rows, folder: Path) -> None:
    acts = status.acts_of(data)
    status.write(status.fit(acts, range(len(acts.label))), folder / "status.npz")


def _places(data: Corpus, _rows: Rows, folder: Path) -> None:
    places.fit([act for name in data.articles for act in places.acts_of(data, name)]).save(folder / "places.npz")


LAYERS: dict[str, Layer] = {
    "triggers": _triggers,
    "encoder": _encoder,
    "participants": _participants,
    "dates": _dates,
    "status": _status,
    "places": _places,
}


def learn(data: Corpus, rows: Rows, articles: Collection[str], folder: Path, layers: Collection[str] = LAYERS) -> None:
    """Learn layers from some of the articles and leave their weights in ``folder``, in use from then on."""
    some, chosen = part_of(data, rows, articles)
    folder.mkdir(parents=True, exist_ok=True)
    for name in layers:
        began = time.perf_counter()
        LAYERS[name](some, chosen, folder)
        weights.use(folder)
        print(f"  {name}: {time.perf_counter() - began:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    parser.add_argument("--only", default=",".join(LAYERS))
    options = parser.parse_args()
    data = corpus(options.shared)
    rows = rows_of(data)
    mentions = sum(map(len, data.labels.values()))
    print(f"{len(data.articles)} articles, {mentions} mentions, {len(rows.place)} candidate words")
    learn(data, rows, data.articles, SHIPPED, options.only.split(","))
    size = sum(file.stat().st_size for file in SHIPPED.iterdir())
    print(f"{size / 1e6:.1f} MB in {SHIPPED.name}/")


if __name__ == "__main__":
    main()
