"""The words of time: every word the grammar knows, with its class and its value.

Classes are the terminals of :mod:`bilateral.dates.grammar`. A word stands in one class only; where English is
ambiguous ("may", "second", "fall") it has a class of its own and the grammar says where it may stand.
"""

from __future__ import annotations

Entry = tuple[str, int | str | None]
"""Class and value."""

MONTHS = "january february march april may june july august september october november december"
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
ORDINALS = (
    "first _ third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)

LEXICON: dict[str, Entry] = {}
"""Word in lower case -> entry."""


def _count(kind: str, words: str, start: int = 1, step: int = 1) -> None:
    for number, word in enumerate(words.split()):
        LEXICON[word] = (kind, start + step * number)


def _same(kind: str, words: str, value: int | str | None = None) -> None:
    for word in words.split():
        LEXICON[word] = (kind, value)


def _pairs(kind: str, words: str) -> None:
    """``word=value`` pairs."""
    for pair in words.split():
        word, value = pair.split("=")
        LEXICON[word] = (kind, int(value) if value.lstrip("-").isdigit() else value)


_count("MONTH", MONTHS)
_pairs("MONABBR", "jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12")
_count("WEEKDAY", WEEKDAYS, 0)
_count("WEEKDAYS", WEEKDAYS.replace("day", "days"), 0)
_pairs("WDABBR", "mon=0 tue=1 tues=1 wed=2 thu=3 thur=3 thurs=3 fri=4 sat=5 sun=6")
_pairs("UNIT", "day=day week=week month=month year=year decade=decade")
_same("QUARTER", "quarter", "quarter")
_same("CENTURY", "century", "century")
_pairs("UNIT", "weekend=weekend hour=hour minute=minute")
_pairs("UNITS", "days=day weeks=week months=month quarters=quarter years=year decades=decade centuries=century")
_pairs("UNITS", "weekends=weekend hours=hour minutes=minute yrs=year hrs=hour mins=minute")
_pairs("MINOR", "seconds=second")
_same("FORTNIGHT", "fortnight fortnights")
_pairs("SEASON", "spring=1 summer=2 autumn=3 winter=4 springtime=1 summertime=2 wintertime=4")
_same("FALL", "fall", 3)
_pairs("SEASONS", "springs=1 summers=2 autumns=3 winters=4")
_pairs("DAYPART", "morning=MO afternoon=AF evening=EV night=NI midnight=24:00 noon=12:00 midday=12:00")
_pairs("DAYPART", "dawn=MO dusk=EV lunchtime=MI overnight=NI")
_count("NWORD", SMALL)
_count("NWORD", "twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_count("DECADE", "twenties thirties forties fifties sixties seventies eighties nineties", 2)
_pairs("HUNDRED", "hundred=100 thousand=1000 dozen=12")
_count("ORDW", ORDINALS)
_same("ORDW", "thirtieth", 30)
_same("ORDW", "final", -1)
LEXICON.pop("_")
_same("SECOND", "second", 2)
_same("HALF", "half", 2)
_same("A", "a an", 1)
_same("THE", "the")
_same("POSS", "its their his her our")
_same("LAST", "last past", -1)
_same("PRECEDING", "previous preceding prior", -1)
_same("LATEST", "latest")
_same("NEXT", "next coming upcoming forthcoming", 1)
_same("FOLLOWING", "following ensuing", 1)
_same("THIS", "this", 0)
_same("CURRENT", "current", 0)
_same("THESE", "these those")
_same("THAT", "that same", 0)
_same("EVERY", "every each")
_same("PER", "per")
_same("OTHER", "other")
_same("AGO", "ago", -1)
_same("BACK", "back", -1)
_same("BEFORE", "before", -1)
_same("AFTER", "after", 1)
_same("EARLIER", "earlier beforehand", -1)
_same("LATER", "later afterwards afterward thereafter hence", 1)
_pairs("EARLY", "early=START mid=MID late=END")
_pairs("EDGE", "beginning=START start=START outset=START middle=MID midst=MID end=END close=END")
_same("FEW", "few several many")
_same("COUPLE", "couple", 2)
_same("SOME", "some")
_same("RECENT", "recent")
_pairs("TODAY", "today=0 yesterday=-1 tomorrow=1")
_same("TONIGHT", "tonight", 0)
_same("PERIOD", "period")
_same("FISCAL", "fiscal financial calendar academic full whole entire trading business working consecutive straight")
_same("FISCAL", "corresponding comparable")
_pairs("AM", "am=0 pm=12")
_same("OCLOCK", "o'clock")
_same("ZONE", "gmt utc est edt cst cdt pst pdt bst cet cest ist pkt msk et")
_same("QUAL", "about around approximately roughly circa", "APPROX")
_same("QUAL", "nearly almost", "LESS_THAN")
_same("OVER", "over", "MORE_THAN")
_count("QNUM", "q1 q2 q3 q4")
_same("JUST", "just only exactly")
_pairs("SETWORD", "daily=P1D weekly=P1W monthly=P1M yearly=P1Y annually=P1Y hourly=PT1H")
_pairs("SETWORD", "nightly=P1D biennial=P2Y fortnightly=P2W")
_pairs("HOLIDAY", "christmas=christmas xmas=christmas easter=easter thanksgiving=thanksgiving halloween=halloween")
_same("NOW", "now")
_same("PRESENT", "currently nowadays", "PRESENT_REF")
_same("PASTREF", "recently lately", "PAST_REF")
_same("FUTUREREF", "soon shortly", "FUTURE_REF")
_same("FUTURE", "future", "FUTURE_REF")
_same("TO", "to until till through")
_same("LONG", "long")
_pairs("LONGWORD", "daylong=day weeklong=week monthlong=month yearlong=year nightlong=day hourlong=hour")
_same("OLD", "old")
_same("MORE", "more additional extra")
_same("ANOTHER", "another", 1)
_OWN_CLASS = (
    "of in on at from between and or so by since for within during time date eve new "
    "aged near ahead not as moment foreseeable"
)
for _word in _OWN_CLASS.split():
    _same(_word.upper(), _word)

MULTIWORD: dict[tuple[str, ...], Entry] = {
    ("more", "than"): ("QUAL", "MORE_THAN"),
    ("less", "than"): ("QUAL", "LESS_THAN"),
    ("fewer", "than"): ("QUAL", "LESS_THAN"),
    ("at", "least"): ("QUAL", "EQUAL_OR_MORE"),
    ("at", "most"): ("QUAL", "EQUAL_OR_LESS"),
    ("up", "to"): ("QUAL", "EQUAL_OR_LESS"),
    ("as", "many", "as"): ("QUAL", "EQUAL_OR_LESS"),
    ("from", "now"): ("LATER", 1),
}
"""Words that count as one."""

CAPITAL_ONLY = frozenset({"MONTH", "MONABBR", "WEEKDAY", "WEEKDAYS", "WDABBR", "HOLIDAY", "ZONE"})
"""Classes whose words are names: in lower case "may" and "march" are verbs, "sun" shines."""
