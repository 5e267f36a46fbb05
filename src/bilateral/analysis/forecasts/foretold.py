"""What was said to come: plans that reports tell of, and forecasts that speakers make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bilateral.analysis.notes import Note, note_of
from bilateral.analysis.people import states
from bilateral.dates import find_timexes
from bilateral.types.actor import Speaker
from bilateral.types.edtf import bounds
from bilateral.types.event import Event

if TYPE_CHECKING:
    from bilateral.record import ToldClaim

AHEAD = ("planned", "proposed")


@dataclass(frozen=True, slots=True)
class Foretold:
    """One forecast or plan, as one speaker tells it first.

    Attributes:
        speaker: ``None`` for the article itself.
        note: its words; ``note.published`` is when it was told.
        kind: the kind of event planned, or ``forecast`` for one that tells no event the coder knows.
        about: codes of the states (and organisations) it is about.
        by_when: EDTF, what this report says of the time; ``None`` when it does not say.
        event: the event of the record that this report is one of; ``None`` for a forecast.
    """

    speaker: Speaker | None
    note: Note
    kind: str
    about: tuple[str, ...]
    by_when: str | None
    event: Event | None

    @property
    def voice(self) -> str:
        """Who is to be held to it: the speaker, else the newspaper."""
        if self.speaker:
            return self.speaker.name
        return self.note.source or self.note.document


def plans(events: Iterable[Event]) -> Iterator[Foretold]:
    """Each event that was told ahead, once for every speaker (or newspaper) that told it so."""
    for event in events:
        ahead = sorted((i for i in event.evidence if i.status in AHEAD), key=lambda i: (i.published or "9999", i.start))
        about = tuple(states(p for p in event.participants if p.role != "topic"))
        voices: set[str] = set()
        for item in ahead:
            told = Foretold(item.attributed_to, note_of(item), event.kind, about, item.date, event)
            if told.voice not in voices:
                voices.add(told.voice)
                yield told


def with_forecasts(
    planned: Iterable[Foretold], claims: Iterable[ToldClaim], text_of: Callable[[str], str]
) -> Iterator[Foretold]:
    """The plans, with the speakers that the claims name, and the forecasts whose words tell none of them."""
    claimed = list(claims)
    by_document: dict[str, list[ToldClaim]] = {}
    for told in claimed:
        by_document.setdefault(told.claim.document, []).append(told)
    used: set[str] = set()
    for plan in planned:
        same = next((t for t in by_document.get(plan.note.document_id, []) if _same_words(plan.note, t)), None)
        if same:
            used.add(same.claim.id)
        yield replace(plan, speaker=same.claim.speaker) if same and plan.speaker is None else plan
    rest = {told.claim.document: None for told in claimed if told.claim.id not in used}
    texts = {document: text_of(document) for document in rest}
    for told in claimed:
        if told.claim.id not in used:
            yield _forecast(told, texts)


def _forecast(told: ToldClaim, texts: Mapping[str, str]) -> Foretold:
    claim = told.claim
    note = Note(
        document=told.document,
        source=told.source,
        published=told.published,
        document_id=claim.document,
        start=claim.quote.start,
        end=claim.quote.end,
        quote=told.quote,
        attributed_to=claim.speaker,
    )
    by_when = claim.date or _time_in(note, texts[claim.document])
    return Foretold(claim.speaker, note, "forecast", claim.about, by_when, None)


def _time_in(note: Note, text: str) -> str | None:
    """The last time named in the words that lies ahead of their telling."""
    told = bounds(note.published)[0]
    named = [t.edtf for t in find_timexes(text, note.published) if note.start <= t.start and t.end <= note.end]
    ahead = [edtf for edtf in named if edtf and told and (bounds(edtf)[1] or told) > told]
    return ahead[-1] if ahead else None


def _same_words(note: Note, told: ToldClaim) -> bool:
    quote = told.claim.quote
    return quote.start < note.end and note.start < quote.end
