"""Connections to addresses that may be talked to, which end when their time is over, whatever the server does."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from hasila.errors import FetchError
from hasila.fetch.addresses import Network, Resolver, is_open_to
from hasila.fetch.clock import Clock


class Deadline:
    """The moment at which a request has to be over."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ends = float("inf")

    def set(self, seconds: float) -> None:
        """Give the request so much time from now."""
        self._ends = self._clock.ticks() + seconds

    def left(self, timeout: float | None) -> float:
        """The time for one step. Raises where none is left."""
        left = self._ends - self._clock.ticks()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the whole answer is over")
        return left if timeout is None else min(timeout, left)


class Transport(httpx.BaseTransport):
    """HTTP over checked connections. Proxies of the environment are not used: behind them no address is checked."""

    def __init__(self, resolve: Resolver, allowed: Iterable[Network], deadline: Deadline) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=16,
            max_keepalive_connections=4,
            keepalive_expiry=15.0,
            network_backend=_Checked(resolve, tuple(allowed), deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, whose body is still to be read. Raises what httpcore raises."""
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Let go of all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Checked(httpcore.NetworkBackend):
    """Resolves a host once, and connects to one of those very addresses."""

    def __init__(self, resolve: Resolver, allowed: tuple[Network, ...], deadline: Deadline) -> None:
        self._plain = httpcore.SyncBackend()
        self._resolve = resolve
        self._allowed = allowed
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        failure: Exception | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._plain.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
                return _Timed(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError("the host has no address")

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name of the host is not known ({error})") from error
        fit = [address for address in found if is_open_to(address, self._allowed)]
        if found and not fit:
            reason = f"{host} is at {found[0]}, which is no public address"
            raise FetchError(host, reason, "Allow its network with --allow-network, if you trust what is there")
        return fit


class _Timed(httpcore.NetworkStream):
    """A connection, each step of which ends in time."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
