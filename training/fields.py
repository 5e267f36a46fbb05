"""How well the values of a mention are read when its trigger and kind are given.

usage: python training/fields.py [SHARED] [--half even|odd] [--errors date|status|speaker|place|countries]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bilateral.coding.candidates import Candidate
from bilateral.coding.draft import Draft
from bilateral.coding.learned.features import arguments_of
from bilateral.coding.learned.frames import entry_for
from bilateral.coding.reading import Reading
from bilateral.coding.tell import tell
from bilateral.types.edtf import bounds, overlap
from dataset import Corpus, answers, corpus, name_of

FIELDS = ("date", "status", "speaker", "place", "countries")


def told(data: Corpus, names: list[str]) -> Iterator[tuple[Reading, dict[str, Any], Draft]]:
    """Each labelled event of the articles with what the coder tells of it."""
    for name in names:
        reading = data.readings[name]
        triggers, _ = answers(reading, data.labels.get(name, []))
        for i, label in sorted(triggers.items()):
            token = reading.doc[i]
            arguments = arguments_of(token)
            draft = tell(reading, Candidate(token, entry_for(name_of(label), token, arguments), arguments))
            if draft is not None:
                yield reading, label, draft


def verdicts(reading: Reading, label: dict[str, Any], draft: Draft) -> dict[str, tuple[str, object, object]]:
    """By field: right, wrong, missed, invented, or empty on both sides; the label's value; the coder's value."""
    date = draft.when.edtf if draft.when else None
    where = draft.where.place.country if draft.where else None
    wanted = {actor["country"] for actor in label["actors"] if actor["country"]}
    named = {actor["country"] for actor in label["actors"] if actor["country"] and actor["span"]} or wanted
    countries = draft.countries
    return {
        "date": (_verdict(label["date"], date, _fits), label["date"], date),
        "status": (_verdict(label["status"], draft.status, str.__eq__), label["status"], draft.status),
        "speaker": (_speaker(label, draft), label["speaker_span"], draft.said and draft.said.speaker.name),
        "place": (_verdict(label["place_country"], where, str.__eq__), label["place_country"], where),
        "countries": ("right" if named <= countries <= wanted else "wrong", sorted(wanted), sorted(countries)),
    }


def _fits(wanted: str, found: str) -> bool:
    return bounds(wanted) == bounds(found) or (overlap(wanted, found) and _width(found) <= max(366, 3 * _width(wanted)))


def _width(edtf: str) -> int:
    first, last = bounds(edtf)
    return 10**6 if first is None or last is None else (last - first).days + 1


def _verdict(wanted: str | None, found: str | None, same: Any) -> str:
    if wanted is None or found is None:
        return "empty" if wanted == found else ("invented" if wanted is None else "missed")
    return "right" if same(wanted, found) else "wrong"


def _speaker(label: dict[str, Any], draft: Draft) -> str:
    wanted = label["speaker_span"]
    if wanted is None or draft.said is None:
        return "empty" if wanted is None and draft.said is None else ("invented" if wanted is None else "missed")
    start, end = wanted
    return "right" if draft.said.span.start < end and start < draft.said.span.end else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--errors", choices=FIELDS)
    options = parser.parse_args()
    data = corpus(options.shared)
    names = list(data.articles)
    if options.half:
        names = names[options.half == "odd" :: 2]
    counts: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    for reading, label, draft in told(data, names):
        for field, (verdict, wanted, found) in verdicts(reading, label, draft).items():
            counts[field][verdict] += 1
            if field == options.errors and verdict in ("wrong", "missed", "invented"):
                start, end = label["quotes"][0]
                print(
                    verdict,
                    wanted,
                    found,
                    draft.trigger,
                    "|",
                    reading.document.text[start:end][:260],
                    "|",
                    reading.document.published,
                )
    for field, count in counts.items():
        good = count["right"] + count["empty"]
        print(f"{field:10} {good / max(1, count.total()):.3f} right or rightly empty", dict(count))


if __name__ == "__main__":
    main()
