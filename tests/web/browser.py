"""A real server and a real browser for tests, which watch what the pages say and load."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, Request, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
PICTURES = Path(__file__).resolve().parents[2] / "artefacts" / "web"
"""Where pictures of the pages go: kept by CI, never committed."""


@dataclass
class Watched:
    """A page, what its console said that is wrong, and what it asked for elsewhere."""

    page: Page
    home: str
    wrong: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the app, and wait until its charts are drawn."""
        self.page.goto(self.home + path)
        self.settled()
        return self.page

    def settled(self) -> None:
        """Wait until nothing is loaded any more and no chart waits to be drawn."""
        self.page.wait_for_load_state("networkidle")
        waits = "() => ![...document.querySelectorAll('figure.chart')].some((one) => !one.dataset.drawn)"
        self.page.wait_for_function(waits, timeout=60_000)

    def picture(self, name: str) -> None:
        """Keep what is seen."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address of a running server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 60
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(30)


@contextmanager
def launched() -> Iterator[Browser]:
    """Headless Chromium; the test is skipped where there is none."""
    if not (found := shutil.which("chromium") or (CHROMIUM if Path(CHROMIUM).exists() else None)):
        pytest.skip("no Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def watched(browser: Browser, home: str, *, width: int = 1280, dark: bool = False) -> Iterator[Watched]:
    """A page in a window of its own."""
    context = browser.new_context(viewport={"width": width, "height": 860}, color_scheme="dark" if dark else "light")
    page = context.new_page()
    seen = Watched(page, home)
    page.on("console", lambda one: seen.wrong.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: seen.wrong.append(str(error)))

    def asked(request: Request) -> None:
        if urlsplit(request.url).hostname != "127.0.0.1" and not request.url.startswith(("data:", "blob:")):
            seen.elsewhere.append(request.url)

    page.on("request", asked)
    yield seen
    context.close()
