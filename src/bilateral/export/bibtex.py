"""BibTeX of the sources, with biblatex's ``date``: one entry a document, under a key that stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from bilateral.export.chosen import Chosen

if TYPE_CHECKING:
    from bilateral.record import DocumentRow

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_KNOWN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_ADDRESS = re.compile(r"https?://")


def write(chosen: Chosen, out: TextIO) -> None:
    """The documents, each as an ``@article`` (of a newspaper) or, without source, as ``@misc``."""
    for row in chosen.documents():
        out.write(_entry(row))


def key(row: DocumentRow) -> str:
    """``steppecourier2018-1a2b3c4d``: source, year, and the beginning of the document's hash."""
    source = re.sub(r"[^a-z0-9]", "", (row.source or "document").casefold())[:24] or "document"
    return f"{source}{(row.published or '')[:4]}-{row.id.removeprefix('doc_')[:8]}"


def _entry(row: DocumentRow) -> str:
    fields = {
        "title": "{" + _escaped(row.title or row.name) + "}",
        "journal" if row.source else "howpublished": _escaped(row.source or row.name),
        **_date(row.published),
        "url": _address(row),
        "urldate": row.retrieved[:10] if row.retrieved and _address(row) else None,
        "language": row.language,
        "note": _escaped(f"{row.name}, {row.id}"),
    }
    told = [f"  {name} = {value if name == 'month' else '{' + value + '}'}" for name, value in fields.items() if value]
    return "\n".join([f"@{'article' if row.source else 'misc'}{{{key(row)},", ",\n".join(told), "}\n\n"])


def _date(published: str | None) -> dict[str, str | None]:
    found = _KNOWN.fullmatch(published or "")
    if not found:
        return {"date": published}
    year, month, _ = found.groups()
    name = _MONTHS[int(month) - 1] if month and 1 <= int(month) <= 12 else None
    return {"date": published, "year": year, "month": name}


def _address(row: DocumentRow) -> str | None:
    address = row.url or (row.name if _ADDRESS.match(row.name) else None)
    return re.sub(r"[\s{}\\]", lambda c: f"%{ord(c[0]):02X}", address) if address else None


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in " ".join(text.split()))
