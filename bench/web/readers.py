"""How quickly pages answer many readers: python bench/web/readers.py RECORD [--readers 20] [--seconds 60]

Serves the record and asks as readers do: each for one page a second, drawn from all pages, dyads and events by how
many events they have. Prints the median and the 95th percentile of each page, and of all.
"""

from __future__ import annotations

import argparse
import asyncio
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from statistics import median

import httpx

from bilateral.record import open_record

EVENTS, PAIRS, DOCUMENTS = 400, 200, 200
WEIGHTS = {
    "start": 6, "events": 10, "relation": 14, "event": 20, "document": 12, "timeline": 4, "map": 3, "network": 3,
    "review": 10, "actors": 3, "actor": 4, "claims": 3, "search": 4, "documents": 2,
}  # fmt: skip
"""How often each page is asked for."""


class World:
    """What a record has that can be asked for."""

    def __init__(self, path: str, seed: int) -> None:
        self.random = Random(seed)
        with open_record(path, create=False) as record:
            self.pairs = record.pairs(limit=PAIRS)
            found = [
                event for a, b, _ in self.pairs[:40] for event in record.events(between=(a, b), limit=EVENTS // 40)
            ]
            self.events = [event.id for event in found]
            self.documents = [row.id for row in record.documents(limit=DOCUMENTS)]
            self.actors = [row.actor for row in record.actors(limit=100)]
            self.words = sorted({word for event in found for word in event.evidence[0].quote.split() if word.isalpha()})

    def address(self) -> tuple[str, str]:
        """A page and its address, as somebody may ask for it."""
        random = self.random
        page = random.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        a, b, _ = random.choices(self.pairs, [one[2] for one in self.pairs])[0]
        year = random.randrange(1995, 2023)
        given = {
            "start": "/",
            "events": f"/events?since={year}&until={year + 1}",
            "relation": f"/relation/{a}/{b}",
            "event": f"/event/{random.choice(self.events)}",
            "document": f"/document/{random.choice(self.documents)}",
            "review": f"/review/{random.choice(['mentions', 'events', 'actors', 'values'])}",
            "actor": f"/actor/{random.choice(self.actors)}",
            "search": f"/search?q={random.choice(self.words)}",
        }
        return page, given.get(page, f"/{page}")


async def reader(client: httpx.AsyncClient, world: World, until: float, told: dict[str, list[float]]) -> None:
    """One reader: a page, and the next one a second after it was asked for."""
    while (start := time.monotonic()) < until:
        page, address = world.address()
        answer = await client.get(address)
        assert answer.status_code in (200, 303), (address, answer.status_code)
        told[page].append(time.monotonic() - start)
        await asyncio.sleep(max(0.0, 1.0 - (time.monotonic() - start)))


async def readers(home: str, world: World, number: int, seconds: float) -> dict[str, list[float]]:
    """What each page took, in seconds."""
    told: dict[str, list[float]] = defaultdict(list)
    async with httpx.AsyncClient(base_url=home, timeout=120, follow_redirects=True) as client:
        until = time.monotonic() + seconds
        await asyncio.gather(*(reader(client, world, until, told) for _ in range(number)))
    return told


@contextmanager
def serving(path: str) -> Iterator[str]:
    """The app in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run = subprocess.Popen([sys.executable, "-m", "bilateral", "serve", path, "--no-open", "--port", str(port)])
    home = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            httpx.get(f"{home}/static/style.css")
            break
        except httpx.TransportError:
            time.sleep(0.5)
    yield home
    run.terminate()
    run.wait()


def centile(times: list[float], share: float) -> float:
    return sorted(times)[int(share * (len(times) - 1))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    args = parser.parse_args()
    world = World(args.record, 1)
    with serving(args.record) as home:
        asyncio.run(readers(home, world, 1, 20))  # the first to come waits while the app gets to know the record
        told = asyncio.run(readers(home, world, args.readers, args.seconds))
    every = [one for times in told.values() for one in times]
    for page, times in [*sorted(told.items()), ("all", every)]:
        print(
            f"{page:<10} {len(times):>6} {1000 * median(times):>7.0f} ms  95 %: {1000 * centile(times, 0.95):>7.0f} ms"
        )


if __name__ == "__main__":
    main()
