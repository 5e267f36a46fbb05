"""Made corpora with known truth: events told by several articles, with what reports really differ in.

Precision of dates (day, month, year, none), spelling of names, which states and persons are named, status before and
after, kinds a coder mixes up, quantities, order, words. All names of persons, weapons and treaties are made up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from random import Random

from bilateral.types.actor import Participant, Place
from bilateral.types.document import Document
from bilateral.types.kinds import JOINT_KINDS, ROLES
from bilateral.types.mention import Mention, Plover, Value, mention_id
from bilateral.types.span import Span

STATES = ("PAK RUS IND CHN USA IRN TUR SAU FRA DEU GBR JPN KOR VNM IDN EGY ETH KEN BRA ARG UKR POL SWE NOR").split()
SERIES = {"Druzhba": "Friendship", "Zapad": "West", "Indra": "Indra", "Kavkaz": "Caucasus", "Foal Eagle": "Foal Eagle"}
WEIGHTS = {
    "visit": 22, "meeting": 20, "agreement": 10, "exercise": 10, "transfer": 10, "embargo": 4, "aid": 4, "criticism": 8,
    "statement": 4, "request": 4, "attack": 6, "mechanism": 2, "other": 4,
}  # fmt: skip
CONFUSED = {"mechanism": "agreement", "criticism": "statement", "statement": "criticism"}
FIRST = (
    "Arel Boran Cemil Dovan Emre Faruk Goran Hamid Ilyan Jovan Karim Lazar Milan Nadir Orhan Pavel Rustam Samir"
).split()
LAST = (
    "Kardovic Melanyev Teshkoff Ravindan Okumura Sahriwala Belentay Dorozhin Fanwei Gostarim Hadzhiyev "
    "Lumenko Norlund Petrescu Qadirov Velmundo Yarmalek Zubaydi Istvanek Orlanda"
).split()
SYLLABLES = "ba ke lo mi nu ra se to vu za dri fel gor hal jin kul mas nor pet qua rin sol tav wex yor".split()
PLAIN = (
    "officials said that both sides would continue their work on several issues after the government announced it again"
).split()


@dataclass(slots=True)
class Truth:
    """One event as it was."""

    name: str
    kind: str
    states: tuple[str, str]
    people: tuple[str, str]
    day: date
    place: Place
    topic: list[str]
    details: dict[str, Value]


@dataclass(slots=True)
class Telling:
    """What one article says of an event."""

    article: str
    published: date
    kind: str
    words: list[str]
    people: tuple[str, ...]
    date: str | None
    status: str
    place: Place | None
    details: dict[str, Value]


@dataclass(slots=True)
class World:
    """Documents and mentions with the event that each tells."""

    documents: dict[str, Document] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)
    conflicts: set[tuple[str, str]] = field(default_factory=set)


def word(random: Random) -> str:
    """A made-up rare word."""
    return "".join(random.choice(SYLLABLES) for _ in range(3))


def respelled(name: str, random: Random) -> str:
    """A name as another newspaper transliterates it."""
    swaps = [("ya", "ia"), ("sh", "ch"), ("v", "w"), ("k", "q"), ("y", "i"), ("i", "y"), ("zh", "j"), ("ou", "u")]
    old, new = random.choice(swaps)
    return name[:1] + name[1:].replace(old, new, 1)


def truths(random: Random, count: int) -> list[Truth]:
    """Events between states, some of which meet again and again."""
    pairs = random.sample(list(combinations(STATES, 2)), 60)
    leaders = {state: [f"{random.choice(FIRST)} {name}" for name in random.sample(LAST, 4)] for state in STATES}
    series = {pair: random.choice(sorted(SERIES)) for pair in pairs}
    held: set[tuple[tuple[str, str], int]] = set()
    found = []
    for i in range(count):
        kind = random.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        pair = random.choice(pairs[:20]) if random.random() < 0.6 else random.choice(pairs)
        day = date(2010, 1, 1) + timedelta(days=random.randrange(3000))
        one, other = pair if random.random() < 0.5 else pair[::-1]
        topic = [word(random) for _ in range(5)]
        details = made_details(kind, topic, random)
        if kind == "exercise" and (pair, day.year) not in held and random.random() < 0.8:
            held.add((pair, day.year))
            details |= {"series": series[pair], "edition": str(day.year)}
        people = (random.choice(leaders[one]), random.choice(leaders[other]))
        host = Place(word(random).capitalize(), other, geonameid=10_000 + i)
        found.append(Truth(f"e{i}", kind, (one, other), people, day, host, topic, details))
    return found


def made_details(kind: str, topic: list[str], random: Random) -> dict[str, Value]:
    """What reports of this kind tell besides."""
    if kind == "transfer":
        letters, what = random.choice(["Ka", "Lo", "Te", "Vi"]), random.choice(["tanks", "jets", "radars"])
        item = f"{letters}-{random.randrange(10, 99)} {what}"
        return {"item": item, "quantity": random.randrange(2, 300), "stage": random.choice(["order", "delivery"])}
    if kind in ("agreement", "mechanism"):
        return {"title": f"{topic[0]} {topic[1]} cooperation agreement"}
    if kind == "embargo":
        return {"direction": random.choice(["imposed", "lifted"])}
    if kind == "exercise":
        return {"personnel": random.randrange(50, 5000)}
    return {"what": random.choice(["border", "release", "arrest", "protest"])} if kind == "other" else {}


def world(seed: int, events: int = 620, mentions: int = 2000) -> World:
    """A made corpus: so many events, told about so many times in all."""
    random = Random(seed)
    told = truths(random, events)
    made = World()
    tellings = list(told)
    tellings += random.choices(told, [min(6.0, random.paretovariate(1.5)) for _ in told], k=mentions - events)
    tellings.sort(key=lambda truth: (truth.name, random.random()))
    open_documents: list[tuple[str, date, set[str]]] = []
    for number, truth in enumerate(tellings):
        published = truth.day + timedelta(days=delay(random))
        article = place_in(truth, published, open_documents, random, number)
        tell(made, truth, article, published_of(open_documents, article), random)
    return made


def delay(random: Random) -> int:
    """Days from the event to the article: most report it at once, some announce it, some look back."""
    draw = random.random()
    if draw < 0.2:
        return -random.randrange(1, 12)
    return random.randrange(0, 4) if draw < 0.8 else random.randrange(20, 500)


def place_in(truth: Truth, day: date, documents: list[tuple[str, date, set[str]]], random: Random, number: int) -> str:
    """An article for this telling: one of the day that does not tell the event yet, else a new one."""
    for name, published, told in documents[-400:]:
        if published == day and truth.name not in told and random.random() < 0.5:
            told.add(truth.name)
            return name
    documents.append((f"d{number}", day, {truth.name}))
    return f"d{number}"


def published_of(documents: list[tuple[str, date, set[str]]], article: str) -> date:
    """The day of an article."""
    return next(day for name, day, _ in documents if name == article)


def tell(made: World, truth: Truth, article: str, published: date, random: Random) -> Mention:
    """One telling of an event, in its article."""
    ahead = published < truth.day
    late = (published - truth.day).days > 10
    topic = random.sample(truth.topic, random.randrange(2, 5) if not late else 2)
    people = truth.people if random.random() < 0.75 or late else ("", "")
    kind = CONFUSED.get(truth.kind, truth.kind) if random.random() < 0.04 else truth.kind
    telling = Telling(
        article=article,
        published=published,
        kind=kind,
        words=[*topic, *random.sample(PLAIN, 7)],
        people=tuple(respelled(name, random) if random.random() < 0.3 else name for name in people),
        date=told_date(truth.day, published, late, random),
        status="planned" if ahead else "occurred",
        place=truth.place if random.random() < 0.5 else None,
        details=told_details(truth.details, random),
    )
    return add(made, truth, telling)


def told_date(day: date, published: date, late: bool, random: Random) -> str | None:
    """The day, the month, the year, or nothing."""
    draw = random.random()
    if late:
        return day.isoformat() if draw < 0.2 else day.isoformat()[:7] if draw < 0.7 else day.isoformat()[:4]
    if draw < 0.7:
        return day.isoformat()
    if draw < 0.75:
        return (day - timedelta(days=1)).isoformat() if published >= day else day.isoformat()
    return day.isoformat()[:7] if draw < 0.88 else None


def told_details(details: Mapping[str, Value], random: Random) -> dict[str, Value]:
    """Details as one article tells them: some left out, series translated, titles shortened."""
    told: dict[str, Value] = {}
    for key, value in details.items():
        if key not in ("direction", "what", "series") and random.random() < 0.2:
            continue
        told[key] = varied(key, value) if random.random() < 0.4 else value
    return told


def varied(key: str, value: Value) -> Value:
    """A series in translation, a title in other words; anything else as it is."""
    if key == "series":
        return SERIES[str(value)]
    return f"agreement on {str(value).split()[0]} cooperation" if key == "title" else value


def add(made: World, truth: Truth, told: Telling) -> Mention:
    """Puts one mention into the world."""
    sentence = " ".join(told.words).capitalize() + "."
    old = made.documents.get(told.article)
    text = f"{old.text} {sentence}" if old else sentence
    published = told.published.isoformat()
    made.documents[told.article] = Document(id=told.article, name=told.article, text=text, published=published)
    quote = Span(len(text) - len(sentence), len(text))
    mention = Mention(
        id=mention_id(told.article, told.kind, (quote,)),
        document=told.article,
        kind=told.kind,
        plover=Plover("CONSULT"),
        score=1.0,
        participants=tuple(cast(truth.states, told.people, told.kind)),
        date=told.date,
        place=told.place,
        status=told.status,
        details=told.details,
        speaker=None,
        quotes=(quote,),
        confidence=0.6,
        coder="made/1",
    )
    made.mentions.append(mention)
    made.truth[mention.id] = truth.name
    return mention


def cast(states: tuple[str, str], people: tuple[str, ...], kind: str) -> Iterator[Participant]:
    """Two participants, by name where it is told."""
    for at, (state, name) in enumerate(zip(states, people, strict=True)):
        side = "recipient" if at and kind not in JOINT_KINDS else "actor"
        person = name and not (kind in ("visit", "attack", "transfer") and at)
        role = ROLES[kind][0 if side == "actor" else min(1, len(ROLES[kind]) - 1)]
        actor = f"person:{name.casefold().replace(' ', '-')}" if person else f"state:{state}"
        yield Participant(actor, name if person else state, state, None, None, role, side)  # type: ignore[arg-type]


def made_pairs(seed: int, limit: int = 3000) -> list[tuple[Mention, Mention, bool, dict[str, Document]]]:
    """Pairs of a made corpus that share a state pair and lie near each other, for the fit."""
    made = world(seed, 300, 900)
    random = Random(seed)
    near = [
        (a, b, made.truth[a.id] == made.truth[b.id], made.documents)
        for a, b in combinations(made.mentions, 2)
        if a.document != b.document and {p.country for p in a.participants} == {p.country for p in b.participants}
    ]
    same = [pair for pair in near if pair[2]]
    different = [pair for pair in near if not pair[2]]
    return same[:limit] + random.sample(different, min(limit, len(different)))
