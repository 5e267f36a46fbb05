"""Noun phrases that act for a state: "the Turkish Foreign Ministry", "officials from both countries"."""

from __future__ import annotations

from dataclasses import dataclass, field

from bilateral.actors.sheet import OWNING, Mark, Sheet

REACH = 12
OF = frozenset({"of", "from"})
FOR = OF | {"for"}
IN = OF | {"in", "across", "inside", "throughout"}
LOCAL = frozenset(
    "protesters demonstrators residents villagers gunmen militants rebels insurgents tribesmen elders separatists "
    "civilians militiamen guerrillas extremists jihadists police officials authorities court".split()
)
"""People and bodies that are taken to be of the state that they are said to be in."""
LINKS = frozenset({"-", "–", "/", "and", "&", ",", "or", "'s", "’s", "'", "’"})
FORMER = frozenset({"former", "ex", "late", "then", "ousted", "deposed", "retired", "erstwhile"})
BARE = frozenset({"state", "capital", "organisation"})


@dataclass(slots=True)
class Phrase:
    """Tokens ``[start, end)`` are a phrase whose head is ``head``; ``owners`` are the names that tell its state.

    ``pronoun`` is the token of a possessive before it ("his counterpart"), ``parts`` the marks of its own words.
    """

    start: int
    end: int
    head: Mark | None
    owners: list[Mark] = field(default_factory=list)
    parts: list[Mark] = field(default_factory=list)
    former: bool = False
    definite: bool = False
    pronoun: int | None = None


def modifiers(sheet: Sheet, at: int, end: int, head: Mark | None = None) -> Phrase:
    """The phrase that ends in tokens ``[at, end)``, with what stands before them."""
    phrase = Phrase(at, end, head)
    i = at - 1
    while i >= 0 and at - i <= REACH:
        mark = sheet.at[i]
        if mark is not None and mark.start < at and mark.kind != "none":
            if not _take(sheet, phrase, mark):
                break
            i = mark.start - 1
        elif sheet.tags[i] == "PRP$":
            phrase.pronoun = i
            phrase.start = i
            break
        elif _passes(sheet, phrase, i):
            i -= 1
        else:
            phrase.definite = sheet.words[i].lower() in ("the", "this", "that")
            break
    phrase.owners.reverse()
    return phrase


def _take(sheet: Sheet, phrase: Phrase, mark: Mark) -> bool:
    """Add a mark before the phrase to it; ``False`` when the phrase starts behind it."""
    possessive = sheet.tags[mark.end] == "POS"
    bare = mark.kind in BARE and not possessive
    if bare and sheet.deps[mark.end - 1] in ("dative", "nsubj", "nsubjpass", "dobj", "pobj", "agent"):
        between = sheet.words[mark.end : phrase.start]
        if sheet.heads[mark.end - 1] not in range(phrase.start, phrase.end) and "-" not in between:
            return False
    if sheet.owns(mark):
        phrase.owners.append(mark)
    elif mark.kind in ("bodyword", "office", "human", "rank", "honorific"):
        phrase.parts.append(mark)
    phrase.start = mark.start
    return True


def _passes(sheet: Sheet, phrase: Phrase, i: int) -> bool:
    """Whether a phrase can go on to the left over token ``i``."""
    word, tag = sheet.words[i], sheet.tags[i]
    if phrase.owners and sheet.ents[i] in ("DATE", "TIME"):
        return False
    if tag in ("CC", ",") or word in ("/", "–"):
        return _joins_owners(sheet, phrase, i)
    if (word.lower() in FORMER and (word.lower() != "late" or tag == "JJ")) or (
        word == "-" and sheet.words[i - 1].lower() == "ex"
    ):
        phrase.former = True
        phrase.start = i
        return True
    attributive = tag != "VBG" or sheet.deps[i] in ("amod", "compound", "nmod")
    if attributive and (tag[:2] in ("JJ", "NN", "CD", "RB") or tag in ("VBN", "VBG", "ADD", "AFX")):
        phrase.start = i
        return True
    return word == "-" or tag in ("POS", "HYPH", "``", "''")


