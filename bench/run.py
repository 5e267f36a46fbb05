"""Measure the coder and print one table: ``make bench``, or ``python bench/run.py --help``.

Without options: two small labelled corpora and expressions of time, in seconds.
Results are kept in bench/results/NAME.json.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import floors
from corpora import learning, shared
from measures import Scores, quick_scores, score, speed
from sentences import sentence_scores

UNGATED = ("train", "aside", "speed", "p2gsr", "plv", "dyads")
"""Not measured by the test that keeps the floors."""

RESULTS = Path(__file__).parent / "results"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", action="store_true", help="also the texts to learn from (minutes)")
    parser.add_argument("--speed", action="store_true", help="also 1,500 articles: articles a second, memory")
    parser.add_argument("--sentences", action="store_true", help="also public sets of single sentences (minutes)")
    parser.add_argument("--jobs", type=int, default=1, help="worker processes")
    parser.add_argument("--name", default="latest", help="name of the result file")
    parser.add_argument("--raise-floors", action="store_true", help="bring floors up to the scores")
    parser.add_argument("--lower-floor", metavar="CORPUS.MEASURE", help="bring one floor down to its score")
    return parser.parse_args()


def measure(told: argparse.Namespace) -> dict[str, Scores]:
    scores = quick_scores(told.jobs)
    if told.train:
        scores |= {corpus.name: score(corpus, told.jobs) for corpus in learning()}
    if told.sentences:
        scores |= sentence_scores(told.jobs)
    if told.speed:
        scores["speed"] = speed(told.jobs)
    return scores


def table(scores: dict[str, Scores], floor: floors.Table) -> str:
    lines = []
    for corpus, measures in scores.items():
        lines.append(f"\n{corpus}")
        for name, value in measures.items():
            least = floor.get(corpus, {}).get(name)
            mark = "" if least is None else f"   floor {least:g}" + ("  BELOW" if value < least else "")
            lines.append(f"  {name:<30}{value:>10g}{mark}")
    return "\n".join(lines)


def main() -> int:
    told = arguments()
    if not (shared() / "gold").is_dir():
        print(f"bench: {shared()} holds no labelled articles; name their folder in BILATERAL_SHARED", file=sys.stderr)
        return 2
    scores = measure(told)
    floor = floors.load()
    if told.raise_floors:
        gated = {name: measures for name, measures in scores.items() if name not in UNGATED}
        floor = floors.raised(floor, gated)
    if told.lower_floor:
        floor = floors.lowered(floor, scores, told.lower_floor)
    if told.raise_floors or told.lower_floor:
        floors.save(floor)
    print(table(scores, floor))
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(scores, indent=1, sort_keys=True) + "\n"
    (RESULTS / f"{told.name}.json").write_text(text, encoding="utf-8")
    below = list(floors.fallen(floor, scores))
    print("\n" + ("\n".join(below) or "no score is below its floor"))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
