"""The server: pages and an interface for programs, for one person's machine or a team's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from hasila import __version__
from hasila.codec import line
from hasila.errors import HasilaError
from hasila.web import api
from hasila.web.drawing import draw
from hasila.web.pages import ROUTERS
from hasila.web.pages.page import tongue_of
from hasila.web.stand import Stand

# Nothing is fetched from elsewhere, nothing that stands in a report is run, and no other page may frame this one.
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def create_app(ledger: str | None = None, hosts: tuple[str, ...] = LOOPBACK) -> FastAPI:
    """The application. ``ledger`` is a path or an address, None to read reports only.

    Requests for another host than ``hosts`` are refused, so that no page elsewhere can reach a server on loopback
    through a name of its own. Raises :class:`hasila.errors.LedgerError` where there is no such ledger.
    """
    app = FastAPI(
        title="Hasila", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json"
    )
    app.state.stand = None if ledger is None else Stand(ledger)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.middleware("http")(_with_headers)
    app.mount("/static", StaticFiles(directory=Path(str(files("hasila.web") / "static"))), name="static")
    app.include_router(api.router, prefix="/api/v1")
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(HTTPException, _told)
    app.add_exception_handler(HasilaError, _told)
    return app


async def _with_headers(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await answer(request)
    response.headers.update(_HEADERS)
    return response


async def _told(request: Request, error: Exception) -> Response:
    """What went wrong: for programs as problem details (RFC 9457), for people on a page."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    detail = str(error.detail) if isinstance(error, HTTPException) else str(error)
    if request.url.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": detail, "status": status}
        return Response(line(problem), status, media_type="application/problem+json")
    return HTMLResponse(
        draw("error.html.j2", tongue_of(request), page="error", status=status, detail=detail, path=""), status
    )
