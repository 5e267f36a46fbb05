"""RTF: its words, its title and the day it was made, which is no day of publication; exports are split."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.documents.formats import exports
from bilateral.documents.formats.whole import Made, needed, read_bytes
from bilateral.documents.normalise import one_line
from bilateral.documents.raw import File, Knows, Raw, Read, Told
from bilateral.documents.tellings import telling
from bilateral.settings import Settings

TITLE = re.compile(r"\{\\info\b.{0,2000}?\{\\title\s+([^{}\\]{1,300})\}", re.S)
MADE = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The document of an RTF file, or those of an export."""
    return read_bytes(file, settings, knows, make)


def make(file: File, document: str, data: bytes) -> Made:
    """Words and what the head tells."""
    written = data.decode("latin-1")  # RTF is ASCII; other letters are written with escapes
    text = needed("striprtf.striprtf", "RTF").rtf_to_text(written, errors="replace")
    title, made = TITLE.search(written), MADE.search(written)
    day = f"{made[1]}-{int(made[2]):02}-{int(made[3]):02}" if made else None
    told = Told(title=one_line(title[1]) if title else None, tellings=telling("published", day, "file", "RTF creatim"))
    return exports.split(file, text) or Raw(document, file.name, text, "rtf", told)
