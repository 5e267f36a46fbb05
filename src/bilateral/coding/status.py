"""Whether it happened: status from tense, modals, verbs of intent, negation and the words that call an act off."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from bilateral.coding.arguments import Arguments
from bilateral.coding.learned.status import Weights, dense_of, features, status_classifier
from bilateral.knowledge.triggers import Frame
from bilateral.knowledge.wordlists import words

FUTURE = frozenset({"will", "shall", "'ll", "wo"})
MAYBE = frozenset({"may", "might", "could", "can", "ca"})
OUGHT = frozenset({"should", "must", "ought"})


SURE = 0.4
"""Less likely than this the classifier's "occurred" gives way to what words say by rule."""
FAR = 6
"""How many steps up in the parse a possibility still covers an act."""


@dataclass(frozen=True, slots=True)
class Status:
    """A status and the words that tell it (none where the plain past does)."""

    name: str
    words: tuple[Token, ...] = ()


def status_of(arguments: Arguments, frame: Frame, heard: Weights | None = None) -> Status:
    """The status of an act: what the rules read in its clause, weighed by how acts of its kind are reported.

    ``heard`` is what the encoder says, where it has read the clause.
    """
    rule = by_rule(arguments)
    known = features(arguments, frame, rule.name)
    name, sure = status_classifier().status(known, dense_of(arguments.trigger), heard)
    if name == rule.name or (name == "occurred" and sure < SURE):
        return rule
    return Status(name, () if name == "occurred" else rule.words or _telling(arguments))


def _telling(arguments: Arguments) -> tuple[Token, ...]:
    """The words a status is read from where no rule names them: helpers, else what governs, else the act's own word."""
    verb = arguments.verb
    if verb is None:
        return (arguments.trigger,)
    return tuple(child for child in verb.children if child.dep_ in ("aux", "auxpass")) or (verb,)


def by_rule(arguments: Arguments) -> Status:
    """The status of an act by rule, read outwards from the trigger to the verbs that govern it."""
    trigger, verb = arguments.trigger, arguments.verb
    if trigger.pos_ not in ("VERB", "AUX"):
        told = _from_noun(trigger) or _from_governor(trigger, verb)
        if told is not None:
            return told
        if verb is None:
            return Status("occurred")
        return _from_verb(verb, carried=True)
    return _from_verb(trigger, carried=False)


def _from_noun(noun: Token) -> Status | None:
    for child in noun.children:
        if child.dep_ not in ("amod", "compound", "advmod", "det"):
            continue
        for name, group in (
            ("cancelled", "cancelled_adjectives"),
            ("planned", "planned_adjectives"),
            ("proposed", "proposed_adjectives"),
        ):
            if child.lower_ in words(group):
                return Status(name, (child,))
        if child.dep_ == "det" and child.lower_ == "no":
            return Status("denied", (child,))
    return _from_of(noun)


def _from_of(noun: Token) -> Status | None:
    """ "the possibility of talks", "plans for an exercise", "the prospect of holding joint drills" """
    token = noun
    for _ in range(FAR):
        if token.dep_ not in ("pobj", "pcomp", "prep", "dobj", "conj") or token.head == token:
            return None
        token = token.head
        if token.lemma_ in words("hypothetical_nouns"):
            return Status("planned" if token.lemma_ == "plan" else "proposed", (token,))
    return None


def _from_governor(noun: Token, verb: Token | None) -> Status | None:
    """What the verb a noun depends on does to its act: "cancelled the visit", "proposed talks", "denied the attack"."""
    if verb is None or noun.dep_ not in ("dobj", "nsubjpass", "nsubj", "pobj", "conj"):
        return None
    lemma = _lemma(verb)
    if noun.dep_ == "nsubj" and lemma not in ("continue", "remain"):
        return None
    for name, group in (("cancelled", "cancel"), ("denied", "deny"), ("proposed", "propose")):
        if lemma in words(group) and (noun.dep_ != "pobj" or lemma in ("call_for", "call")):
            return Status(name, (verb,)) if not _negated(verb) else None
    if lemma in ("plan", "schedule", "expect", "prepare", "arrange") and noun.dep_ in ("dobj", "nsubjpass", "pobj"):
        return Status("planned", (verb,))
    return None


