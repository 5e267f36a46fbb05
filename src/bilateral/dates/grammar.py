"""The rules: what words in what order make a temporal expression, and which function reads it.

The longest rule that fits at a word wins; of equally long ones, the first. See :mod:`bilateral.dates.notation`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from bilateral.dates.notation import Alphabet, Compiled
from bilateral.dates.readers import (
    calendar,
    clock,
    holidays,
    lengths,
    months,
    quarters,
    references,
    relative,
    shifts,
    weekdays,
)
from bilateral.dates.reading import Context, Phrase, Reading
from bilateral.dates.vocabulary import LEXICON, MULTIWORD
from bilateral.dates.words import WORD_KINDS

Reader = Callable[[Phrase, Context], Reading | None]

UNIONS = {
    "MON": "MONTH MONABBR",
    "PERIODIC": "UNIT QUARTER CENTURY",
    "WD": "WEEKDAY WDABBR",
    "YR": "YEAR YEAR2 YEARW",
    "DAY": "N12 N31 ORDN",
    "DAYNUM": "N12 N31",
    "NTH": "ORDN ORDW SECOND",
    "NUM": "N12 N31 N99 NBIG NWORD BIG DECIMAL YEAR A ANOTHER",
    "COUNT": "N12 N31 N99 NBIG NWORD BIG DECIMAL YEAR ANOTHER COUPLE",
    "ANYUNIT": "UNIT QUARTER CENTURY UNITS MINOR SECOND",
    "PLURAL": "UNITS MINOR",
    "SEAS": "SEASON FALL",
    "REL": "LAST PRECEDING NEXT THIS FOLLOWING THAT CURRENT LATEST",
    "SPANNING": "LAST PRECEDING NEXT LATEST FOLLOWING",
    "MORE_OR_LESS": "QUAL OVER",
    "TWODIGIT": "N12 N31 N99",
    "FOURDIGIT": "NBIG YEAR",
    "UPTO": "TO DASH HYPHEN",
    "WAY": "AGO EARLIER LATER BACK BEFORE AFTER",
    "COMPARED": "EARLIER LATER",
    "ART": "THE POSS",
}

MONTH = "(month:MONTH | month:MONABBR DOT?)"
WEEKDAY = "(WD DOT? COMMA?)?"
PARTLY = "((THE? early:EARLY (HYPHEN | IN)? | THE? ORDW? edge:EDGE OF | comp:COMPARED IN?) (THE | POSS)?)?"
QUAL = "(JUST? qual:MORE_OR_LESS)?"

RULES: tuple[tuple[str, Reader], ...] = (
    # absolute
    (f"{WEEKDAY} THE? day:DAY OF? {MONTH} (COMMA | OF)? year:YR", calendar.full_date),
    (f"{WEEKDAY} {MONTH} THE? day:DAY (COMMA | OF)? year:YR", calendar.full_date),
    (f"{WEEKDAY} THE? day:DAY HYPHEN {MONTH} HYPHEN year:YR", calendar.full_date),
    ("date:NUMDATE", calendar.numeric_date),
    (f"{PARTLY} {MONTH} (COMMA | OF)? THE? year:YR", calendar.month_of_year),
    (f"{PARTLY} year:YR", calendar.bare_year),
    ("year:YEAR (HYPHEN | SLASH | DASH) short:TWODIGIT", calendar.short_range),
    (f"{PARTLY} THE? fiscal:FISCAL UNIT? year:YR", calendar.bare_year),
    ("fiscal:THE UNIT (year:YR | year:NWORD)", calendar.bare_year),
    (f"{PARTLY} THE? decade:DECADE", calendar.decade),
    (f"{PARTLY} THE? nth:NTH HYPHEN? CENTURY", calendar.ordinal_century),
    (f"{PARTLY} THE? season:SEAS (OF | COMMA)? year:YR", calendar.season_of_year),
    (f"THE? (nth:NTH | nth:LAST) unit:UNIT (OF | IN) {MONTH} (COMMA? year:YR)?", months.week_of_month),
    (f"{PARTLY} ART? FISCAL? HYPHEN? nth:NTH HYPHEN? (FISCAL HYPHEN?)? part:QUARTER", quarters.ordinal_part),
    (f"{PARTLY} ART? FISCAL? nth:NTH HYPHEN? part:QUARTER (OF | IN)? THE? FISCAL? year:YR", quarters.ordinal_part),
    (f"{PARTLY} ART? nth:NTH HYPHEN? part:QUARTER (OF | IN)? THE? rel:REL FISCAL? UNIT", quarters.ordinal_part),
    (f"{PARTLY} THE? rel:REL UNIT APOS_S FISCAL? nth:NTH part:QUARTER", quarters.ordinal_part),
    ("nth:QNUM (OF? year:YR)?", quarters.ordinal_part),
    (f"{PARTLY} THE? year:YR FISCAL? nth:NTH HYPHEN? part:QUARTER", quarters.ordinal_part),
    ("THE? nth:NTH part:HALF ((OF | IN)? THE? (year:YR | rel:REL FISCAL? UNIT | THE UNIT))?", quarters.ordinal_part),
    # without year
    (f"THE UNIT OF {MONTH} day:DAY (COMMA? year:YR)?", months.week_holding),
    (f"{WEEKDAY} {MONTH} THE? day:DAY", months.day_of_month),
    (f"{WEEKDAY} THE? day:DAY OF? {MONTH}", months.day_of_month),
    (f"{PARTLY} {MONTH}", months.bare_month),
    (f"{MONTH} day:DAYNUM (UPTO | both:AND) until:DAY (COMMA? year:YR)?", months.day_range),
    (f"day:DAY (UPTO | AND) until:DAY OF? {MONTH} (COMMA? year:YR)?", months.day_range),
    # told from the publication or from the text
    (f"{PARTLY} day:TODAY", relative.deictic),
    (f"{PARTLY} THE? rel:REL FISCAL? unit:PERIODIC", relative.relative_unit),
    (f"{PARTLY} ART FISCAL? unit:PERIODIC", relative.the_unit),
    ("unit:PERIODIC (HYPHEN | APOS_S)? edge:EDGE", relative.the_unit),
    ("early:EARLY HYPHEN unit:UNIT", relative.the_unit),
    (f"{PARTLY} (ON THE)? THE? rel:REL? weekday:WEEKDAY", weekdays.weekday),
    ("weekday:WEEKDAY (OF | IN)? rel:REL UNIT", weekdays.weekday_of_week),
    (f"{PARTLY} THE? rel:REL {MONTH}", relative.relative_month),
    (f"THE? rel:REL {MONTH} day:DAY", relative.relative_day),
    (f"{PARTLY} {MONTH} OF? (THE)? rel:REL unit:UNIT", relative.relative_month),
    (f"{PARTLY} (THE? rel:REL | THE) season:SEAS", relative.relative_season),
    ("season:SEASON", relative.relative_season),
    (f"{QUAL} (num:NUM | A num:COUPLE OF? | A? FEW OF? | SOME) MORE? unit:ANYUNIT way:WAY", shifts.counted),
    ("unit:PLURAL way:WAY", shifts.counted),
    ("THE? rel:LATEST PERIOD", quarters.compared_period),
    ("(THE | A)? UNIT HYPHEN (AGO | EARLIER) nth:NTH? (PERIOD | QUARTER | UNIT)?", quarters.compared_period),
    ("THE year:YEAR (PERIOD | QUARTER)", quarters.compared_period),
    (
        "THE (THAT | FISCAL)? (PERIOD | QUARTER | UNIT) (A UNIT (AGO | EARLIER) | (OF THE?)? LAST FISCAL? UNIT)",
        quarters.compared_period,
    ),
    ("THE? LAST UNIT APOS_S QUARTER", quarters.compared_period),
    ("(holiday:HOLIDAY (eve:EVE | unit:UNIT)? | NEW UNIT APOS_S (UNIT | eve:EVE)) (COMMA? year:YR)?", holidays.holiday),
    ("WITHIN THE unit:UNIT", relative.within),
    # lengths and sets
    ("num:NUM unit:ANYUNIT", shifts.ahead),
    (
        "(JUST? qual:QUAL)? ART? (SPANNING | ORDW | THESE)? A? (num:COUNT | FEW) OF? MORE? FISCAL? unit:ANYUNIT",
        lengths.duration,
    ),
    (f"{QUAL} (num:COUNT | FEW) MORE? FISCAL? unit:ANYUNIT", lengths.duration),
    (f"{QUAL} num:COUNT HYPHEN unit:ANYUNIT (HYPHEN? LONG)?", lengths.duration),
    (f"{QUAL} num:NUM HYPHEN? unit:ANYUNIT HYPHEN? OLD", lengths.age),
    (f"{QUAL} (A | THE) num:COUNT HYPHEN unit:ANYUNIT (LONG | PERIOD)", lengths.duration),
    (f"{QUAL} (THE? (LAST | NEXT))? COUNT (TO | OR | HYPHEN) num:COUNT unit:UNITS", lengths.duration),
    ("unit:UNIT HYPHEN LONG", lengths.one),
    ("unit:UNITS HYPHEN LONG", lengths.vague),
    ("unit:LONGWORD", lengths.one),
    (f"{QUAL} num:A unit:UNIT (HYPHEN? LONG)?", lengths.rate),
    (f"{QUAL} num:A unit:UNIT AND A half:HALF", lengths.duration),
    (f"{QUAL} num:COUNT AND A half:HALF unit:PLURAL", lengths.duration),
    (f"{QUAL} HALF A unit:UNIT", lengths.half_unit),
    (f"{QUAL} (num:COUNT | num:A)? FORTNIGHT", lengths.fortnight),
    (f"{QUAL} (THE? (LAST | NEXT | RECENT))? (FEW | SOME)? unit:UNITS", lengths.vague),
    ("EVERY (OTHER | num:COUNT)? unit:ANYUNIT", lengths.repeated),
    ("EVERY (weekday:WEEKDAY | month:MONTH | season:SEAS | daypart:DAYPART)", lengths.repeated),
    ("PER unit:UNIT", lengths.per_unit),
    ("setword:SETWORD", lengths.repeated),
    ("weekday:WEEKDAYS", lengths.repeated),
    ("season:SEASONS", lengths.repeated),
    # now, then and soon
    ("JUST? NOW", references.present),
    ("PRESENT", references.present),
    ("CURRENT", references.present),
    ("MORE? PASTREF", references.recent),
    ("RECENT", references.recent),
    ("THE past:LAST", references.the_past),
    ("THESE UNITS", references.these_days),
    ("(AT | FOR) THE (MOMENT | TIME X)", references.present),
    ("FUTUREREF", references.soon),
    ("THE (NEAR | FORESEEABLE)? FUTURE", references.future),
    # times of day
    ("clock:CLOCK half_day:AM? zone:ZONE?", clock.clock),
    ("clock:FOURDIGIT zone:ZONE", clock.clock),
    ("hour:N12 half_day:AM zone:ZONE?", clock.clock),
    ("hour:NUM OCLOCK", clock.clock),
    ("tonight:TONIGHT", clock.part_of_day),
    ("(early:EARLY HYPHEN?)? daypart:DAYPART", clock.bare_part),
    ("THE daypart:DAYPART", clock.bare_part),
    (f"{PARTLY} (rel:REL | ON THE rel:REL) daypart:DAYPART", clock.part_of_day),
    ("(early:EARLY HYPHEN?)? weekday:WEEKDAY daypart:DAYPART", clock.part_of_day),
    ("(early:EARLY HYPHEN?)? day:TODAY daypart:DAYPART", clock.part_of_day),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule."""

    form: Compiled
    read: Reader


_KINDS = [*WORD_KINDS, *(kind for kind, _ in LEXICON.values()), *(kind for kind, _ in MULTIWORD.values())]
ALPHABET = Alphabet(_KINDS, UNIONS)


def _by_first_symbol() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = defaultdict(list)
    for notation, read in RULES:
        form = ALPHABET.compile(notation)
        for symbol in form.first:
            table[symbol].append(Rule(form, read))
    return {symbol: tuple(rules) for symbol, rules in table.items()}


BY_FIRST = _by_first_symbol()
"""The rules that can begin with a symbol."""
