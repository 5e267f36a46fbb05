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
    kept = article = cut = furniture = 0
    for path in sorted(PAGES.iterdir()):
        wanted, unwanted, text = (made if path.suffix == ".txt" else saved)(path)
        have = Counter(text.split())
        lost = Counter(wanted.split()) - have
        left = Counter(unwanted.split()) & (have - Counter(wanted.split()))
        print(f"{path.name:28} kept {1 - share(lost, wanted):6.1%}  cut {1 - share(left, unwanted):6.1%}")
        if "--wrong" in sys.argv:
            print("   lost:", " ".join(lost.elements()), "\n   left:", " ".join(left.elements()))
        kept, article = kept + len(wanted.split()) - lost.total(), article + len(wanted.split())
        cut, furniture = cut + len(unwanted.split()) - left.total(), furniture + len(unwanted.split())
    print(
        f"article words kept {kept / article:.1%} of {article}, furniture words cut {cut / furniture:.1%} of {furniture}"
    )


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
