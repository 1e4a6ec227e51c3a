"""A real server on loopback, for the tests of the page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import uvicorn

from hasila.web import create_app


@contextmanager
def serving(ledger: str | None, **options: Any) -> Iterator[str]:
    """The address of a server that shows a ledger."""
    server = uvicorn.Server(uvicorn.Config(create_app(ledger, **options), port=0, log_level="error"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
