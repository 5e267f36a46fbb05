"""The trained coder: a classifier finds the triggers and their kinds, rules say who, when, where and whether."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Sentence

from bilateral.coding.assembly import mention_of
from bilateral.coding.candidates import Candidate
from bilateral.coding.claims import claims_of
from bilateral.coding.draft import Draft
from bilateral.coding.joining import join
from bilateral.coding.learned.encoder import Array, encoder, is_shipped
from bilateral.coding.learned.features import Around, arguments_of, features, is_candidate
from bilateral.coding.learned.frames import entry_for
from bilateral.coding.learned.model import Verdict, classifier, dense_of
from bilateral.coding.learned.participants import sides_by
from bilateral.coding.reading import Reading
from bilateral.coding.registry import Coded
from bilateral.coding.tell import tell
from bilateral.language import analyser
from bilateral.settings import Settings
from bilateral.types.document import Document

Context = list[Array | None]
"""What the encoder says of each word of a sentence."""
THRESHOLD = 0.4
"""A word less likely to tell an event is passed over; chosen by cross-validation (training/README.md)."""


class TrainedCoder:
    """Codes by a classifier learnt from labelled articles; deterministic."""

    name_version = "trained/1.0"

    def code(self, document: Document, settings: Settings) -> Coded:
        """The mentions and claims of one document."""
        if not document.text.strip():
            return Coded()
        reading = Reading(document, analyser(settings.text("model")).analyse(document.text))
        mentions = tuple(mention_of(reading, found, self.name_version) for found in drafts_of(reading))
        return Coded(mentions=mentions, claims=claims_of(reading, self.name_version))


def drafts_of(reading: Reading) -> list[Draft]:
    """The events of a document, each once, in the order of the text."""
    sentences = list(reading.doc.sents)
    contexts = in_context(reading, sentences)
    return join(
        found
        for sentence, context in zip(sentences, contexts, strict=True)
        for found in _of_sentence(reading, sentence, context)
    )


def in_context(reading: Reading, sentences: Sequence[Sentence]) -> list[Context | None]:
    """The sentences as the encoder reads them; None for those that name no party, which it is spared."""
    named = [k for k, s in enumerate(sentences) if any(reading.cast.at(i) for i in range(s.start, s.end))]
    found: list[Context | None] = [None] * len(sentences)
    if not is_shipped():
        return found
    for k, read in zip(named, encoder().read([[t.text for t in sentences[k]] for k in named]), strict=True):
        found[k] = read
    return found


def judged(reading: Reading, sentence: Sentence, context: Context | None) -> Iterator[tuple[Candidate, Verdict]]:
    """The candidates of a sentence that are likely to tell an event."""
    around = Around(reading, sentence.start, sentence.end)
    for token in sentence:
        if not is_candidate(token):
            continue
        seen = context[token.i - sentence.start] if context is not None else None
        model = classifier()
        verdict = model.verdict(model.scores(features(reading, token, around), dense_of(token)), seen)
        if verdict.probability >= THRESHOLD:
            arguments = arguments_of(token)
            yield Candidate(token, entry_for(verdict.label, token, arguments), arguments), verdict


def _of_sentence(reading: Reading, sentence: Sentence, context: Context | None) -> Iterator[Draft]:
    for candidate, verdict in judged(reading, sentence, context):
        sides = sides_by(reading, verdict.label, candidate.arguments, candidate.frame.joint)
        draft = tell(reading, candidate, sides)
        if draft is None or not draft.countries:
            continue
        draft.frame = replace(draft.frame, plover=verdict.plover)
        draft.sure = verdict.probability
        yield draft
