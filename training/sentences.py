"""What the encoder learns from: sentences with their candidates, and what belongs to each act that they tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import dates
from bilateral.coding.learned import participants, places
from bilateral.coding.learned.encoder import cut
from bilateral.coding.learned.heard import RELATIONS, STATUSES
from bilateral.coding.learned.marks import LATER, SEVERAL, Mark, marks_of
from bilateral.coding.reading import Reading
from dataset import UNKNOWN, Corpus, Rows, answers

Link = tuple[int, int, int, float]
"""Number of the relation, piece of the act, piece of the other word, and whether it belongs there."""


@dataclass
class Sentence:
    """A sentence: word pieces with their marks; candidates as (piece, label, PLOVER type); statuses of its acts, and
    what belongs to them."""

    pieces: list[int]
    marks: list[Mark]
    candidates: list[tuple[int, str, str]] = field(default_factory=list)
    statuses: list[tuple[int, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def teaches(self) -> bool:
        """Whether there is something to learn: an answer that is known, of a sentence that somebody is named in.

        Acts of nobody known are passed over, so that their sentences need not be understood.
        """
        named = any(1 <= who <= LATER or who == SEVERAL for who, _, _ in self.marks)
        return named and any(label != UNKNOWN for _, label, _ in self.candidates)


def sentences(data: Corpus, rows: Rows) -> list[Sentence]:
    """The sentences that teach something, in order."""
    found: dict[tuple[str, int], tuple[Sentence, list[int]]] = {}
    told = {name: answers(reading, data.labels.get(name, []))[0] for name, reading in data.readings.items()}
    for k, (name, i) in enumerate(rows.place):
        reading = data.readings[name]
        words = reading.doc[i].sent
        if (name, words.start) not in found:
            pieces, marks, first = cut([word.text for word in words], marks_of(reading, words))
            found[name, words.start] = Sentence(pieces, marks), first
        made, first = found[name, words.start]
        at = first[i - words.start]
        if at < 0:
            continue
        made.candidates.append((at, rows.label[k], rows.plover[k]))
        if i in told[name]:
            made.statuses.append((at, STATUSES.index(told[name][i]["status"])))
            for relation, word, right in links_of(reading, i, told[name][i]):
                if words.start <= word < words.end and first[word - words.start] >= 0:
                    made.links.append((RELATIONS.index(relation), at, first[word - words.start], float(right)))
    return [sentence for sentence, _ in found.values() if sentence.teaches]


def links_of(reading: Reading, act: int, label: dict[str, Any]) -> Iterator[tuple[str, int, bool]]:
    """Words that may belong to a labelled act, by relation, and whether they do."""
    sides = {actor["country"]: actor["side"] for actor in label["actors"]}
    for one in participants.named_in(reading, reading.doc[act]):
        yield "part", one.head.i, one.party.country in sides
        if one.party.country in sides:
            yield "recipient", one.head.i, sides[one.party.country] == "recipient"
    for option, right in dates.options_at(reading, act, label):
        if option.dated is not None:
            yield "then", option.dated.root.i, right
    for site in places.ground_of(reading).sites:
        yield "here", site.root.i, site.country == label["place_country"]
