"""XML dumps of MediaWiki (Wikinews): each page of articles in its newest version. Streams dumps of any size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from lxml import etree

from bilateral.documents.formats import wikitext
from bilateral.documents.formats.parts import local
from bilateral.documents.formats.whole import each, handed, taking_apart
from bilateral.documents.normalise import one_line
from bilateral.documents.pulse import beat
from bilateral.documents.raw import File, Knows, Raw, Read, Told, document_id
from bilateral.documents.tellings import telling
from bilateral.errors import SourceError
from bilateral.settings import Settings

ARTICLES = "0"
"""The number of the namespace in which articles are."""


@dataclass(slots=True)
class Site:
    """What the head of a dump tells of all its pages."""

    name: str | None = None
    base: str | None = None
    language: str | None = None


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The documents of a dump; a page that cannot be taken apart is an error of its own.

    Other XML in a folder is no article file and is passed over, unless somebody named it.
    """
    limit = int(settings.number("max_bytes"))
    empty = "not a dump of MediaWiki, or one without pages; save articles as HTML or text" if file.listed else None
    yield from each(file, opened(file), lambda item: document(file, item, limit, knows), empty)


def opened(file: File) -> Iterator[tuple[Site, dict[str, str]]]:
    """The pages of a file."""
    with file.open() as stream:
        yield from pages(file, stream)


def pages(file: File, stream: Any) -> Iterator[tuple[Site, dict[str, str]]]:
    """The fields of each page with those of the site. Raises SourceError where the XML is broken."""
    site = Site()
    events = etree.iterparse(
        stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    while True:
        with taking_apart(file.name):
            event, element = next(events, (None, None))
        if element is None:
            return
        name = local(element)
        if event == "start":
            if name == "mediawiki":
                site.language = element.get("{http://www.w3.org/XML/1998/namespace}lang")
            continue
        if name == "siteinfo":
            site.name, site.base = child(element, "sitename"), child(element, "base")
        elif name == "page":
            beat()
            yield site, fields(element)
            clear(element)


def fields(page: etree._Element) -> dict[str, str]:
    """Title, namespace, text and time of the newest version; ``redirect`` when it only leads elsewhere."""
    told = {name: child(page, name) or "" for name in ("title", "ns")}
    if any(local(element) == "redirect" for element in page):
        told["redirect"] = "yes"
    versions = [element for element in page if local(element) == "revision"]
    newest = max(versions, key=lambda version: child(version, "timestamp") or "", default=None)
    if newest is not None:
        told |= {name: child(newest, name) or "" for name in ("text", "timestamp")}
    return told


def document(file: File, item: tuple[Site, dict[str, str]], limit: int, knows: Knows) -> Iterator[Read]:
    """The document of one page, if it is an article."""
    site, told = item
    text, title = told.get("text", ""), one_line(told["title"]) or "untitled"
    if told["ns"] != ARTICLES or "redirect" in told or not text.strip():
        return
    name = f"{file.name}#{title}"
    if len(text) > limit:
        yield SourceError(name, f"larger than {limit:,} characters; raise the setting max_bytes")
        return
    known = document_id(f"{title}\n{text}".encode("utf-8", "replace"))
    if knows(known):
        yield handed(Raw(known, name, text, "mediawiki"), knows)
        return
    try:
        with taking_apart(name):
            words, day = wikitext.plain(text)
    except SourceError as error:
        yield error
        return
    url = site.base.rpartition("/")[0] + "/" + quote(title.replace(" ", "_")) if site.base else None
    tellings = telling("published", day, "page", "date template") + telling(
        "updated", told["timestamp"], "metadata", "newest version"
    )
    raw = Raw(known, name, words, "mediawiki", Told(title, None, None, site.name, url, site.language, tellings))
    yield handed(raw, lambda _: False)


def child(element: etree._Element, name: str) -> str | None:
    """The text of a child."""
    return next((str(one.text) for one in element if local(one) == name and one.text), None)


def clear(page: etree._Element) -> None:
    """Forget a page and those before it."""
    page.clear()
    while page.getprevious() is not None and page.getparent() is not None:
        del page.getparent()[0]
