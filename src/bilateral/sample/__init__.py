"""The sample corpus: a dozen short articles of imaginary newspapers that tell the same events differently.

Every event, person and newspaper in it is invented; only the states are real.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["corpus"]


def corpus() -> Path:
    """The folder of articles, ready for ``Record.add``."""
    return Path(__file__).parent / "articles"
