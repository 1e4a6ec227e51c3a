"""``hasila audit``: was anything in a ledger altered?"""

from __future__ import annotations

from typing import Annotated

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption


def audit(
    ledger: LedgerOption = DEFAULT_LEDGER,
    head: Annotated[
        str | None,
        typer.Option(metavar="HASH", help="The head that an earlier audit printed: is it still in the chain?"),
    ] = None,
    format: FormatOption = Format.table,
) -> None:
    """Verify the chain of hashes that runs through every row of a ledger, and name the first row that was altered.

    Note the head that is printed somewhere else: whoever has it can show later, with --head, that everything up to it
    is still the same.

    Example: hasila audit --ledger hasila.db

    Exit status: 0 nothing was altered; 1 something was; 2 the command was wrong, or the ledger can't be read.
    """
    from hasila.ledger import open_ledger

    with console.ends_quietly(), open_ledger(ledger, create=False) as held:
        found = held.audit(head)
        altered = found.first_altered
        if format is Format.json:
            row = altered and {"table": altered[0], "seq": altered[1], "why": altered[2]}
            console.print_json({"ok": found.ok, "rows": found.rows, "head": found.head, "first_altered": row})
        elif altered:
            table = "" if altered[0] == "rows" else f" of {altered[0]}"
            typer.echo(f"{held.where}: ALTERED. First row {altered[1]}{table}: {altered[2]}.")
        else:
            typer.echo(f"{held.where}: {found.rows:,} rows, none altered. Head: {found.head}")
    raise typer.Exit(console.DONE if found.ok else console.FAULTS)
