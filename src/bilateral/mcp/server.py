"""The server: five tools that read a record, and nothing that changes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from bilateral.errors import BilateralError, ExtraMissing
from bilateral.mcp import answers
from bilateral.mcp.answers import Answer, Page
from bilateral.record import Record, open_record
from bilateral.record.filters import Asked

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

INSTRUCTIONS = """A record of relations between states, read from news articles: events with all their reports.
Every answer has citations: document, source, date and exact words. Give them along with what you say.
Keep to the status of an event (planned is not occurred), to who says so (according_to, attributed_to), and to what
is disputed. A state is given as code, name or demonym; dates are EDTF. Answers come in pages: go on at next_offset."""
TOOLS = ("search", "events", "event", "relation", "conflicts")


def server(path: str, settings: Mapping[str, str] | None = None) -> MCPServer[Any]:
    """A server for the record at ``path``. Raises ExtraMissing without the package ``mcp``, NotFound without record."""
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp_types import ToolAnnotations
    except ImportError:
        raise ExtraMissing("this needs the package mcp; install it with: pip install 'bilateral[mcp]'") from None
    with open_record(path, create=False, settings=settings):
        pass
    made: MCPServer[Any] = MCPServer(
        "bilateral", instructions=INSTRUCTIONS, version=version("bilateral"), log_level="WARNING"
    )
    reader = Reader(path, settings)
    for name in TOOLS:
        harmless = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
        made.add_tool(_told(getattr(reader, name)), name=name, annotations=harmless, structured_output=False)
    return made


class Reader:
    """The tools; each opens the record anew, so that it tells what is in it now."""

    def __init__(self, path: str, settings: Mapping[str, str] | None) -> None:
        self._path = path
        self._settings = settings

    def search(self, words: str, of: str | None = None, limit: int = 10, offset: int = 0) -> Answer:
        """Find documents, events and claims that hold all these words ("..." for a phrase), the best first.

        of: only "documents", "events" or "claims". limit: 1 to 50.
        """
        with self._open() as record:
            return answers.search(record, words, of, Page.of(limit, offset))

    def events(  # noqa: PLR0913, PLR0917 (the arguments are what an assistant may ask for)
        self,
        between: list[str] | None = None,
        kind: str | None = None,
        status: str | None = None,
        since: str | None = None,
        until: str | None = None,
        about: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Answer:
        """List events in the order of their dates, undated ones last, each with citations.

        between: two states. kind: visit, meeting, agreement, exercise, transfer, embargo, attack ... status: occurred,
        ongoing, planned, proposed, cancelled, denied, hypothetical. about: part of a participant's name.
        limit: 1 to 50.
        """
        asked: Asked = {"between": _pair(between), "kind": kind, "status": status, "since": since, "until": until,
                        "about": about}  # fmt: skip
        with self._open() as record:
            return answers.events(record, asked, Page.of(limit, offset))

    def event(self, id: str, limit: int = 50, offset: int = 0) -> Answer:
        """One event by its id (its beginning will do): values, conflicts, and every report with its exact words."""
        with self._open() as record:
            return answers.event(record, id, Page.of(limit, offset))

    def relation(self, a: str, b: str, by: str = "month", since: str | None = None, until: str | None = None) -> Answer:
        """How the relation of two states moved: counts, a score by month, quarter or year, and what weighs most now."""
        with self._open() as record:
            return answers.relation(record, {"between": (a, b), "since": since, "until": until}, by)

    def conflicts(
        self, between: list[str] | None = None, field: str | None = None, limit: int = 10, offset: int = 0
    ) -> Answer:
        """Events of which reports disagree, with the words on each side.

        field: date, place, status, participants, quantity ... limit: 1 to 50.
        """
        with self._open() as record:
            return answers.conflicts(record, {"between": _pair(between)}, field, Page.of(limit, offset))

    def _open(self) -> Record:
        return open_record(self._path, create=False, settings=self._settings)


def _told(tool: Callable[..., Answer]) -> Callable[..., Answer]:
    """The tool, whose messages for a wrong question reach the assistant."""
    from mcp.server.mcpserver.exceptions import ToolError

    @wraps(tool)
    def wrapped(*given: Any, **named: Any) -> Answer:
        try:
            return tool(*given, **named)
        except BilateralError as error:
            raise ToolError(str(error)) from error

    return wrapped


def _pair(between: list[str] | None) -> Any:
    return tuple(between) if between is not None else None
