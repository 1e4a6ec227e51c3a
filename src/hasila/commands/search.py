"""``hasila search``: find reports in a ledger."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import Annotated

import typer

from hasila.commands import console
from hasila.commands.console import Language
from hasila.commands.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption

_DAY = ["%Y-%m-%d"]


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD…", help='Words, names, or "words together".')],
    lang: Annotated[Language | None, typer.Option(help="Only reports in this language.")] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=_DAY, metavar="YYYY-MM-DD", help="Published on this day or later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=_DAY, metavar="YYYY-MM-DD", help="Published on this day or before.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only reports of this outlet.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Only reports that name it, in any script.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Only reports that name it, in any script.")] = None,
    page: Annotated[int, typer.Option(min=1, help="Ten reports are on a page.")] = 1,
    format: FormatOption = Format.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Find reports in a ledger: all the words, however they are set, and names in either script.

    The first search takes in what was added since the last one.

    Example: hasila search الرقة '"security forces"' --since 2023-01-01

    Exit status: 0 shown; 1 nothing was found; 2 the command was wrong, or the ledger can't be used.
    """
    from hasila.ledger import open_ledger
    from hasila.search import Filters, SearchIndex, find, parse

    with console.ends_quietly(), open_ledger(ledger, create=False) as held:
        index = SearchIndex(held)
        missing = 0 if index.bring_up() else index.missing()
        days = since.date() if since else None, until.date() if until else None
        filters = Filters(lang.value if lang else None, *days, outlet, actor, place)
        found = find(held, parse(" ".join(words)), filters, page)
        if format is Format.json:
            from hasila.search.plain import found_object

            console.print_json({"query": " ".join(words), **found_object(found, missing)})
        else:
            from hasila.export.bidi import must_reorder
            from hasila.export.found import found_list
            from hasila.export.table import Look

            paper, is_terminal = console.paper(), sys.stdout.isatty()
            look = Look(paper.width, is_terminal, must_reorder("auto", is_terminal))
            console.print_drawn(found_list(found, look), on=paper)
    if missing:
        console.complain(f"{missing:,} reports can't be searched yet: the ledger may not be written")
    raise typer.Exit(console.DONE if found.total else console.SET_ASIDE)
