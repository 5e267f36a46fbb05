"""Making parties: of a state, an organisation, a body or office of one, its people, a person."""

from __future__ import annotations

from bilateral.actors.party import Party, slug
from bilateral.actors.persons import Person
from bilateral.actors.phrases import Phrase
from bilateral.actors.sheet import Mark, Sheet
from bilateral.knowledge import states
from bilateral.knowledge.organisations import organisations
from bilateral.types.span import Span

FORMS = {"capital": "capital", "residence": "body", "territory": "group"}


def owner_name(code: str) -> str:
    """The display name of a state or organisation."""
    return organisations()[code].name if code in organisations() else states.display(code)


def actor_id(code: str) -> str:
    """The id of a state or organisation."""
    return organisations()[code].actor if code in organisations() else f"state:{code}"


def sector_of(code: str) -> str:
    """The sector that a state or organisation as such acts in."""
    return organisations()[code].sector if code in organisations() else "GOV"


def state_party(code: str, span: Span, form: str = "state") -> Party:
    """A state or organisation as such."""
    form = "organisation" if code in organisations() and form != "group" else form
    return Party(actor_id(code), owner_name(code), code, sector_of(code), None, form, (span,))


def mark_parties(mark: Mark) -> list[Party]:
    """The parties that a mark names by itself."""
    entry, span = mark.entry, mark.span
    if mark.kind == "body":
        return [Party(f"org:{entry.code}/{entry.slug}", entry.name, entry.code, entry.sector, None, "body", (span,))]
    if mark.kind == "people":
        return [Party(actor_id(entry.code), owner_name(entry.code), entry.code, "CVL", None, "people", (span,))]
    return [state_party(code, span, FORMS.get(mark.kind, "state")) for code in mark.codes]


def person_party(person: Person, span: Span) -> Party:
    """A person, named at ``span``."""
    actor = f"person:{slug(person.name)}"
    return Party(actor, person.name, person.country, person.sector, person.office, "person", (span,), person.former)


def phrase_party(sheet: Sheet, phrase: Phrase, code: str) -> Party:
    """A body, an office or people of the state or organisation ``code``."""
    head = phrase.head
    assert head is not None
    end = max(phrase.end, head.end)
    span = sheet.span(phrase.start, end)
    first = next((mark.start for mark in phrase.owners if mark.start < head.start), phrase.start)
    words = sheet.spell(first, end).replace("\n", " ")
    entry = head.entry
    sector = sector_of(code) if code in organisations() else phrase_sector(phrase)
    if sector == "IGO" and code not in organisations():
        sector = "GOV"
    if head.kind == "bodyword":
        return Party(f"org:{code}/{entry.slug}", words, code, sector, None, "body", (span,))
    if head.kind == "office":
        actor = f"office:{code}/{entry.slug}"
        return Party(actor, words, code, sector, entry.name, "office", (span,), phrase.former)
    return Party(actor_id(code), words, code, sector, None, "people", (span,))


def phrase_sector(phrase: Phrase) -> str | None:
    """The sector of a phrase; a spokesman has that of the body he speaks for."""
    if phrase.head is None:
        return None
    entry = phrase.head.entry
    if entry.slug in ("spokesperson", "official", "minister"):
        told = (part.entry.sector for part in phrase.parts + phrase.owners if part.kind in ("bodyword", "body"))
        return next(told, entry.sector)
    return entry.sector
