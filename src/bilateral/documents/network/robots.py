"""What sites ask of robots, kept while a program runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from bilateral.documents.network.feeds import package
from bilateral.documents.network.fetch import Answer, Bounds, FetchError, fetch

NAME = "bilateral"
LARGEST = 500_000
SLOWEST = 60.0


class Robots:
    """The rules of the sites asked about."""

    def __init__(self, allow_private: bool, get: Callable[[str, Bounds], Answer] = fetch) -> None:
        self._bounds = Bounds(LARGEST, 30.0, allow_private)
        self._get = get
        self._known: dict[str, Any] = {}

    def allows(self, url: str) -> bool:
        """Whether a site lets robots read ``url``. Raises FetchError (passing) when it does not tell now."""
        rules = self._rules(url)
        return rules is None or bool(rules.can_fetch(url, NAME))

    def delay(self, url: str) -> float:
        """Seconds that a site wants between two requests; 0 when it says nothing."""
        rules = self._rules(url)
        return min(float(rules.crawl_delay(NAME) or 0), SLOWEST) if rules is not None else 0.0

    def _rules(self, url: str) -> Any:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            self._known[site] = self._ask(f"{site}/robots.txt")
        return self._known[site]

    def _ask(self, url: str) -> Any:
        try:
            data = self._get(url, self._bounds).data or b""
        except FetchError as error:
            if error.passing:
                raise
            return None  # a site without rules allows everything
        return package("protego").Protego.parse(data.decode("utf-8", "replace"))
