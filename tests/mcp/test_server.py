"""The server, asked by the package's own client in memory."""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp.server.mcpserver", reason="the extra `mcp` is not installed")

from bilateral.errors import NotFound
from bilateral.mcp import server
from mcp import Client


def asked(record: Path, tool: str, **arguments: Any) -> Any:
    """What a tool answers; the message where it fails."""

    async def ask() -> Any:
        async with Client(server(str(record))) as client:
            result = await client.call_tool(tool, arguments)
            text = "".join(part.text for part in result.content)
            return text if result.is_error else json.loads(text)

    return asyncio.run(ask())


def test_its_tools_say_that_they_only_read(ruled: Path) -> None:
    async def listed() -> Any:
        async with Client(server(str(ruled))) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(listed())
    assert {tool.name for tool in tools} == {"search", "events", "event", "relation", "conflicts"}
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)


def test_every_event_has_citations_whose_words_stand_in_the_document(ruled: Path) -> None:
    from bilateral.record import open_record

    page = asked(ruled, "events", between=["Indonesia", "KAZ"])
    assert page["events"]
    with open_record(ruled, create=False) as record:
        for event in page["events"]:
            for cited in event["citations"]:
                text = record.document(cited["document"]).text
                assert text[cited["start"] : cited["end"]] == cited["quote"]
            assert event["citations"]


def test_pages_are_bounded_and_lead_on(ruled: Path) -> None:
    ids: list[str] = []
    offset: int | None = 0
    while offset is not None:
        page = asked(ruled, "events", limit=7, offset=offset)
        assert len(page["events"]) <= 7
        ids += [event["id"] for event in page["events"]]
        offset = page["next_offset"]
    assert len(ids) == len(set(ids)) > 7
    assert "limit is a number from 1 to 50" in asked(ruled, "events", limit=1000)


def test_an_event_is_told_with_its_evidence(ruled: Path) -> None:
    first = asked(ruled, "events", status="planned", limit=1)["events"][0]
    told = asked(ruled, "event", id=first["id"][:12])
    assert told["status"] == "planned"
    assert "(planned)" in told["headline"]
    assert told["reports"] == len(told["evidence"])
    assert all(item["quote"] and item["document"] for item in told["evidence"])


def test_a_relation_rests_on_cited_events(ruled: Path) -> None:
    told = asked(ruled, "relation", a="Indonesian", b="Kazakhstan", by="quarter")
    assert [state["code"] for state in told["states"]] == ["IDN", "KAZ"]
    assert told["periods"]
    assert all(event["citations"] and event["status"] in ("occurred", "ongoing") for event in told["weightiest"])


def test_a_conflict_has_words_on_each_side(ruled: Path) -> None:
    page = asked(ruled, "conflicts")
    assert page["events"]
    for event in page["events"]:
        for conflict in event["conflicts"]:
            assert all(side["citations"] for side in conflict["values"] if side["value"] is not None)


def test_a_search_cites_where_it_found_the_words(ruled: Path) -> None:
    page = asked(ruled, "search", words="memorandum", limit=3)
    assert len(page["hits"]) == 3
    assert page["next_offset"] == 3
    assert all(hit["citations"][0]["quote"] for hit in page["hits"])


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("events", {"between": ["Utopia", "KAZ"]}, "no state is called 'Utopia'"),
        ("event", {"id": "evt_zzz"}, "no event has an id"),
        ("search", {"words": "?"}, "word"),
    ],
)
def test_a_wrong_question_is_told_what_is_wrong(
    ruled: Path, tool: str, arguments: dict[str, Any], message: str
) -> None:
    assert message in asked(ruled, tool, **arguments)


def test_nothing_is_written(ruled: Path) -> None:
    before = hashlib.sha256(ruled.read_bytes()).hexdigest()
    asked(ruled, "events")
    asked(ruled, "relation", a="IDN", b="KAZ")
    assert hashlib.sha256(ruled.read_bytes()).hexdigest() == before


def test_without_a_record_it_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        server(str(tmp_path / "none.db"))
