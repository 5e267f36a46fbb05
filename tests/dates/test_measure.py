"""The measured floor, where the shared texts are."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("BILATERAL_SHARED", ROOT.parent / "shared"))


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "bench" / "te3").is_dir(), reason="the shared texts are not here")
def test_the_floor_is_held() -> None:
    spec = importlib.util.spec_from_file_location("timex_bench", ROOT / "bench" / "timex.py")
    assert spec and spec.loader
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    for name, row in bench.figures(SHARED).items():
        assert row["relaxed"] >= 0.92, name
        assert row["value"] >= 0.74, name
