"""Dates and periods: what is found, what it covers, and what must not be taken for a date.

Most cases are rows: text, day of publication, day last spoken of, and what is expected as "shape start..end" for each
mention, with "-" for days that the text leaves open.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hasila.text.tokens import tokenise
from hasila.values.dates import DateMention, find_dates, read_date, resolve, starters
from hasila.values.months import read_numeric

ARABIC = [
    ("من مطلع العام وحتى الآن", "2023-06-02", None, "since 2023-01-01..2023-06-02"),
    ("قتل الآن 12", "2023-06-02", None, ""),
    ("أمس السبت الموافق 13 أيار", "2023-05-14", None, "day 2023-05-13..2023-05-13"),
    ("يوم السبت (13 أيار/مايو)", "2023-05-14", None, "day 2023-05-13..2023-05-13"),
    ("مساء السبت 13/5/2023", "2023-05-16", None, "day 2023-05-13..2023-05-13"),
    ("أمس (السبت)", "2023-05-14", None, "day 2023-05-13..2023-05-13"),
    # named months, every tradition
    ("أجرى التحالف 38 عملية خلال شهر أيار 2023", None, None, "month 2023-05-01..2023-05-31"),
    ("حصيلة كانون الثاني/يناير الماضي 2023", None, None, "month 2023-01-01..2023-01-31"),
    ("في كانون الثاني 2022", None, None, "month 2022-01-01..2022-01-31"),
    ("في كانون الأول 2017", None, None, "month 2017-12-01..2017-12-31"),
    ("تشرين الأول 2022", None, None, "month 2022-10-01..2022-10-31"),
    ("أيلول عام 2014", None, None, "month 2014-09-01..2014-09-30"),
    ("شتنبر 2022", None, None, "month 2022-09-01..2022-09-30"),
    ("غشت الماضي", "2023-09-04", None, "month 2023-08-01..2023-08-31"),
    ("في جويلية 2021", None, None, "month 2021-07-01..2021-07-31"),
    ("خلال يونيه 2021", None, None, "month 2021-06-01..2021-06-30"),
    ("في اغسطوس 2021", None, None, "month 2021-08-01..2021-08-31"),
    ("خلال آب", "2023-09-01", None, "month 2023-08-01..2023-08-31"),
    ("شهر آب/ أغسطس", None, None, "month -"),
    ("في مارس 2023 و12 في أبريل", "2023-05-01", None, "month 2023-03-01..2023-03-31; month 2023-04-01..2023-04-30"),
    ("في أغسطس الماضي.", "2023-09-09", None, "month 2023-08-01..2023-08-31"),
    ("كانون الثاني الماضي", "2024-01-20", None, "month 2023-01-01..2023-01-31"),
    ("يناير الجاري", "2024-01-20", None, "month 2024-01-01..2024-01-20"),
    ("شباط/فبراير من العام الماضي", "2025-04-23", None, "month 2024-02-01..2024-02-29"),
    ("أيلول من العام الفائت", "2024-02-01", None, "month 2023-09-01..2023-09-30"),
    ("الشهر الماضي", "2023-03-03", None, "month 2023-02-01..2023-02-28"),
    ("الشهر الماضي", "2023-01-03", None, "month 2022-12-01..2022-12-31"),
    ("الشهر الماضي", None, None, "month -"),
    ("في الشهر عينه", "2024-09-02", "2021-05-05", "month 2021-05-01..2021-05-31"),
    ("أيلول وتشرين الأول الماضيين", "2023-11-20", None, "range 2023-09-01..2023-10-31"),
    ("أشهر حزيران وتموز وآب", "2024-09-02", None, "range 2024-06-01..2024-08-31"),
    ("بين شهري كانون الثاني وحزيران من عام 2024", "2024-09-02", None, "range 2024-01-01..2024-06-30"),
    ("الفترة من آب 2014 وآذار 2017", "2017-04-30", None, "range 2014-08-01..2017-03-31"),
    # days
    ("في 29 أغسطس/آب الماضي", "2024-09-13", None, "day 2024-08-29..2024-08-29"),
    ("فجر 25 اب/ اغسطس الجاري", "2022-08-28", None, "day 2022-08-25..2022-08-25"),
    ("في 28 آذار/ مارس 2021 دخل", None, None, "day 2021-03-28..2021-03-28"),
    ("وفي الثاني من نيسان", "2022-08-28", "2021-03-28", "day 2021-04-02..2021-04-02"),
    ("في الرابع من شباط/فبراير الجاري", "2017-02-12", None, "day 2017-02-04..2017-02-04"),
    ("الثامن والعشرين من كانون الأول", "2015-01-01", None, "day 2014-12-28..2014-12-28"),
    ("الثالث عشر من حزيران", "2024-02-01", None, "day 2023-06-13..2023-06-13"),
    ("في الحادي والثلاثين من كانون الأول 2022", None, None, "day 2022-12-31..2022-12-31"),
    ("في ٦ تشرين الثاني/نوفمبر", "2025-04-23", None, "day 2024-11-06..2024-11-06"),
    ("الخميس 25 ديسمبر 2025", None, None, "day 2025-12-25..2025-12-25"),
    ("اليوم، الثلاثاء 21 من كانون الثاني", "2025-01-21", None, "day 2025-01-21..2025-01-21"),
    ("وفي 12 من الشهر الجاري", "2017-10-14", None, "day 2017-10-12..2017-10-12"),
    ("مساء العشرين من الشهر", "2022-01-31", None, "day 2022-01-20..2022-01-20"),
    ("وفي 27 منه", "2022-01-31", "2022-01-23", "day 2022-01-27..2022-01-27"),
    ("في الـ29 من آب", "2024-09-13", None, "day 2024-08-29..2024-08-29"),
    ("في اليوم الأخير من السنة", "2015-01-01", None, "day 2014-12-31..2014-12-31"),
    ("29 شباط", "2025-04-06", None, "day 2024-02-29..2024-02-29"),
    ("بتاريخ 15/6/2022", None, None, "day 2022-06-15..2022-06-15"),
    ("يوم 14-10-2017", None, None, "day 2017-10-14..2017-10-14"),
    ("بتاريخ 2022.09.09", None, None, "day 2022-09-09..2022-09-09"),
    ("30 شباط", "2024-04-06", None, "day -"),
    # weekdays and the days around publication
    ("اليوم الجمعة", "2024-09-13", None, "day 2024-09-13..2024-09-13"),
    ("أمس الاثنين", "2017-10-24", None, "day 2017-10-23..2017-10-23"),
    ("يوم الاثنين الماضي", "2024-10-31", None, "day 2024-10-28..2024-10-28"),
    ("الثلاثاء من الأسبوع الماضي", "2024-10-31", None, "day 2024-10-22..2024-10-22"),
    ("منذ بداية شهر رمضان وإلى أمس السبت", "2024-03-24", None, "range 2024-03-11..2024-03-23"),
    ("in the Dec. 11 raid", "2022-12-20", None, "day 2022-12-11..2022-12-11"),
    ("on Tuesday of last week", "2024-10-31", None, "day 2024-10-22..2024-10-22"),
    ("يوم الثلاثاء هذا الأسبوع", "2024-10-31", None, "day 2024-10-29..2024-10-29"),
    ("الجمعة الماضي", "2025-04-18", None, "day 2025-04-11..2025-04-11"),
    ("قتلت يوم الأربعاء", "2024-09-13", None, "day 2024-09-11..2024-09-11"),
    ("أمس", "2017-10-24", None, "day 2017-10-23..2017-10-23"),
    ("أمس الأول", "2024-07-18", None, "day 2024-07-16..2024-07-16"),
    ("أول أمس", "2024-07-18", None, "day 2024-07-16..2024-07-16"),
    ("اليوم السبت", None, None, "day -"),
    ("السبت والأحد", "2022-01-31", None, "range 2022-01-29..2022-01-30"),
    ("السبت والاثنين", "2022-02-01", None, "day 2022-01-29..2022-01-29; day 2022-01-31..2022-01-31"),
    ("ليل السبت الأحد", "2022-01-31", None, "range 2022-01-29..2022-01-30"),
    ("قال السبت، الأحد", "2022-01-31", None, "day 2022-01-29..2022-01-29; day 2022-01-30..2022-01-30"),
    # quarters, halves, years
    ("النصف الأول من العام الجاري", "2024-07-17", None, "half 2024-01-01..2024-06-30"),
    ("النصف الثاني من عام 2023", None, None, "half 2023-07-01..2023-12-31"),
    ("النصف الأول من شهر أيار 2024", None, None, "part 2024-05-01..2024-05-15"),
    ("مع الربع الأول، الذي", "2024-07-18", None, "quarter 2024-01-01..2024-03-31"),
    ("الربع الثاني", "2024-07-18", None, "quarter 2024-04-01..2024-06-30"),
    ("الربع الأخير من العام", "2022-01-31", None, "quarter 2021-10-01..2021-12-31"),
    ("الأشهر الستة الأولى من العام", "2024-07-17", None, "half 2024-01-01..2024-06-30"),
    ("الأشهر العشرة الأولى من عام 2024", "2024-11-02", None, "part 2024-01-01..2024-10-31"),
    ("الأشهر الأحد عشر الأولى من عام 2024", "2024-12-02", None, "part 2024-01-01..2024-11-30"),
    ("أمس الأحد عشرة عناصر", "2024-12-02", None, "day 2024-12-01..2024-12-01"),
    ("الأشهر الثلاثة الأخيرة من عام 2024", "2025-01-02", None, "quarter 2024-10-01..2024-12-31"),
    ("الأشهر الثلاثة الأخيرة", "2025-01-02", None, "past 2024-10-02..2025-01-02"),
    ("في الشهرين الأخيرين من العام الماضي", "2025-01-02", None, "part 2024-11-01..2024-12-31"),
    ("خلال آخر ثلاثة أشهر من عام 2024", "2025-01-02", None, "quarter 2024-10-01..2024-12-31"),
    ("الربع الرابع والأخير من عام 2024", "2025-01-02", None, "quarter 2024-10-01..2024-12-31"),
    ("الثلث الأول من عام 2024", "2024-06-02", None, "part 2024-01-01..2024-04-30"),
    ("الثلث الأخير من العام الماضي", "2024-06-02", None, "part 2023-09-01..2023-12-31"),
    # months by their number
    ("في شهر 5 من عام 2022", None, None, "month 2022-05-01..2022-05-31"),
    ("خلال الشهر الخامس من العام الجاري", "2023-06-10", None, "month 2023-05-01..2023-05-31"),
    ("in the fifth month of 2022", None, None, "month 2022-05-01..2022-05-31"),
    ("خلال شهر 5 عمليات", "2023-06-10", None, ""),
    # the quarters and halves of the Maghreb
    ("الثلاثي الثاني من سنة 2024", "2024-07-02", None, "quarter 2024-04-01..2024-06-30"),
    ("السداسي الأول من 2024", "2024-07-02", None, "half 2024-01-01..2024-06-30"),
    ("الأسدس الأخير من عام 2024", "2025-01-02", None, "half 2024-07-01..2024-12-31"),
    ("الاجتماع الثلاثي الأول في 2024", "2025-01-02", None, "year 2024-01-01..2024-12-31"),
    ("الأشهر الثلاثة الأولى من هذا العام", "2024-04-06", None, "quarter 2024-01-01..2024-03-31"),
    ("في أول شهرين من 2024", None, None, "part 2024-01-01..2024-02-29"),
    ("العام الماضي", "2026-01-20", None, "year 2025-01-01..2025-12-31"),
    ("هذا العام", "2024-07-18", None, "year 2024-01-01..2024-07-18"),
    ("خلال عام 2024", "2025-01-21", None, "year 2024-01-01..2024-12-31"),
    ("لعام 2025 وبلغت", "2025-12-29", None, "year 2025-01-01..2025-12-31"),
    ("في 2014", None, None, "year 2014-01-01..2014-12-31"),
    ("عامي 2022 و2023", None, None, "range 2022-01-01..2023-12-31"),
    ("في العام نفسه", "2022-08-28", "2021-04-02", "year 2021-01-01..2021-12-31"),
    # ranges
    ("من كانون الثاني إلى آذار 2024", None, None, "range 2024-01-01..2024-03-31"),
    ("بين كانون الثاني وآذار 2024", None, None, "range 2024-01-01..2024-03-31"),
    ("فمن كانون الثاني الى حزيران", "2024-07-18", None, "range 2024-01-01..2024-06-30"),
    ("بين 2 و9 أيلول الجاري", "2022-09-09", None, "range 2022-09-02..2022-09-09"),
    ("بين 20 و29 كانون الأول/ ديسمبر", "2025-12-30", None, "range 2025-12-20..2025-12-29"),
    ("بين 15 كانون الأول و10 كانون الثاني", "2024-02-01", None, "range 2023-12-15..2024-01-10"),
    ("بين الجمعة 21 والاثنين 24 من الشهر", "2022-01-31", None, "range 2022-01-21..2022-01-24"),
    ("بين أغسطس 2014 ونهاية يوليو 2018", None, None, "range 2014-08-01..2018-07-31"),
    ("بين عامي 2014 و2019", None, None, "range 2014-01-01..2019-12-31"),
    ("من 1 تشرين الأول/ أكتوبر الى 6 تشرين الثاني/ نوفمبر", "2025-12-30", None, "range 2025-10-01..2025-11-06"),
    ("من الخامس عشر من تشرين الثاني حتى العشرين منه", "2024-02-01", None, "range 2023-11-15..2023-11-20"),
    ("من 1/5/2020 ولغاية 25/9/2021", None, None, "range 2020-05-01..2021-09-25"),
    ("في 2 و3 من الشهر نفسه", "2025-01-21", "2025-01-06", "range 2025-01-02..2025-01-03"),
    ("يومي 5 و6 حزيران", "2024-10-01", None, "range 2024-06-05..2024-06-06"),
    ("في 5 آب و7 أيلول", "2024-10-20", None, "day 2024-08-05..2024-08-05; day 2024-09-07..2024-09-07"),
    # since and until
    ("منذ السابع من أكتوبر", "2024-01-28", None, "since 2023-10-07..2024-01-28"),
    ("منذ بداية 2024 إلى 329 قتيلا", "2024-04-19", None, "since 2024-01-01..2024-04-19"),
    ("منذ مطلع العام الحالي 44", "2022-08-27", None, "since 2022-01-01..2022-08-27"),
    ("منذ مطلع العام الماضي", "2024-07-18", None, "since 2023-01-01..2024-07-18"),
    ("منذ مطلع العام", "2024-07-18", None, "since 2024-01-01..2024-07-18"),
    ("منذ بداية ذلك العام", "2022-08-28", "2021-04-02", "since 2021-01-01..2021-04-02"),
    ("منذ يوليو الماضي", "2025-12-18", None, "since 2025-07-01..2025-12-18"),
    ("منذ تموز/ يوليو", "2025-12-17", None, "since 2025-07-01..2025-12-17"),
    ("منذ منتصف تشرين الأول الماضي", "2024-04-06", None, "since 2023-10-15..2024-04-06"),
    ("منذ 2014", None, None, "since 2014-01-01..-"),
    ("منذ انطلاق الحملة في السادس من تشرين الثاني", "2017-02-11", None, "since 2016-11-06..2017-02-11"),
    ("منذ بدء القصف في آب الماضي وحتى الثامن من كانون الأول", "2015-01-01", None, "range 2014-08-01..2014-12-08"),
    ("منذ الأول من أيار للعام الماضي وحتى العشرين من أيلول الجاري", "2021-09-25", None, "range 2020-05-01..2021-09-20"),
    ("حتى الاربعاء 26 كانون الثاني", "2022-01-31", None, "until -..2022-01-26"),
    ("حتى نهاية عام 2023", None, None, "until -..2023-12-31"),
    # counted back
    ("الأشهر الستة الماضية", "2025-12-18", None, "past 2025-06-18..2025-12-18"),
    ("الأشهر الستة السابقة لذلك", "2025-12-30", "2025-12-17", "past 2025-06-17..2025-12-17"),
    ("الأربع والعشرين ساعة الماضية", "2024-01-28", None, "past 2024-01-27..2024-01-28"),
    ("الساعات الأربع والعشرين المنصرمة", "2017-10-14", None, "past 2017-10-13..2017-10-14"),
    ("الساعات الـ24 الماضية", "2024-01-28", None, "past 2024-01-27..2024-01-28"),
    ("ال72 ساعة الأخيرة", "2024-01-28", None, "past 2024-01-25..2024-01-28"),
    ("خلال 24 ساعة", "2023-02-04", None, "past 2023-02-03..2023-02-04"),
    ("منذ شهرين", "2017-10-24", None, "past 2017-08-24..2017-10-24"),
    ("خلال الشهرين الأخيرين", "2017-10-24", None, "past 2017-08-24..2017-10-24"),
    ("خلال الأسبوع الأخير", "2022-09-09", None, "past 2022-09-02..2022-09-09"),
    ("الأيام الخمسة الماضية", "2017-10-14", None, "past 2017-10-09..2017-10-14"),
    ("في ستة أشهر", "2024-07-17", None, "past -"),
    ("الأسابيع الأخيرة", "2024-07-17", None, "past -"),
    # beside the day last spoken of
    ("في اليوم التالي", "2022-08-28", "2022-08-25", "relative 2022-08-26..2022-08-26"),
    ("في اليوم التالي", "2022-08-28", None, "relative -"),
    ("قبل ذلك بيومين", "2022-01-31", "2022-01-20", "relative 2022-01-18..2022-01-18"),
    ("قبل يومين", "2022-01-31", None, "relative 2022-01-29..2022-01-29"),
    ("بعد يوم من اتهامه", "2017-10-24", None, "relative 2017-10-23..2017-10-23"),
    ("في المدة نفسها", "2022-08-28", None, "relative -"),
    # parts
    ("أواخر تشرين الثاني", "2025-12-30", None, "part 2025-11-21..2025-11-30"),
    ("أواخر العام الماضي", "2024-09-02", None, "part -"),
    # Hijri
    ("12 رجب 1442 هـ", None, None, "hijri 2021-02-24..2021-02-24"),
    ("شهر رمضان 1444", None, None, "hijri 2023-03-23..2023-04-20"),
    ("ذي الحجة 1444 هـ", None, None, "hijri 2023-06-19..2023-07-18"),
    ("في رمضان", "2023-05-01", None, "hijri 2023-03-23..2023-04-20"),
]

ENGLISH = [
    ("from early 2022 until now", "2023-06-02", None, "since 2022-01-01..2023-06-02"),
    ("from March 4 to date", "2023-06-02", None, "since 2023-03-04..2023-06-02"),
    ("by now 40 strikes, to date", "2023-06-02", None, ""),
    ("in the space of 24 hours", "2023-06-02", None, "past 2023-06-01..2023-06-02"),
    ("in the course of 48 hours", "2023-06-02", None, "past 2023-05-31..2023-06-02"),
    ("the space of 24 cells", "2023-06-02", None, ""),
    ("For May it reported 12", "2023-06-02", None, "month 2023-05-01..2023-05-31"),
    ("March saw 28 missions", "2023-06-02", None, "month 2023-03-01..2023-03-31"),
    ("on Saturday (May 13)", "2023-05-16", None, "day 2023-05-13..2023-05-13"),
    ("in February", "2023-03-03", None, "month 2023-02-01..2023-02-28"),
    ("February's 48 operations", "2023-05-05", None, "month 2023-02-01..2023-02-28"),
    ("In May 38 operations", "2023-06-02", None, "month 2023-05-01..2023-05-31"),
    ("In March 12 people were killed", "2023-06-02", None, "month 2023-03-01..2023-03-31"),
    ("March 2023 saw 40", None, None, "month 2023-03-01..2023-03-31"),
    ("March of last year", "2023-06-02", None, "month 2022-03-01..2022-03-31"),
    ("in March this year", "2023-06-02", None, "month 2023-03-01..2023-03-31"),
    ("last May", "2023-06-02", None, "month 2023-05-01..2023-05-31"),
    ("September last year", "2024-04-28", None, "month 2023-09-01..2023-09-30"),
    ("the month of May 2023", None, None, "month 2023-05-01..2023-05-31"),
    ("last month", "2023-05-05", None, "month 2023-04-01..2023-04-30"),
    ("in the first month of 2021", None, None, "month 2021-01-01..2021-01-31"),
    ("thus far this month", "2021-05-28", None, "month 2021-05-01..2021-05-28"),
    ("so far in May", "2021-05-28", None, "month 2021-05-01..2021-05-28"),
    ("this month", "2025-08-20", None, "month 2025-08-01..2025-08-20"),
    ("that month", "2016-12-12", "2016-11-30", "month 2016-11-01..2016-11-30"),
    ("the month before", "2023-05-05", "2023-04-30", "relative 2023-03-01..2023-03-31"),
    ("the month before", "2023-05-05", None, "relative -"),
    ("Jan. 14, 2017, near", None, None, "day 2017-01-14..2017-01-14"),
    ("Sunday, February 15, 2026", None, None, "day 2026-02-15..2026-02-15"),
    ("an attack on Dec. 13 that", "2025-12-30", None, "day 2025-12-13..2025-12-13"),
    ("on May 5", None, None, "day -"),
    ("the 12th of May", "2023-06-02", None, "day 2023-05-12..2023-05-12"),
    ("12 May 2023", None, None, "day 2023-05-12..2023-05-12"),
    ("on the 5th of this month", "2024-06-12", None, "day 2024-06-05..2024-06-05"),
    ("on 5/13/2021", None, None, "day 2021-05-13..2021-05-13"),
    ("on 5/6/2021", None, None, "day -"),
    ("2022-06-15", None, None, "day 2022-06-15..2022-06-15"),
    ("31 April 2024", None, None, "day -"),
    ("on Monday.", "2022-09-26", None, "day 2022-09-26..2022-09-26"),
    ("Last Sunday the", "2021-05-29", None, "day 2021-05-23..2021-05-23"),
    ("today, Friday, that", "2023-05-05", None, "day 2023-05-05..2023-05-05"),
    ("said yesterday that", "2022-12-30", None, "day 2022-12-29..2022-12-29"),
    ("the day before yesterday", "2024-07-17", None, "day 2024-07-15..2024-07-15"),
    ("the last day of the year", "2024-01-03", None, "day 2023-12-31..2023-12-31"),
    ("the second quarter of 2024", None, None, "quarter 2024-04-01..2024-06-30"),
    ("in Q1 2024", None, None, "quarter 2024-01-01..2024-03-31"),
    ("first half of the year", "2024-07-17", None, "half 2024-01-01..2024-06-30"),
    ("first half of the year", "2025-01-05", None, "half 2024-01-01..2024-06-30"),
    ("first quarter of the year", "2025-03-28", None, "quarter 2025-01-01..2025-03-31"),
    ("in the first half of 2024", None, None, "half 2024-01-01..2024-06-30"),
    ("first three months of this year", "2024-04-06", None, "quarter 2024-01-01..2024-03-31"),
    ("the final three months of 2024", "2025-01-02", None, "quarter 2024-10-01..2024-12-31"),
    ("the final quarter of 2024", "2025-01-02", None, "quarter 2024-10-01..2024-12-31"),
    ("the last three months of 2023", None, None, "quarter 2023-10-01..2023-12-31"),
    ("خلال الأسبوع الأول من تموز الجاري", "2024-07-18", None, "part 2024-07-01..2024-07-07"),
    ("the first two weeks of May", "2023-06-02", None, "part 2023-05-01..2023-05-14"),
    ("هذا العام", "2022-12-30", None, "year 2022-01-01..2022-12-31"),
    ("هذا العام", "2022-06-30", None, "year 2022-01-01..2022-06-30"),
    ("during 2022.", "2022-12-30", None, "year 2022-01-01..2022-12-31"),
    ("in 2024 so", "2024-04-06", None, "year 2024-01-01..2024-04-06"),
    ("last year", "2024-05-01", None, "year 2023-01-01..2023-12-31"),
    ("so far this year", "2024-06-02", None, "year 2024-01-01..2024-06-02"),
    ("that year", "2024-07-17", "2021-11-10", "year 2021-01-01..2021-12-31"),
    ("late 2017", "2025-06-05", None, "part -"),
    ("Between August 2014 and the end of August 2019", None, None, "range 2014-08-01..2019-08-31"),
    ("between Dec. 20 and Dec. 29", "2025-12-30", None, "range 2025-12-20..2025-12-29"),
    ("between December 30, 2024, and January 6, 2025", None, None, "range 2024-12-30..2025-01-06"),
    ("between the start of 2024 and mid-December", "2025-01-08", None, "range 2024-01-01..2024-12-15"),
    ("between the 20th and 29th of December", "2026-01-01", None, "range 2025-12-20..2025-12-29"),
    ("from December 20 to 29, the", "2025-12-31", None, "range 2025-12-20..2025-12-29"),
    ("Dec. 20–29", "2025-12-30", None, "range 2025-12-20..2025-12-29"),
    ("February 3–12, 2026", None, None, "range 2026-02-03..2026-02-12"),
    ("January 27–February 2, 2026", None, None, "range 2026-01-27..2026-02-02"),
    ("from January 27 to February 2", "2026-02-04", None, "range 2026-01-27..2026-02-02"),
    ("from October 1 to November 6, 2025", None, None, "range 2025-10-01..2025-11-06"),
    ("from Oct. 1, 2025 through Nov. 6", None, None, "range 2025-10-01..2025-11-06"),
    ("from May 21 to 27, were", "2025-06-05", None, "range 2025-05-21..2025-05-27"),
    ("on May 21 and 22", "2025-06-05", None, "range 2025-05-21..2025-05-22"),
    ("21 and 22 May", "2025-06-05", None, "range 2025-05-21..2025-05-22"),
    ("on May 21 and 25 people", "2025-06-05", None, "day 2025-05-21..2025-05-21"),
    ("from March to May 2023", None, None, "range 2023-03-01..2023-05-31"),
    ("from 2013 to 2019", None, None, "range 2013-01-01..2019-12-31"),
    ("from Monday to Friday", "2024-06-02", None, "range 2024-05-27..2024-05-31"),
    ("since early 2024", "2024-03-15", None, "since 2024-01-01..2024-03-15"),
    ("since late last year", "2024-03-15", None, "since -"),
    ("since the beginning of May", "2021-05-28", None, "since 2021-05-01..2021-05-28"),
    ("since the start of the year", "2024-07-18", None, "since 2024-01-01..2024-07-18"),
    ("since February", "2025-08-20", None, "since 2025-02-01..2025-08-20"),
    ("since July 2025", "2025-12-17", None, "since 2025-07-01..2025-12-17"),
    ("since operations started in 2014", "2019-09-26", None, "since 2014-01-01..2019-09-26"),
    ("since the campaign began on December 19", "2026-02-14", None, "since 2025-12-19..2026-02-14"),
    ("by the end of November;", "2016-12-12", None, "until -..2016-11-30"),
    ("the past six months", "2025-12-18", None, "past 2025-06-18..2025-12-18"),
    ("over the past two months", "2017-05-26", None, "past 2017-03-26..2017-05-26"),
    ("in the past two weeks", "2025-08-20", None, "past 2025-08-06..2025-08-20"),
    ("in the last 48 hours", "2024-07-17", None, "past 2024-07-15..2024-07-17"),
    ("the past year", "2024-07-17", None, "past 2023-07-17..2024-07-17"),
    ("the past month", "2024-03-31", None, "past 2024-02-29..2024-03-31"),
    ("in nine days", "2025-12-30", None, "past -"),
    ("a day earlier", "2024-07-17", "2024-07-10", "relative 2024-07-09..2024-07-09"),
    ("Four days before that", "2025-01-08", "2024-12-23", "relative 2024-12-19..2024-12-19"),
    ("the day before, killing", "2025-03-26", "2025-03-26", "relative 2025-03-25..2025-03-25"),
    ("three days later", "2024-07-17", "2024-07-10", "relative 2024-07-13..2024-07-13"),
    ("three days after at least 12 died", "2022-09-26", None, "relative 2022-09-23..2022-09-23"),
    ("two days ago", "2024-07-17", None, "relative 2024-07-15..2024-07-15"),
    ("over that same period", "2024-07-17", None, "relative -"),
    ("during Ramadan", "2023-05-05", None, "hijri 2023-03-23..2023-04-20"),
]

NO_DATES = [
    "مارس العنف، ومارس التنظيم ضغوطا، وقتل أب و3 أبناء",
    "الجيش مارس العنف ضد أب وابنه",
    "اللواء 15/16 والمادة 4/2 وينتشر نحو 2500 جندي",
    "محرم عليهم، ورجب طيب، ورمضان عبد الله",
    "القائد العام الحالي للقوات ونائب الأمين العام",
    "صحيفة تشرين وكانون النار",
    "نفذت 24 عملية وقتلت 17 واعتقلت 278",
    "بين 500 و1500 مقاتل ومن 332 إلى 373 قتيلا",
    "كل شهر",
    "troops may have killed 12, and 24 may have died on the march",
    "from 7 to 11 attacks, over 2000 fighters, in 2000 raids, about 2500 troops",
    "they may march on; ISIS may be back",
    "2022 fighters and 1,999 others",
    "33 partnered operations, 0 US-only operations",
    "the second operation was the first",
]

PERIODS = [
    "خلال أيار 2023",
    "الربع الأول",
    "منذ 2014",
    "الشهر الماضي",
    "هذا العام",
    "last month",
    "in 2022",
    "past six months",
]
POINTS = ["أمس", "يوم الاثنين", "في 5 أيار 2023", "قبل يومين", "yesterday", "on Friday", "May 5, 2023", "a day earlier"]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _shown(mention: DateMention, forms: list[str], published: str | None, anchor: str | None) -> str:
    days = resolve(mention, forms, _day(published), _day(anchor))
    if days is None:
        return f"{mention.shape} -"
    return f"{mention.shape} {days.start or '-'}..{days.end or '-'}"


@pytest.mark.parametrize(("text", "published", "anchor", "expected"), ARABIC + ENGLISH)
def test_finds_and_resolves(text: str, published: str | None, anchor: str | None, expected: str) -> None:
    forms = tokenise(text).form
    assert "; ".join(_shown(found, forms, published, anchor) for found in find_dates(forms)) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_leaves_alone(text: str) -> None:
    forms = tokenise(text).form
    assert [" ".join(forms[found.start : found.end]) for found in find_dates(forms)] == []


@pytest.mark.parametrize("text", PERIODS)
def test_stretches_are_periods(text: str) -> None:
    assert [found.is_period for found in find_dates(tokenise(text).form)] == [True]


@pytest.mark.parametrize("text", POINTS)
def test_points_are_no_periods(text: str) -> None:
    assert [found.is_period for found in find_dates(tokenise(text).form)] == [False]


def test_wrong_month_pair_keeps_the_first_name_and_says_so() -> None:
    forms = tokenise("يوم 13 ديسمبر (كانون الثاني)").form
    (found,) = find_dates(forms)
    assert found.notes == ("month pair does not agree: ديسمبر/كانون الثاني",)
    assert _shown(found, forms, "2025-12-25", None) == "day 2025-12-13..2025-12-13"


def test_mistyped_year_is_left_open_or_taken_from_the_context() -> None:
    forms = tokenise("للمدة من 1/5/20201 ولغاية 25/9/2021").form
    (found,) = find_dates(forms)
    assert found.notes == ("the year is mistyped: 1/5/20201",)
    assert _shown(found, forms, "2021-09-25", None) == "range -..2021-09-25"
    assert _shown(found, forms, "2021-09-25", "2020-05-01") == "range 2020-05-01..2021-09-25"


def test_span_covers_the_words_of_the_date() -> None:
    forms = tokenise("أنهت قواته 43 عملية عن شهر كانون الثاني/يناير الماضي 2023، في البلدين").form
    (found,) = find_dates(forms)
    assert forms[found.start : found.end] == ["شهر", "كانون", "الثاني", "/", "يناير", "الماضي", "2023"]


def test_basis_tells_stated_from_resolved() -> None:
    stated, resolved = (find_dates(tokenise(text).form)[0] for text in ("في أيار 2023", "في أيار"))
    published = date(2023, 6, 2)
    assert [getattr(resolve(found, [], published), "basis", None) for found in (stated, resolved)] == [
        "stated",
        "resolved",
    ]


def test_read_date_reads_only_at_its_token() -> None:
    forms = tokenise("قتل 8 في 5 أيار 2023").form
    assert read_date(forms, 1) is None
    assert read_date(forms, 3) == find_dates(forms)[0]


def test_starters_hold_glued_forms() -> None:
    assert {"وايار", "بنيسان", "فمن", "للعام", "ولغايه", "since", "2023"} <= starters()


def test_figures_of_a_date() -> None:
    assert [read_numeric(text) for text in ("25/9/2021", "1/5/20201", "2022.09.09", "15/16", "1.5", "0/3/2021")] == [
        (25, 9, 2021),
        (1, 5, None),
        (2022, 9, 9),
        None,
        None,
        None,
    ]


_FIGURES = [
    "1",
    "5",
    "12",
    "30",
    "31",
    "70",
    "2014",
    "2023",
    "1444",
    "25/9/2021",
    "1/5/20201",
    "0",
    "2022.13.40",
    "0/3/2021",
]
_OTHERS = ["قتل", "عمليه", "strike", "\n"]
_WORDS = sorted(form for form in starters() if not form.isdigit()) + 20 * _FIGURES + 20 * _OTHERS


@given(st.lists(st.sampled_from(_WORDS), max_size=25), st.dates(date(1990, 1, 1), date(2050, 1, 1)))
def test_mentions_are_ordered_apart_and_in_bounds(forms: list[str], published: date) -> None:
    end = 0
    for found in find_dates(forms):
        assert end <= found.start < found.end <= len(forms)
        end = found.end
        for known in ((published, None), (None, published), (published, published), (None, None)):
            days = resolve(found, forms, *known)
            assert days is None or days.start is None or days.end is None or days.start <= days.end


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    find_dates(tokenise(text).form)
