"""The bytes of a page -> its tree, within bounds: whatever the page holds, this takes time and memory in its length.

libxml2 stops at 256 tags inside one another, and expands no entities of the page's own. What it doesn't bound is the
number of attributes of a tag, which costs it the square: tags longer than any real one lose their attributes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from hasila.errors import SourceError
from hasila.sources.encoding import Decoded, decode, decode_as, wide_encoding
from hasila.sources.limits import HEAD_BYTES, PAGE_BYTES, PAGE_TAGS, TAG_BYTES, megabytes
from hasila.sources.plain import refuse_binary

Element = Any
_CHARSET = re.compile(rb"<meta[^>]{1,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
# Pictures inside the page: "data:image/png;base64,iVBORw0…".
_EMBEDDED = re.compile(rb"data:[\w/+.-]{1,64};base64,[A-Za-z0-9+/=%]*+")
# A comment, a script with its words, or a tag with its attributes, as HTML has them; each ends with the page at last.
_MARKS = re.compile(
    rb"""<!--.*?(?:-->|\Z)
    | <(?:script|style)\b[^>]*+>(?:[^<]++|<(?!/(?:script|style)))*+
    | <([A-Za-z][^\s/>]*+)(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?+)*+>?""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ARABIC = re.compile("[\u0621-\u0652]")
_BEYOND_ASCII = re.compile("[^\\x00-\\x7f]")
# A few NUL bytes are a slip of a page's maker; so many, and one in so few bytes, are no page.
_NULS, _NULS_IN = 8, 500
# What servers announce for pages in any language, for want of knowing better.
_WESTERN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"})


@dataclass(frozen=True, slots=True)
class Markup:
    """The root of a page, and doubts about how it was had. ``deep``: what is nested deeper than others was not read."""

    root: Element
    note: str | None
    deep: bool


def markup(data: bytes, file: str, charset: str | None) -> Markup:
    """The tree of a page. ``charset`` is what the server said. Raises SourceError where there is none to be had."""
    _refuse_other(data, file, charset)
    decoded = decoded_page(data, charset)
    written = decoded.text.replace("\0", "").encode("utf-8", "replace")
    if len(written) > TAG_BYTES:
        written = _bounded(written, file)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(written, parser)
    except etree.LxmlError as error:
        raise SourceError(file, None, f"the page can't be taken apart ({error})", "Save it as text") from error
    if root is None:
        raise SourceError(file, None, "no article was found on the page", "Save the words of the report as a .txt file")
    deep = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return Markup(root, decoded.note, deep)


def decoded_page(data: bytes, charset: str | None) -> Decoded:
    """The words of a page: by its mark, as UTF-8, as the server says, as the page says, or by a guess.

    A server that says Latin-1 of a page in Arabic isn't believed.
    """
    said = _said(data, charset)
    wide = _wide(data, charset)
    if wide:
        return decode_as(data, wide)
    guessed = decode(data)
    if guessed.encoding.startswith("utf"):
        return guessed
    likely = [name for name in said if not (name in _WESTERN and _reads_arabic(guessed.text))]
    return next((found for found in (decode(data, name) for name in likely) if found.encoding in likely), guessed)


def _refuse_other(data: bytes, file: str, charset: str | None) -> None:
    """Raise for what is no page, whatever it was announced as."""
    nuls = data.count(b"\0")
    if data.startswith(b"%PDF-") or (nuls > _NULS and nuls * _NULS_IN > len(data) and not _wide(data, charset)):
        refuse_binary(data, file)
    if data.count(b"<") > PAGE_TAGS:
        reason = f"the page has more than {PAGE_TAGS:,} tags"
        raise SourceError(file, None, reason, "Save the words of the report as a .txt file")


def _said(data: bytes, charset: str | None) -> list[str]:
    declared = _CHARSET.search(data[:HEAD_BYTES])
    return [name.lower() for name in (charset, declared[1].decode("ascii") if declared else None) if name]


def _wide(data: bytes, charset: str | None) -> str | None:
    """UTF-16 by its mark, or said of bytes that can be nothing else."""
    head = data[:HEAD_BYTES]
    said = (name for name in _said(data, charset) if name.startswith("utf-16"))
    return wide_encoding(head) or (next(said, None) if b"\0" in head else None)


def _reads_arabic(text: str) -> bool:
    """Whether most of what isn't ASCII is Arabic, and there is more of it than a few stray letters."""
    arabic, beyond = len(_ARABIC.findall(text)), len(_BEYOND_ASCII.findall(text))
    return arabic * 2 > beyond and arabic * 20 > len(text)


def _bounded(written: bytes, file: str) -> bytes:
    """The page without its pictures, and without attributes where a tag has more of them than any real one."""
    written = _EMBEDDED.sub(b"", written)
    if len(written) > PAGE_BYTES:
        reason = f"the page is larger than {megabytes(PAGE_BYTES)} without its pictures"
        raise SourceError(file, None, reason, "Save the words of the report as a .txt file")
    return _MARKS.sub(_shortened, written)


def _shortened(found: re.Match[bytes]) -> bytes:
    whole, name = found[0], found[1]
    return b"<" + name[:64] + b">" if name is not None and len(whole) > TAG_BYTES else whole
