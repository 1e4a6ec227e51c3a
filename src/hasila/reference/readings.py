"""Rows of the series -> readings, each with a line of plain English that states what the row does."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from hasila.model import Document, Figure, Measure, Mode, Period, Place, Qualifier, Reading, Span
from hasila.reference.rows import Column, Row, series

_NOUNS: dict[Column, tuple[str, str]] = {
    "killed": ("ISIS member killed", "ISIS members killed"),
    "detained": ("ISIS member detained", "ISIS members detained"),
    "casualties": ("ISIS member killed or captured", "ISIS members killed or captured"),
    "strikes": ("strike on ISIS", "strikes on ISIS"),
    "operations": ("operation against ISIS", "operations against ISIS"),
    "partnered": ("partnered operation against ISIS", "partnered operations against ISIS"),
    "us_only": ("operation by US forces alone", "operations by US forces alone"),
}
"""One and more of each; the text names them in this order, so that a mode is never taken for that of the people."""
_MEASURES: dict[Column, Measure] = {
    "operations": "operations",
    "partnered": "operations",
    "us_only": "operations",
    "strikes": "strikes",
    "killed": "killed",
    "detained": "detained",
    "casualties": "casualties",
}
_MODES: dict[Column, Mode] = {"partnered": "partnered", "us_only": "unilateral"}
_PEOPLE: tuple[Column, ...] = ("killed", "detained", "casualties")
_QUALIFIERS: dict[Qualifier, str] = {"about": "about ", "over": "more than ", "at_least": "at least "}
_PLACES = {
    "IQ": ("Iraq", 99237),
    "SY": ("Syria", 163843),
    "IQ+SY": ("Iraq and Syria", None),
}
_SHORT = {
    "US Central Command": "centcom",
    "Syrian Democratic Forces": "sdf",
    "Iraqi Counter Terrorism Service": "cts",
    "Iraqi Joint Operations Command": "joc",
}
_SLOTS = ("actor", "target", "place", "period", "attribution")


def reference_readings() -> Iterator[Reading]:
    """The series as if it had been read: a document for each row, with its figures, in the order of the file.

    The figures are built from the row and not read, so they are certain: confidence 1 and one step in the trail. What
    was seen at the issuer's stands as "official" in the document's ``extra``, the rest as "reference".
    """
    return map(reading_of, series())


def reading_of(row: Row) -> Reading:
    """The reading of one row, which gives back its figures out of a text that names them.

    >>> [may] = [row for row in series() if (str(row.end), row.scope) == ("2023-05-31", "SY")]
    >>> reading_of(may).document.id
    'reference-centcom-2023-05-SY'
    >>> [figure.evidence.text for figure in reading_of(may).figures][:2]
    ['2 ISIS members killed', '20 ISIS members detained']
    """
    text = f"{row.issuer} reports for {_PLACES[row.scope][0]}{_space(_window(row))}: "
    figures = []
    for column, count, qualifier in sorted(row.counts, key=lambda held: list(_NOUNS).index(held[0])):
        words = _QUALIFIERS.get(qualifier, "") + f"{count} {_NOUNS[column][count != 1]}"
        evidence = Span("text", len(text), len(text) + len(words), words)
        figures.append(_figure(row, column, count, qualifier, evidence))
        text += f"{words}, "
    document = _document(row, text.removesuffix(", ") + ".")
    return Reading(document=document, lang="en", relevant=True, figures=tuple(figures))


def _figure(row: Row, column: Column, count: int, qualifier: Qualifier, evidence: Span) -> Figure:
    mode = _MODES.get(column)
    period = Period(row.start, row.end, _window(row), "stated") if row.start or row.end else None
    return Figure(
        measure=_MEASURES[column],
        low=count,
        high=count if qualifier in ("exact", "about") else None,
        qualifier=qualifier,
        modality="asserted",
        kind=row.kind,
        subset=False,
        victim="militant" if column in _PEOPLE else None,
        actor="US forces" if column == "us_only" else row.issuer,
        partners=(),
        mode=mode,
        target="ISIS",
        place=_place(row.scope),
        period=period,
        attribution=row.issuer,
        evidence=evidence,
        confidence=1.0,
        trail=("reference series",),
        basis={slot: "stated" for slot in (*_SLOTS, *(("mode",) if mode else ())) if slot != "period" or period},
    )


def _document(row: Row, text: str) -> Document:
    seen = row.seen == "seen"
    return Document(
        id=f"reference-{_SHORT[row.issuer]}-{_span(row)}-{row.scope}",
        text=text,
        published=row.published,
        lang="en",
        url=row.url,
        outlet=row.issuer if seen else (urlsplit(row.url).hostname or "").removeprefix("www."),
        source=f"reference/series.csv:{row.line}",
        extra={"standing": "official" if seen else "reference", "source_title": row.title, "note": row.note},
    )


def _place(scope: str) -> Place:
    name, geonames = _PLACES[scope]
    return Place(scope=scope, name=name, as_written=name, geonames=geonames)


def _window(row: Row) -> str | None:
    """The words for the days of a row, None where neither is known."""
    if row.start is None:
        return None
    return f"since {_words(row.start)}" if row.end is None else f"from {_words(row.start)} to {_words(row.end)}"


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _space(words: str | None) -> str:
    return f" {words}" if words else ""


def _span(row: Row) -> str:
    """The days as part of an id: a whole month or year by its name, other spans by their two ends."""
    start, end = row.start, row.end
    if start is None:
        return f"until-{row.published}"
    if end is None:
        return f"{start}.."
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return str(start.year)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        first, last = f"{start:%Y-%m}", f"{end:%Y-%m}"
        return first if first == last else f"{first}..{last}"
    return f"{start}..{end}"
