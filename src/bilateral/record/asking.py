"""Who held an office: asked in the words of a user."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from bilateral.errors import NotFound, UsageError
from bilateral.knowledge.lexicon import lexicon
from bilateral.merging import tenures
from bilateral.merging.words import fold
from bilateral.record import keep_offices
from bilateral.types.edtf import parse
from bilateral.types.office import Holder, Tenure


def who(connection: Connection, office: str, state: str, on: str | None) -> list[Holder]:
    """Who held the offices that ``office`` can mean, on a day or ever; see :meth:`Record.who`."""
    if on is not None:
        try:
            parse(on)
        except ValueError as error:
            raise UsageError(str(error)) from None
    known = keep_offices.all_tenures(connection, state)
    meant = [tenure for tenure in known if tenure.office in _meant(office, known)]
    if not meant:
        told = ", ".join(sorted({tenure.title for tenure in known})[:12]) or "none"
        raise NotFound(f"no document tells who is {office!r} of {state}; offices of {state} that are told: {told}")
    if on is None:
        return [Holder(tenure, tenure.told[-1], near=False) for tenure in meant]
    found = []
    for slug in sorted({tenure.office for tenure in meant}):
        of_office = [tenure for tenure in meant if tenure.office == slug]
        one = tenures.holder(of_office, on)
        found += [one] if one else tenures.told_then(of_office, on)
    return found


def _meant(office: str, known: Sequence[Tenure]) -> set[str]:
    """Slugs of the offices that these words mean: by the table of offices, else by the words of their names."""
    entry = next((m.entry for m in lexicon().scan(office) if m.entry.kind == "office"), None)
    slugs = {tenure.office for tenure in known}
    exact = {tenures.slug(office), *([entry.slug] if entry and entry.slug else [])} & slugs
    if exact:
        return exact
    words = set(fold(office).replace("-", " ").split())
    return {tenure.office for tenure in known if words and words <= set(fold(tenure.title).replace("-", " ").split())}
