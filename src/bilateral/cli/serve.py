"""``bilateral serve``: the web app over a record."""

from __future__ import annotations

import webbrowser
from secrets import token_urlsafe
from threading import Timer
from urllib.parse import urlencode

import click

from bilateral.cli.options import given_settings, record_argument, set_option

PORT = 8250


@click.command("serve")
@record_argument
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="Where it listens.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST",
              help="Another one than loopback lets other machines in, with a token.")  # fmt: skip
@click.option("--token", metavar="TOKEN", help="What visitors have to show; made and printed where one is needed.")
@click.option("--author", metavar="NAME", help="In whose name decisions are kept; else that of the account.")
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
@set_option
def command(record: str, port: int, host: str, no_open: bool, **given: str | None) -> None:
    """Open the web app over RECORD, which is made when it does not exist: read, check and correct in a browser.

    It listens on this machine alone unless --host says otherwise. Ctrl-C ends it.
    """
    import uvicorn

    from bilateral.web import create_app
    from bilateral.web.security.guard import Rules
    from bilateral.web.security.hosts import EVERYWHERE, is_loopback

    token = given["token"] or (None if is_loopback(host) else token_urlsafe(18))
    rules = Rules(listening=host)
    app = create_app(record, settings=given_settings(), token=token, rules=rules, author=given["author"])
    shown = "127.0.0.1" if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}/" + (f"?{urlencode({'token': token})}" if token else "")
    click.echo(f"{record}: {address}\nCtrl-C ends it")
    if not no_open and is_loopback(host):
        Timer(1.0, webbrowser.open, [address]).start()
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False)
