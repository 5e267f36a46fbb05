"""Names to places: which words of a document name one, and where in the world it lies."""

from bilateral.places.finding import find_place
from bilateral.places.naming import PlaceRef, place_names

__all__ = ["PlaceRef", "find_place", "place_names"]
