"""Where another reader sees a figure of a ledger otherwise, for people to look at: nothing follows from it by itself.

What both read is called as ever (``KEY#NUMBER``): to accept it, to correct it and to reject it are the ordinary
decisions. What another reader alone has is called by its row (``KEY~ROW.NUMBER``): to accept it says that it is there
and that Hasila misses it, and counts nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from hasila.ledger import Decision, Held, Ledger
from hasila.ledger.decisions import withdrawn
from hasila.ledger.judgements import Ruling, ruling_of
from hasila.ledger.seconds import Second, latest_seconds, seconds
from hasila.ledger.targets import KEY_SHOWN, is_of_another
from hasila.review import Desk
from hasila.second.compared import Pair, pairs

_GRAVE = ("measure", "value", "modality")
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that another reader sees otherwise: what decisions call it, its document, both sides, what people said.

    ``reader`` is the model that read it so.
    """

    id: str
    key: str
    reader: str
    pair: Pair
    ruling: Ruling = field(default_factory=Ruling)

    @property
    def is_open(self) -> bool:
        """Whether nobody has looked at it; people's word on a figure stands, whatever another reader sees."""
        return not self.ruling.judgements and self.ruling.settled is None

    @property
    def weight(self) -> tuple[int, int]:
        """What to look at first, the smallest first: other counts, then what one reader misses, then other slots."""
        if self.pair.ours is None:
            return 1, 0
        if self.pair.theirs is None:
            return 2, 0
        return (0 if set(_GRAVE) & set(self.pair.slots) else 3), -len(self.pair.slots)


class Differences:
    """The differences of one ledger, brought up to date each time they are asked for. Several may ask at once.

    The desk, which has to have heard what people decided, knows which figures of a document repeat each other: what is
    said of one of them is said of all.
    """

    def __init__(self, ledger: Ledger, desk: Desk) -> None:
        self._ledger = ledger
        self._desk = desk
        self._lock = Lock()
        self._head = -1
        self._compared: dict[tuple[int, int], list[Difference]] = {}
        self._found: list[Difference] = []

    def all(self) -> list[Difference]:
        """Every difference of documents that stand, judged or not, what to look at first at the beginning."""
        head = self._ledger.head().seq
        with self._lock:
            if head != self._head:
                self._found, self._head = self._made(), head
            return self._found

    def open(self) -> list[Difference]:
        """Those that nobody has looked at."""
        return [one for one in self.all() if one.is_open]

    def of(self, id: str) -> list[Difference]:
        """Those of one figure, one for each other reader."""
        return [one for one in self.all() if one.id == id]

    def _made(self) -> list[Difference]:
        self._compare()
        if not any(self._compared.values()):
            return []
        decided = self._ledger.decided()
        gone, told = withdrawn(decided), _by_target([*self._ledger.decisions(), *filter(_of_another, decided)])
        found = [
            replace(one, ruling=self._ruling(one, told.get(one.id, ())))
            for held in self._compared.values()
            for one in held
            if one.key not in gone
        ]
        return sorted(found, key=lambda one: (one.weight, one.id, one.reader))

    def _ruling(self, one: Difference, told: Sequence[Decision]) -> Ruling:
        item = None if one.pair.ours_at is None else self._desk.item(one.key, one.pair.ours_at)
        return ruling_of(told) if item is None else self._desk.ruling(item.id)

    def _compare(self) -> None:
        """Hold against each other what was read since the last time, by us or by them; forget what no longer stands."""
        latest = {(seq, standing): key for seq, key, standing in latest_seconds(self._ledger)}
        kept = {pair: held for pair, held in self._compared.items() if pair in latest}
        missing = [pair for pair in latest if pair not in kept]
        for first in range(0, len(missing), _AT_ONCE):
            some = missing[first : first + _AT_ONCE]
            ours = {held.key: held for held in self._ledger.documents(keys={latest[pair] for pair in some})}
            for second in seconds(self._ledger, [seq for seq, _ in some]):
                held = ours[second.key]
                kept[second.seq, second.standing] = differing(held, second)
        self._compared = kept


def differing(held: Held, second: Second) -> list[Difference]:
    """The figures of a document that another reader sees otherwise."""
    short = held.key[:KEY_SHOWN]
    places = {id(figure): at for at, figure in enumerate(second.figures)}
    found: list[Difference] = []
    for pair in pairs(held.reading.figures, second.figures):
        if pair.outcome != "same":
            theirs = f"{short}~{second.seq}.{places.get(id(pair.theirs))}"
            name = theirs if pair.ours_at is None else f"{short}#{pair.ours_at}"
            found.append(Difference(name, held.key, second.reader, pair))
    return found


def _by_target(told: Iterable[Decision]) -> dict[str, Sequence[Decision]]:
    found: dict[str, list[Decision]] = defaultdict(list)
    for one in told:
        found[one.target].append(one)
    return dict(found)


def _of_another(decision: Decision) -> bool:
    return is_of_another(decision.target)
