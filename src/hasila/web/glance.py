"""One look at the ledger for each page: whatever is asked for a page sees the same end of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

from starlette.types import ASGIApp, Receive, Scope, Send

from hasila.ledger import Head

_seen: ContextVar[list[Head] | None] = ContextVar("seen", default=None)


class AtAGlance:
    """Lets everything that answers a GET share its first look; what writes looks anew each time."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            _seen.set([] if scope["method"] == "GET" else None)
        await self._app(scope, receive, send)


def seen(look: Callable[[], Head]) -> Head:
    """The end of the ledger as this request saw it first."""
    held = _seen.get()
    if held is None:
        return look()
    if not held:
        held.append(look())
    return held[0]
