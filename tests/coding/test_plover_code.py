"""PLOVER types and contexts of acts, after the manual."""

from __future__ import annotations

import pytest

from bilateral.coding.plover_code import code_of
from tests.coding.telling import told


@pytest.mark.parametrize(
    ("text", "word", "kind", "event"),
    [
        ("Turkey withdrew its troops from Iraq.", "withdrew", "other:withdrawal", "RETREAT"),
        ("Turkey will withdraw its troops from Iraq next month.", "withdraw", "other:withdrawal", "AGREE"),
        ("Norway will train Ghana's coast guard.", "train", "exercise", "AGREE"),
        ("Kenya moved troops to the border with Somalia.", "moved", "mobilisation", "MOBILIZE"),
        ("Uganda sent 300 peacekeepers to Liberia.", "sent", "mobilisation", "AID"),
        ("Canada will impose an embargo on Belarus.", "impose", "embargo", "SANCTION"),
    ],
)
def test_a_promise_and_help_with_arms_have_types_of_their_own(text: str, word: str, kind: str, event: str) -> None:
    assert code_of(told(text, word, kind)).event == event


def test_contexts_are_those_whose_words_the_clause_has() -> None:
    draft = told("France and Ghana held talks on drought and vaccines.", "talks", "meeting")
    assert {"health", "disasters"} <= set(code_of(draft).contexts)
    assert "cyber" not in code_of(draft).contexts
