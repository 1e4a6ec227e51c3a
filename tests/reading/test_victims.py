"""Which side the people of a figure are on, by their own words, by those of other counts, or by the whole."""

from datetime import date

import pytest

from hasila.model import Document
from hasila.reading import read


def victims(text: str) -> list[str | None]:
    return [f.victim for f in read(Document(id="x", text=text, title=None, published=date(2024, 5, 1))).figures]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("قتل شرطيان وأصيب ستة آخرون بينهم أربعة مدنيين في الهجوم.", ["security", "unknown", "civilian"]),
        ("قتل شرطيان وأصيب ستة آخرون بينهم عسكريون في الهجوم.", ["security", "unknown"]),
        ("قتل شرطيان وأصيب ستة آخرون بينهم رئيس شرطة البلدة.", ["security", "security", "security"]),
        ("قتل تسعة جنود وأصيب 34 شخصا آخرون قرب السوق.", ["security", "unknown"]),
        ("قتل 16 شخصا بينهم أم وأبناؤها الخمسة، وأصيب تسعة آخرون.", ["unknown", "civilian", "unknown"]),
        ("قتل ثلاثة جنود وستة نحالين في الانفجار.", ["security", "unknown"]),
        ("اشتبك متظاهرون مع الشرطة قرب الجسر، ما أدى إلى اعتقال 70 منهم.", ["civilian"]),
        ("تصدى رجال الشرطة للهجوم، ما أدى إلى مقتل اثنين منهم وإصابة اثنين آخرين.", ["security", "security"]),
    ],
)
def test_shared_with_another_count(text: str, sides: list[str]) -> None:
    assert victims(text) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("قتل خمسة من أفراد عائلة واحدة في القصف.", ["civilian"]),
        ("أصيب أربعة من رجال مكافحة الشغب في المواجهات.", ["security"]),
        ("أسفر الانفجار عن إصابة شرطي واحد بجروح.", ["security"]),
        ("قتل سبعة من قوات الحوثيين في الكمين.", ["militant"]),
        ("قتل سبعة من أفراد الدورية وأصيب ستة آخرون.", ["security", "security"]),
        ("توفي ستة من هؤلاء التلاميذ في الأسر.", ["civilian"]),
        ("أصيب 41 من أفراد الشرطة والمتظاهرين.", ["unknown"]),
        ("قتل 41 من المدنيين وجنود الجيش.", ["unknown"]),
        ("أصيب 41 من أفراد الشرطة والقوات الخاصة.", ["security"]),
        ("قال الطبيب إن القتلى خمسة، وأكد الجنود ذلك.", ["unknown"]),
        ("قتل 23 جنديا وضابطا في المعركة.", ["security"]),
    ],
)
def test_words_behind_the_noun(text: str, sides: list[str]) -> None:
    assert victims(text) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("أصيب ستة من القبعات الزرق بينهم نيجريان في الهجوم.", ["security", "security"]),
        ("بلغ عدد الضحايا المدنيين 74 شخصا (30 قتيلا و44 جريحا).", ["civilian", "civilian", "civilian"]),
        ("سقط 40 عنصراً من داعش بين 22 قتيلاً و18 جريحاً.", ["militant", "militant", "militant"]),
        ("سقط 30 قتيلا و50 جريحا من المدنيين.", ["civilian", "civilian"]),
        ("قتل 16 شخصا وأصيب نحو 30 آخرين بجروح، جميعهم من المدنيين.", ["civilian", "civilian"]),
        ("تكبدت الشرطة ستة قتلى في الهجوم.", ["security"]),
        ("ارتفع عدد قتلى القوات الخاصة خلال 36 ساعة، إلى 17 قتيلا.", ["security"]),
        ("إن جثث الأطفال الستة نقلت إلى المستشفى.", ["civilian"]),
        ("قتل أربعة على الأقل من أفراد حرسه.", ["security"]),
        ("قتل 17 عنصرا أمنيا في المعارك.", ["security"]),
        ("قتل اثنان من عناصر قوة حفظ السلام.", ["security"]),
        ("إن المهاجمين وعددهم ستة قتلوا في المبنى.", ["militant"]),
        ("قتل ثلاثة أشخاص أحدهم المحرض على الاعتداء.", ["unknown"]),
        ("قتل جنديان ليصل عدد القتلى إلى 31.", ["security", "unknown"]),
        ("سقط ستة قتلى من الجيش وأصيب تسعة آخرون.", ["security", "security"]),
        ("تكبدت المدينة ستة قتلى في الهجوم.", ["unknown"]),
    ],
)
def test_wholes_rows_and_losers(text: str, sides: list[str]) -> None:
    assert victims(text) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("أعلنت حركة طالبان مقتل ثلاثة من مقاتليها.", ["militant"]),
        ("هاجمت حركة طالبان الحاجز فقتلت أربعة من جنودنا.", ["security"]),
        ("انفجرت العبوة قرب حي الضباط، ما أدى إلى مقتل ثمانية منهم.", ["unknown"]),
    ],
)
def test_own_people_and_pronouns(text: str, sides: list[str]) -> None:
    assert victims(text) == sides
