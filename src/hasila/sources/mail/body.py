"""The words of a message: the plain part, else the one in HTML, with lines joined that only the sender's program broke.

Left out are the signature below "-- " and the lines that quote an earlier message with ">", for that message's figures
belong to its own day; a note says how many. Where nothing else would remain, the quoted lines are the report, and stay.
Earlier messages below a block of headers (From:, Sent:, To:) stay as well, and ``earlier`` says where they begin.
"""

from __future__ import annotations

import binascii
import itertools
import re
from collections.abc import Iterator, Sequence
from email.message import EmailMessage, Message
from typing import NamedTuple

from hasila.sources.encoding import decode_unmarked
from hasila.sources.fragment import words_of

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_QUOTED = re.compile(r" ?>")
_HEADER_LINES = re.compile(r"(?m)^(?:[ \t>*]*\S[^:\n]{0,30}:[^\n]*\n){2,8}")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.")
# Programs break lines between these; shorter and longer ones are what the writer wanted.
_NARROWEST, _WIDEST = 50, 100
_LIST = re.compile(r"\s|[-*•·]|\d+[.)]\s")


class Body(NamedTuple):
    """``part`` is the part that the words were taken from; ``notes`` are on them, ``doubts`` are to be told at once."""

    text: str
    part: Message | None
    earlier: int | None = None
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def body_of(message: EmailMessage, parts: Sequence[Message]) -> Body:
    """The words, "" where there are none."""
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted and not _is_attached(part):
                body = _body(part, wanted == "text/html")
                if body.text:
                    return body
    return Body("", None)


def bytes_of(part: Message) -> bytes:
    """What a part holds; of a broken base64, what stands before the break."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    if str(part.get("content-transfer-encoding") or "").strip().lower() == "base64" and not part.is_multipart():
        given = str(part.get_payload()).encode("ascii", "replace")
        if data.strip() == given.strip():  # the library gives up and hands back the letters themselves
            sound = _NOT_BASE64.sub(b"", given.partition(b"=")[0])
            return binascii.a2b_base64(sound[: len(sound) // 4 * 4])
    return data


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _body(part: Message, is_html: bool) -> Body:
    decoded = decode_unmarked(bytes_of(part), part.get_content_charset())
    text = decoded.text.replace("\r\n", "\n").replace("\0", "\ufffd")
    doubts = (decoded.note,) if decoded.note and decoded.encoding != part.get_content_charset() else ()
    if is_html:
        return Body(words_of(text), part, notes=("text taken from a part in HTML",), doubts=doubts)
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    kept, notes = _own(text, flowed)
    text = "\n".join(_joined(kept, flowed)).strip()
    return Body(text, part, _earlier(text), notes, doubts)


def _own(text: str, flowed: bool) -> tuple[list[str], tuple[str, ...]]:
    """The lines that the sender wrote, and notes on the others."""
    signed = text.partition("\n-- \n")[0]
    lines = [line.removeprefix(" ") if flowed else line for line in signed.split("\n")]
    own = [line for line in lines if not _QUOTED.match(line)]
    if not any(any(map(str.isalnum, line)) for line in own):
        return [_QUOTED.sub("", line).removeprefix(" ") for line in lines], ("the message only quotes another",)
    quoted = len(lines) - len(own)
    return own, (f"{quoted} lines quoted from an earlier message left out",) if quoted else ()


def _joined(lines: Sequence[str], flowed: bool) -> Iterator[str]:
    """Lines as the writer ended them, each paragraph on one."""
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            paragraph.append(line)
            continue
        yield from _flowing(paragraph) if flowed else _unbroken(paragraph)
        yield ""
        paragraph = []


def _flowing(lines: Sequence[str]) -> Iterator[str]:
    """A line that ends with a blank goes on in the next (RFC 3676)."""
    held = ""
    for line in lines:
        held += line
        if not line.endswith(" "):
            yield held
            held = ""
    if held:
        yield held.rstrip()


def _unbroken(lines: Sequence[str]) -> Iterator[str]:
    """One line, where each was broken because the next word did not fit; else the lines as they are."""
    width = max(map(len, lines), default=0)
    full = all(
        len(line.rstrip()) + 1 + len(after.split()[0]) > width and not _LIST.match(after)
        for line, after in itertools.pairwise(lines)
    )
    if len(lines) > 1 and full and _NARROWEST <= width <= _WIDEST:
        yield " ".join(line.strip() for line in lines)
    else:
        yield from lines


def _earlier(text: str) -> int | None:
    """Where an earlier message begins: lines that look like headers in any language, an address in one of them."""
    found = (block for block in _HEADER_LINES.finditer(text) if _ADDRESS.search(block[0]))
    first = next(found, None)
    return first.start() if first else None
