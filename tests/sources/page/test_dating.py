"""The day of publication: how it is written, whose clock it is on, and which days are not believed."""

from datetime import UTC, date, datetime

import pytest

from hasila.sources.page.dating import Clock, dated, day_of
from hasila.sources.page.stated import StatedDay

FETCHED = datetime(2023, 6, 20, 9, tzinfo=UTC)
BAGHDAD = Clock("Asia/Baghdad", FETCHED)


@pytest.mark.parametrize(
    ("written", "zone", "day"),
    [
        ("2023-06-05T22:30:00Z", "Asia/Baghdad", date(2023, 6, 6)),
        ("2023-06-05T22:30:00+00:00", "Asia/Baghdad", date(2023, 6, 6)),
        ("2023-06-05T22:30:00.123Z", "Asia/Baghdad", date(2023, 6, 6)),
        ("2023-06-05 22:30 UTC", "Asia/Baghdad", date(2023, 6, 6)),
        ("2023-06-05T22:30:00+0000", "Asia/Baghdad", date(2023, 6, 6)),
        ("2023-06-05T22:30:00Z", None, date(2023, 6, 5)),
        ("2023-06-05T22:30:00Z", "No/Such", date(2023, 6, 5)),
        ("2023-06-05T22:30:00", "Asia/Baghdad", date(2023, 6, 5)),
        ("2023-06-06T02:00:00+03:00", "America/New_York", date(2023, 6, 5)),
        ("2023-06-06T02:00:00+03:00", None, date(2023, 6, 6)),
        ("2023-06-06T00:00:00Z", "America/New_York", date(2023, 6, 6)),
        ("2023-06-06", "America/New_York", date(2023, 6, 6)),
        ("٢٠٢٣-٠٦-٠٦", None, date(2023, 6, 6)),
        ("2023/06/06 10:00", None, date(2023, 6, 6)),
        ("1686004200", "Asia/Baghdad", date(2023, 6, 6)),
        ("1686004200000", "Asia/Baghdad", date(2023, 6, 6)),
        ("Mon, 05 Jun 2023 22:30:00 GMT", "Asia/Baghdad", date(2023, 6, 6)),
        ("Tuesday, June 6, 2023 - 14:05", None, date(2023, 6, 6)),
        ("6 حزيران/يونيو 2023", None, date(2023, 6, 6)),
        ("06/06/2023", None, date(2023, 6, 6)),
        ("6/7/2023", None, None),
        ("2023-13-45T99:99:99Z", None, None),
        ("99999999999999999999", None, None),
        ("2023", None, None),
        ("حزيران 2023", None, None),
        ("today", None, None),
        ("", None, None),
    ],
)
def test_day_of_a_stated_time(written, zone, day):
    assert day_of(written, Clock(zone, FETCHED)) == day


@pytest.mark.parametrize(
    ("days", "addresses", "lines", "expected"),
    [
        (["2023-06-06"], ["https://x.net/2023/06/01/a"], ["7 حزيران 2023"], (date(2023, 6, 6), "a")),
        ([], ["https://x.net/2023/06/06/a"], ["7 حزيران 2023"], (date(2023, 6, 6), "address")),
        ([], ["https://x.net/news/2023-06-06-a"], [], (date(2023, 6, 6), "address")),
        ([], ["https://x.net/2023/0606/a", "https://x.net/?d=/2023/06/06/"], [], None),
        ([], [], ["بغداد", "الثلاثاء 6 حزيران/يونيو 2023"], (date(2023, 6, 6), "date line")),
        ([], [], ["٠٦ / يونيو / ٢٠٢٣"], (date(2023, 6, 6), "date line")),
        ([], [], ["By Dilan Sirwan, June 6, 2023"], (date(2023, 6, 6), "date line")),
        ([], [], ["Updated June 6, 2023"], None),
        ([], [], ["آخر تحديث: 6 حزيران 2023"], None),
        ([], [], ["حزيران 2023", "2023", "قبل ساعتين"], None),
        # before there were pages, after this one was had, a day that never was
        (["1970-01-01", "1989-12-31"], [], [], None),
        (["2023-06-22"], [], [], None),
        (["2023-06-21"], [], [], (date(2023, 6, 21), "a")),
        (["2023-02-31", "2023-06-06"], [], [], (date(2023, 6, 6), "b")),
        (["2099-01-01"], ["https://x.net/2023/06/06/a"], [], (date(2023, 6, 6), "address")),
        ([], [], ["6 حزيران 2024"], None),
    ],
)
def test_where_the_day_is_taken_from(days, addresses, lines, expected):
    stated = [StatedDay(written, name) for written, name in zip(days, "ab", strict=False)]
    found = dated(stated, addresses, lines, BAGHDAD)
    assert (None if found is None else (found.day, found.found_in)) == expected


def test_other_days_that_are_stated_are_told():
    days = [StatedDay("2023-06-06", "meta"), StatedDay("2023-06-07", "time"), StatedDay("2023-06-01", "pubdate")]
    found = dated(days, ["https://x.net/2023/05/30/a"], [], BAGHDAD)
    assert found is not None
    assert found.others == ("2023-05-30 (address)", "2023-06-01 (pubdate)")


def test_without_a_time_of_retrieval_no_day_lies_ahead():
    ahead = [StatedDay("2999-01-01", "meta")]
    assert dated(ahead, [], [], Clock(None, None)) is None
