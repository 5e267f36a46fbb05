"""Code one document, and turn what goes wrong into words for the user."""

from __future__ import annotations

from bilateral.coding import Coded, Coder
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
    try:
        return coder.code(document, settings)
    except SourceError as error:
        return error
    except BilateralError:
        raise
    except Exception as error:  # the one place where a defect of a coder must not stop the others
        return crashed(document, f"the coder failed on it ({type(error).__name__}: {error})")


def crashed(document: Document, what: str) -> SourceError:
    """The error of a document that the coder cannot stand, which is a defect to be told."""
    return SourceError(document.name, f"{what}; the document was left out, please report it")
