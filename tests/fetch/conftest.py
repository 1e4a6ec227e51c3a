"""A site that misbehaves, and clients that may talk to it."""

from collections.abc import Iterator

import pytest

from hasila.fetch import Client
from hasila.fetch.addresses import network
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


@pytest.fixture
def client(clock: SetClock) -> Iterator[Client]:
    with Client("desk@example.org", allowed=LOOPBACK, clock=clock) as made:
        yield made
