"""Whose losses they are, who struck, and where: Arabic reports of Friday, 2 June 2023, each rule with a look-alike."""

import pytest

from tests.reading.reports import figure, reading

RAID = "توغلت قوات أميركية في قرية الطرشان شرقي دير الزور، فقتلت ثلاثة من عناصر داعش واعتقلت خمسة آخرين."


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "قُتل أربعة عناصر من الحشد الشعبي وأصيب تسعة آخرون في هجوم لتنظيم داعش قرب كركوك.",
            "wounded 9",
            "Popular Mobilization Forces",
            id="others-of-the-same-force",
        ),
        pytest.param(
            "قالت قسد إن 21 من مقاتليها قُتلوا في هجمات لداعش على حواجز الجيش التركي.",
            "killed 21",
            "Syrian Democratic Forces",
            id="the-tellers-own",
        ),
        pytest.param(
            "هاجم داعش نقطة عسكرية في البادية وأوقع ستة قتلى وعدداً من الجرحى في صفوف القوات الحكومية السورية.",
            "killed 6",
            "Syrian government forces",
            id="in-the-ranks-of",
        ),
        pytest.param(
            "شن تنظيم داعش هجوماً على سرية للجيش العراقي استشهد فيه 11 جندياً.",
            "killed 11",
            "Iraqi Army",
            id="soldiers-of-the-army-named",
        ),
        pytest.param(
            "قتل داعش جنديين أميركيين اثنين في هجوم على دورية للقوات العراقية.",
            "killed 2",
            "US forces",
            id="soldiers-of-a-nation",
        ),
        pytest.param("قتل الجيش العراقي 11 من عناصر داعش.", "killed 11", "ISIS", id="not-the-dead-of-isis"),
        pytest.param(
            "تقاتل قوات النظام السوري داعش. وقال المرصد إن ضابطاً من قوات النظام ومعه 14 عنصراً قُتلوا على يد تنظيم داعش.",
            "killed 14",
            "Syrian government forces",
            id="by-the-hand-of-the-other-side",
        ),
        pytest.param(
            "قُتل 14 عنصراً وأصيب ثلاثة آخرون من الحشد الشعبي في كمين لداعش.",
            "killed 14",
            "Popular Mobilization Forces",
            id="the-others-tell-whose",
        ),
        pytest.param(
            "هاجم داعش موقعاً للحشد الشعبي. وقال مصدر إن أربعة من أفراد الحشد قُتلوا وأصيب اثنان آخران.",
            "wounded 2",
            "Popular Mobilization Forces",
            id="a-short-name",
        ),
        pytest.param(
            "أعلن الحشد الشعبي أن أحد ألويته قدم خمسة شهداء في مواجهات مع داعش.",
            "killed 5",
            "Popular Mobilization Forces",
            id="martyrs-of-the-teller",
        ),
        pytest.param(
            "أقر التحالف بسقوط مزيد من الضحايا المدنيين في غاراته على داعش، ليصل العدد الإجمالي للضحايا إلى 55 قتيلا.",
            "killed 55",
            "civilians",
            id="toll-of-civilians",
        ),
        pytest.param(
            "قُتل أربعة أشخاص، بينهم شرطيان، وأصيب 15 آخرون في انفجار سيارة مفخخة في بغداد.",
            "wounded 15",
            None,
            id="others-beside-a-part",
        ),
        pytest.param(
            "قتلت قوات سوريا الديمقراطية تسعة من داعش. وفي صفوفها سقط 11 مقاتلاً.",
            "killed 11",
            "Syrian Democratic Forces",
            id="in-their-own-ranks",
        ),
        pytest.param(
            "قُتل سبعة عناصر في صفوف ميليشيا “لواء القدس” في مواجهات مع داعش.",
            "killed 7",
            "Liwa al-Quds",
            id="in-the-ranks-of-a-militia",
        ),
        pytest.param(
            "قتل داعش جندياً من قوات النظام السوري. ثم هاجم عناصره رعاة أغنام فقتلوا 3.",
            "killed 3",
            "civilians",
            id="those-who-were-attacked",
        ),
        pytest.param(
            "أعلنت الداخلية السورية اعتقال رئيس خلية لداعش وستة آخرين في حلب.",
            "detained 6",
            "ISIS",
            id="head-of-a-cell",
        ),
        pytest.param(
            "نفذ التحالف ضد داعش 20 عملية في العراق قُتل فيها 13 من عناصره.",
            "killed 13",
            "ISIS",
            id="not-those-whom-it-is-against",
        ),
        pytest.param(
            "شنت القيادة الأمريكية في أفريقيا ثلاث غارات على حركة الشباب في الصومال.",
            "strikes 3",
            "Al-Shabaab",
            id="the-group-that-a-report-is-about",
        ),
    ],
)
def test_target(text: str, which: str, expected: str | None) -> None:
    assert figure(text, which).target == expected


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(RAID, "detained 5", "US forces", id="deed-behind-any-verb"),
        pytest.param(
            "توغلت قوات أميركية في قرية الطرشان، فيما قتل الجيش العراقي ثلاثة من عناصر داعش.",
            "killed 3",
            "Iraqi Army",
            id="another-named-between",
        ),
        pytest.param(
            "قال المرصد السوري إن أول غارة لفرنسا في سوريا قتلت 30 عنصراً من داعش.",
            "killed 30",
            "French forces",
            id="strike-of-a-country",
        ),
        pytest.param(
            "أحصى البنتاغون 41 مدنياً قُتلوا خلال عام 2022 كله في أرجاء البلاد في عمليات القوات الأميركية.",
            "killed 41",
            "US forces",
            id="in-whose-operations",
        ),
        pytest.param(
            "نفذت قسد عملية أمنية ضد داعش، بدعم عبر المراقبة الجوية من قبل التحالف الدولي، واعتقلت 4 من عناصره.",
            "detained 4",
            "Syrian Democratic Forces",
            id="help-is-no-deed",
        ),
        pytest.param(
            "قتل الجيش العراقي تسعة من داعش. وقُتل أربعة طلاب بانفجار عبوة ناسفة من مخلفات داعش.",
            "killed 4",
            "ISIS",
            id="bomb-left-behind",
        ),
        pytest.param(
            "استهدفت عملية خلية لداعش وأسفرت عن القبض على ثلاثة أشخاص وتحييد اثنين آخرين.",
            "killed 2",
            None,
            id="isis-neutralises-nobody",
        ),
        pytest.param(
            "قُتل 24 من مقاتلي داعش في قتال مع قوات كردية تساندها طائرات التحالف.",
            "killed 24",
            "Kurdish forces",
            id="fought-with",
        ),
    ],
)
def test_actor(text: str, which: str, expected: str | None) -> None:
    assert figure(text, which).actor == expected


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "أعلنت سنتكوم تنفيذ 37 عملية. وعن سوريا أورد البيان 9 عمليات مشتركة، وعن العراق 28 عملية.",
            "operations 9",
            "سوريا",
            id="about-one-country",
        ),
        pytest.param(
            "أعلنت سنتكوم تنفيذ 37 عملية. وعن سوريا أورد البيان 9 عمليات مشتركة، وعن العراق 28 عملية.",
            "operations 28",
            "العراق",
            id="about-the-other",
        ),
        pytest.param(
            "قتل الجيش ثلاثة مسلحين في هيت غداة تفجير الرمادي.", "killed 3", "هيت", id="not-of-the-day-before"
        ),
        pytest.param("قُتل ثلاثة أشخاص في تفجير الرمادي.", "killed 3", "الرمادي", id="of-the-attack-itself"),
        pytest.param(
            "عبرت شاحنات من إقليم كردستان العراق إلى سوريا. وقتل التحالف 3 من داعش في الحسكة.",
            "killed 3",
            "الحسكة",
            id="not-where-it-came-from",
        ),
        pytest.param(
            "قُتل 17 عنصراً جراء هجوم شنته خلايا داعش، استهدف حافلة عسكرية في ريف حمص الشرقي.",
            "killed 17",
            "ريف حمص الشرقي",
            id="of-the-attack-behind-a-comma",
        ),
        pytest.param(
            "أصابت ضربة جوية وكراً في جبال حمرين وقضت على خلية هي الأخطر على مستوى ديالى، فقُتل أربعة من داعش.",
            "killed 4",
            "جبال حمرين",
            id="at-the-level-of",
        ),
        pytest.param(
            "نُفذت الحملة في شرقي سوريا في 23 بلدة بما فيها البصيرة والشحيل. وألقي القبض على 65 من داعش.",
            "detained 65",
            "شرقي سوريا",
            id="some-of-many-places",
        ),
        pytest.param(
            "قصف الجيش مخابئ لداعش في محافظة ديالى قرب صلاح الدين، مما أسفر عن مقتل خمسة من مقاتليه.",
            "killed 5",
            "ديالى",
            id="near-another",
        ),
        pytest.param(
            "ضبط الجيش أوكاراً في محافظة كركوك قرب الحويجة. وألقت الشرطة القبض على 4 من داعش في المحافظة.",
            "detained 4",
            "كركوك",
            id="in-the-province",
        ),
        pytest.param(
            "قتل التحالف 78 عنصراً من داعش في محافظات حماة وحلب وحمص والرقة.",
            "killed 78",
            "حماة وحلب وحمص والرقة",
            id="many-provinces",
        ),
        pytest.param(RAID, "killed 3", "الطرشان", id="village"),
        pytest.param(
            "هبطت قوات أميركية في قرية ملوح سراب، 12 كيلومتراً جنوبي القامشلي، فاعتقلت اثنين من داعش.",
            "detained 2",
            "ملوح سراب",
            id="village-of-two-words",
        ),
        pytest.param(
            "اعتقلت قسد سبعة من داعش في منطقة يسيطر عليها التنظيم قرب الرقة.",
            "detained 7",
            "الرقة",
            id="a-verb-is-no-name",
        ),
        pytest.param(
            "الخميس 1 يونيو 2023 6:10 م القاهرة\nقُتل 36 شخصاً في تفجير ضرب العاصمة الباكستانية إسلام آباد.",
            "killed 36",
            "إسلام آباد",
            id="line-of-the-date",
        ),
    ],
)
def test_place(text: str, which: str, expected: str) -> None:
    place = figure(text, which).place
    assert place is not None
    assert place.as_written == expected


