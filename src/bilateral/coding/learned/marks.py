"""Who stands behind each word of a sentence, told to the encoder beside it: it knows few of the names of the world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from bilateral.actors import Party
from bilateral.coding.reading import Reading

Mark = tuple[int, int, int]
"""Which of the sentence's states (1 to 3: first, second, later; 4: several; 5: a party of no known state; 0: nobody),
the form of the phrase, and how much of the document is about that state (1: most)."""
NOBODY: Mark = (0, 0, 0)
SEVERAL, STATELESS, LATER = 4, 5, 3
FORMS = ("state", "capital", "organisation", "body", "person", "office", "people", "pronoun", "group")
SIZES = (6, 1 + len(FORMS), 4)
"""How many values each part of a mark has."""
STANDING_FOR = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "NN", "NNS"})


def marks_of(reading: Reading, sentence: Sentence) -> list[Mark]:
    """A mark for each word of a sentence."""
    met: dict[str, int] = {}
    return [_mark(_behind(reading, token), met, _ranks(reading)) for token in sentence]


def _behind(reading: Reading, token: Token) -> Sequence[Party]:
    ref = reading.cast.at(token.i)
    if ref is not None:
        return (ref.party,)
    return reading.cast.stands_for(token) if token.tag_ in STANDING_FOR else ()


def _mark(parties: Sequence[Party], met: dict[str, int], ranks: Mapping[str, int]) -> Mark:
    if not parties:
        return NOBODY
    form, country = 1 + FORMS.index(parties[0].form), parties[0].country
    if len(parties) > 1:
        return SEVERAL, form, LATER
    if country is None:
        return STATELESS, form, 0
    order = met.setdefault(country, len(met))
    return min(LATER, 1 + order), form, min(LATER, 1 + ranks.get(country, LATER))


@lru_cache(maxsize=1)
def _ranks(reading: Reading) -> dict[str, int]:
    """Each state of a document by how often it is named: 0 the most."""
    named = Counter(ref.party.country for ref in reading.cast.refs if ref.party.country)
    return {country: rank for rank, (country, _) in enumerate(named.most_common())}
