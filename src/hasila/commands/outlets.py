"""``hasila outlets``: how far what each outlet said can be relied on."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, AsOfOption, LedgerOption
from hasila.commands.tally import PolicyOption, TallyFormat


def outlets(
    policy: PolicyOption = "official-first",
    as_of: AsOfOption = None,
    format: Annotated[TallyFormat, typer.Option(help="table: people. json, csv: programs.")] = TallyFormat.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show for each outlet how much of what it said stands, what it copied, and which errors it makes.

    A figure is agreed where independent sources say the same, alone where it stands and nobody else says it. Outlets
    are called by the domain of their address, or by the document, where the reports don't name them.

    Example: hasila outlets --format csv > outlets.csv

    Exit status: 0 shown; 2 the command was wrong, or the ledger can't be used.
    """
    from hasila.export import outlets as export
    from hasila.export.bidi import must_reorder
    from hasila.export.table import Look
    from hasila.ledger import open_ledger
    from hasila.tally.outlets import outlets as judged
    from hasila.tally.tally import tallied_of

    with console.ends_quietly(), open_ledger(ledger, create=False) as held:
        found = judged(tallied_of(held, policy, as_of))
        if format is TallyFormat.json:
            console.print_text(export.outlets_json(policy, found))
        elif format is TallyFormat.csv:
            console.print_text(export.outlets_csv(found), end="")
        else:
            paper, is_terminal = console.paper(), sys.stdout.isatty()
            look = Look(paper.width, is_terminal, must_reorder("auto", is_terminal))
            console.print_drawn(export.outlet_table(found, look), on=paper)
