"""The rules coder: triggers and their arguments over the parse, frame by frame."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Sentence

from bilateral.coding.assembly import mention_of
from bilateral.coding.attribution import is_self_told, speaker_of
from bilateral.coding.candidates import Candidate, candidates
from bilateral.coding.dating import date_of, narrative_present
from bilateral.coding.draft import Draft
from bilateral.coding.families import Refined, refine
from bilateral.coding.filling import fill
from bilateral.coding.joining import join
from bilateral.coding.reading import Reading
from bilateral.coding.registry import Coded
from bilateral.coding.screening import is_event
from bilateral.coding.sides import SPEECH, sides_of
from bilateral.coding.siting import place_of
from bilateral.coding.status import status_of
from bilateral.language import analyser
from bilateral.settings import Settings
from bilateral.types.document import Document


class RulesCoder:
    """Codes by frames, syntax and closed word classes; deterministic."""

    name_version = "rules/1.0"

    def code(self, document: Document, settings: Settings) -> Coded:
        """The mentions of one document."""
        if not document.text.strip():
            return Coded()
        reading = Reading(document, analyser(settings.text("model")).analyse(document.text))
        return Coded(mentions=tuple(mention_of(reading, found, self.name_version) for found in drafts_of(reading)))


def drafts_of(reading: Reading) -> list[Draft]:
    """The events of a document, each once, in the order of the text."""
    return join(found for sentence in reading.doc.sents for found in _of_sentence(reading, sentence))


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    for candidate in candidates(list(sentence)):
        refined = Refined(candidate, candidate.frame, sides_of(reading, candidate), status_of(candidate.arguments))
        refine(reading, refined)
        if refined.drop:
            continue
        found = _draft(reading, candidate, refined)
        fill(reading, found)
        if is_event(reading, candidate, found):
            yield found


def _draft(reading: Reading, candidate: Candidate, refined: Refined) -> Draft:
    arguments, frame = candidate.arguments, refined.frame
    when = date_of(reading, arguments, refined.status.name) or narrative_present(reading, arguments)
    parties = [*refined.sides.actors, *refined.sides.recipients]
    where = place_of(reading, arguments, frame.kind, parties)
    said = speaker_of(reading, candidate.trigger)
    if frame.kind in SPEECH and is_self_told(said, refined.sides.actors):
        said = None
    if frame.what:
        refined.details["what"] = frame.what
    status = (reading.span(refined.status.words),) if refined.status.words else ()
    return Draft(
        frame=refined.frame,
        actors=refined.sides.actors,
        recipients=refined.sides.recipients,
        status=refined.status.name,
        status_spans=status,
        when=when,
        where=where,
        said=said,
        details=refined.details,
        spans=refined.spans,
        triggers=[candidate.trigger],
        quotes=[reading.quote(candidate.trigger)],
    )
