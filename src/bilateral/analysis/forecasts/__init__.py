"""Forecasts and plans, and what became of them."""

from __future__ import annotations

from bilateral.analysis.forecasts.ledger import Ledger, Line, ledger
from bilateral.analysis.forecasts.outcomes import VERDICTS

__all__ = ["VERDICTS", "Ledger", "Line", "ledger"]
