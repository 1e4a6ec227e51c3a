"""Which blocks belong together: windows that overlap, days between which something may be linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from hasila.tally.index.blocks import Block
from hasila.tally.linking.pairs import LATE

_T = TypeVar("_T", bound=Hashable)


def overlapping(windows: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Windows with those that share a day with them; those with an open side have nothing to do with any other."""
    series: dict[str, list[tuple[date, date, Block]]] = defaultdict(list)
    for block in windows:
        if block.start is None or block.end is None:
            yield (block,)
        else:
            series[block.series].append((block.start, block.end, block))
    for held in series.values():
        group: list[Block] = []
        last = date.min
        for start, end, block in sorted(held):
            if group and start > last:
                yield tuple(group)
                group = []
            group.append(block)
            last = max(last, end)
        yield tuple(group)


def together(items: Iterable[_T], pairs: Iterable[tuple[_T, _T]]) -> list[list[_T]]:
    """Items in groups, with all that pairs join; in the order given."""
    up = {item: item for item in items}

    def top(item: _T) -> _T:
        while up[item] != item:
            up[item] = up[up[item]]
            item = up[item]
        return item

    for one, other in pairs:
        up[top(other)] = top(one)
    groups: dict[_T, list[_T]] = defaultdict(list)
    for item in up:
        groups[top(item)].append(item)
    return list(groups.values())


def neighbours(changed: Collection[Block], days: Collection[Block]) -> Iterator[tuple[Block, Block]]:
    """Days that changed with the day before and the day after."""
    for block in changed:
        if block.start is not None:
            for beside in (-1, 1):
                other = block._replace(start=_shifted(block.start, beside))
                if other.start is not None and other in days:
                    yield block, other


def taken_back(denying: Iterable[Block], days: Iterable[Block]) -> Iterator[tuple[Block, Block]]:
    """Days on which something is taken back with all those on which it may have been said."""
    held: dict[str, dict[date | None, Block]] = defaultdict(dict)
    for block in days:
        held[block.series][block.start] = block
    for block in denying:
        said = held[block.series]
        if block.start is None:
            yield from ((block, other) for other in said.values())
            continue
        for start in {None, *(_shifted(block.start, -back) for back in range(LATE + 1))}:
            if start in said:
                yield block, said[start]


def _shifted(day: date, by: int) -> date | None:
    """So many days later; None where the calendar ends."""
    number = day.toordinal() + by
    return date.fromordinal(number) if date.min.toordinal() <= number <= date.max.toordinal() else None
