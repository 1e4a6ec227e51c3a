"""The tables of the search brought up to date: what the ledger has and they haven't is taken in, a batch at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select, text, update

from hasila.errors import LedgerError
from hasila.ledger.schema import documents, readings
from hasila.search import tables
from hasila.search.entities import ROLES, Entity, Part, parts_of, signs_of, storable
from hasila.search.shadow import further, shadow_of
from hasila.search.tables import entities, papers, parts, state
from hasila.search.words import Entry, place_of, words_of
from hasila.tally.gathered import source_of
from hasila.tally.index.tables import put, some
from hasila.tally.outlets import outlet_of

if TYPE_CHECKING:
    from hasila.ledger import Held, Ledger

_BATCH = 200
_FIRST = (0, "")
_COUNTS = ("documents", "figures", "quotes", "facts")
_COUNT_MORE = (
    f"INSERT INTO search_months (entity, month, {', '.join(_COUNTS)})"
    f" VALUES (:entity, :month, {', '.join(f':{name}' for name in _COUNTS)})"
    " ON CONFLICT (entity, month) DO UPDATE SET "
    + ", ".join(f"{name} = search_months.{name} + excluded.{name}" for name in _COUNTS)
)


class SearchIndex:
    """What the search keeps beside a ledger. Several processes may use it at once; each takes in what is missing."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def missing(self) -> int:
        """How many documents of the ledger can't be found yet."""
        with self.ledger.beside() as connection:
            reached, _ = _reached(connection)
            wanted = select(func.count()).select_from(documents).where(documents.c.seq > reached)
            return connection.execute(wanted).scalar() or 0

    def bring_up(self, most: int | None = None) -> bool:
        """Take in what is missing, ``most`` documents of it if that is given; whether nothing is missing any more.

        Where the database can't be written the index stays as it is.
        """
        taken = 0
        with suppress(LedgerError):
            while most is None or taken < most:
                size = _BATCH if most is None else min(_BATCH, most - taken)
                found = self._take(size)
                if not found:
                    return True
                taken += found
        return False

    def _take(self, size: int) -> int:
        """Take in the next documents; how many. What takes time is done before anybody has to wait for it."""
        with self.ledger.beside() as connection:
            before = _reached(connection)
            keys = _next(connection, before[0], size)
            looked = connection.execute(select(func.max(readings.c.seq))).scalar() or 0
        if not keys and before != _FIRST:
            return 0
        held = sorted(self.ledger.documents(keys=keys), key=lambda one: one.seq) if keys else []
        made = [(one, _entry(one), list(parts_of(one.reading))) for one in held]
        with self.ledger.beside(writes=True) as connection:
            now = _reached(connection)
            if now == _FIRST:
                tables.make(connection)
            if now == before:
                _write(connection, made)
                last = held[-1].seq if held else 0
                connection.execute(update(state).values(document=last, looked=looked))
        return len(keys)


def _reached(connection: Connection) -> tuple[int, str]:
    """The last document that is in the tables, and which making of them this is; the start where they are too old."""
    if not tables.are_there(connection):
        return _FIRST
    reached, looked, made = connection.execute(select(state.c.document, state.c.looked, state.c.made)).one()
    again = select(readings.c.seq).where(readings.c.seq > looked, readings.c.document <= reached).limit(1)
    return _FIRST if connection.execute(again).first() else (reached, made)


def _next(connection: Connection, reached: int, size: int) -> list[str]:
    wanted = select(documents.c.key).where(documents.c.seq > reached).order_by(documents.c.seq).limit(size)
    return list(connection.execute(wanted).scalars())


def _entry(held: Held) -> Entry:
    document = held.reading.document
    title, body = shadow_of(document.title or "").words, shadow_of(document.text).words
    forms = [form for word in (*title, *body) for form in further(word)]
    return Entry(place_of(_day(held), held.seq), title, body, forms, sorted(signs_of(held.reading, _outlet(held))))


def _outlet(held: Held) -> str:
    return storable(outlet_of(source_of(held.key, held.reading)))


def _day(held: Held) -> int:
    published = held.reading.document.published
    return 0 if published is None else published.toordinal()


def _write(connection: Connection, made: Sequence[tuple[Held, Entry, list[Part]]]) -> None:
    if not made:
        return
    words_of(connection).insert(connection, [entry for _, entry, _ in made])
    rows = [
        {
            "place": entry.place,
            "lang": held.reading.lang,
            "outlet": _outlet(held),
            "figures": len(held.reading.figures),
        }
        for held, entry, _ in made
    ]
    put(connection, papers, rows)
    _write_parts(connection, [(held, own) for held, _, own in made])


def _write_parts(connection: Connection, made: Sequence[tuple[Held, list[Part]]]) -> None:
    numbers = _numbers(connection, {part.entity for _, own in made for part in own})
    rows = {
        (numbers[part.entity], ROLES.index(part.role), _day(held), held.seq, part.at): None
        for held, own in made
        for part in own
    }
    names = [column.name for column in parts.columns]
    put(connection, parts, [dict(zip(names, row, strict=True)) for row in rows])
    added: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for held, own in made:
        published = held.reading.document.published
        month = "" if published is None else f"{published:%Y-%m}"
        for entity, counted in _counted(own).items():
            added[numbers[entity], month].update(counted)
    _add(connection, added)


def _counted(own: Iterable[Part]) -> dict[Entity, Counter[str]]:
    """In how many figures, quotations and facts of a report each has a part."""
    found: dict[Entity, set[tuple[str, int]]] = defaultdict(set)
    for part in own:
        what = {"speaker": "quotes", "subject": "facts"}.get(part.role, "figures")
        found[part.entity].add((what, part.at))
    return {entity: Counter(documents=1) + Counter(what for what, _ in held) for entity, held in found.items()}


def _add(connection: Connection, added: Mapping[tuple[int, str], Counter[str]]) -> None:
    """Count more in some months of some entities."""
    if added:
        rows = [
            {"entity": entity, "month": month, **{name: held[name] for name in _COUNTS}}
            for (entity, month), held in added.items()
        ]
        connection.execute(text(_COUNT_MORE), rows)


def _numbers(connection: Connection, wanted: set[Entity]) -> dict[Entity, int]:
    """The numbers of entities, new ones where they have none."""
    found: dict[Entity, int] = {}
    for part in some(sorted({one.name for one in wanted})):
        rows = connection.execute(select(entities).where(entities.c.name.in_(part)))
        found.update({Entity(kind, name): number for number, kind, name in rows})
    last = connection.execute(select(func.max(entities.c.number))).scalar() or 0
    new = {one: last + at for at, one in enumerate(sorted(wanted - found.keys()), 1)}
    put(connection, entities, [{"number": number, "kind": one.kind, "name": one.name} for one, number in new.items()])
    return {**found, **new}
