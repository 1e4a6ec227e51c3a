"""Bytes -> text, and a note where the bytes were not plain UTF-8.

Arabic archives hold three encodings beside UTF-8: UTF-16 (marked by its byte order mark), Windows-1256 (older news
sites) and ISO-8859-6 (older Unix systems and feeds). Windows-1256 gives every byte a character and so never fails; the
two are told apart by what they make of the bytes. In ISO-8859-6 the letters ه و ى ي stand where Windows-1256 has
ç è é ê, and Windows-1256 has غ ف ق ك where ISO-8859-6 has nothing.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

UTF8_MARK = codecs.BOM_UTF8
# UTF-32 first: its little-endian mark begins with the mark of UTF-16.
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARABIC = re.compile("[\u0621-\u0652]")
_NOT_ARABIC_NEWS = re.compile(
    "[^\\x09\\x0a\\x0d\\x20-\\x7e\\xa0\\xab\\xbb\u060c-\u06ff\u200c-\u200f\u2010-\u2026\ufffd]"
)
# Python knows these by name, and no page is written in them; some take very long for a long text.
_NO_ENCODINGS = frozenset(
    {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf_7", "u7", "utf7"}
)
# So many sound Arabic letters to a broken character, and the text was UTF-8 to begin with.
_SOUND_PER_BROKEN = 10


class Decoded(NamedTuple):
    text: str
    encoding: str
    note: str | None = None


def wide_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark of UTF-16 or UTF-32 announces."""
    return next((name for mark, name in _WIDE_MARKS if head.startswith(mark)), None)


def decode(data: bytes, likely: str | None = None) -> Decoded:
    """Text of a whole file, without its byte order mark.

    >>> decode("قُتل 5".encode("cp1256")).encoding
    'cp1256'
    """
    wide = wide_encoding(data)
    return _decode_wide(data, wide) if wide else decode_unmarked(data.removeprefix(UTF8_MARK), likely)


def decode_unmarked(data: bytes, likely: str | None = None) -> Decoded:
    """Text of bytes that carry no mark: UTF-8, else ``likely`` (what the page declares), else a guess.

    Where most of the text is sound UTF-8 and a few bytes are broken, those alone become U+FFFD.
    """
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_broken(data, likely)


def decode_as(data: bytes, encoding: str) -> Decoded:
    """Text of bytes whose encoding is known, without a mark of its own; as :func:`decode` where there is none such."""
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        return decode(data)
    return Decoded(text.removeprefix("\ufeff"), encoding, f"read as {encoding.upper()}, as was announced")


def wide_note(encoding: str) -> str:
    return f"read as {encoding.upper()}, as its byte order mark says"


def _decode_wide(data: bytes, encoding: str) -> Decoded:
    return Decoded(data.decode(encoding, "replace"), encoding, wide_note(encoding))


def _decode_broken(data: bytes, likely: str | None) -> Decoded:
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if len(_ARABIC.findall(mended)) >= broken * _SOUND_PER_BROKEN:
        return Decoded(mended, "utf-8", f"not sound UTF-8: {broken} broken characters read as U+FFFD")
    encoding = likely if likely and _fits(data, likely) else _guess(data)
    return Decoded(data.decode(encoding, "replace"), encoding, f"not UTF-8: read as {encoding}")


def _fits(data: bytes, encoding: str) -> bool:
    if encoding.lower().replace("-", "_").replace(" ", "_") in _NO_ENCODINGS:
        return False
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return False
    return True


def _guess(data: bytes) -> str:
    """Windows-1256 unless ISO-8859-6 leaves fewer characters that Arabic news doesn't use."""
    if not _fits(data, "iso-8859-6"):
        return "cp1256"
    return min(("cp1256", "iso-8859-6"), key=lambda name: len(_NOT_ARABIC_NEWS.findall(data.decode(name))))
