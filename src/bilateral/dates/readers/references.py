"""Readings of now, then and soon: times no calendar tells."""

from __future__ import annotations

from bilateral.dates.reading import NOTHING, Context, Phrase, Reading, unknown


def present(p: Phrase, c: Context) -> Reading | None:
    """``now``, ``currently``, ``at the moment``; "now-defunct" says nothing of when."""
    after = p.after()
    return NOTHING if after is not None and after.kind == "HYPHEN" else unknown("PRESENT_REF")


def recent(p: Phrase, c: Context) -> Reading | None:
    """``recently``, ``recent``."""
    return unknown("PAST_REF")


def future(p: Phrase, c: Context) -> Reading | None:
    """``the near future``."""
    return unknown("FUTURE_REF")


def soon(p: Phrase, c: Context) -> Reading | None:
    """``soon``, but neither "as soon as" nor "shortly after"."""
    before, after = p.before(), p.after()
    if (before is not None and before.kind == "AS") or (after is not None and after.kind in ("AFTER", "BEFORE")):
        return NOTHING
    return unknown("FUTURE_REF")


def the_past(p: Phrase, c: Context) -> Reading | None:
    """``in the past``."""
    before = p.before()
    led = before is not None and before.kind in ("IN", "OF", "FROM")
    return unknown("PAST_REF") if led and p.said["past"].text == "past" else None


def these_days(p: Phrase, c: Context) -> Reading | None:
    """``these days``."""
    days = p.words[p.first].text.lower() == "these" and p.words[p.last].text == "days"
    return unknown("PRESENT_REF") if days else None
