"""What a file is by its first bytes. A name only decides where the content may be anything: among formats of text."""

from __future__ import annotations

import bz2
import lzma
import re
import zlib
from collections.abc import Callable

from bilateral.documents.formats import BY_NAME, Format, format_of
from bilateral.documents.raw import File

HEAD = 65_536
PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html[\s>])", re.I | re.S)
WIKI = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<mediawiki[\s>]")
POST = re.compile(rb"From \S+ .*\d{4}\r?\n[A-Za-z-]+:")
FIELD = re.compile(rb"([A-Za-z][A-Za-z-]*):[ \t]?.*(?:\r?\n[ \t].*)*(?:\r?\n|\Z)")
OF_MAIL = frozenset(b"message-id received mime-version return-path delivered-to content-type".split())
BOTH = frozenset((b"from", b"date"))
OTHERS_TOO = frozenset(("zip", "packed", "tar", "jsonl"))
PACKERS: tuple[tuple[bytes, Callable[[], object]], ...] = (
    (b"\x1f\x8b", lambda: zlib.decompressobj(31)),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ\x00", lzma.LZMADecompressor),
)


def format_at(file: File) -> Format | None:
    """The format of ``file``: what its content plainly is, else what its name says, else nothing.

    Raises OSError when it cannot be read.
    """
    named = format_of(file.path.name)
    with file.open() as stream:
        head = stream.read(HEAD)
    return by_content(head, named) or (named if named is None or named.text else fallback(named, head))


def by_content(head: bytes, named: Format | None = None) -> Format | None:
    """The format that these first bytes can only be."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    name = magic(head) or written(head)
    if name is None and head.lstrip()[:2] == b'{"' and (named is None or named.name == "txt"):
        name = "jsonl"
    return BY_NAME[name] if name else None


def shows(head: bytes, ending: str) -> bool:
    """Whether the first bytes of a file whose name tells no format can only be those of an article.

    With an ending of its own an archive or an object is another program's file: a spreadsheet, settings.
    """
    entry = by_content(head)
    return entry is not None and not (ending and entry.name in OTHERS_TOO)


def fallback(named: Format, head: bytes) -> Format:
    """What a file is read as whose content is not what its name says: as text, unless it is broken binary."""
    return BY_NAME["txt"] if head and b"\0" not in head[:4096] and named.name != "mediawiki" else named


def magic(head: bytes) -> str | None:
    """The binary formats, by their signatures."""
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<"):
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith((b"WARC/", b"filedesc://")):
        return "warc"
    if head[257:262] == b"ustar":
        return "tar"
    return unpacked_magic(head)


def unpacked_magic(head: bytes) -> str | None:
    """``packed`` for a compressed file, unless what is in it is a WARC, whose records are packed one by one."""
    for signature, unpacker in PACKERS:
        if head.startswith(signature):
            return "warc" if start_of(unpacker(), head).startswith((b"WARC/", b"filedesc://")) else "packed"
    return None


def start_of(unpacker: object, head: bytes) -> bytes:
    """The first bytes of what is packed; nothing when it is broken."""
    try:
        return bytes(unpacker.decompress(head, 4096))  # type: ignore[attr-defined]
    except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
        return b""


def written(head: bytes) -> str | None:
    """The formats that are text with a beginning of their own."""
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if WIKI.match(head):
        return "mediawiki"
    if PAGE.match(head[:4096]):
        return "html"
    if POST.match(head):
        return "mbox"
    return "eml" if is_mail(head) else None


def is_mail(head: bytes) -> bool:
    """A block of header fields at the very start, with a sender, a date, and one that only machines write."""
    names, place = set(), 0
    while match := FIELD.match(head, place):
        names.add(match[1].lower())
        place = match.end()
    return names >= BOTH and bool(names & OF_MAIL)
