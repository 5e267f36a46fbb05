"""RDF as JSON-LD: events (Simple Event Model), and with PROV-O what each was derived from and what made it.

Every quote is an entity, quoted from its document and found there by its position (Web Annotation), attributed to
its speaker; every report was made by a coder's run from quotes; an event was derived from its reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, TextIO

from bilateral.export.array import write_array
from bilateral.export.chosen import Chosen
from bilateral.export.headline import headline
from bilateral.types.actor import Participant, Place
from bilateral.types.event import Event, Evidence

if TYPE_CHECKING:
    from bilateral.record import DocumentRow

Node = dict[str, Any]
CONTEXT = """{
"prov": "http://www.w3.org/ns/prov#", "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
"oa": "http://www.w3.org/ns/oa#", "schema": "http://schema.org/", "dcterms": "http://purl.org/dc/terms/",
"geo": "http://www.w3.org/2003/01/geo/wgs84_pos#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
"edtf": "http://id.loc.gov/datatypes/edtf/", "xsd": "http://www.w3.org/2001/XMLSchema#",
"b": "urn:bilateral:", "id": "@id", "type": "@type",
"label": "rdfs:label", "kind": "b:kind", "status": "b:status", "plover": "b:plover", "role": "b:role",
"date": {"@id": "dcterms:date", "@type": "edtf:EDTF"},
"earliest": {"@id": "sem:hasEarliestBeginTimeStamp", "@type": "xsd:date"},
"latest": {"@id": "sem:hasLatestEndTimeStamp", "@type": "xsd:date"},
"score": {"@id": "b:score", "@type": "xsd:decimal"},
"confidence": {"@id": "b:confidence", "@type": "xsd:decimal"},
"actor": {"@id": "sem:hasActor", "@type": "@id"}, "place": {"@id": "sem:hasPlace", "@type": "@id"},
"derived": {"@id": "prov:wasDerivedFrom", "@type": "@id"}, "quoted": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
"made": {"@id": "prov:wasGeneratedBy", "@type": "@id"}, "said": {"@id": "prov:wasAttributedTo", "@type": "@id"},
"by": {"@id": "prov:wasAssociatedWith", "@type": "@id"}}"""


def write(chosen: Chosen, out: TextIO) -> None:
    """One graph: documents, makers, then the events with their reports."""
    nodes = chain.from_iterable(_event(event, chosen) for event in chosen.events())
    before = f'{{"@context": {CONTEXT},\n"@graph": ['
    write_array(_once(nodes), out, before=before, after="]}")


def _once(nodes: Iterator[Node]) -> Iterator[Node]:
    """Nodes that several events speak of only the first time."""
    seen: set[str] = set()
    for node in nodes:
        if node["id"] not in seen:
            seen.add(node["id"])
            yield node


def _event(event: Event, chosen: Chosen) -> Iterator[Node]:
    parts = [_part(event, number, one) for number, one in enumerate(event.participants)]
    reports = [list(items) for _, items in groupby(event.evidence, key=lambda item: item.mention)]
    yield {
        "id": _id(event.id),
        "type": ["sem:Event", "prov:Entity"],
        "label": headline(event),
        "kind": event.kind,
        "status": event.status,
        "plover": "/".join(filter(None, (event.plover.event, event.plover.mode))),
        "score": str(event.score),
        "confidence": str(event.confidence),
        **{name: getattr(event, name) for name in ("date", "earliest", "latest") if getattr(event, name)},
        "actor": [part["id"] for part in parts],
        **({"place": _place_id(event)} if event.place else {}),
        "derived": [_id(items[0].mention) for items in reports],
        "made": "b:merging",
    }
    yield from parts
    yield from ([_place(event.place, _place_id(event))] if event.place else [])
    yield {"id": "b:merging", "type": "prov:Activity", "label": "merging of reports", "by": "b:software"}
    yield {"id": "b:software", "type": "prov:SoftwareAgent", "label": f"bilateral {version('bilateral')}"}
    for items in reports:
        yield from _report(items, chosen)


def _part(event: Event, number: int, one: Participant) -> Node:
    """A participant in a role of this event: the role is the event's, the actor behind it lasts."""
    return {
        "id": f"{_id(event.id)}:participant:{number}",
        "type": "sem:Role",
        "label": one.name,
        "role": one.role,
        "schema:identifier": one.actor,
        **({"schema:nationality": one.country} if one.country else {}),
        **({"schema:jobTitle": one.office} if one.office else {}),
    }


def _report(items: list[Evidence], chosen: Chosen) -> Iterator[Node]:
    first = items[0]
    coder = f"b:coder:{first.coder}"
    quotes = [f"{_id(first.mention)}:quote:{number}" for number in range(len(items))]
    yield {
        "id": _id(first.mention),
        "type": "prov:Entity",
        "status": first.status,
        **({"date": first.date} if first.date else {}),
        "derived": quotes,
        "made": f"{coder}:reading",
    }
    yield {"id": f"{coder}:reading", "type": "prov:Activity", "label": f"reading by {first.coder}", "by": coder}
    yield {"id": coder, "type": "prov:SoftwareAgent", "label": first.coder}
    yield _document(chosen.by_id[first.document_id])
    for name, item in zip(quotes, items, strict=True):
        yield from _quote(name, item)


def _quote(name: str, item: Evidence) -> Iterator[Node]:
    speaker = item.attributed_to
    said = f"b:speaker:{name.removeprefix('b:')}" if speaker else None
    yield {
        "id": name,
        "type": "prov:Entity",
        "quoted": _id(item.document_id),
        "oa:hasSelector": [
            {"type": "oa:TextPositionSelector", "oa:start": item.start, "oa:end": item.end},
            {"type": "oa:TextQuoteSelector", "oa:exact": item.quote},
        ],
        **({"said": said} if said else {}),
    }
    if speaker and said:
        office = {"schema:jobTitle": speaker.office} if speaker.office else {}
        yield {"id": said, "type": "prov:Agent", "label": speaker.name, **office}


def _document(row: DocumentRow) -> Node:
    told = {
        "schema:headline": row.title,
        "schema:publisher": row.source,
        "date": row.published,
        "schema:url": row.url,
        "schema:inLanguage": row.language,
    }
    known = {name: value for name, value in told.items() if value}
    return {"id": _id(row.id), "type": ["schema:Article", "prov:Entity"], "label": row.name, **known}


def _place_id(event: Event) -> str:
    assert event.place
    known = event.place.geonameid
    return f"https://sws.geonames.org/{known}/" if known else f"{_id(event.id)}:place"


def _place(place: Place, id: str) -> Node:
    at = {"geo:lat": place.lat, "geo:long": place.lon} if place.lat is not None else {}
    country = {"schema:addressCountry": place.country} if place.country else {}
    return {"id": id, "type": "sem:Place", "label": place.name, **country, **at}


def _id(name: str) -> str:
    return f"b:{name}"
