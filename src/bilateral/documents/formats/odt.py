"""ODT: the paragraphs as they stand, without what was deleted and annotated; notes are kept aside."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bilateral.documents.formats import exports
from bilateral.documents.formats.parts import Parts, first, local, walk
from bilateral.documents.formats.whole import Made
from bilateral.documents.normalise import one_line
from bilateral.documents.raw import Aside, File, Raw, Told
from bilateral.documents.tellings import telling

SKIPPED = frozenset(("tracked-changes", "annotation", "note", "forms", "sequence-decls", "desc", "title"))
SIGNS = {"tab": "\t", "line-break": "\n"}
MOST_SPACES = 100


def make(file: File, document: str, data: bytes) -> Made:
    """The document, or the articles of an export."""
    parts = Parts(file.name, data)
    content = parts.xml("content.xml")
    body = next((element for element in content.iter() if local(element) == "body"), content)
    text = "\n\n".join(paragraphs(body))
    notes = tuple(
        Aside("", note, "note")
        for element in body.iter("{*}note-body")
        for note in paragraphs(element)
    )  # fmt: skip
    return exports.split(file, text) or Raw(document, file.name, text, "odt", told(parts), notes)


def paragraphs(root: etree._Element) -> Iterator[str]:
    """The text of each paragraph and heading that has one."""
    pieces: list[str] = []
    for event, element in walk(root, SKIPPED):
        name = local(element)
        if event == "start":
            if name in ("p", "h"):
                if text := "".join(pieces).strip():  # a frame within a paragraph has paragraphs of its own
                    yield text
                pieces = []
            pieces.append(SIGNS.get(name, "") if name != "s" else " " * spaces(element))
            pieces.append(element.text or "")
        else:
            if name in ("p", "h"):
                if text := "".join(pieces).strip():
                    yield text
                pieces = []
            pieces.append((element.tail or "") if element is not root else "")


def spaces(element: etree._Element) -> int:
    """How many spaces stand here."""
    told = next((value for key, value in element.attrib.items() if str(key).endswith("}c")), "1")
    return min(int(told), MOST_SPACES) if str(told).isdigit() else 1


def told(parts: Parts) -> Told:
    """Title and language; the days the file was made and saved are kept as what they are."""
    if "meta.xml" not in parts:
        return Told()
    meta = parts.xml("meta.xml")
    made = telling("published", first(meta, "creation-date"), "file", "ODT creation-date")
    changed = telling("updated", first(meta, "date"), "file", "ODT date")
    return Told(
        title=one_line(first(meta, "title")), language=one_line(first(meta, "language")), tellings=made + changed
    )
