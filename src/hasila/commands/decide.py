"""``hasila decide``: what people decide about a figure or a document, with who and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, AsOfOption, Format, FormatOption, LedgerOption

if TYPE_CHECKING:
    from hasila.ledger import Decision


class Action(StrEnum):
    accept = "accept"
    reject = "reject"
    correct = "correct"
    unsure = "unsure"
    withdraw = "withdraw"
    restore = "restore"
    undo = "undo"
    settle = "settle"


def decide(
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="TARGET", help="A document (its id, its key or the beginning of it) or a figure: DOCUMENT#NUMBER."
        ),
    ] = None,
    action: Annotated[
        Action | None,
        typer.Argument(
            help="accept, reject or unsure: a figure, or with --field period an inferred period. correct: a slot of a "
            "figure. withdraw: a document. restore: as if nobody had decided.",
        ),
    ] = None,
    who: Annotated[str | None, typer.Option(envvar="HASILA_WHO", metavar="NAME", help="Who decides.")] = None,
    why: Annotated[str | None, typer.Option(metavar="REASON", help="Why.")] = None,
    field: Annotated[
        str | None, typer.Option(metavar="SLOT", help="What is corrected: value, place, period, mode …")
    ] = None,
    value: Annotated[
        str | None, typer.Option(metavar="VALUE", help='What it should be; "none" where nothing should stand.')
    ] = None,
    show: Annotated[bool, typer.Option("--list", help="Show every decision, and decide nothing.")] = False,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    format: FormatOption = Format.table,
) -> None:
    """Decide about a figure or a document of a ledger. Nothing is overwritten: the last decision on a matter stands.

    Example: hasila decide july-report#5 correct --field value --value 24 --who Rana --why "the statement says 24"

    Example: hasila decide --list --as-of 2023-08-31

    Exit status: 0 decided, or shown; 2 the command was wrong (no such figure, no reason …), or the ledger can't be
    used.
    """
    from hasila.ledger import Decision, open_ledger

    if not show and (target is None or action is None):
        raise typer.BadParameter("give TARGET and an action, or --list")
    console.write_anything(sys.stdout)
    with console.ends_quietly(), open_ledger(ledger, create=False) as held:
        if show:
            _show(held.decided(as_of), format)
        elif action is not None:
            decision = Decision(
                target=target or "", action=action.value, who=who or "", why=why or "", field=field, value=value
            )
            seq = held.decide(decision)
            if format is Format.json:
                console.print_json({"seq": seq})
            else:
                typer.echo(f"decided, as row {seq} of {held.where}")


def _show(decisions: Iterable[Decision], format: Format) -> None:
    """Every decision on a line of its own, or all of them as one array."""
    if format is Format.json:
        console.print_json([_plain(decision) for decision in decisions])
        return
    for told in decisions:
        about = f" {told.field}={told.value}" if told.field else ""
        at = told.at.strftime("%Y-%m-%d %H:%M") if told.at else ""
        typer.echo(f"{told.seq}  {at}  {told.action} {told.target}{about}  by {told.who}: {told.why}")


def _plain(told: Decision) -> dict[str, object]:
    plain = asdict(told)
    return {**plain, "at": told.at and told.at.isoformat()}
