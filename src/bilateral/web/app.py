"""From a record to an app: pages, their JSON twins under /api, what looks after both."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from importlib.metadata import version

from fastapi import Depends, FastAPI
from starlette.middleware import Middleware

from bilateral.record import Record, open_record
from bilateral.web import bundle, failing
from bilateral.web.here import Web
from bilateral.web.kept import Kept
from bilateral.web.security.guard import Guard, Rules
from bilateral.web.security.proof import proven
from bilateral.web.security.secrets import Secrets
from bilateral.web.uploads import Uploads

PAGES = (
    "start", "events", "relation", "event", "document", "review", "judge", "actors", "claims", "search", "uploads",
    "enter", "reference", "files", "charts", "timeline", "map", "network",
)  # fmt: skip
"""Modules of ``web.pages``, each with a ``router``."""


def create_app(
    record_url: str,
    *,
    settings: Mapping[str, str] | None = None,
    token: str | None = None,
    rules: Rules | None = None,
    author: str | None = None,
) -> FastAPI:
    """The app over the record at ``record_url``, which is made when there is none.

    ``token`` is what visitors have to show, ``author`` in whose name judgements are made (else of whoever runs this).
    """
    record, secrets = open_record(record_url, settings=settings), Secrets(token)
    web = Web(record, record_url, secrets, Kept(record), Uploads(record), author)
    app = FastAPI(
        title="bilateral",
        version=version("bilateral"),
        description="A cited, dated record of relations between states. Every page has its data here.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        dependencies=[Depends(proven)],
        lifespan=_living(record, web),
        middleware=[
            Middleware(Guard, secrets=secrets, rules=rules or Rules(), refuse=failing.refused, defect=failing.defect)
        ],
        exception_handlers=failing.handlers(),
    )
    app.state.web = web
    for name in PAGES:
        app.include_router(import_module(f"bilateral.web.pages.{name}").router)
    return app


def _living(record: Record, web: Web) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def living(_app: FastAPI) -> AsyncIterator[None]:
        bundle.prepare()
        yield
        web.uploads.close()
        web.kept.close()
        record.close()

    return living
