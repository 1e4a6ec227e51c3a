"""``hasila publish``: the pages as files."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, LedgerOption
from hasila.commands.tally import PolicyOption


def publish(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The folder to write; it is made if it isn't there.")],
    policy: PolicyOption = "official-first",
    with_texts: Annotated[
        bool,
        typer.Option("--with-texts", help="Publish the reports whole, not only the sentences with figures: ask first."),
    ] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write the read-only pages as files, in Arabic and English, with the data beside them.

    They work from any web server and from a disk. The same ledger gives the same files; published again into the same
    folder, what is left over from the time before is removed, and nothing that somebody else put there is touched.

    Example: hasila publish site --ledger hasila.db

    Exit status: 0 published; 2 the command was wrong, or the ledger or the folder can't be used.
    """
    with console.ends_quietly():
        from hasila.web.site import publish as write

        def told(pages: int) -> None:
            if sys.stderr.isatty() and pages % 100 == 0:
                sys.stderr.write(f"\r{pages:,} pages …")
                sys.stderr.flush()

        made = write(ledger, folder, policy=policy, texts=with_texts, told=told)
        typer.echo(f"{folder}: {made.pages:,} pages, {made.files:,} files. Ledger: {made.head}")
