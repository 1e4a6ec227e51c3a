"""``hasila tally``, ``hasila conflicts``, ``hasila compare``: what stands in a ledger, and what contradicts what."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, AsOfOption, Format, FormatOption, LedgerOption


class TallyFormat(StrEnum):
    table = "table"
    json = "json"
    csv = "csv"


class By(StrEnum):
    month = "month"
    quarter = "quarter"
    half = "half"
    year = "year"


PolicyOption = Annotated[
    str,
    typer.Option(metavar="POLICY", help="official-first, ged, acled or witnesses: which number is published."),
]
PlaceOption = Annotated[
    str | None, typer.Option(metavar="CODES", help='Only this place: "IQ", "SY", "IQ+SY", or the name of a place.')
]


def tally(
    by: Annotated[By | None, typer.Option(help="Only whole months, quarters, halves or years.")] = None,
    place: PlaceOption = None,
    policy: PolicyOption = "official-first",
    as_of: AsOfOption = None,
    format: Annotated[TallyFormat, typer.Option(help="table: people. json, csv: programs.")] = TallyFormat.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Tally a ledger: one number for each measure, place and period, with its bounds and what speaks against it.

    Example: hasila tally --by month --place IQ --format csv > iraq.csv

    Exit status: 0 shown; 2 the command was wrong, or the ledger can't be used.
    """
    from hasila.export import tallies
    from hasila.ledger import open_ledger
    from hasila.tally.publishing import publish
    from hasila.tally.views import shown

    with console.ends_quietly(), open_ledger(ledger, create=False) as held:
        found = publish(held, policy, as_of)
        rows = shown(found.rows, None if by is None else by.value, place)
        if format is TallyFormat.json:
            console.print_text(tallies.tally_json(found, rows))
        elif format is TallyFormat.csv:
            console.print_text(tallies.tally_csv(found, rows), end="")
        else:
            from hasila.export.tally_table import tally_table  # what draws tables takes long to load

            console.print_drawn(tally_table(found, rows))


def conflicts(
    policy: PolicyOption = "official-first",
    as_of: AsOfOption = None,
    format: FormatOption = Format.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List every contradiction: the sums that fail, the sentences that state them, and every lightest way out.

    Example: hasila conflicts --format json

    Exit status: 0 shown; 2 the command was wrong, or the ledger can't be used.
    """
    from hasila.export import tallies
    from hasila.export.tally_table import conflict_list
    from hasila.ledger import open_ledger
    from hasila.tally.tally import tally_of
    from hasila.tally.views import sentences_of

    with console.ends_quietly(), open_ledger(ledger, create=False) as held:
        found = tally_of(held, policy, as_of)
        sentences = sentences_of(held, found.conflicts, as_of)
        if format is Format.json:
            console.print_text(tallies.conflicts_json(found.conflicts, found.sources, sentences))
        else:
            console.print_drawn(conflict_list(found.conflicts, found.sources, sentences))


def compare(
    one: Annotated[str, typer.Argument(metavar="POLICY", help="The first policy.")],
    other: Annotated[str, typer.Argument(metavar="POLICY", help="The second policy.")],
    place: PlaceOption = None,
    as_of: AsOfOption = None,
    format: FormatOption = Format.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show every number that two policies publish differently.

    Example: hasila compare official-first acled

    Exit status: 0 shown; 2 the command was wrong, or the ledger can't be used.
    """
    from hasila.export import tallies
    from hasila.export.tally_table import comparison
    from hasila.ledger import open_ledger
    from hasila.tally.publishing import publish
    from hasila.tally.views import differing, shown

    with console.ends_quietly(), open_ledger(ledger, create=False) as held:
        first, second = (publish(held, name, as_of) for name in (one, other))
        pairs = differing(shown(first.rows, None, place), shown(second.rows, None, place))
        if format is Format.json:
            console.print_text(tallies.comparison_json(one, other, pairs))
        else:
            console.print_drawn(comparison(one, other, pairs))
