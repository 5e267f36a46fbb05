"""The description of the API is true: whatever is asked of it, nothing breaks."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error

from bilateral.web import create_app
from tests.web.conftest import HOME

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not os.environ.get("BILATERAL_TEST_BROWSER"), reason="asks everything: minutes; set BILATERAL_TEST_BROWSER=1"
    ),
]

TOKEN = "of a test"
LEFT_OUT = "/api/uploads"
"""What is dropped would be read by processes of its own: tested by itself."""


def test_no_question_breaks_anything(ruled: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    shutil.copy(ruled, path)
    schema = schemathesis.openapi.from_asgi(
        "/api/openapi.json",
        create_app(str(path), token=TOKEN),
        headers={"Authorization": f"Bearer {TOKEN}", "Host": "127.0.0.1"},
    )
    schema.config.base_url = HOME
    operations = [one.ok() for one in schema.get_all_operations() if one.ok().path != LEFT_OUT]
    assert len(operations) > 15
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(
            max_examples=15, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        def ask(case: schemathesis.Case) -> None:
            answer = case.call(headers={"Authorization": f"Bearer {TOKEN}", "Host": "127.0.0.1"})
            case.validate_response(answer, checks=[not_a_server_error])

        ask()
