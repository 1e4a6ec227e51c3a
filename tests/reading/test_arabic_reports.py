"""Rules that Arabic reports of tallies, raids and attacks need, each with a look-alike; of Friday, 2 June 2023."""

import pytest

from tests.reading.reports import figure, reading


def found(text: str) -> set[tuple[str, int | None]]:
    return {(one.measure, one.low) for one in reading(text).figures}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "أسفرت العملية عن اعتقال 3 عناصر من داعش وضبط كمية من الأسلحة.", {("detained", 3)}, id="a-quantity"
        ),
        pytest.param("قتل داعش 45 مدنياً وعسكرياً في البادية.", {("killed", 45)}, id="two-nouns-of-one-number"),
        pytest.param("قتل داعش 5 مدنيين وعسكرياً واحداً في البادية.", {("killed", 5), ("killed", 1)}, id="two-numbers"),
        pytest.param(
            "قتل 40 شخصاً وأصيب 12 آخرون بهجمات داعش، بينهم 21 مدنياً.",
            {("killed", 40), ("wounded", 12), ("killed", 21)},
            id="no-part-exceeds-its-whole",
        ),
        pytest.param(
            "قتل 40 شخصاً وأصيب 12 آخرون بهجمات داعش، بينهم 7 مدنيين.",
            {("killed", 40), ("wounded", 12), ("wounded", 7)},
            id="a-part-of-the-nearest",
        ),
        pytest.param(
            "قتل 40 شخصاً، بينهم 9 من قوات النظام، كما أصيب 4 جنود.",
            {("killed", 40), ("killed", 9), ("wounded", 4)},
            id="a-new-clause",
        ),
        pytest.param(
            "ارتفع عدد القتلى في هجوم شنته خلايا داعش على موقع عسكري تابع لقوات النظام في بادية تدمر، إلى 7 عناصر.",
            {("killed", 7)},
            id="toll-far-before-its-number",
        ),
        pytest.param(
            "قال البيان إن أربعاً من سبع غارات نفذها التحالف استهدفت الرقة.",
            {("strikes", 4), ("strikes", 7)},
            id="so-many-of-a-new-number",
        ),
        pytest.param(
            "نفذ التحالف 7 غارات ضد داعش، واستهدفت أربع من الغارات السبع الرقة.",
            {("strikes", 7), ("strikes", 4)},
            id="so-many-of-a-known-number",
        ),
        pytest.param(
            "عدد المدنيين الذين قتلوا في ضربات شنها التحالف في سوريا بلغ 310 مدنيين.",
            {("killed", 310)},
            id="toll-before-its-verb",
        ),
        pytest.param(
            "قتل 70 مدنياً وعسكرياً، إلى جانب 35 إرهابياً من داعش.", {("killed", 70), ("killed", 35)}, id="besides"
        ),
        pytest.param(
            "قالت القيادة إنه لم يُصب أو يُقتل أي جندي أميركي.", {("wounded", 0), ("killed", 0)}, id="none-of-either"
        ),
        pytest.param(
            "قال المرصد إن 15 شخصاً على الأقل، هم 7 مدنيين و8 جنود، قتلوا على يد داعش.",
            {("killed", 15), ("killed", 7), ("killed", 8)},
            id="over-those-who-they-were",
        ),
        pytest.param(
            "قال المرصد إن من بين القتلى الـ36 في ريف حماة 17 جندياً قضوا في هجوم داعش.",
            {("killed", 36), ("killed", 17)},
            id="among-the-dead",
        ),
        pytest.param("قُتل وأُصيب 9 جنود في هجوم لداعش.", {("casualties", 9)}, id="two-verbs-of-one-number"),
        pytest.param("قال داعش إنه قتل وأصاب 37 شخصا.", {("casualties", 37)}, id="two-deeds-of-one-doer"),
        pytest.param("قتل وتوقيف نحو 7 آلاف متهم بالإرهاب.", {("casualties", 7000)}, id="two-nouns-of-deeds"),
        pytest.param(
            "بلغت العمليات 45 عملية (11 في سوريا و34 في العراق)، وأن المقبوض عليهم فيها 220.",
            {("operations", 45), ("operations", 11), ("operations", 34), ("detained", 220)},
            id="shares-in-brackets",
        ),
        pytest.param(
            "اعتقل الجهاز 137 مطلوبا. وهؤلاء يتوزعون بين 16 متهماً بالإرهاب، و121 من المتهمين بالابتزاز.",
            {("detained", 137), ("detained", 16), ("detained", 121)},
            id="dealt-out-among-sorts",
        ),
        pytest.param("وارتفعت حصيلة الهجوم بعدما فارق جريحان الحياة.", {("killed", 2)}, id="departed-life"),
        pytest.param("غادر جريحان المشفى بعد تحسن حالهما.", {("wounded", 2)}, id="left-hospital"),
        pytest.param("قالت الهيئة إن أربعة نزلاء لقوا حتفهم في السجن.", {("killed", 4)}, id="inmates-who-died"),
        pytest.param("وفي السجن الآن 550 نزيلا.", set(), id="inmates-there"),
        pytest.param("قام رجال الدفاع المدني بـ111 مهمة إنقاذ وإطفاء.", set(), id="firemen"),
        pytest.param(
            "حصيلة العملية ترتفع إلى 157 «تكفيريا» و22 عسكريا.", {("killed", 157), ("killed", 22)}, id="toll-of-people"
        ),
        pytest.param(
            "عدد من سقطوا في قبضته هذا العام من الإرهابيين وصل إلى 135.", {("detained", 135)}, id="in-its-hands"
        ),
        pytest.param(
            "قال المرصد إن 29 من المجموعات الموالية لإيران قتلوا في شرق سوريا.",
            {("killed", 29)},
            id="people-by-their-verb",
        ),
        pytest.param("قال المرصد إن 29 من المجموعات الموالية لإيران انسحبت.", set(), id="groups-that-left"),
        pytest.param("وقع في قبضة قوات قسد خلال المداهمات 12 من الإرهابيين.", {("detained", 12)}, id="fell-into-hands"),
        pytest.param(
            "قال الجيش إن جندياً قُتل وأُصيب 9 آخرون في هجوم لداعش.",
            {("killed", 1), ("wounded", 9)},
            id="each-verb-its-number",
        ),
        pytest.param(
            "بلغ عدد القتلى 90، هم: 60 من قسد وتشكيلات أخرى عاملة في مناطق الإدارة الذاتية، و20 من التنظيم.",
            {("killed", 90), ("killed", 60), ("killed", 20)},
            id="long-members-of-a-series",
        ),
        pytest.param("نُفذت العملية من جانب واحد في سوريا، وقُتل فيها 3 من داعش.", {("killed", 3)}, id="of-one-side"),
        pytest.param("ألقي القبض على قياديين في داعش وهما من أبناء هيت.", {("detained", 2)}, id="dual-by-its-pronoun"),
        pytest.param(
            "سجل المرصد في سوريا 60 حالة اعتقال طالت 7 أطفال. وجاءت الرقة أولاً بـ20 حالة ثم حلب بـ15.",
            {("detained", 60), ("detained", 7), ("detained", 20), ("detained", 15)},
            id="cases-of-one-kind",
        ),
        pytest.param("سجل المرصد 60 حالة مرضية في مخيم الهول.", set(), id="cases-of-illness"),
        pytest.param("ذكر المرصد أن من قُتلوا فيها 80 شخصاً ومن أصيبوا 60.", {("killed", 80), ("wounded", 60)}, id="who"),
        pytest.param("وقع الخمسة الآخرون من داعش في قبضة قسد.", {("detained", 5)}, id="fallen-into-hands"),
        pytest.param("وقع خمسة آخرون من داعش في كمين قرب الرقة.", set(), id="fallen-into-an-ambush"),
        pytest.param("أعلنت قسد أنها وضعت يدها على 12 عنصراً من داعش.", {("detained", 12)}, id="laid-hands-on-people"),
        pytest.param("أعلنت قسد أنها وضعت يدها على 12 مستودعاً لداعش.", set(), id="laid-hands-on-things"),
        pytest.param("اكتفى داعش في العراق بعملية وحيدة.", {("operations", 1)}, id="a-sole-one"),
        pytest.param(
            "شهد اليوم 90 من عملية في البادية مقتل 5 من داعش.", {("killed", 5)}, id="the-ninetieth-day-of-one"
        ),
        pytest.param(
            "القتلى 40: 25 من قسد، و 10 من داعش، و5 مدنيين.",
            {("killed", 40), ("killed", 25), ("killed", 10), ("killed", 5)},
            id="and-standing-apart",
        ),
        pytest.param(
            "قتل في دير الزور 33 والحسكة 32 شخصاً بهجمات داعش.",
            {("killed", 33), ("killed", 32)},
            id="places-with-numbers",
        ),
    ],
)
def test_what_is_counted(text: str, expected: set[tuple[str, int | None]]) -> None:
    assert found(text) == expected


