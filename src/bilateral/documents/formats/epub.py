"""EPUB: each chapter in the order of reading is a document, as an e-book of a newspaper holds an article in each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from bilateral.documents.decode import decode
from bilateral.documents.formats.pageblocks import blocks
from bilateral.documents.formats.parts import Parts, first, local
from bilateral.documents.formats.whole import bounded, handed, taking_apart, why
from bilateral.documents.normalise import one_line
from bilateral.documents.raw import File, Knows, Raw, Read, Told, document_id
from bilateral.documents.tellings import telling
from bilateral.errors import SourceError
from bilateral.settings import Settings
from bilateral.types.document import Telling

FEWEST_WORDS = 25
"""A cover, a title page and a page of contents say less."""


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The chapters of a book; a broken one is an error of its own."""
    try:
        with taking_apart(file.name):
            parts = Parts(file.name, bounded(file, int(settings.number("max_bytes"))))
            package = package_part(parts)
            opf = parts.xml(package)
            chapters, told = list(spine(opf, package)), book(opf)
    except SourceError as error:
        yield error
        return
    except OSError as error:
        yield SourceError(file.name, why(error))
        return
    found = False
    for part in chapters:
        for document in chapter(file, parts, part, told, knows):
            found = True
            yield document
    if not found:
        yield SourceError(file.name, "empty: it holds no chapter with text")


def chapter(file: File, parts: Parts, part: str, told: Told, knows: Knows) -> Iterator[Read]:
    """The document of one chapter, unless it says next to nothing."""
    name = f"{file.name}#{PurePosixPath(part).name}"
    try:
        with taking_apart(name):
            data = parts.data(part)
            known = document_id(data)
            page = document_fromstring(decode(data).encode(), ensure_head_body=True)
            text = "\n\n".join(block.text for block in blocks(page) if not block.links)
    except SourceError as error:
        yield error
        return
    if len(text.split()) >= FEWEST_WORDS:
        yield handed(Raw(known, name, text, "epub", Told(title=heading(page)).over(told)), knows)


def package_part(parts: Parts) -> str:
    """Where the list of the book's parts is."""
    container = parts.xml("META-INF/container.xml")
    return str(next(element.get("full-path") for element in container.iter("{*}rootfile")))


def spine(opf: etree._Element, package: str) -> Iterator[str]:
    """The chapters in the order of reading, each once."""
    items = {element.get("id"): element.get("href") or "" for element in opf.iter("{*}item")}
    seen = set()
    for element in opf.iter("{*}itemref"):
        href = items.get(element.get("idref"))
        part = unquote(urljoin(package, href.partition("#")[0])) if href else ""
        if part and part not in seen:
            seen.add(part)
            yield part


def book(opf: etree._Element) -> Told:
    """What the book tells of itself; its date is that of its publication, unless it is the day the file was made."""
    date = next((e.text for e in opf.iter("{*}date") if local(e) == "date" and e.text), None)
    source = one_line(first(opf, "publisher")) or one_line(first(opf, "title"))
    return Told(
        title=one_line(first(opf, "title")),
        source=source,
        language=one_line(first(opf, "language")),
        tellings=dated(opf, date) + telling("source", source, "metadata", "publisher"),
    )


def dated(opf: etree._Element, date: str | None) -> tuple[Telling, ...]:
    """Who tells when the book came out: converters write the day of converting into both of its dates."""
    changed = [e.text or "" for e in opf.iter("{*}meta") if e.get("property") == "dcterms:modified"]
    made = any(date and text[:10] == date[:10] for text in changed)
    return telling("published", date, "file" if made else "metadata", "dc:date")


def heading(page: HtmlElement) -> str | None:
    """The chapter's first heading, else its title."""
    for tag in ("h1", "h2", "h3", "title"):
        for element in page.iter(tag):
            if text := one_line(element.text_content()):
                return text
    return None
