"""Who, where and when in Arabic reports, each rule with a look-alike; of Friday, 2 June 2023."""

import pytest

from tests.reading.reports import figure

DEALT = (
    "أحصى التحالف الدولي 64 عملية ضد داعش نفذها في سوريا والعراق. "
    "وتوزعت العمليات في سوريا بين 22 مشتركة وأربع نفذتها الولايات المتحدة منفردة. "
    "أما في العراق فجرت 38 عملية مشتركة."
)


@pytest.mark.parametrize(
    ("text", "which", "slot", "expected"),
    [
        pytest.param(
            "أحصى التحالف الدولي 64 عملية نفذها ضد داعش، وفق ما نشرته سنتكوم.",
            "operations 64",
            "actor",
            "Global Coalition",
            id="what-the-subject-did",
        ),
        pytest.param(
            "أحصى المرصد السوري لحقوق الإنسان 64 عملية نفذها داعش.",
            "operations 64",
            "actor",
            "ISIS",
            id="what-another-did",
        ),
        pytest.param(DEALT, "operations 22", "actor", "Global Coalition", id="not-who-did-the-next"),
        pytest.param(DEALT, "operations 4", "actor", "US forces", id="who-did-the-lone-ones"),
        pytest.param(DEALT, "operations 38", "actor", "Global Coalition", id="behind-the-lone-ones"),
        pytest.param(
            "لقي 12 شخصاً حتفهم ذبحاً في ريف حماة على يد خلايا من تنظيم داعش.",
            "killed 12",
            "actor",
            "ISIS",
            id="by-cells-of",
        ),
        pytest.param(
            "قُتل 12 مسلحاً من تنظيم داعش على يد قوات سوريا الديمقراطية.",
            "killed 12",
            "actor",
            "Syrian Democratic Forces",
            id="men-of-are-killed",
        ),
        pytest.param(
            "قالت سنتكوم إن قرابة 300 مقاتل من داعش فقدوا حياتهم في 90 عملية.",
            "operations 90",
            "target",
            "ISIS",
            id="who-dies-does-nothing",
        ),
        pytest.param(
            'أحصت "وكالة نورث برس" مقتل 200 شخص على يد داعش، وقالت إنه شن 60 هجوماً.',
            "attacks 60",
            "attribution",
            "North Press Agency",
            id="and-said",
        ),
        pytest.param(
            "قُتل 20 جندياً في الصومال حين فجّر انتحاريون من تنظيم داعش أنفسهم.",
            "killed 20",
            "actor",
            "ISIS",
            id="men-of-who-act",
        ),
        pytest.param(
            "قتل داعش 11 شخصاً، هم 4 مدنيين و7 من مسلحين محليين موالين للنظام.",
            "killed 7",
            "actor",
            "ISIS",
            id="fighters-loyal-to-the-state",
        ),
        pytest.param(
            "استهدفت غارة في إدلب مقراً لجماعة أنصار الإسلام فقُتل فيه 6 أشخاص.",
            "killed 6",
            "target",
            "Ansar al-Islam",
            id="in-a-seat-of-a-group",
        ),
        pytest.param(
            'استهدفت غارة في إدلب مقراً لتنظيم "أنصار الإسلام" فقُتل فيه 6 أشخاص.',
            "killed 6",
            "target",
            "Ansar al-Islam",
            id="in-a-seat-of-a-group-in-quotes",
        ),
        pytest.param(
            "استهدفت غارة في إدلب مقراً لجماعة أنصار الإسلام، وقُتل 6 مدنيين.",
            "killed 6",
            "target",
            "civilians",
            id="civilians-beside-the-seat",
        ),
        pytest.param(
            "شنت طائرات التحالف 23 ضربة في العراق و3 في سوريا على داعش. وجرت 22 من الضربات العراقية بالتنسيق مع بغداد.",
            "strikes 22",
            "actor",
            "Global Coalition",
            id="strikes-in-iraq",
        ),
        pytest.param(
            "قتل هجوم داعش 68 شخصاً بحسب المرصد السوري لحقوق الإنسان، و53 وفق وكالة سانا.",
            "killed 53",
            "attribution",
            "SANA",
            id="each-number-its-source",
        ),
        pytest.param(
            "قتل هجوم داعش 68 شخصاً بحسب المرصد السوري لحقوق الإنسان، و53 وفق وكالة سانا.",
            "killed 68",
            "attribution",
            "Syrian Observatory for Human Rights",
            id="each-number-its-own-source",
        ),
        pytest.param(
            "أعلنت قسد مقتل 17 عنصراً من قواتها خلال هجوم لداعش على سجن.",
            "killed 17",
            "actor",
            "ISIS",
            id="of-its-own-forces",
        ),
        pytest.param(
            "تناول البيان الهجوم الأخير لتنظيم داعش. وقُتل 12 من قسد.",
            "killed 12",
            "actor",
            "ISIS",
            id="the-late-attack-of",
        ),
        pytest.param(
            "قُتل 40 مدنياً في أيار على يد داعش، وقُتل 30 مدنياً على يد جهات أخرى.",
            "killed 30",
            "actor",
            None,
            id="by-nobody-known",
        ),
        pytest.param(
            "قال مصدر عسكري إن الحملة بدأت. ووفق المصدر اعتقلت قسد 4 عناصر من داعش.",
            "detained 4",
            "attribution",
            "military source",
            id="the-source-is-who-spoke",
        ),
        pytest.param(
            "قالت خلية الإعلام الأمني إن العملية بدأت. ولفتت إلى أن طيران التحالف الدولي استهدف وكراً، مبينة أنه قُتل "
            "7 من داعش.",
            "killed 7",
            "attribution",
            "Iraqi Security Media Cell",
            id="who-acts-in-what-is-said-does-not-speak",
        ),
        pytest.param(
            "قُتل 3 جنود في هجوم شنه مسلحو ما يعرف بتنظيم الدولة الإسلامية على موقع للجيش العراقي.",
            "killed 3",
            "actor",
            "ISIS",
            id="men-told-before-their-group",
        ),
        pytest.param(
            "قال مصدران أمنيان، لرويترز، إن 4 جنود عراقيين قتلوا في هجوم لداعش.",
            "killed 4",
            "attribution",
            "security source",
            id="two-sources",
        ),
        pytest.param(
            "قتل داعش 4000 شخص منذ خسارته معقله، عندما أعلنت قسد دحره. وأشار المرصد السوري لحقوق الإنسان إلى ذلك.",
            "killed 4000",
            "attribution",
            "Syrian Observatory for Human Rights",
            id="what-was-announced-at-another-time",
        ),
        pytest.param(
            "قُتل 5 أشخاص بسبب التعذيب في سوريا، 4 منهم على يد قسد.", "killed 5", "target", "civilians", id="no-isis"
        ),
        pytest.param(
            "قتلت غارة 6 من داعش، ولم تأت سنتكوم على ذكرها.", "killed 6", "attribution", None, id="no-mention-made"
        ),
    ],
)
def test_slots(text: str, which: str, slot: str, expected: object) -> None:
    assert getattr(figure(text, which), slot) == expected


