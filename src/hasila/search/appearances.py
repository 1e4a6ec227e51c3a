"""Who appears in the reports of a ledger, how often, and what they say or do there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from hasila.ledger.schema import documents
from hasila.search import tables
from hasila.search.entities import ROLES, Entity, Kind, Role
from hasila.search.tables import entities, months, parts

if TYPE_CHECKING:
    from hasila.ledger import Held, Ledger

_FIGURE_ROLES: tuple[Role, ...] = ("actor", "target", "partner", "attribution")
_ROLES_OF: Mapping[str, tuple[Role, ...]] = {"figures": _FIGURE_ROLES, "quotes": ("speaker",), "facts": ("subject",)}


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many reports someone appears, and in how many figures, quotations and facts of them."""

    documents: int = 0
    figures: int = 0
    quotes: int = 0
    facts: int = 0


@dataclass(frozen=True, slots=True)
class Appearing:
    """Someone, and how often they appear."""

    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Appearance:
    """A figure, a quotation or a fact, the ``at``-th of its reading, in which someone has the parts ``roles``."""

    held: Held
    at: int
    roles: tuple[Role, ...]


def appearing(ledger: Ledger, kind: Kind) -> tuple[Appearing, ...]:
    """Everybody of a kind who appears, those in most reports first. It takes longer the more appear."""
    with ledger.beside() as connection:
        if not tables.are_there(connection):
            return ()
        sums = [func.sum(months.c[name]) for name in Counts.__slots__]
        wanted = select(entities.c.name, *sums).join(months, months.c.entity == entities.c.number)
        wanted = wanted.where(entities.c.kind == kind).group_by(entities.c.number, entities.c.name)
        found = [Appearing(name, Counts(*map(int, counts))) for name, *counts in connection.execute(wanted)]
    return tuple(sorted(found, key=lambda one: (-one.counts.documents, one.name)))


def by_month(ledger: Ledger, entity: Entity) -> dict[str, Counts]:
    """How often someone appears, by the month of publication ("2023-05"; "" is none) in their order."""
    with ledger.beside() as connection:
        number = _number(connection, entity)
        if number is None:
            return {}
        counts = [months.c[name] for name in Counts.__slots__]
        wanted = select(months.c.month, *counts).where(months.c.entity == number).order_by(months.c.month)
        return {month: Counts(*held) for month, *held in connection.execute(wanted)}


def appearances(ledger: Ledger, entity: Entity, what: str, after: int = 0, most: int = 10) -> list[Appearance]:
    """Figures, quotes or facts (``what``) in which someone has a part, the newest first, from the ``after``-th on."""
    with ledger.beside() as connection:
        number = _number(connection, entity)
        if number is None:
            return []
        places = list(islice(_places(connection, number, _ROLES_OF[what], after + most), after, after + most))
        seqs = {seq for seq, _, _ in places}
        keys = list(connection.execute(select(documents.c.key).where(documents.c.seq.in_(seqs))).scalars())
    held = {one.seq: one for one in ledger.documents(keys=keys)} if keys else {}
    return [Appearance(held[seq], at, roles) for seq, at, roles in places if seq in held]


def _places(
    connection: Connection, number: int, roles: Sequence[Role], most: int
) -> Iterator[tuple[int, int, tuple[Role, ...]]]:
    """Where someone has a part: each role is in order already."""
    order = parts.c.day.desc(), parts.c.seq.desc(), parts.c.at.desc()
    streams = []
    for role in roles:
        mine = (parts.c.entity == number, parts.c.role == ROLES.index(role))
        wanted = select(parts.c.day, parts.c.seq, parts.c.at).where(*mine).order_by(*order).limit(most)
        streams.append([(*row, role) for row in connection.execute(wanted)])
    joined = merge(*streams, key=_place, reverse=True)
    for (_, seq, at), rows in groupby(joined, key=_place):
        yield seq, at, tuple(row[3] for row in rows)


def _place(row: Sequence[Any]) -> tuple[int, int, int]:
    return row[0], row[1], row[2]


def _number(connection: Connection, entity: Entity) -> int | None:
    if not tables.are_there(connection):
        return None
    wanted = select(entities.c.number).where(entities.c.kind == entity.kind, entities.c.name == entity.name)
    return connection.execute(wanted).scalar()
