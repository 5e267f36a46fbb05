"""Documents a second of each format, and the memory that a crawl of any size takes.

usage: python bench/readers/measure.py [--megabytes 50 1000]
"""

from __future__ import annotations

import argparse
import gzip
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT)]

from bench.readers import made, pdfs  # noqa: E402
from bench.readers.made import Article  # noqa: E402

from bilateral.documents import read_source  # noqa: E402
from bilateral.settings import Settings  # noqa: E402
from bilateral.types.document import Document  # noqa: E402

WORDS = (
    "The foreign minister of {} arrived in {} on Tuesday for talks about the border, trade and the training of "
    "officers, and said that both sides would sign a memorandum before the end of the year."
)
STATES = "Kenya Norway Chile Oman Ghana Peru Laos Fiji Mali Cuba Togo Chad".split()
FILES = 200


def article(number: int) -> Article:
    """One of as many different articles as there are numbers, of about 400 words."""
    one, other = STATES[number % 12], STATES[(number // 12 + 5) % 12]
    text = "\n\n".join(f"{WORDS.format(one, other)} It was meeting number {number * 100 + line}." for line in range(10))
    return f"Minister of {one} visits {other} ({number})", text


MAKERS: dict[str, Callable[[Article], bytes]] = {
    "txt": lambda a: a[1].encode(),
    "md": lambda a: f"# {a[0]}\n\n{a[1]}\n".encode(),
    "html": lambda a: made.page(a).encode(),
    "pdf": lambda a: pdfs.pdf([pdfs.column(a[1], 50, 800, 45), pdfs.column(a[1], 310, 800, 45)]),
    "docx": made.docx,
    "odt": made.odt,
    "rtf": lambda a: made.rtf(a[1], a[0]),
    "eml": made.mail,
    "epub": lambda a: made.epub([a]),
}


def many(format: str, articles: list[Article], folder: Path) -> None:
    """Files that hold many articles each."""
    texts = [text.replace("\n", " ") for _, text in articles]
    if format == "jsonl":
        (folder / "a.jsonl").write_text("".join(f'{{"text": "{text}"}}\n' for text in texts))
    elif format == "csv":
        (folder / "a.csv").write_text("text\n" + "".join(f'"{text}"\n' for text in texts))
    elif format == "mbox":
        (folder / "a.mbox").write_bytes(made.mbox(articles))
    elif format == "zip":
        (folder / "a.zip").write_bytes(made.zipped({f"{n}.txt": text for n, text in enumerate(texts)}))
    elif format == "tar.gz":
        (folder / "a.tar.gz").write_bytes(made.taped({f"{n}.txt": text for n, text in enumerate(texts)}, "w:gz"))
    elif format == "mediawiki":
        (folder / "a.xml").write_text(made.wiki([(title, "0", text) for title, text in articles]))
    elif format == "warc.gz":
        pages = [(f"http://a/{n}", "text/html", made.page(a).encode()) for n, a in enumerate(articles)]
        (folder / "a.warc.gz").write_bytes(made.warc(pages))
    elif format == "factiva":
        exported = (
            f"{title}\n\n90 words\n2 March 2021\nGazette\nGAZ\nEnglish\nCopyright\n\n{text}\n\n"
            f"Document GAZ00000202103{n:04}e3320001x\n\n"
            for n, (title, text) in enumerate(articles)
        )
        (folder / "a.txt").write_text("".join(exported))


def speed(format: str) -> float:
    """Documents for each second that one core works: reading, cleaning and all, in one process."""
    articles = [article(number) for number in range(FILES)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if format in MAKERS:
            for number, one in enumerate(articles):
                (folder / f"{number:03}.{format}").write_bytes(MAKERS[format](one))
        else:
            many(format, articles, folder)
        next(iter(read_source(folder, None, Settings())))  # the libraries are loaded
        began = process_time()
        found = list(read_source(folder, None, Settings()))
        seconds = process_time() - began
    assert len(found) == FILES, (format, len(found), found[:1])
    assert all(isinstance(item, Document) for item in found), found[:1]
    return FILES / seconds


def crawl(path: Path, megabytes: int) -> int:
    """Write a crawl of so many megabytes when unpacked, half of it pages; how many these are."""
    pages = size = 0
    block = bytes(range(256)) * 120
    with path.open("wb") as out:
        while size < megabytes * 1_000_000:
            pages += 1
            page = made.page(article(pages)).encode()
            picture = (f"http://a/{pages}.png", "image/png", block + page)
            # many pictures between pages, as in a real crawl: pages would take minutes to read, not to stream
            record = made.warc([(f"http://a/{pages}", "text/html", page), *[picture] * 9], packed=False)
            size += len(record)
            out.write(gzip.compress(record[: record.index(b"WARC/1.0", 10)], 1))
            out.write(gzip.compress(made.warc([picture], packed=False), 1) * 9)
    return pages


def memory(megabytes: int) -> str:
    """The most memory that reading a crawl of so many megabytes takes, in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.warc.gz"
        pages = crawl(path, megabytes)
        command = [sys.executable, __file__, "--read", str(path)]
        began = perf_counter()
        told = subprocess.run(command, check=True, capture_output=True, text=True, env=None).stdout.split()
        seconds = perf_counter() - began
    assert int(told[0]) == pages, told
    return f"{megabytes:5} MB: {pages:,} pages in {seconds:.0f} s, {int(told[1]) // 1024} MiB at most"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, nargs="*", default=[50, 1000])
    parser.add_argument("--read", type=Path)
    told = parser.parse_args()
    if told.read:
        found = sum(isinstance(item, Document) for item in read_source(told.read, None, Settings()))
        print(found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    for format in (*MAKERS, "jsonl", "csv", "mbox", "zip", "tar.gz", "mediawiki", "warc.gz", "factiva"):
        print(f"{format:10} {speed(format):8.0f} documents a second", flush=True)
    for megabytes in told.megabytes:
        print(memory(megabytes), flush=True)


if __name__ == "__main__":
    main()
