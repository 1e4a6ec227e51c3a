"""Who says it and who did it."""

import pytest

from hasila.model import Document
from hasila.reading import read
from tests.reading.reports import figure

CENTCOM, SDF, COALITION = "US Central Command", "Syrian Democratic Forces", "Global Coalition"
IRAQ, US, SOHR = "Iraqi Security Forces", "US forces", "Syrian Observatory for Human Rights"


@pytest.mark.parametrize(
    ("text", "which", "speaker"),
    [
        pytest.param(
            "قالت القيادة المركزية الأميركية إن قواتها قتلت 8 من عناصر داعش في سوريا.",
            "killed 8",
            CENTCOM,
            id="subject-after-verb",
        ),
        pytest.param(
            "قوات سوريا الديمقراطية أعلنت مقتل 4 من عناصر داعش في الرقة.", "killed 4", SDF, id="subject-before-verb"
        ),
        pytest.param(
            "وأعلن المرصد السوري لحقوق الإنسان مقتل 12 عنصراً من داعش.",
            "killed 12",
            SOHR,
            id="observatory",
        ),
        pytest.param(
            "US Central Command said 8 ISIS militants were killed in Syria.", "killed 8", CENTCOM, id="english-subject"
        ),
        pytest.param(
            "Eight ISIS militants were killed in Syria, US Central Command said.",
            "killed 8",
            CENTCOM,
            id="english-said-after",
        ),
        pytest.param(
            "According to the Syrian Observatory for Human Rights, 12 ISIS fighters were killed in Syria.",
            "killed 12",
            SOHR,
            id="according-to-before",
        ),
        pytest.param(
            "Some 12 ISIS fighters were killed in Syria, according to the Syrian Observatory for Human Rights.",
            "killed 12",
            SOHR,
            id="according-to-after",
        ),
        pytest.param(
            "قتل 12 عنصراً من داعش في سوريا، بحسب المرصد السوري لحقوق الإنسان.",
            "killed 12",
            SOHR,
            id="hasab-after",
        ),
        pytest.param("ووفقاً للقيادة المركزية الأميركية، قتل 8 من عناصر داعش.", "killed 8", CENTCOM, id="wafqan-before"),
        pytest.param(
            'تلاحق الشرطة داعش. وأكد المركز الإعلامي لـ"قسد" أن دورياتها اعتقلت 7 من خلاياه في الحسكة.',
            "detained 7",
            SDF,
            id="office-of-a-body-in-quotation-marks",
        ),
        pytest.param(
            "دمشق - سانا. أعلنت وزارة الداخلية القبض على 6 من عناصر داعش في حلب.",
            "detained 6",
            "Syrian Ministry of Interior",
            id="ministry-of-the-country-spoken-of",
        ),
        pytest.param(
            "قالت وزارة الدفاع العراقية إن الحرب على داعش تتواصل. وأعلنت وزارة الداخلية اعتقال 6 من عناصر داعش.",
            "detained 6",
            "Iraqi Ministry of Interior",
            id="another-ministry-of-the-same-country",
        ),
        pytest.param(
            "قالت الداخلية السورية إنها تلاحق داعش، بعد إعلان التحالف الدولي مقتل 4 من عناصره.",
            "killed 4",
            COALITION,
            id="announcement-told-in-passing",
        ),
        pytest.param(
            "قال التحالف الدولي إنه قتل 3 من داعش. وهاجم تنظيم داعش حاجزا في البصيرة، زاعما مقتل 5 جنود.",
            "killed 5",
            "ISIS",
            id="whoever-acts-claims",
        ),
        pytest.param(
            "أنهت قوات سوريا الديمقراطية حملة في الحسكة، وقالت إنها اعتقلت 15 من عناصر داعش.",
            "detained 15",
            SDF,
            id="pro-drop",
        ),
        pytest.param(
            "أصدرت القيادة المركزية الأميركية بياناً عن عملياتها في سوريا. وأوضح البيان أن 8 من عناصر داعش قتلوا.",
            "killed 8",
            CENTCOM,
            id="statement-speaks-for-issuer",
        ),
        pytest.param("وقال مصدر أمني إن 3 من عناصر داعش قتلوا في كركوك.", "killed 3", "security source", id="source"),
        pytest.param(
            "قال الجنرال مايكل كوريلا إن القوات قتلت 8 من عناصر داعش في سوريا.",
            "killed 8",
            CENTCOM,
            id="commander-speaks-for-command",
        ),
        pytest.param(
            "ونقلت وكالة الأنباء العراقية عن جهاز مكافحة الإرهاب أنه قتل 5 من عناصر داعش.",
            "killed 5",
            "Iraqi Counter Terrorism Service",
            id="quoted-through-agency",
        ),
        pytest.param(
            "أعلن تنظيم الدولة الإسلامية أن مقاتليه قتلوا 7 جنود في حمص.", "killed 7", "ISIS", id="isis-claims"
        ),
        pytest.param(
            "قالت بغداد إن قواتها قتلت 5 من عناصر داعش.", "killed 5", "Iraqi government", id="capital-for-government"
        ),
        # nobody says it
        pytest.param("قتل 8 من عناصر داعش في ريف دير الزور.", "killed 8", None, id="outlet-speaks"),
        pytest.param(
            "Eight ISIS militants were killed in eastern Syria.", "killed 8", None, id="outlet-speaks-english"
        ),
        pytest.param("قتل 5 من عناصر داعش في بغداد يوم الثلاثاء.", "killed 5", None, id="capital-as-place"),
        pytest.param(
            "قتلت القوات العراقية 5 من عناصر داعش في كركوك.",
            "killed 5",
            None,
            id="actor-is-not-speaker",
        ),
    ],
)
def test_who_says_it(text: str, which: str, speaker: str | None) -> None:
    assert figure(text, which).attribution == speaker


