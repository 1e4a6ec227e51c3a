"""The kinds of files that are read, a row each: how they are named, how they begin, which reader takes them.

A new kind is a module with a reader and a row here. What a stream is, is told in this order:

1. by its first bytes, for kinds that are told by nothing else (``binary``): a PDF under any name is a PDF;
2. by its media type, where a server said one, else by its name;
3. by its first characters, as for standard input; what nothing tells is plain text.

Where several kinds share a sign (a DOCX is a ZIP, a feed and a sitemap are both .xml), the one that has the other sign
too comes first, then the one that stands higher in the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, cast

from hasila.model import Document
from hasila.sources.encoding import UTF8_MARK, wide_encoding
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

Reader = Callable[[BinaryIO, Source], Iterator[Document | Rejected]]


@dataclass(frozen=True, slots=True)
class Kind:
    """``reader`` is "module:function" below ``hasila.sources``, loaded when the first such stream is read.

    ``begins`` is a regular expression on the first bytes. ``media`` are its media types, in lower case.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    begins: bytes | None = None
    media: tuple[str, ...] = ()
    binary: bool = False

    def load(self) -> Reader:
        """The reader."""
        module, _, function = self.reader.partition(":")
        return cast(Reader, getattr(import_module(f"hasila.sources.{module}"), function))

    def begins_like(self, head: bytes) -> bool:
        """Whether a stream that starts with ``head`` could be of this kind."""
        return self.begins is not None and re.match(self.begins, head, re.DOTALL) is not None


