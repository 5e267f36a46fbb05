"""Pages from templates; all that comes from articles is escaped, and cannot turn the order of what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from bilateral.knowledge.states import display
from bilateral.views import days, families, wording
from bilateral.views.brief.sentences import sentence
from bilateral.views.render import VERSION
from bilateral.web.security.proof import FIELD

TRICKS = re.compile("[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f\u007f]")
"""Characters that change how others are shown and stand for nothing themselves."""
SHOWN_AS = "\ufffd"

NAVIGATION = (
    ("/", "Start"),
    ("/events", "Events"),
    ("/timeline", "Timeline"),
    ("/map", "Map"),
    ("/network", "Network"),
    ("/review", "Review"),
    ("/actors", "Actors"),
    ("/claims", "Claims"),
    ("/documents", "Documents"),
)


def page(request: Request, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """A page of the app."""
    web = request.app.state.web if "app" in request.scope else None
    session = request.scope.get("bilateral.session", "")
    common = {
        "path": request.url.path,
        "where": web.where if web else "",
        "proof": web.secrets.proof(session) if web else "",
        "proof_field": FIELD,
        "asked_words": "",
    }
    text = environment().get_template(template).render({**common, **values})
    return HTMLResponse(text, status)


@cache
def environment() -> Environment:
    """Templates that escape everything and know no value they were not given."""
    made = Environment(
        loader=PackageLoader("bilateral.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "tame": tame,
        "readable": lambda edtf: days.readable(edtf) or "no date",
        "display": display,
        "plain": wording.plain,
        "field_name": field_name,
        "short": wording.short,
        "value_of": lambda value, field: days.readable(str(value)) if field == "date" else wording.plain(value),
        "line": lambda text: " ".join(tame(str(text)).split()),
        "number": lambda value: f"{value:,}",
        "segment": lambda text: quote(str(text), safe=""),
    }
    made.globals |= {
        "static": static,
        "navigation": NAVIGATION,
        "count": wording.count,
        "sentence": sentence,
        "wording": wording,
        "family": families.family,
        "precision": lambda event: days.precision(event.date),
        "DIFFERS": wording.DIFFERS,
    }
    return made


def tame(text: str) -> str:
    """``text`` with as many characters, those that play tricks on a reader made visible."""
    return TRICKS.sub(SHOWN_AS, text)


def field_name(field: str) -> str:
    """``details.quantity`` -> ``quantity``."""
    return field.removeprefix("details.").replace("_", " ")


@cache
def static(name: str) -> str:
    """The address of a file that ships, which changes with its content."""
    return f"/static/{name}?v={_mark(name)}"


def _mark(name: str) -> str:
    if name == "charts-bundle.js":
        from importlib.metadata import version

        return f"{version('vl-convert-python')}-{VERSION}"
    return sha256(files("bilateral.web").joinpath("static", name).read_bytes()).hexdigest()[:12]
