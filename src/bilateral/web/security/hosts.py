"""By which names the app may be called: a page elsewhere that has its name lead to this machine does not get in."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
EVERYWHERE = frozenset({"0.0.0.0", "::"})


def is_loopback(host: str) -> bool:
    """Whether what listens there can be reached from this machine alone."""
    return host in LOOPBACK or (_is_address(host) and ip_address(host).is_loopback)


def name_of(host: str) -> str | None:
    """The name in a Host header, without port and brackets; ``None`` when it is none."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    well = parts.hostname and not (parts.path or parts.query or parts.fragment or parts.username is not None)
    return parts.hostname if well else None


def allowed(host: str, listening: str) -> bool:
    """Whether an app that listens at ``listening`` is meant by the Host header ``host``.

    One that listens everywhere is called by any address (of which a foreign page cannot make itself the owner), or by
    the machine's own name.
    """
    name = name_of(host)
    if name is None:
        return False
    if name in LOOPBACK or name == listening.lower():
        return True
    return listening in EVERYWHERE and (_is_address(name) or name == socket.gethostname().lower())


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
