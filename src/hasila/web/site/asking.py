"""The application asked without a server around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlencode

from anyio.from_thread import BlockingPortal, start_blocking_portal
from starlette.types import ASGIApp, Message, Scope

from hasila.web.addresses import Addresses, written_as
from hasila.web.site.files import Page

# asked for one person, so that the application keeps nothing of what is drawn once
_HEADERS = [(b"host", b"localhost"), (b"cookie", b"published=1")]


class Asked:
    """An application that answers one page after the other."""

    def __init__(self, app: ASGIApp, portal: BlockingPortal, addresses: Addresses) -> None:
        self._app, self._portal, self._addresses = app, portal, addresses

    def page(self, page: Page, policy: str) -> tuple[int, bytes]:
        """The status and the page."""
        path = f"/{page.lang}/{page.path}"
        query = urlencode([*page.query, *([("policy", policy)] if policy else [])])
        return self._portal.call(self._get, path, query)

    async def _get(self, path: str, query: str) -> tuple[int, bytes]:
        scope: Scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": _HEADERS,
            "client": ("127.0.0.1", 0),
            "server": ("localhost", 80),
        }
        status, body = 0, bytearray()

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            body.extend(message.get("body", b""))

        with written_as(self._addresses):
            await self._app(scope, receive, send)
        return status, bytes(body)


@contextmanager
def asked(app: ASGIApp, addresses: Addresses) -> Iterator[Asked]:
    """The application, ready to be asked; its pages have these addresses."""
    with start_blocking_portal() as portal:
        yield Asked(app, portal, addresses)
