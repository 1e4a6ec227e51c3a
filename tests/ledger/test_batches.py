"""Batches are full, or a moment old, or long enough."""

import time
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from hasila.ledger.batches import SIZE, batches


@given(st.integers(0, 3 * SIZE))
def test_nothing_is_lost_on_the_way(count):
    made = list(batches(range(count)))
    assert [item for batch in made for item in batch] == list(range(count))
    assert all(0 < len(batch) <= SIZE for batch in made)


def test_slow_source_is_not_kept_waiting_for_a_full_batch():
    def slow() -> Iterator[int]:
        yield 1
        time.sleep(1.1)
        yield from (2, 3)

    assert list(batches(slow())) == [[1, 2], [3]]


def test_long_reports_make_short_batches():
    assert [len(batch) for batch in batches(range(5), lambda item: 5_000_000)] == [2, 2, 1]
