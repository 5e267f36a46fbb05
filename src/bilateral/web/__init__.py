"""The local web app over one record: the place where an analyst reads, checks and corrects."""

from __future__ import annotations

from bilateral.web.app import create_app

__all__ = ["create_app"]
