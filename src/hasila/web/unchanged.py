"""Answers that stay the same as long as the ledger does: told so to whoever has them, and kept for everybody else.

Only what is asked without a cookie and without a token is kept, so that nobody is ever shown a page made for somebody
else. An answer that sets a cookie, or that says ``Cache-Control`` itself, is left alone.
"""

from __future__ import annotations

import gzip
from asyncio import Lock
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from weakref import WeakValueDictionary

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_KEPT_KINDS = ("text/html", "application/json")
_MOST_BYTES = 64 << 20
_MOST_OF_ONE = 2 << 20
_WORTH_PACKING = 1 << 10
_PLAIN, _PACKED = "identity", "gzip"


@dataclass(slots=True)
class _Answer:
    """An answer that was made, and the same packed once somebody took it so."""

    headers: list[tuple[bytes, bytes]]
    body: bytes
    packed: bytes = b""

    def of(self, encoding: str) -> bytes:
        if encoding == _PLAIN or len(self.body) < _WORTH_PACKING:
            return self.body
        if not self.packed:
            self.packed = gzip.compress(self.body, 5, mtime=0)
        return self.packed

    @property
    def size(self) -> int:
        return len(self.body) * 2


@dataclass
class Unchanged:
    """Keeps answers by what was asked. ``stamp`` says which state they are of; None where there is nothing to keep."""

    app: ASGIApp
    stamp: Callable[[], str | None]
    most_bytes: int = _MOST_BYTES
    _kept: OrderedDict[str, _Answer] = field(default_factory=OrderedDict)
    _size: int = 0
    _state: str | None = None
    _making: WeakValueDictionary[str, Lock] = field(default_factory=WeakValueDictionary)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if "cookie" in headers or "authorization" in headers:
            await self.app(scope, receive, _for_one_person(send))
            return
        state = await run_in_threadpool(self.stamp)
        if state is None:
            await self.app(scope, receive, send)
            return
        await self._answer(state, scope, headers, receive, send)

    async def _answer(self, state: str, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        if state != self._state:
            self._kept.clear()
            self._size, self._state = 0, state
        asked = "\n".join([scope["path"], scope["query_string"].decode("latin-1"), headers.get("accept", "")])
        name = sha256(f"{state}\n{asked}".encode()).hexdigest()[:32]
        tag = f'W/"{name}"'
        if tag in (one.strip() for one in headers.get("if-none-match", "").split(",")):
            await _send_unchanged(send, tag)
            return
        lock = self._making.setdefault(name, Lock())
        is_first = not lock.locked()
        async with lock:  # what many ask for at once is made once
            kept = self._kept.get(name)
            if kept is not None:
                self._kept.move_to_end(name)
            elif is_first:
                kept = await self._made(state, name, _Maker(tag, send), scope, receive)
                if kept is None:
                    return
        if kept is None:  # it can't be kept, and nobody has to wait for another
            kept = await self._made(state, name, _Maker(tag, send), scope, receive)
            if kept is None:
                return
        if headers.get("if-none-match") == "*":
            await _send_unchanged(send, tag)
            return
        await _send_kept(send, kept, _PACKED if "gzip" in headers.get("accept-encoding", "") else _PLAIN)

    async def _made(self, state: str, name: str, maker: _Maker, scope: Scope, receive: Receive) -> _Answer | None:
        """The answer, made and kept; None where it has gone out already."""
        await self.app(scope, receive, maker.take)
        if maker.made is not None and name not in self._kept:
            self._keep(state, name, maker.made)
        return maker.made

    def _keep(self, state: str, name: str, made: _Answer) -> None:
        if state != self._state:
            return
        self._kept[name] = made
        self._size += made.size
        while self._size > self.most_bytes:
            _, gone = self._kept.popitem(last=False)
            self._size -= gone.size


class _Maker:
    """Takes an answer as it is made: what can be kept is held back, all else goes on at once."""

    def __init__(self, tag: str, send: Send) -> None:
        self._tag, self._send = tag, send
        self._start: Message | None = None
        self._body = bytearray()
        self.made: _Answer | None = None

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._start is None:
            await self._send(message)
        else:
            await self._more(message)

    async def _begin(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        ours = message["status"] == 200 and not {"set-cookie", "cache-control"} & set(headers.keys())
        if ours:
            headers["ETag"] = self._tag
            headers["Cache-Control"] = "no-cache"
            headers.add_vary_header("Cookie")
            headers.add_vary_header("Accept-Encoding")
        if ours and headers.get("content-type", "").startswith(_KEPT_KINDS):
            self._start = message
        else:
            await self._send(message)

    async def _more(self, message: Message) -> None:
        assert self._start is not None
        self._body += message.get("body", b"")
        if len(self._body) > _MOST_OF_ONE:
            await self._send(self._start)
            await self._send({**message, "body": bytes(self._body)})
            self._start = None
        elif not message.get("more_body"):
            headers = [pair for pair in self._start["headers"] if pair[0].lower() != b"content-length"]
            self.made = _Answer(headers, bytes(self._body))


async def _send_kept(send: Send, kept: _Answer, encoding: str) -> None:
    body = kept.of(encoding)
    headers = [*kept.headers, (b"content-length", str(len(body)).encode())]
    if body is not kept.body:
        headers.append((b"content-encoding", b"gzip"))
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _send_unchanged(send: Send, tag: str) -> None:
    headers = [(b"etag", tag.encode()), (b"cache-control", b"no-cache"), (b"vary", b"Accept, Cookie, Accept-Encoding")]
    await send({"type": "http.response.start", "status": 304, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def _for_one_person(send: Send) -> Send:
    """What was made for one person is kept by nobody on the way."""

    async def said(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).setdefault("Cache-Control", "no-store")
        await send(message)

    return said
