"""Answers are made a few at a time: a process does one thing at once, and to begin them all makes each of them late.

Whoever asks waits for a turn, in the order of asking. A turn doesn't last: what takes long goes on without it, so that
nobody waits behind a tally that is made anew, an address that is fetched, or somebody who takes in the answer slowly.
"""

from __future__ import annotations

from asyncio import Semaphore, get_running_loop

from starlette.types import ASGIApp, Receive, Scope, Send

AT_ONCE = 2
"""Answers that are made at once: while one waits for the database, another has the processor."""
LASTS = 0.25
"""Seconds that a turn lasts: several times what a page takes, and little for whoever waits behind one that is slow."""


class InTurn:
    """Gives a turn to each request, and takes it back when it is answered or has had it for ``lasts`` seconds."""

    def __init__(self, app: ASGIApp, at_once: int = AT_ONCE, lasts: float = LASTS) -> None:
        self._app, self._lasts = app, lasts
        self._free = Semaphore(at_once)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        await self._free.acquire()
        ends = get_running_loop().call_later(self._lasts, self._free.release)
        try:
            await self._app(scope, receive, send)
        finally:
            if ends.when() > get_running_loop().time():  # later it has been taken back, or is about to be
                ends.cancel()
                self._free.release()
