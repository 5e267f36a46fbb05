"""Files made to break readers: each must end as documents or as an error, in bounded time and memory.

usage: python bench/readers/hostile.py [--large]
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import resource
import struct
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT)]

from bench.readers import made, pdfs  # noqa: E402
from bench.readers.made import ACCORD, VISIT  # noqa: E402

from bilateral.documents import read_source  # noqa: E402
from bilateral.documents.guard import guard  # noqa: E402
from bilateral.errors import SourceError  # noqa: E402
from bilateral.settings import Settings  # noqa: E402
from bilateral.types.document import Document  # noqa: E402

Cases = dict[str, Callable[[int], bytes]]
"""Files by name, each made when it is needed; the number says how large: 1 for a test, more for the bench."""

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
FILE = '<!ENTITY f SYSTEM "file:///etc/passwd">'
DOCTYPE = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "Kenya signed. ">{ENTITIES}{FILE}]>'


def nested(depth: int) -> bytes:
    data = made.zipped({"a.txt": ACCORD[1]})
    for _ in range(depth):
        data = made.zipped({"a.zip": data})
    return data


def overlapping(files: int) -> bytes:
    """A ZIP whose directory names one member again and again."""
    data = bytearray(made.zipped({"a00000.txt": b"Kenya. " * 2_000_000}))
    place = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    entry = data[place:end]
    entries = b"".join(bytes(entry).replace(b"a00000", f"a{n:05}".encode()) for n in range(files))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, files, files, len(entries), place, 0)
    return bytes(data[:place]) + entries + tail


def special_tar() -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, kind, target in (
            ("link.txt", tarfile.SYMTYPE, "/etc/passwd"),
            ("hard.txt", tarfile.LNKTYPE, "../../etc/passwd"),
            ("dev.txt", tarfile.CHRTYPE, ""),
            ("pipe.txt", tarfile.FIFOTYPE, ""),
        ):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, target
            archive.addfile(member)
        member = tarfile.TarInfo("../../../tmp/out.txt")
        member.size = len(VISIT[1])
        archive.addfile(member, io.BytesIO(VISIT[1].encode()))
    return data.getvalue()


def lying_tar() -> bytes:
    member = tarfile.TarInfo("a.txt")
    member.size = 2**40
    return member.tobuf() + VISIT[1].encode()


def many_parts(depth: int) -> bytes:
    head = b"From: a@b\nDate: Tue, 02 Mar 2021 09:30:00 +0300\nMIME-Version: 1.0\n"
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth))
    return head + parts + b"\nKenya signed.\n"


def replaced(data: bytes, part: str, content: str) -> bytes:
    """A package with one part exchanged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    return made.zipped({**parts, part: content})


