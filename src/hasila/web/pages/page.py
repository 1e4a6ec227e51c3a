"""What all pages share: their router's kind, their language, and how one is drawn."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from hasila.web.drawing import draw
from hasila.web.messages import TONGUES, Tongue, preferred
from hasila.web.people import signing


def router_of_pages() -> APIRouter:
    """A router whose answers are pages."""
    return APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


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
