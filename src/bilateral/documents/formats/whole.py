"""What the readers of one document a file share: bounded reading, decoding, the refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bilateral.documents.decode import NotText, decode
from bilateral.documents.normalise import normalise
from bilateral.documents.raw import File, Known, Knows, Raw, Read, document_id
from bilateral.errors import SourceError
from bilateral.settings import Settings


def read_whole(file: File, settings: Settings, knows: Knows, make: Callable[[File, str, str], Raw]) -> Iterator[Read]:
    """The one document of ``file``: ``make`` turns (file, id, decoded text) into it."""
    try:
        data = bounded(file, int(settings.number("max_bytes")))
        known = document_id(data)
        if knows(known):
            yield Known(file.name, known)
            return
        raw = make(file, known, decode(data))
    except NotText as error:
        yield SourceError(file.name, f"{error}; convert it to text first")
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(file.name, why(error))
    else:
        yield raw if normalise(raw.text) else SourceError(file.name, "empty: it holds no text")


def bounded(file: File, limit: int) -> bytes:
    """The bytes of ``file``. Raises SourceError when they are too many or none."""
    with file.path.open("rb") as stream:
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
