"""Pages as they are set -> the plain UTF-8 that the expressions are made for."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from hasila.bulk.prefilter.scanner import Expression
from hasila.sources.encoding import wide_encoding
from hasila.text.fold import fold

# Two bytes that both begin a character never follow each other in UTF-8.
UNSOUND = rb"[\xc0-\xff][\xc0-\xff]"
# How references and escapes of Arabic letters begin.
WRITTEN = tuple(
    re.escape(start)
    for start in (
        *(b"&#15", b"&#16", b"&#x6", b"&#x06", b"&#015", b"&#016", b"&#64", b"&#65", b"&#xf"),
        *(b"\\u06", b"\\ufb", b"\\ufe"),
    )
)
# A pattern that begins with fixed bytes scans faster.
_REFERENCED = re.compile(rb"&#(?:[0-9]{2,7}|[xX][0-9a-fA-F]{1,6});(?:&#(?:[0-9]{2,7}|[xX][0-9a-fA-F]{1,6});)*")
_ESCAPED = re.compile(rb"\\u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})*")
_PRESENTED = re.compile(rb"\xef(?:[\xad-\xb7\xba][\x80-\xbf]|\xbb[\x80-\xbc]|\xbc[\xa1-\xba]|\xbd[\x81-\x9a])")
_LEADS = b"\xd8", b"\xef"
_MARKED = b"&#1", b"&#x6", b"\\u0"
# What stands behind the start of the last one: the rest of the name that it belongs to.
_WIDTH = 200
_PROBE = 256
# "ال", the commonest pair of letters, in the single-byte encodings of Arabic; a short text may go without it.
_ARTICLE = {name: "ال".encode(name) for name in ("cp1256", "iso-8859-6")}
_SHORT = 4096


def _dropped(codes: Iterable[int]) -> Iterator[bytes]:
    """The characters that folding drops from an Arabic word."""
    return (chr(code).encode() for code in codes if fold(f"ا{chr(code)}ا") == "اا")


# Vowels and tatweel, all of which begin with one byte: a pattern that begins with a fixed byte scans faster.
_VOWEL_LEAD = "\u0640".encode()[:1]
_VOWELS = re.compile(
    _VOWEL_LEAD
    + b"["
    + b"".join(re.escape(mark[1:]) for mark in _dropped(range(0x0600, 0x0700)) if mark[:1] == _VOWEL_LEAD)
    + b"]"
)
# Letters kept apart between two tatweels: داعـ ـش.
_KEPT_APART = re.compile("\u0640[ .*_-]{1,3}\u0640".encode())
# Marks that nobody sees.
_UNSEEN = tuple(_dropped((0x061C, *range(0x2000, 0x2070), 0xFEFF)))
UNSEEN = tuple(Expression(re.escape(mark) + rb"[\xd8-\xdb]", number, True) for number, mark in enumerate(_UNSEEN))


def narrowed(body: bytes) -> bytes:
    """UTF-16 and UTF-32 as UTF-8; where no mark tells which, the place of the zeros does."""
    if b"\0" not in body[:_PROBE]:
        return body
    even = body[0:_PROBE:2].count(0) > body[1:_PROBE:2].count(0)
    encoding = wide_encoding(body) or ("utf-16-be" if even else "utf-16-le")
    return body.decode(encoding, "replace").encode("utf-8", "replace")


def is_arabic(body: bytes) -> bool:
    """Whether UTF-8 can hold Arabic letters: a look for the bytes with which nearly all of their pages begin some."""
    return any(lead in body for lead in _LEADS)


def bare(body: bytes) -> bytes:
    """UTF-8 without vowels and tatweels, presentation forms and wide forms as plain letters."""
    if b"\xef" in body and _PRESENTED.search(body):
        body = unicodedata.normalize("NFKC", body.decode("utf-8", "replace")).encode("utf-8", "replace")
    return _VOWELS.sub(b"", _KEPT_APART.sub(b"", body))


def seen(body: bytes, marks: Iterable[int]) -> bytes:
    """UTF-8 without some of the marks that nobody sees, by their numbers in :data:`UNSEEN`."""
    for number in marks:
        body = body.replace(_UNSEEN[number], b"")
    return body


def written_out(body: bytes) -> bytes:
    """The stretch of ``body`` that has references and escapes of Arabic in it, with letters in their place."""
    held = [mark for mark in _MARKED if mark in body]
    if held:
        body = body[min(map(body.find, held)) : max(map(body.rfind, held)) + _WIDTH]
    body = _REFERENCED.sub(lambda run: html.unescape(run[0].decode()).encode("utf-8", "replace"), body)
    return _ESCAPED.sub(lambda run: run[0].decode("unicode_escape").encode("utf-8", "replace"), body)


def from_single_bytes(body: bytes) -> Iterator[bytes]:
    """What ``body`` says if it is set in one of the single-byte encodings of Arabic."""
    for encoding, article in _ARTICLE.items():
        if len(body) < _SHORT or article in body:
            yield body.decode(encoding, "replace").encode()
