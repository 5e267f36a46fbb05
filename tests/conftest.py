"""What every room's tests share."""

from __future__ import annotations

import os
from contextlib import redirect_stdout
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path:
    """Where the labelled articles lie, if they do: BILATERAL_SHARED, else ``shared`` beside the project."""
    return Path(os.environ.get("BILATERAL_SHARED", ROOT.parent / "shared"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is marked ``shared`` where the labelled articles are not."""
    if (shared_folder() / "articles").is_dir():
        return
    skip = pytest.mark.skip(reason="the labelled articles (../shared or BILATERAL_SHARED) are not here")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the user's own reaches a test."""
    for name in list(os.environ):
        if name.startswith("BILATERAL_") and name != "BILATERAL_SHARED":
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled articles; mark the test ``shared`` as well."""
    return shared_folder()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the sample articles, what ``bilateral demo`` printed beside it (.out); no test changes it."""
    from bilateral.cli.main import run

    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with path.with_suffix(".out").open("w", encoding="utf-8") as out, redirect_stdout(out):
        assert run(["demo", str(path)]) == 0
    return path


@pytest.fixture(scope="session")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the sample articles by the coder of rules, which no training changes; no test changes it."""
    from bilateral.record import open_record
    from bilateral.sample import corpus

    path = tmp_path_factory.mktemp("ruled") / "ruled.db"
    with open_record(path, settings={"coder": "rules"}) as record:
        assert not record.add(corpus()).failed
    return path
