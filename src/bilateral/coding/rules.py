"""The rules coder: triggers and their arguments over the parse, frame by frame."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Sentence

from bilateral.coding.assembly import mention_of
from bilateral.coding.candidates import candidates
from bilateral.coding.claims import claims_of
from bilateral.coding.draft import Draft
from bilateral.coding.joining import join
from bilateral.coding.reading import Reading
from bilateral.coding.registry import Coded
from bilateral.coding.screening import is_event
from bilateral.coding.tell import tell
from bilateral.language import analyser
from bilateral.settings import Settings
from bilateral.types.document import Document


class RulesCoder:
    """Codes by frames, syntax and closed word classes; deterministic."""

    name_version = "rules/1.0"

    def code(self, document: Document, settings: Settings) -> Coded:
        """The mentions and claims of one document."""
        if not document.text.strip():
            return Coded()
        reading = Reading(document, analyser(settings.text("model")).analyse(document.text))
        mentions = tuple(mention_of(reading, found, self.name_version) for found in drafts_of(reading))
        return Coded(mentions=mentions, claims=claims_of(reading, self.name_version))


def drafts_of(reading: Reading) -> list[Draft]:
    """The events of a document, each once, in the order of the text."""
    return join(found for sentence in reading.doc.sents for found in _of_sentence(reading, sentence))


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    for candidate in candidates(list(sentence)):
        found = tell(reading, candidate)
        if found is not None and is_event(candidate, found):
            yield found
