"""Who is meant by "he", "its", "both countries", "the ministry": what was named before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from bilateral.actors.party import Party, Ref
from bilateral.actors.sheet import Sheet

HUMAN = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
THING = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
PAIRS = frozenset(
    {
        "country",
        "nation",
        "state",
        "side",
        "government",
        "neighbour",
        "neighbor",
        "leader",
        "president",
        "ally",
        "minister",
        "party",
        "power",
        "capital",
        "delegation",
        "official",
        "rival",
        "enemy",
        "force",
        "army",
        "premier",
        "people",
        "navy",
        "military",
        "counterpart",
        "republic",
        "foe",
        "head",
        "partner",
    }
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
LOOK_BACK = 3


class Discourse:
    """The refs of a document in order, for looking back."""

    def __init__(self, sheet: Sheet, refs: Sequence[Ref]) -> None:
        self.sheet = sheet
        self.refs = refs
        self.sentence = [0] * len(sheet)
        for number, sent in enumerate(sheet.doc.sents):
            self.sentence[sent.start : sent.end] = [number] * (sent.end - sent.start)

    def before(self, i: int, fits: Callable[[Ref], bool], back: int = LOOK_BACK) -> Ref | None:
        """The most salient fitting ref before token ``i``: subjects first, nearest sentence first."""
        best: tuple[float, int] | None = None
        found = None
        for ref in self.refs:
            if ref.start >= i:
                break
            distance = self.sentence[i] - self.sentence[ref.start]
            if distance > back or not fits(ref) or (distance == 0 and self._bound(i, ref)):
                continue
            score = (-distance + 0.6 * self.subject(ref), ref.start)
            if best is None or score > best:
                best, found = score, ref
        return found

    def _bound(self, i: int, ref: Ref) -> bool:
        """Whether a ref and token ``i`` stand under one verb, so that they cannot be the same: "X denied it"."""
        heads = self.sheet.heads
        head = heads[ref.end - 1]
        return self.sheet.tags[i] != "PRP$" and head == heads[i] and head not in (i, ref.end - 1)

    def plural(self, ref: Ref) -> bool:
        """Whether a ref can be taken up by "they"."""
        tokens = range(ref.start, ref.end)
        joined = any(
            self.sheet.deps[j] == "conj" and self.sheet.heads[j] in tokens
            for j in range(ref.end, min(ref.end + 12, len(self.sheet)))
        )
        return joined or self.sheet.tags[ref.end - 1] in ("NNS", "NNPS") or ref.party.form in ("organisation", "people")

    def thing(self, ref: Ref) -> bool:
        """Whether a ref can be taken up by "it"."""
        return ref.party.form not in ("person", "office", "people")

    def subject(self, ref: Ref) -> bool:
        """Whether a ref is, or is in the head of, a subject of its sentence."""
        deps, heads = self.sheet.deps, self.sheet.heads
        return any(deps[i] in SUBJECTS for i in range(ref.start, ref.end)) or (
            deps[ref.end - 1] == "conj" and deps[heads[ref.end - 1]] in SUBJECTS
        )

    def pair(self, i: int, wanted: int = 2) -> list[Party]:
        """The set of ``wanted`` states named last before token ``i``: joined in one sentence, else the last ones."""
        pool: dict[str, Party] = {}
        for sentence in range(self.sentence[i], max(-1, self.sentence[i] - 8), -1):
            here: dict[str, Party] = {}
            for ref in self.refs:
                if ref.start < i and self.sentence[ref.start] == sentence and ref.party.country:
                    here.setdefault(ref.party.country, ref.party)
            pool |= {code: party for code, party in here.items() if code not in pool}
            if len(here) >= wanted or len(pool) >= wanted:
                return list((here if len(here) >= wanted else pool).values())[:wanted]
        return []


def empty(token: Token) -> bool:
    """Whether an "it" is likely to stand for no party: an object, which is mostly a deed, or "it is clear that"."""
    if token.lower_ != "it":
        return False
    if token.dep_ not in SUBJECTS:
        return True
    deps = {child.dep_ for child in token.head.children}
    return "acomp" in deps and bool(deps & {"ccomp", "xcomp", "advcl"})


def clause_subject(token: Token) -> Token | None:
    """The subject of the clause around a possessive pronoun, which it mostly takes up."""
    for ancestor in token.ancestors:
        for child in ancestor.children:
            if child.dep_ in SUBJECTS and child.i < token.i:
                return None if child.is_ancestor(token) else child
    return None


def suits(word: str, party: Party, owner: Token) -> bool:
    """Whether a possessive pronoun agrees with a party named as subject by ``owner``."""
    person = party.form in ("person", "office") or (party.form == "pronoun" and owner.lower_ in HUMAN)
    if word in HUMAN:
        return person
    if word in THING:
        return not person and owner.tag_ not in ("NNS", "NNPS")
    return word in MANY and (owner.tag_ in ("NNS", "NNPS") or owner.lower_ in MANY or owner.n_rights > 0)


def is_pair(token: Token) -> int:
    """How many a phrase such as "both countries" or "the three leaders" speaks of; 0 for other phrases."""
    if token.lemma_.lower() not in PAIRS or token.tag_ not in ("NNS", "NNPS"):
        return 0
    for child in token.children:
        if child.i < token.i:
            if child.lower_ in ("both", "two"):
                return 2
            if child.lower_ in ("three", "four"):
                return 3 if child.lower_ == "three" else 4
    return 0
