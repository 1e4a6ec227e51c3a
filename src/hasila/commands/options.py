"""Options that several commands take, so that they are called the same everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Annotated

import typer

DEFAULT_LEDGER = "hasila.db"


class Format(StrEnum):
    table = "table"
    json = "json"


def moment(value: str) -> datetime:
    """The end of a day, or a moment of it, in UTC unless it says otherwise.

    >>> moment("2023-06-06"), moment("2023-06-06T12:00")
    (datetime(2023, 6, 6, 23, 59, 59, 999999, tzinfo=UTC), datetime(2023, 6, 6, 12, 0, tzinfo=UTC))
    """
    try:
        return datetime.combine(date.fromisoformat(value), time.max, UTC)
    except ValueError:
        pass
    try:
        at = datetime.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no day: write YYYY-MM-DD, or YYYY-MM-DDThh:mm in UTC") from error
    return at if at.tzinfo else at.replace(tzinfo=UTC)


LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        envvar="HASILA_LEDGER",
        metavar="FILE|postgresql://…",
        help="The ledger: a file, or a database postgresql://user:password@host/name.",
    ),
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        parser=moment,
        metavar="YYYY-MM-DD",
        help="Show the ledger as it stood at the end of that day (UTC), or at a moment of it (YYYY-MM-DDThh:mm).",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="table: for people. json: for programs.")]
