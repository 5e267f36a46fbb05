"""``bilateral show``: one event, every report of it with the words marked, and where they disagree."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from bilateral.cli.marking import marked
from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.cli.why import explain
from bilateral.record import Logged, Record, open_record
from bilateral.types.event import Conflict, Event, Evidence
from bilateral.views import wording
from bilateral.views.days import readable
from bilateral.views.decisions import judgement_line


@click.command("show")
@record_argument
@click.argument("event")
@click.option("--why", is_flag=True, help="Also tell why its reports are taken for one event, feature by feature.")
@set_option
def command(record: str, event: str, why: bool) -> None:
    """Show EVENT of RECORD: its values, each report with the words it rests on, and the conflicts.

    EVENT is an id as `bilateral events` lists it; its first characters will do.
    """
    with open_record(record, create=False, settings=given_settings()) as opened:
        shown = opened.event(full(event))
        for line in describe(opened, shown):
            click.echo(line)
        for line in explain(shown, opened.why(shown.id), opened.settings()) if why else ():
            click.echo(line)


def full(event: str) -> str:
    """The id with its prefix, which the table leaves out."""
    return event if event.startswith("evt_") else f"evt_{event}"


def describe(record: Record, event: Event) -> Iterator[str]:
    """The whole page on one event, line by line."""
    yield from _values(event)
    copies = record.copies()
    reports, sources = len(wording.documents(event)), len(wording.sources(event, copies))
    yield ""
    yield _head(f"{wording.count(reports, 'report')} from {wording.count(sources, 'source')}")
    for number, item in enumerate(event.evidence, 1):
        yield ""
        yield from _report(record, number, item)
        family = [other.document for other in event.evidence if other.document_id in copies.get(item.document_id, ())]
        if others := [name for name in dict.fromkeys(family) if name != item.document]:
            yield f"    {click.style(f'a copy of {wording.listed(others, 3)}: one source', dim=True)}"
    if event.conflicts:
        yield ""
        yield _head("Where they differ")
    for conflict in event.conflicts:
        yield ""
        yield from told_differently(event, conflict)
    mentions = {item.mention for item in event.evidence}
    judged = [one for one in record.judgements() if mentions & _spoken_of(one)]
    if judged:
        yield ""
        yield _head("Judgements")
    yield from (f"  {judgement_line(one)}" for one in judged)


def _spoken_of(logged: Logged) -> set[str]:
    return {anchor.mention for anchor in (*logged.judgement.one, *logged.judgement.other)}


def _head(text: str) -> str:
    return click.style(text, bold=True)


def _values(event: Event) -> Iterator[str]:
    yield _head(f"{event.kind}, {event.status}") + f"   {event.id}"
    yield _line("date", f"{readable(event.date)} ({event.date})" if event.date else "not told")
    if course := wording.course(event):
        yield _line("told as", course)
    for one in event.participants:
        office = f", {one.office}" if one.office and one.office != one.name else ""
        inferred = " (inferred from other reports)" if one.inferred else ""
        yield _line(one.role, f"{wording.participant(one)}{office}{inferred}")
    if event.place:
        yield _line("place", wording.where(event.place))
    for name, value in event.details.items():
        yield _line(name.replace("_", " "), wording.plain(value))
    mode = f" ({event.plover.mode})" if event.plover.mode else ""
    contexts = f", {', '.join(event.plover.contexts)}" if event.plover.contexts else ""
    yield _line("PLOVER", f"{event.plover.event}{mode}{contexts}, score {event.score:g}")
    yield _line("confidence", f"{event.confidence:.2f}")


def _line(name: str, value: str) -> str:
    return f"  {name:<12} {value}"


def _report(record: Record, number: int, item: Evidence) -> Iterator[str]:
    text = record.text(item.document_id)
    yield f"[{number}] {_origin(item)}"
    yield f"    {marked(text, item, colour=sys.stdout.isatty())}"
    said = [item.status]
    if item.date:
        said.append(readable(item.date))
    if item.attributed_to:
        said.append(f"according to {wording.speaker(item.attributed_to)}")
    yield f"    {click.style('→ ' + '; '.join(said), dim=True)}"


def _origin(item: Evidence) -> str:
    published = readable(item.published) or "no date of publication"
    return ", ".join(part for part in (item.source, item.document, published) if part)


def told_differently(event: Event, conflict: Conflict) -> Iterator[str]:
    """A conflict: each value, with the sentences that give it."""
    note = f" ({conflict.note})" if conflict.note else ""
    yield f"  {wording.DIFFERS} {conflict.field.removeprefix('details.').replace('_', ' ')}{note}"
    for side in conflict.values:
        value = wording.plain(side.value)
        yield f"    {click.style(readable(value) if conflict.field == 'date' else value, bold=True)}"
        for position in side.evidence:
            item = event.evidence[position]
            yield f"      [{position + 1}] {item.source or item.document}: “{' '.join(item.quote.split())}”"