@pytest.mark.parametrize(
    ("text", "which", "actor"),
    [
        pytest.param("قتلت القوات العراقية 5 من عناصر داعش في كركوك.", "killed 5", IRAQ, id="verb-subject-object"),
        pytest.param(
            "قوات سوريا الديمقراطية تعتقل 4 من عناصر داعش في الرقة.", "detained 4", SDF, id="subject-verb-object"
        ),
        pytest.param("US forces killed 8 ISIS militants in Syria.", "killed 8", US, id="english-svo"),
        pytest.param("Eight ISIS militants were killed by US forces in Syria.", "killed 8", US, id="english-by"),
        pytest.param(
            "اعتقل 15 من عناصر داعش من قبل قوات سوريا الديمقراطية في الحسكة.", "detained 15", SDF, id="min-qibal"
        ),
        pytest.param(
            "قتل 9 من عناصر داعش في غارة شنها التحالف الدولي في الأنبار.", "killed 9", COALITION, id="which-it-launched"
        ),
        pytest.param("أعلنت قوات سوريا الديمقراطية أنها نفذت 6 عمليات ضد داعش.", "operations 6", SDF, id="pronoun"),
        pytest.param(
            "The Syrian Democratic Forces said they captured 15 ISIS militants in Syria.",
            "detained 15",
            SDF,
            id="english-pronoun",
        ),
        pytest.param(
            "قتل 4 من عناصر داعش في عملية لقوات سوريا الديمقراطية في الرقة.", "killed 4", SDF, id="lam-of-agency"
        ),
        pytest.param(
            "قتل 9 من عناصر داعش بغارة للتحالف الدولي في الأنبار.", "killed 9", COALITION, id="lam-of-agency-strike"
        ),
        pytest.param(
            "The US-led coalition's strikes killed 9 ISIS militants in Iraq.",
            "killed 9",
            COALITION,
            id="owner-of-strikes",
        ),
        pytest.param("CENTCOM: 8 ISIS militants killed in Syria.", "killed 8", CENTCOM, id="announces-own-act"),
        pytest.param(
            "قالت القيادة المركزية الأميركية إن قواتها قتلت 8 من عناصر داعش في سوريا.", "killed 8", US, id="its-forces"
        ),
        # ISIS
        pytest.param("قتل 7 جنود سوريين في هجوم لتنظيم داعش في بادية حمص.", "killed 7", "ISIS", id="isis-attack"),
        pytest.param("ISIS militants killed 7 Syrian soldiers in Homs.", "killed 7", "ISIS", id="isis-subject"),
        pytest.param("Seven civilians were killed by ISIS near Kirkuk in Iraq.", "killed 7", "ISIS", id="by-isis"),
        pytest.param(
            "نفذ تنظيم داعش 38 عملية في سوريا خلال الشهر الماضي.", "operations 38", "ISIS", id="isis-operations"
        ),
        # named, but not as who did it
        pytest.param("قتل 3 جنود في هجوم على القوات العراقية في كركوك.", "killed 3", None, id="attack-on-is-not-by"),
        pytest.param("قتل 8 من عناصر داعش في ريف دير الزور.", "killed 8", None, id="isis-is-not-its-own-killer"),
        pytest.param("Eight ISIS militants were killed in eastern Syria.", "killed 8", None, id="english-victims"),
        pytest.param(
            "قتلت القوات العراقية 5 من عناصر داعش بدعم من التحالف الدولي.",
            "killed 5",
            IRAQ,
            id="supporter-is-not-actor",
        ),
        pytest.param(
            "استهدف مسلحون القوات العراقية في كركوك وقتل 3 جنود.",
            "killed 3",
            None,
            id="who-was-targeted",
        ),
        pytest.param("قتلت القوات العراقية بقيادة واشنطن 5 من عناصر داعش.", "killed 5", IRAQ, id="who-leads"),
    ],
)
def test_who_did_it(text: str, which: str, actor: str | None) -> None:
    assert figure(text, which).actor == actor


