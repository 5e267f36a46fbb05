"""Web pages: the article, its title, site and publication date. The day a page was saved is not its date."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import trafilatura
from lxml.html import HtmlElement, document_fromstring

from bilateral.documents.formats.pageblocks import asides, own_text, rough_text
from bilateral.documents.formats.pagedate import page_tellings
from bilateral.documents.formats.whole import read_whole
from bilateral.documents.normalise import normalise, one_line
from bilateral.documents.raw import File, Knows, Raw, Read, Told
from bilateral.documents.tellings import telling
from bilateral.settings import Settings

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)
FLAT = 400
DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The one document of a saved page."""
    return read_whole(file, settings, knows, make)


def make(file: File, document: str, text: str) -> Raw:
    """The article's text and what the page's metadata tell."""
    tree = parsed(DECLARED.sub("", text))
    told, article = metadata(tree), normalise(main_text(tree)) or normalise(rough_text(text))
    article = with_headline(article, tree, told.title or "")
    return Raw(document, file.name, article, "html", told, asides(tree, article))


def parsed(text: str) -> HtmlElement:
    """The page as a tree; trafilatura refuses what is hardly a page, the plain parser takes anything."""
    tree = trafilatura.load_html(text)
    return document_fromstring(text, ensure_head_body=True) if tree is None else tree


def main_text(tree: HtmlElement) -> str:
    """The article as trafilatura finds it; its own blocks where that finds nothing or runs a table's cells together."""
    found = trafilatura.extract(tree, include_comments=False, include_tables=True) or ""
    flat = any(line.startswith("|") and len(line) > FLAT for line in found.splitlines())
    return own_text(tree) if flat or not found.strip() else found


def with_headline(article: str, tree: HtmlElement, title: str) -> str:
    """The article under its headline, where the page has it as a heading of its own elsewhere."""
    for element in tree.iter("h1", "h2"):
        heading = one_line(element.text_content())
        if heading and title.startswith(heading) and len(heading.split()) > 2:
            return article if heading in article else f"{heading}\n{article}"
    return article


def metadata(tree: HtmlElement) -> Told:
    """Title, site, address, date and language as the page declares them."""
    known = trafilatura.extract_metadata(tree, date_config={"extensive_search": False, "original_date": True})
    url = known.url if known else None
    site = one_line(known.sitename) if known else None
    return Told(
        title=one_line(known.title) if known else None,
        source=site or (one_line(known.hostname) if known else None) or (urlsplit(url).hostname if url else None),
        url=url,
        tellings=page_tellings(tree) + telling("source", site, "metadata", "site name"),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )
