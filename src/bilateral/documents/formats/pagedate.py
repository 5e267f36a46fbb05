"""When a page says it was published and updated: declared metadata first, then what it shows, then its address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from bilateral.documents.tellings import telling
from bilateral.types.document import Telling

Dated = tuple[str, str, str, str]
"""Field, text, origin, place."""

NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "publish_date",
    "publish-date",
    "publication_date",
    "publicationdate",
    "pubdate",
    "article.published",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "originalpublicationdate",
    "date",
)
UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "dc.date.modified",
)
ARTICLE = re.compile(r"article|posting|report|page", re.I)
ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?:/|$)")
MARKS = (
    "@itemprop='datePublished'",
    "@pubdate",
    "contains(@class, 'published')",
    "contains(@class, 'entry-date')",
)


def page_tellings(tree: HtmlElement) -> tuple[Telling, ...]:
    """All that a page says of when it was published and updated, the surest first, each place once."""
    found: dict[tuple[str, str], Telling] = {}
    for field, text, origin, place in (*declared(tree), *shown(tree)):
        for one in telling(field, text, origin, place):
            found.setdefault((field, place), one)
    return tuple(found.values())


def declared(tree: HtmlElement) -> Iterator[Dated]:
    """Dates in the page's head, the surest first."""
    yield from linked_data(tree)
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content") or "")
    for field, names in (("published", NAMES), ("updated", UPDATED)):
        yield from ((field, metas[name], "metadata", f"meta {name}") for name in names if metas.get(name))


def linked_data(tree: HtmlElement) -> Iterator[Dated]:
    """``datePublished`` and ``dateModified`` of articles in JSON-LD."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            yield from in_linked_data(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            continue


def in_linked_data(data: object) -> Iterator[Dated]:
    """The dates of the article objects in one JSON-LD value."""
    stack = [data]
    while stack:
        item = stack.pop(0)
        if isinstance(item, list):
            stack.extend(item)
        elif isinstance(item, dict):
            article = ARTICLE.search(str(item.get("@type")))
            for field, key in (("published", "datePublished"), ("updated", "dateModified")):
                if article and isinstance(item.get(key), str):
                    yield field, item[key], "metadata", f"JSON-LD {key}"
            stack.extend(value for key, value in item.items() if key in ("@graph", "mainEntity"))


def shown(tree: HtmlElement) -> Iterator[Dated]:
    """The time marked as the article's own, and the day in its address."""
    for mark in MARKS:
        for element in tree.xpath(f"//*[{mark}]"):
            text = element.get("datetime") or element.get("content") or element.text_content()
            yield "published", text, "page", "marked time"
    for element in tree.xpath("//*[@itemprop='dateModified']"):
        yield "updated", element.get("datetime") or element.get("content") or "", "page", "marked time"
    for link in tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"):
        if match := ADDRESS.search(str(link)):
            yield "published", f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", "page", "address"
