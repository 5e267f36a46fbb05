"""What every command has in common, tried on a command that does nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click
import pytest

from bilateral.cli.main import COMMANDS, cli, run
from bilateral.cli.options import Filters, filters, given_settings, set_option

seen: dict[str, Any] = {}


@click.command("probe")
@filters("table", "jsonl", default="table")
@set_option
def probe(filters: Filters, form: str) -> None:
    seen.update(filters=filters, form=form, settings=dict(given_settings()))


@pytest.fixture(autouse=True)
def _probe(monkeypatch: pytest.MonkeyPatch) -> None:
    seen.clear()
    original = type(cli).get_command
    monkeypatch.setattr(
        type(cli), "get_command", lambda self, ctx, name: probe if name == "probe" else original(self, ctx, name)
    )


def settings() -> Mapping[str, str]:
    told: Mapping[str, str] = seen["settings"]
    return told


def test_filters_come_as_one_value() -> None:
    assert run("probe --between PAK Russian --kind other:border --since 2016 --until 2017-10 --limit 3".split()) == 0
    assert seen["filters"] == Filters(("PAK", "Russian"), "other:border", None, "2016", "2017-10", None, None, 3)
    assert seen["filters"].narrow
    assert seen["form"] == "table"


def test_no_filter_is_not_narrow() -> None:
    assert run(["probe", "--limit", "3"]) == 0
    assert not seen["filters"].narrow


def test_set_works_before_and_after_the_command() -> None:
    assert run("--set coder=other --set max_bytes=5 probe --set max_bytes=7".split()) == 0
    assert settings() == {"coder": "other", "max_bytes": "7"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("probe --status maybe", "occurred"),
        ("probe --limit 0", "0"),
        ("probe --format xml", "jsonl"),
        ("probe --between PAK", "requires 2 arguments"),
        ("probe --set max_bytes=many", "setting max_bytes takes a whole number, not 'many'"),
        ("probe --set colour=red", "no setting is called 'colour'; there are: coder"),
        ("probe --set coder", "'coder' is no name=value"),
        ("prbe", "No such command 'prbe'"),
        ("probe --frob", "No such option"),
    ],
)
def test_wrong_use_is_told_in_one_line(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(line.split()) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert err.startswith("bilateral: ")
    assert err.count("\n") == 1
    assert not out


def test_no_command_at_all_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Commands:" in capsys.readouterr().err


def test_every_command_has_a_line_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    help = capsys.readouterr().out
    assert all(f"  {name} " in help for name in COMMANDS)
