"""Which language a text is in: plain English at a glance, else as py3langid tells it or as it says of itself.

What is surely not English is never taken for it, also where nobody can say what it is (``und``). What is too short to
tell, such as a headline full of names, has no language.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

SAMPLE = 20_000
ENOUGH_LETTERS = 20
ENOUGH_WORDS = 30
FEW, PLAIN = 3, 0.2
"""How many of its commonest words, and which share of all, a text must exceed to be plain English: articles have .23
to .5 of them, texts in other languages .12 at most, single sentences up to two of eight."""
LATIN = "\u024f"
SURE, LIKELY, CLEAR = 0.9, 0.7, 0.5
"""Chances from which a language goes before what the text says of itself, before English, before not knowing."""
NEVER = 0.01
"""Chance of English below which a text is not English: 94 of 100 sentences of others, 1 of 1,500 English headlines."""

CODE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_ ])")
NAMES = {"english": "en", "eng": "en", "russian": "ru", "french": "fr", "german": "de", "spanish": "es", "urdu": "ur"}
WRITTEN = {"wuu": "zh", "yue": "zh", "arz": "ar", "ary": "ar", "grc": "el", "hbo": "he", "uzs": "uz", "nn": "no"}
"""What is written much as another language, and counted with it."""
ENGLISH = frozenset(
    "the of and to in that is was for it with as his on be at by had not are but from or have an they which one were"
    " all their there been has when who will more said would its than".split()
)


def told_apart(text: str, told: str | None = None) -> str | None:
    """ISO 639 code of ``text``, for which ``told`` stands; ``und`` where it is only sure that it is not English.

    Plain English is English whatever is told: many an English page stands in a frame that declares another language.
    """
    sample = text[:SAMPLE]
    asked = code(told)
    letters = [char for char in sample if char.isalpha()]
    foreign = sum(char > LATIN and script(char) != "LATIN" for char in letters) >= max(1, len(letters) / 2)
    if not foreign and plain_english(sample):
        return "en"
    if len(letters) < ENOUGH_LETTERS and not foreign:
        return asked
    chances = likely(sample, foreign)
    best = max(chances, key=lambda language: chances[language])
    if chances[best] >= SURE:
        return best
    if asked and not (foreign and asked == "en"):
        return asked
    return named(best, chances, foreign)


def named(best: str, chances: Mapping[str, float], foreign: bool) -> str | None:
    """The language of a text that says nothing of itself, and that is not surely any."""
    english = not foreign and chances["en"] >= NEVER
    if chances[best] >= (LIKELY if english else CLEAR) or best == "en":
        return best
    return None if english else "und"


def code(told: str | None) -> str | None:
    """``en`` for ``en-GB``, ``eng`` and ``English``; ``None`` for what is no language."""
    if not told:
        return None
    match = CODE.match(told.strip())
    return NAMES.get(told.strip().lower()) or (NAMES.get(match[0].lower(), match[0].lower()) if match else None)


def plain_english(text: str) -> bool:
    """Whether the commonest words of English make up as much of the text as of an English one."""
    words = re.findall(r"[^\W\d_]{2,}", text.lower())
    return sum(word in ENGLISH for word in words) > max(FEW, PLAIN * len(words))


def likely(text: str, foreign: bool) -> Mapping[str, float]:
    """The chance of each language, going by the words that are of the script (Latin, or not) of the text."""
    words = [word for word in text.split() if any(map(str.isalpha, word)) and foreign == beyond_latin(word)]
    chances: defaultdict[str, float] = defaultdict(float)
    for language, chance in identifier().rank(" ".join(words)):
        chances[WRITTEN.get(language, language)] += chance
    if len(words) < ENOUGH_WORDS:
        chances["en"] += chances.pop("pcm", 0.0)  # an English headline on Nigeria looks like its Pidgin
    return chances


def beyond_latin(word: str) -> bool:
    """Whether a word has letters of another script than the Latin one."""
    return any(char > LATIN and char.isalpha() and script(char) != "LATIN" for char in word)


@cache
def script(char: str) -> str:
    """First word of a letter's Unicode name, which is its script."""
    return unicodedata.name(char, "?").partition(" ")[0]


@cache
def identifier() -> Any:
    """The model, some 80 MB, which a record of English articles never needs."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
