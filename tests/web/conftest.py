from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from bilateral.web import create_app

HOME = "http://127.0.0.1"


def proof_of(client: TestClient) -> str:
    """The proof that a page carries for changes from this client."""
    found = re.search(r'<meta name="proof" content="(\w+)">', client.get("/").text)
    assert found
    return found[1]


@pytest.fixture
def own(ruled: Path, tmp_path: Path) -> Path:
    """A record of the sample articles that a test may change."""
    path = tmp_path / "own.db"
    shutil.copy(ruled, path)
    return path


@pytest.fixture(scope="module")
def reading(ruled: Path) -> Iterator[TestClient]:
    """A visitor of the record of the sample articles; no test changes that."""
    with TestClient(create_app(str(ruled)), base_url=HOME) as client:
        yield client


@pytest.fixture
def client(own: Path) -> Iterator[TestClient]:
    """A visitor who may change the record."""
    with TestClient(create_app(str(own), author="Tester"), base_url=HOME) as made:
        yield made
