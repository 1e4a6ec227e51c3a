"""Which of several dates is that of a count. The reports are of Friday, 2 June 2023."""

import pytest

from tests.reading.test_when import APRIL, MAY, TODAY, Days, days


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "نفذ التحالف 38 عملية ضد داعش خلال أيار. وقتل 40 من داعش منذ بداية العام، فيما اعتقل 12 في نفس الفترة.",
            "detained 12",
            ("2023-01-01", TODAY),
            id="same-period-is-the-last-stretch",
        ),
        pytest.param(
            "US forces killed 40 ISIS militants in Syria in the first quarter of 2023, up from 25 in the same period of"
            " last year.",
            "killed 25",
            ("2022-01-01", "2022-03-31"),
            id="same-period-of-another-year",
        ),
        pytest.param(
            "No US soldier has been killed in Iraq since March 2021, when two died in a rocket attack.",
            "killed 0",
            ("2021-03-01", TODAY),
            id="since",
        ),
        pytest.param(
            "No US soldier has been killed in Iraq since March 2021, when two died in a rocket attack.",
            "killed 2",
            ("2021-03-01", "2021-03-31"),
            id="since-when",
        ),
        pytest.param(
            "نفذ التحالف 18 عملية ضد داعش خلال أيار. وارتفع عدد القتلى من 7 في نيسان إلى 11 قتيلا.",
            "killed 11",
            MAY,
            id="changed-to-now",
        ),
        pytest.param(
            "نفذ التحالف 18 عملية ضد داعش خلال أيار. وارتفع عدد القتلى من 7 في نيسان إلى 11 قتيلا.",
            "killed 7",
            APRIL,
            id="changed-from",
        ),
        pytest.param(
            "انخفض عدد العمليات من 52 في نيسان إلى 36 في أيار.",
            "operations 36",
            MAY,
            id="each-end-of-a-change",
        ),
        pytest.param(
            "قتل 40 شخصاً في سوريا منذ 20 أيار. وقال المرصد، الخميس، إن بينهم 12 مدنياً.",
            "killed 12",
            ("2023-05-20", "2023-06-01"),
            id="runs-up-to-the-day-it-was-said",
        ),
        pytest.param(
            "نفذ التحالف 38 عملية ضد داعش خلال 2022. وقال المتحدث، الخميس، إن 12 من التنظيم قتلوا.",
            "killed 12",
            ("2022-01-01", "2022-12-31"),
            id="a-year-stays-whole",
        ),
        pytest.param(
            "The ministry said 9 ISIS militants were killed on Tuesday in Kirkuk.",
            "killed 9",
            ("2023-05-30", "2023-05-30"),
            id="day-behind-the-deed",
        ),
        pytest.param(
            "The total was wrong, officials said, and on Tuesday alone jets carried out 9 strikes against ISIS.",
            "strikes 9",
            ("2023-05-30", "2023-05-30"),
            id="said-and-then-a-day",
        ),
        pytest.param(
            "US Central Command said in a release for May 30 that it carried out 9 strikes against ISIS.",
            "strikes 9",
            ("2023-05-30", "2023-05-30"),
            id="release-for-a-day",
        ),
    ],
)
def test_date_of_a_count_among_several(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected
