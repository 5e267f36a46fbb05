"""Agreement of two readers who labelled the same documents apart: again/ against labels/.

usage: python training/agreement.py [SHARED]
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from crossval import compare
from standoff import Article, articles, gold_line, labels

AGAIN = Path(__file__).parent / "again"
Label = dict[str, Any]


def as_found(label: Label, text: str) -> Label:
    """A label as a line of an export."""
    told = {name: label[name] for name in ("date", "status")}
    return {
        "id": f"{label['doc']}/{label['event']}",
        "kind": label["kind"],
        "plover": {"event": label["plover"]},
        "participants": label["actors"],
        "details": {},
        "evidence": [{"document": label["doc"], "quote": text[start:end], **told} for start, end in label["quotes"]],
        **told,
    }


def agreement(first: Sequence[Label], second: Sequence[Label], texts: dict[str, Article], shared: Path) -> str:
    """The scorer's figures with the first reading as gold."""
    names = (AGAIN / "documents.txt").read_text(encoding="utf-8").split()
    gold = [gold_line(label, texts[label["doc"]].text) for label in first if label["doc"] in names]
    found = [as_found(label, texts[label["doc"]].text) for label in second if label["doc"] in names]
    with tempfile.TemporaryDirectory() as folder:
        return compare(gold, found, names, shared, Path(folder))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    shared = parser.parse_args().shared
    second = [json.loads(line) for line in (AGAIN / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    print(agreement(list(labels()), second, articles(shared), shared))
    print(agreement(second, list(labels()), articles(shared), shared))


if __name__ == "__main__":
    main()
