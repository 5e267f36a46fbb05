"""When a page says it was published: declared metadata first, then the dated address of the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from bilateral.documents.published import as_edtf

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
ARTICLE = re.compile(r"article|posting|report|page", re.I)
ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?:/|$)")


def page_date(tree: HtmlElement) -> tuple[str | None, str | None]:
    """(EDTF, ``metadata`` or ``page``), or (None, None) when the page does not say."""
    for published_from, found in (("metadata", declared(tree)), ("page", shown(tree))):
        for text in found:
            if value := as_edtf(text):
                return value, published_from
    return None, None


def declared(tree: HtmlElement) -> Iterator[str]:
    """Dates in the page's head, the surest first."""
    yield from linked_data(tree)
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content") or "")
    yield from (metas[name] for name in NAMES if metas.get(name))


def linked_data(tree: HtmlElement) -> Iterator[str]:
    """``datePublished`` of articles in JSON-LD."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            yield from published_in(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            continue


def published_in(data: object) -> Iterator[str]:
    """``datePublished`` of the article objects in one JSON-LD value."""
    stack = [data]
    while stack:
        item = stack.pop(0)
        if isinstance(item, list):
            stack.extend(item)
        elif isinstance(item, dict):
            date = item.get("datePublished")
            if isinstance(date, str) and ARTICLE.search(str(item.get("@type"))):
                yield date
            stack.extend(value for key, value in item.items() if key in ("@graph", "mainEntity"))


def shown(tree: HtmlElement) -> Iterator[str]:
    """The time marked as the article's own, and the day in its address."""
    for mark in (
        "@itemprop='datePublished'",
        "@pubdate",
        "contains(@class, 'published')",
        "contains(@class, 'entry-date')",
    ):
        for element in tree.xpath(f"//*[{mark}]"):
            yield element.get("datetime") or element.get("content") or element.text_content()
    for link in tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"):
        if match := ADDRESS.search(str(link)):
            yield f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