def _lemma(verb: Token) -> str:
    particle = next(
        (child.lower_ for child in verb.children if child.dep_ in ("prt", "prep") and child.lower_ in ("off", "for")),
        "",
    )
    return f"{verb.lemma_}_{particle}" if particle == "off" else verb.lemma_


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)


def _from_verb(verb: Token, carried: bool) -> Status:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    lower = {child.lower_ for child in helpers}
    if _conditional(verb):
        return Status("hypothetical", tuple(c for c in helpers if c.tag_ == "MD"))
    if _negated(verb):
        return _negative(verb, lower)
    for group, name in ((FUTURE, "planned"), (OUGHT, "proposed"), (MAYBE, "hypothetical")):
        if lower & group:
            return Status(name, tuple(c for c in helpers if c.lower_ in group))
    if lower & {"would", "'d"}:
        return Status("planned", tuple(c for c in helpers if c.lower_ in ("would", "'d")))
    if any(child.tag_ == "TO" for child in helpers) or verb.dep_ in ("xcomp", "pcomp"):
        return _infinitive(verb)
    return _finite(verb, lower)


def _negative(verb: Token, lower: set[str]) -> Status:
    marks = tuple(child for child in verb.children if child.dep_ == "neg")
    if lower & FUTURE or lower & {"would"}:
        return Status("cancelled", marks)
    return Status("denied", marks)


def _conditional(verb: Token) -> bool:
    clause = verb
    for _ in range(3):
        if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in clause.children):
            return True
        if clause.dep_ not in ("xcomp", "conj"):
            return False
        clause = clause.head
    return False


def _infinitive(verb: Token) -> Status:
    """An infinitive or gerund has the status that what governs it gives: "plans to visit", "refused to sign"."""
    head = verb.head
    if head == verb:
        return Status("planned")
    if verb.dep_ == "pcomp":
        return _of_preposition(verb)
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _from_verb(head, carried=False)
    if head.pos_ in ("VERB", "AUX", "ADJ"):
        return _governed(head)
    if head.pos_ == "NOUN":
        return Status(
            "planned" if head.lemma_ in ("plan", "decision", "agreement", "intention") else "proposed", (head,)
        )
    return Status("planned")


def _of_preposition(verb: Token) -> Status:
    governor = verb.head.head
    if verb.head.lower_ in ("by", "after", "since", "for", "upon", "following"):
        return Status("occurred")
    if governor.pos_ in ("NOUN", "ADJ", "VERB") and governor.lemma_ in words("hypothetical_nouns") | words("propose"):
        return Status("proposed", (governor,))
    if governor.lemma_ in ("before", "without", "from"):
        return Status("cancelled", (verb.head,))
    return Status("occurred")


def _governed(head: Token) -> Status:
    if head.lemma_ in words("passes_on") and not _negated(head):
        return _from_verb(head, carried=False)
    name = "occurred"
    if _negated(head) or head.lemma_ in words("refuse") | words("deny"):
        name = "denied"
    elif head.lemma_ in words("intent") or (head.pos_ == "ADJ" and head.lemma_ in words("ready")):
        name = "planned"
    elif head.pos_ == "ADJ" or head.lemma_ in words("propose") | words("threaten"):
        name = "proposed"
    return Status(name, () if name == "occurred" else (head,))


def _finite(verb: Token, lower: set[str]) -> Status:
    if verb.tag_ == "VBG" and lower & {"is", "are", "been", "'s", "'re"}:
        return Status("ongoing", tuple(c for c in verb.children if c.dep_ == "aux"))
    adverb = next((c for c in verb.children if c.dep_ == "advmod" and c.lower_ in words("ongoing_adverbs")), None)
    if adverb is not None and verb.tag_ in ("VBZ", "VBP", "VBG"):
        return Status("ongoing", (adverb,))
    if verb.lemma_ in words("ongoing_verbs"):
        return Status("ongoing", (verb,))
    if _denied_above(verb):
        return Status("denied", (verb.head,))
    return Status("occurred")


def _denied_above(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and verb.head.lemma_ in words("deny")
