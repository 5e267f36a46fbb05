"""Which language a text is in: as told, by its script, or by its commonest words. Unsure is no language."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

SAMPLE = 20_000
ENOUGH_LETTERS = 20
ENOUGH_WORDS = 30
CODE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_ ])")
NAMES = {"english": "en", "eng": "en", "russian": "ru", "french": "fr", "german": "de", "spanish": "es", "urdu": "ur"}
SCRIPTS = {
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "DEVANAGARI": "hi",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "HEBREW": "he",
    "GREEK": "el",
    "THAI": "th",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "GURMUKHI": "pa",
    "ETHIOPIC": "am",
}
LETTERS = {"ru": (("uk", "іїєґ"), ("be", "ў")), "ar": (("ur", "ٹڈڑےں"), ("fa", "پچگژ"))}


def told_apart(text: str, told: str | None = None) -> str | None:
    """ISO 639-1 code of ``text``: its script where that is not Latin, else as told, else by its commonest words.

    Plain English is English whatever is told: many an English page stands in a frame that declares another language.
    """
    sample = text[:SAMPLE]
    if found := by_script(sample):
        return found
    found = by_words(sample)
    return found if found == "en" else code(told) or found


def code(told: str | None) -> str | None:
    """``en`` for ``en-GB``, ``eng`` and ``English``; ``None`` for what is no language."""
    if not told:
        return None
    match = CODE.match(told.strip())
    return NAMES.get(told.strip().lower()) or (NAMES.get(match[0].lower(), match[0].lower()) if match else None)


def by_script(text: str) -> str | None:
    """The language that a script other than Latin stands for, when most letters are of it."""
    letters = [char for char in text if char.isalpha()]
    foreign = Counter(script(char) for char in letters if char > "\u024f")
    if len(letters) < ENOUGH_LETTERS or foreign.total() - foreign["LATIN"] < len(letters) / 2:
        return None
    if foreign["HIRAGANA"] + foreign["KATAKANA"] > foreign.total() / 10:
        return "ja"
    found = next((SCRIPTS[name] for name, _ in foreign.most_common() if name in SCRIPTS), None)
    for language, marks in LETTERS.get(found or "", ()):
        if sum(text.count(mark) for mark in marks) > len(letters) / 100:
            return language
    return found or "und"


@cache
def script(char: str) -> str:
    """First word of a letter's Unicode name, which is its script."""
    return unicodedata.name(char, "?").partition(" ")[0]


def by_words(text: str) -> str | None:
    """The language whose commonest words make up enough of the text, far ahead of every other."""
    words = re.findall(r"[^\W\d_]{2,}", text.lower())
    if len(words) < ENOUGH_WORDS:
        return None
    counted = Counter(words)
    shares = {name: sum(counted[word] for word in common) / len(words) for name, common in function_words().items()}
    (first, share), (_, second) = sorted(shares.items(), key=lambda item: -item[1])[:2]
    return first if share > 0.15 and share > 1.3 * second else None


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The commonest words of each language."""
    table = tomllib.loads((Path(__file__).parent / "function_words.toml").read_text("utf-8"))
    return {language: frozenset(words.split()) for language, words in table.items()}
