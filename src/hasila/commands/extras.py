"""What a command needs that is installed only on request."""

from __future__ import annotations

from importlib.util import find_spec

import typer

from hasila.commands import console


def needs(extra: str, *modules: str) -> None:
    """End the command, saying what brings them, unless all ``modules`` are installed."""
    missing = [name for name in modules if find_spec(name) is None]
    if missing:
        console.complain(f"{' and '.join(missing)} missing: pip install 'hasila[{extra}]' brings it")
        raise typer.Exit(console.WRONG)
