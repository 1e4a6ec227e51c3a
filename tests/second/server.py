"""A real server on loopback that speaks the chat completions protocol, well or badly, as a test wants it."""

from __future__ import annotations

import json
import socket
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any

Reply = Callable[["Handler", dict[str, Any]], None]


@dataclass
class Asked:
    """A request as it came in."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class Model:
    """What the server does next: each of ``replies`` once, then ``always``."""

    address: str = ""
    always: Reply | None = None
    replies: deque[Reply] = field(default_factory=deque)
    asked: list[Asked] = field(default_factory=list)
    released: Event = field(default_factory=Event)
    at_once: int = 0
    most_at_once: int = 0
    lock: Lock = field(default_factory=Lock)

    def next(self) -> Reply:
        with self.lock:
            return self.replies.popleft() if self.replies else self.always or completion("")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    model: Model

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        model = self.model
        with model.lock:
            model.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            model.at_once += 1
            model.most_at_once = max(model.most_at_once, model.at_once)
        try:
            model.next()(self, body)
        finally:
            with model.lock:
                model.at_once -= 1

    def do_GET(self) -> None:
        send(
            self, 200, {"object": "list", "data": [{"id": "small", "object": "model", "created": 0, "owned_by": "us"}]}
        )

    def log_message(self, *_: object) -> None:
        pass


def send(handler: Handler, status: int, plain: object, **headers: str) -> None:
    body = plain if isinstance(plain, bytes) else json.dumps(plain).encode()
    handler.send_response(status)
    for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def completion(content: str | None, usage: object = (120, 30), ended: str = "stop") -> Reply:
    """An answer in the words of the protocol."""

    def reply(handler: Handler, body: dict[str, Any]) -> None:
        plain: dict[str, Any] = {
            "id": "c1", "object": "chat.completion", "created": 0, "model": body["model"],
            "choices": [{"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": ended}],
        }  # fmt: skip
        if isinstance(usage, tuple):
            plain["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
        elif usage is not None:
            plain["usage"] = usage
        send(handler, 200, plain)

    return reply


def figures(*told: dict[str, Any], quotes: list[dict[str, Any]] | None = None, **options: Any) -> Reply:
    """An answer that tells some figures."""
    return completion(answer(*told, quotes=quotes), **options)


def answer(*told: dict[str, Any], quotes: list[dict[str, Any]] | None = None) -> str:
    return json.dumps({"figures": list(told), "quotes": quotes or []}, ensure_ascii=False)


def figure(measure: str, low: int | None, quote: str, **slots: Any) -> dict[str, Any]:
    """A figure as a model tells it."""
    plain: dict[str, Any] = {
        "measure": measure, "low": low, "high": low, "qualifier": "exact", "modality": "asserted", "kind": "period",
        "subset": False, "victim": None, "actor": None, "partners": [], "mode": None, "target": None, "place": None,
        "period": None, "attribution": None, "field": "text", "quote": quote, "context": "",
    }  # fmt: skip
    return {**plain, **slots}


def error(status: int, message: str = "no", **headers: str) -> Reply:
    return lambda handler, _: send(handler, status, {"error": {"message": message}}, **headers)


def raw(body: bytes, **headers: str) -> Reply:
    return lambda handler, _: send(handler, 200, body, **headers)


def cut(handler: Handler, _: dict[str, Any]) -> None:
    """Promise more than comes, and hang up."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def silent(handler: Handler, _: dict[str, Any]) -> None:
    """Say nothing until the test is over."""
    handler.model.released.wait(60)
    handler.close_connection = True


def dripping(handler: Handler, _: dict[str, Any]) -> None:
    """One byte after the other, each soon enough, and never an end."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    try:
        while not handler.model.released.wait(0.02):
            handler.wfile.write(b" ")
            handler.wfile.flush()
    except OSError:
        pass
    handler.close_connection = True


def endless(handler: Handler, _: dict[str, Any]) -> None:
    """As many bytes as anybody takes."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(10**12))
    handler.end_headers()
    try:
        while not handler.model.released.is_set():
            handler.wfile.write(b" " * 65536)
    except OSError:
        pass
    handler.close_connection = True


@contextmanager
def serving(always: Reply | None = None, *replies: Reply) -> Iterator[Model]:
    model = Model(always=always, replies=deque(replies))
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"model": model}))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    model.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield model
    finally:
        model.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
