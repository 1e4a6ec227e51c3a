"""The units of a ledger, made anew where what they were made from is no longer the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from hasila.tally.claim import Cell
from hasila.tally.dating.infer import Known
from hasila.tally.dating.placing import placings
from hasila.tally.index.blocks import Block
from hasila.tally.index.stock import Stock
from hasila.tally.keeping.daily import Daily
from hasila.tally.keeping.derived import derived_rows
from hasila.tally.keeping.prints import Moves, held_of, print_of
from hasila.tally.keeping.units import Derived, Placed, Unit, Windows
from hasila.tally.keeping.windowed import Windowed
from hasila.tally.policy import Policy
from hasila.tally.record.rulings import Rulings
from hasila.tally.rows import models_of


def renewed(stock: Stock, kept: Mapping[str, Unit], under: Policy, rulings: Rulings) -> dict[str, Unit]:
    """The units of a ledger by their names; those of ``kept`` that nothing has changed for are the same objects."""
    daily, windowed = Daily(stock, kept.values()), Windowed(stock, kept.values(), under)
    found: dict[str, Unit] = {}
    placed: list[Placed] = []
    for series in sorted({block.series for block in stock.prints}):
        name = f"placed/{series}"
        one = _placed(stock, series, daily, windowed, kept.get(name), rulings)
        if one is not None:
            placed.append(one)
            found[name] = one
    moves = Moves(stock.prints, placed)
    windows = windowed.units(moves)
    found.update((_name(unit.blocks), unit) for unit in daily.units(moves, under))
    found.update((_name(unit.blocks), unit) for unit in windows)
    for series, held in _by_series(windows).items():
        name = f"derived/{series}"
        found[name] = _derived(held, series, kept.get(name))
    return found


def _name(blocks: Sequence[Block]) -> str:
    first = blocks[0]
    return f"{first.kind}/{first.series}/{first.start or ''}/{first.end or ''}"


def _placed(
    stock: Stock, series: str, daily: Daily, windowed: Windowed, kept: Unit | None, rulings: Rulings
) -> Placed | None:
    """Where the claims of a series are put that have no days."""
    opens = [block for blocks in daily.open_units(series) for block in blocks]
    if not opens:
        return None
    windows = [block for block in stock.prints if block.kind == "window" and block.series == series]
    made_from = held_of(stock.prints, [*opens, *windows])
    if isinstance(kept, Placed) and kept.made_from == made_from:
        return kept
    statements, origin = daily.open_statements(series)
    documents = stock.documents({source.key: source for one in statements for source in one.sources})
    made = placings(statements, documents, Known(windowed.known(series)), rulings)
    return Placed(
        made_from,
        {
            claim.id: (origin[claim.id], Block(series, "window", *one.chosen.period))
            for one in made
            for claim in one.claims
        },
    )


def _by_series(windows: Iterable[Windows]) -> Mapping[str, list[Windows]]:
    found: dict[str, list[Windows]] = defaultdict(list)
    for unit in windows:
        for series in {cell.series for cell in unit.said}:
            found[series].append(unit)
    return found


def _derived(units: Sequence[Windows], series: str, kept: Unit | None) -> Derived:
    """The rows of a series that follow from several units."""
    made_from = print_of(unit.made_from for unit in units)
    if isinstance(kept, Derived) and kept.made_from == made_from:
        return kept
    cells: list[Cell] = [cell for unit in units for cell in unit.said if cell.series == series]
    return Derived(made_from, tuple(derived_rows(units, series, sorted(models_of(cells), key=repr))))
