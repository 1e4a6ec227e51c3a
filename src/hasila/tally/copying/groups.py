"""Groups of things that are joined pair by pair: which belong together, named by the smallest of them."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Disjoint sets of keys. The name of a set is its smallest key, in whatever order it was joined together.

    >>> groups = Groups()
    >>> groups.join("c", "b"); groups.join("b", "a")
    >>> groups.name("c"), groups.name("x")
    ('a', 'x')
    """

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Put the sets of two keys together."""
        names = self.name(one), self.name(other)
        if names[0] != names[1]:
            self._above[max(names)] = min(names)

    def name(self, key: str) -> str:
        """The smallest key of the set that a key is in; the key itself where it was never joined."""
        top = key
        while (above := self._above.get(top)) is not None:
            top = above
        while key != top:
            self._above[key], key = top, self._above[key]
        return top

    def names(self, keys: Iterable[str]) -> dict[str, str]:
        """The name of the set of each key."""
        return {key: self.name(key) for key in keys}
