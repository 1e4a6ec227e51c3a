"""What is counted in Arabic reports, each rule with a look-alike."""

import pytest

from tests.reading.reports import reading

Found = set[tuple[str, int | None, str]]


def found(text: str, title: str | None = None) -> Found:
    return {(one.measure, one.low, one.modality) for one in reading(text, title).figures}


def asserted(*figures: tuple[str, int]) -> Found:
    return {(measure, low, "asserted") for measure, low in figures}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ذكرت الوزارة أن 14 نزيلاً قُتلوا و9 جُرحوا في السجن.",
            asserted(("killed", 14), ("wounded", 9)),
            id="inmates-who-are-killed",
        ),
        pytest.param("ذكرت الوزارة أن في السجن 14 نزيلاً من داعش.", asserted(), id="inmates"),
        pytest.param(
            "وفي الموصل، قتل انتحاري أمس الخميس 17 شخصاً، منهم 12 جندياً.",
            asserted(("killed", 17), ("killed", 12)),
            id="one-man-kills",
        ),
        pytest.param("وفي الموصل، قتل مدني وأصيب 7 أشخاص.", asserted(("killed", 1), ("wounded", 7)), id="one-killed"),
        pytest.param(
            "وفي 9 أيار قتل هجوم لداعش قرب تدمر 31 شخصاً.", asserted(("killed", 31)), id="a-verb-behind-its-day"
        ),
        pytest.param(
            "هاجم داعش القرية. والضحايا، وفق «المرصد»، خمسة من المدنيين و3 جنود.",
            asserted(("killed", 5), ("killed", 3)),
            id="the-victims-are",
        ),
        pytest.param(
            "تحدث البيان عن ستة جنود قتلى، اثنان منهم من تدمر.",
            asserted(("killed", 6), ("killed", 2)),
            id="a-second-noun",
        ),
        pytest.param("ضربت سنتكوم داعش في سوريا مرتين خلال أيار.", asserted(("strikes", 2)), id="struck-so-many-times"),
        pytest.param(
            "داهمت القوات مع التحالف أوكار داعش خمسين مرة.", asserted(("operations", 50)), id="raided-so-many-times"
        ),
        pytest.param("اجتمعت سنتكوم مع قوات سوريا الديمقراطية مرتين لبحث داعش.", asserted(), id="met-twice"),
        pytest.param(
            "توزعت العمليات ضد داعش في سوريا بين 19 مشتركة وست نفذتها سنتكوم منفردة.",
            asserted(("operations", 19), ("operations", 6)),
            id="events-of-their-mode",
        ),
        pytest.param(
            "قال الجيش إنه حيّد 27 إرهابياً، بين قتيل وموقوف، في أيار.",
            asserted(("casualties", 27)),
            id="dead-and-caught",
        ),
        pytest.param(
            "أمرت النيابة بالقبض على 80 شخصاً يشتبه بانتمائهم إلى داعش، فأوقفت السلطات 65 منهم.",
            asserted(("detained", 65)),
            id="an-order-is-no-deed",
        ),
        pytest.param(
            "ارتفعت حصيلة هجوم داعش على قوات النظام والدفاع الوطني في بادية تدمر بريف حمص الشرقي يوم 8 من أيار "
            "الماضي من 20 إلى 26 قتيلاً.",
            {("killed", 20, "denied"), ("killed", 26, "asserted")},
            id="a-toll-that-rises-far-behind-its-verb",
        ),
        pytest.param(
            "ارتفع إلى 8 عدد قتلى قوات النظام في هجوم لداعش.", asserted(("killed", 8)), id="number-before-its-toll"
        ),
        pytest.param(
            "أعلنت قسد اعتقالها ثلاثة عناصر من داعش.", asserted(("detained", 3)), id="whoever-arrests-on-the-noun"
        ),
        pytest.param("أعلنت قسد مقتله في سوريا مع 7 سيارات.", asserted(), id="whoever-is-killed-on-the-noun"),
        pytest.param(
            "أسفر الهجوم عن سقوط ثلاثة قتلى ومعتقلين اثنين من داعش.",
            asserted(("killed", 3), ("detained", 2)),
            id="two-of-the-second-noun",
        ),
        pytest.param("خسر داعش 25 عنصراً بين قتلى ومعتقلين.", asserted(("casualties", 25)), id="both-in-one-count"),
        pytest.param("هاجم داعش قسد. والقتلى هم: 13 عنصراً في درعا.", asserted(("killed", 13)), id="the-dead-are-colon"),
        pytest.param(
            "قالت قسد إن 74 من عناصر داعش ممن شاركوا في الهجوم على السجن قد قتلوا.",
            asserted(("killed", 74)),
            id="behind-what-is-said-of-the-people",
        ),
        pytest.param(
            "قُتل 9 في الهجوم على السجن، و23 من سجناء داعش مفقودون.", asserted(("killed", 9)), id="prisoners-missing"
        ),
        pytest.param(
            "أعداد قتلاهم بنيران جهاز مكافحة الإرهاب في حربه على داعش وصلت لـ140 إرهابياً.",
            asserted(("killed", 140)),
            id="their-dead",
        ),
        pytest.param("أعلنت الوزارة استعادة 63 من أسراها لدى داعش.", asserted(), id="their-prisoners"),
        pytest.param(
            "ألقى الجهاز القبض على (622) من داعش، كما وصل عدد المضافات المدمرة (422).",
            asserted(("detained", 622)),
            id="the-number-of-things",
        ),
        pytest.param("بلغت الخسائر البشرية في هجوم داعش حتى اللحظة 25.", asserted(("killed", 25)), id="human-losses"),
    ],
)
def test_what_is_counted(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_title_counts_what_the_body_counts() -> None:
    both = found("حيّد الجيش 27 إرهابياً، بين قتيل وموقوف.", title="الجيش يحيّد 27 إرهابياً")
    assert both == asserted(("casualties", 27))
