"""Property tests say whether something holds, never how long it took: a busy machine is no failure."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import postgresql

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    """A PostgreSQL server of our own, where its programs are installed."""
    programs = postgresql.programs()
    if programs is None:
        pytest.skip(postgresql.MISSING)
    with postgresql.running(programs) as server:
        yield server
