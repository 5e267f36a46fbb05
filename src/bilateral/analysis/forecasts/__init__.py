"""Forecasts and plans, and what became of them."""

from __future__ import annotations

from bilateral.analysis.forecasts.ledger import Ledger, Line, ledger

__all__ = ["Ledger", "Line", "ledger"]