ANSWER = "قتلت القوات السورية 4 عناصر من داعش رداً على الهجوم الذي استهدف الأحد دورية في إدلب."
STATEMENT = "شنت طائرات التحالف 9 غارات ضد داعش، بحسب بيان صادر عن القيادة المركزية الأميركية. "


@pytest.mark.parametrize(
    ("text", "which", "slot", "expected"),
    [
        pytest.param(
            "نفذ التحالف 9 غارات ضد أهداف تابعة لتنظيم داعش.", "strikes 9", "attribution", None, id="belonging"
        ),
        pytest.param(
            'نفذت الولايات المتحدة، ضد التنظيم المعروف بـ"داعش"، 9 غارات في سوريا.',
            "strikes 9",
            "target",
            "ISIS",
            id="name-behind-a-prefix-and-marks",
        ),
        pytest.param(
            "شنت المقاتلات 9 غارات ضد أهداف للتنظيم، وقال التحالف إن داعش تراجع.",
            "strikes 9",
            "target",
            "ISIS",
            id="strike-on-what-is-theirs",
        ),
        pytest.param(
            "وقعت اشتباكات بين قوات سوريا الديمقراطية وداعش أوقعت 40 قتيلاً من الطرفين.",
            "killed 40",
            "actor",
            None,
            id="dead-of-both-sides",
        ),
        pytest.param(
            "هاجم داعش سجناً في الحسكة. وأُلقي القبض على 30 بعد فرارهم، بحسب قوات سوريا الديمقراطية.",
            "detained 30",
            "target",
            "ISIS",
            id="whoever-is-arrested",
        ),
        pytest.param(
            "قتل 20 من القوات الكردية في هجوم لداعش على سجن في الحسكة.",
            "killed 20",
            "actor",
            "ISIS",
            id="kurdish-forces",
        ),
        pytest.param(
            "هاجم داعش الشرطة. وقال مصدر أمني إن 8 مقاتلين قتلوا أثناء التصدي للهجوم.",
            "killed 8",
            "target",
            None,
            id="repelling",
        ),
        pytest.param(
            "قتل 30 من قوات النظام في هجوم لداعش، بينهم أكثر من 20 في البغيلية.",
            "killed 20",
            "actor",
            "ISIS",
            id="a-part-is-of-its-whole",
        ),
        pytest.param(
            "قالت معرفات تابعة لتنظيم داعش إنه نفذ 6 هجمات في سوريا.",
            "attacks 6",
            "attribution",
            "ISIS",
            id="mouthpiece",
        ),
        pytest.param(
            "أعلن داعش حصيلة عملياته في سوريا، إذ بلغت 10 قتلى.",
            "killed 10",
            "actor",
            "ISIS",
            id="who-tells-his-own-tally",
        ),
        pytest.param(
            "صرح فريق ركن بالجيش العراقي أن 110 من داعش قتلوا.",
            "killed 110",
            "attribution",
            "Iraqi Army",
            id="rank-of-a-body",
        ),
        pytest.param(
            "قتل الطيران السوري 9 مدنيين، في وقت قتل 30 مقاتلاً من داعش في غارات التحالف الدولي.",
            "killed 30",
            "actor",
            "Global Coalition",
            id="each-clause-its-own",
        ),
        pytest.param(
            "أعلن الحشد الشعبي استشهاد 3 مقاتلين في مواجهات مع داعش.", "killed 3", "actor", "ISIS", id="martyrs"
        ),
        pytest.param("قتل داعش 20 مدنيين وعسكريين في البادية.", "killed 20", "target", None, id="people-of-two-sorts"),
        pytest.param(
            "اعتقل 2 من داعش بعملية إنزال جوي مشتركة للتحالف الدولي وقوات سوريا الديمقراطية.",
            "detained 2",
            "partners",
            ("Syrian Democratic Forces",),
            id="joint-event-of-two",
        ),
        pytest.param(
            "قتل 16 من داعش في اشتباكات مع القوات الكردية في الحسكة.",
            "killed 16",
            "mode",
            None,
            id="clash-with-is-no-partner",
        ),
        pytest.param(
            "قالت القوات الأميركية إن ضربات جوية عراقية قتلت 4 من داعش.",
            "killed 4",
            "actor",
            "Iraqi Air Force",
            id="strikes-of-a-nation",
        ),
        pytest.param(
            "قُتل 9 من عناصر داعش في ديالى، وشاركت القوات العراقية في 3 ضربات.",
            "strikes 3",
            "target",
            "ISIS",
            id="the-killed-do-not-strike",
        ),
        pytest.param(
            "بدأت قوى الأمن الداخلي في شمال وشرق سوريا حملة مع قسد. وقالت قوى الأمن الداخلي إنها اعتقلت 25 داعشياً.",
            "detained 25",
            "attribution",
            "Asayish",
            id="short-for-a-longer-name",
        ),
        pytest.param(
            "نفذت سنتكوم 8 عمليات مشتركة و4 عمليات أحادية الجانب في سوريا. وأسفرت عن مقتل 60 من داعش.",
            "killed 60",
            "mode",
            None,
            id="of-joint-and-lone-operations",
        ),
        pytest.param(
            "قال الجيش العراقي إنه وفقاً لمعلومات من جهاز المخابرات الوطني العراقي نفذ التحالف 8 ضربات على داعش.",
            "strikes 8",
            "attribution",
            "Iraqi Army",
            id="what-it-rests-on-is-no-speaker",
        ),
        pytest.param(
            "أعلن داعش مسؤوليته عن مقتل 2 من عناصر أمن تابعين للحكومة السورية.",
            "killed 2",
            "attribution",
            "ISIS",
            id="belonging-to-a-body",
        ),
        pytest.param(
            "اعتقلت القوات العراقية 9 إرهابيين مطلوبين للقضاء العراقي من داعش.",
            "detained 9",
            "target",
            "ISIS",
            id="wanted-by-a-court",
        ),
        pytest.param(
            "قالت قسد إنها نفذت 40 عملية استهدفت خلايا تابعة لداعش.",
            "operations 40",
            "actor",
            "Syrian Democratic Forces",
            id="hit-not-hitting",
        ),
        pytest.param(
            "نفذ داعش 12 عملية في دير الزور بالتعاون مع القوات الإيرانية.",
            "operations 12",
            "mode",
            None,
            id="no-partners-of-isis",
        ),
        pytest.param(
            "قالت خلية الإعلام الأمني إن داعش هاجم كركوك. وصرح المصدر عن مقتل اثنين من عناصر الشرطة الاتحادية.",
            "killed 2",
            "attribution",
            "Iraqi Security Media Cell",
            id="two-is-no-verb",
        ),
        pytest.param(
            "نفذ التحالف غارات. وجاءت الضربات التي أمر بها دونالد ترامب رداً على كمين قتل فيه جنديان.",
            "killed 2",
            "attribution",
            None,
            id="came-is-no-verb-of-saying",
        ),
        pytest.param(
            STATEMENT + "وأوضح البيان أن 3 غارات أصابت مخازن.",
            "strikes 3",
            "attribution",
            "US Central Command",
            id="issuer-named-beside-the-statement",
        ),
        pytest.param(
            "قال البيان إن القوات الأميركية وحدها نفذت 5 غارات على داعش في سوريا.",
            "strikes 5",
            "mode",
            "unilateral",
            id="alone-before-the-count",
        ),
        pytest.param(
            "نفذت القوات الأميركية وحدها 5 غارات على داعش في سوريا، ونفذ التحالف 3 غارات في العراق.",
            "strikes 3",
            "mode",
            None,
            id="alone-is-not-handed-on",
        ),
        pytest.param(
            "نفت وزارة العدل الخبر. أما مصدر أمني في الإقليم فقال إن 6 من داعش اعتُقلوا.",
            "detained 6",
            "attribution",
            "security source",
            id="turned-to",
        ),
        pytest.param(
            "قال المرصد إن داعش نشط في مناطق قوات سوريا الديمقراطية (قسد) التي تدعمها الولايات المتحدة، وإن 9 قتلوا.",
            "killed 9",
            "actor",
            None,
            id="supporters-do-nothing",
        ),
        pytest.param(
            "قال البنتاغون إن جنديين أصيبا. وذكر بيان لقيادة العمليات المشتركة العراقية أن 9 من داعش قُتلوا.",
            "killed 9",
            "attribution",
            "Iraqi Joint Operations Command",
            id="a-statement-of-somebody",
        ),
    ],
)
def test_slots(text: str, which: str, slot: str, expected: str | tuple[str, ...] | None) -> None:
    assert getattr(figure(text, which), slot) == expected