CASES: Cases = {
    "bomb.zip": lambda n: made.zipped({f"{k}.txt": bytes(30_000_000) for k in range(3 * n)}),
    "overlap.zip": lambda n: overlapping(200 * n),
    "nested.zip": lambda n: nested(30 * n),
    "quine.gz": lambda n: gzip.compress(gzip.compress(gzip.compress(bytes(60_000_000 * n)))),
    "bomb.gz": lambda n: gzip.compress(bytes(100_000_000 * n)),
    "bomb.xz": lambda n: lzma.compress(bytes(100_000_000 * n)),
    "bomb.bz2": lambda n: bz2.compress(bytes(100_000_000 * n)),
    "bomb.docx": lambda n: replaced(made.docx(ACCORD), "word/document.xml", " " * 250_000_000),
    "deep.docx": lambda n: replaced(made.docx(ACCORD), "word/document.xml", "<w:p xmlns:w='x'>" * 200_000 * n),
    "entities.docx": lambda n: replaced(made.docx(ACCORD), "word/document.xml", f"{DOCTYPE}<p><t>&e9;&f;</t></p>"),
    "entities.epub": lambda n: replaced(made.epub([ACCORD]), "OEBPS/book.opf", f"{DOCTYPE}<package>&e9;&f;</package>"),
    "entities.xml": lambda n: (DOCTYPE + made.wiki([("&e9;&f;", "0", "x")]).replace("&amp;", "&")).encode(),
    "entities.html": lambda n: (DOCTYPE + "<html><body><p>&e9; &f;</p></body></html>").encode(),
    "loop.epub": lambda n: replaced(
        made.epub([ACCORD]), "META-INF/container.xml", "<rootfile full-path='META-INF/container.xml'/>"
    ),
    "traversal.zip": lambda n: made.zipped({"../../../../etc/cron.d/a.txt": VISIT[1], "C:\\windows\\b.txt": ACCORD[1]}),
    "special.tar": lambda n: special_tar(),
    "lying.tar": lambda n: lying_tar(),
    "headers.tar": lambda n: b"".join(tarfile.TarInfo(f"{k}.txt").tobuf() for k in range(150_000 * n)),
    "line.txt": lambda n: b"Kenya signed. " * (3_000_000 * n),
    "letters.txt": lambda n: b"a" * (40_000_000 * n),
    "line.csv": lambda n: b"text,title\n" + b"x" * (60_000_000 * n) + b"\nKenya and Ethiopia signed.\n",
    "quote.csv": lambda n: b'text,title\n"' + b"never closed\n" * (3_000_000 * n),
    "line.jsonl": lambda n: b'{"text": "' + b"x" * (60_000_000 * n) + b'"}\n{"text": "Oman and Yemen signed."}\n',
    "line.mbox": lambda n: b"From a b 2021\nFrom: x\n\n" + b"y" * (60_000_000 * n),
    "parts.eml": lambda n: many_parts(20_000 * n),
    "head.eml": lambda n: b"From: a@b\nDate: x\nMessage-ID: <" + b"(" * (200_000 * n) + b">\n\nKenya signed.\n",
    "tags.html": lambda n: b"<html><body>" + b"<div>" * (1_000_000 * n) + ACCORD[1].encode(),
    "marks.html": lambda n: b"<html><body><p>" + b"<b>a</b> " * (300_000 * n),
    "attributes.html": lambda n: b"<html><body><p " + b"a=1 " * (300_000 * n) + b">Kenya signed.</p>",
    "table.html": lambda n: b"<html><body><table>" + b"<tr><td><table>" * (20_000 * n) + b"Kenya signed.",
    "quotes.md": lambda n: b">" * (20_000 * n) + b" Kenya signed an accord.",
    "brackets.md": lambda n: b"[" * (20_000 * n) + b"Kenya signed." + b"](a)" * (20_000 * n),
    "groups.rtf": lambda n: b"{\\rtf1 " + b"{" * (300_000 * n) + b"Kenya signed." + b"}" * (300_000 * n),
    "escapes.rtf": lambda n: b"{\\rtf1 " + b"\\u-1?\\'zz\\bin99999999 " * (50_000 * n) + b"}",
    "parents.pdf": lambda n: pdfs.parent_loop(),
    "tables.pdf": lambda n: pdfs.xref_loop(),
    "length.pdf": lambda n: pdfs.length_loop(),
    "pages.pdf": lambda n: pdfs.pdf([pdfs.column(ACCORD[1], 50, 780)]).replace(b"/Count 1", b"/Count 99999999"),
    "cut.pdf": lambda n: pdfs.pdf([pdfs.column(ACCORD[1], 50, 780)])[:-300],
    "templates.xml": lambda n: made.wiki([("A", "0", "{{" * (20_000 * n))]).encode(),
    "page.xml": lambda n: made.wiki([("A", "0", "x" * 60_000_000 * n), ("B", "0", VISIT[1])]).encode(),
    "cut.xml": lambda n: made.wiki([("A", "0", VISIT[1]), ("B", "0", VISIT[1])]).encode()[:-300],
    "cut.warc.gz": lambda n: made.warc([("http://a/", "text/html", made.page(ACCORD).encode())] * 3)[:-200],
    "lying.warc": lambda n: made.warc([("http://a/", "text/html", made.page(ACCORD).encode())], False).replace(
        b"Content-Length: 5", b"Content-Length: 99999995"
    ),
    "mixed.txt": lambda n: ("Köln und München. " * 20).encode() + ("Kenya signed in Zürich. " * 20).encode("cp1252"),
    "nul.txt": lambda n: ACCORD[1].replace(" ", " \0", 2).encode(),
    "utf16.txt": lambda n: ACCORD[1].encode("utf-16") + b"\x00",
    "marks.txt": lambda n: ("\u202e\u2066" + "\u200b".join(ACCORD[1]) + "\u2069").encode(),
    "accents.txt": lambda n: ("e" + "\u0301" * (100_000 * n)).encode(),
    "dates.jsonl": lambda n: b'{"text": "Oman and Yemen signed a pact.", "published": "0000-00-00"}\n'
    b'{"text": "Oman and Yemen met in Muscat.", "published": "99999"}\n'
    b'{"text": "Oman and Yemen talked in Muscat.", "published": "y-170000002"}\n',
    "dates.html": lambda n: made.page(
        ACCORD, '<meta name="date" content="99999-01-01"><meta name="pubdate" content="0000-01-01">'
    ).encode(),
    "dates.eml": lambda n: made.mail(VISIT).replace(b"02 Mar 2021", b"99 Xxx 99999"),
    "blanks.txt": lambda n: b" \n" * (5_000_000 * n) + b"Kenya signed.",
    "lines.txt": lambda n: b"a\n" * (400_000 * n),
    "signs.txt": lambda n: b"-=*. " * (150_000 * n),
}  # fmt: skip


def survive(name: str, data: bytes, folder: Path, settings: Settings) -> tuple[str, float]:
    """What became of one file among a good one, and how long it took; fails when the good one is not read."""
    (folder / name).write_bytes(data)
    (folder / "zz.txt").write_text(VISIT[1])
    began = perf_counter()
    found = list(read_source(folder, None, settings, guard=True))
    seconds = perf_counter() - began
    assert isinstance(found[-1], Document), f"{name}: the file behind it was not read"
    assert found[-1].name == "zz.txt", f"{name}: the file behind it was not read"
    documents = sum(isinstance(item, Document) for item in found) - 1
    problems = [item.reason for item in found if isinstance(item, SourceError)]
    assert not any("please report" in reason for reason in problems), problems
    return f"{documents} documents, {len(problems)} errors  {problems[0][:90] if problems else ''}", seconds


def main() -> Iterator[str]:
    """A line a case, then the sum."""
    scale = 4 if "--large" in sys.argv else 1
    settings = Settings({"max_seconds": "60", "max_memory": "2000"})
    slowest = 0.0
    for name, make in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            told, seconds = survive(name, make(scale), Path(folder), settings)
        slowest = max(slowest, seconds)
        yield f"{name:18} {seconds:6.1f} s  {told}"
    guard._stop_all()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield f"survived {len(CASES)} of {len(CASES)}; the slowest took {slowest:.1f} s, the most memory was {peak:.0f} MiB"


if __name__ == "__main__":
    for line in main():
        print(line, flush=True)
