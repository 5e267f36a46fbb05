"""Plain text. A page saved under the wrong ending is read as the page it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.documents.formats.whole import read_whole
from bilateral.documents.raw import File, Knows, Raw, Read
from bilateral.settings import Settings

PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html[\s>])", re.I | re.S)


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The one document of a text file."""
    return read_whole(file, settings, knows, make)


def make(file: File, document: str, text: str) -> Raw:
    """The text as it is, unless it is a web page."""
    if PAGE.match(text[:2000]):
        from bilateral.documents.formats.html import make as make_page  # heavy, seldom needed

        return make_page(file, document, text)
    return Raw(document, file.name, text, "txt")
