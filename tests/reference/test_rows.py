"""The shipped series: the form of every row, and what must hold between rows of one issuer and period."""

import csv
from datetime import date
from importlib.resources import files
from itertools import groupby
from urllib.parse import urlsplit

import pytest

from hasila.lexicon.names import actors
from hasila.reference.rows import COLUMNS, FILE, Row, series

ROWS = tuple(series())
LATEST = date(2026, 12, 31)
by_row = pytest.mark.parametrize("row", ROWS, ids=[f"line-{row.line}" for row in ROWS])


def counts(row: Row) -> dict[str, int]:
    return {column: count for column, count, _ in row.counts}


def statements() -> list[dict[str, Row]]:
    """The rows of one issuer and span together, by place."""
    span = [(row.issuer, str(row.start), str(row.end)) for row in ROWS]
    groups = groupby(sorted(zip(span, ROWS, strict=True), key=lambda pair: pair[0]), key=lambda pair: pair[0])
    return [{row.scope: row for _, row in rows} for _, rows in groups]


def test_the_file_has_one_header_and_a_full_row_for_each_line() -> None:
    lines = files("hasila.reference").joinpath(FILE).read_text("utf-8").splitlines()
    table = list(csv.reader(lines))
    assert {len(cells) for cells in table} == {len(table[0])}
    assert set(COLUMNS) < set(table[0])
    assert all(cell == cell.strip() for cells in table for cell in cells)
    assert len(ROWS) == len(lines) - 1 > 50


def test_a_row_for_each_issuer_span_and_place() -> None:
    keys = [(row.issuer, row.scope, row.start, row.end) for row in ROWS]
    assert len(set(keys)) == len(keys)


@by_row
def test_days_stand_in_order(row: Row) -> None:
    assert row.end is None or (row.start is not None and row.start <= row.end)
    assert all(date(2014, 9, 1) <= day <= LATEST for day in (row.start, row.end, row.published) if day)
    if row.published and row.end:
        assert row.end <= row.published or (row.end.month, row.end.day) == (12, 31), "only a year may be told early"


@by_row
def test_names_are_the_canonical_ones(row: Row) -> None:
    assert row.issuer in actors()
    assert row.scope in ("IQ", "SY", "IQ+SY")


@by_row
def test_something_is_counted_and_nothing_is_negative(row: Row) -> None:
    assert row.counts
    assert all(count >= 0 for _, count, _ in row.counts)
    assert {qualifier for _, _, qualifier in row.counts} <= {"exact", "about", "over", "at_least"}


@by_row
def test_the_source_is_given(row: Row) -> None:
    address = urlsplit(row.url)
    assert address.scheme in ("https", "http")
    assert address.hostname
    assert row.title
    assert row.seen == "secondhand" or address.hostname.removeprefix("www.") in ("centcom.mil", "dvidshub.net")
    assert row.seen == "seen" or row.note, "what came through others says through whom"


@by_row
def test_modes_are_no_larger_than_the_operations(row: Row) -> None:
    held = counts(row)
    assert all(held[mode] <= held.get("operations", held[mode]) for mode in ("partnered", "us_only") if mode in held)
    assert not {"operations", "partnered", "us_only"} <= held.keys() or (
        held["partnered"] + held["us_only"] == held["operations"]
    )


@pytest.mark.parametrize("column", ["operations", "killed", "detained"])
def test_the_two_countries_come_to_the_total(column: str) -> None:
    compared = 0
    for scopes in statements():
        parts = [counts(scopes[scope]).get(column) for scope in ("IQ", "SY", "IQ+SY") if scope in scopes]
        if len(parts) == 3 and None not in parts:
            assert parts[0] + parts[1] == parts[2]  # type: ignore[operator]
            compared += 1
    assert compared >= 2


@pytest.mark.parametrize(
    ("month", "beside"),
    [(date(2023, 2, 1), 2), (date(2023, 4, 1), 1), (date(2023, 5, 1), 0), (date(2023, 7, 1), 0), (date(2023, 9, 1), 0)],
)
def test_how_far_the_modes_of_both_countries_exceed_the_total(month: date, beside: int) -> None:
    [scopes] = [s for s in statements() if {"IQ", "SY"} <= s.keys() and s["SY"].start == month]
    parts = [counts(scopes[scope]).get(mode, 0) for scope in ("IQ", "SY") for mode in ("partnered", "us_only")]
    assert sum(parts) - counts(scopes["IQ+SY"])["operations"] == beside


def test_march_2023_is_missing_and_the_running_totals_leave_it() -> None:
    held = {(row.start, row.end): counts(row) for row in ROWS if row.scope == "IQ+SY"}
    year = date(2023, 1, 1)
    rest = {}
    for column in ("operations", "killed", "detained"):
        months = [
            found[column]
            for (start, end), found in held.items()
            if start and end and start.year == 2023 and start.month == end.month < 8
            if column in found and start.day == 1
        ]
        rest[column] = held[year, date(2023, 8, 31)][column] - sum(months)
    assert rest == {"operations": 40 + 36, "killed": 9 + 7, "detained": 18 + 25}
    assert (
        held[year, date(2023, 10, 31)]["operations"] == 308 + held[date(2023, 9, 1), date(2023, 10, 31)]["operations"]
    )
