"""Plain text, and the exports of newspaper databases as text. A page under a wrong ending is read as a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.documents.formats import exports
from bilateral.documents.formats.whole import Made, read_whole
from bilateral.documents.raw import File, Knows, Raw, Read
from bilateral.settings import Settings

PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html[\s>])", re.I | re.S)


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The one document of a text file, or the many of an export."""
    return read_whole(file, settings, knows, make)


def make(file: File, document: str, text: str) -> Made:
    """The text as it is, unless it is a web page or an export."""
    if PAGE.match(text[:2000]):
        from bilateral.documents.formats.html import make as make_page  # heavy, seldom needed

        return make_page(file, document, text)
    return exports.split(file, text) or Raw(document, file.name, text, "txt")
