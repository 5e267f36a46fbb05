"""Files of every format, made: the articles in them are known, so that what a reader gives can be checked."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from xml.sax.saxutils import escape

Article = tuple[str, str]
"""Title and paragraphs, parted by blank lines."""

ACCORD: Article = (
    "Kenya and Ethiopia sign border accord",
    "Kenya and Ethiopia signed a border accord in Nairobi on Tuesday, officials of both sides said.\n\n"
    "The accord takes effect in May, when patrols will begin at three posts along the common border.\n\n"
    "The foreign ministers will meet again in Addis Ababa before the end of the year to talk about trade.",
)
VISIT: Article = (
    "Norwegian minister flies to Chile",
    "The defence minister of Norway arrived in Santiago on Friday for a visit of two days, the embassy said.\n\n"
    "She will tour a naval yard in Valparaiso and is to sign a memorandum on rescue at sea with her host.",
)


def paragraphs(article: Article) -> list[str]:
    return article[1].split("\n\n")


def page(article: Article, head: str = "", url: str = "") -> str:
    canonical = f'<link rel="canonical" href="{url}">' if url else ""
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs(article))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{escape(article[0])}</title>{canonical}{head}</head><body>'
        f'<nav><a href="/">Home</a></nav><article><h1>{escape(article[0])}</h1>{body}</article></body></html>'
    )


def zipped(parts: dict[str, bytes | str], stored: Sequence[str] = ()) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return data.getvalue()


def taped(parts: dict[str, bytes | str], mode: str = "w") -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:
        for name, content in parts.items():
            held = content.encode() if isinstance(content, str) else content
            member = tarfile.TarInfo(name)
            member.size = len(held)
            archive.addfile(member, io.BytesIO(held))
    return data.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(article: Article, extra: str = "", created: str = "2021-03-09T08:00:00Z") -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in (article[0], *paragraphs(article)))
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{escape(article[0])}</dc:title>'
        f"<dcterms:created>{created}</dcterms:created></cp:coreProperties>"
    )
    document = f'<w:document xmlns:w="{W}"><w:body>{body}{extra}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document, "docProps/core.xml": core})


def odt(article: Article) -> bytes:
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    body = "".join(f"<text:p>{escape(text)}</text:p>" for text in paragraphs(article))
    content = (
        f"<office:document-content {names}><office:body><office:text><text:h>{escape(article[0])}</text:h>{body}"
        "</office:text></office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {names}><office:meta><dc:title>{escape(article[0])}</dc:title>"
        "<meta:creation-date>2021-03-09T10:00:00</meta:creation-date></office:meta></office:document-meta>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content, "meta.xml": meta}, ("mimetype",))


def epub(articles: Sequence[Article], date: str = "2021-03-02") -> bytes:
    chapters = {f"OEBPS/c{number}.xhtml": page(article) for number, article in enumerate(articles, 1)}
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml" media-type="x"/>' for n in range(1, len(articles) + 1))
    refs = "".join(f'<itemref idref="c{n}"/>' for n in range(1, len(articles) + 1))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>The Harbour Weekly</dc:title><dc:date>{date}</dc:date><dc:language>en</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{refs}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    parts: dict[str, bytes | str] = {"mimetype": "application/epub+zip", "META-INF/container.xml": container}
    return zipped({**parts, "OEBPS/book.opf": opf, **chapters}, ("mimetype",))


def rtf_letters(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").replace("\n", "\\par\n")
    return "".join(char if char < "\x80" else f"\\u{ord(char)}?" for char in plain)


def rtf(text: str, title: str = "") -> bytes:
    info = f"{{\\info{{\\title {title}}}{{\\creatim\\yr2021\\mo3\\dy9\\hr1\\min1}}}}" if title else ""
    return f"{{\\rtf1\\ansi\\ansicpg1252{info}{{\\fonttbl{{\\f0 Times;}}}}\\f0 {rtf_letters(text)}\\par}}".encode()


def mail(article: Article, attached: dict[str, bytes] | None = None, html: bool = False) -> bytes:
    message = EmailMessage()
    message["From"] = "Harbour Wire <desk@harbour.example>"
    message["Date"] = "Tue, 02 Mar 2021 09:30:00 +0300"
    message["Subject"] = article[0]
    message["Message-ID"] = "<1@harbour.example>"
    message.set_content(page(article) if html else article[1], subtype="html" if html else "plain")
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mbox(articles: Sequence[Article]) -> bytes:
    return b"".join(b"From desk@harbour.example Tue Mar  2 09:30:00 2021\n" + mail(a) + b"\n\n" for a in articles)


def warc(pages: Sequence[tuple[str, str, bytes]], packed: bool = True) -> bytes:
    """``pages`` are (address, content type, content)."""
    records = []
    for url, kind, data in pages:
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-05-06T07:08:09Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{len(records):036}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        records.append(gzip.compress(record, 1) if packed else record)
    return b"".join(records)


def wiki(pages: Sequence[tuple[str, str, str]]) -> str:
    """``pages`` are (title, namespace, wikitext)."""
    held = "".join(
        f"<page><title>{escape(title)}</title><ns>{ns}</ns><id>{number}</id><revision><id>1</id>"
        f'<timestamp>2021-04-01T00:00:00Z</timestamp><text bytes="1">{escape(text)}</text></revision></page>'
        for number, (title, ns, text) in enumerate(pages, 1)
    )
    return (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><siteinfo>'
        "<sitename>Wikinews</sitename><base>https://en.wikinews.org/wiki/Main_Page</base></siteinfo>"
        f"{held}</mediawiki>"
    )
