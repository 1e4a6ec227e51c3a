"""HTTP with bounds that the client has none for: how long an answer is, how long it takes, who may give it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx2

MOST_BYTES = 8 * 1024 * 1024
"""Bytes of one answer; a model writes a hundredth of it."""


class Unbounded(httpx2.TransportError):
    """An answer that goes over a bound."""


def http_client(endpoint: str, timeout: float, most_bytes: int = MOST_BYTES) -> httpx2.Client:
    """A client for one endpoint. It follows no redirect: a report goes where the user said, and nowhere else.

    Of the environment only the proxy counts, and for an endpoint on this machine not even that.
    """
    inner = httpx2.HTTPTransport(proxy=_proxy(endpoint))
    return httpx2.Client(
        transport=_Bounded(inner, timeout, most_bytes), trust_env=False, follow_redirects=False, timeout=timeout
    )


def _proxy(endpoint: str) -> str | None:
    """The proxy that the environment names for an address."""
    address = urlsplit(endpoint)
    if is_loopback(endpoint) or proxy_bypass(address.hostname or ""):
        return None
    return getproxies().get(address.scheme)


def is_loopback(endpoint: str) -> bool:
    """Whether an address is on this machine.

    >>> is_loopback("http://127.0.0.1:8080/v1"), is_loopback("http://[::1]/v1"), is_loopback("https://models.example/v1")
    (True, True, False)
    """
    host = urlsplit(endpoint).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


class _Bounded(httpx2.BaseTransport):
    """Another transport whose answers end at a bound, and come as they are: packed ones could grow without end."""

    def __init__(self, inner: httpx2.BaseTransport, timeout: float, most_bytes: int) -> None:
        self._inner = inner
        self._timeout = timeout
        self._most = most_bytes

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        ends = time.monotonic() + self._timeout
        request.headers["Accept-Encoding"] = "identity"
        answer = self._inner.handle_request(request)
        if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
            answer.close()
            raise Unbounded("the answer is packed, which was not asked for")
        assert isinstance(answer.stream, httpx2.SyncByteStream)
        answer.stream = _BoundedStream(answer.stream, self._most, ends)
        return answer

    def close(self) -> None:
        self._inner.close()


class _BoundedStream(httpx2.SyncByteStream):
    def __init__(self, inner: httpx2.SyncByteStream, most: int, ends: float) -> None:
        self._inner = inner
        self._most = most
        self._ends = ends

    def __iter__(self) -> Iterator[bytes]:
        left = self._most
        for piece in self._inner:
            left -= len(piece)
            if left < 0:
                raise Unbounded(f"the answer is longer than {self._most:,} bytes")
            if time.monotonic() > self._ends:
                raise httpx2.ReadTimeout("the answer came too slowly")
            yield piece

    def close(self) -> None:
        self._inner.close()
