"""How alike two mentions are, feature by feature; each feature has a few named levels."""

from __future__ import annotations

from collections.abc import Callable

from bilateral.merging import names
from bilateral.merging.facet import AHEAD, Days, Facet, Person
from bilateral.merging.wordings import Weighed
from bilateral.merging.words import rarity

Level = str
Shares = tuple[tuple[str, float], ...]
OFTEN = frozenset({"meeting", "attack", "mobilisation", "agreement"})
"""Kinds with a weight of their own."""
BRIEF = 1.0
"""Quotes whose words weigh less cannot tell events apart."""
LONGER = 0.5
"""How much of what the longer of two quotes has more counts against them."""
SHARES = (("alike", 0.65), ("most", 0.45), ("many", 0.3), ("some", 0.16), ("few", 0.0))
STORIES = (("alike", 0.4), ("most", 0.27), ("many", 0.17), ("some", 0.1), ("few", 0.0))
"""Levels of what texts and the beginnings of articles share, with the least share of rare words in common."""
DAILY = frozenset({"attack", "mobilisation", "other"})
"""Kinds of which the day after may bring the next."""


def kind(a: Facet, b: Facet) -> Level:
    """The kind itself; some kinds happen between two states every day, others once a year."""
    if a.mention.kind != b.mention.kind:
        return "near"
    return f"same {a.mention.kind}" if a.mention.kind in OFTEN else "same"


def states(a: Facet, b: Facet) -> Level:
    """The states that take part."""
    if not a.states or not b.states:
        return "unknown"
    if a.states == b.states:
        return "same" if len(a.states) > 1 else "one"
    return "within" if a.states <= b.states or b.states <= a.states else "partly"


def date(a: Facet, b: Facet) -> Level:
    """The dates: equal, within each other, or near; of daily kinds the next day, or the same year, says less."""
    if not a.days or not b.days:
        return "unknown"
    (a0, a1), (b0, b1) = a.days, b.days
    gap, wide = max(a0 - b1, b0 - a1), max(a1 - a0, b1 - b0)
    again = " again" if a.speech or a.mention.kind in DAILY else ""
    if gap > 0:
        return f"next day{again}" if gap == 1 else "days apart" if gap <= 4 else "far apart"
    if wide <= 1:
        return "same day"
    return "same week" if wide <= 10 else "same month" if wide <= 62 else f"same time{again}"


def telling(a: Facet, b: Facet) -> Level:
    """Where a date is missing: how far the times of telling lie apart, or from the other's date."""
    if a.days and b.days:
        return "unknown"
    gap = distance(a, b)
    if gap is None:
        return "unknown"
    return "same days" if gap <= 2 else "same week" if gap <= 7 else "same month" if gap <= 40 else "later"


def distance(a: Facet, b: Facet) -> int | None:
    """Days between two mentions, one of them undated: by the telling of what has no date; ``None`` when unknown."""
    gaps = [apart(a.told, b.told)]
    if not (a.days and b.days):
        gaps.append(apart(a.days or a.told, b.days or b.told))
    return min((gap for gap in gaps if gap is not None), default=None)


def apart(one: Days | None, other: Days | None) -> int | None:
    """Days between two stretches of days; 0 when they meet, ``None`` when one is unknown."""
    return max(0, one[0] - other[1], other[0] - one[1]) if one and other else None


def status(a: Facet, b: Facet) -> Level:
    """Whether it has happened."""
    one, other = a.mention.status, b.mention.status
    if one == other:
        return "same"
    if {one, other} == {"occurred", "ongoing"} or (one in AHEAD and other in AHEAD):
        return "near"
    return "later" if one in AHEAD or other in AHEAD else "other"


def persons(a: Facet, b: Facet) -> Level:
    """The persons named: one in common, or others for the same state."""
    if not a.persons or not b.persons:
        return "unknown"
    if any(meet(one, other) for one in a.persons for other in b.persons):
        return "same"
    rivals = any(one[0] == other[0] for one in a.persons for other in b.persons)
    return "different" if rivals else "unknown"


def meet(one: Person, other: Person) -> bool:
    """Whether two persons can be one: alike names, no two states."""
    same_state = one[0] == other[0] or one[0] is None or other[0] is None
    return same_state and names.same_person(one[1], other[1])


