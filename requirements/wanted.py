"""What pyproject.toml asks for, the dependency group ``dev`` included."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def wanted() -> list[str]:
    """The requirements as pyproject.toml gives them."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [*told["project"]["dependencies"], *told["dependency-groups"]["dev"]]
