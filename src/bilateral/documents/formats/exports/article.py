"""One article of an export, and the fields of its head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bilateral.documents.normalise import one_line
from bilateral.documents.raw import Told
from bilateral.documents.tellings import telling


@dataclass(frozen=True, slots=True)
class Article:
    """``whole`` is the article's part of the export, ``text`` its words, ``fields`` its head by lower-case names."""

    whole: str
    text: str
    fields: Mapping[str, str] = field(default_factory=dict)

    def told(self) -> Told:
        """What the head tells."""
        source = one_line(self.fields.get("source"))
        return Told(
            title=one_line(self.fields.get("title")),
            source=source,
            url=one_line(self.fields.get("url")),
            language=one_line(self.fields.get("language")),
            tellings=telling("published", self.fields.get("published"), "metadata", "head of the export")
            + telling("source", source, "metadata", "head of the export"),
        )


def paragraphs(lines: list[str]) -> str:
    """Lines of fixed width joined to the paragraphs that blank lines part; lines of any width are kept."""
    if max(map(len, lines), default=0) > 82 or not any(not line.strip() for line in lines):
        return "\n\n".join(line.strip() for line in lines if line.strip())
    blocks = "\n".join(line.strip() for line in lines).split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())
