"""What all pages share: their router's kind, their language, and how one is drawn."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute

from hasila.web.drawing import draw
from hasila.web.messages import TONGUES, Tongue, preferred
from hasila.web.people import signing
from hasila.web.sizes import LARGEST


class _WithLongFields(APIRoute):
    """Reads a form before anybody else does: a pasted report may be longer than the megabyte of a field."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def handle(request: Request) -> Response:
            if request.method == "POST" and request.headers.get("content-type", "").startswith("multipart/form-data"):
                await request.form(max_part_size=LARGEST)
            return await answer(request)

        return handle


def router_of_pages() -> APIRouter:
    """A router whose answers are pages."""
    return APIRouter(include_in_schema=False, default_response_class=HTMLResponse, route_class=_WithLongFields)


def tongue_of(request: Request) -> Tongue:
    """The language of a page: the first part of its path, or else what the browser asks for."""
    first = request.url.path.strip("/").partition("/")[0]
    return next((tongue for tongue in TONGUES if tongue == first), None) or preferred(
        request.headers.get("accept-language", "")
    )


def page(template: str, lang: Tongue, request: Request, name: str, **values: Any) -> str:
    """A page; ``name`` is its name in the menu."""
    path = request.url.path.partition(f"/{lang}/")[2]
    if request.url.query:
        path += f"?{request.url.query}"
    shared = {"page": name, "path": path, "ledger": request.app.state.stand is not None, **signing(request)}
    return draw(template, lang, **shared, **values)


def number_of(typed: str) -> int:
    """The page that is asked for; the first where that is no number.

    >>> number_of("3"), number_of("-1"), number_of("x"), number_of("9" * 40)
    (3, 1, 1, 10000)
    """
    return min(max(int(typed), 1), 10_000) if typed.isdecimal() else 1


def for_now(response: Response) -> None:
    """Say that a page may be another one a moment later, though the ledger stays the same."""
    response.headers["Cache-Control"] = "no-store"
