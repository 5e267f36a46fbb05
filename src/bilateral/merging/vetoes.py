"""What cannot be one event, whatever else agrees. Each test gives its reason in words, or ``None``."""

from __future__ import annotations

from collections.abc import Callable

from bilateral.merging import names
from bilateral.merging.facet import AHEAD, BEHIND, Facet
from bilateral.merging.families import CRISP, FREQUENT
from bilateral.merging.likeness import distance, persons, text, titles
from bilateral.merging.words import edits
from bilateral.types.mention import Value

LATE = 10
"""Days by which two dates of one event may lie apart when something else identifies it."""
YEARS = 3 * 366
"""The same for an edition of a series or a titled agreement, which are told with wrong years."""
ALIKE = frozenset({"most", "alike"})
SEASON = 92
"""A date wider than this does not single out an event of a frequent kind."""
SPOKEN = 2
"""Days by which two reports of one speech act may lie apart."""
NEAR, RECENT, AGES = 10, 100, 8 * 366
"""Days between the tellings of an undated event: that nothing identifies; by its persons; by a name of its own."""


def kinds(a: Facet, b: Facet) -> str | None:
    """Kinds that no coder takes for each other."""
    return f"{a.mention.kind} and {b.mention.kind}" if a.family != b.family else None


def states(a: Facet, b: Facet) -> str | None:
    """No state in common, or one in common and each with others of its own; two full tellings of other sides."""
    shared = a.states & b.states
    if a.states and b.states and not shared:
        return "no state in common"
    if a.family in CRISP and len(shared) == 1 and a.states - shared and b.states - shared:
        return against(a.states, b.states)
    if a.family == "force" or not (a.doers and a.others and b.doers and b.others):
        return None
    if not a.doers & b.doers:
        return f"done by {against(a.doers, b.doers)}"
    return None if a.others & b.others else f"done to {against(a.others, b.others)}"


def against(one: frozenset[str], other: frozenset[str]) -> str:
    """Two sets of states in words."""
    return f"{' '.join(sorted(one))} and {' '.join(sorted(other))}"


def direction(a: Facet, b: Facet) -> str | None:
    """A return visit, an answer: who acts in one is acted on in the other."""
    swapped = a.doers & b.others and a.others & b.doers
    if swapped and not a.doers & b.doers and not a.others & b.others:
        return "the other way round"
    return None


def details(a: Facet, b: Facet) -> str | None:
    """Imposed against lifted, offer against delivery, and other closed lists."""
    for key in ("direction", "stage", "what"):
        one, other = a.mention.details.get(key), b.mention.details.get(key)
        if one and other and one != other and not {one, other} <= SOFT.get(key, frozenset()):
            return f"{one} and {other}"
    return None


SOFT: dict[str, frozenset[Value]] = {"stage": frozenset(("interest", "offer"))}


def editions(a: Facet, b: Facet) -> str | None:
    """Two series, or two editions of one; a misprinted edition is none."""
    if a.series and b.series and not names.same_series(a.series, b.series):
        return f"{a.series} and {b.series}"
    if a.edition and b.edition and a.edition != b.edition and not misprint(a.edition, b.edition):
        return f"edition {a.edition} and {b.edition}"
    return None


def misprint(one: str, other: str) -> bool:
    """Whether one of two editions can be the other with a character wrong or lost: 216 for 2016, not 2017."""
    years = [bool(names.YEAR.fullmatch(edition)) for edition in (one, other)]
    return sum(years) == 1 and max(len(one), len(other)) == 4 and edits(one, other) == 1


def weapons(a: Facet, b: Facet) -> str | None:
    """Different types of arms."""
    if a.weapons and b.weapons and not a.weapons & b.weapons:
        return f"{' '.join(sorted(a.weapons))} and {' '.join(sorted(b.weapons))}"
    return None


def agreements(a: Facet, b: Facet) -> str | None:
    """Different agreements or bodies: their titles share no telling word."""
    return "different titles" if a.family == "accord" and titles(a, b) == "different" else None


def dates(a: Facet, b: Facet) -> str | None:
    """Dates farther apart than reports of one event ever are."""
    gap = max(a.possible[0] - b.possible[1], b.possible[0] - a.possible[1])
    if gap <= 1:
        return None
    return f"{gap} days apart" if gap > tolerance(a, b) else None


def tolerance(a: Facet, b: Facet) -> int:
    """How many days apart the dates of two reports of one event may be, by what identifies it."""
    if a.speech:
        return SPOKEN
    if a.series and b.series and a.edition and b.edition:
        return YEARS
    if a.family == "accord" and titles(a, b) == "same":
        return YEARS
    return LATE


def undated(a: Facet, b: Facet) -> str | None:
    """An undated (or hardly dated) mention, told at another time, with no name that identifies it."""
    if dated(a) and dated(b):
        return None
    gap, allowed = distance(a, b), patience(a, b)
    if gap is None:
        return None if allowed == AGES else "undated, and nothing says which is meant"
    return f"undated, and told {gap} days apart" if gap > allowed else None


def dated(a: Facet) -> bool:
    """Whether a mention's date tells its event from the others of its kind: a year does not where there are many."""
    return a.days is not None and (a.family not in FREQUENT or a.days[1] - a.days[0] <= SEASON)


def patience(a: Facet, b: Facet) -> int:
    """How many days may lie between an undated mention and the other, by what says which event is meant."""
    known = persons(a, b) == "same"
    if a.speech:
        return LATE if known and text(a, b) in ALIKE else SPOKEN
    if named(a, b) or (known and a.days and b.days):
        return AGES
    return RECENT if known else LATE if text(a, b) in ALIKE else NEAR


def named(a: Facet, b: Facet) -> bool:
    """Whether series, titles, arms or a lifted embargo say which event is meant."""
    if a.speech:
        return False
    if a.series and b.series:
        return bool(a.edition and b.edition) or bool(a.days or b.days)
    return a.mention.details.get("direction") == "lifted" or titles(a, b) == "same" or bool(a.weapons & b.weapons)


def told_before(a: Facet, b: Facet) -> str | None:
    """Undated in one article, and over when it was told, or still ahead, against the other's date: another one."""
    for one, other in ((a, b), (b, a)):
        if one.days or not one.told or not other.days:
            continue
        if one.mention.status in BEHIND and other.days[0] > one.told[1] + 1:
            return "over before the other's date"
        late = one.told[0] - other.days[1]
        if one.mention.status in AHEAD and late > (1 if other.mention.status == "occurred" else LATE):
            return "still ahead after the other's date"
    return None


TESTS: tuple[Callable[[Facet, Facet], str | None], ...] = (
    kinds, states, dates, direction, details, editions, weapons, agreements, undated, told_before,
)  # fmt: skip


def veto(a: Facet, b: Facet) -> tuple[str, str] | None:
    """The first test by which the two cannot be the same, and its words; ``None`` when they can."""
    for test in TESTS:
        if words := test(a, b):
            return test.__name__, words
    return None
