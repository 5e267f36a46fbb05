"""Code one document, and turn what goes wrong into words for the user."""

from __future__ import annotations

from bilateral.coding import Coded, Coder
from bilateral.engine.limit import TooSlow, within
from bilateral.errors import BilateralError, SourceError
from bilateral.settings import Settings
from bilateral.types.document import Document

Outcome = Coded | SourceError
"""What the coder makes of a document, or why it could not."""

NOTHING = Coded((), ())


def code_one(coder: Coder, document: Document, settings: Settings) -> Outcome:
    """What ``coder`` makes of ``document``; one marked as not to be coded gives nothing.

    Raises:
        BilateralError: what concerns every document, such as a missing language model.
    """
    if document.uncoded is not None:
        return NOTHING
    seconds = settings.number("max_coding_seconds")
    try:
        with within(seconds):
            return coder.code(document, settings)
    except TooSlow:
        return slow(document, seconds)
    except SourceError as error:
        return error
    except BilateralError:
        raise
    except Exception as error:  # the one place where a defect of a coder must not stop the others
        return crashed(document, f"the coder failed on it ({type(error).__name__}: {error})")


def crashed(document: Document, what: str) -> SourceError:
    """The error of a document that the coder cannot stand, which is a defect to be told."""
    return SourceError(document.name, f"{what}; the document was left out, please report it")


def slow(document: Document, seconds: float) -> SourceError:
    """The error of a document that the coder does not get done with."""
    return SourceError(
        document.name,
        f"coding it took longer than {seconds:g} seconds; split it, or raise the setting max_coding_seconds",
    )
