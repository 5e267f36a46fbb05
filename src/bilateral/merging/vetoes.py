"""What cannot be one event, whatever else agrees. Each test gives its reason in words, or ``None``."""

from __future__ import annotations

from collections.abc import Callable

from bilateral.merging import names
from bilateral.merging.facet import AHEAD, Facet
from bilateral.merging.likeness import persons, titles
from bilateral.merging.words import edits
from bilateral.types.mention import Value

LATE = 10
"""Days by which two dates of one event may lie apart when something else identifies it."""
YEARS = 3 * 366
"""The same for an edition of a series or a titled agreement, which are told with wrong years."""
SPOKEN = 2
"""Days by which two reports of one speech act may lie apart."""
NEAR = 5
"""Days between the tellings of an undated event that nothing else identifies."""


def kinds(a: Facet, b: Facet) -> str | None:
    """Kinds that no coder takes for each other."""
    return f"{a.mention.kind} and {b.mention.kind}" if a.family != b.family else None


def states(a: Facet, b: Facet) -> str | None:
    """No state in common, or one in common and each with another of its own."""
    shared = a.states & b.states
    if a.states and b.states and not shared:
        return "no state in common"
    if len(shared) == 1 and a.states - shared and b.states - shared and min(len(a.states), len(b.states)) == 2:
        return f"{'-'.join(sorted(a.states))} and {'-'.join(sorted(b.states))}"
    return None


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
    """An undated mention, told at another time, with no name that identifies it."""
    if (a.days and b.days) or identified(a, b):
        return None
    gap = apart(a.told, b.told)
    return None if gap is not None and gap <= (SPOKEN if a.speech else NEAR) else "undated, and told at another time"


def identified(a: Facet, b: Facet) -> bool:
    """Whether persons, series, titles, arms or a lifted embargo say which event is meant."""
    if a.speech:
        return False
    if a.series and b.series:
        return bool(a.edition and b.edition) or bool(a.days or b.days)
    lifted = a.mention.details.get("direction") == "lifted"
    return lifted or persons(a, b) == "same" or titles(a, b) == "same" or bool(a.weapons & b.weapons)


def apart(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int | None:
    """Days between two stretches of days; 0 when they meet, ``None`` when one is unknown."""
    return max(0, one[0] - other[1], other[0] - one[1]) if one and other else None


def announced(a: Facet, b: Facet) -> str | None:
    """Told ahead in one article after it had happened by another: the next one."""
    for ahead, other in ((a, b), (b, a)):
        late = ahead.told and other.days and other.days[1] < ahead.told[0] - LATE
        if late and ahead.mention.status in AHEAD and not ahead.days and other.mention.status not in AHEAD:
            return "still ahead when the other was over"
    return None


TESTS: tuple[Callable[[Facet, Facet], str | None], ...] = (
    kinds, states, dates, direction, details, editions, weapons, agreements, undated, announced,
)  # fmt: skip


def veto(a: Facet, b: Facet) -> tuple[str, str] | None:
    """The first test by which the two cannot be the same, and its words; ``None`` when they can."""
    for test in TESTS:
        if words := test(a, b):
            return test.__name__, words
    return None
