"""The filters of an address: the same as those of every listing command, and an address for any change of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query

from bilateral.errors import UsageError
from bilateral.record.filters import Asked

DEFAULT, MOST, FARTHEST = 50, 1000, 10_000_000
LONGEST = 200
"""Characters that a filter may have."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address asks for: filters in a user's words, and which part of the listing."""

    between: tuple[str, str] | None = None
    kind: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    about: str | None = None
    min_confidence: float | None = None
    overdue: bool = False
    undated: bool = False
    disputed: bool = False
    limit: int = DEFAULT
    offset: int = 0

    def asked(self) -> Asked:
        """As keyword arguments of the listings of a record, without ``limit`` and ``offset``."""
        names = ("between", "kind", "status", "since", "until", "about", "min_confidence")
        told: Any = {name: getattr(self, name) for name in names}
        told |= {name: True for name in FLAGS if getattr(self, name)}
        asked: Asked = told
        return asked

    def pairs(self) -> list[tuple[str, str]]:
        """The names and values of an address that asks for the same; what is as if not asked for is left out."""
        told: list[tuple[str, str]] = [("between", state) for state in self.between or ()]
        told += [(name, str(value)) for name in _TEXTS if (value := getattr(self, name)) is not None]
        told += [("min-confidence", f"{self.min_confidence:g}")] if self.min_confidence is not None else []
        told += [(name, "1") for name in FLAGS if getattr(self, name)]
        told += [("limit", str(self.limit))] if self.limit != DEFAULT else []
        return told + ([("offset", str(self.offset))] if self.offset else [])

    def query(self, **changes: Any) -> str:
        """The part of an address behind the ``?`` (with it) that asks for this with changes, from its first row on."""
        told = replace(self, **({"offset": 0} | changes)).pairs()
        return f"?{urlencode(told)}" if told else ""

    @property
    def narrow(self) -> bool:
        """Whether anything but a part of the listing is asked for."""
        return bool(replace(self, limit=DEFAULT, offset=0).pairs())


FLAGS = ("overdue", "undated", "disputed")
_TEXTS = ("kind", "status", "since", "until", "about")


def wanted(  # noqa: PLR0913, PLR0917 (each is a part of the address)
    between: Annotated[list[str] | None, Query(description="Two states: code, name or demonym.")] = None,
    kind: Annotated[str | None, Query(max_length=LONGEST, description="visit, transfer, other:border ...")] = None,
    status: Annotated[str | None, Query(max_length=LONGEST, description="occurred, planned ...")] = None,
    since: Annotated[str | None, Query(max_length=LONGEST, description="Not before this day, month or year.")] = None,
    until: Annotated[str | None, Query(max_length=LONGEST, description="Not after this day, month or year.")] = None,
    about: Annotated[str | None, Query(max_length=LONGEST, description="Part of a participant's name or id.")] = None,
    min_confidence: Annotated[str | None, Query(alias="min-confidence", description="A share from 0 to 1.")] = None,
    overdue: Annotated[str | None, Query(description="1: only what was to come by a day now past.")] = None,
    undated: Annotated[str | None, Query(description="1: only what has no date.")] = None,
    disputed: Annotated[str | None, Query(description="1: only what reports tell differently.")] = None,
    limit: Annotated[str | None, Query(description=f"At most so many, up to {MOST}.")] = None,
    offset: Annotated[str | None, Query(description="From this one on.")] = None,
) -> Wanted:
    """The filters of a request. Raises UsageError for what cannot be read."""
    return Wanted(
        between=_pair(between),
        kind=_text(kind),
        status=_text(status),
        since=_text(since),
        until=_text(until),
        about=_text(about),
        min_confidence=_share(_text(min_confidence)),
        overdue=_text(overdue) is not None,
        undated=_text(undated) is not None,
        disputed=_text(disputed) is not None,
        limit=_whole("limit", limit, DEFAULT, (1, MOST)),
        offset=_whole("offset", offset, 0, (0, FARTHEST)),
    )


Asking = Annotated[Wanted, Depends(wanted)]


def _text(value: str | None) -> str | None:
    """``None`` for a field of a form that was left empty."""
    return (value or "").strip() or None


def _pair(told: list[str] | None) -> tuple[str, str] | None:
    states = [name.strip() for one in told or () for name in one.split(",") if name.strip()]
    if not states:
        return None
    if len(states) != 2 or any(len(name) > LONGEST for name in states):
        raise UsageError("between takes two states, such as between=PAK&between=RUS")
    return states[0], states[1]


def _share(value: str | None) -> float | None:
    try:
        return float(value) if value is not None else None
    except ValueError:
        raise UsageError(f"min-confidence is a share between 0 and 1, not {value!r}") from None


def _whole(name: str, value: str | None, default: int, within: tuple[int, int]) -> int:
    text = _text(value)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10 and within[0] <= int(text) <= within[1]):
        raise UsageError(f"{name} is a whole number from {within[0]} to {within[1]}, not {text[:40]!r}")
    return int(text)