@pytest.mark.parametrize(
    ("text", "which", "partners", "mode"),
    [
        pytest.param(
            "نفذت القيادة المركزية الأميركية 17 عملية مع قوات سوريا الديمقراطية في سوريا.",
            "operations 17",
            (SDF,),
            "partnered",
            id="with",
        ),
        pytest.param(
            "نفذ التحالف الدولي 21 عملية في العراق بمشاركة القوات العراقية.",
            "operations 21",
            (IRAQ,),
            "partnered",
            id="with-participation",
        ),
        pytest.param(
            "The coalition conducted 17 operations in Syria alongside the Syrian Democratic Forces.",
            "operations 17",
            (SDF,),
            "partnered",
            id="alongside",
        ),
        pytest.param("نفذ التحالف الدولي 12 عملية مشتركة في سوريا.", "operations 12", (), "partnered", id="joint-word"),
        pytest.param(
            "US forces conducted 33 partnered operations in Iraq.",
            "operations 33",
            (),
            "partnered",
            id="partnered-word",
        ),
        pytest.param(
            "US forces conducted 2 unilateral operations in Syria.", "operations 2", (), "unilateral", id="unilateral"
        ),
        pytest.param(
            "US forces conducted 2 US-only operations in Syria.", "operations 2", (), "unilateral", id="us-only"
        ),
        pytest.param(
            "نفذت القوات الأميركية عمليتين أحاديتين في سوريا.",
            "operations 2",
            (),
            "unilateral",
            id="unilateral-arabic",
        ),
        pytest.param("نفذت القوات الأميركية 12 عملية في سوريا.", "operations 12", (), None, id="nothing-said"),
        pytest.param(
            "نفذت القوات الأميركية 12 عملية ضد داعش في سوريا.", "operations 12", (), None, id="against-is-not-with"
        ),
    ],
)
def test_with_whom(text: str, which: str, partners: tuple[str, ...], mode: str | None) -> None:
    found = figure(text, which)
    assert (found.partners, found.mode) == (partners, mode)


HOME = (
    "نفذت القيادة المركزية الأميركية مع قوات سوريا الديمقراطية والقوات العراقية 21 عملية في العراق و17 عملية في سوريا."
)
BOTH = "نفذت القيادة المركزية الأميركية 38 عملية مع قوات سوريا الديمقراطية والقوات العراقية في العراق وسوريا."


@pytest.mark.parametrize(
    ("text", "which", "partners"),
    [
        pytest.param(HOME, "operations 21", (IRAQ,), id="iraq"),
        pytest.param(HOME, "operations 17", (SDF,), id="syria"),
        pytest.param(BOTH, "operations 38", (IRAQ, SDF), id="both"),
    ],
)
def test_partners_work_in_their_own_country(text: str, which: str, partners: tuple[str, ...]) -> None:
    assert figure(text, which).partners == partners


@pytest.mark.parametrize(
    ("text", "which", "target"),
    [
        pytest.param("قتلت القوات العراقية 5 من عناصر داعش في كركوك.", "killed 5", "ISIS", id="of-group"),
        pytest.param("US forces conducted 12 operations against ISIS in Syria.", "operations 12", "ISIS", id="against"),
        pytest.param("A US strike on ISIS in Syria killed 3 civilians.", "killed 3", "civilians", id="civilians"),
        pytest.param("نفذ تنظيم داعش 38 عملية في سوريا.", "operations 38", None, id="isis-is-not-its-own-target"),
    ],
)
def test_against_whom(text: str, which: str, target: str | None) -> None:
    assert figure(text, which).target == target


