"""Which language a text is in; unsure is no language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bilateral.documents.language import told_apart
from tests.documents.helpers import SENTENCES, only

ENGLISH = "The ministers of the two countries met in Muscat on Monday and said that they will sign the agreement. " * 3
GERMAN = (
    "Die Minister der beiden Länder trafen sich am Montag in Maskat und sagten,"
    " dass sie das Abkommen unterzeichnen werden und nicht mehr darüber verhandeln. " * 2
)
FRENCH = (
    "Les ministres des deux pays se sont rencontrés lundi"
    " à Mascate et ont dit que la signature de cet accord est prévue pour le mois de mai dans une ville du sud. " * 2
)


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        (ENGLISH, None, "en"),
        (GERMAN, None, "de"),
        (FRENCH, None, "fr"),
        (SENTENCES, "en-GB", "en"),
        (SENTENCES, "English", "en"),
        ("Islamabad, Rawalpindi, Lahore", None, None),
        ("Министр иностранных дел прибыл в Москву", None, "ru"),
        ("Міністр закордонних справ України прибув із візитом до Києва", None, "uk"),
        ("وزیر خارجہ ماسکو کے دورے پر پہنچ گئے ہیں اور وہاں بات چیت کریں گے", None, "ur"),
        ("外交部长星期一抵达莫斯科进行正式访问，双方将签署协议。", None, "zh"),
        ("外務大臣は月曜日にモスクワに到着し、正式な訪問を行った。", None, "ja"),
        ("Ο υπουργός Εξωτερικών έφτασε στη Μόσχα", "en", "el"),
        ("Wasiirka arrimaha dibedda ayaa gaaray Muqdisho Isniintii.", None, "so"),
        ("Ministri i Jashtëm mbërriti në Tiranë të hënën.", "en", "sq"),
        ("Bộ trưởng Ngoại giao đã đến Hà Nội hôm thứ Hai.", None, "vi"),
        ("Министерът на външните работи пристигна в София в понеделник.", None, "bg"),
        ("د بهرنیو چارو وزیر مسکو ته ورسېد", None, "ps"),
        ("विदेश मंत्री सोमवार को मास्को पहुंचे और वहां बातचीत करेंगे।", None, "hi"),
        ("北京", None, "zh"),
        ("Shehbaz Sharif, Recep Tayyip Erdogan hold talks in Ankara", None, "en"),
        ("Nigerian troops free oil workers", None, "en"),
        ("Qamar Javed Bajwa visits Rawalpindi", None, None),
        ("Visita del canciller a Quito", "es", "es"),
        ("Zaza lor, mipu kandoli revat simbo trulak ne voskir dan plomu.", None, "und"),
    ],
)
def test_told_apart(text: str, told: str | None, language: str | None) -> None:
    assert told_apart(text, told) == language


def test_another_language_is_kept_but_not_coded(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GERMAN)
    document = only(tmp_path)
    assert (document.language, document.uncoded) == ("de", "language de")


def test_what_is_surely_not_english_is_not_coded_as_it(tmp_path: Path) -> None:
    text = "Hal-ministeru tal-affarijiet barranin wasal fil-belt nhar it-Tnejn u ltaqa' mal-president."
    (tmp_path / "a.txt").write_text(text)
    assert only(tmp_path).uncoded == "language mt"


def test_a_row_may_tell_its_language(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Visita a Quito.", "language": "es"}))
    assert only(tmp_path).uncoded == "language es"


def test_an_english_page_in_a_foreign_frame_is_english(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f'<html lang="ur"><body><p>{ENGLISH}</p></body></html>')
    assert only(tmp_path).language == "en"
