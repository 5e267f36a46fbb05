"""Candidates of the labelled articles with their features and right answers, made once and kept in training/.cache."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc, DocBin
from spacy.tokens import Span as Words

from bilateral.coding.learned.features import Around, features, is_candidate
from bilateral.coding.learned.model import dense_of
from bilateral.coding.reading import Reading
from bilateral.language import analyser
from bilateral.types.document import Document
from standoff import Article, articles, documents, labels, shared_train

CACHE = Path(__file__).parent / ".cache"
NONE, UNKNOWN = "none", "unknown"
ATTRIBUTES = ["ORTH", "TAG", "POS", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START", "SPACY", "MORPH"]


@dataclass
class Rows:
    """One row a candidate word: where it is, what is told of it, what it is."""

    place: list[tuple[str, int]] = field(default_factory=list)
    features: list[dict[str, float]] = field(default_factory=list)
    dense: list[np.ndarray] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    plover: list[str] = field(default_factory=list)


@dataclass
class Corpus:
    """The labelled articles: readings, labels by article, and the ids of all that were read."""

    articles: dict[str, Article]
    labels: dict[str, list[dict[str, Any]]]
    readings: dict[str, Reading]


def corpus(shared: Path) -> Corpus:
    """Everything labelled, but for the part of ../shared that is set aside."""
    rows, ids = shared_train(shared)
    own = documents()
    by_article: dict[str, list[dict[str, Any]]] = {}
    for row in (*rows, *labels()):
        by_article.setdefault(row["doc"], []).append(row)
    texts = articles(shared)
    wanted = {name: texts[name] for name in [*ids, *(name for name in own if name not in ids)]}
    return Corpus(wanted, by_article, readings(wanted.values()))


def readings(wanted: Iterable[Article]) -> dict[str, Reading]:
    """The articles as the coder reads them; their parses are kept between runs."""
    CACHE.mkdir(exist_ok=True)
    return {article.id: Reading(_document(article), _parsed(article)) for article in wanted}


def _document(article: Article) -> Document:
    return Document(f"doc_{article.id}", article.id, article.text, title=article.title, published=article.published)


def _parsed(article: Article) -> Doc:
    model = analyser("en_core_web_sm")
    path = CACHE / f"{hashlib.sha256(article.text.encode()).hexdigest()[:24]}.spacy"
    if not path.exists():
        path.write_bytes(DocBin(attrs=ATTRIBUTES, docs=[model.analyse(article.text)]).to_bytes())
    return next(DocBin().from_bytes(path.read_bytes()).get_docs(model.vocab))


@dataclass(frozen=True)
class Names:
    """The columns of the head."""

    labels: tuple[str, ...]
    plovers: tuple[str, ...]


def names_of(rows: Rows) -> Names:
    """Labels and PLOVER types in the order of the trained classifier's."""
    return Names(
        tuple(sorted({label for label in rows.label if label not in (NONE, UNKNOWN)})),
        tuple(sorted({plover for plover in rows.plover if plover})),
    )


def rows_of(corpus: Corpus) -> Rows:
    """The candidates of all articles, in order."""
    found = Rows()
    for name, reading in corpus.readings.items():
        told, unknown = answers(reading, corpus.labels.get(name, []))
        for sentence in reading.doc.sents:
            _add_sentence(found, name, reading, sentence, told, unknown)
    return found


def _add_sentence(  # noqa: PLR0917 - one call, all needed
    found: Rows, name: str, reading: Reading, sentence: Words, told: dict[int, dict[str, Any]], unknown: set[int]
) -> None:
    """Add a sentence's candidates. A word of the same kind beside a trigger might as well have been chosen: unknown."""
    around = Around(reading, sentence.start, sentence.end)
    kinds = {told[token.i]["kind"] for token in sentence if token.i in told}
    for token in sentence:
        if not is_candidate(token):
            continue
        label = told.get(token.i)
        told_features = features(reading, token, around)
        found.place.append((name, token.i))
        found.features.append(told_features)
        found.dense.append(dense_of(token))
        open_question = token.i in unknown or any(f"frame={kind}" in told_features for kind in kinds)
        found.label.append(name_of(label) if label else UNKNOWN if open_question else NONE)
        found.plover.append(label["plover"] if label else "")


def part_of(data: Corpus, rows: Rows, names: Collection[str]) -> tuple[Corpus, Rows]:
    """The corpus and its candidates without the articles that are not among ``names``."""
    kept = set(names)
    some = Corpus(
        {name: article for name, article in data.articles.items() if name in kept},
        {name: told for name, told in data.labels.items() if name in kept},
        {name: reading for name, reading in data.readings.items() if name in kept},
    )
    at = [k for k, (name, _) in enumerate(rows.place) if name in kept]
    columns = (rows.place, rows.features, rows.dense, rows.label, rows.plover)
    return some, Rows(*([column[k] for k in at] for column in columns))


def name_of(label: dict[str, Any]) -> str:
    return f"other:{label['what'] or 'none'}" if label["kind"] == "other" else str(label["kind"])


def answers(reading: Reading, labels: list[dict[str, Any]]) -> tuple[dict[int, dict[str, Any]], set[int]]:
    """Label by token; and the tokens nobody asked about: the rest of a trigger, the second quote of an event."""
    told: dict[int, dict[str, Any]] = {}
    unknown: set[int] = set()
    for label in labels:
        words = reading.doc.char_span(*label["trigger"], alignment_mode="expand")
        inside = [token for token in words if is_candidate(token)]
        if inside:
            told.setdefault((words.root if words.root in inside else inside[0]).i, label)
            unknown.update(token.i for token in inside)
        for start, end in label["quotes"][1:]:
            unknown.update(token.i for token in reading.doc.char_span(start, end, alignment_mode="expand"))
    return told, unknown


def folds(names: Iterable[str], count: int) -> dict[str, int]:
    """A fold for each article, as good as at random; more articles leave it in its fold."""
    return {name: int(hashlib.sha256(name.encode()).hexdigest(), 16) % count for name in names}
