"""Tallies made by hand, for briefs to be written from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hasila.model import Lang, Measure, Mode, Qualifier, Span
from hasila.tally.calendar import read_period
from hasila.tally.claim import Cell, Claim, Source, Standing
from hasila.tally.result import Conflict, Row, State, Statement, Tally

SERIES = "coalition"
Key = tuple[Measure, str, Mode | None]


def cell(period: str, measure: Measure, scope: str, mode: Mode | None = None) -> Cell:
    return Cell(SERIES, measure, scope, None, mode, *read_period(period))


def source(
    id: str,
    outlet: str | None = None,
    published: date | None = date(2023, 6, 6),
    standing: Standing = "outlet",
    lang: Lang = "en",
    title: str | None = None,
    url: str | None = None,
) -> Source:
    return Source(f"key-{id}", id, lang, published, title, outlet, url, standing)


@dataclass
class Report:
    """What one document says of one period; ``values`` by cell, a number or (low, high)."""

    source: Source
    period: str
    values: Mapping[Key, int | tuple[int | None, int | None]]
    witness: str = ""
    attribution: str | None = "US Central Command"
    qualifier: Qualifier = "exact"

    def claims(self) -> list[Claim]:
        return [self._claim(at, key) for at, key in enumerate(self.values)]

    def _claim(self, at: int, key: Key) -> Claim:
        value = self.values[key]
        low, high = value if isinstance(value, tuple) else (value, value)
        key_of, witness = self.source.key, self.witness or self.source.id
        return Claim(
            f"{self.source.id}#{at}", key_of, witness, cell(self.period, *key), "period", low, high, self.qualifier,
            "asserted", False, self.attribution, "stated", 0.9, (at,), Span("text", 0, 1, "x"),
        )  # fmt: skip


def row(of: Cell, value: int | tuple[int | None, int | None], state: State = "agreed", **more: object) -> Row:
    low, high = value if isinstance(value, tuple) else (value, value)
    best = low if low is not None else high
    return Row(of, low, best, high, state, bool(more.pop("inferred", False)), 1, 1, _statement(of), **more)  # type: ignore[arg-type]


def _statement(of: Cell) -> str:
    return f"{of.series}:{of.start}..{of.end}"


def statements(reports: Iterable[Report], reading: str | None = None) -> tuple[Statement, ...]:
    found: dict[str, list[Report]] = {}
    for report in reports:
        found.setdefault(report.period, []).append(report)
    made = []
    for period, held in found.items():
        start, end = read_period(period)
        claims = tuple(claim for report in held for claim in report.claims())
        sources = tuple(dict.fromkeys(report.source for report in held))
        made.append(Statement(f"{SERIES}:{start}..{end}", SERIES, start, end, None, sources, claims, reading))
    return tuple(made)


def tally(
    reports: Sequence[Report],
    rows: Iterable[Row] = (),
    conflicts: Iterable[Conflict] = (),
    reading: str | None = None,
) -> Tally:
    """The rows given, and one for every cell of the reports that has none yet, agreed on its first value."""
    held = {one.cell: one for one in rows}
    for report in reports:
        for claim in report.claims():
            held.setdefault(claim.cell, row(claim.cell, (claim.low, claim.high)))
    sources = {report.source.key: report.source for report in reports}
    return Tally("official-first", tuple(held.values()), tuple(conflicts), statements(reports, reading), sources)
