"""``bilateral judge``: decisions about what was read, written down and followed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from bilateral.analysis.agreement import agreement
from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.cli.rows import write_rows
from bilateral.export import judgement_object, write_objects
from bilateral.record import Judge, Logged, Record, open_record
from bilateral.types.judgement import Judgement
from bilateral.views.decisions import judgement_line


@click.group("judge")
@record_argument
@set_option
@click.pass_context
def command(ctx: click.Context, record: str) -> None:
    """Decide about mentions, events and actors of RECORD; nothing decided is ever lost, and all can be taken back.

    A mention is named by its id (mtn_...), an event by the beginning of its id, an actor by its id (person:...).
    An event stands for its mentions: what is kept is about these, so that it outlives a new coder.
    """
    ctx.obj = record


def deciding(act: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every act that is written down: who decides, and why."""

    @wraps(act)
    def wrapped(author: str | None, reason: str, **given: Any) -> None:
        with open_record(click.get_current_context().obj, create=False, settings=given_settings()) as opened:
            judgement = act(opened, opened.judge(author=author, reason=reason), **given)
            click.echo(judgement_line(Logged(judgement, "in force")))

    named = click.option("--author", metavar="NAME", help="Whose judgement it is; else that of the account.")
    return named(click.option("--reason", default="", metavar="WORDS", help="Why.")(wrapped))


@command.command("same")
@click.argument("one")
@click.argument("other")
@deciding
def same(_: Record, judge: Judge, one: str, other: str) -> Judgement:
    """Two mentions or events are one event; of two actors, that OTHER is ONE."""
    return judge.same(one, other)


@command.command("different")
@click.argument("one")
@click.argument("other")
@deciding
def different(_: Record, judge: Judge, one: str, other: str) -> Judgement:
    """Two mentions, events or actors are not the same."""
    return judge.different(one, other)


@command.command("accept")
@click.argument("mention")
@deciding
def accept(_: Record, judge: Judge, mention: str) -> Judgement:
    """MENTION (or every mention of an event) is right."""
    return judge.accept(mention)


@command.command("reject")
@click.argument("mention")
@deciding
def reject(_: Record, judge: Judge, mention: str) -> Judgement:
    """MENTION (or every mention of an event) is wrong, and no longer counts."""
    return judge.reject(mention)


@command.command("set")
@click.argument("target")
@click.argument("field")
@click.argument("value")
@deciding
def set_value(_: Record, judge: Judge, target: str, field: str, value: str) -> Judgement:
    """FIELD of a mention or event is VALUE: date, kind, place, status, details.NAME; an empty VALUE takes it away."""
    return judge.set(target, field, value)


@command.command("add")
@click.argument("document")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.option("--kind", required=True, metavar="KIND", help="visit, transfer ...")
@click.option("--who", multiple=True, metavar="STATE[:ROLE[:NAME]]", help="Who takes part. May be repeated.")
@click.option("--date", metavar="DATE", help="When (EDTF).")
@click.option("--status", default="occurred", show_default=True, metavar="STATUS", help="Whether it happened.")
@click.option("--place", metavar="NAME", help="Where.")
@click.option("--detail", multiple=True, metavar="NAME=VALUE", help="quantity=12 ... May be repeated.")
@deciding
def add(opened: Record, judge: Judge, document: str, start: int, end: int, **told: Any) -> Judgement:
    """An event the coder missed: the characters START to END of DOCUMENT tell it."""
    pairs = [pair.partition("=") for pair in told.pop("detail")]
    if wrong := next((pair[0] for pair in pairs if not pair[1]), None):
        raise click.BadParameter(f"{wrong!r} is no NAME=VALUE")
    who = [(one.partition(":")[0], "".join(one.partition(":")[1:])) for one in told.pop("who")]
    told["details"] = {name: value for name, _, value in pairs}
    told["who"] = [opened.state(state) + rest for state, rest in who]
    return judge.add(document, start, end, told)


@command.command("unsure")
@click.argument("one")
@click.argument("other", required=False)
@click.option("--field", metavar="FIELD", help="Which value of a field stands cannot be told.")
@deciding
def unsure(_: Record, judge: Judge, one: str, other: str | None, field: str | None) -> Judgement:
    """Whether ONE is right, or ONE and OTHER the same, cannot be told; it is kept, and changes nothing."""
    return judge.unsure(one, other, field=field)


@command.command("undo")
@click.argument("number", type=int, required=False)
@deciding
def undo(_: Record, judge: Judge, number: int | None) -> Judgement:
    """Take back judgement NUMBER, or the last one that is in force."""
    return judge.undo(number)


@command.command("agreement")
@click.option(
    "--format", "form", type=click.Choice(("table", "jsonl", "csv")), default="table", show_default=True,
    help="How to print it.",
)  # fmt: skip
def agree(form: str) -> None:
    """How far reviewers agree on what two or more of them have judged: Cohen's kappa, Krippendorff's alpha."""
    with open_record(click.get_current_context().obj, create=False, settings=given_settings()) as opened:
        frame = agreement(logged.judgement for logged in opened.judgements())
    if len(frame) or form != "table":
        write_rows(frame.columns, frame, form, sys.stdout)
    else:
        click.echo("no two reviewers (--author) have judged the same thing", err=True)


@command.command("log")
@click.option(
    "--format", "form", type=click.Choice(("table", "jsonl", "csv")), default="table", show_default=True,
    help="How to print it.",
)  # fmt: skip
def log(form: str) -> None:
    """All judgements in the order in which they were made; those that no longer apply are marked."""
    with open_record(click.get_current_context().obj, create=False, settings=given_settings()) as opened:
        logged = opened.judgements()
    if form != "table":
        write_objects(map(judgement_object, logged), form, "judgements", sys.stdout)
        return
    for one in logged:
        click.echo(judgement_line(one))
    if not logged:
        click.echo("nothing was judged yet", err=True)
