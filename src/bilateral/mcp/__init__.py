"""A read-only server for assistants (Model Context Protocol, extra ``mcp``): every answer carries its citations."""

from __future__ import annotations

from bilateral.mcp.server import server

__all__ = ["server"]
