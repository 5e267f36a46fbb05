"""The persons of a document, held together under all forms of their names."""

from __future__ import annotations

from dataclasses import dataclass

from bilateral.knowledge.leaders import name_keys

UNTOLD = 9


@dataclass(slots=True, eq=False)
class Person:
    """A person of the document; ``rank`` says how good the evidence for the state is (lower is better)."""

    name: str
    keys: tuple[str, ...]
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    former: bool = False
    rank: int = UNTOLD
    last: int = -1
    titled: bool = False

    def learn(
        self, rank: int, country: str | None, sector: str | None = None, office: str | None = None, former: bool = False
    ) -> None:
        """Take over what a mention tells, unless something better was told before."""
        if country and (self.country is None or rank < self.rank):
            self.country, self.rank = country, rank
        if office and (self.office is None or (self.former and not former)):
            self.office, self.sector, self.former = office, sector, former
        elif sector and not self.sector:
            self.sector, self.former = sector, former


class Persons:
    """All persons of a document, found again by any form of their name."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_key: dict[str, list[Person]] = {}

    def meet(self, name: str, at: int) -> Person:
        """The person of this name: one met before whose name it shortens or lengthens, or a new one."""
        keys = name_keys(name)
        person = self.known(keys)
        if person is None:
            person = Person(name, keys)
            self.all.append(person)
        elif len(keys) > len(person.keys):
            person.name, person.keys = name, keys
        for key in keys:
            bearers = self._by_key.setdefault(key, [])
            if person not in bearers:
                bearers.append(person)
        person.last = at
        return person

    def known(self, keys: tuple[str, ...]) -> Person | None:
        """The person last met whose name holds these words, or is held by them."""
        fitting = [p for key in keys[-1:] + keys[:1] for p in self._by_key.get(key, ()) if _same(p.keys, keys)]
        return max(fitting, key=lambda person: person.last, default=None)


def _same(known: tuple[str, ...], new: tuple[str, ...]) -> bool:
    short, long = sorted((known, new), key=len)
    if len(short) == 1:
        return short[0] in (long if len(new) == 1 else (long[-1], long[0]))
    return set(short) <= set(long) or (known[-1] == new[-1] and known[0] == new[0])
