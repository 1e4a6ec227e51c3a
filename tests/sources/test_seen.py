"""Remembering ids in little memory."""

from hypothesis import given
from hypothesis import strategies as st

from hasila.sources.seen import SeenIds


@given(st.lists(st.text(max_size=3)))
def test_answers_as_a_set_does(identifiers):
    seen, known = SeenIds(), set()
    for identifier in identifiers:
        assert seen.add(identifier) is (identifier in known)
        known.add(identifier)


def test_grows():
    seen = SeenIds()
    assert not any(seen.add(str(number)) for number in range(10_000))
    assert all(seen.add(str(number)) for number in range(10_000))
