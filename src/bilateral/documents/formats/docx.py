"""DOCX: the paragraphs as they stand, without what was deleted; title and language; notes are kept aside."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bilateral.documents.formats import exports
from bilateral.documents.formats.parts import Parts, first, local, walk
from bilateral.documents.formats.whole import Made
from bilateral.documents.normalise import one_line
from bilateral.documents.raw import Aside, File, Raw, Told
from bilateral.documents.tellings import telling

SKIPPED = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr"))
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def make(file: File, document: str, data: bytes) -> Made:
    """The document, or the articles of an export."""
    parts = Parts(file.name, data)
    body = parts.xml("word/document.xml")
    text = "\n\n".join(paragraphs(body))
    notes = [Aside("", note, "note") for part in NOTES if part in parts for note in paragraphs(parts.xml(part))]
    return exports.split(file, text) or Raw(document, file.name, text, "docx", told(parts, body), tuple(notes))


def paragraphs(root: etree._Element) -> Iterator[str]:
    """The text of each paragraph that has one; a table's cells one after the other."""
    pieces: list[str] = []
    for event, element in walk(root, SKIPPED):
        name = local(element)
        if event == "start" and name == "t":
            pieces.append(element.text or "")
        elif event == "start" and name in SIGNS:
            pieces.append(SIGNS[name])
        elif event == "end" and name == "p":
            if text := "".join(pieces).strip():
                yield text
            pieces = []


def told(parts: Parts, body: etree._Element) -> Told:
    """Title and language; the day the file was made is no day of publication, and is kept as what it is."""
    core = parts.xml("docProps/core.xml") if "docProps/core.xml" in parts else None
    if core is None:
        return Told(title=styled_title(body))
    made = telling("published", first(core, "created"), "file", "DOCX created")
    changed = telling("updated", first(core, "modified"), "file", "DOCX modified")
    title = one_line(first(core, "title")) or styled_title(body)
    return Told(title=title, language=one_line(first(core, "language")), tellings=made + changed)


def styled_title(body: etree._Element) -> str | None:
    """The paragraph that is set as the title."""
    for paragraph in body.iter("{*}p"):
        for style in paragraph.iter("{*}pStyle"):
            if any(value in ("Title", "Heading1") for value in style.attrib.values()):
                return one_line("".join(text.text or "" for text in paragraph.iter("{*}t")))
    return None
