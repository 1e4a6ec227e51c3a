"""Policies: what they publish of the same claims, and that their data says what it should."""

import pytest

from hasila.errors import PolicyError
from hasila.model import Span
from hasila.tally.claim import Source
from hasila.tally.policy import Policy, policy, policy_names
from hasila.tally.result import Row
from hasila.tally.rows import Book, rows
from hasila.tally.solving.assertions import assertions
from hasila.tally.solving.settled import Settled
from tests.tally.bulletins import cell, claim, month

MAY = cell(month(2023, 5), "killed")
BOOKS = {
    "official": Source("official", "official", "en", None, None, None, None, "official"),
    "one": Source("one", "one", "en", None, None, None, None, "outlet"),
    "two": Source("two", "two", "en", None, None, None, None, "outlet"),
    "three": Source("three", "three", "en", None, None, None, None, "outlet"),
}


def published(under: Policy, *claims: object) -> Row:
    weighed = assertions(claims, lambda made: under.weigh(made, BOOKS[made.document]), under.vague)  # type: ignore[arg-type]
    (row,) = rows(Book(Settled(list(weighed)), under, {}, lambda _: "s"))
    return row


def test_policies_differ_in_what_they_publish() -> None:
    claims = [claim(MAY, 8, witness="official"), claim(MAY, 11, witness="one"), claim(MAY, 11, witness="two")]
    found = {name: published(policy(name), *claims) for name in policy_names()}
    assert {name: (row.low, row.best, row.high) for name, row in found.items()} == {
        "acled": (8, 8, 8),
        "ged": (8, 8, 11),
        "official-first": (8, 8, 8),
        "witnesses": (11, 11, 11),
    }


def test_where_nothing_decides_some_policies_publish_no_best_number() -> None:
    claims = [claim(MAY, 8, witness="one"), claim(MAY, 11, witness="two")]
    found = {name: published(policy(name), *claims) for name in policy_names()}
    assert {row.state for row in found.values()} == {"unreconciled"}
    assert {name: row.best for name, row in found.items()} == {
        "acled": 8,
        "ged": 8,
        "official-first": None,
        "witnesses": None,
    }


@pytest.mark.parametrize(
    ("words", "least"),
    [("Dozens of ISIS fighters", 12), ("عشرات القتلى", 10), ("مئات العناصر", 100), ("tens of militants", 10)],
)
def test_vague_words_count_as_the_least_only_where_the_policy_says_so(words: str, least: int) -> None:
    vague = claim(MAY, None, None, qualifier="vague", evidence=Span("text", 0, len(words), words))
    row = published(policy("acled"), vague)
    assert (row.low, row.best, row.high) == (least, least, None)


@pytest.mark.parametrize("name", policy_names())
def test_a_vague_word_is_no_estimate_beside_a_number(name: str) -> None:
    vague = claim(MAY, None, None, witness="one", qualifier="vague", evidence=Span("text", 0, 5, "عشرات"))
    row = published(policy(name), vague, claim(MAY, 35, witness="two"))
    assert (row.low, row.best, row.high) == (35, 35, 35)
    assert list(assertions([vague], lambda _: 1, policy("official-first").vague)) == []


def test_every_weight_has_a_reason() -> None:
    for name in policy_names():
        made = policy(name)
        assert made.version
        assert all(len(row.reason) > 10 for row in (*made.weights.values(), *made.factors.values()) if row.weight != 10)


def test_a_policy_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(PolicyError, match=r"no policy 'gde'.*ged"):
        policy("gde")
