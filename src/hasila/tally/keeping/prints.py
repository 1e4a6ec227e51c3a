"""Short prints of what something was made from: two are the same only where that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256

from hasila.tally.index.blocks import Block
from hasila.tally.keeping.units import Placed

_SIGNS = 24


def print_of(parts: Iterable[str]) -> str:
    """The print of texts, in whatever order; empty where there are none."""
    held = sorted(parts)
    return sha256("\n".join(held).encode()).hexdigest()[:_SIGNS] if held else ""


def held_of(prints: Mapping[Block, str], blocks: Iterable[Block]) -> str:
    """The print of blocks and of all that is in them; another one for blocks that are no more."""
    return print_of(f"{block} {prints.get(block)}" for block in blocks)


class Moves:
    """The claims without days that were put into windows, by all the blocks that this touches."""

    def __init__(self, prints: Mapping[Block, str], placed: Iterable[Placed]) -> None:
        self.windows: dict[str, Block] = {}
        self.origins: dict[str, Block] = {}
        self._touched: dict[Block, list[str]] = defaultdict(list)
        for one in placed:
            for id, (origin, window) in one.claims.items():
                self.origins[id], self.windows[id] = origin, window
                for block in (origin, window):
                    self._touched[block].append(f"{id} {window} {prints[origin]}")

    def of(self, blocks: Iterable[Block]) -> str:
        """The print of what was taken out of some blocks, or put into them."""
        return print_of(part for block in blocks for part in self._touched.get(block, ()))
