"""Counts in the sentences of general conflict news: how far an action, a toll or a group reaches."""

from datetime import date

import pytest

from hasila.model import Document
from hasila.reading import read


def counted(text: str) -> list[tuple[str, int | None, int | None, str]]:
    figures = read(Document(id="x", text=text, title=None, published=date(2024, 5, 1))).figures
    return [(f.measure, f.low, f.high, f.modality) for f in figures]


def victims(text: str) -> list[str | None]:
    return [f.victim for f in read(Document(id="x", text=text, title=None, published=date(2024, 5, 1))).figures]


def said(measure: str, number: int, modality: str = "asserted") -> tuple[str, int, int, str]:
    return measure, number, number, modality


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("ارتفعت حصيلة قتلى القصف الذي طال مخبزا في حي شعبي غرب البلدة إلى 37 شخصا.", [said("killed", 37)]),
        ("يرفع ذلك العدد الإجمالي للصيادين الذين قتلوا بأيدي القراصنة إلى 17.", [said("killed", 17)]),
        (
            "قتل حارس أمس ليبلغ بذلك عدد القتلى في صفوف الحراس منذ بدء الحملة على القرية إلى 63 حارسا.",
            [said("killed", 63)],
        ),
        ("ارتفع عدد النازحين الذين فروا من القصف على القرى المجاورة إلى 3700 شخص.", []),
        ("ارتفع عدد الأسر التي غادرت القرية خوفا من القصف إلى 41.", []),
    ],
)
def test_toll_far_from_its_number(text: str, figures: list[tuple[str, int, int, str]]) -> None:
    assert [figure for figure in counted(text) if figure[1] != 1] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "أسفر الكمين عن مقتل وإصابة 13 جنديا، قبل أن تقر القيادة بمقتل اثنين.",
            [said("casualties", 13), said("killed", 2)],
        ),
        ("كانت القوة مكونة من 14 جنديا سقط عدد منهم بين قتيل وجريح.", []),
        ("ارتفعت حصيلة الضحايا إلى 145 شهيدا ومصابا.", [said("casualties", 145)]),
        ("سقط 300 قتيل ومصاب في المعارك.", [said("casualties", 300)]),
        ("سقط خمسون قتيلا وإصابة أكثر من سبعين.", [said("killed", 50), ("wounded", 70, None, "asserted")]),
        ("فجر أحد العناصر نفسه موقعا 70 شخصا بين قتيل وجريح.", [said("casualties", 70)]),
        ("أصيب 16 مصليا سقطوا بين قتيل وجريح.", [said("casualties", 16)]),
        ("هناك 26 عاملا قتلوا وأصيبوا في الانفجار.", [said("casualties", 26)]),
        ("إن 26 عاملا قتلوا وأصيب سبعة في الانفجار.", [said("killed", 26), said("wounded", 7)]),
    ],
)
def test_both_together(text: str, figures: list[tuple[str, int, int, str]]) -> None:
    assert counted(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("جرى القبض في مطار المدينة صباح أمس على ستة أشخاص.", [said("detained", 6)]),
        ("اتهم الأهالي الفصيل بعد خطفه لأكثر من 25 طالبة.", [("abducted", 25, None, "asserted")]),
        ("أمهلهم بعد خطفه لثلاثة أيام.", []),
        ("أخذ المهاجمون 14 موظفا في البنك كرهائن.", [said("abducted", 14)]),
        ("عاد 14 موظفا إلى بيوتهم وبقي الرهائن في البنك.", []),
        ("أعدم مسلحون في قرية نائية قرب النهر 19 راعيا خطفوهم قبل شهر.", [said("killed", 19), said("abducted", 19)]),
        ("عثرت قوات الأمن صباحا على جثث 16 عاملا خطفوا من منازلهم.", [said("killed", 16)]),
        ("هاجم شاب بفأس 12 راكبا ما أدى إلى جرحهم.", [said("wounded", 12)]),
        ("حدد الجيش مكان 8 متسللين وتمكن من أسرهم.", [said("detained", 8)]),
        ("أكد أن المتسللين الـ 19 تم أسرهم قرب السياج.", [said("detained", 19)]),
        ("قال إن ثلاثة كوريين وثمانية هنود تم خطفهم.", [said("abducted", 3), said("abducted", 8)]),
        ("أفرجوا عن ستة مهندسين بعد احتجازهم كرهائن.", [said("abducted", 6)]),
        ("نجح الأمن في القبض على خلية إرهابية تضم أربعة مطلوبين.", [said("detained", 4)]),
        ("نجح الأمن في القبض على مطلوب، والمنطقة تضم أربعة مطلوبين.", []),
        ("اغتال مسلحان مجهولان قاضيين في الحي.", [said("killed", 2)]),
        ("اتهموا المسلحين بقطع رؤوس سبعة رعاة.", [said("killed", 7)]),
        ("أطلقوا النار على سيارة تقل حارسين اثنين ما أدى لإصابتهما بجروح.", [said("wounded", 2)]),
        ("سقط عشرة قتلى في محيط منطقتين بينهم مدنيان اثنان.", [said("killed", 10), said("killed", 2)]),
        ("أحصوا عشرات الشاحنات المحملة بالأسر بينهم ألفا شخص.", []),
        ("التحق 140 شابا بالجماعات وتوفي منهم 28 شابا.", [said("killed", 28)]),
        ("قال إن 14 شابا تعرضوا للاعتقال بينهم طالبتان.", [said("detained", 14), said("detained", 2)]),
        ("قضت المحكمة ببراءة 17 متهما.", []),
        ("قضت محكمة في العاصمة أمس بمعاقبة 11 متهما بالإعدام.", []),
        ("هدد زعيمهم بالرد انتقاما لمقتل ثلاثة من مقاتليه.", [said("killed", 3)]),
        ("هدد زعيمهم بقتل ثلاثة من الرهائن.", [said("killed", 3, "hypothetical")]),
        ("زار 12 وزيرا المدينة وتمكنوا من لقاء أسرهم.", []),
        ("رغم محادثات تجري بهدف إطلاق 70 تلميذة خطفهن المسلحون.", [said("abducted", 70)]),
    ],
)
def test_actions_that_stand_apart(text: str, figures: list[tuple[str, int, int, str]]) -> None:
    assert counted(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("جرح شرطيان أثناء محاولة خطف ثلاثة مهندسين.", [said("wounded", 2), said("abducted", 3, "hypothetical")]),
        ("حاول مسلحون ليلا خطف ثلاثة مهندسين.", [said("abducted", 3, "hypothetical")]),
        ("خطف مسلحون ثلاثة مهندسين في محاولة للضغط على الشركة.", [said("abducted", 3)]),
        ("لم تكن هناك أية محاولة لإطلاق النار.", []),
    ],
)
def test_what_is_tried_is_not_done(text: str, figures: list[tuple[str, int, int, str]]) -> None:
    assert counted(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("قالت مصادر إن سوريين قتلا قرب المعبر.", [said("killed", 2)]),
        ("قالت مصادر إن سوريين قتلوا قرب المعبر.", []),
        ("بلغت الحصيلة 24،310 قتلى.", [said("killed", 24310)]),
        ("أصيب مالايقل عن 9 حراس 0", [("wounded", 9, None, "asserted")]),
        ("ارتفع عدد القتلى في العدوان المستمر لليوم الـ395 على التوالي إلى 43374 شهيدا.", [said("killed", 43374)]),
        ("عدد القتلى في الانفجار الذي وقع بالسوق زاد عن 46 شخصا.", [("killed", 46, None, "asserted")]),
        ("يتواصل سيل الدماء بعد مجزرة راح ضحيتها 270 شخصا.", [said("killed", 270)]),
        ("جرف سيل سيارة فقتل 12 شخصا.", []),
        ("أصيب خمسة عشر على الأقل الأحد في المدينة.", [("wounded", 15, None, "asserted")]),
        ("قتل سبعة بينهم فتاة في الـ13 من عمرها.", [said("killed", 7), said("killed", 1)]),
        ("ارتفعت الحصيلة إلى 15 جريحا بعد سقوط جريحين جديدين.", [said("wounded", 15), said("wounded", 2)]),
        ("قتل 1.272 شخصا وأصيب 2.030 آخرون.", [said("killed", 1272), said("wounded", 2030)]),
        ("قتل ما يقارب من 5.000 مدني.", [said("killed", 5000)]),
        ("بلغ عدد السكان 1.272 مليون نسمة وقتل اثنان.", [said("killed", 2)]),
        ("وتخطى عدد الجرحى 500.", [("wounded", 500, None, "asserted")]),
        ("قتل منا ثمانية والآن توقف القصف.", [said("killed", 8)]),
        ("بعد وفاة خمسة مصابين متأثرين بجروحهم.", [said("killed", 5)]),
        ("ناهز عدد الجرحى 600.", [said("wounded", 600)]),
        ("قتل ستة جنود وفقد تسعة آخرون في الكمين.", [said("killed", 6)]),
        ("فقد الجيش تسعة جنود.", [said("killed", 9)]),
        ("إن شرطيين ليبيين أصيبا قرب المعبر.", [said("wounded", 2)]),
        ("قتل شرطيان وليبيان في الكمين.", [said("killed", 2), said("killed", 2)]),
        ("أودى القصف الذي نفذته الطائرة على السوق بحياة 13 امرأة.", [said("killed", 13)]),
        ("شن الجيش حملة اعتقالات طالت 70 مواطنا.", [said("detained", 70)]),
        ("جاء ذلك عقب اعتقال الجيش الإسرائيلي 18 فلسطينيا.", [said("detained", 18)]),
        ("سبعة أفراد من أسرة واحدة قتلوا في القصف.", [said("killed", 7)]),
        ("إن عدد ضحايا المواجهات يصل إلى 44 قتيلا.", [said("killed", 44)]),
        ("جرح ثمانية آخرون وتدمرت 4 عربات ونقل خمسة ناجين.", [said("wounded", 8)]),
        ("إن 17 سجينا على الأقل وستة حراس قتلوا.", [("killed", 17, None, "asserted"), said("killed", 6)]),
        ("أعلنت الوزارة وجود طفلين وثلاث نساء في عداد القتلى.", [said("killed", 2), said("killed", 3)]),
        ("وكان أربعة جنود بين الجرحى.", [said("wounded", 4)]),
        ("ولا يزال ستة أطفال بين المفقودين.", []),
        ("قتل عشرون مسلحا، فيما تم تسليم 30 آخرين إلى السلطات.", [said("killed", 20)]),
    ],
)
def test_numbers_of_the_wires(text: str, figures: list[tuple[str, int, int, str]]) -> None:
    assert counted(text) == figures


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("خطف نحو 60 تلميذة بأيدي إرهابيي الجماعة.", ["civilian"]),
        ("أصيبت امرأتان وشرطيان.", ["civilian", "security"]),
        ("نقلت إلينا جثتان لعناصر من الشرطة.", ["security"]),
        ("قتل ثلاثة آخرين من التنظيم في غارة.", ["militant"]),
        ("انفجرت العبوة لدى خروج المصلين فقتل أربعة منهم.", ["civilian"]),
        ("قتل أحد عناصر الشرطة وأصيب خمسة آخرون.", ["security", "security"]),
        ("قتل ثلاثة مزارعين وأصيب خمسة في هجوم انتحاري.", ["civilian", "civilian"]),
        ("قتل سبعة أشخاص بينهم امرأتان وطفلان وأصيب 9 آخرون.", ["unknown", "civilian", "civilian", "unknown"]),
        ("أوقع الاعتداء ستة قتلى في صفوف الشرطة.", ["security"]),
        ("قتل عشرون مقاتلا معارضا في القصف.", ["militant"]),
        ("أصيب ثلاثة آخرون من أفراد الشرطة.", ["security"]),
        ("خطفوا 21 رهينة قبل أسبوع.", ["civilian"]),
        ("ذكر البيان أن عدد المدنيين الذين قتلوا بلغ 854.", ["civilian"]),
        ("قُتل 265 وجُرح 342 من أفراد الشرطة.", ["security", "security"]),
        ("قتلوا 21 مسلحا وأجبروا القوات على التراجع.", ["militant"]),
        ("وصل عدد القتلى في صفوف الجنود إلى 284.", ["security"]),
        ("بلغ عدد قتلى الهجوم الانتحاري 31.", ["unknown"]),
        ("أصيب ثمانية أشخاص هم مدنيان وستة من الشرطة.", ["unknown", "civilian", "security"]),
        ("أعلن الجيش مقتل 12 من صفوفه وإصابة 15 آخرين.", ["security", "security"]),
        ("لقي أربعة من قوات حفظ السلام حتفهم وأصيب ستة آخرون.", ["security", "security"]),
        ("أسفر القصف عن قتيلين وأربعة جرحى جميعهم من المدنيين.", ["civilian", "civilian"]),
        ("أصاب الصاروخ منزلا لعائلة فلاح وقتل خمسة من أفرادها.", ["civilian"]),
        ("أصيب 23 شخصا فيما كان بين القتلى ما لا يقل عن 12 طفلا.", ["unknown", "civilian"]),
    ],
)
def test_whose_people_they_are(text: str, sides: list[str]) -> None:
    assert victims(text) == sides


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("قتل شاب غاضب ثلاثة جنود بسكين.", [said("killed", 3)]),
        ("قتل مسلحان خمسة من عناصر الشرطة.", [said("killed", 5)]),
        ("قتل شرطي وثلاثة جنود في الكمين.", [said("killed", 1), said("killed", 3)]),
        ("قتل انتحاري من الحركة مساء أمس قرب السوق أربعة تجار.", [said("killed", 4)]),
        ("خطف المسلحون بعد ذلك بقليل ستة حراس.", [said("abducted", 6)]),
        ("بعد ذلك بقليل خطف المسلحون ستة حراس.", [said("abducted", 6)]),
        ("جاء ذلك بعد خطف مسلحين ستة ممرضين.", [said("abducted", 6)]),
        ("أوقف المهاجمون حافلة تقل 26 راكبا.", []),
        ("خطف المهاجمون حافلة تقل 26 راكبا.", [said("abducted", 26)]),
        ("طعن رجل أربعة مسافرين في المحطة.", [said("wounded", 4)]),
        ("قدم المحامون أربعة طعون في الحكم.", []),
        ("أفرج الخاطفون عن 15 من 37 راعيا خطفوهم من المرعى.", [said("abducted", 37)]),
        ("أكثر من 70 جنديا قتل في هذا العام.", [("killed", 70, None, "asserted")]),
        ("سلم سبعة أسلحتهم في الثكنة.", [said("surrendered", 7)]),
    ],
)
def test_who_acts_and_on_whom(text: str, figures: list[tuple[str, int, int, str]]) -> None:
    assert counted(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("لفظ أربعة آخرون أنفاسهم في المستشفى.", [said("killed", 4)]),
        ("حبس أربعة آلاف متفرج أنفاسهم.", []),
        ("تسلمت المشرحة 16 جثة لسبع نساء وتسعة رجال.", [said("killed", 16), said("killed", 7), said("killed", 9)]),
        ("نفذ التنظيم حكم الإعدام بحق ستة من سكان القرية.", [said("killed", 6)]),
        ("أصدرت المحكمة حكم الإعدام بحق ستة من سكان القرية.", []),
        ("وجه القاضي تهم قتل إلى القائد وأربعة آخرين.", []),
        ("جرح ثلاثة مصريين اثنان منهم في حالة خطيرة.", [said("wounded", 3), said("wounded", 2)]),
        ("اعتقل ثلاثة متطرفين فيما انسحب سبعة آخرون.", [said("detained", 3)]),
        ("وقعت عمليتا طعن في المدينة.", [said("attacks", 2)]),
        ("أصيب ستة جنود توفي أحدهم في المستشفى.", [said("wounded", 6), said("killed", 1)]),
        ("جرح عدد من الموظفين إصابة أحدهم خطيرة.", []),
        ("من بين القتلى طفلين شقيقين قتلا في موقف للسيارات.", [said("killed", 2)]),
        ("إن الإرهابيين الكرديين قد لقيا حتفهما.", [said("killed", 2)]),
        ("أدين بقتل 31 شخصا وشروعه في قتل 35 آخرين.", [said("killed", 31), said("killed", 35, "hypothetical")]),
        ("قررت المحكمة انقضاء الدعوى بالوفاة لمتهمين اثنين.", []),
        ("عثر على 30 جثة عثر عليها في الكرخ و25 في الرصافة.", [said("killed", 30), said("killed", 25)]),
        ("القتلى كان بينهم 18 شخصا.", [said("killed", 18)]),
        ("قتل ما يربو على 3000 شخص.", [("killed", 3000, None, "asserted")]),
        ("أصيب تسعة، ويتواصل البحث عن المفقودين وعددهم 31.", [said("wounded", 9)]),
        ("سلم تسعة أنفسهم أمس. وغادر المسلحون القرية، وعددهم نحو 200.", [said("surrendered", 9)]),
    ],
)
def test_dying_bodies_and_sentences(text: str, figures: list[tuple[str, int, int, str]]) -> None:
    assert counted(text) == figures
