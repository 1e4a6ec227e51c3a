"""A real server on 127.0.0.1 that does to its clients whatever a test wants, and a clock that only moves when told."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from hasila.fetch import Clock

Route = Callable[[BaseHTTPRequestHandler], None]
START = 1_688_000_000.0
"""2023-06-29T00:53:20Z."""


class SetClock(Clock):
    """Time passes when somebody sleeps, and by ``step`` seconds with each look at how long something takes."""

    def __init__(self, step: float = 0.0) -> None:
        self.time = START
        self.slept: list[float] = []
        self._ticks = 0.0
        self._step = step

    def now(self) -> float:
        return self.time

    def ticks(self) -> float:
        self._ticks += self._step
        return self._ticks

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def chance(self) -> float:
        return 0.0


@dataclass
class Asked:
    """A request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Site:
    """What the server answers, by path, and what it was asked; ``names`` are the hosts that were meant, over TLS."""

    url: str
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)

    def paths(self) -> list[str]:
        """The paths that were asked for, but for robots.txt."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def gives(self, path: str, body: bytes | str, kind: str = "text/html; charset=utf-8", **headers: str) -> str:
        """Answer with a body; the address."""
        self.routes[path] = answers(200, body, kind, **headers)
        return self.url + path

    def does(self, path: str, route: Route) -> str:
        """Answer somehow; the address."""
        self.routes[path] = route
        return self.url + path


def answers(status: int, body: bytes | str = b"", kind: str = "text/html; charset=utf-8", **headers: str) -> Route:
    """An ordinary answer."""
    data = body.encode() if isinstance(body, str) else body

    def route(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return route


def redirects(to: str, status: int = 302) -> Route:
    """Send somewhere else."""
    return answers(status, Location=to)


def endless(chunk: bytes, **headers: str) -> Route:
    """A body that never ends, as long as somebody reads it."""

    def route(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.close_connection = True
        while True:
            handler.wfile.write(chunk)

    return route


def resets(handler: BaseHTTPRequestHandler) -> None:
    """Break the connection off in the middle of an answer."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf of it")
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True


def raw(data: bytes) -> Route:
    """Send just these bytes."""

    def route(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)
        handler.close_connection = True

    return route


@contextmanager
def running(certificate: Path | None = None) -> Iterator[Site]:
    """A site on a port of its own, over TLS where it has a certificate. What it has no answer for, is not there."""
    site = Site("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            site.asked.append(Asked(self.command, self.path, dict(self.headers), self.rfile.read(length)))
            try:
                site.routes.get(self.path, answers(404))(self)
            except OSError:  # the client had enough
                self.close_connection = True

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    site.url = f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}"
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        context.sni_callback = lambda _socket, name, _context: site.names.append(name)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