def test_who_acts_is_not_its_own_partner() -> None:
    found = figure("قتلت القوات العراقية 5 من عناصر داعش بدعم من التحالف الدولي.", "killed 5")
    assert (found.actor, found.partners) == (IRAQ, (COALITION,))


def test_a_partner_does_not_stand_in_for_an_unknown_actor() -> None:
    found = figure("قتلت قوات الأمن بدعم من التحالف الدولي 5 من عناصر داعش.", "killed 5")
    assert found.actor not in found.partners


@pytest.mark.parametrize(
    ("text", "which", "slot", "expected"),
    [
        pytest.param(
            "قتل أربعة جنود عراقيين قرب كركوك في كمين نسبته بغداد إلى داعش.", "killed 4", "actor", "ISIS", id="blamed"
        ),
        pytest.param(
            "قتل أربعة جنود عراقيين قرب كركوك في كمين لداعش. وأصيب فيه أيضا تسعة جنود.",
            "wounded 9",
            "actor",
            "ISIS",
            id="attacker-carried",
        ),
        pytest.param(
            "قال مصدر محلي إن طائرات التحالف حلقت فوق داعش، وأضاف أنه نفذ 7 ضربات.",
            "strikes 7",
            "actor",
            "Global Coalition",
            id="a-source-does-nothing",
        ),
        pytest.param(
            "قالت وسائل إعلام إن طيران التحالف قصف حيا في دير الزور فقتل 14 شخصا.",
            "killed 14",
            "actor",
            "Global Coalition",
            id="verb-behind-its-subject",
        ),
        pytest.param(
            "قالت وسائل إعلام إن طيران التحالف قصف حيا في دير الزور فقتل 14 شخصا.",
            "killed 14",
            "attribution",
            None,
            id="a-stranger-speaks",
        ),
        pytest.param(
            "The SDF said an ISIS bomb in Hasaka killed 14 people.", "killed 14", "target", "civilians", id="people"
        ),
        pytest.param(
            "هاجم داعش ثكنة وقتل جنديين سوريين في تدمر. وقتل خمسة على الأقل من عناصر التنظيم.",
            "killed 5",
            "target",
            "ISIS",
            id="group-behind-a-qualifier",
        ),
        pytest.param(
            "قالت القيادة المركزية إنها دعمت 6 عمليات ضد داعش في سوريا. وأضافت أن المنفذين هم شركاء واشنطن: قسد.",
            "operations 6",
            "partners",
            ("Syrian Democratic Forces",),
            id="partners-after-a-colon",
        ),
        pytest.param(
            "CENTCOM supported six operations against ISIS in Iraq and Syria. The operations were carried out by its"
            " partners, the SDF and the Iraqi Army.",
            "operations 6",
            "partners",
            ("Iraqi Army", "Syrian Democratic Forces"),
            id="partners-in-apposition",
        ),
        pytest.param(
            "US and partner nation military forces conducted 13 airstrikes against ISIS in Syria.",
            "strikes 13",
            "actor",
            "Global Coalition",
            id="us-and-partner-nations",
        ),
        pytest.param(
            "The SDF fights ISIS. A regiment of the Iraqi Army's 5th Division killed 3 militants in Anbar.",
            "killed 3",
            "actor",
            "Iraqi Army",
            id="unit-of-a-force-in-the-possessive",
        ),
        pytest.param(
            "U.S. and partner forces have conducted 26 operations against ISIS in Syria.",
            "operations 26",
            "actor",
            "US forces",
            id="us-and-partner-forces",
        ),
        pytest.param(
            "The coalition fights ISIS. The Iraqi Ministry of Defense said F-16 jets carried out 4 strikes in Kirkuk.",
            "strikes 4",
            "actor",
            "Iraqi Air Force",
            id="aircraft-of-the-speaker",
        ),
        pytest.param(
            "يقاتل التحالف تنظيم داعش. ونفذت طائرات (أف 16) عراقية 4 ضربات في كركوك.",
            "strikes 4",
            "actor",
            "Iraqi Air Force",
            id="aircraft-by-nation",
        ),
        pytest.param(
            "قالت وزارة الدفاع العراقية إن طائرات التحالف نفذت 4 ضربات على داعش في كركوك.",
            "strikes 4",
            "actor",
            "Global Coalition",
            id="aircraft-of-others",
        ),
    ],
)
def test_roles_further_off(text: str, which: str, slot: str, expected: object) -> None:
    assert getattr(figure(text, which), slot) == expected


