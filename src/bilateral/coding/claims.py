"""Claims: what a speaker or the author asserts that is no event, about a state or an international organisation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bilateral.coding.assertions import Assertion, assertions, spoken_in
from bilateral.coding.claim_kind import kind_of
from bilateral.coding.claim_people import Speakers, about_of, can_speak
from bilateral.coding.reading import MAX_QUOTE, Reading
from bilateral.types.actor import Speaker
from bilateral.types.claim import Claim
from bilateral.types.span import Span


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim before it gets its id: its kind, who says it where, about whom, and its words."""

    kind: str
    speaker: Speaker | None
    speaker_span: Span | None
    about: tuple[str, ...]
    quote: Span


def claims_of(reading: Reading, coder: str) -> tuple[Claim, ...]:
    """The claims of a document, in the order of the text."""
    document = reading.document.id
    return tuple(
        Claim(_claim_id(document, told), document, told.kind, told.speaker, told.about, None, told.quote, coder)
        for told in told_claims(reading)
    )


def told_claims(reading: Reading) -> list[ToldClaim]:
    """The claims of a document with the words that name their speakers; no two of the same words."""
    kept: list[ToldClaim] = []
    for found in _found(reading):
        if not any(_same_words(found.quote, other.quote) for other in kept):
            kept.append(found)
    return sorted(_joined(kept), key=lambda told: told.quote)


def _found(reading: Reading) -> Iterator[ToldClaim]:
    spoken = spoken_in(reading)
    speakers = Speakers(reading, spoken)
    for assertion in assertions(reading, spoken):
        if not assertion.content:
            continue
        kind = kind_of(reading, assertion)
        if kind is None or not can_speak(reading, assertion.speaker):
            continue
        about = about_of(reading, assertion)
        if not about:
            continue
        said = speakers.of(assertion.speaker)
        speaker, span = (said.speaker, said.span) if said is not None else (None, None)
        yield ToldClaim(kind, speaker, span, about, _quote(reading, assertion))


def _joined(claims: Sequence[ToldClaim]) -> list[ToldClaim]:
    """Sentences that one speaker goes on with in the same vein are one claim, as far as a quote may be long."""
    found: list[ToldClaim] = []
    for told in sorted(claims, key=lambda told: told.quote):
        last = found[-1] if found else None
        if last and last.speaker and _goes_on(last, told):
            about = tuple(dict.fromkeys((*last.about, *told.about)))
            found[-1] = replace(last, about=about, quote=Span(last.quote.start, told.quote.end))
        else:
            found.append(told)
    return found


def _goes_on(last: ToldClaim, told: ToldClaim) -> bool:
    near = 0 <= told.quote.start - last.quote.end <= 2
    same = (last.kind, last.speaker) == (told.kind, told.speaker)
    return near and same and told.quote.end - last.quote.start <= MAX_QUOTE


def _same_words(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 >= min(one.end - one.start, other.end - other.start)


def _quote(reading: Reading, assertion: Assertion) -> Span:
    whole = reading.span(assertion.words)
    if whole.end - whole.start <= MAX_QUOTE:
        return whole
    content = reading.span(assertion.content)
    if content.end - content.start <= MAX_QUOTE:
        return content
    cue = assertion.cue or assertion.content[0]
    return reading.quote(cue)


def _claim_id(document: str, told: ToldClaim) -> str:
    key = f"{document}|{told.kind}|{told.quote.start}|{told.quote.end}"
    return f"clm_{hashlib.sha256(key.encode()).hexdigest()[:20]}"
