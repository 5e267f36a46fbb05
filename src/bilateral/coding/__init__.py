"""Sentences -> mentions and claims: a pure function of one document."""

from __future__ import annotations

from bilateral.coding.registry import Coded, Coder, code, coder, register
from bilateral.settings import Settings

__all__ = ["Coded", "Coder", "code", "coder", "model_version", "register"]


def model_version(settings: Settings) -> str:
    """Name and version of the language model that the settings choose."""
    from bilateral.language.model import model_version as version

    return version(settings.text("model"))


def _rules() -> Coder:
    from bilateral.coding.rules import RulesCoder

    return RulesCoder()


def _trained() -> Coder:
    from bilateral.coding.learned.coder import TrainedCoder

    return TrainedCoder()


register("rules", _rules)
register("trained", _trained)
