"""A page block by block: its text where nothing better finds the article, and what it holds besides the article."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from bilateral.documents.raw import Aside

BLOCKS = frozenset(
    "address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p pre section select summary table"
    " tbody td textarea tfoot th thead title tr ul".split()
)
UNSEEN = frozenset("script style noscript template svg head iframe object".split())
TAGS = re.compile(r"<(script|style|head)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.I | re.S)
REASON = "outside the article"


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one block, white space squeezed, and whether it is nothing but links."""

    text: str
    links: bool


def asides(tree: HtmlElement, article: str) -> tuple[Aside, ...]:
    """The blocks of ``tree`` that ``article`` does not hold, each with the block of the article before it."""
    held = "".join(article.split())
    found: list[Aside] = []
    before, place = "", 0
    for block in blocks(tree):
        squeezed = "".join(block.text.split())
        at = held.find(squeezed, place)
        if at >= 0 and len(squeezed) > 2:
            before, place = block.text, at + len(squeezed)
        elif squeezed not in held:
            found.append(Aside(before, block.text, REASON))
    return tuple(found)


def own_text(tree: HtmlElement) -> str:
    """The blocks that are not mere links, one a line."""
    return "\n".join(block.text for block in blocks(tree) if not block.links)


def rough_text(page: str) -> str:
    """The words of a page that no parser can take apart: what is left without its tags."""
    return html.unescape(TAGS.sub("\n", page))


def blocks(tree: HtmlElement) -> Iterator[Block]:
    """The text that a reader sees, block by block, in the order of the page."""
    pieces: list[tuple[str, bool]] = []
    inside = 0
    for event, element in walk(tree):
        if element.tag in BLOCKS:
            yield from block_of(pieces)
            pieces = []
        inside += (element.tag == "a") * (1 if event == "start" else -1)
        text = element.text if event == "start" else element.tail
        pieces.append((text or "", inside > 0))
    yield from block_of(pieces)


def block_of(pieces: list[tuple[str, bool]]) -> Iterator[Block]:
    """The block that ``pieces`` (text, in a link) make, unless it is blank."""
    text = " ".join("".join(piece for piece, _ in pieces).split())
    if text:
        yield Block(text, all(linked or not any(map(str.isalnum, piece)) for piece, linked in pieces))


def walk(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """(start or end, element) for what a reader sees, without recursion: pages nest deeply on purpose."""
    stack = [("start", tree)]
    while stack:
        event, element = stack.pop()
        if event == "end" or not isinstance(element.tag, str) or element.tag in UNSEEN:
            if element is not tree:
                yield "end", element
            continue
        yield event, element
        stack.append(("end", element))
        stack.extend(("start", child) for child in reversed(element))
