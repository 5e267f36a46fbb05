"""``bilateral info``: what a record holds and what made it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

import click

from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.record import Fingerprint, Info, open_record
from bilateral.views.wording import count, listed

STATES_SHOWN = 12


@click.command("info")
@record_argument
@set_option
def command(record: str) -> None:
    """Tell what RECORD holds, what made it, and which documents could not be read."""
    with open_record(record, create=False, settings=given_settings()) as opened:
        info = opened.info()
        for name, value in _lines(info):
            click.echo(f"{name:<12} {value}")
        for name, value in _cited(info, opened.fingerprint()):
            click.echo(f"{name:<12} {value}")


def _lines(info: Info) -> Iterator[tuple[str, str]]:
    yield "record", f"{info.path} ({info.size / 1_048_576:.1f} MB, tables of version {info.schema})"
    yield "documents", _documents(info)
    yield "mentions", f"{info.mentions:,}"
    yield "events", f"{info.events:,}" + (f", {info.first} to {info.last}" if info.first and info.last else "")
    yield "claims", f"{info.claims:,}"
    if info.states:
        yield "states", listed((f"{code} {number:,}" for code, number in info.states), STATES_SHOWN)
    for coder, model in info.coders:
        yield "made by", f"coder {coder}, model {model}"
    if len(info.coders) > 1:
        yield "warning", "mentions of several coders or models are mixed; read the articles anew into another record"
    for failure in info.failures:
        yield "failed", f"{failure.name}: {failure.reason}"


def _cited(info: Info, known_by: Fingerprint) -> Iterator[tuple[str, str]]:
    """What to write in a footnote: who has the same articles and settings gets the same hash."""
    coders = ", ".join(f"coder {coder}, model {model}" for coder, model in info.coders)
    held = f"{count(info.documents, 'document')}, {count(info.events, 'event')}"
    yield "cite as", f"record of bilateral {version('bilateral')} ({held}; {coders or 'nothing read'})"
    yield "", str(known_by)


def _documents(info: Info) -> str:
    told = [f"{info.documents:,}"]
    told += [f"{info.uncoded:,} of them not coded"] if info.uncoded else []
    told += [f"{count(info.superseded, 'old version')} of changed files"] if info.superseded else []
    told += [f"{len(info.failures):,} failed"] if info.failures else []
    return ", ".join(told)