@pytest.mark.parametrize(
    ("text", "which", "slot", "expected"),
    [
        pytest.param(
            "The SDF took Baghouz from ISIS. The coalition said its planes carried out 99 strikes.",
            "strikes 99",
            "actor",
            "Global Coalition",
            id="its-planes",
        ),
        pytest.param(
            "The fight against ISIS goes on, according to CENTCOM. In May, it wrote, coalition forces carried out"
            " 15 operations.",
            "operations 15",
            "attribution",
            "US Central Command",
            id="it-wrote",
        ),
        pytest.param(
            "The coalition bombed ISIS near Hawija. The Iraqi Ministry of Interior said 9 terrorists were killed.",
            "killed 9",
            "actor",
            IRAQ,
            id="local-forces-tell-of-their-own-deeds",
        ),
        pytest.param(
            "The SDF raided ISIS in Raqqa. The Pentagon said 9 terrorists were killed.",
            "killed 9",
            "actor",
            SDF,
            id="others-tell-of-their-partners-deeds",
        ),
        pytest.param(
            "قصف التحالف داعش. وذكرت خلية الإعلام الأمني أن قوة عثرت على 5 جثث لعناصر داعش.",
            "killed 5",
            "actor",
            COALITION,
            id="bodies-found-where-others-struck",
        ),
        pytest.param(
            "The SDF fights ISIS. Jets of the coalition struck. Iraqi forces discovered the bodies of 6 ISIS fighters.",
            "killed 6",
            "actor",
            COALITION,
            id="finders-of-bodies",
        ),
        pytest.param(
            "ISIS attacked the Internal Security Forces (ISF) in Hasakah. The SDF and the ISF detained 6 ISIS men.",
            "detained 6",
            "actor",
            SDF,
            id="acronym-of-others",
        ),
        pytest.param(
            "The Security Media Cell said it hunts ISIS. Iraqi warplanes killed 6 militants, a local mayor said.",
            "killed 6",
            "attribution",
            "Iraqi Security Media Cell",
            id="speaker-of-no-list-behind-a-comma",
        ),
        pytest.param(
            "The SDF raided Raqqa and caught 6 ISIS men, said Joe Buccino, a CENTCOM spokesman.",
            "detained 6",
            "attribution",
            "US Central Command",
            id="tag-behind-a-comma",
        ),
        pytest.param(
            "The UK Ministry of Defence hunts ISIS in Iraq. The Ministry of Defence said RAF jets made 6 strikes.",
            "strikes 6",
            "attribution",
            "UK Ministry of Defence",
            id="ministry-of-forces-from-abroad",
        ),
        pytest.param(
            "The SDF hunts ISIS. The police arrested 5 ISIS men following an attack in Homs that killed 3 Americans.",
            "killed 3",
            "actor",
            "ISIS",
            id="attack-that-killed",
        ),
        pytest.param(
            "CENTCOM fights ISIS. وبحسب سنتكوم، أعلن تنظيم داعش مسؤوليته عن 53 هجوما في العراق.",
            "attacks 53",
            "actor",
            "ISIS",
            id="claims-its-attacks",
        ),
        pytest.param(
            "The SDF carried out 3 operations against ISIS with the Special Missions Branch of the Iraqi Army.",
            "operations 3",
            "partners",
            ("Iraqi Army",),
            id="branch-of-a-partner",
        ),
        pytest.param(
            "CENTCOM fights ISIS. وضربت طائرات «إف 16» كهفا لداعش بأربع ضربات، بحسب وزارة الدفاع العراقية.",
            "strikes 4",
            "actor",
            "Iraqi Air Force",
            id="aircraft-that-strike",
        ),
        pytest.param("وقع 7 جنود في أسر تنظيم داعش في حمص.", "detained 7", "actor", "ISIS", id="captors"),
        pytest.param(
            "The coalition said that a strike by its jets killed 6 ISIS fighters during an Iraqi army raid.",
            "killed 6",
            "actor",
            COALITION,
            id="doer-before-the-verb",
        ),
        pytest.param(
            "شن داعش 9 عمليات في الحسكة. وقد أعلنت قسد توقيف 30 شخصا في مخيم الهول.",
            "detained 30",
            "actor",
            SDF,
            id="announced-arrests",
        ),
        pytest.param(
            "تلاحق الداخلية السورية داعش. وقتل متزعم خلية واعتقل ثمانية من أفرادها بعد كمين لداعش.",
            "detained 8",
            "target",
            "ISIS",
            id="people-of-a-cell",
        ),
        pytest.param(
            "قالت قسد إن خلايا داعش شنت 113 هجوماً على مواقعها، وخسرت في تلك الهجمات 21 مقاتلاً.",
            "killed 21",
            "target",
            SDF,
            id="lost-by-the-teller",
        ),
        pytest.param(
            "قالت قسد إن خلايا داعش شنت 113 هجوماً على مواقعها، وخسر التنظيم في الهجمات 21 مقاتلاً.",
            "killed 21",
            "target",
            "ISIS",
            id="lost-by-who-is-named",
        ),
        pytest.param(
            "CENTCOM fights ISIS. A strike killed two fighters in an area held by the SDF.",
            "killed 2",
            "actor",
            "US Central Command",
            id="ground-held-by-others",
        ),
        pytest.param(
            "CENTCOM, along with our Defeat ISIS partners, Iraqi Security Forces and the SDF, conducted 31 missions.",
            "operations 31",
            "partners",
            (IRAQ, SDF),
            id="partners-named-behind-the-word",
        ),
        pytest.param(
            "اعتقلت قسد 4 من داعش تحت غطاء جوي من التحالف الدولي.",
            "detained 4",
            "partners",
            (COALITION,),
            id="air-cover",
        ),
        pytest.param(
            "اعتقلت قسد 4 من داعش بدعم التحالف الدولي. وقتل 6 أشخاص في غارات للجيش الإسرائيلي على حمص.",
            "killed 6",
            "partners",
            (),
            id="partners-of-another-war",
        ),
        pytest.param(
            "تقاتل القوات العراقية داعش. وتبنى داعش 38 هجوما في العراق.", "attacks 38", "actor", "ISIS", id="owns-up"
        ),
        pytest.param(
            "The SDF fights ISIS. The SDF lost 12 fighters in an ISIS attack.", "killed 12", "actor", "ISIS", id="lost"
        ),
        pytest.param(
            "ISIS lost 12 fighters in the SDF raid.", "killed 12", "actor", "Syrian Democratic Forces", id="isis-lost"
        ),
        pytest.param(
            "تقاتل قسد داعش. واعترفت قسد بسقوط 21 من مقاتليها بينما أصيب 48 بالألغام.",
            "wounded 48",
            "target",
            "Syrian Democratic Forces",
            id="hurt-beside-own-dead",
        ),
        pytest.param(
            "أعلنت القيادة المركزية أنها أتمت 31 عملية في إطار مهمة دحر داعش، قُتل خلالها 5.",
            "operations 31",
            "actor",
            "US Central Command",
            id="the-mission-against-it",
        ),
        pytest.param(
            "أحصت منظمة محلية مقتل 18 مدنيا بغارات التحالف.", "killed 18", "attribution", None, id="no-issuer"
        ),
    ],
)
def test_roles_of_those_who_lose_or_speak(text: str, which: str, slot: str, expected: object) -> None:
    assert getattr(figure(text, which), slot) == expected


