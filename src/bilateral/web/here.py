"""What every page works with: the record, what is kept at hand, who may come in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from bilateral.record import Doubt, Record
from bilateral.web.kept import Kept
from bilateral.web.security.secrets import Secrets
from bilateral.web.uploads import Uploads


@dataclass(frozen=True, slots=True)
class Web:
    """One running app: ``where`` is the record as its user named it, ``author`` whose judgements are made here."""

    record: Record
    where: str
    secrets: Secrets
    kept: Kept
    uploads: Uploads
    author: str | None = None

    def doubts(self, sort: str) -> list[Doubt]:
        """What is to be decided of one sort."""
        return self.kept.now(("doubts", sort), lambda: self.record.doubts(sort))


def here(request: Request) -> Web:
    """The app that a request came to."""
    web: Web = request.app.state.web
    return web


Here = Annotated[Web, Depends(here)]
