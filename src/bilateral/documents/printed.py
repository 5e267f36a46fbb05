"""What an article's own text shows besides its sentences: its headline, and the day it says it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bilateral.documents.published import as_edtf
from bilateral.types.document import Cut

DAY = r"[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|\d{4}-\d\d-\d\d"
PUBLISHED = re.compile(rf"(?:first )?(?:published|posted)\b.{{0,60}}?\b({DAY})\b", re.I)
WHOLE_DAY = rf"(?i:{DAY}|\d{{1,2}} [a-z]{{3,9}}\.?,? \d{{4}})"
DATELINE = re.compile(rf"[A-Z][A-Z .,’'/-]{{2,60}}?[ (]({WHOLE_DAY})\b[^.\n]{{0,30}}?[-–—)/][-–—:]* ")
"""``NAIROBI, 3 March 2021 (Agency) -``: the place in capitals, a whole day, a dash."""
SENTENCE = re.compile(r"[.!?][\"”’)]*$")


def printed_date(cuts: Iterable[Cut]) -> str | None:
    """The day in the article's line "Published in ... on ...", when there is one such day.

    A bare date above an article is never taken: it may be the day on which the page was fetched.
    """
    lines = (line for cut in cuts if cut.reason == "publication line" for line in cut.text.split("\n"))
    days = {as_edtf(match[1]) for match in map(PUBLISHED.match, lines) if match} - {None}
    return days.pop() if len(days) == 1 else None


def dateline_date(text: str) -> str | None:
    """The day in the dateline that opens the first or second paragraph, when it has a year."""
    for line in [line for line in text[:1000].split("\n") if line.strip()][:2]:
        if match := DATELINE.match(line):
            return as_edtf(match[1])
    return None


def printed_title(text: str) -> str | None:
    """The first line, when it stands above the article as a headline does."""
    first, _, rest = text.partition("\n")
    second = rest.lstrip("\n").partition("\n")[0]
    shaped = (
        3 <= len(first.split()) <= 25 and len(first) <= 160 and not SENTENCE.search(first) and first[-1:] not in ":;,"
    )
    return first if shaped and len(second.split()) >= 9 else None
