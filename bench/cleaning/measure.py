"""Shares of article words kept and of furniture words cut on made pages.

usage: python bench/cleaning/measure.py [--wrong]

In a .txt page each line begins with ``+`` (article), ``-`` (furniture) or ``~`` (furniture glued to the line before).
In a .html page elements carry ``data-part="article"`` or ``data-part="furniture"``.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from lxml import html

from bilateral.documents import from_text, read_source
from bilateral.settings import Settings
from bilateral.types.document import Document

PAGES = Path(__file__).parent / "pages"


def main() -> None:
    kept, cut = measured(sorted(PAGES.iterdir()), told=True)
    print(f"article words kept {kept:.1%}, furniture words cut {cut:.1%}")


def measured(pages: list[Path], told: bool = False) -> tuple[float, float]:
    """Share of article words kept and of furniture words cut over all ``pages``."""
    article = furniture = lost = left = 0
    for path in pages:
        wanted, unwanted, text = (made if path.suffix == ".txt" else saved)(path)
        have, want = Counter(text.split()), Counter(wanted.split())
        missing, extra = want - have, Counter(unwanted.split()) & (have - want)
        article, lost = article + want.total(), lost + missing.total()
        furniture, left = furniture + len(unwanted.split()), left + extra.total()
        if told:
            print(f"{path.name:24} kept {1 - share(missing, wanted):6.1%}  cut {1 - share(extra, unwanted):6.1%}")
        if told and "--wrong" in sys.argv:
            print("   lost:", *missing.elements(), "\n   left:", *extra.elements())
    return 1 - lost / article, 1 - left / furniture


def share(part: Counter[str], whole: str) -> float:
    return part.total() / max(1, len(whole.split()))


def made(path: Path) -> tuple[str, str, str]:
    """Article, furniture, and what cleaning keeps of the page they make."""
    lines = [(line[0], line[2:]) for line in path.read_text("utf-8").splitlines() if line]
    page = "".join((line if sign == "~" else "\n" + line) for sign, line in lines)
    parts = ["\n".join(line for sign, line in lines if sign in signs) for signs in ("+", "-~")]
    return parts[0], parts[1], from_text(page).text


def saved(path: Path) -> tuple[str, str, str]:
    """The same for a web page."""
    tree = html.fromstring(path.read_text("utf-8"))
    parts = [
        " ".join(" ".join(tree.xpath(f"//*[@data-part='{part}']//text()")).split()) for part in ("article", "furniture")
    ]
    [document] = read_source(path, None, Settings())
    assert isinstance(document, Document), document
    return parts[0], parts[1], document.text


if __name__ == "__main__":
    main()
