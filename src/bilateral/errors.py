"""Every exception the library raises on purpose, as a tree; each message says what to do.

::

    BilateralError
    ├── UsageError          wrong use: an unknown state, kind, setting, filter or format
    ├── SourceError         one document (or source) cannot be read; the rest goes on
    ├── ModelError          the language model is missing, wrong or changed
    ├── ExtraMissing        a feature needs an extra that is not installed
    └── RecordError         the record cannot be opened, read or written
        ├── NotARecord      the file is something else
        ├── RecordBusy      another process holds it
        └── NotFound        no such event, mention or document
"""

from __future__ import annotations


class BilateralError(Exception):
    """Root of everything below: catch this to catch all that is told on purpose."""


class UsageError(BilateralError):
    """The caller asked for something that does not exist or does not fit."""


class SourceError(BilateralError):
    """A document or source that cannot be read.

    ``name`` is the document as the user knows it, ``reason`` why, in words for the user.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str]]:
        return type(self), (self.name, self.reason)


class ModelError(BilateralError):
    """The language model is missing, is not the one named, or its weights are not the known ones."""


class ExtraMissing(BilateralError):
    """A feature needs a package of an extra; the message names the extra."""


class RecordError(BilateralError):
    """The record cannot be opened, read or written."""


class NotARecord(RecordError):
    """The file exists and is not a record of bilateral."""


class RecordBusy(RecordError):
    """Another process is writing and did not finish in time."""


class NotFound(RecordError):
    """No event, mention or document has this id."""
