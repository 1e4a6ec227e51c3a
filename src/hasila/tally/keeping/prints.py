"""Short prints of what something was made from: two are the same only where that is."""

from __future__ import annotations

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


def moved_of(prints: Mapping[Block, str], placed: Iterable[Placed], blocks: Iterable[Block]) -> str:
    """The print of the claims without days that were taken out of some blocks, or put into them."""
    own = set(blocks)
    return print_of(
        f"{id} {window} {prints[origin]}"
        for one in placed
        for id, (origin, window) in one.claims.items()
        if origin in own or window in own
    )
