"""One address fetched: redirects checked one by one, bounded in time and size, whatever the server does."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from threading import Timer
from time import monotonic
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from bilateral.documents.network.addresses import Refused, connect

HOPS = 5
SILENCE = 20.0
MOVED = (301, 302, 303, 307, 308)
AGENT = "bilateral/{} (reads articles for a person; see the project bilateral)"


class FetchError(Exception):
    """What was asked for was not got. ``passing`` says that it may be later, ``after`` how many seconds later."""

    def __init__(self, reason: str, passing: bool = False, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.passing = passing
        self.after = after


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave: ``data`` is ``None`` when nothing has changed since it was asked before."""

    url: str
    type: str
    data: bytes | None
    etag: str | None
    modified: str | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one address may cost, which content types are taken, and whether private networks are allowed.

    ``setting`` is what a user raises to get more bytes.
    """

    bytes: int
    seconds: float
    allow_private: bool = False
    types: Callable[[str], bool] = field(default=lambda _: True)
    setting: str = ""


def fetch(url: str, bounds: Bounds, headers: Mapping[str, str] | None = None) -> Answer:
    """Fetch ``url``. Raises FetchError."""
    ends = monotonic() + bounds.seconds
    asked = {"User-Agent": AGENT.format(version("bilateral")), "Accept-Encoding": "gzip, deflate", **(headers or {})}
    for _ in range(HOPS + 1):
        with answering(url, bounds, asked, ends) as response:
            moved = response.headers.get("Location") if response.status in MOVED else None
            if moved is None:
                return taken(url, response, bounds, ends)
        url = urljoin(url, moved)
    raise FetchError(f"leads on more than {HOPS} times")


@contextmanager
def answering(url: str, bounds: Bounds, headers: Mapping[str, str], ends: float) -> Iterator[BaseHTTPResponse]:
    """The answer of a server to one request; when time is over the connection is cut, whatever it is waiting for."""
    connection, path = opened(url, bounds)
    over: list[bool] = []

    def cut() -> None:
        over.append(True)
        for one in connection.sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    timer = Timer(max(0.0, ends - monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        connection.request("GET", path, headers=headers, preload_content=False)
        yield connection.getresponse()
    except FetchError:
        raise
    except Refused as error:
        raise FetchError(str(error)) from error
    except ssl.SSLError as error:
        raise FetchError(f"its certificate or cipher is not good ({error.reason or error})") from error
    except (OSError, HTTPError, ValueError) as error:
        late = f"took longer than {bounds.seconds:g} seconds" if over else f"does not answer ({words(error)})"
        raise FetchError(late, passing=True) from error
    finally:
        timer.cancel()
        connection.close()


def opened(url: str, bounds: Bounds) -> tuple[Checked | CheckedTLS, str]:
    """(a connection that is not yet made, the path to ask for). Raises FetchError for what is no address."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        name = host.encode("idna").decode("ascii") if host and not host.isascii() else host
    except ValueError as error:
        raise FetchError(f"is no address ({error})") from error
    if parts.scheme not in ("http", "https") or not name or parts.username is not None:
        raise FetchError("is no address of the kind https://host/path")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    )
    if parts.scheme == "http":
        return Checked(name, port or 80, timeout=SILENCE, allow_private=bounds.allow_private), path
    context = ssl.create_default_context()
    return CheckedTLS(name, port or 443, timeout=SILENCE, ssl_context=context, allow_private=bounds.allow_private), path


def taken(url: str, response: BaseHTTPResponse, bounds: Bounds, ends: float) -> Answer:
    """The answer's content within its bounds. Raises FetchError."""
    kind = (response.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    etag, modified = response.headers.get("ETag"), response.headers.get("Last-Modified")
    if response.status == 304:
        return Answer(url, kind, None, etag, modified)
    if response.status != 200:
        passing = response.status in (408, 425, 429) or response.status >= 500
        raise FetchError(f"answers {response.status}", passing, seconds_after(response.headers.get("Retry-After")))
    if not bounds.types(kind):
        raise FetchError(f"is {kind}, which is no article")
    data = bytearray()
    for piece in response.stream(65_536, decode_content=True):
        data += piece
        if len(data) > bounds.bytes:
            advice = f"; raise the setting {bounds.setting}" if bounds.setting else ""
            raise FetchError(f"is larger than {bounds.bytes:,} bytes{advice}")
        if monotonic() > ends:
            raise FetchError(f"took longer than {bounds.seconds:g} seconds", passing=True)
    if monotonic() > ends:
        raise FetchError(f"took longer than {bounds.seconds:g} seconds", passing=True)
    return Answer(url, kind, bytes(data), etag, modified)


def seconds_after(text: str | None) -> float | None:
    """``Retry-After`` where it is a number of seconds, a day at most."""
    return min(float(text), 86_400.0) if text and text.strip().isdigit() else None


def words(error: Exception) -> str:
    """An error of the network in words."""
    cause = error
    while isinstance(cause.__cause__ or cause.__context__, OSError) and not isinstance(cause, OSError):
        cause = cause.__cause__ or cause.__context__  # type: ignore[assignment]
    if isinstance(cause, TimeoutError):
        return f"nothing for {SILENCE:g} seconds"
    return getattr(cause, "strerror", None) or type(cause).__name__


class _Checked:
    """What connects to the very address that was checked, and keeps hold of its sockets: the package forgets them."""

    host: str
    sock: Any

    def __init__(self, *given: Any, allow_private: bool, **more: Any) -> None:
        super().__init__(*given, **more)
        self.allow_private = allow_private
        self.sockets: list[socket.socket] = []

    def _new_conn(self) -> socket.socket:
        self.sockets.append(connect(self.host, int(getattr(self, "port", 0)), SILENCE, self.allow_private))
        return self.sockets[-1]

    def connect(self) -> None:
        """Connect, and hold the socket that TLS has made of the plain one."""
        super().connect()  # type: ignore[misc]
        self.sockets.append(self.sock)


class Checked(_Checked, HTTPConnection):
    """A connection to the very address that was checked."""


class CheckedTLS(_Checked, HTTPSConnection):
    """The same with TLS: the certificate is that of the name, the address the one that was checked."""
