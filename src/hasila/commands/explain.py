"""``hasila explain``: everything behind a number."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, AsOfOption, Format, FormatOption, LedgerOption
from hasila.commands.tally import PolicyOption


def explain(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="CELL|FIGURE|STATEMENT",
            help="A cell in words of any order (2023-07 IQ detained), a figure (DOCUMENT#NUMBER) or the id of a "
            "statement (coalition/2023-07).",
        ),
    ],
    policy: PolicyOption = "official-first",
    as_of: AsOfOption = None,
    format: FormatOption = Format.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show everything behind a number: who says it in which words, the sums, what was set aside and why.

    A cell is named by its period (2023-03, 2023-Q1, 2023-H1, 2023, 2023-10-07..2023-10-29, or undated), its countries
    (IQ, IQ+SY), its measure and, where it has them, mode, place and series.

    Example: hasila explain 2023-03 IQ+SY operations

    Example: hasila explain coalition/2023-07 --format json

    Exit status: 0 shown; 2 there is nothing that is called so, or the ledger can't be used.
    """
    from hasila.export.bidi import must_reorder
    from hasila.export.explained import told_json
    from hasila.export.table import Look
    from hasila.export.tally_tree import tree
    from hasila.ledger import open_ledger
    from hasila.tally.explain import explain as told_of

    with console.ends_quietly(), open_ledger(ledger, create=False) as held:
        told = told_of(held, " ".join(what), policy, as_of)
        if format is Format.json:
            console.print_text(told_json(told, policy))
            return
        paper = console.paper()
        is_terminal = sys.stdout.isatty()
        console.print_drawn(
            tree(told, policy, Look(paper.width, is_terminal, must_reorder("auto", is_terminal))), on=paper
        )
