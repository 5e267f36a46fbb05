"""PDF: its words in the order in which columns are read; running heads are kept aside. PDFium reads, else pypdf."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from bilateral.documents.formats import exports
from bilateral.documents.formats.layout import Box, columns, paragraphs
from bilateral.documents.formats.runningheads import without_heads
from bilateral.documents.formats.whole import Made, needed, read_bytes
from bilateral.documents.normalise import normalise, one_line
from bilateral.documents.pulse import beat
from bilateral.documents.raw import Aside, File, Knows, Raw, Read, Told
from bilateral.documents.tellings import telling
from bilateral.errors import ExtraMissing, SourceError
from bilateral.settings import Settings

logging.getLogger("pypdf").setLevel(logging.CRITICAL)
DAY = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
MOST_BOXES = 20_000
SCAN = "holds no text that can be read: if it is a scan, recognise its letters (OCR) first"


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The document of a PDF, or those of an export."""
    return read_bytes(file, settings, knows, lambda file, document, data: make(file, document, data, settings))


def make(file: File, document: str, data: bytes, settings: Settings) -> Made:
    """Words, title, and the day the file was made, which is no day of publication."""
    most = int(settings.number("max_characters"))
    text, asides, meta = with_pdfium(data, most)
    if not normalise(text):
        text, meta = with_pypdf(file, data, most, meta)
    if not normalise(text):
        raise SourceError(file.name, SCAN)
    made, changed = (DAY.match(meta.get(name) or "") for name in ("CreationDate", "ModDate"))
    tellings = telling("published", day(made), "file", "PDF CreationDate")
    tellings += telling("updated", day(changed), "file", "PDF ModDate")
    told = Told(title=title(meta, text), tellings=tellings)
    return exports.split(file, text) or Raw(document, file.name, text, "pdf", told, asides)


def day(match: re.Match[str] | None) -> str | None:
    """The day of a PDF's date."""
    return f"{match[1]}-{match[2]}-{match[3]}" if match else None


def title(meta: dict[str, str], text: str) -> str | None:
    """The title that the file gives, where its words stand in the text: programs write a file's name there."""
    told = one_line(meta.get("Title"))
    letters = "".join(text[:5000].split()).lower()
    return told if told and "".join(told.split()).lower() in letters else None


def with_pdfium(data: bytes, most: int) -> tuple[str, tuple[Aside, ...], dict[str, str]]:
    """(text, running heads, metadata); nothing where PDFium cannot open it."""
    pdfium = needed("pypdfium2", "PDF")
    try:
        document = pdfium.PdfDocument(data)
        meta = document.get_metadata_dict()
    except pdfium.PdfiumError:
        return "", (), {}
    pages: list[list[Box]] = []
    read = 0
    for number in range(len(document)):
        pages.append(boxes(document[number]))
        read += sum(len(box.text) for box in pages[-1])
        beat()
        if read > 2 * most:  # it will be kept as too long, and what is behind that does not matter
            break
    kept, heads = without_heads(pages)
    text = "\n\n".join(filter(None, (paragraphs(columns(page)) for page in kept)))
    return joined_over_pages(text), tuple(Aside("", head, "running head") for head in heads), meta


def boxes(page: Any) -> list[Box]:
    """The pieces of text of a page with their places, from its top down."""
    text = page.get_textpage()
    height = page.get_height()
    found = []
    for number in range(min(text.count_rects(), MOST_BOXES)):
        left, bottom, right, top = text.get_rect(number)
        words = text.get_text_bounded(left, bottom, right, top).strip("\r\n")
        if words.strip():
            found.append(Box(left, height - top, right, height - bottom, " ".join(words.split())))
    return found


def joined_over_pages(text: str) -> str:
    """The text with those paragraphs made one that a page break parts in the middle of a sentence."""
    return re.sub(r"(?<=[a-z,])\n\n(?=[a-z])", " ", re.sub(r"(?<=[a-z])[-\u00ad\ufffe\x02]\n\n(?=[a-z])", "", text))


def with_pypdf(file: File, data: bytes, most: int, meta: dict[str, str]) -> tuple[str, dict[str, str]]:
    """(text, metadata) as pypdf reads what PDFium does not: a damaged file. Raises SourceError for a locked one."""
    try:
        pypdf = needed("pypdf", "PDF")
    except ExtraMissing:
        return "", meta
    reader = pypdf.PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError(file.name, "locked with a password; save an unlocked copy")
    pieces: list[str] = []
    for page in reader.pages:
        pieces.append(page.extract_text() or "")
        beat()
        if sum(map(len, pieces)) > 2 * most:
            break
    told = {str(name).lstrip("/"): str(value) for name, value in (reader.metadata or {}).items()}
    lines = "\n\n".join(pieces)
    return re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", lines), told or meta
