"""The registry of readers: which reads what, by ending; ``content`` tells by what a file holds.

A further format is one file here with a function like the others (a ``Reader``), and one line in ``READERS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from bilateral.documents.raw import Reader


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the endings it goes by, and the module whose ``read`` reads it.

    ``whole`` is false when a file holds many documents and its size is no bound on one of them. ``text`` is true of
    formats that are text: only of these does the ending decide, as their content may look like anything.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    whole: bool = True
    text: bool = False

    def reader(self) -> Reader:
        """The function that reads files of this format; its libraries are loaded only now."""
        return cast(Reader, import_module(f"{__name__}.{self.module}").read)


READERS = (
    Format("txt", (".txt", ".text"), "plain", text=True),
    Format("md", (".md", ".markdown"), "markdown", text=True),
    Format("html", (".html", ".htm", ".xhtml"), "html", text=True),
    Format("jsonl", (".jsonl", ".ndjson"), "rows", whole=False, text=True),
    Format("csv", (".csv", ".tsv"), "table", whole=False, text=True),
    Format("eml", (".eml", ".mht", ".mhtml"), "mail", text=True),
    Format("mbox", (".mbox", ".mbx"), "mailbox", whole=False),
    Format("rtf", (".rtf",), "rtf"),
    Format("pdf", (".pdf",), "pdf"),
    Format("docx", (".docx", ".docm"), "packages"),
    Format("odt", (".odt",), "packages"),
    Format("epub", (".epub",), "packages"),
    Format("zip", (".zip",), "packages", whole=False),
    Format("tar", (".tar",), "tape", whole=False),
    Format("packed", (".gz", ".tgz", ".bz2", ".xz"), "packed", whole=False),
    Format("warc", (".warc", ".arc"), "warc", whole=False),
    Format("mediawiki", (".xml",), "mediawiki", whole=False),
)
BY_NAME = {entry.name: entry for entry in READERS}
BY_ENDING = {ending: entry for entry in READERS for ending in entry.endings}
ENDINGS = " ".join(sorted(BY_ENDING))
UNREAD = {
    ".doc": "an old Word document (save it as .docx)",
    ".wpd": "a WordPerfect document (save it as .docx)",
    ".pages": "a Pages document (save it as .docx)",
    ".msg": "an Outlook message (save it as .eml)",
    ".pst": "an Outlook mailbox (save it as .mbox)",
    ".mobi": "a Kindle book (save it as .epub)",
    ".azw3": "a Kindle book (save it as .epub)",
    ".djvu": "a DjVu scan (save it as .pdf with its letters recognised)",
    ".rar": "a RAR archive (unpack it)",
    ".7z": "a 7z archive (unpack it)",
}
"""Endings of what holds articles and is not read: it is listed, and may be of another format after all."""
NO_FORMAT = f"not an article format; bilateral reads {ENDINGS}"


def format_of(name: str) -> Format | None:
    """The format that a file of this name goes by; ``None`` when it is no article format."""
    return BY_ENDING.get(PurePath(name).suffix.lower())


def no_format(name: str) -> str:
    """Why a file is not read, and what to do."""
    what = UNREAD.get(PurePath(name).suffix.lower())
    return f"{what}, which bilateral does not read" if what else NO_FORMAT
