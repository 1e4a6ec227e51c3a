"""Reports at an address, where the server may fetch them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from fastapi import HTTPException, Request

from hasila.errors import FetchError
from hasila.fetch import Client, Limits
from hasila.fetch.addresses import Network
from hasila.fetch.hosts import Hosts
from hasila.model import Document
from hasila.sources import Rejected, open_body
from hasila.sources.provenance import Provenance
from hasila.sources.source import Defaults, Source
from hasila.web.origin import is_foreign
from hasila.web.people import accounts_of, person_of
from hasila.web.rates import address_of, rates_of
from hasila.web.refusals import NOT_OURS, NOTHING_FETCHED

_LIMITS = Limits(body=8_000_000, total=20.0, silence=10.0, interval=0.5, patience=5.0)
"""Somebody is waiting for the page."""


class Fetcher:
    """What fetches for people. ``allowed`` are networks that may be talked to though they aren't public."""

    def __init__(self, allowed: tuple[Network, ...] = ()) -> None:
        self._allowed = allowed
        self._hosts: Hosts = {}  # shared, so that a site is asked at its pace however many people want something of it

    def documents(self, url: str, published: date | None = None) -> Iterator[Document | Rejected]:
        """What stands at an address; nothing but why where it can't be had."""
        try:
            with Client(limits=_LIMITS, hosts=self._hosts, allowed=self._allowed) as client:
                found = client.get(url)
        except FetchError as error:
            # nobody tries again for a person at the page
            yield Rejected(error.url, None, error.reason, "Try again in a while" if error.passing else error.remedy)
            return
        provenance = Provenance(found.url, url=found.url, retrieved=found.retrieved.isoformat())
        source = Source(provenance, _name_of(found.url), Defaults(published), found.charset)
        yield from open_body(found.body, source, found.kind)


def _name_of(url: str) -> str:
    """The address without its scheme: what a report is called that was read there.

    >>> _name_of("https://example.org/news/12?page=2")
    'example.org/news/12?page=2'
    """
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}{'?' + parts.query if parts.query else ''}"


def fetcher_of(request: Request) -> Fetcher | None:
    """What fetches for whoever asks; None where nothing is fetched, or not for them.

    Where people have accounts, only those who review may have something fetched.
    """
    fetcher, accounts = request.app.state.fetcher, accounts_of(request)
    assert fetcher is None or isinstance(fetcher, Fetcher)
    if fetcher is None or accounts is None or not accounts.exist():
        return fetcher
    person = person_of(request)
    return fetcher if person is not None and person.may("reviewer") else None


def may_be_fetched(request: Request) -> Fetcher:
    """What fetches for whoever asks. Raises HTTPException: 403 where nothing is, or where another site makes a browser
    ask, 429 where too much is asked for."""
    fetcher = fetcher_of(request)
    if fetcher is None:
        raise HTTPException(403, NOTHING_FETCHED)
    if is_foreign(request):
        raise HTTPException(403, NOT_OURS)
    rates_of(request).fetch(address_of(request))
    return fetcher
