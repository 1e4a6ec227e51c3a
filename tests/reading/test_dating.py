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


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "في نيسان الذي شهد 40 عملية ضد داعش و18 قتيلا و63 معتقلا، يتبين أن أيار شهد 22 عملية.",
            "detained 63",
            APRIL,
            id="another-statement-begins",
        ),
        pytest.param(
            "تعرضت القرية في 20 أيار لهجوم شنه داعش قتل فيه عشرة جنود وثلاثة مدنيين، ثم تلاه يوم الأحد هجوم آخر.",
            "killed 3",
            ("2023-05-20", "2023-05-20"),
            id="then-another-day",
        ),
        pytest.param(
            "أعلنت القيادة المركزية عن 43 عملية ضد داعش في نيسان، وهو ما يعني أن الوتيرة تراجعت.",
            "operations 43",
            APRIL,
            id="what-is-announced-is-of-the-month",
        ),
        pytest.param(
            "نفذ التحالف خلال أيار 27 ضربة ضد داعش في سوريا، سبع منها بين 19 و22 من الشهر.",
            "strikes 27",
            MAY,
            id="days-of-a-part",
        ),
        pytest.param(
            "نفذ التحالف خلال أيار 27 ضربة ضد داعش في سوريا، سبع منها بين 19 و22 من الشهر. وقتل 9 من التنظيم.",
            "killed 9",
            MAY,
            id="days-of-a-part-are-not-handed-on",
        ),
        pytest.param(
            "نفذ التحالف خلال أيار 27 ضربة ضد داعش في سوريا. وقتل 6 من التنظيم في 8 أيار.\nواعتقل 12 من داعش.",
            "detained 12",
            MAY,
            id="a-day-of-the-stretch-holds-for-its-line",
        ),
    ],
)
def test_dates_of_parts_and_of_other_statements(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected


CAMPAIGN: Days = ("2023-05-27", "2023-05-31")
ENDED = "أنهت قسد، مساء الأربعاء، حملة أمنية استمرت خمسة أيام في ريف الحسكة، اعتقلت خلالها 14 من خلايا داعش."
WRAPPED = "On Wednesday the SDF concluded its campaign in Hasaka. Fourteen ISIS members were detained."


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(ENDED, "detained 14", CAMPAIGN, id="so-many-days-to-its-end"),
        pytest.param(f"{WRAPPED} The campaign began on May 27.", "detained 14", CAMPAIGN, id="its-start-told-later"),
        pytest.param(
            "The campaign in Hasaka began on May 27 and ended on Wednesday. Fourteen ISIS members were detained.",
            "detained 14",
            CAMPAIGN,
            id="both-ends",
        ),
        pytest.param(
            "بدأت الحملة يوم السبت 27 أيار، واعتقلت قسد في يومها الأول 9 من خلايا داعش.",
            "detained 9",
            ("2023-05-27", "2023-05-27"),
            id="its-first-day",
        ),
        pytest.param(
            "انتهت الجلسة يوم الأربعاء. وقتل 3 من داعش في كركوك في 27 أيار.",
            "killed 3",
            ("2023-05-27", "2023-05-27"),
            id="no-campaign-ended",
        ),
    ],
)
def test_a_campaign_has_two_ends(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "The ministry said in April that 40 ISIS members had been killed in Kirkuk since January.",
            "killed 40",
            ("2023-01-01", None),
            id="since-up-to-some-day-of-a-month",
        ),
        pytest.param(
            "Earlier in May the command had put its count since January at 80 operations against ISIS.",
            "operations 80",
            ("2023-01-01", None),
            id="had-put-in-a-month",
        ),
        pytest.param(
            "US forces had killed 9 ISIS members in May in Syria.", "killed 9", MAY, id="had-killed-in-a-month"
        ),
        pytest.param(
            "هاجم داعش حاجزا في حمص السبت. وفي اليوم نفسه، أي الأحد، قتل 3 من الشرطة.",
            "killed 3",
            ("2023-05-28", "2023-05-28"),
            id="a-day-explained",
        ),
        pytest.param(
            "حصيلة نشرتها القيادة المركزية في تدوينة مساء الخميس: 38 عملية ضد داعش خلال أيار.",
            "operations 38",
            MAY,
            id="the-day-of-a-post",
        ),
        pytest.param(
            "قتل داعش 70 شخصا في هجمات شنها في أيار، وفق المرصد السوري اليوم الجمعة.",
            "killed 70",
            MAY,
            id="the-day-of-the-source",
        ),
        pytest.param(
            "قتل 3 من داعش في كركوك بحسب الجيش العراقي أمس في عملية.",
            "killed 3",
            ("2023-06-01", "2023-06-01"),
            id="a-day-that-goes-on-is-of-the-event",
        ),
        pytest.param(
            "Tuesday: 3 ISIS militants were killed in Kirkuk.", "killed 3", ("2023-05-30",) * 2, id="the-day-of-an-item"
        ),
        pytest.param(
            "Two soldiers were killed on Tuesday in Kirkuk, police said on Thursday.",
            "killed 2",
            ("2023-05-30", "2023-05-30"),
            id="day-of-the-deed-before-the-comma",
        ),
        pytest.param(
            "Officials said on Thursday that three ISIS militants were killed in Hawija.\n\nA police force ambushed"
            " them on Wednesday evening.",
            "killed 3",
            ("2023-05-31", "2023-05-31"),
            id="day-of-the-raid-told-later",
        ),
        pytest.param(
            "On Tuesday, US forces raided a house in Idlib. CENTCOM said on Thursday it killed three ISIS members.",
            "killed 3",
            ("2023-05-30", "2023-05-30"),
            id="a-sentence-is-no-dateline",
        ),
        pytest.param(
            "قُتل 5 من داعش أول من أمس في غارة على كهف، بحسب الجيش.",
            "killed 5",
            ("2023-05-31", "2023-05-31"),
            id="the-day-before-yesterday",
        ),
        pytest.param(
            "CENTCOM said the raid had taken place on May 24 and that two US troops were injured.",
            "wounded 2",
            ("2023-05-24", "2023-05-24"),
            id="had-taken-place",
        ),
    ],
)
def test_when_it_was_told(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "أعلن المرصد، الخميس، اعتقال عنصرين من داعش بعملية في ريف الرقة، في وقت وثق مقتل 106 مدنيين خلال أيار.",
            "detained 2",
            ("2023-06-01", "2023-06-01"),
            id="not-the-month-of-the-clause-after",
        ),
        pytest.param(
            "شن التحالف 90 ضربة ضد داعش بين أيلول 2022 ونيسان 2023. وخلال هذه الفترة قتل 11 مدنيا، وفق تقرير أيار.",
            "killed 11",
            ("2022-09-01", "2023-04-30"),
            id="in-this-period",
        ),
        pytest.param(
            'قال التحالف: "حتى اليوم قتل 11 مدنيا في ضربات للتحالف" منذ بدء حملته على تنظيم داعش في آب 2022.',
            "killed 11",
            ("2022-08-01", TODAY),
            id="to-date-since",
        ),
        pytest.param(
            "قتل 22 مدنيا في سوريا يوم 20 أيار. وشن التحالف 3 ضربات خلال الشهرين الأخيرين.\nوتسببت الغارات بمقتل ما لا"
            " يقل عن 22 مدنيا.",
            "killed 22",
            ("2023-05-20", "2023-05-20"),
            id="a-number-repeated",
        ),
        pytest.param(
            "Coalition strikes killed 14 civilians in Syria, the Pentagon said in a Thursday report. The deaths"
            " occurred between January 2023 and March 2023.",
            "killed 14",
            ("2023-01-01", "2023-03-31"),
            id="when-it-occurred-outdoes-when-it-was-told",
        ),
        pytest.param(
            "The SDF detained 14 ISIS members in Hasaka. The operation, launched on May 28, aims at ISIS cells.",
            "detained 14",
            ("2023-05-28", TODAY),
            id="days-of-the-campaign-named-later",
        ),
        pytest.param(
            "اعتقلت قسد 9 من داعش. وأوضحت أن العملية الأولى نفذت في 29 أيار والثانية نفذت في 31 أيار.",
            "detained 9",
            ("2023-05-29", "2023-05-31"),
            id="first-and-second-operation",
        ),
        pytest.param(
            "The caliphate came to an end in 2019. The sweep was over after seven days and the SDF had detained 14 ISIS"
            " members.",
            "detained 14",
            (None, None),
            id="no-days-after-a-year",
        ),
        pytest.param(
            "شهد شهر نيسان 31 عملية ضد داعش، مقابل 28 في آذار.\n\nأما المعتقلون فبلغ عددهم 27.",
            "detained 27",
            APRIL,
            id="compared-month-is-not-handed-on",
        ),
    ],
)
def test_periods_told_elsewhere(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "قتل 5 من داعش في كركوك في ثاني هجوم خلال أسبوعين.", "killed 5", (None, None), id="second-attack-in-a-time"
        ),
        pytest.param(
            "US forces killed 3 ISIS members in Syria in April, the second month of the campaign.",
            "killed 3",
            APRIL,
            id="second-month",
        ),
        pytest.param(
            "US forces killed 3 ISIS members in Syria, the second such raid this month.",
            "killed 3",
            (None, None),
            id="second-such-raid",
        ),
        pytest.param(
            "ISIS was hunted in Syria in May 2023. US forces killed 19 ISIS members in the month, the SDF said in a"
            " report that came out on Thursday. Another 11 were killed in Homs.",
            "killed 11",
            MAY,
            id="day-on-which-it-came-out",
        ),
        pytest.param(
            "Some 30 ISIS members have been killed by US forces in Iraq since March, said an officer who briefed the"
            " press on Thursday.",
            "killed 30",
            ("2023-03-01", "2023-06-01"),
            id="since-up-to-the-briefing",
        ),
        pytest.param(
            "US forces launched three strikes near Homs on Wednesday, the Coalition said on Thursday.",
            "strikes 3",
            ("2023-05-31", "2023-05-31"),
            id="launched-so-many-in-words",
        ),
        pytest.param(
            "Three ISIS members died in last month's raid in Syria, US forces said. The May 9 raid was in Homs.",
            "killed 3",
            ("2023-05-09", "2023-05-09"),
            id="day-of-the-event-of-a-month",
        ),
        pytest.param(
            "Three ISIS members died in last month's raid in Syria, US forces said. The May 9 attack was in Homs.",
            "killed 3",
            MAY,
            id="day-of-another-event-of-the-month",
        ),
        pytest.param(
            "At least 31 people have been killed in Tikrit, officials said on Friday. Twelve ISIS men have been killed"
            " since the raid began on Thursday.",
            "killed 31",
            ("2023-06-01", TODAY),
            id="days-of-the-raid-that-goes-on",
        ),
        pytest.param(
            "Figures released by UNAMI on May 2 show that 68 people were killed by ISIS in Iraq in April.",
            "killed 68",
            APRIL,
            id="day-of-release",
        ),
        pytest.param(
            "قتل شرطيان الاثنين.\nوشن داعش منذ آذار الماضي هجمات في حمص.\nوأسفرت تلك الهجمات عن مقتل 41 جنديا.",
            "killed 41",
            ("2023-03-01", TODAY),
            id="those-attacks",
        ),
        pytest.param(
            "نشر الجهاز حصيلته منذ الأول من أيار للعام الماضي، وحتى 25 أيار، وقال إنه قتل 57 من داعش.",
            "killed 57",
            ("2022-05-01", "2023-05-25"),
            id="since-comma-until",
        ),
        pytest.param(
            "US forces detained six ISIS members in Syria. Over the past 48 hours they held three raids, resulting in"
            " the detention of six ISIS members.",
            "detained 6",
            ("2023-05-31", TODAY),
            id="twin-of-a-few-days",
        ),
        pytest.param(
            "A strike on Tuesday killed five ISIS fighters, two days after gunmen killed four soldiers in Diyala.",
            "killed 4",
            ("2023-05-28", "2023-05-28"),
            id="so-many-days-before-the-day-named",
        ),
        pytest.param(
            "نفذ التحالف 18 عملية ضد داعش في نيسان، مقابل 25 في الشهر نفسه من العام الماضي.",
            "operations 25",
            ("2022-04-01", "2022-04-30"),
            id="same-month-of-another-year",
        ),
    ],
)
def test_dates_of_more_than_one_event(text: str, which: str, expected: Days) -> None:
    assert days(text, which) == expected
