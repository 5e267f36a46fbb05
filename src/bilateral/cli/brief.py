"""``bilateral brief``: a briefing on two states."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bilateral.analysis.periods import MONTHS
from bilateral.cli.options import given_settings, record_argument, set_option
from bilateral.cli.output import writing, writing_bytes
from bilateral.errors import UsageError
from bilateral.record import open_record
from bilateral.record.filters import Asked
from bilateral.views.brief import Brief, compose
from bilateral.views.render import render

FORMATS = ("html", "md", "pdf", "docx")


@click.command("brief")
@record_argument
@click.option("--between", nargs=2, metavar="A B", required=True, help="The two states (code, name, demonym).")
@click.option("--since", metavar="DATE", help="What is new begins here; what was before is left out.")
@click.option("--until", metavar="DATE", help="Not after this day, month or year.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="P", help="Only what is right with this chance.")
@click.option("--by", type=click.Choice(tuple(MONTHS)), default="month", show_default=True, help="Steps of the chart.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="A name in .html .md .pdf .docx.")
@set_option
def command(record: str, by: str, output: str | None, **asked: object) -> None:
    """Write a briefing of one to three pages on two states: where they stand, what is new, planned, disputed.

    Every sentence has a footnote with document and words. Without -o it is Markdown on the terminal.
    """
    format = _format(output)
    wanted: Asked = asked  # type: ignore[assignment]
    with open_record(record, create=False, settings=given_settings()) as opened:
        brief = compose(opened, wanted, by)
    if not brief.sections:
        raise UsageError("the record tells no event between the two in this time; `bilateral info` tells what it holds")
    if format in ("pdf", "docx") and output:
        with writing_bytes(output) as file:
            file.write(_bytes(brief, format))
    else:
        _write_text(brief, format, output)


def _format(output: str | None) -> str:
    ending = Path(output).suffix.lower().removeprefix(".") if output and output != "-" else "md"
    if ending not in FORMATS:
        raise UsageError(f"cannot write {output}: give a name that ends in {', '.join(f'.{one}' for one in FORMATS)}")
    return ending


def _bytes(brief: Brief, format: str) -> bytes:
    from bilateral.views.brief import docx, pdf

    return pdf.document(brief) if format == "pdf" else docx.document(brief)


def _write_text(brief: Brief, format: str, output: str | None) -> None:
    from bilateral.views.brief import html, markdown

    figure = Path(output).with_suffix(".svg") if output and output != "-" and format == "md" and brief.chart else None
    with writing(output, sys.stdout) as out:
        out.write(html.page(brief) if format == "html" else markdown.text(brief, figure.name if figure else None))
    if figure and brief.chart:
        with writing_bytes(str(figure)) as file:
            file.write(render(brief.chart, "svg"))
