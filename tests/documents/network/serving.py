"""A web server of this machine that does what a test tells it to, good or bad."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server, what it gives at which path, and what it was asked."""

    url: str
    pages: dict[str, Handler] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def give(self, path: str, data: bytes | str, type: str = "text/html", status: int = 200, **headers: str) -> str:
        """Let ``path`` answer so; its whole address."""
        content = data.encode() if isinstance(data, str) else data

        def handler(request: BaseHTTPRequestHandler) -> None:
            answer(request, content, type, status, headers)

        self.pages[path] = handler
        return self.url + path

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def answer(
    request: BaseHTTPRequestHandler, data: bytes, type: str = "text/html", status: int = 200, headers: object = None
) -> None:
    request.send_response(status)
    if type:
        request.send_header("Content-Type", type)
    request.send_header("Content-Length", str(len(data)))
    for name, value in dict(headers or {}).items():  # type: ignore[call-overload]
        request.send_header(name.replace("_", "-"), value)
    request.end_headers()
    request.wfile.write(data)


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A server at work, with TLS where there is a context."""

    class Asked(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            handler = site.pages.get(self.path)
            try:
                handler(self) if handler else answer(self, b"nothing here", status=404)
            except (OSError, ValueError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    server.daemon_threads = True
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site = Site(f"http{'s' if context else ''}://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def closed_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])
