"""Where a language model lies on this machine, and whether its weights are the known ones."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from bilateral.errors import ModelError


@dataclass(frozen=True, slots=True)
class Known:
    """A model that ships as a package: how to install it and what its files must hash to (sha256)."""

    name: str
    package: str
    install: str
    version: str
    files: Mapping[str, str]


@cache
def known_models() -> dict[str, Known]:
    """The models whose weights are known, by name."""
    text = resources.files(__package__).joinpath("models.toml").read_text(encoding="utf-8")
    return {name: Known(name, **row) for name, row in tomllib.loads(text).items()}


def locate(name: str) -> Path:
    """The folder that holds the model's ``config.cfg``.

    ``name`` is a known model, an installed package or a folder. Weights of a known model are checked once a process.

    Raises:
        ModelError: when the model is missing, is no spaCy model, or a file does not hash to the known value.
    """
    known = known_models().get(name)
    folder = _package_data(known.package if known else name) or _as_folder(name)
    if folder is None:
        install = known.install if known else f"pip install {name}"
        raise ModelError(f"language model {name} is not installed; run: {install}")
    if known:
        _check(known, folder)
    return folder


def model_version(name: str) -> str:
    """``name/version`` as the model's own meta.json tells it, without loading the model."""
    try:
        meta = json.loads((locate(name) / "meta.json").read_text(encoding="utf-8"))
        return f"{Path(name).name}/{meta['version']}"
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"language model {name} has no readable meta.json; install it again") from error


def _package_data(package: str) -> Path | None:
    if not package.isidentifier():
        return None
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    found = sorted(path.parent for path in Path(spec.origin).parent.glob("*/config.cfg"))
    return found[0] if found else None


def _as_folder(name: str) -> Path | None:
    folder = Path(name)
    return folder if (folder / "config.cfg").is_file() else None


@cache
def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _check(known: Known, folder: Path) -> None:
    for file, digest in known.files.items():
        path = folder / file
        if not path.is_file() or _hash(path) != digest:
            raise ModelError(
                f"language model {known.name}: {file} is not the file that {known.name} {known.version} holds; "
                f"run: {known.install} --force-reinstall --no-deps"
            )