def _joins_owners(sheet: Sheet, phrase: Phrase, i: int) -> bool:
    """Whether the "and" or comma at token ``i`` joins two owners: "Greek, Cypriot and French"."""
    left, right = (sheet.at[i - 1] if i else None), sheet.at[i + 1]
    if left is None or right is None or left.kind not in OWNING or right not in phrase.owners:
        return False
    return left.kind == right.kind or sheet.tags[right.end] == "POS"


def extend(sheet: Sheet, phrase: Phrase) -> None:
    """Take in what follows the head: "of the Russian Federation", "from Egypt and Greece"."""
    i, links = phrase.end, OF
    if phrase.head is not None and phrase.head.entry.slug == "spokesperson":
        links = FOR
    elif phrase.head is not None and phrase.head.entry.name in LOCAL and not phrase.owners:
        links = IN
    if phrase.head is not None and phrase.head.entry.slug == "ambassador":
        i = phrase.end = _past_post(sheet, i)
    while i < len(sheet) and sheet.words[i].lower() in links and not _leaves(sheet, phrase, i):
        found, stop = owners_right(sheet, i + 1, phrase)
        if stop == i:
            return
        if not phrase.owners:
            phrase.owners = found
        phrase.end = i = stop


def _leaves(sheet: Sheet, phrase: Phrase, i: int) -> bool:
    """Whether "from" at token ``i`` tells what is left, not an origin: "withdrew its troops from Iraq"."""
    if sheet.words[i].lower() != "from":
        return False
    return phrase.pronoun is not None or bool(phrase.owners) or sheet.heads[i] not in range(phrase.start, phrase.end)


def _past_post(sheet: Sheet, i: int) -> int:
    """Behind the post of an envoy, which is not whose envoy he is: "to Germany", "for the Middle East"."""
    if i >= len(sheet) or sheet.words[i].lower() not in ("to", "for", "in", "at"):
        return i
    found, stop = owners_right(sheet, i + 1, Phrase(i, i, None))
    return stop if found else i


def owners_right(sheet: Sheet, i: int, phrase: Phrase) -> tuple[list[Mark], int]:
    """The owners in the noun phrase from token ``i`` on, and where it ends."""
    found: list[Mark] = []
    first = stop = i - 1
    while i < len(sheet) and i - first < REACH:
        mark = sheet.at[i]
        tag = sheet.tags[i]
        if mark is not None:
            if mark.kind == "none" or (mark.kind in ("office", "rank", "honorific") and found):
                break
            if sheet.owns(mark):
                found.append(mark)
            elif mark.kind == "bodyword":
                phrase.parts.append(mark)
            i = stop = mark.end
        elif tag in ("CC", ",") and found and i + 1 < len(sheet):
            following = sheet.at[i + 1] or (sheet.at[i + 2] if i + 2 < len(sheet) else None)
            if not (following and following.kind == found[-1].kind and following.kind in OWNING):
                break
            i += 1
        elif tag in ("DT", "POS", "HYPH") or (tag[:2] in ("JJ", "NN") and not found):
            i += 1
        elif tag[:2] == "NN" and found[-1].kind == "adjective" and found[-1].end == i:
            i += 1
            stop = i
        else:
            break
    return found, (stop if found or stop > first else first)


def joined(sheet: Sheet, owners: list[Mark]) -> list[Mark]:
    """The owners that own together: the first and those joined to it by "and", commas or hyphens."""
    kept = owners[:1]
    for mark in owners[1:]:
        between = sheet.words[kept[-1].end : mark.start]
        if between and all(word in LINKS or word.lower() == "the" for word in between) and "'s" not in between[-1:]:
            kept.append(mark)
        else:
            break
    return kept
