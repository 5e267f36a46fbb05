"""Mentions and documents for the tests of merging, made from a few words."""

from __future__ import annotations

from bilateral.types.actor import Participant, Place
from bilateral.types.document import Document
from bilateral.types.kinds import JOINT_KINDS, ROLES
from bilateral.types.mention import Mention, Plover, Value, mention_id
from bilateral.types.span import Span

RECIPIENTS = {
    "host",
    "recipient",
    "target",
    "supported",
    "criticised",
    "refused",
    "requested",
    "addressee",
    "threatened",
}


class World:
    """Documents and mentions that grow together: every mention is a sentence of its document."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.mentions: list[Mention] = []

    def tell(
        self,
        sentence: str,
        kind: str,
        *who: str,
        article: str = "a",
        published: str | None = "2017-10-02",
        date: str | None = None,
        status: str = "occurred",
        place: Place | None = None,
        confidence: float = 0.6,
        score: float = 1.0,
        **details: Value,
    ) -> Mention:
        """One mention; ``who`` are `PAK`, `PAK:visitor` or `PAK:visitor:Qamar Javed Bajwa`."""
        old = self.documents.get(article)
        before = f"{old.text} " if old else ""
        text = before + sentence
        self.documents[article] = Document(id=f"doc_{article}", name=f"{article}.txt", text=text, published=published)
        quote = Span(len(before), len(text))
        mention = Mention(
            id=mention_id(f"doc_{article}", kind, (quote,)),
            document=f"doc_{article}",
            kind=kind,
            plover=Plover("CONSULT"),
            score=score,
            participants=tuple(participant(told, kind) for told in who),
            date=date,
            place=place,
            status=status,
            details=details,
            speaker=None,
            quotes=(quote,),
            confidence=confidence,
            coder="test/1",
        )
        self.mentions.append(mention)
        return mention

    def by_id(self) -> dict[str, Document]:
        """The documents by id, as merging takes them."""
        return {document.id: document for document in self.documents.values()}


def participant(told: str, kind: str) -> Participant:
    """`PAK:visitor:Qamar Javed Bajwa` as a participant."""
    country, role, name = (*told.split(":"), "", "")[:3]
    role = role or ROLES[kind][0]
    actor = f"person:{name.casefold().replace(' ', '-')}" if name else f"state:{country}"
    side = "recipient" if role in RECIPIENTS and kind not in JOINT_KINDS else "actor"
    return Participant(actor, name or country, country, None, None, role, side)
