from __future__ import annotations

from pathlib import Path

import pytest

from bilateral.cli.main import run


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the sample articles; no test changes it."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    assert run(["demo", str(path)]) == 0
    return path
