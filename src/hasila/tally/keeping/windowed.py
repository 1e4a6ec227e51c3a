"""Windows, of which only those are reconciled again that something changed for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.dating.infer import KnownWindow, known_windows
from hasila.tally.dating.placing import placed_at
from hasila.tally.index.blocks import Block
from hasila.tally.index.stock import Stock, Taken
from hasila.tally.keeping.groups import overlapping
from hasila.tally.keeping.prints import Moves, held_of, print_of
from hasila.tally.keeping.units import Unit, Windows
from hasila.tally.keeping.windows import Elsewhere, Reconciled, reconciled, statements_of_windows
from hasila.tally.policy import Policy
from hasila.tally.result import Statement
from hasila.tally.rows import models_of

_Group = tuple[Block, ...]


class Windowed:
    """The windows of a ledger in groups that overlap: some are as they were, the others are looked at again."""

    def __init__(self, stock: Stock, kept: Iterable[Unit], under: Policy) -> None:
        self._stock, self._under = stock, under
        self._sources: dict[str, Source] = {}
        self._groups = list(overlapping(block for block in stock.prints if block.kind == "window"))
        known = {unit.blocks: unit for unit in kept if isinstance(unit, Windows)}
        self._same = {
            group: known[group]
            for group in self._groups
            if group in known and known[group].held == held_of(stock.prints, group)
        }
        self._stated: dict[_Group, tuple[Statement, ...]] = {}
        self._known: dict[_Group, tuple[KnownWindow, ...]] = {}
        self._reconciled: dict[_Group, Reconciled] = {}
        self._elsewhere = Elsewhere()
        self._state([group for group in self._groups if group not in self._same])

    def known(self, series: str) -> Iterator[KnownWindow]:
        """What is known of the windows of a series."""
        groups = [group for group in self._groups if group[0].series == series]
        self._know([group for group in groups if group not in self._same or self._same[group].known is None])
        for group in groups:
            yield from self._known[group] if group in self._known else self._same[group].known or ()

    def units(self, moves: Moves) -> list[Windows]:
        """What all windows come to, with the claims that were placed in them."""
        prints = self._stock.prints
        own = {group: f"{held_of(prints, group)}/{moves.of(group)}" for group in self._groups}
        self._reconcile([group for group in self._groups if not self._is_same(group, own[group])], moves)
        models = self._models()
        for group in self._groups:
            own[group] += f"/{print_of(map(repr, models.get(group[0].series, {}).values()))}"
        self._reconcile([group for group, unit in self._same.items() if unit.made_from != own[group]], moves)
        for group in self._groups:
            self._elsewhere.take_in(self._said(group))
        self._reconcile([group for group, unit in self._same.items() if self._is_otherwise(unit)], moves)
        return [self._unit(group, own[group], models.get(group[0].series, {})) for group in self._groups]

    def _is_same(self, group: _Group, made_from: str) -> bool:
        return group in self._same and self._same[group].made_from.rpartition("/")[0] == made_from

    def _is_otherwise(self, unit: Windows) -> bool:
        """Whether a number is now found elsewhere that wasn't, or the other way about."""
        own = frozenset(unit.blocks)
        return any(self._elsewhere.print(*asked, own) != seen for asked, seen in unit.looked.items())

    def _state(self, groups: Sequence[_Group]) -> None:
        """Take the statements of some groups."""
        taken = self._taken(groups)
        for group in groups:
            self._stated[group] = statements_of_windows({block: taken.claims[block] for block in group})

    def _know(self, groups: Sequence[_Group]) -> None:
        """Look up what is known of some groups."""
        taken = self._taken(groups)
        for group in groups:
            claims = {block: taken.claims[block] for block in group}
            self._known[group] = tuple(known_windows(statements_of_windows(claims, taken.sources)))

    def _taken(self, groups: Sequence[_Group]) -> Taken:
        taken = self._stock.take([block for group in groups for block in group])
        self._sources.update(taken.sources)
        return taken

    def _reconcile(self, wanted: Iterable[_Group], moves: Moves) -> None:
        groups = [group for group in wanted if group not in self._reconciled]
        self._state([group for group in groups if group not in self._stated])
        more = self._placed(groups, moves)
        for group in groups:
            statements = self._stated[group]
            if any(block in more for block in group):
                statements = self._stated_with(group, more)
            self._reconciled[group] = reconciled(group, statements, self._under, self._sources, self._elsewhere)

    def _stated_with(self, group: _Group, more: Mapping[Block, Sequence[Claim]]) -> tuple[Statement, ...]:
        taken = self._taken([group])
        return statements_of_windows({block: [*taken.claims[block], *more.get(block, ())] for block in group})

    def _placed(self, groups: Sequence[_Group], moves: Moves) -> Mapping[Block, list[Claim]]:
        """The claims that were placed in some groups, as placed."""
        blocks = {block for group in groups for block in group}
        wanted = {id: window for id, window in moves.windows.items() if window in blocks}
        taken = self._stock.take({moves.origins[id] for id in wanted})
        self._sources.update(taken.sources)
        found: dict[Block, list[Claim]] = defaultdict(list)
        for claim in (claim for claims in taken.claims.values() for claim in claims if claim.id in wanted):
            window = wanted[claim.id]
            found[window] += placed_at([claim], (window.start, window.end))
        return found

    def _said(self, group: _Group) -> Mapping[Cell, tuple[int | None, ...]]:
        return self._reconciled[group].said if group in self._reconciled else self._same[group].said

    def _models(self) -> Mapping[str, dict[str, list[Cell]]]:
        """The models of each series, by the bookkeeper and then by the series itself."""
        cells: dict[str, dict[str, set[Cell]]] = defaultdict(lambda: defaultdict(set))
        for group in self._groups:
            for cell in self._said(group):
                cells[group[0].series][cell.series].add(cell)
        return {
            base: {series: sorted(models_of(held), key=repr) for series, held in own.items()}
            for base, own in cells.items()
        }

    def _unit(self, group: _Group, made_from: str, models: Mapping[str, Sequence[Cell]]) -> Windows:
        if group in self._reconciled:
            held = held_of(self._stock.prints, group)
            return self._reconciled[group].unit(held, made_from, models, self._known.get(group))
        unit = self._same[group]
        return replace(unit, known=self._known[group]) if group in self._known else unit