def days(text: str, which: str) -> tuple[str, str]:
    period = figure(text, which).period
    assert period is not None
    return str(period.start), str(period.end)


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "نفذ داعش 400 عملية في العراق من مطلع 2019 حتى نهاية آذار الماضي.",
            "operations 400",
            ("2019-01-01", "2023-03-31"),
            id="last-march-is-not-that-of-the-first-year",
        ),
        pytest.param(
            "نفذ داعش 400 عملية في العراق من كانون الثاني 2019 حتى آذار.",
            "operations 400",
            ("2019-01-01", "2019-03-31"),
            id="march-of-the-first-year",
        ),
        pytest.param(
            "يوم السبت الماضي قُتل 5 من البيشمركة في كمين لداعش، وهو رابع كمين منذ ذلك اليوم.",
            "killed 5",
            ("2023-05-27", "2023-05-27"),
            id="that-day",
        ),
        pytest.param(
            "وفي حصيلة عام 2022، وقد نُشرت في كانون الثاني الماضي، قُتل 90 من داعش.",
            "killed 90",
            ("2022-01-01", "2022-12-31"),
            id="published-in",
        ),
        pytest.param(
            "قال التحالف إن يوم أمس شهد 9 ضربات على داعش. وفي الرمادي، التي دخلتها القوات العراقية قبل أسبوع، "
            "نُفذت 6 ضربات.",
            "strikes 6",
            ("2023-06-01", "2023-06-01"),
            id="the-clause-of-a-place",
        ),
        pytest.param(
            "قالت القيادة إن العملية في صلاح الدين، التي استمرت من 24 إلى 27 أيار، قُتل فيها 7 من داعش.",
            "killed 7",
            ("2023-05-24", "2023-05-27"),
            id="the-clause-of-the-event",
        ),
        pytest.param(
            "بلغ عددها حتى أمس 66 هجوماً لداعش منذ 17 أيار.",
            "attacks 66",
            ("2023-05-17", "2023-06-01"),
            id="since-one-day-until-another",
        ),
        pytest.param(
            "قُتل 900 في هجمات داعش خلال الفترة الممتدة من 24 آذار 2019 وحتى يومنا هذا.",
            "killed 900",
            ("2019-03-24", "2023-06-02"),
            id="to-this-day",
        ),
        pytest.param(
            "أعلنت سنتكوم، ليل الخميس - الجمعة، أن التحالف قتل 2 من داعش في 1 الشهر الحالي.",
            "killed 2",
            ("2023-06-01", "2023-06-01"),
            id="announced-in-the-night",
        ),
        pytest.param(
            "ضربتان لسنتكوم في سوريا خلال أيار.\n28 قتيلاً من داعش في معسكر.\nوفي 16 أيار هاجمت سنتكوم معسكراً، فقُتل 28 "
            "من داعش.",
            "killed 28",
            ("2023-05-16", "2023-05-16"),
            id="the-day-behind-a-summary",
        ),
        pytest.param(
            "قُتل 37 من داعش منذ بداية شهر رمضان.", "killed 37", ("2023-03-23", "2023-06-02"), id="since-ramadan-began"
        ),
        pytest.param(
            "قُتل 9 مدنيين بألغام داعش في أيار، لتصبح حصيلة الضحايا 80 مدنياً منذ بداية العام 2023.",
            "killed 80",
            ("2023-01-01", "2023-06-02"),
            id="which-brings-it-to",
        ),
    ],
)
def test_periods(text: str, which: str, expected: tuple[str, str]) -> None:
    assert days(text, which) == expected


