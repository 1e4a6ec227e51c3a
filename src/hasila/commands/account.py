"""``hasila account``: who may sign in on the page, and what they may do there."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from getpass import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.commands import console
from hasila.commands.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption

if TYPE_CHECKING:
    from hasila.accounts import Account, Accounts

app = typer.Typer(
    no_args_is_help=True, help="Look after the accounts of a ledger: who may sign in on the page, and what they may do."
)


class Role(StrEnum):
    viewer = "viewer"
    reviewer = "reviewer"
    editor = "editor"


NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name that decisions are kept by.")]
RoleOption = Annotated[
    Role,
    typer.Option(
        help="viewer: read, where that needs an account. reviewer: also decide about figures. editor: also settle "
        "differences, and add, withdraw and restore reports."
    ),
]
StdinOption = Annotated[
    bool, typer.Option("--password-stdin", help="Take the password from the first line of standard input.")
]
PurposeOption = Annotated[str, typer.Option("--for", metavar="PURPOSE", help="What the token is for.")]


@app.command()
def add(
    name: NameArgument, role: RoleOption, ledger: LedgerOption = DEFAULT_LEDGER, password_stdin: StdinOption = False
) -> None:
    """Make an account. The password is asked for twice; of it only an argon2 hash is kept.

    Example: hasila account add Rana --role reviewer --ledger hasila.db

    Exit status: 0 made; 2 the command was wrong (the name is taken, the password too short …), or the ledger can't be
    used.
    """
    with _accounts(ledger) as accounts:
        person = accounts.add(name, role.value, _password(name, password_stdin))
        typer.echo(f"{person.name} is {person.role}")


@app.command("list")
def show(ledger: LedgerOption = DEFAULT_LEDGER, format: FormatOption = Format.table) -> None:
    """Show every account, with its role and its tokens. Nothing secret is in it.

    Example: hasila account list --format json

    Exit status: 0 shown; 2 the command was wrong, or the ledger can't be used.
    """
    console.write_anything(sys.stdout)
    with _accounts(ledger) as accounts:
        if format is Format.json:
            console.print_json([_plain(one) for one in accounts.all()])
        else:
            _print(accounts.all())


@app.command()
def role(
    name: NameArgument,
    role: Annotated[Role, typer.Argument(help="viewer, reviewer or editor.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Give an account another role. It holds at once, for open sessions and for tokens too.

    Example: hasila account role Rana editor

    Exit status: 0 given; 2 the command was wrong (there is no such account), or the ledger can't be used.
    """
    with _accounts(ledger) as accounts:
        accounts.set_role(name, role.value)
        typer.echo(f"{name} is {role.value}")


@app.command()
def password(name: NameArgument, ledger: LedgerOption = DEFAULT_LEDGER, password_stdin: StdinOption = False) -> None:
    """Give an account a new password. Every session that is open ends; tokens stay.

    Example: hasila account password Rana

    Exit status: 0 given; 2 the command was wrong (there is no such account, the password is too short …), or the ledger
    can't be used.
    """
    with _accounts(ledger) as accounts:
        accounts.set_password(name, _password(name, password_stdin))
        typer.echo(f"{name} has a new password")


@app.command()
def remove(name: NameArgument, ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Remove an account with its sessions and tokens. What the person added and decided stays, under the name.

    Example: hasila account remove Rana

    Exit status: 0 removed; 2 the command was wrong (there is no such account), or the ledger can't be used.
    """
    with _accounts(ledger) as accounts:
        accounts.remove(name)
        typer.echo(f"{name} has no account any more")


@app.command()
def token(name: NameArgument, purpose: PurposeOption = "programs", ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Print a token with which a program may do what the person may. It is shown this once: only its hash is kept.

    Example: hasila account token Rana --for "the nightly import" > token.txt

    Exit status: 0 printed; 2 the command was wrong (there is no such account), or the ledger can't be used.
    """
    with _accounts(ledger) as accounts:
        typer.echo(accounts.new_token(name, purpose))


@app.command()
def untoken(
    name: NameArgument,
    purpose: Annotated[
        str | None, typer.Option("--for", metavar="PURPOSE", help="Only the tokens for this; all of them without it.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Revoke tokens of an account, at once.

    Example: hasila account untoken Rana --for "the nightly import"

    Exit status: 0 revoked, or there was none; 2 the command was wrong (there is no such account), or the ledger can't
    be used.
    """
    with _accounts(ledger) as accounts:
        typer.echo(f"{accounts.revoke_tokens(name, purpose)} revoked")


@contextmanager
def _accounts(ledger: str) -> Iterator[Accounts]:
    from hasila.accounts import Accounts
    from hasila.ledger import open_ledger

    with console.ends_quietly(), open_ledger(ledger, create=False) as held:
        yield Accounts(held)


def _password(name: str, from_stdin: bool) -> str:
    """A new password, from whoever sits at the terminal; never an argument, which others on the machine could see."""
    if from_stdin:
        line = sys.stdin.buffer.readline().decode("utf-8", "surrogateescape")
        return line.removesuffix("\n").removesuffix("\r")
    if not sys.stdin.isatty():
        raise typer.BadParameter("there is no terminal to ask for the password: give --password-stdin")
    first = getpass(f"Password for {name}: ")
    if getpass("Once more: ") != first:
        raise typer.BadParameter("the two passwords differ")
    return first


def _print(held: Iterable[Account]) -> None:
    for one in held:
        tokens = ", ".join(f"{token.purpose} ({token.at:%Y-%m-%d})" for token in one.tokens) or "none"
        typer.echo(f"{one.person.name}  {one.person.role}  since {one.at:%Y-%m-%d}  tokens: {tokens}")


def _plain(one: Account) -> dict[str, object]:
    tokens = [{"for": token.purpose, "at": token.at.isoformat()} for token in one.tokens]
    return {"name": one.person.name, "role": one.person.role, "at": one.at.isoformat(), "tokens": tokens}
