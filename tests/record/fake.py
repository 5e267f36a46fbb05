"""A coder for tests: it understands one kind of sentence, and does on purpose what coders should not."""

from __future__ import annotations

import os
import re
import signal
import time

from bilateral.coding import Coded
from bilateral.errors import ModelError
from bilateral.settings import Settings
from bilateral.types.actor import Participant, Speaker
from bilateral.types.claim import Claim
from bilateral.types.document import Document
from bilateral.types.mention import Mention, Plover, mention_id
from bilateral.types.span import Span

SENTENCE = re.compile(r"On (\S+) (.+?) of ([A-Z]{3}) (visited|attacked) ([A-Z]{3})(?: \((\w+)\))?[^.\n]*\.")
CLAIM = re.compile(r"([A-Z][a-z]+) of ([A-Z]{3}) fears ([A-Z]{3})[^.\n]*\.")
KINDS = {"visited": ("visit", "CONSULT", 1.0), "attacked": ("attack", "ASSAULT", -9.5)}


class FakeCoder:
    """Reads ``On 2017-10-03 Ali Khan of PAK visited RUS (planned) ...``; ``[crash]``, ``[die]`` ... do so."""

    def __init__(self, name_version: str = "fake/1.0") -> None:
        self.name_version = name_version

    def code(self, document: Document, settings: Settings) -> Coded:
        misbehave(document.text)
        mentions = [self._mention(document, match) for match in SENTENCE.finditer(document.text)]
        claims = [self._claim(document, match) for match in CLAIM.finditer(document.text)]
        return Coded(tuple(mentions), tuple(claims))

    def _mention(self, document: Document, match: re.Match[str]) -> Mention:
        date, name, actor, verb, target, status = match.groups()
        kind, plover, score = KINDS[verb]
        doer, done_to = ("visitor", "host") if kind == "visit" else ("attacker", "target")
        quote = Span(match.start(), match.end())
        return Mention(
            id=mention_id(document.id, kind, (quote,)),
            document=document.id,
            kind=kind,
            plover=Plover(plover),
            score=score,
            participants=(
                Participant(f"person:{name.lower().replace(' ', '-')}", name, actor, "GOV", None, doer, "actor"),
                Participant(f"state:{target}", target, target, "GOV", None, done_to, "recipient"),
            ),
            date=None if date == "some-day" else date,
            place=None,
            status=status or "occurred",
            details={},
            speaker=None,
            quotes=(quote,),
            confidence=0.8,
            coder=self.name_version,
            fields={"date": (Span(match.start(1), match.end(1)),)},
        )

    def _claim(self, document: Document, match: re.Match[str]) -> Claim:
        name, country, about = match.groups()
        speaker = Speaker(name, f"person:{name.lower()}", None, country)
        quote = Span(match.start(), match.end())
        return Claim(
            f"clm_{document.id}_{quote.start}",
            document.id,
            "assessment",
            speaker,
            (about,),
            None,
            quote,
            self.name_version,
        )


def misbehave(text: str) -> None:
    if "[crash]" in text:
        raise ZeroDivisionError("a defect")
    if "[die]" in text:
        os._exit(9)
    if "[slow]" in text:
        time.sleep(0.05)
    if "[endless]" in text:
        while True:
            time.sleep(0.05)
    if "[deaf]" in text:
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        time.sleep(600)
    if "[model]" in text:
        raise ModelError("no model here; fetch one")