def test_a_date_before_a_name_is_no_count_of_it() -> None:
    text = "Between Jan. 26 and Feb. 1 coalition military forces conducted 54 strikes against ISIS in Syria."
    assert figure(text, "strikes 54").actor == "Global Coalition"


@pytest.mark.parametrize(
    ("text", "which", "actor"),
    [
        pytest.param(
            "قال الجيش الأميركي إن مقاتلات التحالف الدولي الذي تقوده واشنطن أغارت 13 مرة على مقاتلي داعش.",
            "strikes 13",
            "Global Coalition",
            id="relative-clause-before-the-verb",
        ),
        pytest.param(
            "ذكرت القيادة المركزية الأمريكية أن التحالف الدولي، بالتنسيق مع شركاء محليين، نفذ 34 عملية ضد داعش.",
            "operations 34",
            "Global Coalition",
            id="aside-before-the-verb",
        ),
        pytest.param(
            "عرضت القيادة المركزية الأمريكية حصيلتها، موضحة أنها أنجزت، ومعها التحالف الدولي، 34 عملية ضد داعش.",
            "operations 34",
            "US Central Command",
            id="company-with-a-pronoun",
        ),
        pytest.param(
            "أعلنت وزارة الداخلية السورية أن وحداتها، بالتنسيق مع التحالف الدولي، أوقفت خمسة في هجوم داعش الذي قُتل فيه"
            " جنديان أميركيان.",
            "killed 2",
            "ISIS",
            id="attack-told-in-a-relative-clause",
        ),
    ],
)
def test_who_acts_in_the_clause(text: str, which: str, actor: str) -> None:
    assert figure(text, which).actor == actor


