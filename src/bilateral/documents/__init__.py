"""Bytes to documents: walking sources, one reader a format, cleaning, publication date and language.

``read_source`` is the way in for files and folders, ``from_text`` for a text at hand.
"""

from bilateral.documents.making import from_text
from bilateral.documents.published import checked
from bilateral.documents.raw import Known
from bilateral.documents.reading import count, read_source

__all__ = ["Known", "checked", "count", "from_text", "read_source"]
