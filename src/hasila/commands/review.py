"""``hasila review``: what people should look at first, and how far those agree who did."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption

if TYPE_CHECKING:
    from hasila.review import Agreement, Desk, Item
    from hasila.second.differing import Difference


def review(
    who: Annotated[
        str | None, typer.Option(envvar="HASILA_WHO", metavar="NAME", help="Leave out what this person has judged.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many figures.")] = 20,
    ledger: LedgerOption = DEFAULT_LEDGER,
    format: FormatOption = Format.table,
) -> None:
    """Show the figures of a ledger that people should look at first, and how far reviewers agree.

    The least certain and most consequential come first. They are judged on the page (hasila serve), or with hasila
    decide.

    Example: hasila review --who Rana --limit 10

    Exit status: 0 shown; 2 the command was wrong, or the ledger can't be used.
    """
    from hasila.ledger import open_ledger
    from hasila.review import Desk, Wanted
    from hasila.second.differing import Differences
    from hasila.tally.publishing import publish

    console.write_anything(sys.stdout)
    with console.ends_quietly(), open_ledger(ledger, create=False) as held:
        desk = Desk(held)
        desk.bring_up(publish(held), held.head().seq)
        found = desk.page(Wanted(who, "not by me"), limit)
        otherwise = Differences(held, desk).open()
        if format is Format.json:
            console.print_json(
                {
                    "queue": [_plain(desk, item) for item in found],
                    "agreement": _agreement(desk.agreement()),
                    "otherwise": [_plain_difference(one) for one in otherwise],
                }
            )
        else:
            _show(desk, found)
            _show_otherwise(otherwise, limit)


def _show(desk: Desk, found: list[Item]) -> None:
    for item in found:
        plain = _plain(desk, item)
        about = " ".join(str(plain[name]) for name in ("measure", "place", "start", "end") if plain[name])
        typer.echo(f"{plain['weight']:6.3f}  {item.id}  {item.words}  ({about})  {plain['state'] or 'in no row'}")
    held, differing = desk.agreement(), len(desk.differences())
    typer.echo(f"{len(desk)} figures; {differing} that people differ about and nobody has settled")
    for pair in held.pairs:
        kappa = "-" if pair.kappa is None else f"{pair.kappa:.2f}"
        typer.echo(f"{pair.one} and {pair.other}: {pair.alike} of {pair.both} alike, Cohen's kappa {kappa}")
    if held.alpha is not None:
        typer.echo(f"Krippendorff's alpha of all: {held.alpha:.2f}")


def _show_otherwise(found: list[Difference], limit: int) -> None:
    """What another reader sees otherwise, the gravest first, and how much more of it there is."""
    from hasila.export.bidi import printable
    from hasila.export.compared import pair_lines

    if found:
        typer.echo(f"\n{len(found):,} that another reader sees otherwise:")
    for one in found[:limit]:
        typer.echo(f"  {one.id}  ({printable(one.reader)})")
        for line in pair_lines(one.pair):
            typer.echo(f"  {line}")


def _plain_difference(one: Difference) -> dict[str, Any]:
    from hasila.export.compared import plain_pair

    return {"figure": one.id, "document": one.key, "reader": one.reader, **plain_pair(one.pair)}


def _plain(desk: Desk, item: Item) -> dict[str, Any]:
    row, cell = desk.row(item), item.cell
    return {
        "figure": item.id,
        "weight": round(desk.weight(item), 4),
        "measure": cell.measure,
        "low": item.low,
        "high": item.high,
        "place": cell.place or cell.scope,
        "start": cell.start and str(cell.start),
        "end": cell.end and str(cell.end),
        "state": None if row is None else row.state,
        "words": item.words,
        "judged_by": [one.who for one in desk.ruling(item.id).judgements],
    }


def _agreement(held: Agreement) -> dict[str, Any]:
    pairs = [
        {"people": [one.one, one.other], "both": one.both, "alike": one.alike, "kappa": one.kappa} for one in held.pairs
    ]
    return {"people": held.people, "shared": held.shared, "alpha": held.alpha, "pairs": pairs}
