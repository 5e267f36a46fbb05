"""Who does what to whom in a clause: the arguments of a verb or of a noun that tells an act.

Works on spaCy's ClearNLP-style dependencies. What the parse leaves out (the subject of an infinitive, a participle,
a conjunct, a noun) is taken from the governing clause by the usual rules of control.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from bilateral.knowledge.wordlists import words

MAX_CLIMB = 6
"""How many governors are asked for a missing subject; deeper chains are parse errors more often than not."""


@dataclass(slots=True)
class Arguments:
    """Heads of the phrases around a trigger: ``agents`` and, by slot name, everything else.

    ``verb`` is the verb whose tense and negation hold for the act: the trigger itself, or what governs the noun.
    """

    trigger: Token
    verb: Token | None
    agents: list[Token] = field(default_factory=list)
    slots: dict[str, list[Token]] = field(default_factory=dict)
    particles: frozenset[str] = frozenset()

    def add(self, slot: str, tokens: list[Token]) -> None:
        """Put phrases into a slot, each once."""
        held = self.slots.setdefault(slot, [])
        held.extend(token for token in tokens if token not in held)


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, also as a bare participle or as a conjunct of a passive."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in ("aux", "nsubj", "dobj") for child in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "amod", "ROOT")


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject, inherited from the governing clause where the verb has none of its own."""
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if own or depth > MAX_CLIMB:
        return own
    return _inherited(verb, depth + 1)


def _inherited(verb: Token, depth: int) -> list[Token]:
    head, dep = verb.head, verb.dep_
    if dep == "xcomp" or (dep == "ccomp" and _is_infinitive(verb)):
        controlled = [child for child in head.children if child.dep_ in ("dobj", "dative")]
        return controlled if controlled and not is_passive(head) else _of_head(head, depth)
    if dep in ("conj", "advcl", "ccomp", "dep", "parataxis"):
        return _of_head(head, depth)
    if dep in ("acl", "relcl"):
        return [head] if dep == "relcl" or verb.tag_ in ("VBG", "VBN") else _owner(head, depth)
    if dep == "pcomp":
        return _of_head(head.head, depth)
    return []


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _of_head(head: Token, depth: int) -> list[Token]:
    if head.pos_ in ("VERB", "AUX"):
        return surface_subject(head, depth)
    if head.pos_ in ("NOUN", "ADJ"):
        return _owner(head, depth)
    return []


def _owner(noun: Token, depth: int) -> list[Token]:
    """Whose plan, decision or offer it is: the possessor, else the subject of the clause the noun stands in."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners or depth > MAX_CLIMB:
        return owners
    governor = governing_verb(noun)
    return surface_subject(governor, depth + 1) if governor is not None else []


def governing_verb(token: Token) -> Token | None:
    """The verb a noun depends on, across one preposition or coordination; None when another noun comes first."""
    head, dep = token.head, token.dep_
    if dep == "conj" and head != token and head.pos_ in ("NOUN", "PROPN"):
        return governing_verb(head)
    if dep == "pobj":
        head = head.head if head.dep_ in ("prep", "agent", "dative", "prt") else head
    return head if head != token and head.pos_ in ("VERB", "AUX") else None


def prepositional(token: Token) -> Iterator[tuple[str, list[Token]]]:
    """The prepositional phrases of a token: the preposition in lower case, and the heads of its objects."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "prt") or child.tag_ == "IN":
            objects = [grandchild for grandchild in child.children if grandchild.dep_ == "pobj"]
            if objects:
                yield child.lower_, objects
            for inner in child.children:
                if inner.dep_ == "prep":
                    yield inner.lower_, [g for g in inner.children if g.dep_ == "pobj"]


def of_verb(verb: Token) -> Arguments:
    """The arguments of a verb."""
    found = Arguments(verb, verb)
    subject = surface_subject(verb)
    if is_passive(verb):
        found.add("obj", subject)
    else:
        found.agents.extend(subject)
    for child in verb.children:
        if child.dep_ in ("dobj", "attr", "oprd"):
            found.add("obj", [child])
        elif child.dep_ == "dative" and child.pos_ in ("PROPN", "NOUN", "PRON"):
            found.add("iobj", [child])
        elif child.dep_ in ("ccomp", "xcomp"):
            found.add("clause", [c for c in child.children if c.dep_ in ("nsubj", "nsubjpass")])
    for name, objects in prepositional(verb):
        if name == "by" and is_passive(verb):
            found.agents.extend(objects)
        else:
            found.add(name, objects)
    found.particles = _particles(verb)
    return found


def _particles(verb: Token) -> frozenset[str]:
    near = {
        child.lower_
        for child in verb.children
        if child.dep_ in ("prt", "advmod", "prep", "acomp", "dobj", "xcomp", "ccomp")
    }
    lemmas = {child.lemma_.lower() for child in verb.children if child.dep_ in ("xcomp", "acomp", "dobj", "ccomp")}
    return frozenset(near | lemmas)


def of_noun(noun: Token) -> Arguments:
    """The arguments of a noun that tells an act: its own phrases, and those of a light verb that carries it."""
    verb = governing_verb(noun)
    found = Arguments(noun, verb)
    found.agents.extend(child for child in noun.children if child.dep_ == "poss")
    for name, objects in prepositional(noun):
        found.agents.extend(objects) if name == "by" else found.add(name, objects)
    if verb is not None and carries(verb, noun):
        _take_over(found, verb)
    elif noun.dep_ == "attr" or (verb is not None and noun.dep_ in ("nsubj", "nsubjpass")):
        _take_phrases(found, verb)
    return found


def carries(verb: Token, noun: Token) -> bool:
    """Whether the verb only carries the noun's act: "held talks", "launched an attack", "is on a visit"."""
    return verb.lemma_ in words("light_verbs") and noun.dep_ in ("dobj", "pobj", "nsubjpass", "attr", "conj")


def _take_over(found: Arguments, verb: Token) -> None:
    if is_passive(verb):
        found.agents.extend(o for name, objects in prepositional(verb) if name == "by" for o in objects)
    else:
        found.agents.extend(token for token in surface_subject(verb) if token not in found.agents)
    _take_phrases(found, verb)


def _take_phrases(found: Arguments, verb: Token | None) -> None:
    if verb is None:
        return
    for name, objects in prepositional(verb):
        if name == "by":
            found.agents.extend(o for o in objects if is_passive(verb))
        else:
            found.add(name, [o for o in objects if found.trigger not in (o, *o.subtree)])