def place(text: str, which: str) -> str | None:
    held = figure(text, which).place
    return held.as_written if held is not None else None


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param(
            "قُتل 3 من داعش في كركوك شمال العراق، وأصيب 4 منهم.", "killed 3", "كركوك", id="the-larger-place-explains"
        ),
        pytest.param(
            "شن داعش هجمات في نينوى (5 قتلى)، أما صلاح الدين فسُجل فيها 16 قتيلاً.",
            "killed 16",
            "صلاح الدين",
            id="as-for",
        ),
        pytest.param(
            "قُتل جنديان ومترجم وأصيب 3 في هجوم لداعش في تدمر بالبادية السورية.",
            "killed 2",
            "تدمر",
            id="the-area-explains",
        ),
        pytest.param(
            "جرت 13 عملية ضد داعش في العراق واعتُقل 7، وفي سوريا تم تنفيذ 9 عمليات.",
            "detained 7",
            "العراق",
            id="and-in-opens-the-next",
        ),
        pytest.param(
            "جرت 13 عملية ضد داعش في العراق واعتُقل 7، وفي سوريا تم تنفيذ 9 عمليات.",
            "operations 9",
            "سوريا",
            id="and-in-is-of-the-next",
        ),
    ],
)
def test_places(text: str, which: str, expected: str) -> None:
    assert place(text, which) == expected


@pytest.mark.parametrize(
    "text",
    [
        "نفذت قسد بمؤازرة التحالف الدولي 12 عملية ضد داعش.",
        "نفذت قسد برفقة قوات التحالف الدولي 12 عملية ضد داعش.",
        "نفذت قسد عمليات ضد داعش، شارك التحالف الدولي في 12 منها.",
    ],
)
def test_those_who_took_part_are_partners(text: str) -> None:
    found = figure(text, "operations 12")
    assert (found.actor, found.partners, found.mode) == ("Syrian Democratic Forces", ("Global Coalition",), "partnered")
