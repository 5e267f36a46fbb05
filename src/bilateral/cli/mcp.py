"""``bilateral mcp``: a read-only server for assistants, over standard input and output."""

from __future__ import annotations

import click

from bilateral.cli.options import given_settings, record_argument, set_option


@click.command("mcp")
@record_argument
@set_option
def command(record: str) -> None:
    """Serve RECORD to an assistant over standard input and output (Model Context Protocol); nothing can change it.

    An assistant starts this by itself: give it the command line `bilateral mcp RECORD`.
    """
    from bilateral.mcp import server  # its package is an extra

    server(record, given_settings()).run("stdio")
