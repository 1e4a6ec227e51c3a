"""The measures of agreement on worked examples that others published, and where they mean nothing."""

import pytest

from hasila.review import cohen_kappa, krippendorff_alpha


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        # K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), sections A and B
        ("0100000010", "1110010000", 0.095),
        ("aabbdcccedda", "babbbccceddd", 0.692),
    ],
)
def test_alpha_of_two_people_is_that_of_the_worked_examples(one: str, other: str, wanted: float) -> None:
    assert krippendorff_alpha(zip(one, other, strict=True)) == pytest.approx(wanted, abs=0.0005)


def test_who_always_agrees_has_one() -> None:
    assert cohen_kappa(zip("aabb", "aabb", strict=True)) == krippendorff_alpha(["aa", "bb"]) == 1


def test_who_agrees_as_often_as_by_chance_has_nothing() -> None:
    assert cohen_kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0


def test_where_nobody_ever_said_anything_else_nothing_is_known() -> None:
    assert cohen_kappa([("a", "a")]) is None
    assert krippendorff_alpha(["aa", "aa"]) is None
    assert cohen_kappa([]) is None
    assert krippendorff_alpha(["a", "b", ""]) is None
