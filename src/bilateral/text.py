"""Coding a text at hand, without a record."""

from __future__ import annotations

from collections.abc import Mapping

from bilateral.coding import code
from bilateral.documents import from_text
from bilateral.settings import Settings
from bilateral.types.mention import Mention


def code_text(
    text: str, *, published: str | None = None, title: str | None = None, settings: Mapping[str, str] | None = None
) -> list[Mention]:
    """The mentions of events in ``text``, as :meth:`Record.add` would find them in a file.

    ``published`` is the EDTF date that "yesterday" and "next week" count from. The spans of the mentions count the
    characters of the cleaned text, which is ``text`` without page furniture.

    Raises:
        UsageError: ``published`` is no date. SourceError: the text is empty.
    """
    return list(code(from_text(text, published, title), Settings(settings)).mentions)
