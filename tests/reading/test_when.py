"""What a figure covers in time. The reports are of Friday, 2 June 2023, unless they say otherwise."""

from datetime import date

import pytest

from tests.reading.reports import figure

Days = tuple[str | None, str | None]
NONE: Days = (None, None)
MAY: Days = ("2023-05-01", "2023-05-31")
APRIL: Days = ("2023-04-01", "2023-04-30")
TODAY = "2023-06-02"
THURSDAY = date(2023, 6, 1)


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def days(text: str, which: str, title: str | None = None) -> Days:
    period = figure(text, which, title).period
    return (day(period.start), day(period.end)) if period else NONE


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param("قتل 8 من عناصر داعش في سوريا خلال أيار.", "killed 8", MAY, id="month"),
        pytest.param("US forces killed 8 ISIS militants in Syria in May 2023.", "killed 8", MAY, id="month-and-year"),
        pytest.param("قتل 3 من داعش في سوريا عام 2022.", "killed 3", ("2022-01-01", "2022-12-31"), id="year"),
        pytest.param("قتل 8 من عناصر داعش أمس الخميس.", "killed 8", ("2023-06-01", "2023-06-01"), id="yesterday"),
        pytest.param(
            "US forces killed 8 ISIS militants in Syria on May 30.", "killed 8", ("2023-05-30", "2023-05-30"), id="day"
        ),
        pytest.param(
            "قتل 8 من عناصر داعش في سوريا بين 20 و25 أيار.", "killed 8", ("2023-05-20", "2023-05-25"), id="range"
        ),
        pytest.param(
            "قتل 8 من عناصر داعش منذ بداية العام.", "killed 8", ("2023-01-01", TODAY), id="since-start-of-year"
        ),
        pytest.param(
            "Since January 1, US forces killed 8 ISIS militants in Syria.",
            "killed 8",
            ("2023-01-01", TODAY),
            id="since",
        ),
        pytest.param(
            "US forces killed 8 ISIS militants in the past 30 days.", "killed 8", ("2023-05-03", TODAY), id="past-days"
        ),
        pytest.param("قتل 8 من عناصر داعش في سوريا.", "killed 8", NONE, id="none-said"),
    ],
)
def test_period_in_the_sentence(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected


TWO = "قتل 8 من عناصر داعش في أيار، فيما اعتقل 5 في نيسان."
COMPARED = "US forces killed 8 ISIS militants in Syria in May, compared with 12 in April."
PART = "منذ بداية العام قتل 8 من عناصر داعش، بينهم 3 في أيار."


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(TWO, "killed 8", MAY, id="first-clause"),
        pytest.param(TWO, "detained 5", APRIL, id="second-clause"),
        pytest.param(COMPARED, "killed 8", MAY, id="now"),
        pytest.param(COMPARED, "killed 12", APRIL, id="then"),
        pytest.param(PART, "killed 8", ("2023-01-01", TODAY), id="whole"),
        pytest.param(PART, "killed 3", MAY, id="part"),
        pytest.param("قتل 8 من عناصر داعش في أيار 2022، واعتقل 12 في أيار 2023.", "detained 12", MAY, id="years-apart"),
    ],
)
def test_each_figure_has_the_date_of_its_own_stretch(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected


@pytest.mark.parametrize(
    ("text", "expected", "basis"),
    [
        pytest.param("US forces killed 8 ISIS militants in Syria in May 2023.", MAY, "stated", id="stated"),
        pytest.param("US forces killed 8 ISIS militants in Syria in May.", MAY, "resolved", id="resolved"),
        pytest.param("نفذ التحالف 38 عملية ضد داعش خلال أيار. وقتل 8 من عناصر داعش.", MAY, "carried", id="carried"),
        pytest.param(
            "نفذ التحالف عمليات ضد داعش خلال أيار.\nقتل 8 من عناصر داعش.", MAY, "carried", id="carried-over-a-line"
        ),
        pytest.param(
            "قتل 8 من عناصر داعش في سوريا. وكان التنظيم أعلن قيام دولته عام 2014.", NONE, None, id="later-background"
        ),
        pytest.param(
            "The coalition formed in 2014. US forces killed 8 ISIS militants in Syria.",
            NONE,
            None,
            id="background-before",
        ),
        pytest.param(
            "القيادة المركزية تأسست عام 1983. قتل 8 من عناصر داعش في سوريا.",
            NONE,
            None,
            id="background-before-arabic",
        ),
    ],
)
def test_period_rests_on(text: str, expected: Days, basis: str | None) -> None:
    found = figure(text, "killed 8")
    assert days(text, "killed 8") == expected
    assert found.basis.get("period") == basis


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "أعلنت القيادة المركزية الأميركية، اليوم الجمعة، أن 8 من عناصر داعش قتلوا خلال أيار.", MAY, id="today"
        ),
        pytest.param(
            "وفي 1 حزيران قالت القيادة المركزية الأميركية إن 8 من عناصر داعش قتلوا في أيار.",
            MAY,
            id="day-before-speech",
        ),
        pytest.param(
            "On June 1, US Central Command said 8 ISIS militants were killed in May in Syria.", MAY, id="on-day-said"
        ),
        pytest.param(
            "قالت القيادة المركزية الأميركية في بيان صدر الخميس إن 8 من عناصر داعش قتلوا في أيار.",
            MAY,
            id="statement-issued",
        ),
        pytest.param(
            "US Central Command said 8 ISIS militants were killed on May 30.",
            ("2023-05-30", "2023-05-30"),
            id="day-of-event-after-speech",
        ),
        pytest.param("قتل 8 من عناصر داعش اليوم الجمعة في كركوك.", (TODAY, TODAY), id="today-without-speech"),
    ],
)
def test_the_day_of_a_statement_is_not_that_of_what_it_reports(text: str, expected: Days) -> None:
    assert days(text, "killed 8") == expected


