"""In a real browser: every page without an error or a request elsewhere, and a review by the keyboard alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

if not os.environ.get("BILATERAL_TEST_BROWSER"):
    pytest.skip("in a browser: minutes; set BILATERAL_TEST_BROWSER=1", allow_module_level=True)
pytest.importorskip("playwright", reason="the package playwright is not installed")

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from bilateral.record import open_record
from bilateral.web import create_app
from tests.web.browser import Watched, launched, served, watched

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATHS = {
    "start": "/", "events": "/events?kind=visit", "relation": "/relation/IDN/KAZ", "event": "/event/{event}",
    "document": "/document/{document}", "documents": "/documents", "timeline": "/timeline", "map": "/map",
    "network": "/network", "mentions": "/review/mentions", "same": "/review/events", "values": "/review/values",
    "actors": "/actors", "actor": "/actor/person:surya-wibowo", "offices": "/offices", "claims": "/claims",
    "forecasts": "/forecasts", "search": "/search?q=memorandum", "data": "/api",
}  # fmt: skip
LOOKS = {"wide": (1280, False), "narrow": (360, False), "dark": (1280, True)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def home(ruled: Path) -> Iterator[str]:
    with served(create_app(str(ruled))) as address:
        yield address


@pytest.fixture(scope="module")
def ids(ruled: Path) -> dict[str, str]:
    with open_record(ruled) as record:
        events = record.events(kind="agreement", disputed=True)
        return {"event": events[0].id, "document": events[0].evidence[0].document_id}


@pytest.mark.parametrize("name", PATHS)
def test_pages_open_without_an_error_and_are_clean_to_axe(
    browser: Browser, home: str, ids: dict[str, str], name: str
) -> None:
    for look, (width, dark) in LOOKS.items():
        with watched(browser, home, width=width, dark=dark) as seen:
            page = seen.open(PATHS[name].format(**ids))
            seen.picture(f"{name}-{look}")
            assert seen.wrong == []
            assert seen.elsewhere == []
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), look
            if look != "narrow":
                told = Axe().run(page)
                assert told.violations_count == 0, told.generate_report()


def test_the_look_is_chosen_and_kept(browser: Browser, home: str) -> None:
    with watched(browser, home) as seen:
        page = seen.open("/documents")
        page.click("#theme")
        seen.open("/actors")
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_value_lights_up_the_words_it_rests_on(browser: Browser, home: str, ids: dict[str, str]) -> None:
    with watched(browser, home) as seen:
        page = seen.open(f"/event/{ids['event']}")
        page.focus('[data-lights="date"]')
        assert page.locator("mark.lit").count() > 0
        assert page.locator("mark.lit:not([data-keys~=date])").count() == 0


@pytest.fixture
def own(ruled: Path, tmp_path: Path, browser: Browser) -> Iterator[tuple[Path, Watched]]:
    path = tmp_path / "own.db"
    shutil.copy(ruled, path)
    with served(create_app(str(path), author="Keys")) as address, watched(browser, address) as seen:
        yield path, seen


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page, and wait for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def acts(path: Path) -> list[str]:
    with open_record(path) as record:
        return [one.judgement.act for one in record.judgements()]


def number(page: Page) -> Any:
    return page.get_attribute("#question", "data-at")


def test_a_round_of_review_by_the_keyboard_alone(own: tuple[Path, Watched]) -> None:
    path, seen = own
    page = seen.open("/review/mentions")
    asked = page.inner_text("#asks")
    press(page, "a")
    press(page, "x")
    press(page, "u")
    assert acts(path) == ["accept", "reject", "unsure"]
    press(page, "Backspace")
    assert acts(path)[-1] == "undo"
    press(page, "Space")
    assert number(page) == "1"
    press(page, "k")
    press(page, "j")
    assert number(page) == "1"
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("a")
    assert page.input_value("#find") == "a"
    assert len(acts(path)) == 4
    seen.open("/review/values")
    press(page, "1")
    assert acts(path)[-1] == "set"
    seen.open("/review/events")
    press(page, "a")
    assert acts(path)[-1] == "same"
    assert page.locator(".decisions li").count() == 4
    assert asked
    assert seen.wrong == []


def test_selected_words_become_a_mention(own: tuple[Path, Watched]) -> None:
    path, seen = own
    with open_record(path) as record:
        document = record.documents()[1]
        text = record.text(document.id)
    page = seen.open(f"/document/{document.id}")
    page.evaluate("""() => {
        const range = document.createRange();
        const paragraph = document.querySelector("#text p:nth-of-type(2)");
        range.selectNodeContents(paragraph);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }""")
    page.keyboard.press("n")
    words = page.inner_text("#adding-words").strip()
    start, end = (int(page.input_value(f"#adding [name={name}]")) for name in ("start", "end"))
    assert text[start:end].strip() == words
    page.fill("#n-who", "IDN, KAZ:host")
    with page.expect_navigation():
        page.click("#adding button.main")
    assert acts(path) == ["add"]
    assert seen.wrong == []


def test_dropped_files_are_added_with_progress(browser: Browser, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("OSLO, 3 October 2018 - The foreign minister of Norway visited Finland on 2 October 2018.\n")
    app = create_app(str(tmp_path / "new.db"), settings={"coder": "rules"})
    with served(app) as address, watched(browser, address) as seen:
        page = seen.open("/")
        page.set_input_files("#files", article)
        page.wait_for_selector("#uploads a", timeout=120_000)
        page.click("#uploads a")
        page.wait_for_load_state("networkidle")
        assert "from 1 document" in page.inner_text("h1")
