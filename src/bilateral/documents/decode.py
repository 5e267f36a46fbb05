"""Bytes to text: UTF-8 first, then byte order marks, then the likeliest old encoding."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
SAMPLE = 65_536
DECLARED = re.compile(rb"""<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I)
OLD = ["cp1252", "cp1251", "cp1256", "cp1250", "cp1253", "cp1254", "gb18030", "big5", "shift_jis", "euc_kr", "koi8_r"]

KNOWN = frozenset(
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 koi8-r koi8-u gb2312 gbk gb18030 big5"
    " shift_jis euc_jp euc_kr iso2022_jp iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8"
    " iso8859-9 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 mac-roman".split()
)


class NotText(ValueError):
    """The bytes are no text; the message says what they look like."""


def decode(data: bytes) -> str:
    """``data`` as text. Raises NotText when it is none."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return without_utf8(data, error)


def refuse_binary(data: bytes) -> None:
    """Raise NotText for well-known binary formats and for bytes full of control characters."""
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise NotText(f"not text but {what}")
    sample = data[:SAMPLE]
    strange = len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", sample))
    if strange > max(2, len(sample) // 50):
        raise NotText("not text (binary data)")


def without_utf8(data: bytes, error: UnicodeDecodeError) -> str:
    """Bytes that are not clean UTF-8: damaged UTF-8 with replacement characters, else an old encoding."""
    damaged = data.decode("utf-8", errors="replace")
    if error.start >= len(data) - 4 or mostly_utf8(damaged):
        return damaged
    if told := declared(data[:4096]):
        return data.decode(told, errors="replace")
    best = from_bytes(data[:SAMPLE], cp_isolation=OLD).best()
    if best is None:
        return data.decode("cp1252", errors="replace")
    return data.decode(best.encoding, errors="replace")


def declared(head: bytes) -> str | None:
    """The encoding that a page or an XML file declares, when there is such a one."""
    match = DECLARED.search(head)
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else None
    except (LookupError, UnicodeDecodeError):
        return None
    # what is declared as ISO 8859-1 is Windows' larger set in practice; UTF-7 and its like are tricks
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name or "", name if name in KNOWN else None)


def mostly_utf8(damaged: str) -> bool:
    """True if the text has real multi-byte characters, and more of them than broken ones."""
    broken = damaged.count("\ufffd")
    return sum(char > "\x7f" for char in damaged) - broken > 2 * broken
