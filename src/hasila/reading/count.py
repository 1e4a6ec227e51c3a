"""A counted thing as it goes from finding to binding."""

from __future__ import annotations

from dataclasses import dataclass, field

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Noun
from hasila.reading.sight import Mention

OPEN = frozenset("([{/«\"“'‘*")
CLOSE = frozenset(")]}/»\"”'’*")
EVENTS = frozenset({"operations", "strikes", "attacks"})
DIFFERENCE = "difference"
ONE = markers("one")
TWO = markers("two")


@dataclass(slots=True)
class Count:
    """A counted thing: tokens [start, end) as evidence, ``number`` the tokens that state the number.

    ``skip``: the tokens hold a number that counts nothing (money, an age); ``dead``: what it counts is no figure;
    ``listed``: it is an item of a list of this
    measure; ``event``: the last count of operations, strikes or attacks before it, ``people`` of people;
    ``overtaken``: whether "things" or "people" that are no figure were counted in a sentence after it.
    """

    start: int
    end: int
    number: tuple[int, int]
    low: int | None
    high: int | None
    qualifier: str = "exact"
    noun: Noun | None = None
    noun_at: int | None = None
    group: Mention | None = None
    others: bool = False
    subset: bool = False
    partitive: bool = False
    conj: bool = False
    bare: bool = False
    definite: bool = False
    dead: bool = False
    unknown_noun: bool = False
    weak: bool = False
    zero: bool = False
    tallied: bool = False
    listed: str | None = None
    skip: bool = False
    of: int | None = None
    event: Count | None = None
    people: Count | None = None
    overtaken: str | None = None
    measure: str | None = None
    modality: str = "asserted"
    trigger_at: int | None = None
    rules: list[str] = field(default_factory=list)

    @property
    def nameless(self) -> bool:
        """Whether only a number stands there: "nine", and not "nine men" or "nine of the army"."""
        return self.noun is None and self.group is None and not self.unknown_noun
