"""Names, titles and metonyms to actors: who is named in a document, and for which state they act."""

from bilateral.actors.cast import Cast, read_cast
from bilateral.actors.party import Party, Ref

__all__ = ["Cast", "Party", "Ref", "read_cast"]
