"""The door: host, origin, token and size are checked before any page, and every answer gets its headers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bilateral.web.security.hosts import allowed
from bilateral.web.security.secrets import ENTRY, SESSION, Secrets

SAFE = ("GET", "HEAD", "OPTIONS")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
OPEN = ("/static/", "/enter")
"""What needs no token: how pages look, and the page that asks for it."""
UPLOADS = "/api/uploads"


@dataclass(frozen=True, slots=True)
class Rules:
    """``listening`` is the host the app listens at; the sizes are of a request's body, in bytes."""

    listening: str = "127.0.0.1"
    most: int = 1_000_000
    most_uploaded: int = 200_000_000


class TooLarge(HTTPException):
    """A body that goes on beyond what it may have; of this class, lest who reads it takes it for unreadable."""

    def __init__(self, told: str) -> None:
        super().__init__(413, told)


class Guard:
    """An ASGI middleware around everything."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        secrets: Secrets,
        rules: Rules,
        refuse: Callable[[Scope, int, str], Response],
        defect: Callable[[Scope, Exception], Response],
    ) -> None:
        self._app, self._secrets, self._rules, self._refuse, self._defect = app, secrets, rules, refuse, defect

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] != "http":
            if scope["type"] != "websocket":
                await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        session = request.cookies.get(SESSION) or None
        scope["bilateral.session"] = session or self._secrets.session()
        sending = Sending(send, None if session else str(scope["bilateral.session"]))
        answer = self._at_the_door(scope, request)
        if answer is not None:
            await answer(scope, receive, sending)
            return
        try:
            await self._app(scope, self._bounded(scope, receive), sending)
        except Exception as error:
            answer = self._defect(scope, error)
            if sending.begun:
                raise
            await answer(scope, receive, sending)

    def _at_the_door(self, scope: Scope, request: HTTPConnection) -> Response | None:
        """The answer to what does not get in."""
        headers = request.headers
        if len(headers.getlist("host")) != 1 or not allowed(headers["host"], self._rules.listening):
            return self._refuse(scope, 400, "this app is not called by that name: open it by the address it printed")
        if scope["method"] not in SAFE and not _own_origin(request):
            return self._refuse(scope, 403, "a page elsewhere cannot change this record")
        if b"\x00" in scope["path"].encode() or b"%00" in scope["query_string"]:
            return self._refuse(scope, 400, "an address holds no character NUL")
        if not scope["path"].startswith(OPEN) and not self._known(request):
            return self._ask_for_token(scope, request)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._most(scope):
            return self._refuse(scope, 413, self._too_large(scope))
        return None

    def _known(self, request: HTTPConnection) -> bool:
        return self._secrets.lets_in(request.cookies.get(ENTRY)) or self._secrets.knows(bearer(request))

    def _ask_for_token(self, scope: Scope, request: HTTPConnection) -> Response:
        if scope["method"] != "GET" or scope["path"].startswith("/api/"):
            return self._refuse(scope, 401, "give the token: open the address that `bilateral serve` printed")
        given = request.query_params.get("token")
        to = {"next": scope["path"], **({"token": given} if given else {})}
        return RedirectResponse(f"/enter?{urlencode(to)}", 303)

    def _most(self, scope: Scope) -> int:
        return self._rules.most_uploaded if scope["path"] == UPLOADS else self._rules.most

    def _too_large(self, scope: Scope) -> str:
        return f"that is too much at once: at most {self._most(scope):,} bytes; larger files: bilateral add"

    def _bounded(self, scope: Scope, receive: Receive) -> Receive:
        most, met = self._most(scope), 0

        async def receiving() -> Message:
            nonlocal met
            message = await receive()
            met += len(message.get("body", b""))
            if met > most:
                raise TooLarge(self._too_large(scope))
            return message

        return receiving


def bearer(request: HTTPConnection) -> str | None:
    """The token of an ``Authorization: Bearer`` header, which no browser sends by itself."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _own_origin(request: HTTPConnection) -> bool:
    """Whether a change comes from a page of the app, as far as the browser says; programs say nothing.

    Since no page tells where it was, a form says ``null``: then the browser's own word on the site decides.
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    if origin in (None, "null"):
        return origin is None or site == "same-origin"
    return origin in {f"{scheme}://{request.headers['host']}" for scheme in ("http", "https")}


class Sending:
    """What sends an answer, with the headers that every one has; ``begun`` once its first part is sent."""

    def __init__(self, send: Send, session: str | None) -> None:
        self._send, self._session, self.begun = send, session, False

    async def __call__(self, message: Any) -> None:
        """Send one part."""
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
            if self._session is not None:
                headers.append("set-cookie", f"{SESSION}={self._session}; HttpOnly; SameSite=Strict; Path=/")
        await self._send(message)
