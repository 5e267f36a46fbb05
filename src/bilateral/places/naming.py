"""Which expressions of a document name places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from ahocorasick_rs import AhoCorasick
from spacy.tokens import Doc

from bilateral.knowledge import states, tables
from bilateral.knowledge.regions import folded, regions
from bilateral.types.span import Span

WHERE = frozenset(
    "in at to near from into across outside inside throughout over off around towards toward through between within "
    "via on of for along visiting visited".split()
)
PLACES = frozenset({"GPE", "LOC", "FAC"})
WITHIN = frozenset({"in", "near", "at", "outside"})
KINDS = frozenset("of town city village province port region capital".split())
ADJUNCTS = frozenset("northern southern eastern western central north south east west".split())


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """Tokens ``[start, end)`` name a place; ``country`` only as far as the words around tell it."""

    span: Span
    start: int
    end: int
    name: str
    country: str | None


class _Party(Protocol):
    @property
    def country(self) -> str | None: ...
    @property
    def form(self) -> str: ...


class _Ref(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def party(self) -> _Party: ...


class _Cast(Protocol):
    @property
    def refs(self) -> Sequence[_Ref]: ...


@cache
def _regions() -> tuple[AhoCorasick, dict[str, str | None]]:
    known = {name: code for name, code in regions().items() if name not in states.state_names()}
    return AhoCorasick(list(known)), known


def place_names(doc: Doc, cast: _Cast) -> list[PlaceRef]:
    """The places that a document names, in order: regions, states and capitals, what the model takes for a place."""
    found: dict[int, PlaceRef] = {}
    taken: set[int] = set()
    for ref in (*_region_refs(doc), *_state_refs(doc, cast), *_entity_refs(doc, cast), *_loose_refs(doc, cast)):
        if not taken & set(range(ref.start, ref.end)):
            found[ref.start] = ref
            taken |= set(range(ref.start, ref.end))
    return [found[start] for start in sorted(found)]


def _ref(doc: Doc, start: int, end: int, country: str | None) -> PlaceRef:
    span = doc[start:end]
    return PlaceRef(Span(span.start_char, span.end_char), start, end, span.text, country)


def _region_refs(doc: Doc) -> list[PlaceRef]:
    automaton, known = _regions()
    matches = sorted(automaton.find_matches_as_indexes(doc.text, overlapping=True), key=lambda m: (m[1], -m[2]))
    found: list[PlaceRef] = []
    last = -1
    for _, start, end in matches:
        span = doc.char_span(start, end)
        if span is not None and start >= last:
            found.append(_ref(doc, span.start, span.end, known[doc.text[start:end]]))
            last = end
    return found


def _state_refs(doc: Doc, cast: _Cast) -> list[PlaceRef]:
    """States and capitals behind a word of place."""
    found: list[PlaceRef] = []
    for ref in cast.refs:
        if ref.party.form not in ("state", "capital") or _is_adjective(doc, ref):
            continue
        i = ref.start - 1
        while i > 0 and (doc[i].tag_ in ("DT", "CC", ",") or doc[i].lower_ in ADJUNCTS):
            i -= 1
        behind_place = doc[ref.start - 1].text in (",", "(") and doc[ref.start - 2].ent_type_ in PLACES
        if i >= 0 and (behind_place or doc[i].lower_ in WHERE or (found and found[-1].end == i + 1)):
            found.append(_ref(doc, ref.start, ref.end, ref.party.country))
    return found


def _is_adjective(doc: Doc, ref: _Ref) -> bool:
    """Whether a state is named by its adjective, whatever the model takes it for: "in the Kazakh capital"."""
    words = doc[ref.start : ref.end].text
    return doc[ref.start].tag_[:2] == "JJ" or (words in states.adjectives() and words not in states.state_names())


def _entity_refs(doc: Doc, cast: _Cast) -> list[PlaceRef]:
    named = {i: ref for ref in cast.refs for i in range(ref.start, ref.end)}
    found = []
    for ent in doc.ents:
        if ent.label_ not in PLACES:
            continue
        start, end = ent.start, ent.end
        while start < end and (doc[start].tag_ == "DT" or doc[start].text == "'s"):
            start += 1
        while end > start and doc[end - 1].tag_ == "POS":
            end -= 1
        ref = named.get(start)
        if start == end or (ref and ref.party.form not in ("state", "capital")):
            continue
        if ref is None or ref.end < end:
            found.append(_ref(doc, start, end, _told(doc, start, end, named)))
    return found


def _loose_refs(doc: Doc, cast: _Cast) -> list[PlaceRef]:
    """Names behind "in" or "city of" that the model takes for no place."""
    named = {i: ref for ref in cast.refs for i in range(ref.start, ref.end)}
    found = []
    for i in range(1, len(doc)):
        before = doc[i - 1].lower_
        kind = before == "of" and i > 1 and doc[i - 2].lower_ in KINDS
        labels = ("", "PERSON", "ORG") if kind else ("", "PERSON")
        if (kind or before in WITHIN) and _loose(doc, i, named, labels):
            end = i + 1
            while end < len(doc) and _loose(doc, end, named, labels):
                end += 1
            found.append(_ref(doc, i, end, _told(doc, i, end, named)))
    return found


def _loose(doc: Doc, i: int, named: dict[int, _Ref], labels: tuple[str, ...]) -> bool:
    token = doc[i]
    free = i not in named or named[i].party.form == "person"
    return free and token.tag_ == "NNP" and token.text[:1].isupper() and token.ent_type_ in labels


def _told(doc: Doc, start: int, end: int, named: dict[int, _Ref]) -> str | None:
    """The state that the words around a place tell: "Doral, Florida", "the Afghan city of Mihtarlam"."""
    if end + 1 < len(doc) and doc[end].text in (",", "(", "in"):
        after = named.get(end + 1)
        if after and after.party.form == "state":
            return after.party.country
        if wider := folded().get(tables.fold(doc[end + 1].text)):
            return wider
    for i in range(start - 1, max(-1, start - 5), -1):
        before = named.get(i)
        if (
            before
            and before.party.form == "state"
            and doc[start - 1].lower_ in ("of", "town", "city", "village", "province")
        ):
            return before.party.country
        if before and before.end == start - 1 and doc[start - 1].tag_ == "POS":
            return before.party.country
    return None
