"""How a date is drawn: a day, a bar whose ends may be uncertain, or a hollow mark over all it can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bilateral.types.edtf import bounds

Look = Literal["sure", "unsure", "hollow"]
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-\d\d(T.*)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a mark, from its first day to the day after its last.

    ``sure``: a day, or what lies between two days that are told. ``unsure``: it may have begun later, or been over.
    ``hollow``: some time in these days.
    """

    first: date
    after: date
    look: Look


def pieces(edtf: str | None, within: tuple[date, date] | None = None) -> tuple[Piece, ...]:
    """The parts of the mark of a date, none for one that is unknown.

    An open end reaches to that of ``within`` (the day after its last), and is unsure; without it there is no mark.
    """
    if not edtf:
        return ()
    left, slash, right = edtf.partition("/")
    first, last = bounds(edtf)
    if first is None or last is None:
        return _open(first, last, within) if within else ()
    if not slash:
        return (Piece(first, _after(last), "sure" if _DAY.fullmatch(edtf) else "hollow"),)
    return _interval(left, right)


def _open(first: date | None, last: date | None, within: tuple[date, date]) -> tuple[Piece, ...]:
    """From the end that is known to the end of what is shown."""
    begin = first or (within[0] if last else None)
    end = _after(last) if last else within[1]
    return (Piece(begin, end, "unsure"),) if begin and begin < end else ()


def _interval(left: str, right: str) -> tuple[Piece, ...]:
    """A bar: sure between the latest beginning and the earliest end, unsure before and behind."""
    (begins, begun), (ends, over) = bounds(left), bounds(right)
    assert begins and begun and ends and over
    start = begins if _DAY.fullmatch(left) else _after(begun)
    stop = _after(over) if _DAY.fullmatch(right) else ends
    if start >= stop:
        return (Piece(begins, _after(over), "hollow"),)
    told = (
        Piece(begins, start, "unsure"),
        Piece(start, stop, "sure"),
        Piece(stop, _after(over), "unsure"),
    )
    return tuple(piece for piece in told if piece.first < piece.after)


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
