"""What the readers of one document a file share: bounded reading, decoding, the refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TypeVar

from bilateral.documents.decode import NotText, decode
from bilateral.documents.normalise import normalise
from bilateral.documents.raw import File, Known, Knows, Raw, Read, document_id
from bilateral.errors import ExtraMissing, SourceError
from bilateral.settings import Settings

T = TypeVar("T")
Made = Raw | list[Raw]
"""The one document of a file, or those of a file that turns out to hold several."""


def read_whole(file: File, settings: Settings, knows: Knows, make: Callable[[File, str, str], Made]) -> Iterator[Read]:
    """The document of ``file``: ``make`` turns (file, id, decoded text) into it."""
    return read_bytes(file, settings, knows, lambda file, known, data: make(file, known, decode(data)))


def read_bytes(
    file: File, settings: Settings, knows: Knows, make: Callable[[File, str, bytes], Made]
) -> Iterator[Read]:
    """The document of ``file``: ``make`` turns (file, id, bytes) into it."""
    try:
        data = bounded(file, int(settings.number("max_bytes")))
        known = document_id(data)
        if knows(known):
            yield Known(file.name, known)
            return
        with taking_apart(file.name):
            made = make(file, known, data)
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(file.name, why(error))
    else:
        yield from (handed(part, knows) for part in made) if isinstance(made, list) else (with_text(made),)


def handed(part: Raw, knows: Knows) -> Read:
    """One of several documents of a file, unless it is known."""
    return Known(part.name, part.id) if knows(part.id) else with_text(part)


def with_text(raw: Raw) -> Read:
    """``raw``, or an error when it says nothing."""
    return raw if normalise(raw.text) else SourceError(raw.name, "empty: it holds no text")


def each(file: File, items: Iterable[T], documents: Callable[[T], Iterable[Read]], empty: str | None) -> Iterator[Read]:
    """The documents of each item of a file that is read bit by bit.

    Where it breaks off, an error is the last, and what came before is kept; ``empty`` is the error of a file without
    items, None where that is none.
    """
    found = False
    try:
        for item in items:
            found = True
            yield from documents(item)
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(file.name, why(error))
    else:
        if not found and empty:
            yield SourceError(file.name, empty)


@contextmanager
def taking_apart(name: str) -> Iterator[None]:
    """Whatever a broken or hostile file does to the libraries becomes a SourceError: the other documents go on."""
    try:
        yield
    except (SourceError, OSError):
        raise
    except NotText as error:
        raise SourceError(name, f"{error}; convert it to text first") from error
    except ExtraMissing as error:
        raise SourceError(name, str(error)) from error
    except MemoryError as error:
        raise SourceError(
            name, "needs more memory than the setting max_memory allows; raise it, or split it"
        ) from error
    except Exception as error:
        reason = f"broken: it cannot be taken apart ({type(error).__name__}); save the article as text"
        raise SourceError(name, reason) from error


def needed(package: str, what: str) -> ModuleType:
    """A package of the extra ``documents``. Raises ExtraMissing when it is not installed."""
    try:
        return import_module(package)
    except ImportError:
        raise ExtraMissing(
            f"reading {what} needs {package.partition('.')[0]}; install it with: pip install 'bilateral[documents]'"
        ) from None


def bounded(file: File, limit: int) -> bytes:
    """The bytes of ``file``. Raises SourceError when they are too many or none."""
    with file.open() as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise SourceError(file.name, f"larger than {limit:,} bytes; split it, or raise the setting max_bytes")
    if not data.strip():
        raise SourceError(file.name, "empty: it holds no text")
    return data


def why(error: OSError) -> str:
    """An operating system's refusal in words for the user."""
    if isinstance(error, PermissionError):
        return "no permission to read it; check its access rights"
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder; check the path"
    return f"cannot be read ({error.strerror or error}); try again when the disk or share is back"
