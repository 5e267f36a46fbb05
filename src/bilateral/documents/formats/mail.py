"""E-mails and pages saved as MHTML: the text, else the page; what is attached is read as files of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePosixPath
from typing import Any, cast

from bilateral.documents.decode import decode
from bilateral.documents.formats import exports, format_of
from bilateral.documents.formats.forwarded import forwarded
from bilateral.documents.formats.whole import Made, bounded, read_bytes, taking_apart
from bilateral.documents.normalise import normalise, one_line
from bilateral.documents.raw import NOTHING_TOLD, Aside, File, Knows, Raw, Read, Told
from bilateral.documents.tellings import telling
from bilateral.errors import SourceError
from bilateral.settings import Settings

DEEPEST = 4
MOST_ATTACHED = 100


def read(file: File, settings: Settings, knows: Knows) -> Iterator[Read]:
    """The document of a message, then those attached to it."""
    attached: list[File] = []

    def make(file: File, document: str, data: bytes) -> Made:
        mail = parsed(data)
        attached.extend(attachments(file, mail))
        return made(file, document, mail)

    yield from read_bytes(file, settings, knows, make)
    if not attached and file.depth < DEEPEST:
        attached.extend(of_known(file, settings))
    for inner in attached if file.depth < DEEPEST else ():
        from bilateral.documents.reading import read_inner  # a message holds files of any format

        yield from read_inner(inner, settings, knows)


def of_known(file: File, settings: Settings) -> Iterator[File]:
    """What is attached to a message that is known itself: it may not be known."""
    try:
        with taking_apart(file.name):
            yield from attachments(file, parsed(bounded(file, int(settings.number("max_bytes")))))
    except (SourceError, OSError):
        return


def parsed(data: bytes) -> EmailMessage:
    """The message."""
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def made(file: File, document: str, mail: EmailMessage) -> Made:
    """Its text with what its head tells."""
    body = mail.get_body(preferencelist=("plain", "html"))
    text = content(body) if body is not None else ""
    told = head(mail)
    if body is not None and body.get_content_subtype() == "html":
        from bilateral.documents.formats.html import make as make_page

        page = make_page(file, document, text)
        return Raw(document, file.name, page.text, "eml", told.over(page.told), page.asides)
    return exports.split(file, text) or plain(file, document, text, mail)


def plain(file: File, document: str, text: str, mail: EmailMessage) -> Raw:
    """A message of plain text, or the one it passes on: the day of passing on is none of publication."""
    inner = forwarded(text)
    if inner is None:
        return Raw(document, file.name, text, "eml", head(mail))
    told = inner.told()
    passed = telling("published", sent(mail), "file", "header Date of passing on")
    told = replace(told, title=told.title or field(mail, "Subject"), tellings=told.tellings + passed)
    note = (Aside("", inner.note, "note"),) if inner.note else ()
    return Raw(document, file.name, inner.text, "eml", told, note)


def content(part: MIMEPart) -> str:
    """A part's text, whatever character set it claims."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, ValueError):
        return decode(data)


def head(mail: EmailMessage) -> Told:
    """Title, sender, address and day of sending, which the article's own page may contradict."""
    sender = field(mail, "From")
    name = one_line(sender.partition("<")[0].strip(' "')) if sender else None
    return Told(
        title=field(mail, "Subject"),
        source=name or sender,
        url=field(mail, "Archived-At") or field(mail, "Snapshot-Content-Location") or field(mail, "Content-Location"),
        tellings=telling("published", sent(mail), "page", "header Date") if not snapshot(mail) else (),
    )


def snapshot(mail: EmailMessage) -> bool:
    """Whether this is a page saved by a browser, whose date is the day of saving."""
    return mail["Snapshot-Content-Location"] is not None or "Saved by" in (field(mail, "From") or "")


def field(mail: EmailMessage, name: str) -> str | None:
    """A head field as one line; a broken one is none."""
    try:
        value = mail[name]
        return one_line(str(value)) if value is not None else None
    except Exception:  # the package meets what it does not expect in hostile heads
        return None


def sent(mail: EmailMessage) -> str | None:
    """The day of the ``Date`` field where it was sent."""
    try:
        return parsedate_to_datetime(field(mail, "Date") or "").date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def attachments(file: File, mail: EmailMessage) -> Iterator[File]:
    """The attached files that are articles by their names, and attached messages."""
    for number, part in enumerate(mail.iter_attachments(), 1):
        name = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
        data = part.get_payload(decode=True)
        if part.get_content_type() == "message/rfc822" and (message := part.get_payload()):
            name, data = f"message{number}.eml", cast(Any, message)[0].as_bytes()
        if number <= MOST_ATTACHED and format_of(name) is not None and isinstance(data, bytes) and normalise(name):
            yield file.inner(f"{file.name}/{one_line(name)}", NOTHING_TOLD, path=Path(name), data=data)
