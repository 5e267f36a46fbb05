"""Temporal expressions of English news, as TIMEX3 and EDTF.

Words are classed (:mod:`~bilateral.dates.words`), rules over the classes find expressions
(:mod:`~bilateral.dates.grammar`), readers turn each into a date against the publication and the dates told before.
"""

from bilateral.dates.find import find_timexes
from bilateral.dates.timex import Timex

__all__ = ["Timex", "find_timexes"]
