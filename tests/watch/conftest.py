"""A desk that watches a real site on this machine, by a clock that is set."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from hasila.fetch import Client
from hasila.fetch.addresses import network
from hasila.ledger import Ledger, open_ledger
from hasila.watch.adding import Adding
from hasila.watch.channels import Lines
from hasila.watch.hosts import KeptHosts
from hasila.watch.news import News
from hasila.watch.outbox import Channel, Outbox
from hasila.watch.polling import Polling
from hasila.watch.store import Store
from hasila.watch.watched import Watched
from hasila.watch.watching import Counts, Watching
from tests import webserver
from tests.webserver import SetClock, Site

LOOPBACK = [network("127.0.0.0/8")]


@pytest.fixture
def site() -> Iterator[Site]:
    with webserver.running() as made:
        yield made


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of each kind."""
    at = str(tmp_path / "a.db") if request.param == "sqlite" else None
    address: str = at or request.getfixturevalue("postgresql_server").database()
    with open_ledger(address) as opened:
        yield opened


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "desk.db")) as opened:
        yield opened


class Desk:
    """Runs of the watch over one ledger; each is a new one, as after a restart."""

    def __init__(self, ledger: Ledger, clock: SetClock) -> None:
        self.ledger, self.clock = ledger, clock
        self.lines: list[dict[str, Any]] = []
        self.complaints: list[str] = []
        self.days = 7
        self.every_report = False
        self.channels: list[Channel] = [Lines(lambda line: self.lines.append(json.loads(line)))]

    @property
    def store(self) -> Store:
        return Store(self.ledger, self.clock)

    def client(self) -> Client:
        return Client("desk@example.org", hosts=KeptHosts(self.ledger), allowed=LOOPBACK, clock=self.clock)

    def run(self, *urls: str, outlet: str | None = None, breaks: Callable[[], None] | None = None) -> Counts:
        """Look once at these sources, and at what they have new."""
        self.store.watch([Watched(url, outlet) for url in urls])
        with self.client() as client:
            names = [channel.name for channel in self.channels]
            watching = Watching(
                self.store,
                client,
                self.clock,
                Polling(self.store, client, self.clock, self.days),
                Adding(self.ledger, self.every_report),
                News(self.ledger, self.clock, names),
                Outbox(self.ledger, self.clock, self.channels),
                self.complaints.append,
            )
            if breaks is not None:
                breaks()
            watching.run({one.watched.url for one in self.store.sources()}, lambda: False, once=True)
        return watching.counts

    def later(self, seconds: float = 3_600) -> None:
        self.clock.time += seconds

    def documents(self) -> Sequence[Any]:
        return [held.reading.document for held in self.ledger.documents()]

    def told(self, kind: str) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["kind"] == kind]


@pytest.fixture
def desk(ledger: Ledger, clock: SetClock) -> Desk:
    return Desk(ledger, clock)


def item(url: str, title: str = "خبر", day: str = "Wed, 28 Jun 2023 10:00:00 +0300", body: str = "") -> str:
    content = f"<content:encoded><![CDATA[{body}]]></content:encoded>" if body else ""
    return f"<item><title>{title}</title><link>{url}</link><pubDate>{day}</pubDate>{content}</item>"


def rss(*items: str) -> str:
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>وكالة الضفاف</title><language>ar</language>{''.join(items)}</channel></rss>"
    )


def page(words: str, title: str = "خبر", day: str = "2023-06-28") -> str:
    return (
        f'<!doctype html><html lang="ar"><head><title>{title}</title>'
        f'<meta property="article:published_time" content="{day}T10:00:00+03:00"></head>'
        f"<body><nav><a href='/'>الرئيسية</a></nav><article><h1>{title}</h1>"
        + "".join(f"<p>{part}</p>" for part in words.split("\n"))
        + "</article></body></html>"
    )
