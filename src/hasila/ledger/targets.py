"""What people call a document or a figure -> the rows it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select

from hasila.errors import LedgerError
from hasila.ledger.schema import documents

KEY_SHOWN = 12
_SHORTEST = 4
# the claims of a tally are called by their first figure, some with a word behind it
_FIGURE = re.compile(r"(.+)#(\d+)(?:/\w+)?$", re.DOTALL)
_SECOND = re.compile(r"(.+)~(\d{1,18})\.(\d{1,9})$", re.DOTALL)
_HEX = re.compile("[0-9a-f]+$")
_FEW = 5


@dataclass(frozen=True, slots=True)
class Target:
    """A document, or with ``index`` one of the figures in its reading; ``seq`` is the document's.

    ``second`` is the row of another reader's reading, where the figure is one of that.
    """

    key: str
    seq: int
    index: int | None
    second: int | None = None

    def __str__(self) -> str:
        if self.index is None:
            return self.key
        of = "#" if self.second is None else f"~{self.second}."
        return f"{self.key[:KEY_SHOWN]}{of}{self.index}"


def is_of_another(target: str) -> bool:
    """Whether a target, as the ledger calls it, is a figure of another reader: nothing that a tally is made of.

    >>> is_of_another("3fa91c0be702~17.0"), is_of_another("3fa91c0be702#0")
    (True, False)
    """
    return "~" in target


def find(connection: Connection, written: str) -> Target:
    """The target that people wrote: a document's id, its key or the beginning of it; ``#`` and a number for a figure.

    ``~``, a row and a number behind a point are a figure that another reader read.

    Raises :class:`LedgerError` where there is none, or more than one.
    """
    figure = _FIGURE.match(written)
    if figure:
        found = _document(connection, figure[1])
        if found:
            return Target(*found, int(figure[2]))
    found = _document(connection, written)
    second = _SECOND.match(written) if found is None else None
    if second:
        found = _document(connection, second[1])
        if found:
            return Target(*found, int(second[3]), int(second[2]))
    if found is None:
        remedy = "Write the id or the key of a document, and #NUMBER for one of its figures"
        raise LedgerError(written, "nothing in the ledger is called so", remedy)
    return Target(*found, None)


def _document(connection: Connection, named: str) -> tuple[str, int] | None:
    """Key and ``seq`` of the document called so."""
    found = _matches(connection, documents.c.id == named)
    if not found and len(named) >= _SHORTEST and _HEX.match(named):
        found = _matches(connection, documents.c.key.between(named, named + "g"))
    if len(found) > 1:
        shown = ", ".join(key[:KEY_SHOWN] for key, _ in found[:_FEW]) + (" …" if len(found) > _FEW else "")
        raise LedgerError(named, f"several documents are called so ({shown})", "Write the key of the one")
    return found[0] if found else None


def _matches(connection: Connection, clause: ColumnElement[bool]) -> list[tuple[str, int]]:
    wanted = select(documents.c.key, documents.c.seq).where(clause).order_by(documents.c.seq).limit(_FEW + 1)
    return [(key, seq) for key, seq in connection.execute(wanted)]
