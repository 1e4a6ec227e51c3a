"""``hasila brief``: the report of a period, from a ledger."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, AsOfOption, LedgerOption
from hasila.commands.tally import PolicyOption

if TYPE_CHECKING:
    from collections.abc import Callable

    from hasila.brief import Brief


class BriefFormat(StrEnum):
    text = "text"
    html = "html"
    md = "md"


class Months(StrEnum):
    pair = "pair"
    levantine = "levantine"
    egyptian = "egyptian"


def brief(
    period: Annotated[
        str,
        typer.Argument(metavar="PERIOD", help="2023-05, 2023-Q1, 2023-H1, 2023, or 2023-10-07..2023-10-29."),
    ],
    lang: Annotated[console.Language, typer.Option(help="Language of the report.")],
    format: Annotated[
        BriefFormat, typer.Option(help="text; html: a page that prints well; md: Markdown.")
    ] = BriefFormat.text,
    policy: PolicyOption = "official-first",
    series: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose tally (coalition, SDF); the fullest one if left out.")
    ] = None,
    months: Annotated[
        Months, typer.Option(help="Arabic names of the months: أيار (levantine), مايو (egyptian), أيار/مايو (pair).")
    ] = Months.pair,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write the report of a period in Arabic or English, from the tally of a ledger.

    Example: hasila brief 2023-05 --lang ar --format html > may.html

    Exit status: 0 written; 2 the command was wrong, or the period or the ledger can't be used.
    """
    from hasila.tally.calendar import read_period

    with console.ends_quietly():
        days = read_period(period)  # before everything that takes time to load

        from hasila.brief.of_ledger import brief_of
        from hasila.ledger import open_ledger
        from hasila.tally.tally import tallied_of

        with open_ledger(ledger, create=False) as held:
            made = tallied_of(held, policy, as_of)
            told = brief_of(made, held, days, lang.value, series, months=months.value, as_of=as_of)
        console.print_text(renderer(format)(told), end="")


def renderer(format: BriefFormat) -> Callable[[Brief], str]:
    """What writes a brief in a format."""
    from hasila.brief import markdown, page, text

    return {BriefFormat.html: page.render, BriefFormat.md: markdown.render, BriefFormat.text: text.render}[format]