def test_a_day_on_which_it_was_only_said_is_at_most_inferred() -> None:
    found = figure("US Central Command said Friday that 8 ISIS militants were killed in Syria.", "killed 8")
    assert found.basis.get("period") in (None, "inferred")


SAID = "قالت القيادة المركزية الأميركية، أمس الخميس، إن قواتها قتلت 8 من عناصر داعش منذ بداية العام."


def test_a_running_count_ends_on_the_day_of_the_statement() -> None:
    assert days(SAID, "killed 8") == ("2023-01-01", "2023-06-01")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "قتل 22 من عناصر داعش في الحملة التي بدأت في 20 أيار في الحسكة.", ("2023-05-20", TODAY), id="began"
        ),
        pytest.param(
            "The raids that began on May 20 killed 22 ISIS militants in Syria.",
            ("2023-05-20", TODAY),
            id="began-english",
        ),
        pytest.param(
            "قتل 22 من عناصر داعش في حملة بدأت في 20 أيار واستمرت خمسة أيام.", ("2023-05-20", "2023-05-24"), id="lasted"
        ),
        pytest.param(
            "قتل 22 من عناصر داعش منذ أن هاجمت خلايا التنظيم السجن يوم الجمعة 26 أيار.",
            ("2023-05-26", TODAY),
            id="since-an-event",
        ),
        pytest.param(
            "قتل 22 من عناصر داعش في غارة نفذت في 20 أيار في الحسكة.",
            ("2023-05-20", "2023-05-20"),
            id="raid-has-one-day",
        ),
    ],
)
def test_a_campaign_runs_from_its_first_day(text: str, expected: Days) -> None:
    assert days(text, "killed 22") == expected


def test_an_open_end_takes_its_start_from_before() -> None:
    text = (
        "Iraqi forces have conducted 21 operations against ISIS since September 2022. "
        "By the end of November 2022 they had killed 40 ISIS militants."
    )
    assert days(text, "killed 40") == ("2022-09-01", "2022-11-30")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("June 1, 2023\nUS forces killed 8 ISIS militants in Syria in April.", APRIL, id="dateline"),
        pytest.param("بغداد - 1 حزيران 2023\nقتل 8 من عناصر داعش في كركوك في أيار.", MAY, id="dateline-with-town"),
        pytest.param(
            "في 20 أيار دخلت القوات القرية.\nقتل 8 من عناصر داعش في سوريا.", ("2023-05-20",) * 2, id="day-of-an-action"
        ),
    ],
)
def test_a_dateline_is_page_furniture(text: str, expected: Days) -> None:
    assert days(text, "killed 8") == expected


@pytest.mark.parametrize(
    ("text", "which", "kind"),
    [
        ("قتل 8 من عناصر داعش في سوريا أمس.", "killed 8", "event"),
        ("قتل 8 من عناصر داعش في سوريا خلال أيار.", "killed 8", "period"),
        ("قتل 8 من عناصر داعش في سوريا منذ بداية العام.", "killed 8", "cumulative"),
        ("قتل 8 من عناصر داعش في سوريا.", "killed 8", "event"),
    ],
)
def test_kind_follows_the_period(text: str, which: str, kind: str) -> None:
    assert figure(text, which).kind == kind


