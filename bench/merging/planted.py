"""A made corpus with planted conflicts: 30 events whose reports contradict each other, twice as many whose do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from bench.merging.made import STATES, Telling, Truth, World, add, respelled, word

from bilateral.types.actor import Place
from bilateral.types.mention import Value

Change = Callable[[Telling, Truth, Random], str | None]
"""Changes what the second report tells; gives the field in which the two now contradict each other."""


def truth(number: int, kind: str, random: Random) -> Truth:
    """One event of its own pair of states and month."""
    one, other = random.sample(STATES, 2)
    day = date(2012, 1, 1) + timedelta(days=random.randrange(2000))
    people = (f"Karim {word(random).capitalize()}ov", f"Pavel {word(random).capitalize()}ic")
    details: dict[str, Value] = {}
    if kind == "exercise":
        details = {"series": "Druzhba", "edition": str(day.year), "personnel": 200}
    if kind == "transfer":
        details = {"item": "Ka-52 helicopters", "quantity": 24, "stage": "delivery"}
    if kind == "agreement":
        details = {"title": f"{word(random)} {word(random)} agreement"}
    place = Place(word(random).capitalize(), other, geonameid=20_000 + number)
    return Truth(f"p{number}", kind, (one, other), people, day, place, [word(random) for _ in range(5)], details)


def other_day(told: Telling, event: Truth, random: Random) -> str:
    told.date = (event.day - timedelta(days=random.randrange(2, 9))).isoformat()
    return "date"


def after_itself(told: Telling, event: Truth, random: Random) -> str:
    told.date = event.day.replace(year=event.day.year + 10, day=min(event.day.day, 28)).isoformat()
    return "date"


def other_amount(told: Telling, event: Truth, random: Random) -> str:
    key = "personnel" if event.kind == "exercise" else "quantity"
    told.details = event.details | {key: random.choice([60, "more than 500", "a dozen"])}
    return f"details.{key}"


def other_visitor(told: Telling, event: Truth, random: Random) -> str:
    told.people = (f"Hamid {word(random).capitalize()}", event.people[1])
    return "participants"


def other_place(told: Telling, event: Truth, random: Random) -> str:
    told.place = Place(word(random).capitalize(), event.states[0], geonameid=random.randrange(30_000, 40_000))
    return "place"


def denied(told: Telling, event: Truth, random: Random) -> str:
    told.status = "denied"
    return "status"


def called_off(told: Telling, event: Truth, random: Random) -> str:
    told.status = "cancelled"
    return "status"


def lost_digit(told: Telling, event: Truth, random: Random) -> str:
    year = str(event.details["edition"])
    told.details = event.details | {"edition": year[:1] + year[2:]}
    return "details.edition"


def lost_letter(told: Telling, event: Truth, random: Random) -> str:
    told.details = event.details | {"series": "Druzbha"}
    return "details.series"


def vaguer(told: Telling, event: Truth, random: Random) -> None:
    told.date = event.day.isoformat()[: random.choice([4, 7])]


def spelled(told: Telling, event: Truth, random: Random) -> None:
    told.people = tuple(respelled(name, random) for name in event.people)


def before(told: Telling, event: Truth, random: Random) -> None:
    told.status, told.published = "planned", event.day - timedelta(days=4)


def at_least(told: Telling, event: Truth, random: Random) -> None:
    key = "personnel" if event.kind == "exercise" else "quantity"
    told.details = event.details | ({key: "more than 20"} if event.details else {})


def in_the_state(told: Telling, event: Truth, random: Random) -> None:
    told.place = Place(event.states[1], event.states[1])


def translated(told: Telling, event: Truth, random: Random) -> None:
    told.details = event.details | ({"series": "Friendship"} if "series" in event.details else {})


def day_before(told: Telling, event: Truth, random: Random) -> None:
    told.date = (event.day - timedelta(days=1)).isoformat()


PLANTED: tuple[tuple[Change, tuple[str, ...], int], ...] = (
    (other_day, ("visit", "agreement", "exercise", "transfer"), 6),
    (after_itself, ("visit", "agreement"), 3),
    (other_amount, ("exercise", "transfer"), 6),
    (other_visitor, ("visit",), 3),
    (other_place, ("visit", "agreement"), 3),
    (denied, ("visit", "transfer"), 3),
    (called_off, ("visit", "agreement"), 2),
    (lost_digit, ("exercise",), 2),
    (lost_letter, ("exercise",), 2),
)
CLEAN: tuple[Change, ...] = (vaguer, spelled, before, at_least, in_the_state, translated, day_before)


def planted(seed: int) -> World:
    """30 events with a conflict, 60 without; three reports of each."""
    random, made = Random(seed), World()
    changes = [(change, random.choice(kinds)) for change, kinds, count in PLANTED for _ in range(count)]
    kinds = ("visit", "agreement", "exercise", "transfer")
    changes += [(random.choice(CLEAN), random.choice(kinds)) for _ in range(60)]
    for number, (change, kind) in enumerate(changes):
        event = truth(number, kind, random)
        for report, altered in enumerate((None, None, change)):
            told = Telling(
                article=f"{event.name}-{report}",
                published=event.day + timedelta(days=1),
                kind=kind,
                words=[*random.sample(event.topic, 4), "both", "sides", "said"],
                people=event.people,
                date=event.day.isoformat(),
                status="occurred",
                place=event.place,
                details=dict(event.details),
            )
            if altered and (field := altered(told, event, random)):
                made.conflicts.add((event.name, field))
            add(made, event, told)
    return made
