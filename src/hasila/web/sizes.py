"""Requests of any size are not taken in: what is sent is held in memory."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hasila.web.refusals import TOO_LONG

LARGEST = 20_000_000
"""Bytes. A report of two million letters fits, however it is written."""


class Sizes:
    """Stops reading a request that goes on for too long. The error is answered like every other."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > LARGEST:
                raise HTTPException(413, TOO_LONG)
            return message

        await self._app(scope, counted, send)
