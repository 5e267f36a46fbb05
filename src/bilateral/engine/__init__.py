"""Where coding runs: in this process, or in a pool of processes that keep the model loaded."""

from __future__ import annotations

from bilateral.engine.run import Outcome, run

__all__ = ["Outcome", "run"]
