"""The ways by which notices go out: lines of JSON, and a webhook."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Sequence

from hasila.fetch import Client, Clock
from hasila.watch.outbox import Letter


class Lines:
    """A line of JSON for each notice, written at once."""

    name, most = "stdout", 1

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write

    def send(self, letters: Sequence[Letter]) -> None:
        for letter in letters:
            self._write(letter.body)


class Webhook:
    """A POST for each notice, signed so that the receiver can tell who sent it, what, and when."""

    name, most = "webhook", 1

    def __init__(self, client: Client, clock: Clock, url: str, secret: str) -> None:
        self._client, self._clock, self._url, self._secret = client, clock, url, secret

    def send(self, letters: Sequence[Letter]) -> None:
        for letter in letters:
            body = letter.body.encode()
            at = str(int(self._clock.now()))
            headers = {
                "Content-Type": "application/json; charset=utf-8",
                "Hasila-Notice": letter.notice,
                "Hasila-Timestamp": at,
                "Hasila-Signature": signature(self._secret, at, body),
            }
            self._client.post(self._url, body, headers)


def signature(secret: str, at: str, body: bytes) -> str:
    """HMAC-SHA256 over the timestamp, a point and the body, in hex.

    >>> signature("secret", "1688000000", b"{}")[:19]
    'v1=306c56bbb2d7e83d'
    """
    signed = at.encode() + b"." + body
    return f"v1={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"
