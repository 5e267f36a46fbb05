from __future__ import annotations

import subprocess
import sys

import pytest

import bilateral
from bilateral import coding
from tests.record.fake import FakeCoder


def test_public_names_are_sorted_complete_and_exist() -> None:
    assert bilateral.__all__ == sorted(bilateral.__all__)
    assert set(bilateral.__all__) == set(bilateral._HOMES)
    for name in bilateral.__all__:
        assert getattr(bilateral, name).__doc__, f"{name} has no docstring"
    assert set(bilateral.__all__) <= set(dir(bilateral))


def test_a_name_that_is_not_public_does_not_exist() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        bilateral.nonsense  # noqa: B018


def loaded_by(code: str) -> set[str]:
    """The modules at hand after running ``code`` in a new interpreter."""
    shown = f"{code}\nimport sys\nprint(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True).stdout.split())


def test_importing_the_package_loads_nothing() -> None:
    loaded = {name for name in loaded_by("import bilateral") if name.startswith("bilateral.")}
    assert loaded == set()


def test_reading_a_record_needs_no_language_model_and_no_migrations(tmp_path: object) -> None:
    made = f"import bilateral\nwith bilateral.open_record({str(tmp_path)!r} + '/r.db') as record: record.events()"
    assert loaded_by(made).isdisjoint({"spacy", "alembic", "trafilatura", "numpy"})


def test_a_text_is_coded_without_a_record() -> None:
    coding.register("fake", FakeCoder)
    (mention,) = bilateral.code_text(
        "On 2017-10-03 Ali Khan of PAK visited RUS.", published="2017-10-04", settings={"coder": "fake"}
    )
    assert (mention.kind, mention.date) == ("visit", "2017-10-03")
