"""How often somebody may try to sign in, and how often somebody may write. Counted in this process."""

from __future__ import annotations

import math
import time
from ipaddress import IPv6Address, ip_address

from fastapi import HTTPException, Request
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from hasila.web.refusals import TOO_MANY_SIGN_INS, TOO_MUCH_FETCHED, TOO_MUCH_WRITTEN

_BY_NAME = RateLimitItemPerMinute(10, 15, "name")
_BY_ADDRESS = RateLimitItemPerMinute(50, 15, "address")
_BY_WRITER = RateLimitItemPerMinute(300, 1, "writer")
_BY_FETCHER = RateLimitItemPerMinute(30, 1, "fetcher")


class Rates:
    """What was tried lately."""

    def __init__(self) -> None:
        self._counted = MovingWindowRateLimiter(MemoryStorage())

    def sign_in(self, name: str, address: str) -> None:
        """Count an attempt. Raises HTTPException 429 where there were too many, for the name or from the address."""
        self._count(_BY_ADDRESS, _network(address), TOO_MANY_SIGN_INS)
        self._count(_BY_NAME, name, TOO_MANY_SIGN_INS)

    def signed_in(self, name: str) -> None:
        """Forget the attempts under a name: they ended well."""
        self._counted.clear(_BY_NAME, name)

    def write(self, name: str) -> None:
        """Count something that a person writes. Raises HTTPException 429 where it is too much for a person."""
        self._count(_BY_WRITER, name, TOO_MUCH_WRITTEN)

    def fetch(self, address: str) -> None:
        """Count something that is fetched for an address. Raises HTTPException 429 where it is too much."""
        self._count(_BY_FETCHER, _network(address), TOO_MUCH_FETCHED)

    def _count(self, most: RateLimitItem, whose: str, reason: str) -> None:
        if not self._counted.hit(most, whose):
            wait = max(1, math.ceil(self._counted.get_window_stats(most, whose).reset_time - time.time()))
            raise HTTPException(429, reason, {"Retry-After": str(wait)})


def rates_of(request: Request) -> Rates:
    """The counts of this server."""
    rates = request.app.state.rates
    assert isinstance(rates, Rates)
    return rates


def address_of(request: Request) -> str:
    """Where a request comes from; behind a proxy only what a trusted one says."""
    return request.client.host if request.client else ""


def _network(address: str) -> str:
    """An address as far as it tells one customer from another: of IPv6 the first half.

    >>> _network("192.0.2.1"), _network("2001:db8::1:2:3:4")
    ('192.0.2.1', '2001:db8::')
    """
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return str(IPv6Address(int(known) >> 64 << 64)) if isinstance(known, IPv6Address) else str(known)
