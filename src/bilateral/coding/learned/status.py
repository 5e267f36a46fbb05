"""Whether an act happened, learnt: a softmax-linear layer over tense, mood, what governs the act, and its kind.

The rules read the words of one clause; what they cannot know is how acts of a kind are reported. A vow to help is an
offer that was made, a vow to visit is a visit to come; an embargo that is spoken of stands, an attack is over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Token

from bilateral.coding.arguments import Arguments, governing_verb, is_passive
from bilateral.coding.learned.frames import label_of
from bilateral.coding.learned.heard import STATUSES
from bilateral.coding.learned.mixing import mix_of
from bilateral.coding.learned.vectors import Vector, word_vectors
from bilateral.coding.learned.weights import file, loader
from bilateral.knowledge.triggers import Frame
from bilateral.knowledge.wordlists import words

Weights = npt.NDArray[np.float32]
CLASSES = ("intent", "propose", "cancel", "deny", "refuse", "threaten", "say", "light_verbs", "hypothetical_nouns")
MAX_CLIMB = 8


@dataclass(frozen=True, slots=True)
class StatusClassifier:
    """Weights by feature and by dimension of :func:`dense_of`; one column a status."""

    names: Mapping[str, int]
    statuses: tuple[str, ...]
    sparse: Weights
    dense: Weights
    bias: Weights

    def scores(self, features: frozenset[str], dense: Vector) -> Weights:
        """A score for each status (log-odds up to a constant)."""
        rows = [row for name in features if (row := self.names.get(name)) is not None]
        total: Weights = self.bias + self.sparse[rows].sum(axis=0) + dense @ self.dense
        return total

    def status(self, features: frozenset[str], dense: Vector, heard: Weights | None = None) -> tuple[str, float]:
        """The likeliest status, and how likely it is; ``heard`` is what the encoder says of each of STATUSES."""
        total = self.scores(features, dense)
        if heard is not None:
            mix = mix_of("status")
            total = mix.named * total + mix.context * heard[[STATUSES.index(name) for name in self.statuses]]
        best = int(total.argmax())
        return self.statuses[best], float(1 / np.exp(total - total[best]).sum())


def dense_of(token: Token) -> Vector:
    """The vectors of the trigger and of what governs it."""
    vectors = word_vectors()
    return np.concatenate([vectors.of(token.lemma_.lower()), vectors.of(token.head.lemma_.lower())])


def features(arguments: Arguments, frame: Frame, rule: str) -> frozenset[str]:
    """Named features of an act; ``rule`` is the status by rule."""
    return frozenset(
        (*_told(arguments, frame, rule), *_own(arguments.trigger), *_mood(arguments), *_above(arguments.trigger))
    )


def _told(arguments: Arguments, frame: Frame, rule: str) -> Iterator[str]:
    kind, label = frame.kind, label_of(frame)
    verb = arguments.verb
    tense = "none" if verb is None else _finite_tag(verb)
    noun = "V" if arguments.trigger.pos_ == "VERB" else "N"
    yield from (f"rule={rule}", f"kind={kind}", f"label={label}", f"rule={rule}/{kind}", f"rule={rule}/{noun}")
    yield from (f"tense={tense}/{noun}", f"tense={tense}/{kind}", f"kind={kind}/{noun}")


def _finite_tag(verb: Token) -> str:
    """The form of a verb with the first of its auxiliaries: "VBG+be", "VB+will", "VBD"."""
    helper = next((child.lemma_.lower() for child in verb.children if child.dep_ in ("aux", "auxpass")), "")
    return f"{verb.tag_}+{helper}"


def _own(trigger: Token) -> Iterator[str]:
    yield f"lemma={trigger.lemma_.lower()}"
    yield f"tag={trigger.tag_}"
    yield f"dep={trigger.dep_}"
    yield f"dep={trigger.dep_}/{trigger.tag_}"
    for child in trigger.children:
        if child.dep_ in ("amod", "compound", "advmod", "det", "neg", "aux", "auxpass"):
            yield f"{child.dep_}={child.lemma_.lower()}"
        elif child.dep_ in ("poss", "nummod"):
            yield child.dep_
        elif child.dep_ in ("prep", "mark"):
            yield f"{child.dep_}={child.lower_}"
        elif child.dep_ in ("acl", "relcl", "xcomp", "ccomp"):
            yield f"{child.dep_}={child.tag_}"


def _mood(arguments: Arguments) -> Iterator[str]:
    verb = arguments.verb
    if verb is None:
        return
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod", "mark"):
            yield f"verb_{child.dep_}={child.lower_}"
    if is_passive(verb):
        yield "passive"
    if verb != arguments.trigger:
        yield f"gov={verb.lemma_.lower()}"
        yield f"gov={verb.lemma_.lower()}/{arguments.trigger.dep_}"
        yield from (f"gov_class={name}" for name in CLASSES if verb.lemma_.lower() in words(name))


def _above(trigger: Token) -> Iterator[str]:
    """What stands above the act, up to the main verb."""
    token = trigger
    if trigger.dep_ == "pobj":
        yield f"under={trigger.head.lower_}"
        yield f"under={trigger.head.lower_}/{trigger.head.head.lemma_.lower()}"
    yield f"head={trigger.head.lemma_.lower()}/{trigger.dep_}"
    yield from (f"head_class={name}" for name in CLASSES if trigger.head.lemma_.lower() in words(name))
    for step in range(MAX_CLIMB):
        head = token.head
        if head == token:
            break
        if head.pos_ in ("VERB", "AUX") and token.dep_ in ("xcomp", "ccomp", "advcl", "relcl", "acl", "conj", "pcomp"):
            yield f"clause={token.dep_}/{_finite_tag(head)}"
            yield from (f"clause_class={name}/{token.dep_}" for name in CLASSES if head.lemma_.lower() in words(name))
        if step == 1:
            yield f"head2={head.lemma_.lower()}/{token.dep_}"
        token = head
    yield f"main={token.lemma_.lower()}"
    yield f"main={_finite_tag(token)}"
    governor = governing_verb(trigger)
    yield f"governed={governor is not None}"


@loader
def status_classifier() -> StatusClassifier:
    """The shipped classifier."""
    with file("status.npz").open("rb") as stored:
        held = np.load(stored)
        return StatusClassifier(
            {name: k for k, name in enumerate(str(held["names"]).split("\n"))},
            tuple(str(held["statuses"]).split(" ")),
            held["sparse"].astype(np.float32),
            held["dense"].astype(np.float32),
            held["bias"].astype(np.float32),
        )
