"""``manifest.csv`` beside files: what it tells of each of them."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bilateral.documents.decode import NotText, decode
from bilateral.documents.formats.whole import bounded, why
from bilateral.documents.normalise import one_line
from bilateral.documents.raw import NOTHING_TOLD, File, Told
from bilateral.errors import SourceError

NAME = "manifest.csv"
LIMIT = 200_000_000


@dataclass(slots=True)
class Manifest:
    """The rows of one manifest by file, and what is wrong with it."""

    rows: dict[str, Told] = field(default_factory=dict)
    problems: list[SourceError] = field(default_factory=list)

    def of(self, file: str) -> Told:
        """What is told of ``file``, a path below the manifest's folder."""
        return self.rows.get(key(file), NOTHING_TOLD)


def key(file: str) -> str:
    """One spelling for a path: forward slashes, no ``./``, composed letters."""
    return unicodedata.normalize("NFC", file.strip().replace("\\", "/")).removeprefix("./")


def read_manifest(folder: Path, name: str) -> Manifest:
    """The manifest of ``folder``, known to the user as ``name``; an empty one where there is none."""
    path = folder / NAME
    manifest = Manifest()
    if not path.is_file():
        return manifest
    try:
        text = decode(bounded(File(path, name), LIMIT))
        fill(manifest, text, name)
    except SourceError as error:
        manifest.problems.append(error)
    except NotText as error:
        manifest.problems.append(SourceError(name, f"{error}; save it as CSV text"))
    except csv.Error as error:
        manifest.problems.append(SourceError(name, f"not CSV ({error}); the files are read without it"))
    except OSError as error:
        manifest.problems.append(SourceError(name, why(error)))
    return manifest


def fill(manifest: Manifest, text: str, name: str) -> None:
    """Put the rows of ``text`` into ``manifest``. Raises SourceError when the column ``file`` is missing."""
    rows = csv.DictReader(io.StringIO(text.replace("\0", ""), newline=""), dialect=dialect(text))
    columns = [(column or "").strip().lower() for column in rows.fieldnames or ()]
    if "file" not in columns:
        there = ", ".join(filter(None, columns)) or "none"
        raise SourceError(name, f"the column `file` is missing (columns: {there}); add a header line with it")
    rows.fieldnames = columns
    for row in rows:
        cells = {column: value for column, value in row.items() if isinstance(column, str) and isinstance(value, str)}
        if file := key(cells.get("file", "")):
            add(manifest, file, told(cells), f"{name}, line {rows.line_num}")


def dialect(text: str) -> type[csv.Dialect]:
    """Commas, unless the header line plainly uses semicolons or tabs."""
    head = text.lstrip().partition("\n")[0]

    class Manifested(csv.excel):
        delimiter = max(",;\t", key=head.count)

    return Manifested


def add(manifest: Manifest, file: str, row: Told, where: str) -> None:
    """Keep one row; the first of two that differ counts, and the second is a problem."""
    if manifest.rows.setdefault(file, row) != row:
        manifest.problems.append(SourceError(where, f"{file} is listed again with other values; the first line counts"))


def told(cells: dict[str, str]) -> Told:
    """One row's values."""
    return Told(
        title=one_line(cells.get("title")),
        published=one_line(cells.get("published")),
        published_from="manifest",
        source=one_line(cells.get("source")),
        url=one_line(cells.get("url")),
        language=one_line(cells.get("language")),
    )


def missing(manifest: Manifest, folder: Path, prefix: str) -> Iterator[SourceError]:
    """An error for each listed file that is not there."""
    for file in manifest.rows:
        if not (folder / file).exists():
            reason = f"listed in {prefix}{NAME} but not there; restore the file or delete its line"
            yield SourceError(prefix + file, reason)
