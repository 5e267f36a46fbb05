"""Who tells an event independently of whom: a newspaper counts once, copies of an article or its words for one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bilateral.types.event import Evidence

COPIED = 8
"""A quote of so many words that two newspapers print alike is no coincidence."""
_WORD = re.compile(r"\w+")


def independent(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The sources of some reports, by name, the first to tell it first.

    Near-identical articles stand for the first of them to be printed; who prints another's words is left out.
    """
    originals: dict[str, str] = {}
    first_to_print: dict[str, str] = {}
    sources: dict[str, None] = {}
    copied: set[str] = set()
    for item in sorted(evidence, key=lambda item: (item.published or "9999", item.document, item.start)):
        own = item.source or item.document
        name = originals.setdefault(item.family, own) if item.family else own
        words = " ".join(_WORD.findall(item.quote.casefold()))
        original = first_to_print.setdefault(words, name)
        if original != name and words.count(" ") + 1 >= COPIED:
            copied.add(name)
        sources[name] = None
    return tuple(name for name in sources if name not in copied) or tuple(sources)[:1]
