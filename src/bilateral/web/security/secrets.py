"""Secrets of one running app: the token that lets in, and the proof that a change comes from a page of its own."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes, token_urlsafe

SESSION, ENTRY = "bilateral_session", "bilateral_entry"
"""Names of the cookies: who the browser is, and that it has shown the token."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """``token`` is what a visitor must know, ``None`` where loopback is enough; ``key`` signs and dies with the app."""

    token: str | None = None
    key: bytes = field(default_factory=lambda: token_bytes(32), repr=False)

    def session(self) -> str:
        """A new browser's name."""
        return token_urlsafe(24)

    def proof(self, session: str) -> str:
        """What a change from this browser has to carry."""
        return self._signed(f"change:{session}")

    def proves(self, session: str | None, proof: str | None) -> bool:
        """Whether a change carries the proof of its browser."""
        return bool(session and proof) and _same(self.proof(session or ""), proof)

    def entry(self) -> str:
        """The cookie of somebody who has shown the token: it does not hold the token itself."""
        return self._signed(f"entry:{self.token}")

    def lets_in(self, entry: str | None) -> bool:
        """Whether a cookie is that of somebody who has shown the token, or none is needed."""
        return self.token is None or _same(self.entry(), entry)

    def knows(self, token: str | None) -> bool:
        """Whether this is the token."""
        return self.token is not None and _same(self.token, token)

    def _signed(self, text: str) -> str:
        return hmac.new(self.key, text.encode(), sha256).hexdigest()


def _same(one: str, other: str | None) -> bool:
    """Compared in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), (other or "").encode())
