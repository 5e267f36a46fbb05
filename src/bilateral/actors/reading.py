"""Everything a document names directly, from the marks on its sheet to refs."""

from __future__ import annotations

import re

from bilateral.actors.firms import firms
from bilateral.actors.headline import dateline, introduced
from bilateral.actors.names import Run, loose_words, runs
from bilateral.actors.parties import mark_parties, person_party, phrase_party, phrase_sector
from bilateral.actors.party import Ref
from bilateral.actors.persons import Person, Persons
from bilateral.actors.phrases import FOR, OF, Phrase, extend, joined, modifiers, owners_right
from bilateral.actors.sheet import Sheet
from bilateral.knowledge import leaders
from bilateral.knowledge.leaders import name_keys
from bilateral.knowledge.organisations import organisations
from bilateral.knowledge.tables import fold

TITLED, NAMED, NEAR, OWNED, LISTED = 1, 2, 3, 4, 5
"""How good evidence for a person's state is: a title, "of X", a demonym beside, another person, the table."""

PARTY = re.compile(r"\s*\((?:R|D|Republican|Democrat)\s?[-–]\s?[A-Z]")
"""How the American press marks members of Congress: "(R-Utah)"."""
HIGHEST = frozenset({"president", "prime-minister", "monarch", "leader", "ambassador"})
"""Offices whose holders are as often named beside those of another state as beside a colleague."""


