"""The address without a path."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import RedirectResponse

from hasila.web.pages.page import router_of_pages, tongue_of

router = router_of_pages()


@router.get("/")
def home(request: Request) -> RedirectResponse:
    """To the first page, in the language that the browser asks for."""
    return RedirectResponse(f"/{tongue_of(request)}/read", 302)
