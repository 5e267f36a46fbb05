"""Messages passed on: what stands below "Forwarded message" is the article, with a head of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bilateral.documents.normalise import one_line
from bilateral.documents.raw import Told
from bilateral.documents.tellings import telling

MARK = re.compile(r"^[> ]*(?:-{3,} ?(?:forwarded|original) message ?-{3,}|begin forwarded message:)\s*$", re.I | re.M)
FIELD = re.compile(r"[> ]*\*?(From|Date|Sent|To|Cc|Subject|Reply-To):\*?\s*(.*)", re.I)


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The message that was passed on: ``note`` is what the one who did so wrote above it."""

    note: str
    text: str
    fields: dict[str, str] = field(default_factory=dict)

    def told(self) -> Told:
        """What its own head tells."""
        sender = self.fields["from"]
        name = one_line(sender.partition("<")[0].strip(' "*'))
        sent = self.fields.get("date") or self.fields.get("sent")
        return Told(
            title=one_line(self.fields.get("subject")),
            source=name or one_line(sender),
            tellings=telling("published", sent, "page", "Date of the message passed on"),
        )


def forwarded(text: str) -> Forwarded | None:
    """The message that ``text`` passes on; ``None`` when it passes on none, or one without a sender."""
    mark = MARK.search(text)
    if mark is None:
        return None
    lines = text[mark.end() :].splitlines()
    fields: dict[str, str] = {}
    start = 0
    for number, line in enumerate(lines):
        if match := FIELD.fullmatch(line):
            fields[match[1].lower()] = match[2].strip()
        elif line.strip("> "):
            start = number
            break
    body = lines[start:]
    if all(line.startswith(">") or not line.strip() for line in body):
        body = [re.sub(r"^> ?", "", line) for line in body]
    return Forwarded(text[: mark.start()].strip(), "\n".join(body), fields) if "from" in fields and start else None
