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
    ],
)
def test_periods(text: str, which: str, expected: tuple[str, str]) -> None:
    assert days(text, which) == expected