@pytest.mark.parametrize("published", [None, date(2023, 6, 2)])
def test_a_full_date_needs_no_day_of_publication(published: date | None) -> None:
    found = figure("قتل 8 من عناصر داعش في 30 أيار 2023.", "killed 8", published=published).period
    assert found is not None
    assert (day(found.start), day(found.end)) == ("2023-05-30", "2023-05-30")


@pytest.mark.parametrize("words", ["أمس", "الشهر الماضي", "اليوم الجمعة"])
def test_relative_days_stay_open_without_a_day_of_publication(words: str) -> None:
    found = figure(f"قتل 8 من عناصر داعش {words}.", "killed 8", published=None).period
    assert found is None or (found.start, found.end) == (None, None)


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "بدأت الحملة ضد داعش في الحسكة يوم 28 أيار. واعتقلت قسد في اليوم الأول 7 من عناصر داعش.",
            "detained 7",
            ("2023-05-28", "2023-05-28"),
            id="first-day",
        ),
        pytest.param(
            "The campaign against ISIS in Hasaka began on May 28. On the third day the SDF detained 7 ISIS members.",
            "detained 7",
            ("2023-05-30", "2023-05-30"),
            id="third-day",
        ),
        pytest.param(
            "في نيسان قتل التحالف 4 من داعش في سوريا. وفي الشهر التالي قتل 9 من عناصر التنظيم.",
            "killed 9",
            MAY,
            id="following-month",
        ),
        pytest.param(
            "قال المتحدث إن قواته خاضت اليوم معارك مع داعش في سوريا قتل فيها 6 من عناصر التنظيم.",
            "killed 6",
            (TODAY, TODAY),
            id="deed-today-in-speech",
        ),
        pytest.param(
            "قتل 40 شخصاً في سوريا منذ 20 أيار. ورفع المرصد، الخميس، حصيلته إلى 44 قتيلاً.",
            "killed 44",
            ("2023-05-20", "2023-06-01"),
            id="day-of-a-raised-toll",
        ),
    ],
)
def test_days_of_what_began(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "In April US forces killed 4 ISIS militants in Syria. By the end of May they had killed 9. That month 7"
            " ISIS militants surrendered.",
            "surrendered 7",
            MAY,
            id="that-month-of-an-end",
        ),
        pytest.param(
            "المرحلة التي انطلقت في 10 أيار انتهت بعد 11 يوما، وقتل خلالها 27 من داعش في سوريا.",
            "killed 27",
            ("2023-05-10", "2023-05-21"),
            id="so-many-days-after-the-start",
        ),
        pytest.param(
            "وفي 30 أيار، أي قبل ثلاثة أيام، قال التحالف إنه شن 7 غارات على داعش خلال 48 ساعة.",
            "strikes 7",
            ("2023-05-28", "2023-05-30"),
            id="said-behind-an-aside",
        ),
        pytest.param(
            "الربع الأول من عام 2022 شهد مقتل 9 من داعش في سوريا، منهم 4 في آذار.",
            "killed 4",
            ("2022-03-01", "2022-03-31"),
            id="month-inside-the-quarter-named",
        ),
        pytest.param(
            "نفذ التحالف 20 غارة على داعش في الأيام الاثني عشر الأولى من أيار.",
            "strikes 20",
            ("2023-05-01", "2023-05-12"),
            id="first-twelve-days",
        ),
        pytest.param(
            "The toll of the ISIS attack on Tuesday was put at 9 dead on Friday.",
            "killed 9",
            ("2023-05-30", "2023-05-30"),
            id="day-of-the-toll-is-not-of-the-attack",
        ),
        pytest.param(
            "US forces killed 9 ISIS militants on Tuesday in the first such raid for two years.",
            "killed 9",
            ("2023-05-30", "2023-05-30"),
            id="how-long-is-not-when",
        ),
    ],
)
def test_days_told_beside_others(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected


def test_a_range_may_name_the_part_of_the_day() -> None:
    text = "قُتل 41 من داعش بضربات التحالف من فجر 23 أيلول 2022 إلى فجر 23 تشرين الثاني 2022."
    found = figure(text, "killed 41").period
    assert found is not None
    assert (str(found.start), str(found.end)) == ("2022-09-23", "2022-11-23")


@pytest.mark.parametrize(
    "text",
    [
        "نشرت قوات سوريا الديمقراطية «قسد» اليوم الجمعة 2 حزيران بياناً عما قامت به ضد داعش خلال أيار الماضي."
        " وبلغ عدد عملياتها 16 عملية.",
        "نشر جهاز الأمن الوطني، يوم الخميس، خلاصة ما نفذه ضد داعش في شهر أيار الماضي، وذكر أنه أجرى 16 عملية.",
        "بحسب ما كتبه حساب غرفة العمليات التابعة للتحالف في تويتر اليوم، الجمعة، بلغ عدد العمليات ضد داعش في أيار"
        " الماضي 16 عملية.",
    ],
)
def test_a_tally_is_not_of_the_day_on_which_it_came_out(text: str) -> None:
    found = figure(text, "operations 16").period
    assert found is not None
    assert (str(found.start), str(found.end)) == ("2023-05-01", "2023-05-31")


def test_two_days_up_to_today_are_one_stretch() -> None:
    found = figure("US forces conducted 21 airstrikes against ISIS in Syria yesterday and today.", "strikes 21").period
    assert found is not None
    assert (str(found.start), str(found.end)) == ("2023-06-01", "2023-06-02")


def test_since_one_day_and_up_to_another() -> None:
    text = "Since March 2021, and up to the end of April 2023, the coalition has carried out 640 strikes."
    assert days(text, "strikes 640") == ("2021-03-01", "2023-04-30")


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "نشرت قسد الخميس بياناً عن عملياتها ضد داعش خلال آذار ونيسان الماضيين. وبلغ عددها في الشهرين، وفق البيان، 17"
            " عملية.",
            "operations 17",
            ("2023-03-01", "2023-04-30"),
            id="the-two-months-named",
        ),
        pytest.param("نفذت قسد في شهرين 17 عملية ضد داعش.", "operations 17", NONE, id="two-months-of-no-name"),
        pytest.param(
            "في 3 أيار أوقفت قسد خلية لداعش في الهول. وفي 9 منه اعتقلت 14 عنصراً من التنظيم في الشدادي.",
            "detained 14",
            ("2023-05-09", "2023-05-09"),
            id="a-day-of-the-month-named",
        ),
        pytest.param(
            "وقالت قسد في 26 أيار إنها اعتقلت قبل ثلاثة أيام 14 عنصراً من داعش في الهول.",
            "detained 14",
            ("2023-05-23", "2023-05-23"),
            id="counted-from-the-day-of-saying",
        ),
        pytest.param(
            "اعتقلت قسد قبل ثلاثة أيام 14 عنصراً من داعش في الهول.",
            "detained 14",
            ("2023-05-30", "2023-05-30"),
            id="counted-from-today",
        ),
        pytest.param(
            "قال داعش إنه شن هجماته طوال شهر رمضان، أي من 23 آذار إلى 21 نيسان. ونفذ خلايا التنظيم 14 عملية في حمص.",
            "operations 14",
            ("2023-03-23", "2023-04-21"),
            id="a-month-told-by-its-days",
        ),
        pytest.param(
            "«قسد» تحصي عملياتها: 34 معتقلاً وخمسة قتلى من داعش\n\nنشرت قسد الخميس بياناً عن عملياتها في آذار ونيسان"
            " الماضيين. ووقع فيها 34 من عناصر داعش في الأسر وقُتل خمسة.",
            "killed 5",
            ("2023-03-01", "2023-04-30"),
            id="the-few-beside-the-many",
        ),
    ],
)
def test_days_that_lean_on_those_named_before(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected


@pytest.mark.parametrize(
    ("text", "which", "start"),
    [
        ("At least 90 ISIS fighters were killed in a months-long campaign, the army said Thursday.", "killed 90", None),
        ("قال الجيش أمس الخميس إن الحملة المستمرة منذ أشهر أسفرت عن مقتل 90 من عناصر داعش.", "killed 90", None),
        ("At least 9 ISIS fighters were killed in a campaign stop, the army said Thursday.", "killed 9", THURSDAY),
        ("At least 9 ISIS fighters died on a road months long in ruins, the army said Thursday.", "killed 9", THURSDAY),
    ],
)
def test_nobody_knows_when_a_drawn_out_campaign_began(text: str, which: str, start: date | None) -> None:
    found = figure(text, which)
    assert found.period is not None
    assert (found.period.start, found.period.end) == (start, THURSDAY)
    assert found.kind == ("cumulative" if start is None else "event")


def test_the_same_stretch_as_that_of_a_drawn_out_campaign() -> None:
    text = (
        "At least 90 ISIS fighters were killed in a years-long campaign, the army said Thursday.\n"
        "Only 7 locals in its ranks were killed over the same stretch, an official said."
    )
    found = figure(text, "killed 7").period
    assert found is not None
    assert (found.start, found.end) == (None, THURSDAY)


def test_the_day_tells_more_than_the_month_in_which_it_began() -> None:
    text = (
        "العملية التي بدأت الشهر الماضي ضد داعش قُتل فيها 57 مسلحاً. وأصيب 9 جنود منذ انطلقت العملية في التاسع من أيار."
    )
    assert days(text, "killed 57") == ("2023-05-09", TODAY)
    assert days(text.partition(". ")[0] + ".", "killed 57") == MAY


@pytest.mark.parametrize("title", ["حصاد أيار.. 8 قتلى من داعش", "حصاد أيار: 8 قتلى من داعش", "8 قتلى من داعش في أيار"])
def test_a_title_names_its_own_days_wherever_it_does(title: str) -> None:
    assert days("قتل 8 من عناصر داعش في سوريا خلال نيسان.", "title killed 8", title) == MAY


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("strikes 60", "2023-05-30"),
        ("killed 12", "2023-05-30"),
        ("strikes 35", "2023-05-31"),
        ("killed 4", "2023-05-31"),
        ("killed 9", "2023-06-01"),
    ],
)
@pytest.mark.parametrize("first", ["الثلاثاء", "ففي اليوم الأول -الثلاثاء-"])
def test_a_row_of_days_with_their_dead(which: str, expected: str, first: str) -> None:
    text = (
        f"{first} شنت الطائرات نحو 60 غارة على بادية حماة، أدت إلى مقتل 12 من داعش، وشنت يوم الأربعاء 35 غارة في بادية "
        "الرقة، أدت لمقتل 4 من عناصر داعش، أما يوم أمس الخميس، فقد شنت نحو 80 غارة على بادية تدمر، أسفرت عن مقتل 9."
    )
    assert days(text, which) == (expected, expected)


