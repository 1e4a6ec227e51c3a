"""The server: pages and an interface for programs, for one person's machine or a team's."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from hasila import __version__
from hasila.accounts import Accounts
from hasila.errors import AccountError, LedgerError
from hasila.fetch.addresses import network
from hasila.web import api
from hasila.web.api.conflicting import ConflictLines
from hasila.web.fetching import Fetcher
from hasila.web.gate import gate
from hasila.web.glance import AtAGlance
from hasila.web.headers import WithHeaders
from hasila.web.pages import ROUTERS
from hasila.web.rates import Rates
from hasila.web.reviewing import Reviewing
from hasila.web.sizes import Sizes
from hasila.web.stand import Stand
from hasila.web.told import tell_errors, told
from hasila.web.turns import InTurn
from hasila.web.unchanged import Unchanged

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def create_app(
    ledger: str | None = None,
    hosts: tuple[str, ...] = LOOPBACK,
    *,
    signed_in: bool = False,
    fetch: bool = False,
    networks: Sequence[str] = (),
) -> FastAPI:
    """The application. ``ledger`` is a path or an address, None to read reports only.

    Requests for another host than ``hosts`` are refused, so that no page elsewhere can reach a server on loopback
    through a name of its own. With ``signed_in`` nobody reads either without an account. With ``fetch`` a report can be
    read at its address: a public one, or one in ``networks``.
    Raises :class:`hasila.errors.LedgerError` where there is no such ledger, AccountError where nobody could get in.
    """
    app = FastAPI(
        title="Hasila", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json"
    )
    app.state.stand = None if ledger is None else Stand(ledger)
    app.state.accounts = None if app.state.stand is None else Accounts(app.state.stand.ledger)
    app.state.reviewing = None if app.state.stand is None else Reviewing(app.state.stand)
    app.state.conflict_lines = ConflictLines()
    app.state.rates = Rates()
    app.state.fetcher = Fetcher(tuple(map(network, networks))) if fetch else None
    app.mount("/static", StaticFiles(directory=Path(str(files("hasila.web") / "static"))), name="static")
    app.include_router(api.router)
    for router in ROUTERS:
        app.include_router(router)
    tell_errors(app)
    # the last one is asked first
    app.add_middleware(InTurn)
    app.add_middleware(Unchanged, stamp=lambda: _stamp(app))
    if signed_in:
        if app.state.accounts is None or not app.state.accounts.exist():
            raise AccountError(ledger or "no ledger", "nobody has an account", "Make one with hasila account add")
        app.middleware("http")(gate(told))
    app.add_middleware(Sizes)
    app.add_middleware(AtAGlance)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    app.add_middleware(WithHeaders)
    return app


def _stamp(app: FastAPI) -> str | None:
    """All that pages depend on which are the same for everybody; None where that isn't known."""
    if app.state.stand is None:
        return None
    with suppress(LedgerError):
        head = app.state.stand.head()
        return f"{__version__} {head.seq} {head.hash} {app.state.accounts.exist()}"
    return None


SETTINGS = "HASILA_SERVED"
"""The variable of the environment in which several processes that serve one ledger are told how."""


def from_environment() -> FastAPI:
    """The application of one of several processes: what :func:`create_app` takes is JSON in ``HASILA_SERVED``."""
    asked = json.loads(os.environ[SETTINGS])
    return create_app(asked.pop("ledger"), tuple(asked.pop("hosts")), **asked)