def test_the_day_of_an_attack_is_not_that_of_the_answer() -> None:
    assert figure(ANSWER, "killed 4").period is None


def test_the_day_of_the_answer_itself_is() -> None:
    period = figure("رداً على الهجوم، قتلت القوات السورية الأحد 4 عناصر من داعش.", "killed 4").period
    assert period is not None
    assert str(period.start) == "2023-05-28"


@pytest.mark.parametrize(
    ("text", "which", "expected"),
    [
        pytest.param("قتل 5 من داعش بعد أسبوع من هجوم في تدمر.", "killed 5", None, id="a-week-after-an-attack"),
        pytest.param(
            "قتل 4 جنود في كركوك.\nوشن عناصر داعش، أمس الخميس، هجوماً على نقطة.",
            "killed 4",
            "2023-06-01",
            id="day-of-the-attack-told-later",
        ),
        pytest.param(
            "نفذت القوات ضربتين على داعش في 16 و24 أيار.", "strikes 2", "2023-05-16", id="two-days-of-a-month"
        ),
        pytest.param(
            "ذكر الجيش الأحد الماضي أنه شن يوم الجمعة 6 ضربات على داعش.",
            "strikes 6",
            "2023-05-26",
            id="a-weekday-before-it-was-told",
        ),
        pytest.param(
            "عددت قسد، في بيان صدر اليوم الجمعة 2 حزيران، عملياتها خلال عام 2022. وأوقفت في العام نفسه 40 من داعش.",
            "detained 40",
            "2022-01-01",
            id="the-same-year-is-not-that-of-the-statement",
        ),
        pytest.param(
            "قال الجيش إن 8 من داعش قتلوا عصر الثلثاء.", "killed 8", "2023-05-30", id="tuesday-as-written-in-beirut"
        ),
    ],
)
def test_days(text: str, which: str, expected: str | None) -> None:
    period = figure(text, which).period
    assert (str(period.start) if period else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("أربيل- نورث برس\nقتل 9 جنود في هجوم لداعش استهدف منطقة بمحافظة ديالى.", "Diyala", id="dateline"),
        pytest.param(
            "قتل 9 من داعش في عملية في جبال حمرين بينهم والي العراق في التنظيم.",
            "Hamrin Mountains",
            id="title-of-a-leader",
        ),
        pytest.param("قتل 9 من داعش، وذلك في منطقة تدعى وادي الشاي.", "Wadi al-Shay", id="and-that-in"),
        pytest.param("قتل 9 جنود، في هجوم استهدف منطقة بمحافظة ديالى.", "Diyala", id="place-of-the-attack"),
    ],
)
def test_places(text: str, expected: str) -> None:
    place = figure(text, "killed 9").place
    assert place is not None
    assert place.name == expected


