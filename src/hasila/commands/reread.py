"""``hasila reread``: read the documents of a ledger again, with what Hasila has learned since."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hasila.ledger.rereading import Changed, Reread
    from hasila.model import Figure


def reread(ledger: LedgerOption = DEFAULT_LEDGER, format: FormatOption = Format.table) -> None:
    """Read every document again that another version of Hasila read, and show what it reads otherwise.

    The new readings stand from now on; the old ones are kept, and --as-of shows them. A run that was broken off goes
    on where it stood. json: a line for each document whose reading changed.

    Example: hasila reread --ledger hasila.db

    Exit status: 0 every document is read by this version; 2 the command was wrong, or the ledger can't be used.
    """
    from hasila.ledger import document_key, open_ledger
    from hasila.ledger.rereading import reread as read_again
    from hasila.reading import read
    from hasila.reference import reference_readings

    console.write_anything(sys.stdout)
    with (
        console.ends_quietly("stopped; what was read again stays, and the same command does the rest"),
        open_ledger(ledger, create=False) as held,
    ):
        count = changed = 0
        series = {document_key(one.document): one for one in reference_readings()}
        for one in console.with_progress(read_again(held, read, made=series), "reports"):
            count += 1
            if not one.same:
                changed += 1
                _show(one, format)
        if format is Format.table:
            typer.echo(f"{count:,} read again in {held.where}, {changed:,} of them read otherwise")


def _show(one: Reread, format: Format) -> None:
    document = one.after.document
    if format is Format.json:
        figures = [_plain(change) for change in one.figures]
        console.print_json({"id": document.id, "key": one.key, "engine": one.engine, "figures": figures})
        return
    typer.echo(f"{document.id} ({one.key[:12]}), read before by {one.engine}:")
    lines = [line for change in one.figures for line in _lines(change)]
    for line in lines or ["  figures as before; quotes, facts or notes differ"]:
        typer.echo(line)


def _lines(change: Changed) -> Iterator[str]:
    if change.before is None or change.after is None:
        figure, sign = (change.before, "-") if change.before else (change.after, "+")
        if figure is not None:
            yield f"  {sign} {_named(figure)}"
        return
    yield f"  ~ {_named(change.after)}"
    for slot in change.slots:
        yield f"      {slot}: {getattr(change.before, slot)} -> {getattr(change.after, slot)}"


def _named(figure: Figure) -> str:
    value = figure.low if figure.low == figure.high else f"{figure.low}..{figure.high}"
    return f"{figure.measure} {value}: {figure.evidence.text}"


def _plain(change: Changed) -> dict[str, Any]:
    from hasila.codec import plain_figure

    before, after = (figure and plain_figure(figure) for figure in (change.before, change.after))
    return {"before": before, "after": after, "slots": list(change.slots)}
