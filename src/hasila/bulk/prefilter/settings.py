"""Pages that are set in other ways than plain UTF-8, as plain UTF-8: what the expressions can look through."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from hasila.bulk.prefilter.scanner import Expression
from hasila.sources.encoding import wide_encoding

SINGLE_BYTES, REFERENCES, ESCAPES, PRESENTED, INVISIBLE = range(10, 15)
_UNSEEN_MARKS = [chr(code) for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)]
_ARABIC_LEADS = b"\xd8\xd9\xda\xdb"


def _hints() -> Iterator[Expression]:
    """What shows that a page, or some words of it, are set so. Fixed bytes only: they scan fastest."""
    for start in (b"&#15", b"&#16", b"&#x6", b"&#x06", b"&#015", b"&#016", b"&#64", b"&#65", b"&#xf"):
        yield Expression(re.escape(start), REFERENCES)
    for start in (b"u06", b"ufb", b"ufe"):
        yield Expression(rb"\\" + start, ESCAPES)
    for lead in (*(bytes((0xEF, byte)) for byte in (*range(0xAD, 0xB8), 0xBA)), b"\xef\xbb[\x80-\xbc]"):
        yield Expression(lead if len(lead) > 2 else re.escape(lead), PRESENTED, True)
    # marks that nobody sees, before an Arabic letter
    for mark in _UNSEEN_MARKS:
        yield Expression(re.escape(mark.encode()) + b"[" + _ARABIC_LEADS + b"]", INVISIBLE, True)


HINTS = tuple(_hints())
# Two bytes that both begin a character never follow each other in UTF-8.
UNSOUND = Expression(rb"[\xc0-\xff][\xc0-\xff]", SINGLE_BYTES, True)
_REFERENCED = re.compile(rb"(?:&#(?:[0-9]{2,7}|[xX][0-9a-fA-F]{1,6});)+")
_ESCAPED = re.compile(rb"(?:\\u[0-9a-fA-F]{4})+")
_UNSEEN = re.compile(rb"\xe2(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa6-\xa9])|\xef\xbb\xbf|\xd8\x9c")
_PROBE = 256
# "ال", the commonest pair of letters, in the single-byte encodings of Arabic; a short text may go without it.
_ARTICLE = {name: "ال".encode(name) for name in ("cp1256", "iso-8859-6")}
_SHORT = 4096


def narrowed(body: bytes) -> bytes:
    """UTF-16 and UTF-32 as UTF-8; where no mark tells which, the place of the zeros does."""
    if b"\0" not in body[:_PROBE]:
        return body
    even = body[0:_PROBE:2].count(0) > body[1:_PROBE:2].count(0)
    encoding = wide_encoding(body) or ("utf-16-be" if even else "utf-16-le")
    return body.decode(encoding, "replace").encode("utf-8", "replace")


def as_utf8(body: bytes, found: set[int]) -> Iterator[bytes]:
    """What ``body`` may be in plain letters, by the hints that were found in it."""
    if SINGLE_BYTES in found:
        for encoding, article in _ARTICLE.items():
            if len(body) < _SHORT or article in body:
                yield body.decode(encoding, "replace").encode()
    if not found.isdisjoint((REFERENCES, ESCAPES, PRESENTED, INVISIBLE)):
        yield _spelled_out(body, found)


def _spelled_out(body: bytes, found: set[int]) -> bytes:
    """``body`` with its references, escapes and presentation forms as plain letters, without what nobody sees."""
    if REFERENCES in found:
        body = _REFERENCED.sub(lambda run: html.unescape(run[0].decode()).encode("utf-8", "replace"), body)
    if ESCAPES in found:
        body = _ESCAPED.sub(lambda run: run[0].decode("unicode_escape").encode("utf-8", "replace"), body)
    if PRESENTED in found or not found.isdisjoint((REFERENCES, ESCAPES)):
        body = unicodedata.normalize("NFKC", body.decode("utf-8", "replace")).encode("utf-8", "replace")
    return _UNSEEN.sub(b"", body)
