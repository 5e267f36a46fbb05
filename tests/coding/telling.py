"""What is told of the act of one word of a text, its kind given."""

from __future__ import annotations

from functools import cache

from bilateral.coding.arguments import Arguments
from bilateral.coding.candidates import Candidate
from bilateral.coding.draft import Draft
from bilateral.coding.learned.features import arguments_of
from bilateral.coding.learned.frames import entry_for
from bilateral.coding.reading import Reading
from bilateral.coding.tell import tell
from bilateral.language import analyser
from bilateral.types.document import Document


@cache
def reading_of(text: str, title: str | None = None, published: str | None = None) -> Reading:
    """A text as the coder reads it."""
    document = Document("doc_1", "a.txt", text, title=title, published=published)
    return Reading(document, analyser("en_core_web_sm").analyse(text))


def arguments_at(reading: Reading, word: str) -> Arguments:
    """The arguments of the first ``word`` of a text."""
    return arguments_of(next(token for token in reading.doc if token.text == word))


def told(text: str, word: str, kind: str, title: str | None = None) -> Draft:
    """The draft of the act that ``word`` tells."""
    reading = reading_of(text, title)
    arguments = arguments_at(reading, word)
    draft = tell(reading, Candidate(arguments.trigger, entry_for(kind, arguments.trigger, arguments), arguments))
    assert draft is not None
    return draft