def test_headline_takes_the_finer_place() -> None:
    title = "العراق: مقتل تسعة من داعش"
    text = "قُتل تسعة من مسلحي داعش في قضاء هيت بمحافظة الأنبار في العراق."
    place = figure(text, "title killed 9", title).place
    assert place is not None
    assert place.name == "Hit"


def test_a_share_is_no_wound() -> None:
    text = "قتلت الفصائل 18 مدنياً، فكان نصيب داعش 17 منهم."
    assert figure(text, "killed 17").actor == "ISIS"


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "وكانت وزارة الداخلية السورية، قد أعلنت في أيار تفكيك خلية تابعة لتنظيم داعش واعتقال 9 من أفرادها.",
            "detained 9",
            "Syrian Ministry of Interior",
            id="had-announced",
        ),
        pytest.param(
            "وقال محافظ ديالى عدنان الشمري إن القوات تتقدم. وقال الشمري إن 9 من داعش قُتلوا.",
            "killed 9",
            None,
            id="another-man-of-that-name",
        ),
        pytest.param(
            "تبنى داعش الهجوم في بيان وقال إن اثنين من الجنود قُتلا. ثم قصف الجيش العراقي مخبأ وقُتل خمسة من داعش.",
            "killed 5",
            "Iraqi Army",
            id="not-of-its-own-dead",
        ),
        pytest.param(
            "نفذ التحالف 30 غارة على داعش منذ بدء عملية العزم الصلب، بحسب التحالف.",
            "strikes 30",
            "Global Coalition",
            id="an-operation-tells-nothing",
        ),
        pytest.param(
            "قال وزير الداخلية العراقي عبد الأمير الشمري إن القوات تتقدم. وقال الشمري إن 9 من داعش قُتلوا.",
            "killed 9",
            "Iraqi Ministry of Interior",
            id="the-man-himself",
        ),
    ],
)
def test_teller(text: str, which: str, expected: str | None) -> None:
    assert figure(text, which).attribution == expected


