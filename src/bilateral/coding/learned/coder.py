"""The trained coder: a classifier finds the triggers and their kinds, rules say who, when, where and whether."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from bilateral.coding.arguments import carries, governing_verb
from bilateral.coding.assembly import mention_of
from bilateral.coding.candidates import Candidate
from bilateral.coding.claims import claims_of
from bilateral.coding.draft import Draft
from bilateral.coding.joining import join
from bilateral.coding.learned.encoder import encoder, is_shipped
from bilateral.coding.learned.features import Around, arguments_of, features, is_candidate
from bilateral.coding.learned.frames import entry_for
from bilateral.coding.learned.heard import Heard
from bilateral.coding.learned.marks import marks_of
from bilateral.coding.learned.model import Verdict, Weights, classifier, dense_of
from bilateral.coding.learned.participants import sides_by
from bilateral.coding.reading import Reading
from bilateral.coding.registry import Coded
from bilateral.coding.several import each
from bilateral.coding.tell import tell
from bilateral.language import analyser
from bilateral.settings import Settings
from bilateral.types.document import Document

GATE = -3.0
"""The encoder is spared sentences in which the named features see next to nothing: log-odds of the best word."""
THRESHOLD = 0.44
"""A word less likely to tell an event is passed over; chosen by cross-validation (training/README.md)."""


class TrainedCoder:
    """Codes by a classifier learnt from labelled articles; deterministic."""

    name_version = "trained/1.1"

    def code(self, document: Document, settings: Settings) -> Coded:
        """The mentions and claims of one document."""
        if not document.text.strip():
            return Coded()
        reading = Reading(document, analyser(settings.text("model")).analyse(document.text))
        mentions = tuple(mention_of(reading, found, self.name_version) for found in drafts_of(reading))
        return Coded(mentions=mentions, claims=claims_of(reading, self.name_version))


def drafts_of(reading: Reading) -> list[Draft]:
    """The events of a document, each once, in the order of the text."""
    told = (_draft(reading, candidate, verdict) for candidate, verdict in judged(reading))
    return join(single for draft in told if draft is not None for single in each(reading, draft))


def judged(reading: Reading) -> Iterator[tuple[Candidate, Verdict]]:
    """The words of a document that are likely to tell an event, in order."""
    scored = [scored_by_name(reading, sentence) for sentence in reading.doc.sents]
    told = [rows for rows in scored if any(scores[0] > GATE for _, scores in rows)]
    reading.heard = heard(reading, [rows[0][0].sent for rows in told])
    for rows in told:
        verdicts = {token: classifier().verdict(scores, reading.heard.act(token.i)) for token, scores in rows}
        likely = {token: verdict for token, verdict in verdicts.items() if verdict.probability >= THRESHOLD}
        for token, verdict in _once(likely):
            arguments = arguments_of(token)
            yield Candidate(token, entry_for(verdict.label, token, arguments), arguments), verdict


def _once(likely: Mapping[Token, Verdict]) -> Iterator[tuple[Token, Verdict]]:
    """Without the less likely of a light verb and its noun: "held drills" tells one event."""
    weaker: set[Token] = set()
    for noun in likely:
        verb = governing_verb(noun) if noun.pos_ == "NOUN" else None
        if verb is not None and verb in likely and carries(verb, noun):
            weaker.add(noun if likely[noun].probability <= likely[verb].probability else verb)
    return ((token, verdict) for token, verdict in likely.items() if token not in weaker)


def scored_by_name(reading: Reading, sentence: Sentence) -> list[tuple[Token, Weights]]:
    """The candidates of a sentence with their scores by named features."""
    around = Around(reading, sentence.start, sentence.end)
    return [
        (token, classifier().scores(features(reading, token, around), dense_of(token)))
        for token in sentence
        if is_candidate(token)
    ]


def heard(reading: Reading, sentences: Sequence[Sentence]) -> Heard:
    """What the encoder says of the words of some sentences; nothing where it is not shipped."""
    if not is_shipped():
        return Heard()
    read = encoder().read(([token.text for token in words], marks_of(reading, words)) for words in sentences)
    told = zip(sentences, read, strict=True)
    return Heard({words.start + k: row for words, rows in told for k, row in enumerate(rows) if row is not None})


def _draft(reading: Reading, candidate: Candidate, verdict: Verdict) -> Draft | None:
    sides = sides_by(reading, verdict.label, candidate.arguments, candidate.frame.joint)
    draft = tell(reading, candidate, sides)
    if draft is None or not draft.countries:
        return None
    draft.frame = replace(draft.frame, plover=verdict.plover)
    draft.sure = verdict.probability
    return draft
