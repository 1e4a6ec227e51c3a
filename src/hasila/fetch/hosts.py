"""What is known of each host: when it may be asked again, and what its robots.txt says."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Host:
    """``ready`` is the moment from which it may be asked again, ``failures`` how often in a row it could not answer.

    ``robots`` is the text of its robots.txt, None where everything is allowed for want of one; ``looked`` when it was
    had, None where it has not been yet.
    """

    ready: float = 0.0
    failures: int = 0
    robots: str | None = None
    looked: float | None = None


Hosts = MutableMapping[str, Host]
"""Hosts by :func:`host_of` of their addresses: a dict, or something that outlives the run."""


def host_of(url: str) -> str:
    """The scheme, the host and the port of an address, which robots.txt is for.

    >>> host_of("HTTPS://Example.org/a"), host_of("http://example.org:8080/")
    ('https://example.org', 'http://example.org:8080')
    """
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"
