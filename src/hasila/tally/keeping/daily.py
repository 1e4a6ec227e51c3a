"""Days, of which only those are linked again that something happened on or beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from hasila.tally.claim import Claim, Source
from hasila.tally.dating.placing import is_open
from hasila.tally.index.blocks import Block
from hasila.tally.index.stock import Stock
from hasila.tally.keeping.days import LinkedDays, linked_days, rows_of_days
from hasila.tally.keeping.groups import neighbours, taken_back, together
from hasila.tally.keeping.plain_disputes import packed
from hasila.tally.keeping.prints import Moves, held_of
from hasila.tally.keeping.units import Days, Unit
from hasila.tally.policy import Policy
from hasila.tally.result import Statement


class Daily:
    """The days of a ledger: some are as they were, the others are linked again."""

    def __init__(self, stock: Stock, kept: Iterable[Unit]) -> None:
        self._stock = stock
        self._sources: dict[str, Source] = {}
        known = [unit for unit in kept if isinstance(unit, Days)]
        self._same = {unit.blocks: unit for unit in known if held_of(stock.prints, unit.blocks) == unit.held}
        self._again: list[LinkedDays] = []
        groups, changed = self._groups(known)
        touched = [group for group in groups if not changed.isdisjoint(group)]
        stale = {block for group in touched for block in group}
        self._same = {blocks: unit for blocks, unit in self._same.items() if stale.isdisjoint(blocks)}
        self._link(touched)

    def open_units(self, series: str) -> list[tuple[Block, ...]]:
        """The linked days of a series on which some claims have no days of their own."""
        same = (unit.blocks for unit in self._same.values() if unit.opens)
        again = (held.blocks for held in self._again if _has_open(held))
        return [blocks for blocks in (*same, *again) if blocks[0].series == series]

    def open_statements(self, series: str) -> tuple[list[Statement], dict[str, Block]]:
        """The statements of a series that have no days, and the blocks that their claims are in, by their ids."""
        units = self.open_units(series)
        taken = self._stock.take([block for blocks in units for block in blocks])
        self._sources.update(taken.sources)
        origin = {claim.id: block for block, claims in taken.claims.items() for claim in claims}
        made = [whole({block: taken.claims[block] for block in blocks}, taken.sources) for blocks in units]
        found = [one for held in made for one in held.statements.values() if is_open(one)]
        return sorted(found, key=lambda one: one.id), origin

    def units(self, moves: Moves, under: Policy) -> Iterator[Days]:
        """What all days come to, without the claims that were placed elsewhere."""
        prints = {blocks: self._made_from(blocks, moves) for blocks in self._same}
        moved = [blocks for blocks, unit in self._same.items() if unit.made_from != prints[blocks]]
        yield from (unit for blocks, unit in self._same.items() if unit.made_from == prints[blocks])
        emptied = set(moves.origins.values())
        opens = {held.blocks: _has_open(held) for held in self._again}
        opens.update((blocks, self._same[blocks].opens) for blocks in moved)
        clean = [held for held in self._again if emptied.isdisjoint(held.blocks)]
        rest = [*moved, *(held.blocks for held in self._again if not emptied.isdisjoint(held.blocks))]
        for held in [*clean, *self._without(rest, moves.origins)]:
            rows, notes, disputes = rows_of_days(held, under, self._sources)
            own, names = held_of(self._stock.prints, held.blocks), tuple(held.statements)
            made_from = self._made_from(held.blocks, moves)
            yield Days(held.blocks, own, made_from, rows, notes, names, opens[held.blocks], packed(disputes))

    def _groups(self, known: Sequence[Days]) -> tuple[list[list[Block]], set[Block]]:
        """Days that may be linked, and those that something happened on."""
        days = {block for block in self._stock.prints if block.kind == "day"}
        changed = days - {block for blocks in self._same for block in blocks}
        denying = days & self._stock.denying
        self._taken_back = list(taken_back(denying, days))
        before = ([block for block in unit.blocks if block in days] for unit in known)
        kept = ((blocks[0], block) for blocks in before for block in blocks[1:])
        return together(days, [*neighbours(changed, days), *self._taken_back, *kept]), changed

    def _link(self, groups: Sequence[Sequence[Block]]) -> None:
        taken = self._stock.take([block for group in groups for block in group])
        self._sources.update(taken.sources)
        joined: dict[Block, list[tuple[Block, Block]]] = defaultdict(list)
        for pair in self._taken_back:
            joined[pair[0]].append(pair)
        for group in groups:
            pairs = (pair for block in group for pair in joined.get(block, ()))
            self._again += linked_days({block: taken.claims[block] for block in group}, taken.sources, pairs)

    def _without(self, units: Sequence[tuple[Block, ...]], gone: Collection[str]) -> Iterator[LinkedDays]:
        """Days linked again without some claims."""
        taken = self._stock.take([block for blocks in units for block in blocks])
        self._sources.update(taken.sources)
        for blocks in units:
            held = {block: [one for one in taken.claims[block] if one.id not in gone] for block in blocks}
            yield whole(held, taken.sources)

    def _made_from(self, blocks: tuple[Block, ...], moves: Moves) -> str:
        return f"{held_of(self._stock.prints, blocks)}/{moves.of(blocks)}"


def whole(claims: Mapping[Block, Sequence[Claim]], sources: Mapping[str, Source]) -> LinkedDays:
    """Days that are together, whatever links them."""
    blocks = list(claims)
    (made,) = linked_days(claims, sources, [(blocks[0], block) for block in blocks])
    return made


def _has_open(held: LinkedDays) -> bool:
    return any(map(is_open, held.statements.values()))
