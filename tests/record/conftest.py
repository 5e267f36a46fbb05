from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from bilateral import coding
from bilateral.record import Record, open_record
from tests.record.fake import FakeCoder

Articles = Callable[..., Path]
Places = Callable[[str], str]

SERVER = os.environ.get("BILATERAL_TEST_SERVER", "postgresql://postgres@127.0.0.1:5432/postgres")
BACK_ENDS = ("sqlite", "postgresql")


@pytest.fixture(autouse=True)
def fake_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coder called ``fake``, and no look at the language model."""
    coding.register("fake", FakeCoder)
    monkeypatch.setattr(coding, "model_version", lambda _: "no model")


@pytest.fixture(scope="session")
def server() -> str:
    """The address of a PostgreSQL server; what needs one is skipped where there is none."""
    psycopg = pytest.importorskip("psycopg", reason="the extra `postgres` is not installed")
    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.OperationalError:
        pytest.skip(f"no PostgreSQL server at {SERVER}; BILATERAL_TEST_SERVER may name another")
    return SERVER


_numbers = count(1)


@pytest.fixture(params=BACK_ENDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """Where records are made: gives the file or the address of one by its name. Each test runs on both databases."""
    if request.param == "sqlite":
        yield lambda name: str(tmp_path / f"{name}.db")
        return
    import psycopg

    address = request.getfixturevalue("server")
    made: dict[str, str] = {}

    def named(name: str) -> str:
        if name not in made:
            schema = f"t{os.getpid()}_{next(_numbers)}"
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute(f"CREATE SCHEMA {schema}")  # type: ignore[arg-type]
            made[name] = schema
        return f"{address}?options=-csearch_path%3D{made[name]}"

    yield named
    with psycopg.connect(address, autocommit=True) as connection:
        for schema in made.values():
            connection.execute(f"DROP SCHEMA {schema} CASCADE")  # type: ignore[arg-type]


@pytest.fixture
def record(place: Places) -> Iterator[Record]:
    with open_record(place("record"), settings={"coder": "fake"}) as opened:
        yield opened


@pytest.fixture
def articles(tmp_path: Path) -> Articles:
    """Write articles, ``name=text``, into a folder, and give the folder."""

    def write(folder: str = "articles", **texts: str) -> Path:
        for name, text in texts.items():
            path = tmp_path / folder / f"{name}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{text}\n", encoding="utf-8")
        return tmp_path / folder

    return write
