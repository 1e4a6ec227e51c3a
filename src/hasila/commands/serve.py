"""``hasila serve``: the page."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hasila.commands import console

if TYPE_CHECKING:
    import uvicorn

_ANY = ("0.0.0.0", "::")
_PATIENCE = 120
"""Seconds after which a process counts as hung and is ended: one that tallies a large ledger says nothing for some."""


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
    signed_in: Annotated[
        bool, typer.Option("--signed-in", help="Let nobody read either without an account (see hasila account).")
    ] = False,
    names: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="A name that people ask for it by, such as hasila.example.org."),
    ] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Let people read a report at its address; by default nothing is fetched.")
    ] = False,
    networks: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-network", metavar="NETWORK", help="With --fetch, a network that isn't public, such as 10.1.0.0/16."
        ),
    ] = None,
    workers: Annotated[
        int,
        typer.Option(
            min=1, max=64, help="Processes that answer. Each holds what stands; more than there are cores gain nothing."
        ),
    ] = 1,
    proxies: Annotated[
        list[str] | None,
        typer.Option(
            "--proxy",
            metavar="ADDRESS",
            help="A proxy that is believed when it says who asks, and that TLS was used (X-Forwarded-For, -Proto).",
        ),
    ] = None,
) -> None:
    """Open the page: paste a report and see it read, and look at what stands in a ledger.

    Everything comes with Hasila, and nothing is fetched from elsewhere unless --fetch is given. Whoever can reach the
    address can read what is in the ledger; only people with an account can add to it (hasila account add), and without
    one nobody.

    Example: hasila serve --ledger hasila.db

    Example: hasila serve --ledger hasila.db --signed-in --name hasila.example.org --proxy 127.0.0.1

    Exit status: 0 stopped; 2 the command was wrong, or the ledger can't be used.
    """
    import uvicorn

    from hasila.web import create_app
    from hasila.web.app import LOOPBACK, SETTINGS

    _check(networks or [])
    with console.ends_quietly():
        own = () if host in LOOPBACK or host in _ANY else (host,)
        hosts = ("*",) if host in _ANY and not names else (*LOOPBACK, *own, *(names or ()))
        options: dict[str, Any] = {"signed_in": signed_in, "fetch": fetch, "networks": networks or []}
        app: Any = create_app(ledger, hosts, **options)  # also where others serve: what is wrong shows here
        if workers > 1:
            os.environ[SETTINGS] = json.dumps({"ledger": ledger, "hosts": hosts, **options})
            app = "hasila.web.app:from_environment"
        asked: dict[str, Any] = {"host": host, "port": port, "workers": workers, **_heard(proxies)}
        asked["timeout_worker_healthcheck"] = _PATIENCE
        config = uvicorn.Config(app, factory=workers > 1, log_level="warning", server_header=False, **asked)
        typer.echo(f"http://{host}:{port}/  (Ctrl-C ends it)", err=True)
        _serve(config)


def _check(networks: list[str]) -> None:
    from hasila.fetch.addresses import network

    for one in networks:
        try:
            network(one)
        except ValueError as error:
            raise typer.BadParameter(f"{one!r} is no network ({error}): write 10.1.0.0/16") from error


def _serve(config: uvicorn.Config) -> None:
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    with suppress(KeyboardInterrupt):  # how people end it
        if config.workers > 1:
            Multiprocess(config, sockets=[_listening(config.host, config.port)]).run()
        else:
            uvicorn.Server(config).run()


def _listening(host: str, port: int) -> socket.socket:
    """A socket for several processes. It says that it is TCP: only then asyncio sends what is small without delay."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        raise typer.BadParameter(f"nobody can listen at {host}:{port}: {error.strerror}") from error
    return made


def _heard(proxies: list[str] | None) -> dict[str, Any]:
    """Headers that say who asks can be sent by anybody: they count where a proxy of ours sent them, nowhere else."""
    return {"proxy_headers": bool(proxies), "forwarded_allow_ips": proxies or []}