@pytest.mark.parametrize("name", ["التحالف العسكري الذي تقوده السعودية", "التحالف العربي بقيادة السعودية"])
def test_another_coalition_is_not_the_global_one(name: str) -> None:
    assert figure(f"قال {name} إنه قتل 90 مسلحا حوثيا في مأرب.", "killed 90").actor == "Saudi-led coalition"


def test_whoever_is_fought_is_no_partner() -> None:
    found = figure("قالت قسد إن اثنين من مقاتليها قتلا في قتال مع مقاتلي تنظيم داعش في الهول.", "killed 2")
    assert (found.actor, found.partners) == ("ISIS", ())


def test_a_generic_name_means_the_group_that_is_called_so() -> None:
    text = "خسر «داعش» 35 من عناصره وقُتل 13 من «جبهة النصرة». وقُتل 41 من التنظيم في حلب."
    assert figure(text, "killed 41").target == "ISIS"


def test_a_relative_clause_tells_whose_deed_its_events_are() -> None:
    text = (
        "قالت القيادة المركزية الأمريكية إن العمليات المشتركة في سوريا بلغت 16، ومنها عمليتان تولتهما القوات الأمريكية"
        " بمفردها، فكانت النتيجة مقتل 5 من داعش."
    )
    assert (figure(text, "operations 2").actor, figure(text, "operations 2").mode) == ("US forces", "unilateral")
    assert (figure(text, "operations 16").mode, figure(text, "killed 5").actor) == ("partnered", "US Central Command")


def test_the_subject_of_a_title_did_it_by_arresting() -> None:
    title = '"قسد" تختم المرحلة الأولى من حملتها بتوقيف 110 أشخاص'
    assert figure("أنهت قسد حملتها لملاحقة خلايا داعش.", "title detained 110", title).actor == SDF


@pytest.mark.parametrize(
    ("text", "which", "slot", "value"),
    [
        pytest.param(
            "US forces carried out 90 operations against Daesh in Iraq and Syria, Centcom said Wednesday.",
            "operations 90",
            "attribution",
            CENTCOM,
            id="command-written-like-a-word",
        ),
        pytest.param(
            "Members of ISIS have carried out 31 operations in areas controlled by the SDF this year.",
            "operations 31",
            "actor",
            "ISIS",
            id="ground-that-somebody-holds",
        ),
        pytest.param(
            "The coalition has flown 270 airstrikes, Pentagon spokesman Army Col. Steve Warren told reporters.",
            "strikes 270",
            "attribution",
            "Pentagon",
            id="introduced-by-a-long-title",
        ),
        pytest.param(
            "ISIS attacks killed nine people in April, five of them SDF fighters.",
            "killed 5",
            "victim",
            "security",
            id="a-part-said-to-be-fighters",
        ),
    ],
)
def test_who_is_meant_in_english(text: str, which: str, slot: str, value: str) -> None:
    assert getattr(figure(text, which), slot) == value


@pytest.mark.parametrize(
    ("text", "which", "actor"),
    [
        ("In June, ISIS had shot some 230 recruits in Mosul.", "killed 230", "ISIS"),
        ("ISIS executed 14 prisoners near Mosul.", "killed 14", "ISIS"),
        ("خسر الجيش العراقي 14 مقاتلا في هجوم لداعش.", "killed 14", "ISIS"),
        ("هاجم داعش نقطة لقوات النظام قرب السخنة، ووقع عنصران في أسر التنظيم.", "detained 2", "ISIS"),
        ("ISIS ambushed a convoy.\nIn 2022 the Coalition ran 210 operations; 54 dead.", "killed 54", COALITION),
    ],
    ids=["shot", "executed", "whoever-loses-does-not-kill", "captor", "the-dead-of-operations"],
)
def test_who_killed_or_held_them(text: str, which: str, actor: str) -> None:
    assert figure(text, which).actor == actor


