"""Language models: found, checked against known weights, and told apart when they are wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bilateral.errors import ModelError
from bilateral.language import model
from bilateral.language.model import Known, locate, model_version


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A known model "made_en" that is installed as a package, with one file whose hash is known."""
    data = tmp_path / "made_en_package" / "made_en-1.0"
    data.mkdir(parents=True)
    (data.parent / "__init__.py").write_text("")
    (data / "config.cfg").write_text("[nlp]\n")
    (data / "meta.json").write_text(json.dumps({"version": "1.0"}))
    (data / "weights").write_bytes(b"right")
    monkeypatch.syspath_prepend(str(tmp_path))
    known = Known(
        "made_en", "made_en_package", "pip install made-en==1.0", "1.0", {"weights": model._hash(data / "weights")}
    )
    monkeypatch.setattr(model, "known_models", lambda: {"made_en": known})
    model._hash.cache_clear()
    yield data
    model._hash.cache_clear()


def test_a_known_model_with_the_known_weights_is_found(package: Path) -> None:
    assert locate("made_en") == package
    assert model_version("made_en") == "made_en/1.0"


def test_weights_that_are_not_the_known_ones_name_the_command_to_run(package: Path) -> None:
    (package / "weights").write_bytes(b"wrong")
    with pytest.raises(ModelError, match=r"pip install made-en==1\.0 --force-reinstall"):
        locate("made_en")


def test_a_missing_file_is_no_known_weight(package: Path) -> None:
    (package / "weights").unlink()
    with pytest.raises(ModelError, match="weights"):
        locate("made_en")


def test_a_model_that_is_not_installed_names_the_command_to_run() -> None:
    with pytest.raises(ModelError, match="pip install en_nowhere"):
        locate("en_nowhere")


def test_a_folder_can_be_a_model(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\n")
    assert locate(str(tmp_path)) == tmp_path


def test_a_model_without_a_readable_meta_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\n")
    with pytest.raises(ModelError, match="install it again"):
        model_version(str(tmp_path))


def test_the_default_model_is_the_packaged_small_one() -> None:
    from bilateral.settings import Settings

    assert model_version(Settings({}).text("model")).startswith("en_core_web_sm/3.8")
