"""A list of JSON objects written one after the other, in memory that does not grow."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO


def write_array(objects: Iterable[dict[str, Any]], out: TextIO, before: str = "[", after: str = "]") -> None:
    """The objects, each on its line, between ``before`` and ``after``."""
    out.write(before)
    comma = ""
    for told in objects:
        out.write(f"{comma}\n{json.dumps(told, ensure_ascii=False)}")
        comma = ","
    out.write(f"\n{after}\n")
