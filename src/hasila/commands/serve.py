"""``hasila serve``: the page."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

import typer

from hasila.commands import console


def serve(
    ledger: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|URL", envvar="HASILA_LEDGER", help="The ledger to show; without one, reports are only read."
        ),
    ] = None,
    host: Annotated[
        str, typer.Option(help="The address to listen on; the default is this machine alone.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8765,
) -> None:
    """Open the page: paste a report and see it read, and look at what stands in a ledger.

    Everything comes with Hasila, and nothing is fetched from elsewhere. Whoever can reach the address can read what is
    in the ledger; nobody can change it here.

    Example: hasila serve --ledger hasila.db

    Exit status: 0 stopped; 2 the command was wrong, or the ledger can't be used.
    """
    import uvicorn

    from hasila.web import create_app
    from hasila.web.app import LOOPBACK

    with console.ends_quietly():
        hosts = LOOPBACK if host in LOOPBACK else (*LOOPBACK, host) if host not in ("0.0.0.0", "::") else ("*",)
        app = create_app(ledger, hosts)
        config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False)
        server = uvicorn.Server(config)
        typer.echo(f"http://{host}:{port}/  (Ctrl-C ends it)", err=True)
        with suppress(KeyboardInterrupt):  # how people end it
            server.run()
