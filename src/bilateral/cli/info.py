"""``bilateral info``: what a record holds."""

from __future__ import annotations
