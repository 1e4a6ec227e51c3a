"""The address without a path."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import RedirectResponse

from hasila.web.addresses import link
from hasila.web.pages.page import router_of_pages, tongue_of

router = router_of_pages()


@router.get("/")
def home(request: Request) -> RedirectResponse:
    """To what stands, or to where reports are read if no ledger is open, in the language that the browser asks for."""
    first = "read" if request.app.state.stand is None else "overview"
    return RedirectResponse(link(tongue_of(request), first), 302)
