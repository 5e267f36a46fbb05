"""Which of the dates in a text dates an act: the one that hangs on it, not the nearest one."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from bilateral.coding.arguments import Arguments
from bilateral.coding.distance import distance
from bilateral.coding.reading import Dated, Reading
from bilateral.types.edtf import bounds
from bilateral.types.span import Span

MONTH = 31
REACH = 6
"""A date farther than this in the parse dates something else."""


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF date and the words that give it."""

    edtf: str
    spans: tuple[Span, ...]


def date_of(reading: Reading, arguments: Arguments, status: str) -> When | None:
    """The date of an act, None where nothing in its sentence dates it."""
    sentence = arguments.trigger.sent
    inside = [d for d in reading.dated if sentence.start <= d.root.i < sentence.end and _is_when(d)]
    ranked = sorted((distance(d.root, arguments), abs(d.root.i - arguments.trigger.i), k) for k, d in enumerate(inside))
    for cost, _, k in ranked:
        if cost > REACH:
            break
        if _plausible(inside[k], status, reading.document.published):
            return bounded(inside[k])
    return None


def _is_when(dated: Dated) -> bool:
    """Whether the expression tells when, and is no age, rate or object of a comparison."""
    root = dated.root
    preposition = governing_word(root)
    return preposition not in ("than", "for", "of") or root.head.head.pos_ in ("NOUN", "PROPN")


def governing_word(root: Token) -> str:
    """The preposition that a date hangs on, or nothing."""
    return root.head.lower_ if root.dep_ == "pobj" else ""


def _plausible(dated: Dated, status: str, published: str | None) -> bool:
    """What occurred lies not behind the article's own date."""
    return status != "occurred" or not is_ahead(dated.timex.edtf, published)


def is_ahead(edtf: str | None, published: str | None) -> bool:
    """Whether a date lies behind the day of publication with its first day already."""
    earliest, latest = bounds(edtf)[0], bounds(published)[1]
    return earliest is not None and latest is not None and earliest > latest


def is_over(edtf: str | None, published: str | None) -> bool:
    """Whether a date ended more than a month before the day of publication."""
    latest, now = bounds(edtf)[1], bounds(published)[0]
    return latest is not None and now is not None and (now - latest).days > MONTH


def bounded(dated: Dated) -> When:
    """The date, opened to one side where the preposition says so: "since 2011" begins, "before 2015" ends there."""
    edtf = dated.timex.edtf or ""
    words = (Span(dated.timex.start, dated.timex.end),)
    if "/" not in edtf and governing_word(dated.root) in ("before", "until", "till"):
        return When(f"../{edtf}", words)
    return When(edtf, words)


def narrative_present(reading: Reading, arguments: Arguments) -> When | None:
    """The day of a brief, where a main verb in the plain present tells what it brought ("Kenya adds ...")."""
    verb = arguments.verb
    return own_day(reading, verb) if verb is not None and _in_plain_present(verb) else None


def own_day(reading: Reading, word: Token) -> When | None:
    """The day of a chronicle's item, by ``word``: news in brief is written in the plain present; None for an article.

    An article in the past tense is left undated.
    """
    published = reading.document.published
    if not published or len(published) != len("2000-01-01") or not _is_brief(reading):
        return None
    return When(published, (reading.span([word]),))


def _in_plain_present(verb: Token) -> bool:
    main = main_verb(verb)
    return _is_present(main) and main.dep_ in ("ROOT", "ccomp") and main.lemma_ not in ("be", "have")


def main_verb(verb: Token) -> Token:
    """The verb whose tense a verb takes: what it is joined to or hangs on without a tense of its own."""
    main = verb
    while main.dep_ in ("conj", "xcomp", "advcl", "acl", "dobj", "prep", "pobj") and main.head != main:
        main = main.head
    return main


def _is_present(verb: Token) -> bool:
    """Whether it is "kills", or "are killed", and not "has killed"."""
    if verb.tag_ == "VBN":
        return any(child.dep_ == "auxpass" and child.tag_ in ("VBZ", "VBP") for child in verb.children) and not any(
            child.dep_ == "aux" for child in verb.children
        )
    return verb.tag_ in ("VBZ", "VBP")


def _is_brief(reading: Reading) -> bool:
    roots = [sentence.root for sentence in reading.doc.sents if sentence.root.pos_ in ("VERB", "AUX")]
    present = sum(_is_present(root) for root in roots)
    return 0 < len(roots) <= 5 and 2 * present >= len(roots)
