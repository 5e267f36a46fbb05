"""How well the details of a mention are read when its trigger and kind are given.

usage: python training/details.py [SHARED] [--half even|odd] [--errors DETAIL]

A text is right when it holds the label's words or they hold it (case, articles and plurals aside); a number when it is
the label's; a stage and a direction when they are the same word.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import Any

from dataset import corpus
from fields import told

NAMES = {
    "item": ("item",),
    "quantity": ("quantity",),
    "stage": ("stage",),
    "direction": ("direction",),
    "series": ("series", "exercise"),
    "personnel": ("personnel",),
    "mechanism": ("mechanism",),
    "title": ("agreement", "title"),
}
"""Detail of the coder -> the labels' keys for it."""
STAGES = {"delivered": "delivery", "received": "delivery", "ordered": "order", "sale": "order", "approved": "order"}


def verdict(name: str, wanted: object, found: object) -> str:
    """right, wrong, missed, invented."""
    if wanted is None or found is None:
        return "invented" if wanted is None else "missed"
    return "right" if _same(name, str(wanted), str(found)) else "wrong"


def _same(name: str, wanted: str, found: str) -> bool:
    if name == "stage":
        return STAGES.get(wanted, wanted) == found
    if name in ("quantity", "personnel"):
        return bool(_numbers(wanted) & _numbers(found))
    one, other = _plain(wanted), _plain(found)
    return bool(one and other) and (one in other or other in one)


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text.replace(",", "")))


def _plain(text: str) -> str:
    words = re.findall(r"\w+", text.lower())
    return " ".join(word.removesuffix("s") for word in words if word not in ("the", "a", "an"))


def wanted_of(label: dict[str, Any], name: str) -> object:
    """The label's value of a detail."""
    return next((label["details"][key] for key in NAMES[name] if (label.get("details") or {}).get(key)), None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--errors", choices=tuple(NAMES))
    options = parser.parse_args()
    data = corpus(options.shared)
    names = list(data.articles)
    if options.half:
        names = names[options.half == "odd" :: 2]
    counts: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    for reading, label, draft in told(data, names):
        for name in NAMES:
            wanted, found = wanted_of(label, name), draft.details.get(name)
            if wanted is None and found is None:
                continue
            result = verdict(name, wanted, found)
            counts[name][result] += 1
            if name == options.errors and result != "right":
                start, end = label["quotes"][0]
                print(
                    result,
                    label["kind"],
                    "|",
                    wanted,
                    "|",
                    found,
                    "|",
                    draft.trigger,
                    "|",
                    reading.document.text[start:end][:240],
                )
    for name, count in counts.items():
        print(f"{name:10}", dict(count))


if __name__ == "__main__":
    main()
