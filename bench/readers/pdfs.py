"""PDFs, made: words at places on pages, and the loops and lies that break readers."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

Words = tuple[float, float, float, str]
"""Left, height from the bottom, size, text."""


def pdf(pages: Sequence[Sequence[Words]], info: str = "") -> bytes:
    """A file of these pages, 595 by 842 points each."""
    count = len(pages)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(count))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({escaped(text)}) Tj ET" for x, y, size, text in page)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    if info:
        objects.append(f"<< {info} >>")
    return assembled(objects, f"/Info {len(objects)} 0 R" if info else "")


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def assembled(objects: Sequence[str], trailer: str = "") -> bytes:
    """The file that these objects make."""
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


def column(text: str, left: float, top: float, width: int = 40, size: float = 10) -> list[Words]:
    """Paragraphs (parted by blank lines) in lines of ``width`` letters, the first of each indented."""
    words: list[Words] = []
    for paragraph in text.split("\n\n"):
        for number, line in enumerate(textwrap.wrap(paragraph, width)):
            words.append((left + (12 if number == 0 else 0), top, size, line))
            top -= 1.2 * size
    return words


def parent_loop() -> bytes:
    """Pages that are their own parents and kids."""
    return assembled(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 9 /Parent 2 0 R /Kids [2 0 R 2 0 R] >>"]
    )


def xref_loop() -> bytes:
    """A table whose predecessor is itself."""
    data = pdf([[(50, 700, 10, "Kenya signed.")]])
    place = data.rindex(b"xref\n0")
    return data.replace(b"trailer << ", b"trailer << /Prev %d " % place)


def length_loop() -> bytes:
    """A stream whose length is the stream."""
    return assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            "<< /Length 4 0 R >>\nstream\nBT ET\nendstream",
        ]
    )