def test_that_attack_is_of_the_day_told_in_the_line_before() -> None:
    text = (
        "تبنى داعش 9 هجمات في سوريا بين 20 و25 أيار.\nوهاجم مسلحوه أمس حاجزا في السخنة.\n"
        "وقال مصدر عسكري إن 14 جنديا قُتلوا في ذلك الهجوم."
    )
    assert days(text, "killed 14") == ("2023-06-01", "2023-06-01")


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "عثرت القوات، اليوم، على مقر لداعش في الرمادي التي حررتها أمس من التنظيم، كما اعتقلت 27 من عناصره.",
            "detained 27",
            (TODAY, TODAY),
            id="a-town-taken-the-day-before",
        ),
        pytest.param(
            "قُتل 5 جنود في الرمادي التي هاجمها داعش أمس.",
            "killed 5",
            ("2023-06-01", "2023-06-01"),
            id="a-town-attacked",
        ),
        pytest.param(
            "تسعى القوات إلى فك الحصار عن حديثة المحاصرة منذ عامين. وقتلت القوات أمس 7 من داعش.",
            "killed 7",
            ("2023-06-01", "2023-06-01"),
            id="how-long-besieged",
        ),
        pytest.param(
            "أعلنت القيادة اليوم مقتل 37 من داعش في الكرمة.\nوكانت قيادة العمليات أعلنت أمس إلقاء القبض على آخرين.\n"
            "من جهة ثانية أعلنت الوزارة مقتل 24 من داعش في الفلوجة.",
            "killed 24",
            (TODAY, TODAY),
            id="an-earlier-statement-recalled",
        ),
        pytest.param(
            "أعلنت القيادة اليوم مقتل 37 من داعش في الكرمة.\nوكانت القيادة أعلنت أمس عملية في هيت. وأضافت أن قواتها "
            "اعتقلت 26 من داعش.",
            "detained 26",
            ("2023-06-01", "2023-06-01"),
            id="it-added-in-the-same-line",
        ),
    ],
)
def test_days_of_what_is_told_beside(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected
