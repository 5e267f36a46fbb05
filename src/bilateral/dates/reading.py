"""What a phrase means, and what meaning depends on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bilateral.dates.stamp import Stamp, Unit, holding, third
from bilateral.dates.timex import Anchor, TimexType
from bilateral.dates.words import Word
from bilateral.types.edtf import bounds

Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that a rule matched; ``said`` are those the rule names."""

    words: list[Word]
    first: int
    last: int
    said: Mapping[str, Word]

    @property
    def start(self) -> int:
        """Its first character in the text."""
        return self.words[self.first].start

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.words[self.last].end

    def __contains__(self, name: str) -> bool:
        return name in self.said

    def number(self, name: str, default: int = 0) -> int:
        """The value of a named word as a number."""
        word = self.said.get(name)
        return word.value if word is not None and isinstance(word.value, int) else default

    def told(self, name: str) -> str | None:
        """The value of a named word as text."""
        word = self.said.get(name)
        return word.value if word is not None and isinstance(word.value, str) else None

    @property
    def unit(self) -> Unit:
        """The unit a word of it names. Callers check those that are no units of the calendar, as "hour"."""
        return self.told("unit") or "day"  # type: ignore[return-value]

    def kind(self, name: str) -> str | None:
        """The class of a named word."""
        word = self.said.get(name)
        return word.kind if word is not None else None

    def before(self, steps: int = 1) -> Word | None:
        """The word ``steps`` before the phrase."""
        place = self.first - steps
        return self.words[place] if place >= 0 else None

    def after(self, steps: int = 1) -> Word | None:
        """The word ``steps`` behind the phrase."""
        place = self.last + steps
        return self.words[place] if place < len(self.words) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of a phrase; ``stamp`` is the unit of the calendar it names, where it names one."""

    type: TimexType
    value: str
    edtf: str | None = None
    mod: str | None = None
    anchored: Anchor | None = None
    stamp: Stamp | None = None


@dataclass(slots=True)
class Context:
    """What dates hang on: the day of publication and the last date told."""

    published: str | None
    tense_at: Callable[[int], Tense | None]
    reference: Stamp | None = None
    absolute: Stamp | None = None
    absolute_at: int = 0
    told: dict[str, Stamp] = field(default_factory=dict)
    today: Stamp | None = field(init=False)

    def __post_init__(self) -> None:
        self.today = self.now("day")

    def remember(self, phrase: Phrase, reading: Reading) -> None:
        """Keep what later phrases may refer to; a comparison ("a year earlier") leads nowhere."""
        if reading.stamp is None or phrase.kind("way") in ("EARLIER", "BEFORE"):
            return
        self.reference = reading.stamp
        self.told[reading.stamp.unit] = reading.stamp
        led = reading.anchored == "text" and self.absolute is not None and self.absolute.year == reading.stamp.year
        if reading.anchored == "absolute" or led:
            self.absolute, self.absolute_at = reading.stamp, phrase.last + 1

    def now(self, unit: Unit) -> Stamp | None:
        """The unit the publication lies in; ``None`` where that is not known so finely."""
        first, last = bounds(self.published)
        if first is None or last is None:
            return None
        stamp = holding(first, unit)
        return stamp if stamp == holding(last, unit) else None


def edge(p: Phrase) -> str | None:
    """START, MID or END where the phrase says so."""
    return p.told("early") or p.told("edge")


def dated(stamp: Stamp, anchored: Anchor, mod: str | None = None, edtf: str | None = None) -> Reading:
    """A point of the calendar; a part of it (START, MID, END) becomes the interval of that third."""
    if edtf is None:
        edtf = third(stamp, mod) if mod in ("START", "MID", "END") else None  # type: ignore[arg-type]
        edtf = edtf or (stamp.edtf + "~" if mod == "APPROX" and "/" not in stamp.edtf else stamp.edtf)
    return Reading("DATE", stamp.timex, edtf, mod, anchored, stamp)


NOTHING = Reading("DATE", "")
"""Words that look like a temporal expression and are none: passed over as a whole."""


def unknown(value: str, mod: str | None = None, kind: TimexType = "DATE") -> Reading:
    """An expression that nothing resolves."""
    return Reading(kind, value, None, mod)
