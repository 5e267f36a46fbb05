"""What the encoder says of the words of one document: which tell events, whether those happened, what belongs to them.

A row of its output holds, word by word: event or not, labels and PLOVER types; a score for each status; and for each
relation a query, a key and a bias of each. A word belongs to an act as far as the act's query and the word's key agree
(the bilinear scores of Dozat and Manning 2017, at low rank).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

Row = npt.NDArray[np.float32]
STATUSES = ("occurred", "ongoing", "planned", "proposed", "cancelled", "denied", "hypothetical")
RELATIONS = ("part", "recipient", "then", "here")
"""A party takes part in an act, is its recipient; a date is the act's own; a place is where it took place."""
DEPTH = 24
LINK = 2 * DEPTH + 2
EXTRA = len(STATUSES) + len(RELATIONS) * LINK
"""So many columns of a row stand behind those of :class:`bilateral.coding.learned.model.Classifier`."""


class Heard:
    """Rows of the encoder's output by number of the word; words that it has not read have none."""

    def __init__(self, rows: Mapping[int, Row] | None = None) -> None:
        self._rows = rows or {}

    def act(self, word: int) -> Row | None:
        """Whether the word tells an event, of which label and PLOVER type: columns as the classifier's."""
        row = self._rows.get(word)
        return None if row is None else row[:-EXTRA]

    def statuses(self, word: int) -> Row | None:
        """A score for each of STATUSES, of the act that the word tells."""
        row = self._rows.get(word)
        return None if row is None else row[-EXTRA : len(STATUSES) - EXTRA]

    def link(self, relation: str, act: int, word: int) -> float | None:
        """Log-odds that the word belongs to the act that another word tells."""
        one, other = self._rows.get(act), self._rows.get(word)
        if one is None or other is None:
            return None
        start = len(one) - LINK * (len(RELATIONS) - RELATIONS.index(relation))
        query, key = one[start : start + LINK], other[start : start + LINK]
        return float(query[:DEPTH] @ key[DEPTH : 2 * DEPTH] + query[2 * DEPTH] + key[2 * DEPTH + 1])
