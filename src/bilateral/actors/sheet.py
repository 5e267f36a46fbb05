"""A document laid out for reading: its tokens and, token by token, the names that the tables know."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from bilateral.actors.aliases import explained
from bilateral.knowledge.lexicon import Entry, Hit, lexicon
from bilateral.types.span import Span

HASH = 2**64 - 1
OWNING = frozenset(
    {"state", "adjective", "prefix", "people", "capital", "residence", "territory", "region", "organisation", "body"}
)
"""Kinds of entries that by themselves tell a state or organisation."""
AGAINST = frozenset({"anti", "pro", "non", "ex", "post", "pre"})
SIDED = frozenset(
    "backed supported funded allied aligned friendly occupied bound style speaking language sponsored made built born "
    "based dominated administered trained".split()
)
"""What follows a name with a hyphen when its bearer is not who acts: "Iran-backed militia", "Beirut-based"."""
GIVEN_NAMES = frozenset(
    "Chad Jordan Georgia Israel London Paris Sydney Washington Lima Santiago Sofia Rome Holland England Wales French "
    "English German Welsh Ireland Scotland Kenya India China Malta Cuba Poland Brazil Ankara Vienna Lincoln".split()
)
"""Names of states and capitals that are also given names or surnames."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Tokens ``[start, end)`` are a name that stands for ``entry``; ``span`` is its characters."""

    start: int
    end: int
    entry: Entry
    span: Span

    @property
    def kind(self) -> str:
        """The kind of the entry."""
        return self.entry.kind

    @property
    def codes(self) -> list[str]:
        """The states or organisations named; more than one in "the two Koreas"."""
        return self.entry.code.split("+") if self.entry.code else []


class Sheet:
    """The tokens of a document as plain lists, and the marks on them."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        table = doc.to_array(["TAG", "DEP", "HEAD", "ENT_TYPE", "IDX", "LENGTH"]).astype("int64").T.tolist()
        keys = set().union(*(table[row] for row in (0, 1, 3)))
        strings = {key: doc.vocab.strings[key & HASH] if key else "" for key in keys}
        self.tags, self.deps, self.ents = ([strings[key] for key in table[row]] for row in (0, 1, 3))
        self.heads = [i + offset for i, offset in enumerate(table[2])]
        self.starts: list[int] = table[4]
        self.ends = [start + length for start, length in zip(self.starts, table[5], strict=True)]
        self.words = [self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        self.marks: list[Mark] = []
        self.at: list[Mark | None] = [None] * len(self.words)
        for hit in explained(self.text, lexicon().scan(self.text)):
            self._mark(hit)
        self._give_bodies()

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens ``[start, end)``."""
        return Span(self.starts[start], self.ends[end - 1])

    def spell(self, start: int, end: int) -> str:
        """The text of tokens ``[start, end)``."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def capital(self, i: int) -> bool:
        """Whether token ``i`` is written with a capital."""
        return self.words[i][:1].isupper()

    def against(self, mark: Mark) -> bool:
        """Whether a name follows "anti-", "pro-" and the like."""
        i = mark.start
        return i >= 2 and self.words[i - 1] == "-" and self.words[i - 2].lower() in AGAINST

    def owns(self, mark: Mark) -> bool:
        """Whether a name can tell whose the phrase around it is."""
        words, end = self.words, mark.end
        sided = end + 1 < len(self) and words[end] == "-" and words[end + 1].lower() in SIDED
        return mark.kind in OWNING and not sided and not self.against(mark)

    def _give_bodies(self) -> None:
        """Give bodies known by one state's name for them to another: "the Libyan House of Representatives"."""
        given: set[str] = set()
        for i, mark in enumerate(self.marks):
            before = self.marks[i - 1] if i else None
            if mark.kind == "body" and before and before.kind in ("adjective", "state") and not self._same_state(mark):
                between = self.words[before.end : mark.start]
                if before.entry.code != mark.entry.code and between in ([], ["'s"], ["’s"], ["'"]):
                    given.add(mark.entry.slug)
        for i, mark in enumerate(self.marks):
            if mark.entry.slug in given and mark.kind == "body" and not self._same_state(mark):
                sector = "GOV" if mark.entry.sector == "IGO" else mark.entry.sector
                entry = replace(mark.entry, kind="bodyword", code="", sector=sector)
                self.marks[i] = replace(mark, entry=entry)
                self.at[mark.start : mark.end] = [self.marks[i]] * (mark.end - mark.start)

    def _same_state(self, mark: Mark) -> bool:
        """Whether the name of a body itself tells its state: "US Senate", "UNSC"."""
        word = self.words[mark.start]
        return word.isupper() or word in ("United", "European", "Royal") or "." in word

    def _mark(self, hit: Hit) -> None:
        start = bisect_right(self.starts, hit.start) - 1
        end = bisect_left(self.ends, hit.end) + 1
        mark = Mark(start, end, hit.entry, Span(hit.start, hit.end))
        if self.at[start] is None and self._plausible(mark):
            self.marks.append(mark)
            self.at[start:end] = [mark] * (end - start)

    def _plausible(self, mark: Mark) -> bool:
        """Whether a name that the tables know is meant here, and not a word of the same spelling."""
        word, tag = self.words[mark.start], self.tags[mark.end - 1]
        following = self.words[mark.end] if mark.end < len(self) else ""
        if mark.kind == "prefix":
            return following == "-"
        if word == "Pak":
            return following in ("-", "Army") or following.islower()
        if word.lower() == "major" and mark.end - mark.start == 1:
            return following[:1].isupper() and self.tags[mark.start - 1][:3] != "NNP"
        if mark.kind in ("rank", "honorific"):
            return self.capital(mark.start)
        if mark.kind in ("bodyword", "human", "office"):
            return tag[:2] == "NN" or (mark.kind == "office" and tag[:1] == "J")
        return word not in GIVEN_NAMES or not self._in_person(mark)

    def _in_person(self, mark: Mark) -> bool:
        """A given name or surname: inside a longer name of a person, or right before a capitalised surname."""
        near = [i for i in (mark.start - 1, mark.end) if 0 <= i < len(self)]
        return self.ents[mark.start] == "PERSON" and any(self.ents[i] == "PERSON" and self.capital(i) for i in near)