# A WARC is taken in its compression, because that is how its records are found again.
_GZIP, _ZSTD, _DICTIONARY = rb"\x1f\x8b", rb"\x28\xb5\x2f\xfd", rb"\x5d\x2a\x4d\x18"
COMPRESSED = Kind(
    "compressed",
    (".gz", ".tgz", ".zst", ".zstd", ".tzst", ".bz2", ".tbz2", ".xz", ".txz"),
    "archives.compressed:read_compressed",
    begins=rb"|".join((_GZIP, _ZSTD, rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", rb"\xfd7zXZ\0")),
    media=("application/gzip", "application/x-gzip", "application/zstd", "application/x-bzip2", "application/x-xz"),
    binary=True,
)
TEXT = Kind("text", (".txt",), "plain:read_text", media=("text/plain",))
# endings of feeds that say nothing else of what a file is
_ANYTHING = (".json", ".xml")
_PROLOGUE = rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*+"
KINDS = (
    Kind(
        "feed",
        (".rss", ".atom", ".xml"),
        "feed:read_feed",
        begins=_PROLOGUE + rb"<(?:rss|feed|rdf:RDF)\b",
        media=("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    ),
    Kind("sitemap", (".xml",), "sitemap:read_sitemap", begins=_PROLOGUE + rb"<(?:urlset|sitemapindex)\b"),
    Kind(
        "json feed",
        (".json",),
        "feed:read_feed",
        begins=rb"\s*\{\s*\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org",
        media=("application/feed+json",),
    ),
    Kind(
        "jsonl",
        (".jsonl", ".ndjson"),
        "jsonl:read_jsonl",
        begins=rb"\s*\{",
        media=("application/x-ndjson", "application/jsonl", "application/json-lines"),
    ),
    Kind(
        "html",
        (".html", ".htm"),
        "page:read_html",
        begins=rb"\s*(?i:<!doctype html|<html)",
        media=("text/html", "application/xhtml+xml"),
    ),
    # some programs put a few bytes before the mark
    Kind(
        "pdf", (".pdf",), "pdf.reader:read_pdf", begins=rb"[^%{<]{0,64}%PDF-", media=("application/pdf",), binary=True
    ),
    Kind(
        "mbox",
        (".mbox", ".mbx"),
        "mail.mailbox:read_mailbox",
        begins=rb"From \S[^\n]*\d\d:\d\d[^\n]*\d{4}[^\n]*\n>?[A-Za-z-]+:",
        media=("application/mbox",),
        binary=True,
    ),
    Kind("message", (".eml",), "mail.mailbox:read_message", media=("message/rfc822",), binary=True),
    Kind(
        "parquet",
        (".parquet", ".pq"),
        "parquet:read_parquet",
        begins=rb"PAR1",
        media=("application/vnd.apache.parquet",),
        binary=True,
    ),
    Kind("csv", (".csv", ".tsv"), "rows:read_csv", media=("text/csv", "text/tab-separated-values")),
    TEXT,
    COMPRESSED,
    Kind(
        "zip",
        (".zip",),
        "archives.zipped:read_zip",
        begins=rb"PK\x03\x04|PK\x05\x06",
        media=("application/zip", "application/x-zip-compressed"),
        binary=True,
    ),
    Kind(
        "tar",
        (".tar",),
        "archives.tape:read_tar",
        begins=rb".{257}ustar",
        media=("application/x-tar",),
        binary=True,
    ),
    Kind(
        "warc",
        tuple(f"{name}{packed}" for name in (".warc", ".wet") for packed in ("", ".gz", ".zst")),
        "warc.documents:read_warc",
        begins=rb"|".join((rb"WARC/1\.\d", _GZIP, _ZSTD, _DICTIONARY)),
        media=("application/warc",),
        binary=True,
    ),
    Kind(
        "wacz",
        (".wacz",),
        "warc.package:read_wacz",
        begins=rb"PK\x03\x04|PK\x05\x06",
        media=("application/wacz",),
        binary=True,
    ),
    Kind(
        "docx",
        (".docx", ".docm"),
        "docx:read_docx",
        begins=rb"PK\x03\x04|\xd0\xcf\x11\xe0",
        media=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        binary=True,
    ),
    Kind(
        "other office",
        (".doc", ".odt", ".rtf"),
        "docx:read_other_office",
        begins=rb"PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf",
        binary=True,
    ),
)


def kind_named(name: str) -> Kind | None:
    """
    >>> kind_named("A.HTM").name, kind_named("notes.md")
    ('html', None)
    """
    found = _named(name)
    return found[0] if found else None


def kind_in_folder(name: str) -> Kind | None:
    """The kind of a file that nobody named: what only tells that it is compressed has to tell of what, too, and what
    all sorts of programs call their files has to be named by somebody.

    >>> kind_in_folder("a.jsonl.gz").name, kind_in_folder("backup.sql.gz"), kind_in_folder("settings.json")
    ('compressed', None, None)
    """
    kind = kind_named(name)
    inner = uncompressed(name) if kind is COMPRESSED else name
    return kind if kind_named(inner) and not inner.lower().endswith(_ANYTHING) else None


def uncompressed(name: str) -> str:
    """The name without the ending that tells that the file is compressed.

    >>> uncompressed("a/reports.jsonl.gz"), uncompressed("reports.tgz"), uncompressed("a.txt")
    ('a/reports.jsonl', 'reports.tar', 'a.txt')
    """
    stem, _, ending = name.rpartition(".")
    if not stem or f".{ending.lower()}" not in COMPRESSED.suffixes:
        return name
    return f"{stem}.tar" if ending.lower().startswith("t") else stem


def kind_of_media(media: str | None) -> Kind | None:
    """
    >>> kind_of_media("Text/HTML; charset=utf-8").name, kind_of_media("image/png"), kind_of_media(None)
    ('html', None, None)
    """
    found = _of_media(media)
    return found[0] if found else None


def kind_of(name: str, head: bytes, media: str | None = None) -> Kind:
    """What a stream of this name or media type is that begins with ``head``."""
    named = _of_media(media) or _named(name)
    begun = [kind for kind in KINDS if kind.binary and kind.begins_like(head)]
    if begun:
        return _first_of(begun, named)
    start = _characters(head)
    sniffed = [kind for kind in KINDS if not kind.binary and kind.begins_like(start)]
    # a binary kind that does not begin as it should is read by its name all the same: its reader says what is wrong
    return _first_of(named, sniffed) if named else (*sniffed, TEXT)[0]


def suffixes() -> tuple[str, ...]:
    """Every ending that is read, in the order of the table."""
    return tuple(suffix for kind in KINDS for suffix in kind.suffixes)


def stem_of(name: str) -> str:
    """The file's name without the ending that says its kind.

    >>> stem_of("in/report.v2.txt"), stem_of("notes.md")
    ('report.v2', 'notes')
    """
    path = PurePath(name)
    kind = kind_named(name)
    ending = max((s for s in kind.suffixes if name.lower().endswith(s)), key=len) if kind else path.suffix
    return path.name[: len(path.name) - len(ending)] if ending else path.name


def _of_media(media: str | None) -> list[Kind]:
    plain = (media or "").partition(";")[0].strip().lower()
    return [kind for kind in KINDS if plain in kind.media]


def _named(name: str) -> list[Kind]:
    """The kinds of the longest ending that ``name`` has."""
    lower = PurePath(name).name.lower()
    fits = [s for s in suffixes() if len(lower) > len(s) and lower.endswith(s)]
    longest = max(fits, key=len, default=None)
    return [kind for kind in KINDS if longest in kind.suffixes]


def _first_of(kinds: Sequence[Kind], better: Sequence[Kind]) -> Kind:
    return next((kind for kind in kinds if kind in better), kinds[0])


def _characters(head: bytes) -> bytes:
    """The beginning of a text, in UTF-8, without its mark."""
    wide = wide_encoding(head)
    return head.decode(wide, "ignore").encode() if wide else head.removeprefix(UTF8_MARK)
