"""What a clause tells of an act: sides, status, date, place, speaker and details put together."""

from __future__ import annotations

from bilateral.coding.arguments import Arguments
from bilateral.coding.attribution import is_self_told, speaker_of
from bilateral.coding.candidates import Candidate
from bilateral.coding.dating import When, date_of, is_ahead, is_over, narrative_present
from bilateral.coding.draft import Draft
from bilateral.coding.families import Refined, refine
from bilateral.coding.filling import fill
from bilateral.coding.learned.dates import when_of
from bilateral.coding.learned.frames import label_of
from bilateral.coding.reading import Reading
from bilateral.coding.sides import SPEECH, Sides, sides_of
from bilateral.coding.siting import place_of
from bilateral.coding.status import Status, status_of

REAL = ("occurred", "ongoing")


def tell(reading: Reading, candidate: Candidate, sides: Sides | None = None) -> Draft | None:
    """A draft of the candidate's act.

    Args:
        sides: who takes part, where a classifier has said so; syntax tells otherwise, and the families judge the
            kind too: None where they say that it is no act.
    """
    heard = reading.heard.statuses(candidate.trigger.i)
    status = status_of(candidate.arguments, candidate.frame, heard)
    refined = Refined(candidate, candidate.frame, sides or sides_of(reading, candidate), status, sides is not None)
    refine(reading, refined)
    if refined.drop and not refined.decided:
        return None
    found = _draft(reading, candidate, refined)
    fill(reading, found)
    return found


def _draft(reading: Reading, candidate: Candidate, refined: Refined) -> Draft:
    arguments, frame = candidate.arguments, refined.frame
    when = _when(reading, arguments, refined)
    if when is not None:
        refined.status = _in_time(refined.status, when, reading.document.published)
    where = place_of(reading, arguments, frame, refined.sides)
    said = speaker_of(reading, candidate.trigger)
    if frame.kind in SPEECH and is_self_told(said, arguments, refined.sides.actors):
        said = None
    if frame.what:
        refined.details["what"] = frame.what
    return Draft(
        frame=frame,
        actors=refined.sides.actors,
        recipients=refined.sides.recipients,
        status=refined.status.name,
        status_spans=(reading.span(refined.status.words),) if refined.status.words else (),
        when=when,
        where=where,
        said=said,
        details=refined.details,
        spans=refined.spans,
        triggers=[candidate.trigger],
        quotes=[reading.quote(candidate.trigger)],
    )


def _when(reading: Reading, arguments: Arguments, refined: Refined) -> When | None:
    if refined.decided:
        when = when_of(reading, label_of(refined.frame), arguments)
    else:
        when = date_of(reading, arguments, refined.status.name) or narrative_present(reading, arguments)
    return when or _edition_year(refined)


def _in_time(status: Status, when: When, published: str | None) -> Status:
    """The status as far as the date allows: what lies ahead has not happened, what ended long ago is not going on."""
    if status.name in REAL and is_ahead(when.edtf, published):
        return Status("planned")
    if status.name == "ongoing" and is_over(when.edtf, published):
        return Status("occurred")
    return status


def _edition_year(refined: Refined) -> When | None:
    """The year that the name of an exercise holds: "Iron Wolf 2014"."""
    edition = str(refined.details.get("edition", ""))
    if len(edition) != len("2014") or not edition.isdigit():
        return None
    return When(edition, refined.spans["details.edition"])
