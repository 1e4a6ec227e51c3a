"""The server: pages and an interface for programs, for one person's machine or a team's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from hasila import __version__
from hasila.accounts import Accounts
from hasila.codec import line
from hasila.errors import AccountError, HasilaError, LedgerError
from hasila.web import api, api_writing
from hasila.web.drawing import draw
from hasila.web.gate import gate
from hasila.web.pages import ROUTERS
from hasila.web.pages.page import page, tongue_of
from hasila.web.pages.signing_in import to_sign_in
from hasila.web.people import NOBODY, session_of
from hasila.web.rates import Rates
from hasila.web.reviewing import Reviewing
from hasila.web.sizes import Sizes
from hasila.web.stand import Stand

# Nothing is fetched from elsewhere, nothing that stands in a report is run, and no other page may frame this one.
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    # under no-referrer a browser would not say either that a form is ours
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def create_app(ledger: str | None = None, hosts: tuple[str, ...] = LOOPBACK, *, signed_in: bool = False) -> FastAPI:
    """The application. ``ledger`` is a path or an address, None to read reports only.

    Requests for another host than ``hosts`` are refused, so that no page elsewhere can reach a server on loopback
    through a name of its own. With ``signed_in`` nobody reads either without an account.
    Raises :class:`hasila.errors.LedgerError` where there is no such ledger, AccountError where nobody could get in.
    """
    app = FastAPI(
        title="Hasila", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json"
    )
    app.state.stand = None if ledger is None else Stand(ledger)
    app.state.accounts = None if app.state.stand is None else Accounts(app.state.stand.ledger)
    app.state.reviewing = None if app.state.stand is None else Reviewing(app.state.stand)
    app.state.rates = Rates()
    if signed_in:
        if app.state.accounts is None or not app.state.accounts.exist():
            raise AccountError(ledger or "no ledger", "nobody has an account", "Make one with hasila account add")
        app.middleware("http")(gate(_told))
    app.add_middleware(Sizes)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.middleware("http")(_with_headers)
    app.mount("/static", StaticFiles(directory=Path(str(files("hasila.web") / "static"))), name="static")
    app.include_router(api.router, prefix="/api/v1")
    app.include_router(api_writing.router, prefix="/api/v1")
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(HTTPException, _told)
    app.add_exception_handler(HasilaError, _told)
    return app


async def _with_headers(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await answer(request)
    response.headers.update(_HEADERS)
    if session_of(request) is not None:  # what somebody sees who signed in is kept nowhere on the way
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _told(request: Request, error: Exception) -> Response:
    """What went wrong: for programs as problem details (RFC 9457), for people on a page."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    detail = str(error.detail) if isinstance(error, HTTPException) else str(error)
    if request.url.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": detail, "status": status}
        return Response(line(problem), status, _headers_of(error), media_type="application/problem+json")
    if status == 401:
        return to_sign_in(request)
    return HTMLResponse(_error_page(request, status, detail), status, _headers_of(error))


def _error_page(request: Request, status: int, detail: str) -> str:
    values: dict[str, Any] = {"status": status, "detail": detail}
    try:
        return page("error.html.j2", tongue_of(request), request, "error", **values)
    except LedgerError:  # then nobody knows either who asks
        return draw("error.html.j2", tongue_of(request), page="error", path="", **NOBODY, **values)


def _headers_of(error: Exception) -> dict[str, str] | None:
    return dict(error.headers or {}) if isinstance(error, HTTPException) else None
