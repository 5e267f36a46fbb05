"""Offices and who held them, as far as documents tell."""

from __future__ import annotations

from dataclasses import dataclass

from bilateral.types.span import Span


@dataclass(frozen=True, slots=True)
class Holding:
    """One document's word that a person holds (or no longer holds) an office.

    Attributes:
        state: code of the state or organisation; office: its slug, ``chief-of-army-staff``; title: its name.
        actor, name: the person, by the name as read.
        date: EDTF, when the person held (with ``former``: no longer held) it.
        former: whether the person is called a former holder.
        takes: whether this is the appointment itself.
        words: where the document says so.
    """

    document: str
    state: str
    office: str
    title: str
    actor: str
    name: str
    date: str | None
    former: bool
    takes: bool
    words: Span


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office, from the first to the last day on which a document has the person hold it.

    ``first`` and ``last`` are ISO days, ``None`` where no document dates what it says; ``gone`` is the first day of
    which a document calls the person a former holder. ``told`` are the documents' words in the order of their dates.
    ``rivals`` are names of others whom documents have hold the same office on some day between.
    """

    state: str
    office: str
    title: str
    actor: str
    name: str
    first: str | None
    last: str | None
    gone: str | None
    told: tuple[Holding, ...]
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office on a day, and the word of a document that says so; ``near`` when it was told of other days."""

    tenure: Tenure
    holding: Holding
    near: bool
