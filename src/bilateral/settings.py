"""One table of settings: name, default, help. Taken from ``--set``, BILATERAL_NAME, the record, the default."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from bilateral.errors import UsageError


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its default fixes its type (str, int or float)."""

    name: str
    default: str | int | float
    help: str

    def parse(self, text: str) -> str | int | float:
        """``text`` as a value of this setting's type. Raises UsageError when it is none."""
        try:
            return type(self.default)(text)
        except ValueError:
            wanted = {int: "a whole number", float: "a number"}[type(self.default)]
            raise UsageError(f"setting {self.name} takes {wanted}, not {text!r}") from None


TABLE = (
    Setting("model", "en_core_web_sm", "spaCy model that reads the sentences; en_core_web_sm is the packaged one"),
    Setting("coder", "trained", "which registered coder turns sentences into mentions"),
    Setting("max_characters", 1_000_000, "a longer document is stored and listed as too long, not coded"),
    Setting("max_bytes", 50_000_000, "a larger file is not read but listed as too large"),
    Setting("max_seconds", 60, "reading one document that takes longer is given up, and the document listed"),
    Setting("max_coding_seconds", 600.0, "coding one document that takes longer is given up, and the document listed"),
    Setting("max_memory", 2_000, "megabytes that reading one document may take; one that needs more is listed"),
    Setting("max_archive_bytes", 2_000_000_000, "an archive is unpacked up to so many bytes"),
    Setting("max_archive_files", 100_000, "an archive of more files is not read"),
    Setting("columns", "", "which column or field is which, as text=Body,title=Headline; else their names tell"),
    Setting("gdelt_url", "https://api.gdeltproject.org/api/v2/doc/doc", "where the GDELT DOC API is asked"),
    Setting("gdelt_pause", 5.0, "seconds between two questions to the GDELT DOC API"),
    Setting("merge_threshold", 0.5, "two mentions are one event from this score on (0 to 1)"),
    Setting("half_life", 180.0, "days after which an event counts half in the score of a relation"),
)
BY_NAME = {setting.name: setting for setting in TABLE}


class Settings:
    """The values in force: given ones first, then BILATERAL_NAME, then the record's own, then the default."""

    def __init__(self, given: Mapping[str, str] | None = None, stored: Mapping[str, str] | None = None) -> None:
        self._given = dict(given or {})
        self._stored = dict(stored or {})
        for name in self._given:
            lookup(name)

    def __getitem__(self, name: str) -> str | int | float:
        setting = lookup(name)
        for text in (self._given.get(name), os.environ.get(f"BILATERAL_{name.upper()}"), self._stored.get(name)):
            if text is not None:
                return setting.parse(text)
        return setting.default

    def text(self, name: str) -> str:
        """The value of ``name`` as text."""
        return str(self[name])

    def number(self, name: str) -> float:
        """The value of a numeric setting."""
        return float(self[name])

    def stored(self, stored: Mapping[str, str]) -> Settings:
        """The same given values over those of a record."""
        return Settings(self._given, stored)


def lookup(name: str) -> Setting:
    """The setting called ``name``. Raises UsageError naming all settings when there is none."""
    try:
        return BY_NAME[name]
    except KeyError:
        raise UsageError(f"no setting is called {name!r}; there are: {', '.join(sorted(BY_NAME))}") from None
