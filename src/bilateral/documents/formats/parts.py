"""The XML parts of a package, read within bounds and without what XML lets a file do to its reader."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from bilateral.errors import SourceError

MOST = 200_000_000


class Parts:
    """The parts of one package, by name."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        self._archive = zipfile.ZipFile(BytesIO(data))
        self._names = {info.filename: info for info in self._archive.infolist()}
        self._left = MOST

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def data(self, part: str) -> bytes:
        """The bytes of a part. Raises SourceError when all that is read of the package is too much."""
        with self._archive.open(self._names[part]) as stream:
            data = stream.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise SourceError(self._name, f"unpacks to more than {MOST:,} bytes; left out")
        return data

    def xml(self, part: str) -> etree._Element:
        """A part as a tree: no entities, no network, no depth without end."""
        return tree(self.data(part))


def tree(data: bytes) -> etree._Element:
    """XML as a tree. Raises XMLSyntaxError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    found = etree.fromstring(data, parser)
    if found is None:
        raise ValueError("no XML")
    return found


def local(element: etree._Element) -> str:
    """An element's name without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def first(root: etree._Element, name: str) -> str | None:
    """The text of the first element of this name, wherever it is."""
    for element in root.iter():
        if local(element) == name and element.text and element.text.strip():
            return str(element.text)
    return None


def walk(root: etree._Element, skipped: frozenset[str]) -> Iterator[tuple[str, etree._Element]]:
    """(``start`` or ``end``, element) below ``root``, without what is ``skipped`` and what is in it."""
    stack = [("start", root)]
    while stack:
        event, element = stack.pop()
        if event == "end":
            yield event, element
        elif local(element) and local(element) not in skipped:
            yield event, element
            stack.append(("end", element))
            stack.extend(("start", child) for child in reversed(element))
        elif element.tail:
            yield "end", element