def test_joint_operations_share_the_place_that_follows() -> None:
    place = figure("شارك الجيش الأميركي في 8 عمليات مشتركة و4 عمليات في سوريا ضد داعش.", "operations 8").place
    assert place is not None
    assert place.scope == "SY"


def test_a_number_in_brackets_is_of_the_place_before_it() -> None:
    text = "توزعت هجمات داعش على محافظتي كركوك (7 عمليات) وديالى (5 عمليات)."
    named = [figure(text, which).place for which in ("operations 7", "operations 5")]
    assert [place.name if place else None for place in named] == ["Kirkuk", "Diyala"]


def test_the_month_in_which_it_was_said_is_no_period() -> None:
    period = figure("أعلنت وزارة الدفاع الشهر الماضي، مقتل 70 من داعش منذ كانون الثاني الماضي.", "killed 70").period
    assert period is not None
    assert str(period.start) == "2023-01-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "خلفت هجمات داعش 17 ضحية، إذ قُتل 8 أشخاص وأصيب 9 آخرون.",
            {("casualties", 17), ("killed", 8), ("wounded", 9)},
            id="victims-of-both-sorts",
        ),
        pytest.param(
            "خلفت هجمات داعش 17 ضحية، وأصيب 9 آخرون.", {("killed", 17), ("wounded", 9)}, id="victims-who-died"
        ),
        pytest.param(
            "وقالت الشبكة إن عدد من قتلهم داعش من المدنيين في العام الجاري 45 مدنياً.",
            {("killed", 45)},
            id="whom-it-killed",
        ),
        pytest.param(
            "وترى المنظمة أن المدنيين الذين قتلتهم غارات التحالف على داعش أكثر من 450.",
            {("killed", 450)},
            id="they-number",
        ),
        pytest.param(
            "وترى المنظمة أن النساء اللواتي قتلهن داعش في المدينة 45 امرأة.",
            {("killed", 45)},
            id="women-whom-it-killed",
        ),
        pytest.param("وكان عدد من أُلقي القبض عليهم بتهمة الانتماء إلى داعش 45 متهماً.", {("detained", 45)}, id="caught"),
        pytest.param(
            "وبلغ عدد المصابين في صفوف القوات العراقية منذ بدأت المعركة مع داعش في شباط 45 جندياً.",
            {("wounded", 45)},
            id="a-toll-far-off",
        ),
        pytest.param("وبلغ عدد أنصار داعش في صفوف الجماعات 45 رجلاً.", set(), id="a-number-of-followers"),
        pytest.param("دُفن المدنيون الذين قتلتهم غارات التحالف على داعش في 4 مقابر.", set(), id="where-they-lie"),
    ],
)
def test_those_whom_a_clause_tells_of(text: str, expected: set[tuple[str, int | None]]) -> None:
    assert found(text) == expected


