"""Periods in words, in both languages; what they are compared with; and that they are read back as the same days."""

from datetime import date

import pytest

from hasila.brief.dates import Dates, MonthNames
from hasila.brief.language import language
from hasila.brief.periods import before
from hasila.brief.written import BriefLang
from hasila.model import Document
from hasila.reading import read
from hasila.tally.calendar import read_period


@pytest.mark.parametrize(
    ("period", "arabic", "english"),
    [
        ("2023-05", "خلال أيار/مايو 2023", "in May 2023"),
        ("2023-Q1", "خلال الربع الأول من عام 2023", "in the first quarter of 2023"),
        ("2024-H2", "خلال النصف الثاني من عام 2024", "in the second half of 2024"),
        ("2022", "خلال عام 2022", "in 2022"),
        ("2024-08-29..2024-08-29", "يوم 29 آب/أغسطس 2024", "on August 29, 2024"),
        (
            "2023-10-07..2023-10-29",
            "خلال الفترة من 7 إلى 29 تشرين الأول/أكتوبر 2023",
            "from October 7 to 29, 2023",
        ),
        (
            "2024-08-29..2024-11-04",
            "خلال الفترة من 29 آب/أغسطس إلى 4 تشرين الثاني/نوفمبر 2024",
            "from August 29 to November 4, 2024",
        ),
        (
            "2024-12-30..2025-01-06",
            "خلال الفترة من 30 كانون الأول/ديسمبر 2024 إلى 6 كانون الثاني/يناير 2025",
            "from December 30, 2024 to January 6, 2025",
        ),
        (
            "2023-09-01..2023-10-31",
            "خلال الفترة من أيلول/سبتمبر إلى تشرين الأول/أكتوبر 2023",
            "from September to October 2023",
        ),
        (
            "2022-11-01..2023-01-31",
            "خلال الفترة من تشرين الثاني/نوفمبر 2022 إلى كانون الثاني/يناير 2023",
            "from November 2022 to January 2023",
        ),
    ],
)
def test_period_is_said_and_read_back(period: str, arabic: str, english: str) -> None:
    days = read_period(period)
    said: dict[BriefLang, str] = {"ar": arabic, "en": english}
    for lang, words in said.items():
        assert Dates(language(lang)).during(days) == words
    texts = {
        "ar": f"نُفّذت 38 عملية ضد داعش في العراق {arabic}.",
        "en": f"Forces carried out 38 operations against ISIS in Iraq {english}.",
    }
    for text in texts.values():
        (figure,) = read(Document("a", text)).figures
        assert figure.period is not None
        assert (figure.period.start, figure.period.end) == days


@pytest.mark.parametrize(("naming", "month"), [("pair", "أيار/مايو"), ("levantine", "أيار"), ("egyptian", "مايو")])
def test_month_names_are_a_choice(naming: MonthNames, month: str) -> None:
    assert Dates(language("ar"), naming).day(date(2023, 5, 6)) == f"6 {month} 2023"


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        ("2023-05", "2023-04"),
        ("2023-01", "2022-12"),
        ("2023-Q1", "2022-Q4"),
        ("2024-H2", "2024-H1"),
        ("2023", "2022"),
        ("2023-09-01..2023-10-31", "2023-07-01..2023-08-31"),
        ("2023-10-07..2023-10-29", "2023-09-14..2023-10-06"),
        ("2024-03-01..2024-03-01", "2024-02-29..2024-02-29"),
    ],
)
def test_period_before_is_as_long(period: str, earlier: str) -> None:
    assert before(read_period(period)) == read_period(earlier)


def test_nothing_comes_before_the_calendar() -> None:
    assert before((date(1, 1, 1), date(1, 1, 31))) is None
    assert before((date(1, 1, 3), date(1, 1, 9))) is None
