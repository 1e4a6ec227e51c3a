"""Who harmed whom, where the words of the figure do not say it: Arabic reports, each rule with a look-alike."""

import pytest

from tests.reading.reports import figure

SDF = "Syrian Democratic Forces"


@pytest.mark.parametrize(
    ("text", "which", "actor"),
    [
        pytest.param(
            "أعلن البنتاغون مقتل جنديين أمريكيين، خلال عملية ضد تنظيم داعش في تدمر.",
            "killed 2",
            "ISIS",
            id="in-an-operation-told-behind-them",
        ),
        pytest.param(
            "استشهد ثلاثة عراقيين جراء هجوم إرهابي، وقالت خلية الإعلام الأمني إن القوات دمرت عشرة أوكار لداعش.",
            "killed 3",
            "ISIS",
            id="martyrs-are-not-of-the-hunters",
        ),
        pytest.param(
            "أعلن جهاز الأمن الوطني العراقي تصفية أمني قاطع الأنبار واثنين من مرافقيه المنتمين لتنظيم داعش.",
            "killed 2",
            "Iraqi National Security Service",
            id="companions-who-belong-to-the-group",
        ),
        pytest.param(
            "قالت وكالة الاستخبارات العراقية إنها ألقت القبض على ثلاثة من داعش، بينما قصفت طائرات عراقية موقعاً.",
            "detained 3",
            "Iraqi Intelligence Agency",
            id="nobody-is-caught-from-the-air",
        ),
        pytest.param(
            "مُنيت قوات النظام السوري بخسائر على يد خلايا تنظيم داعش، حيث قُتل خمسة من عناصرها غرب تدمر.",
            "killed 5",
            "ISIS",
            id="her-members-by-the-hand-of-cells",
        ),
        pytest.param(
            "داهمت قسد خلايا تنظيم داعش، حيث قُتل خمسة من عناصرها غرب الرقة.", "killed 5", SDF, id="members-of-the-cells"
        ),
        pytest.param(
            "أعدم ما يسمى تنظيم دولة العراق والشام نحو 2000 مواطن في الموصل.",
            "killed 2000",
            "ISIS",
            id="so-called-group",
        ),
        pytest.param("أعدم تنظيم داعش 18 مدنياً غرقاً وسط الموصل.", "killed 18", "ISIS", id="drowned-by-it"),
        pytest.param("قُتل 302 مقاتل كردي في معارك كوباني مع داعش.", "killed 302", "ISIS", id="kurdish-fighters"),
        pytest.param(
            "صدت قسد هجوماً لداعش على نقطة، ورد الجيش فقتل ثلاثة عناصر من داعش.",
            "killed 3",
            "Iraqi Army",
            id="who-answered-an-attack",
            marks=pytest.mark.xfail(strict=True, reason="the army of no country is nobody whom the report names"),
        ),
    ],
)
def test_who_harmed_them(text: str, which: str, actor: str | None) -> None:
    assert figure(text, which).actor == actor


def test_a_headline_of_a_force_counts_its_own_dead() -> None:
    text = "أعلن لواء القدس مقتل 8 عسكريين قُتلوا في معارك مع تنظيم داعش غربي دير الزور."
    told = figure(text, "title killed 8", "لواء القدس يعلن مصرع 8 عناصر بكمين غربي دير الزور")
    assert told.actor == "ISIS"
