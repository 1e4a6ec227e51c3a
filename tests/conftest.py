"""What holds for all tests, however they are started."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import postgresql

# Property tests say whether something holds, never how long it took: a busy machine is no failure.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Started in the background of a script they ignore SIGINT, and so would each command that they start and stop.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    """A PostgreSQL server of our own, where its programs are installed."""
    programs = postgresql.programs()
    if programs is None:
        pytest.skip(postgresql.MISSING)
    with postgresql.running(programs) as server:
        yield server
