"""Broken files without end: each reader is given files with bytes changed, cut, doubled and mixed.

usage: python bench/readers/fuzz.py [--minutes 10] [--seed 1] [FORMAT...]

A reader may give documents and errors. It may not raise, hang or grow: a file that takes ten seconds of the processor's
time, or an exception, is written down and counted. The reading is in this process; the run is in a process
of its own that is started anew when it is lost.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import monotonic
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT)]

from bench.readers import made, pdfs  # noqa: E402
from bench.readers.made import ACCORD, VISIT  # noqa: E402

from bilateral.documents import read_source  # noqa: E402
from bilateral.documents.language import identifier  # noqa: E402
from bilateral.errors import SourceError  # noqa: E402
from bilateral.settings import Settings  # noqa: E402

SETTINGS = {"max_bytes": "3000000", "max_archive_bytes": "20000000", "max_characters": "100000"}
SECONDS = 10
FACTIVA = (
    f"{ACCORD[0]}\n\n90 words\n2 March 2021\nThe Gazette\nGAZ\nEnglish\nCopyright 2021\n\n{ACCORD[1]}\n\n"
    "Document GAZ0000020210302e3320001x\n"
)
SEEDS: dict[str, bytes] = {
    "a.txt": ACCORD[1].encode(),
    "export.txt": FACTIVA.encode(),
    "a.md": f"# {ACCORD[0]}\n\n*{ACCORD[1]}* [a](b)\n\n|a|b|\n|-|-|\n|c|d|\n".encode(),
    "a.html": made.page(ACCORD, '<meta name="date" content="2021-03-02">').encode(),
    "a.jsonl": b'{"text": "Oman and Yemen signed.", "published": "2021-03-02"}\n' * 3,
    "a.csv": b'text,title,published\n"Oman and Yemen signed, ""they said"".",x,2021\n' * 3,
    "a.eml": made.mail(ACCORD, {"b.docx": made.docx(VISIT)}),
    "a.mbox": made.mbox([ACCORD, VISIT]),
    "a.rtf": made.rtf("\n\n".join(ACCORD), ACCORD[0]),
    "a.pdf": pdfs.pdf([pdfs.column(ACCORD[1], 50, 780), pdfs.column(VISIT[1], 310, 780)]),
    "a.docx": made.docx(ACCORD),
    "a.odt": made.odt(ACCORD),
    "a.epub": made.epub([ACCORD, VISIT]),
    "a.zip": made.zipped({"a.txt": VISIT[1], "b.zip": made.zipped({"c.html": made.page(ACCORD)})}),
    "a.tar": made.taped({"a.txt": VISIT[1], "b.html": made.page(ACCORD)}),
    "a.warc": made.warc([("http://a/b", "text/html", made.page(ACCORD).encode())] * 2, False),
    "a.warc.gz": made.warc([("http://a/b", "text/html", made.page(ACCORD).encode())] * 2),
    "a.xml": made.wiki([("A", "0", f"{{{{date|March 2, 2021}}}}\n{ACCORD[1]}\n== S ==\n* [[x|y]]")]).encode(),
}


class Slow(BaseException):
    """A file takes too long."""


def interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise Slow


def mutated(data: bytes, chance: random.Random) -> bytes:
    """``data`` changed in a few of many ways."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        size = len(changed)
        if not size:
            return bytes(changed)
        at, length = chance.randrange(size), chance.choice((1, 2, 4, 16, 64, 512))
        match chance.randrange(8):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                changed[at] ^= 1 << chance.randrange(8)
            case 2:
                del changed[at : at + length]
            case 3:
                changed[at:at] = changed[at : at + length] * chance.choice((1, 2, 50))
            case 4:
                changed[at : at + length] = chance.randbytes(length)
            case 5:
                changed[at:at] = chance.choice(WORDS)
            case 6:
                del changed[chance.randrange(size) :]
            case 7:
                other = chance.choice(list(SEEDS.values()))
                changed[at:at] = other[chance.randrange(len(other)) :][:length]
    return bytes(changed)


WORDS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"{", b"}", b"<", b"</", b"<!--", b"<![CDATA[", b"&#0;", b"&#x110000;",  # noqa: E501
    b"\\u-1?", b"\\bin9999999 ", b"{{", b"}}", b"[[", b"]]", b"<ref>", b"99999999999999999999", b"-1", b"\xed\xa0\x80", b"\xe2\x80\xae",  # noqa: E501
    b"PK\x03\x04", b"%PDF-1.7", b"From a b 2021\n", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"--", b"obj", b"stream", b"\"", b",", b";",  # noqa: E501
)  # fmt: skip


def work(names: list[str], seed: int, until: float, out: multiprocessing.Queue) -> None:  # type: ignore[type-arg]
    """Read broken files until time is over; tell of each what came of it."""
    chance = random.Random(seed)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a library complains there of every broken file
    signal.signal(signal.SIGPROF, interrupt)
    identifier()  # what every reader may need is loaded once, and is not the first file's time
    with tempfile.TemporaryDirectory() as folder:
        while monotonic() < until:
            name = chance.choice(names)
            data = mutated(SEEDS[name], chance)
            path = Path(folder) / name
            path.write_bytes(data)
            out.put(("begun", name, data))
            out.put((read(path), name, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
    out.put(("over", "", 0))


def read(path: Path) -> str:
    """``documents``, ``errors``, or what a reader may not do."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)  # a machine busy with other things is no hang
    try:
        found = list(read_source(path, None, Settings(SETTINGS)))
        return "errors" if all(isinstance(item, SourceError) for item in found) else "documents"
    except Slow:
        return "hang"
    except Exception as error:
        return f"crash {type(error).__name__}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def fuzz(names: list[str], seed: int, minutes: float, keep: Path) -> tuple[Counter[str], list[int]]:
    """What came of all files, and the memory of the process as it went on; what is wrong is kept in ``keep``."""
    came: Counter[str] = Counter()
    memory: list[int] = []
    until = monotonic() + 60 * minutes
    while monotonic() < until:
        out: multiprocessing.Queue = multiprocessing.Queue(64)  # type: ignore[type-arg]
        process = multiprocessing.Process(target=work, args=(names, seed, until, out), daemon=True)
        process.start()
        data, name, result = b"", "", ""
        while result != "over":
            try:
                result, name, told = out.get(timeout=3 * SECONDS)
            except Exception:
                result, told = "death", 0
            if result == "begun":
                data = told
                continue
            came[result] += result != "over"
            memory.append(told)
            if result.startswith(("crash", "hang", "death")):
                keep.mkdir(exist_ok=True)
                (keep / f"{result.replace(' ', '-')}-{came[result]}-{name}").write_bytes(data)
            if result == "death":
                process.kill()
                break
        seed += 1
    return came, [value for value in memory if value]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("formats", nargs="*", choices=[[], *SEEDS], default=[])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-finds"))
    told = parser.parse_args()
    came, memory = fuzz(told.formats or list(SEEDS), told.seed, told.minutes, told.keep)
    print(f"{came.total():,} files: " + ", ".join(f"{name} {number:,}" for name, number in came.most_common()))
    tenth = max(1, len(memory) // 10)
    print(f"memory: {memory[tenth] // 1024} MiB after a tenth of them, {memory[-1] // 1024} MiB at the end")
    return int(any(name.startswith(("crash", "hang", "death")) for name in came))


if __name__ == "__main__":
    sys.exit(main())
