"""What is noted of a document is told in Arabic, whatever made the note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from hasila.model import Document
from hasila.reading import read
from hasila.sources import open_bytes
from hasila.web.noted import NOTES

HEAD = "قالت القيادة المركزية الأميركية إن قواتها نفذت 12 عملية ضد داعش في العراق "


def notes_of(data: bytes, name: str) -> Iterator[str]:
    for item in open_bytes(data, name, published=date(2024, 1, 5)):
        if isinstance(item, Document):
            yield from (*item.notes, *read(item).notes)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (HEAD.encode("cp1256"), "a.txt"),
        (HEAD.encode("utf-16"), "a.txt"),
        (HEAD.encode() + b"\xff", "a.txt"),
        (f"{HEAD}\u200f".encode(), "a.txt"),
        (f"{HEAD}\ufefb".encode(), "a.txt"),
        ("اعلنت قوات االمن في بيان لها قتل خمسة من االرهابيين".encode(), "a.txt"),
        (f"{HEAD}في يناير/كانون الأول 2023".encode(), "a.txt"),
        (f"<html><body><article><p>{HEAD}</p></article></body></html>".encode(), "a.html"),
        (f'{{"text": "{HEAD}", "published": "soon"}}'.encode(), "a.jsonl"),
        (f'{{"text": "{HEAD}", "lang": "xx"}}'.encode(), "a.jsonl"),
        (f'{{"text": "{HEAD}", "outlet": [1]}}'.encode(), "a.jsonl"),
    ],
)
def test_every_note_is_known(data: bytes, name: str) -> None:
    notes = list(notes_of(data, name))
    assert notes
    for note in notes:
        assert NOTES.told(note, "en") == note
        assert NOTES.told(note, "ar") not in (None, note)


def test_a_note_that_nobody_knows_stays() -> None:
    assert NOTES.told("added by hand", "ar") is None
    assert NOTES.shown("added <by> hand", "ar") == '<span dir="ltr" lang="en">added &lt;by&gt; hand</span>'


def test_a_note_with_a_name_without_end_is_not_taken_apart() -> None:
    note = "the id {!r} came before in this run; both reports are kept"
    assert NOTES.told(note.format("x and " * 100), "ar") is not None
    assert NOTES.told(note.format("x and " * 100_000), "ar") is None
