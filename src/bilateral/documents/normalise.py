"""Characters that hide in text: line ends, control, zero-width and direction marks, odd spaces.

No word changes: what is left reads as in the source, white space aside.
"""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
JOINERS = re.compile("(?<![^\x00-\u02ff])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u02ff])")
LINE_END = re.compile("\r\n?|[\x0c\x85\u2028\u2029]")
SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
SURROGATES = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    """``text`` with plain line ends and spaces and without characters that cannot be seen."""
    text = LINE_END.sub("\n", text)
    text = JOINERS.sub("", HIDDEN.sub("", text))
    text = SPACES.sub(" ", SURROGATES.sub("\ufffd", text))
    text = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def one_line(text: str | None) -> str | None:
    """A title, name or address: normalised, on one line; ``None`` when nothing is left."""
    return " ".join(normalise(text).split()) or None if text else None
