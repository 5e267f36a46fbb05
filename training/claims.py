"""How well claims are found on 20 labelled articles: F1, kind, speaker; on those looked at and on the rest.

usage: python training/claims.py [SHARED] [--show missed|extra|kind|speaker]
       python training/claims.py --standoff LABELS.jsonl SHARED     the labelling form -> claims/claims.jsonl
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

from bilateral.coding.claims import ToldClaim, told_claims
from bilateral.coding.reading import Reading
from dataset import readings
from standoff import articles

FOLDER = Path(__file__).parent / "claims"


def to_offsets(label: dict[str, Any], text: str) -> dict[str, Any]:
    """A label with its words and its speaker as [start, end]; the speaker where it stands nearest to the words."""
    start = text.index(label["quote"].strip())
    end = start + len(label["quote"].strip())
    name, span = label.get("speaker"), None
    if name:
        places = [i for i in range(len(text)) if text.startswith(name, i)]
        at = min(places, key=lambda i: max(i - end, start - i - len(name), 0))
        span = [at, at + len(name)]
    row = {"doc": label["doc"], "span": [start, end], "speaker_span": span, "kind": label["kind"]}
    return {**row, "speaker_country": label.get("speaker_country"), "about": label["about"]}


def labelled() -> dict[str, list[dict[str, Any]]]:
    """Labels by article, in the order of documents.csv."""
    with (FOLDER / "documents.csv").open(encoding="utf-8") as file:
        found: dict[str, list[dict[str, Any]]] = {row["id"]: [] for row in csv.DictReader(file)}
    for line in (FOLDER / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["doc"]].append(row)
    return found


def parts() -> dict[str, list[str]]:
    """Articles by part: ``looked`` at while writing the rules, or ``unlooked``."""
    found: dict[str, list[str]] = {}
    with (FOLDER / "documents.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["part"], []).append(row["id"])
    return found


def matched(
    labels: list[dict[str, Any]], told: list[ToldClaim]
) -> tuple[list[tuple[dict[str, Any], ToldClaim]], list[dict[str, Any]], list[ToldClaim]]:
    """Pairs of a label and a claim that share half of the shorter, each used once, largest share first; the rest."""
    shares = []
    for i, label in enumerate(labels):
        for j, claim in enumerate(told):
            start, end = label["span"]
            shared = min(end, claim.quote.end) - max(start, claim.quote.start)
            if 2 * shared >= min(end - start, claim.quote.end - claim.quote.start):
                shares.append((-shared, i, j))
    left, right, pairs = set(range(len(labels))), set(range(len(told))), []
    for _, i, j in sorted(shares):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((labels[i], told[j]))
    return pairs, [labels[i] for i in sorted(left)], [told[j] for j in sorted(right)]


def speaker_right(label: dict[str, Any], claim: ToldClaim, text: str) -> bool:
    """Both null; or named by the same words, by the same last word of a name, or by one resolved to it."""
    if label["speaker_span"] is None or claim.speaker is None or claim.speaker_span is None:
        return label["speaker_span"] is None and claim.speaker is None
    start, end = label["speaker_span"]
    if claim.speaker_span.start < end and start < claim.speaker_span.end:
        return True
    name = text[start:end]
    told = {claim.speaker.name, claim.speaker_span.of(text)}
    return any(name.split()[-1].casefold() == words.split()[-1].casefold() for words in told)


def measure(reading: Reading, labels: list[dict[str, Any]], show: str | None) -> Counter[str]:
    """Counts of one article."""
    text = reading.document.text
    told = told_claims(reading)
    pairs, missed, extra = matched(labels, told)
    count = Counter({"labels": len(labels), "told": len(told), "matched": len(pairs)})
    for label, claim in pairs:
        kind, speaker = label["kind"] == claim.kind, speaker_right(label, claim, text)
        about = set(label["about"])
        count.update({"kind": kind, "speaker": speaker, "about": bool(about & set(claim.about))})
        if (show == "kind" and not kind) or (show == "speaker" and not speaker):
            name = text[slice(*label["speaker_span"])] if label["speaker_span"] else None
            print(label["kind"], claim.kind, "|", name, "->", claim.speaker, "|", claim.quote.of(text))
    if show == "missed":
        for label in missed:
            print(label["doc"], label["kind"], "|", text[slice(*label["span"])])
    if show == "extra":
        for claim in extra:
            print(claim.kind, claim.about, claim.speaker and claim.speaker.name, "|", claim.quote.of(text))
    return count


def report(part: str, count: Counter[str]) -> str:
    """One line of figures."""
    hits = max(1, count["matched"])
    precision, recall = count["matched"] / max(1, count["told"]), count["matched"] / max(1, count["labels"])
    f1 = 2 * count["matched"] / max(1, count["told"] + count["labels"])
    rest = "  ".join(f"{name} {count[name] / hits:.2f}" for name in ("kind", "speaker", "about"))
    sizes = f"{part:9} {count['labels']:4} labels {count['told']:4} told"
    return f"{sizes}  P {precision:.2f} R {recall:.2f} F1 {f1:.2f}  {rest}"


def main() -> None:
    """Print the figures, or write the stand-off labels."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", default="../shared", type=Path)
    parser.add_argument("--show", choices=("missed", "extra", "kind", "speaker"), help="of the part looked at")
    parser.add_argument("--standoff", type=Path)
    options = parser.parse_args()
    texts = articles(options.shared)
    if options.standoff:
        rows = [json.loads(line) for line in options.standoff.read_text(encoding="utf-8").splitlines() if line.strip()]
        lines = [json.dumps(to_offsets(row, texts[row["doc"]].text), ensure_ascii=False) for row in rows]
        (FOLDER / "claims.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return
    by_article, everything = labelled(), Counter[str]()
    read = readings(texts[name] for name in by_article)
    for part, names in parts().items():
        total = Counter[str]()
        for name in names:
            total.update(measure(read[name], by_article[name], options.show if part == "looked" else None))
        everything.update(total)
        print(report(part, total))
    print(report("both", everything))


if __name__ == "__main__":
    main()
