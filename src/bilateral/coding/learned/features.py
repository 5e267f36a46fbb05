"""What a classifier is told of a word that may tell an event."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bilateral.actors import Party
from bilateral.coding.arguments import Arguments, governing_verb, is_passive, of_noun, of_verb
from bilateral.coding.attribution import saying_verb
from bilateral.coding.candidates import reading_of
from bilateral.coding.reading import Reading
from bilateral.knowledge.triggers import triggers
from bilateral.knowledge.wordlists import words

SLOTS = (
    "obj",
    "iobj",
    "clause",
    "to",
    "with",
    "against",
    "on",
    "in",
    "into",
    "from",
    "for",
    "of",
    "at",
    "between",
    "about",
    "over",
)


def is_candidate(token: Token) -> bool:
    """Whether a word can be the trigger of an event at all: a verb, or a noun that is no part of a name."""
    if token.pos_ == "VERB":
        return token.dep_ not in ("amod", "compound")
    if token.pos_ == "NOUN":
        return token.dep_ not in ("compound", "nmod", "npadvmod")
    return token.pos_ == "PROPN" and token.lower_ in triggers().nouns and token.dep_ not in ("compound", "nmod")


def arguments_of(token: Token) -> Arguments:
    """The arguments of a candidate."""
    return of_verb(token) if token.pos_ in ("VERB", "AUX") else of_noun(token)


class Around:
    """What is the same for all candidates of one sentence."""

    def __init__(self, reading: Reading, sentence_start: int, sentence_end: int) -> None:
        refs = [r for r in reading.cast.refs if sentence_start <= r.start < sentence_end]
        self.refs = refs
        self.countries = {r.party.country for r in refs if r.party.country}
        self.inside = _inside_quotes(reading, sentence_start, sentence_end)


def _inside_quotes(reading: Reading, start: int, end: int) -> frozenset[int]:
    inside, is_open = set(), False
    for token in reading.doc[start:end]:
        if token.text == '"':
            is_open = not is_open
        elif is_open:
            inside.add(token.i)
    return frozenset(inside)


def features(reading: Reading, token: Token, around: Around) -> dict[str, float]:
    """Named features of a candidate; absent ones are zero."""
    arguments = arguments_of(token)
    found = dict.fromkeys(_words(token, arguments), 1.0)
    found.update(dict.fromkeys(_lexicon(token, arguments), 1.0))
    found.update(dict.fromkeys(_form(token, arguments, around), 1.0))
    found.update(dict.fromkeys(_content(token, arguments), 1.0))
    found.update(dict.fromkeys(_near(token), 1.0))
    found.update(dict.fromkeys(_parties(reading, token, arguments, around), 1.0))
    return found


def _words(token: Token, arguments: Arguments) -> Iterator[str]:
    pos = "V" if token.pos_ == "VERB" else "N"
    yield f"lemma={token.lemma_.lower()}/{pos}"
    yield f"tag={token.tag_}"
    yield f"dep={token.dep_}"
    if pos == "N":
        verb = governing_verb(token)
        yield f"gov={verb.lemma_ if verb is not None else token.head.lemma_.lower()}"
        for child in token.children:
            if child.dep_ in ("compound", "amod") and child.ent_type_ == "":
                yield f"mod={child.lemma_.lower()}"
    else:
        for name in ("obj", "clause"):
            for word in arguments.slots.get(name, ())[:1]:
                yield f"{name}={word.lemma_.lower()}"
        for child in token.children:
            if child.dep_ in ("xcomp", "ccomp", "prt", "acomp"):
                yield f"{child.dep_}={child.lemma_.lower()}"
        yield f"head={token.head.lemma_.lower()}/{token.dep_}"
    for slot in arguments.slots:
        yield f"slot={slot}/{pos}"


def _content(token: Token, arguments: Arguments) -> Iterator[str]:
    """The words of what is said, done or talked about: they decide what an act of speech amounts to."""
    for child in token.children:
        if child.dep_ not in (
            "ccomp",
            "xcomp",
            "dobj",
            "prep",
            "oprd",
            "attr",
            "advcl",
            "acl",
            "parataxis",
            "nsubjpass",
        ):
            continue
        for word in child.subtree:
            if word.pos_ in ("VERB", "NOUN", "ADJ") and not word.ent_type_:
                yield f"in={word.lemma_.lower()}"
            elif word.tag_ == "MD" or word.dep_ == "neg":
                yield f"in={word.lower_}"
    group = speech_tone(token)
    if group:
        yield f"tone={group}"


def speech_tone(token: Token) -> str:
    """Whether negative or positive words prevail in what hangs on a word."""
    lemmas = {word.lemma_.lower() for word in token.subtree}
    bad, good = len(lemmas & words("negative")), len(lemmas & words("positive"))
    return "" if bad == good else ("negative" if bad > good else "positive")


def _near(token: Token) -> Iterator[str]:
    """Words beside the trigger, by side."""
    sentence = token.sent
    for step in (-2, -1, 1, 2):
        at = token.i + step
        if sentence.start <= at < sentence.end:
            word = token.doc[at]
            yield f"near{step:+d}={word.ent_type_ or word.lemma_.lower().strip() or 'gap'}"


def _lexicon(token: Token, arguments: Arguments) -> Iterator[str]:
    entry = reading_of(token, arguments)
    if entry is None:
        yield "frame=none"
        return
    frame = entry.frame
    yield f"frame={frame.kind}"
    yield f"frame={frame.kind}/{frame.what}/{frame.plover}"
    if entry.noun_class:
        yield f"class={entry.noun_class}"
    yield f"strict={entry.strict}"


def _form(token: Token, arguments: Arguments, around: Around) -> Iterator[str]:
    verb = arguments.verb
    if verb is not None:
        for child in verb.children:
            if child.dep_ in ("aux", "neg"):
                yield f"aux={child.lower_}"
        if is_passive(verb):
            yield "passive"
    if token.i in around.inside:
        yield "quoted"
    if saying_verb(token) is not None:
        yield "said"
    if token.pos_ == "NOUN":
        for child in token.children:
            if child.dep_ in ("det", "poss", "nummod"):
                yield f"{child.dep_}={child.lower_ if child.dep_ == 'det' else 'x'}"
        yield f"plural={token.tag_.endswith('S')}"
    if token.dep_ == "ROOT":
        yield "root"


def _parties(reading: Reading, token: Token, arguments: Arguments, around: Around) -> Iterator[str]:
    agents = [party for head in arguments.agents for party in reading.parties(head)]
    if token.pos_ != "VERB":
        agents += reading.cast.describes(token)
    own = {party.country for party in agents if party.country}
    yield from _count("agent", agents, own)
    others: set[str] = set()
    for slot in SLOTS:
        parties = [p for head in arguments.slots.get(slot, ()) for p in reading.parties(head)]
        countries = {p.country for p in parties if p.country} - own
        if countries:
            yield f"has_{slot}"
            yield f"form_{slot}={parties[0].form}"
        others |= countries
    yield f"others={min(2, len(others))}"
    yield f"both={bool(own) and bool(others)}"
    yield f"sentence={min(4, len(around.countries))}"
    yield f"left_out={min(2, len(around.countries - own - others))}"
    yield f"all={min(3, len(own | others))}/{token.pos_}"


def _count(name: str, parties: list[Party], countries: set[str]) -> Iterator[str]:
    yield f"{name}s={min(2, len(countries))}"
    for party in parties[:2]:
        yield f"{name}_form={party.form}"
        yield f"{name}_sector={party.sector}"