class Reading:
    """The refs, persons and phrases of a document."""

    def __init__(self, sheet: Sheet, year: int | None, title: str | None = None) -> None:
        self.sheet = sheet
        self.year = year
        self.persons = Persons()
        self.run_at: dict[int, Run] = {}
        self.phrases = _phrases(sheet)
        self._ends = {p.end: p for p in self.phrases if p.head and p.head.kind in ("office", "rank")}
        self._starts = {p.start: p for p in self.phrases if p.head and p.head.kind in ("office", "human")}
        found = runs(sheet, self._ends)
        for run in found:
            self._meet(run)
        for run in found:
            self._learn(run)
        for name, code in introduced(title or ""):
            person = self.persons.known(name_keys(name)) or self.persons.meet(name, -1)
            person.titled = True
            person.learn(OWNED, code)
        self._consult()
        for i in loose_words(sheet, self.run_at):
            self._try_loose(i)
        for run in found:
            if run.person and run.person.country is None:
                self._learn(run)
            if run.person and run.person.country is None:
                self._follow(run)
        self.firms = firms(sheet, self.run_at)
        for firm in self.firms:
            for i in range(firm.ref.start, firm.ref.end):
                self.run_at.pop(i, None)
        self.open = [phrase for phrase in self.phrases if not self.codes(phrase)]
        self.refs = sorted(self._refs(), key=lambda ref: (ref.start, ref.end))

    def codes(self, phrase: Phrase) -> list[str]:
        """The states and organisations a phrase belongs to: by their names, else through a person it names."""
        codes = [code for mark in joined(self.sheet, phrase.owners) for code in mark.codes]
        if codes or phrase.head is None:
            return codes
        inside = [i for i in range(phrase.start, phrase.head.start) if i in self.run_at]
        if phrase.head.end < len(self.sheet) and self.sheet.words[phrase.head.end] in FOR:
            inside += [i for i in range(phrase.head.end + 1, phrase.head.end + 5) if i in self.run_at]
        people = [self.run_at[i].person for i in inside[:1]]
        return [person.country for person in people if person and person.country]

    def _meet(self, run: Run) -> None:
        run.person = self.persons.meet(self.sheet.spell(run.start, run.end), run.start)
        self.run_at |= dict.fromkeys(range(run.start, run.end), run)

    def _learn(self, run: Run) -> None:
        person = run.person
        assert person is not None
        before, comma = self._before(run.start)
        follower = self.sheet.at[run.end] if run.end < len(self.sheet) else None
        person.titled = person.titled or (follower is not None and follower.entry.slug == "government")
        if before is not None:
            person.titled = True
            self._tell(person, TITLED, before)
        elif not comma:
            self._tell(person, NEAR, modifiers(self.sheet, run.start, run.end))
        if after := self._after(run):
            self._tell(person, TITLED, after)
        if PARTY.match(self.sheet.text, self.sheet.ends[run.end - 1]):
            person.learn(NAMED, "USA", "LEG")
        for j in range(run.end + 1, min(run.end + 12, len(self.sheet))):
            if self.sheet.deps[j] == "appos" and run.start <= self.sheet.heads[j] < run.end:
                self._tell(person, NEAR, modifiers(self.sheet, j, j + 1))
        if run.end < len(self.sheet) and self.sheet.words[run.end].lower() in OF:
            found, _ = owners_right(self.sheet, run.end + 1, Phrase(run.start, run.end, None))
            person.learn(NAMED, next((code for mark in found for code in mark.codes), None))

    def _follow(self, run: Run) -> None:
        """A minister named together with a colleague: "Israeli prime minister A and defence minister B"."""
        title, _ = self._before(run.start)
        if title is None or title.head is None or title.head.entry.slug in HIGHEST or title.start < 2:
            return
        first = self.run_at.get(title.start - 2)
        if first and first.person and self.sheet.words[title.start - 1] in ("and", ","):
            told, _ = self._before(first.start)
            if told and told.owners:
                run.person.learn(OWNED, first.person.country)  # type: ignore[union-attr]

    def _before(self, at: int) -> tuple[Phrase | None, bool]:
        """The title that ends before token ``at``, ranks skipped; and whether a comma stands between."""
        comma = at > 1 and self.sheet.words[at - 1] == ","
        phrase = self._ends.get(at) or (self._ends.get(at - 1) if comma else None)
        while phrase and phrase.head and phrase.head.kind == "rank":
            at = phrase.head.start
            earlier = self._ends.get(at) or self._ends.get(at - 1) or self._behind_bracket(at)
            if earlier is None or earlier is phrase or at == 0:
                break
            earlier.former = earlier.former or phrase.former
            phrase = earlier
        return phrase, comma

    def _behind_bracket(self, at: int) -> Phrase | None:
        """The title before an abbreviation in brackets: "Chief of Army Staff (COAS) General ..."."""
        words = self.sheet.words
        if at < 3 or words[at - 1] != ")" or words[at - 3] != "(":
            return None
        return self._ends.get(at - 3)

    def _after(self, run: Run) -> Phrase | None:
        """The office told behind a name: ", the Russian foreign minister", "who is"."""
        words, i = self.sheet.words, run.end
        if i + 1 >= len(words) or words[i] not in (",", "(", "who", "–", "-"):
            return None
        i += 1
        while i < len(words) and words[i].lower() in ("the", "a", "an", "who", "is", "was", "also", "himself"):
            i += 1
        return self._starts.get(i)

    def _tell(self, person: Person, rank: int, phrase: Phrase) -> None:
        codes = self.codes(phrase)
        head = phrase.head.entry if phrase.head else None
        office = head.name if head and phrase.head and phrase.head.kind == "office" else None
        owners = joined(self.sheet, phrase.owners)
        sector = phrase_sector(phrase)
        if head and owners and owners[0].kind == "organisation":
            sector = owners[0].entry.sector
        if sector == "IGO" and codes and codes[0] not in organisations():
            sector = "GOV"
        person.learn(rank, codes[0] if codes else None, sector, office, phrase.former)

    def _consult(self) -> None:
        """Ask the table of leaders for persons whose state the document has not told."""
        for person in self.persons.all:
            if person.country is not None and person.sector is not None:
                continue
            if len(person.keys) > 1:
                leader = leaders.by_full_name(person.keys, self.year)
            elif person.keys[0] in leaders.COMMON and not person.titled:
                continue
            else:
                leader = leaders.by_family_name(person.keys[0], self.year, person.office)
            if leader and person.country in (None, leader.country):
                person.learn(LISTED, leader.country, leader.sector)

    def _try_loose(self, i: int) -> None:
        """A family name alone that the model took for no person: one met before, or a leader of that time."""
        key = fold(self.sheet.words[i])
        person = self.persons.known((key,))
        if person and (len(person.keys) > 1 or person.titled) and key in (person.keys[-1], person.keys[0]):
            self._meet(Run(i, i + 1))
        elif key not in leaders.COMMON and self.year and (leader := leaders.by_family_name(key, self.year)):
            run = Run(i, i + 1)
            self._meet(run)
            assert run.person is not None
            run.person.learn(LISTED, leader.country, leader.sector)

    def _refs(self) -> list[Ref]:
        sheet, found = self.sheet, []
        for mark in sheet.marks:
            if mark.entry.code and mark.kind != "region" and mark.start not in self.run_at and not sheet.against(mark):
                found += [Ref(mark.start, mark.end, party) for party in mark_parties(mark)]
        for phrase in self.phrases:
            head = phrase.head
            if head is None or head.start in self.run_at:
                continue
            if run := self._titled(phrase):
                assert run.person is not None
                party = person_party(run.person, sheet.span(run.start, run.end))
                found.append(Ref(head.start, head.end, party))
                continue
            if head.kind == "rank":
                continue
            found += [Ref(head.start, head.end, phrase_party(sheet, phrase, code)) for code in self.codes(phrase)]
        for run in {id(run): run for run in self.run_at.values()}.values():
            if run.person:
                found.append(Ref(run.start, run.end, person_party(run.person, sheet.span(run.start, run.end))))
        body = dateline(sheet.text)
        told = [ref for ref in found if not self._in_firm(ref) and sheet.starts[ref.start] >= body]
        return told + [firm.ref for firm in self.firms]

    def _in_firm(self, ref: Ref) -> bool:
        """Whether a name is but a word in the name of a company: "Turkish Airlines"."""
        return any(firm.ref.start <= ref.start and ref.end <= firm.ref.end for firm in self.firms)

    def _titled(self, phrase: Phrase) -> Run | None:
        """The person right behind a phrase that is but a title: "Prime Minister" before "Tony Blair"."""
        head = phrase.head
        if head is None or head.kind not in ("office", "rank"):
            return None
        end = phrase.end
        following = self.sheet.at[end] if end < len(self.sheet) else None
        if following is not None and following.kind == "rank":
            end = following.end
        return self.run_at.get(end)


def _phrases(sheet: Sheet) -> list[Phrase]:
    """The phrases of a sheet, in order; words inside a longer phrase do not start one of their own."""
    found: list[Phrase] = []
    inner: set[int] = set()
    for mark in reversed(sheet.marks):
        if mark.kind in ("office", "rank", "bodyword", "human") and mark.start not in inner:
            phrase = modifiers(sheet, mark.start, mark.end, mark)
            extend(sheet, phrase)
            if mark.kind != "rank":
                inner |= {part.start for part in phrase.parts if part.end == mark.start}
            found.append(phrase)
    return found[::-1]
