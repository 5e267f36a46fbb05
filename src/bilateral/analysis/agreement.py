"""How far reviewers agree: Cohen's kappa of two, Krippendorff's alpha, from the log of judgements.

Of every reviewer the last word on each thing counts, unless they took it back themselves; that another one took it back
does not make it unsaid. Own code, of a few lines: the packages for it are large, or under licences that do not fit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

from bilateral.analysis.frame import Frame
from bilateral.types.judgement import Judgement

Unit = Hashable
Ratings = Mapping[Unit, Mapping[str, str]]
"""What each reviewer says of each unit."""
RIGHT, ONE_EVENT, ONE_ACTOR = (
    "whether a mention is right",
    "whether two mentions are one event",
    "whether actors are one",
)
COLUMNS = "about one other units agreed share kappa alpha"


def agreement(judgements: Iterable[Judgement]) -> Frame:
    """A row for each sort of question and two reviewers who both answered some; a row of all where there are more."""
    rows = []
    for about, ratings in sorted(by_question(judgements).items()):
        reviewers = sorted({name for said in ratings.values() for name in said})
        compared = [row for pair in combinations(reviewers, 2) if (row := _row(about, ratings, pair))["units"]]
        rows += compared
        if len(compared) > 1:
            units = sum(len(said) > 1 for said in ratings.values())
            everyone = {"about": about, "one": "all", "other": "all", "units": units, "agreed": None, "share": None}
            rows.append({**everyone, "kappa": None, "alpha": _rounded(alpha(ratings))})
    return Frame.of(COLUMNS, rows)


def by_question(judgements: Iterable[Judgement]) -> dict[str, dict[Unit, dict[str, str]]]:
    """The reviewers' last words, by what was asked."""
    found: dict[str, dict[Unit, dict[str, str]]] = {}
    for one in _standing(list(judgements)):
        for about, unit, said in _said(one):
            found.setdefault(about, {}).setdefault(unit, {})[one.author] = said
    return found


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of what two say of the same things; ``None`` where both always say one and the same."""
    if not pairs:
        return None
    observed = sum(a == b for a, b in pairs) / len(pairs)
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(ones[value] * others[value] for value in ones) / len(pairs) ** 2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def alpha(ratings: Ratings) -> float | None:
    """Krippendorff's alpha for nominal values; things of which only one speaks do not count.

    ``None`` where nothing is said twice, or only one value is ever given.
    """
    units = [Counter(said.values()) for said in ratings.values() if len(said) > 1]
    totals: Counter[str] = Counter()
    for unit in units:
        totals.update(unit)
    number = totals.total()
    expected = sum(totals[a] * totals[b] for a, b in product(totals, totals) if a != b)
    if not expected:
        return None
    observed = sum(_disagreeing(unit) / (unit.total() - 1) for unit in units)
    return 1 - (number - 1) * observed / expected


def _disagreeing(unit: Counter[str]) -> int:
    """Ordered pairs of different values."""
    return unit.total() ** 2 - sum(times * times for times in unit.values())


def _row(about: str, ratings: Ratings, pair: tuple[str, str]) -> dict[str, Any]:
    one, other = pair
    both = {unit: {one: said[one], other: said[other]} for unit, said in ratings.items() if {one, other} <= said.keys()}
    pairs = [(said[one], said[other]) for said in both.values()]
    agreed = sum(a == b for a, b in pairs)
    return {
        "about": about,
        "one": one,
        "other": other,
        "units": len(pairs),
        "agreed": agreed,
        "share": _rounded(agreed / len(pairs) if pairs else None),
        "kappa": _rounded(kappa(pairs)),
        "alpha": _rounded(alpha(both)),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3) + 0.0


def _standing(judgements: Sequence[Judgement]) -> Iterator[Judgement]:
    """Without those that their own author took back."""
    authors = {one.id: one.author for one in judgements}
    unsaid = {one.undoes for one in judgements if one.undoes is not None and authors.get(one.undoes) == one.author}
    return (one for one in judgements if one.act != "undo" and one.id not in unsaid)


def _said(one: Judgement) -> Iterator[tuple[str, Unit, str]]:
    """The questions a judgement answers: an event stands for each of its mentions."""
    mentions = [anchor.mention for anchor in one.one]
    if one.act in ("accept", "reject"):
        yield from ((RIGHT, mention, one.act) for mention in mentions)
    elif one.act == "set":
        yield from ((f"the value of {one.field}", mention, str(one.value)) for mention in mentions)
    elif one.act in ("same", "different") and one.actors:
        yield ONE_ACTOR, frozenset(one.actors), one.act
    elif one.act in ("same", "different"):
        others = [anchor.mention for anchor in one.other]
        yield from ((ONE_EVENT, frozenset(pair), one.act) for pair in product(mentions, others))
