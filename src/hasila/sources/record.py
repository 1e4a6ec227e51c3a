"""A JSON object or a CSV row -> Document, with what had to be set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from hasila.errors import SourceError
from hasila.model import Document, Lang
from hasila.sources.provenance import Provenance
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

KNOWN = ("id", "text", "title", "published", "lang", "url", "outlet")
_DAY = re.compile(r"\s*(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s].*)?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record stands: in which source, on which line, and the bytes that it is where they are at hand."""

    source: Source
    line: int
    offset: int | None = None
    data: bytes | None = None

    @property
    def file(self) -> str:
        return self.source.where

    @property
    def default_id(self) -> str:
        """The id that the record has if it gives none."""
        return f"{self.source.stem}-{self.line}"

    def provenance(self, published_from: str | None) -> Provenance:
        here = replace(self.source.provenance, record=str(self.line), offset=self.offset)
        return replace(here, published_from=published_from) if self.data is None else here.of(self.data, published_from)


def column_name(heading: str) -> str:
    """
    >>> column_name(" Text "), column_name(" Desk ")
    ('text', 'Desk')
    """
    folded = heading.strip().lower()
    return folded if folded in KNOWN else heading.strip()


def parse_day(value: str) -> date | None:
    """A calendar day, in ASCII or Arabic digits, alone or before a time of day.

    The calendar's last year, which programs write for "never", is none.

    >>> parse_day("٢٠٢٣-٠٦-٠٢"), parse_day("2023-06-02T10:15:00Z"), parse_day("2023-06-31"), parse_day("9999-12-31")
    (datetime.date(2023, 6, 2), datetime.date(2023, 6, 2), None, None)
    """
    match = _DAY.match(value)
    if not match:
        return None
    try:
        day = date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None
    return day if day.year < date.max.year else None


def parse_lang(value: str) -> Lang | None:
    """
    >>> parse_lang("ar-IQ"), parse_lang("EN"), parse_lang("ckb")
    ('ar', 'en', None)
    """
    primary = re.split("[-_]", value.strip().lower())[0]
    return cast(Lang, primary) if primary in ("ar", "en", "mixed") else None


def document_from(
    record: Mapping[str, Any], origin: Origin, notes: tuple[str, ...] = ()
) -> Iterator[Document | Rejected]:
    """The document, after a :class:`Rejected` for each value that could not be used."""
    text = _text(record, origin)
    faults: list[Rejected] = []
    published = _published(record, origin, faults)
    lang = _lang(record, origin, faults)
    words = {key: _words(key, record, origin, faults) for key in ("id", "title", "url", "outlet")}
    yield from faults
    defaults = origin.source.defaults
    day_from = "record" if published else "given" if defaults.published else None
    extra = {key: value for key, value in record.items() if key not in KNOWN}
    yield Document(
        id=words["id"] or origin.default_id,
        text=text,
        title=words["title"],
        published=published or defaults.published,
        lang=lang or defaults.lang,
        url=words["url"],
        outlet=words["outlet"],
        source=f"{origin.file}:{origin.line}",
        extra=origin.provenance(day_from).beside(extra),
        notes=notes + tuple(f"{fault.reason}; left out" for fault in faults),
    )


def _text(record: Mapping[str, Any], origin: Origin) -> str:
    value = record.get("text")
    if isinstance(value, str) and value.strip():
        return value
    if "text" not in record:
        reason = "there is no 'text'"
    elif isinstance(value, str) or value is None:
        reason = "'text' is empty"
    else:
        reason = f"'text' is {kind_of_value(value)}, not a string"
    raise SourceError(origin.file, origin.line, reason, "Give the report's words as a string under 'text'")


def _published(record: Mapping[str, Any], origin: Origin, faults: list[Rejected]) -> date | None:
    value = record.get("published")
    if value is None or value == "":
        return None
    day = parse_day(value) if isinstance(value, str) else None
    if day is None:
        remedy = "Write it as YYYY-MM-DD; the report was read without a date of its own"
        faults.append(_fault(origin, f"'published' is no date ({_shown(value)})", remedy))
    return day


def _lang(record: Mapping[str, Any], origin: Origin, faults: list[Rejected]) -> Lang | None:
    value = record.get("lang")
    if value is None or value == "":
        return None
    lang = parse_lang(value) if isinstance(value, str) else None
    if lang is None:
        remedy = "Write ar, en or mixed, or leave it out; the language was taken from the words"
        faults.append(_fault(origin, f"'lang' is no language that is read here ({_shown(value)})", remedy))
    return lang


def _words(key: str, record: Mapping[str, Any], origin: Origin, faults: list[Rejected]) -> str | None:
    value = record.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    faults.append(_fault(origin, f"'{key}' is {kind_of_value(value)}, not a string", "The report was read without it"))
    return None


def _fault(origin: Origin, reason: str, remedy: str) -> Rejected:
    return Rejected(origin.file, origin.line, reason, remedy, document_kept=True)


def kind_of_value(value: object) -> str:
    """What JSON calls it.

    >>> kind_of_value(True), kind_of_value("38"), kind_of_value(None)
    ('true or false', 'a string', 'nothing')
    """
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list"}
    return "an object" if isinstance(value, dict) else names.get(type(value), "nothing")


def _shown(value: object, longest: int = 40) -> str:
    shown = repr(value) if isinstance(value, str) else kind_of_value(value)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
