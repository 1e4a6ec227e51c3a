"""A mailbox is read a message at a time."""

import io
from typing import Any

import pytest

from hasila.model import Document
from hasila.sources import Rejected
from hasila.sources import open_bytes as opened
from hasila.sources.mail import mailbox
from hasila.sources.provenance import Provenance
from hasila.sources.source import Source

PARTING = b"From desk@example.org Sun Mar  5 10:00:00 2023\n"


def message(text: str, more: str = "") -> bytes:
    return f"From: a@example.org\nDate: Sun, 05 Mar 2023 10:00:00 +0000\n{more}\n{text}\n".encode()


def open_bytes(data: bytes, name: str) -> list[Any]:
    return list(opened(data, name))


def box(*texts: str) -> bytes:
    return b"\n".join(PARTING + message(text) for text in texts)


@pytest.mark.parametrize("name", ["a.mbox", "Inbox"])
def test_every_message_is_a_document_known_by_its_place(name):
    data = box("مقتل 5 في العراق", "From the field: killed 7\n>From here 3", "killed 9")
    found = open_bytes(data, name)
    assert [item.text for item in found] == ["مقتل 5 في العراق", "From the field: killed 7\nFrom here 3", "killed 9"]
    assert [item.source for item in found] == [f"{name}!{number}" for number in (1, 2, 3)]
    place = found[2].extra["provenance"]
    assert data[place["offset"] :][: place["length"]] == message("killed 9")
    assert place["record"] == "3"


def test_broken_message_costs_only_itself():
    data = box("killed 5") + b"\n" + PARTING + b"\n\nno headers\n\n" + box("killed 7")
    first, rejected, last = open_bytes(data, "a.mbox")
    assert (first.text, last.text) == ("killed 5", "killed 7")
    assert rejected.file == "a.mbox!2"


def test_message_without_end_is_passed_over_in_bounded_memory(monkeypatch):
    monkeypatch.setattr(mailbox, "DOCUMENT_BYTES", 2000)
    monkeypatch.setattr(mailbox, "CHUNK_BYTES", 100)
    held: list[int] = []
    raw = mailbox._raw

    def weighed(at: int, lines: list[bytes], size: int) -> Any:
        held.append(sum(map(len, lines)))
        return raw(at, lines, size)

    monkeypatch.setattr(mailbox, "_raw", weighed)
    data = box("killed 5", "x" * 50_000, "killed 7")
    first, rejected, last = open_bytes(data, "a.mbox")
    assert isinstance(rejected, Rejected)
    assert "larger than" in rejected.reason
    assert (first.text, last.text) == ("killed 5", "killed 7")
    assert max(held) <= 2000


class _Endless(io.RawIOBase):
    """A mailbox that never ends: reading on is what shows whether it is held."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        piece = (b"\n" + PARTING + message("killed 5"))[: len(buffer)]
        buffer[: len(piece)] = piece
        return len(piece)


def test_first_message_comes_before_the_last_is_there():
    items = mailbox.read_mailbox(io.BufferedReader(_Endless(), 256), Source(Provenance("a.mbox"), "a"))
    found = [next(items) for _ in range(50)]
    assert all(isinstance(item, Document) and item.text == "killed 5" for item in found)


def test_mailbox_without_messages_is_rejected():
    (rejected,) = open_bytes(b"\n\n", "a.mbox")
    assert isinstance(rejected, Rejected)