def offices(a: Facet, b: Facet) -> Level:
    """The offices held, where told."""
    if not a.offices or not b.offices:
        return "unknown"
    for country, office in a.offices:
        if any(country == other and office & held for other, held in b.offices):
            return "same"
    return "different"


def series(a: Facet, b: Facet) -> Level:
    """Series and edition of an exercise or a meeting."""
    if not a.series or not b.series:
        return "unknown"
    return "edition" if a.edition and b.edition else "series"


def titles(a: Facet, b: Facet) -> Level:
    """Telling words of titles, mechanisms, subjects and items."""
    if not a.titles or not b.titles:
        return "unknown"
    shared = a.titles & b.titles
    if not shared:
        return "different"
    part = sum(map(rarity, shared)) / max(0.1, min(sum(map(rarity, a.titles)), sum(map(rarity, b.titles))))
    return "same" if part >= 0.5 else "partly"


def weapons(a: Facet, b: Facet) -> Level:
    """Types of arms by their designation."""
    return "same" if a.weapons & b.weapons else "unknown"


def place(a: Facet, b: Facet) -> Level:
    """The place: a town by its name, else the state it lies in."""
    one, other = a.mention.place, b.mention.place
    if not one or not other:
        return "unknown"
    if one.country and other.country and one.country != other.country:
        return "other state"
    if not a.town or not b.town:
        return "unknown" if a.town == b.town else "wider"
    same = (one.geonameid and one.geonameid == other.geonameid) or names.same_place(a.town, b.town)
    return "same" if same else "other"


def sides(a: Facet, b: Facet) -> Level:
    """Who did it to whom, where an act has a direction."""
    if not (a.doers and b.doers) and not (a.others and b.others):
        return "unknown"
    doers, others = known_apart(a.doers, b.doers), known_apart(a.others, b.others)
    if doers or others:
        return "other doers" if doers and not others else "other side" if others and not doers else "others"
    return "same" if a.doers and b.doers and a.others and b.others else "partly"


def known_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets are known and have nothing in common."""
    return bool(one and other) and not one & other


def act(a: Facet, b: Facet) -> Level:
    """The word for what was done."""
    if not a.told_in.act or not b.told_in.act:
        return "unknown"
    return "same" if a.told_in.act & b.told_in.act else "other"


def figures(a: Facet, b: Facet) -> Level:
    """Numbers told: `fifteen sailors` is `15 sailors`."""
    if not a.told_in.figures or not b.told_in.figures:
        return "unknown"
    return "same" if a.told_in.figures & b.told_in.figures else "other"


def text(a: Facet, b: Facet) -> Level:
    """Rare words that the quotes share, by their share of the shorter, a little less where one is long."""
    return shared(a.told_in.words, a.told_in.weight, b.told_in.words, b.told_in.weight, SHARES)


def close(a: Facet, b: Facet) -> Level:
    """Rare words shared close to the act."""
    return shared(a.told_in.close, a.told_in.close_weight, b.told_in.close, b.told_in.close_weight, SHARES)


def articles(a: Facet, b: Facet) -> Level:
    """Rare words that the beginnings of the two articles share: whether these are of one story."""
    return shared(a.told_in.lead, a.told_in.lead_weight, b.told_in.lead, b.told_in.lead_weight, STORIES)


def shared(one: Weighed, weight: float, other: Weighed, others: float, levels: Shares) -> Level:
    """The level of what two sets of weighed words share."""
    least, most = (weight, others) if weight < others else (others, weight)
    if least < BRIEF:
        return "unknown"
    if len(other) < len(one):
        one, other = other, one
    common = sum([w for word, w in one.items() if word in other])
    if common < 0.3:
        return "none"
    part = common / (least + LONGER * (most - least))
    return next(level for level, enough in levels if part >= enough)


FEATURES: dict[str, Callable[[Facet, Facet], Level]] = {
    "kind": kind,
    "states": states,
    "date": date,
    "telling": telling,
    "status": status,
    "persons": persons,
    "offices": offices,
    "series": series,
    "titles": titles,
    "weapons": weapons,
    "place": place,
    "sides": sides,
    "act": act,
    "figures": figures,
    "text": text,
    "close": close,
    "articles": articles,
}