def test_places_with_their_numbers() -> None:
    text = "نفذ داعش في دير الزور 33 هجوماً وفي الحسكة 32."
    places = [figure(text, which).place for which in ("attacks 33", "attacks 32")]
    assert [place and place.name for place in places] == ["Deir ez-Zor", "Hasakah"]


SUMMED = "قُتل في العراق ستة من داعش في أيار، وفي سوريا أربعة، {}عشرة."


@pytest.mark.parametrize(
    ("text", "which", "scope"),
    [
        pytest.param(SUMMED.format("أي ما مجموعه "), "killed 10", "IQ+SY", id="the-sum-of-two-countries"),
        pytest.param("قُتل في سوريا ما مجموعه عشرة من داعش في أيار.", "killed 10", "SY", id="a-sum-of-one"),
        pytest.param(
            "قال التحالف إن 22 عملية ضد داعش نُفذت في العراق و14 في سوريا في أيار.",
            "operations 14",
            "SY",
            id="the-verb-behind-the-events",
        ),
    ],
)
def test_shares_and_their_sum(text: str, which: str, scope: str) -> None:
    place = figure(text, which).place
    assert place is not None
    assert place.scope == scope


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "قُتل أو اعتُقل نحو 50 من داعش في أيار، بينهم 31 معتقلاً.",
            {("casualties", 50), ("detained", 31)},
            id="of-two-fates",
        ),
        pytest.param(
            "قُتل أو اعتُقل نحو 50 من داعش في أيار، بينهم 5 قياديين.",
            {("casualties", 50), ("casualties", 5)},
            id="of-either",
        ),
    ],
)
def test_a_part_names_its_fate(text: str, expected: set[tuple[str, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("day", "modality"),
    [
        pytest.param(" حتى نهاية آذار", "asserted", id="until-then"),
        pytest.param(" في آذار", "asserted", id="in-another-month"),
        pytest.param("", "denied", id="of-the-same-days"),
    ],
)
def test_a_number_that_rose_was_true_of_its_own_days(day: str, modality: str) -> None:
    text = f"بلغ عدد العمليات ضد داعش في سوريا حتى نهاية نيسان 148 عملية، بعدما كان 112{day}، بحسب سنتكوم."
    assert figure(text, "operations 112").modality == modality