@pytest.mark.parametrize(
    ("text", "which", "slot", "expected"),
    [
        pytest.param(
            "نفذت قسد حملة ضد داعش. وفي 5 أيار اعتقلت هي وقوى الأمن الداخلي «الأسايش» 31 عنصراً من داعش.",
            "detained 31",
            "actor",
            "Syrian Democratic Forces",
            id="whoever-joins-the-subject",
        ),
        pytest.param(
            "نفذت قسد حملة ضد داعش. وفي 5 أيار اعتقلت قوى الأمن الداخلي «الأسايش» 31 عنصراً من داعش.",
            "detained 31",
            "actor",
            "Asayish",
            id="another-subject",
        ),
        pytest.param(
            "نفذت قسد حملات ضد داعش، منها سبع عمليات شاركت فيها ودعمتها قوات التحالف الدولي.",
            "operations 7",
            "actor",
            "Syrian Democratic Forces",
            id="whoever-takes-part",
        ),
        pytest.param(
            "نفذت قسد 16 عملية ضد داعش، كما نفذت القوات الحكومية عمليتين قتلت فيهما 3 من داعش.",
            "killed 3",
            "actor",
            "Syrian government forces",
            id="forces-of-the-state",
        ),
        pytest.param(
            "قتلت القيادة المركزية الأميركية عنصرين من داعش، بحسب بيان. أما المرصد السوري لحقوق الإنسان فتحدث عن غارة"
            " قُتل فيها ثلاثة من داعش.",
            "killed 3",
            "attribution",
            "Syrian Observatory for Human Rights",
            id="as-for-the-speaker",
        ),
        pytest.param(
            "قتل تنظيم داعش 8 مدنيين في أيار، وفق إحصاء وكالة نورث برس. وأسر التنظيم 3 جنود.",
            "killed 8",
            "attribution",
            "North Press Agency",
            id="an-agency-counts",
        ),
        pytest.param(
            "وأحصى قسم التوثيق في نورث برس، مقتل 25 مدنياً على يد داعش.",
            "killed 25",
            "attribution",
            "North Press Agency",
            id="a-section-of-an-agency",
        ),
        pytest.param(
            "وثّقت مراصد محلية مقتل 25 عنصراً من قوات النظام على يد داعش. وأعلنت قسد اعتقال 3 من داعش.",
            "killed 25",
            "attribution",
            None,
            id="monitors-without-a-name",
        ),
        pytest.param(
            "بحسب ما كتبه حساب غرفة العمليات التابعة للتحالف في تويتر، بلغ عدد العمليات ضد داعش 19 عملية.",
            "operations 19",
            "attribution",
            "Global Coalition",
            id="according-to-what-was-written",
        ),
    ],
)
def test_roles_told_beside_others(text: str, which: str, slot: str, expected: object) -> None:
    assert getattr(figure(text, which), slot) == expected


@pytest.mark.parametrize(
    ("outlet", "claimant"),
    [
        ("US Central Command", "US Central Command"),
        ("CENTCOM", "US Central Command"),
        ("قوات سوريا الديمقراطية", "Syrian Democratic Forces"),
        ("Harbour Times", None),
        ("Friends of CENTCOM", None),
        ("Reuters", None),
    ],
)
def test_an_issuer_that_publishes_itself_is_who_says_it(outlet: str, claimant: str | None) -> None:
    text = "Nine ISIS militants were killed in Syria in May 2023."
    [nine] = read(Document(id="release", text=text, outlet=outlet)).figures
    assert nine.attribution == claimant


def test_others_keep_what_they_say_in_a_release() -> None:
    text = "Coalition forces killed nine ISIS militants in Syria in May 2023. ISIS claimed 12 attacks there."
    nine, twelve = read(Document(id="release", text=text, outlet="CENTCOM")).figures
    assert (nine.attribution, twelve.attribution) == ("US Central Command", "ISIS")


@pytest.mark.parametrize(
    ("verb", "actor"),
    [
        pytest.param("قُتلوا في سوريا", "US Central Command", id="what-was-done-to-them"),
        pytest.param("قتلوا مدنيين في سوريا", "ISIS", id="what-they-did"),
    ],
)
def test_a_verb_without_an_object_makes_no_attackers_of_the_dead(verb: str, actor: str) -> None:
    text = f"ثلاثة عناصر من داعش {verb} خلال أيار. أما الحصيلة فسبعة قتلى، بحسب بيان القيادة المركزية الأميركية."
    assert figure(text, "killed 7").actor == actor
