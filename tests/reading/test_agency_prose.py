"""Turns of phrase of Arabic agency prose, each beside its look-alike: what is counted, under which action."""

from __future__ import annotations

import pytest

from hasila.model import Document
from hasila.reading import read

Told = list[tuple[str, int | None, str]]


def told(text: str) -> Told:
    found = read(Document(id="sentence", text=text)).figures
    return [(one.measure, one.low, one.modality) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقتل اثنان احدهما فتى في السادسة عشرة.", [("killed", 2, "asserted")]),
        ("وخطفوا السفينة الثالثة والأربعين هذا العام.", []),
        ("واعتقل ستة أكبرهم في الثانية والخمسين.", [("detained", 6, "asserted")]),
        ("وقتل اثنان في الأولى وعشرة في الثانية.", [("killed", 2, "asserted"), ("killed", 10, "asserted")]),
    ],
)
def test_the_tens_of_an_ordinal_count_nothing(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وكان بيان أول قد أشار إلى أربعة قتلى وجريحين.", [("killed", 4, "denied"), ("wounded", 2, "denied")]),
        ("وكانت حصيلة أولية أفادت بمقتل ثمانية جنود.", [("killed", 8, "denied")]),
        (
            "قال الحاكم إن تسعة جرحوا، مصححا حصيلة أولى تحدثت عن إصابة أربعة.",
            [("wounded", 9, "asserted"), ("wounded", 4, "denied")],
        ),
        (
            "وتحدثت الحصيلة الأولى عن خمسة قتلى، ثم صارت تسعة قتلى.",
            [("killed", 5, "denied"), ("killed", 9, "asserted")],
        ),
        ("وبحسب حصيلة أولية قتل ثمانية جنود.", [("killed", 8, "asserted")]),
        ("وأفادت تقارير أولية بمقتل ثمانية جنود.", [("killed", 8, "asserted")]),
    ],
)
def test_what_a_first_report_had_said_is_superseded(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نفى الناطق باسم الجيش ما بثته إذاعة محلية من أن أربعين جنديا قتلوا.", [("killed", 40, "denied")]),
        ("ونفى الحاكم علمه بذلك، مكتفيا بالإشارة في مؤتمره إلى جرح خمسة جنود.", [("wounded", 5, "asserted")]),
        ("وهدد المسلحون بقتل أربعة عمال خطفوهم الأحد.", [("killed", 4, "hypothetical"), ("abducted", 4, "asserted")]),
    ],
)
def test_how_far_a_denial_and_a_threat_reach(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("غارة أدت إلى مقتله مع أربعة من مرافقيه.", [("killed", 4, "asserted")]),
        ("غارة أدت إلى مقتله وأربعة من مرافقيه.", [("killed", 4, "asserted")]),
        ("ونجا القاضي من تفجير جرحه مع سائقه وستة أشخاص.", [("wounded", 6, "asserted")]),
        ("والتقى أربعة وزراء قبل مقتله.", []),
        ("بعد مقتله عقد القادة أربعة اجتماعات.", []),
    ],
)
def test_who_is_counted_beside_somebody_shares_what_befell_him(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قتل مسلحون سبعة مسافرين، أربعة رجال وثلاث نساء، بعدما أوقفوا حافلتهم.",
            [("killed", n, "asserted") for n in (7, 4, 3)],
        ),
        ("قتل مسلحون سبعة مسافرين، وأوقفوا أربعة رجال.", [("killed", 7, "asserted"), ("detained", 4, "asserted")]),
        ("وقتلت الغارة 15 مسلحا، ومعهم أربعة مدنيين.", [("killed", 15, "asserted"), ("killed", 4, "asserted")]),
        (
            "وأصيب سبعة متظاهرين بالرصاص والعشرات بالاختناق.",
            [("wounded", 7, "asserted"), ("wounded", None, "asserted")],
        ),
        ("وخطف مسلحون يستقلون سيارتين خمسة من عمال المصنع.", [("abducted", 5, "asserted")]),
        ("قتلوا أو أسروا منذ مارس نحو 150 مسلحا.", [("casualties", 150, "asserted")]),
    ],
)
def test_parts_and_companions_of_a_count(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقالوا إنهم سيطعنون في الحكم على أربعين ضابطا.", []),
        ("سقطت في أيدي القراصنة سفينة عليها 31 بحارا.", []),
        ("ونعت الحركة أربعة من مقاتليها.", [("killed", 4, "asserted")]),
        ("وقطعت رؤوس ثلاثة من الرهائن.", [("killed", 3, "asserted")]),
        ("واختفى أربعون جنديا احتجزهم متمردون رهائن.", [("abducted", 40, "asserted")]),
        ("وأعدم المسلحون أربعة شرطيين كانوا رهائن منذ شهر.", [("killed", 4, "asserted")]),
        ("وتوفي أحد المصابين في المستشفى.", [("killed", 1, "asserted")]),
        ("وقتل عشرون في ست مواجهات متفرقة.", [("killed", 20, "asserted")]),
        ("وقتل سبعة جنود وثلاثة في عداد المفقودين.", [("killed", 7, "asserted")]),
        ("وقالت إن 25 من النمور سقطوا السبت.", [("killed", 25, "asserted")]),
        ("ونصب نحو مئتي متمرد كمينا للقافلة.", []),
    ],
)
def test_verbs_and_their_look_alikes(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فيما أسر الجيش 14 مقاتلا بينهم أربعة جرحى.", [("detained", 14, "asserted"), ("wounded", 4, "asserted")]),
        ("بينهم تسعون طفلا لم يبلغوا الثامنة عشرة وقتلت ست وأربعون سيدة.", [("killed", 46, "asserted")]),
        (
            "وجرح 19 من العسكريين والشرطيين في معركة قتل فيها أربعة.",
            [("wounded", 19, "asserted"), ("killed", 4, "asserted")],
        ),
        ("وقتلت 21 من الخاطفين، وقال إن 300 عامل وستين أجنبيا غادروا الموقع.", [("killed", 21, "asserted")]),
        ("حرب حصدت نحو 45 ألف شخص.", [("killed", 45000, "asserted")]),
        ("وحصد الحزب 45 مقعدا.", []),
        ("وداعيا إلى غرفة عمليات واحدة وإلى ضبط النفس.", []),
        ("وتوزع الجرحى على خمسة مستشفيات.", []),
        ("لكنها لم تمنع تفجيرين متزامنين.", [("attacks", 2, "asserted")]),
        ("وأحبطت الشرطة ثلاثة تفجيرات.", [("attacks", 3, "prevented")]),
        ("بعدما كانت المحاولة الأولى قد انتهت بمصرع 13 جنديا.", [("killed", 13, "asserted")]),
        ("ارتفعت الحصيلة إلى 13 قتيلا بعدما كانت تسعة قتلى.", [("killed", 13, "asserted"), ("killed", 9, "denied")]),
    ],
)
def test_what_stands_beside_a_count(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("وبهذا يتجاوز عدد القتلى في أقصى جنوب البلاد 2800.", (2800, None)),
        ("وهو رقم يتجاوز حصيلة السنة الماضية وهي 2800 قتيل.", (2800, 2800)),
        ("وتقول السلطة إن الحصيلة لم تتعد 35 قتيلا.", (None, 35)),
    ],
)
def test_bounds_of_a_toll(text: str, bounds: tuple[int | None, int | None]) -> None:
    [figure] = read(Document(id="sentence", text=text)).figures
    assert (figure.low, figure.high) == bounds
