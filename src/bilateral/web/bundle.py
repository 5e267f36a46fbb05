"""The script that draws charts in a page: the one that vl-convert-python carries, made once and kept.

Making it takes seconds, so it is kept on disk as well, in the user's cache, under the version it is of.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock, Thread

from bilateral.views.render import VERSION

_LOCK = Lock()


def prepare() -> None:
    """Make it in the background, so that the first chart does not wait for it."""
    Thread(target=script, name="bilateral-bundle", daemon=True).start()


def script() -> bytes:
    """The script: Vega, Vega-Lite and Vega-Embed as a module that sets ``window.vegaEmbed``."""
    with _LOCK:
        return _script()


@cache
def _script() -> bytes:
    path = _folder() / f"charts-{version('vl-convert-python')}-{VERSION}.js"
    with suppress(OSError):
        if kept := path.read_bytes():
            return kept
    import vl_convert as vlc  # a renderer of its own: slow to load

    made = str(vlc.javascript_bundle(vl_version=VERSION)).encode()  # type: ignore[call-arg]  # its stub asks for more
    with suppress(OSError):
        _keep(path, made)
    return made


def _folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "bilateral"


def _keep(path: Path, made: bytes) -> None:
    """Written whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(made)
    Path(file.name).replace(path)
