"""Addresses that a browser is sent on to: only ones of this app."""

from __future__ import annotations


def own(address: str) -> str:
    """``address`` where it is one of this app; the start for any other."""
    good = address.startswith("/") and not address.startswith(("//", "/\\", "/enter")) and "\\" not in address
    return address if good and address.isprintable() else "/"
