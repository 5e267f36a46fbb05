"""Exports of the sample record, as text or bytes, for what reads them back."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from bilateral.export import FORMATS, write
from bilateral.record import open_record
from bilateral.types.event import Event


def exported(record: Path, format: str, of: str | None = None, **asked: Any) -> Any:
    out: Any = io.BytesIO() if FORMATS[format].binary else io.StringIO(newline="")
    with open_record(record, create=False) as opened:
        write(opened, format, of, out, **asked)
    return out.getvalue()


def events(record: Path, **asked: Any) -> dict[str, Event]:
    with open_record(record, create=False) as opened:
        return {event.id: event for event in opened.events(**asked)}