def test_support_told_later_is_of_the_same_arrest() -> None:
    text = (
        "أعلنت قسد اعتقال ثلاثة عناصر من داعش في الرقة. وقالت قسد إن وحداتها قبضت على 3 من داعش في الرقة "
        "بدعم من التحالف الدولي."
    )
    assert figure(text, "detained 3").partners == ("Global Coalition",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("أصيب عشرة أشخاص في ثلاث حوادث متفرقة في الرقة.", {("wounded", 10)}, id="incidents-are-not-hurt"),
        pytest.param(
            "قتلت غارة جوية واحدة أربعة مسلحين من داعش.", {("strikes", 1), ("killed", 4)}, id="the-strike-kills"
        ),
        pytest.param("استسلم 300 داعشي مع أسرهم.", {("surrendered", 300)}, id="with-their-families"),
        pytest.param("اعتقل الجيش 300 داعشي وأسرهم.", {("detained", 300)}, id="and-their-families"),
        pytest.param("طالت الضربات الست مواقع لداعش قرب الموصل.", {("strikes", 6)}, id="number-behind-its-noun"),
        pytest.param(
            "قُتل 90 مدنياً وأصيب 41 آخرون: 50 في العراق و40 في سوريا.",
            {("killed", 90), ("wounded", 41), ("killed", 50), ("killed", 40)},
            id="shares-of-the-sum",
        ),
        pytest.param(
            "بلغت حصيلة القتلى 55 قتيلاً، هم: 36 من “قسد” وقوى الأمن الداخلي العاملة في مناطق الإدارة الذاتية في "
            "شمالي البلاد وشرقيها، و10 حراس و9 مدنيين.",
            {("killed", 55), ("killed", 36), ("killed", 10), ("killed", 9)},
            id="people-of-the-sum",
        ),
    ],
)
def test_what_is_counted(text: str, expected: set[tuple[str, int]]) -> None:
    assert {(one.measure, one.low) for one in reading(text).figures} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("قالت قسد إن 12 عملية لداعش أُحبطت هذا العام.", "prevented", id="foiled-behind"),
        pytest.param("نفذت قسد 12 عملية ضد داعش وأحبطت هجوماً له.", "asserted", id="something-else-foiled"),
    ],
)
def test_prevented(text: str, expected: str) -> None:
    assert figure(text, "operations 12").modality == expected


def test_title_takes_the_fate_of_its_number_from_the_body() -> None:
    found = figure("قُتل 192 مدنياً في سوريا في أيار.", "title killed 192", "192 مدنياً.. حصيلة أيار في سوريا")
    assert found.target == "civilians"


def test_a_total_keeps_its_beginning_for_itself() -> None:
    text = "قُتل 50 مدنياً في ضربات التحالف في آب 2022 ليصل العدد الإجمالي للقتلى إلى 735 مدنياً منذ عام 2014."
    period = figure(text, "killed 50").period
    assert period is not None
    assert str(period.start) == "2022-08-01"


def test_destroyed_dens_are_not_people() -> None:
    title, text = "تدمير 3 أوكار داعشية في نينوى", "قُتل ثلاثة طلاب بانفجار عبوة ناسفة زرعها داعش في نينوى."
    assert not [one for one in reading(text, title).figures if one.evidence.field == "title"]
