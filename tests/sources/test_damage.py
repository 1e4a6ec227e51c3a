"""Arabic that was damaged on its way out of a PDF."""

import pytest

from hasila.sources.damage import damages

DAMAGED = [
    ("lam-alef", "اعلنت قوات االمن في محافظة االنبار قتل خمسة من االرهابيين خلال عملية واالستيلاء على اسلحة"),
    ("letters", "شعاد نم رصانع ةسمخ لتق نع ةيكريمألا ةيزكرملا ةدايقلا تنلعأ"),
    ("words", ".العراق في داعش من عناصر خمسة قتل القيادة أعلنت\n.مسلحين سبعة اعتقال إلى وأشارت"),
    ("digits", "أعلنت القيادة المركزية مقتل 22 عنصراً خلال شباط 3202 في العراق"),
    ("digits", "حصيلة 3202 مقابل 2202: مقتل 22 عنصراً"),
]

SOUND = [
    "أعلنت القيادة المركزية الأميركية مقتل 22 عنصراً من تنظيم داعش واعتقال 25 آخرين خلال شباط 2023.",
    "قوات االمن قتلت خمسة عناصر",  # one slip of the finger
    "العملي ة انتهت بمقتل عنصرين. ةو قال البيان ان العملية مستمرة",  # one broken word
    "أفرج عن 1202 معتقل من سجن الحسكة",  # an ordinary number that a year could be read into
    "قتل 3202 شخص منذ 2014",
    "الـ /18/ عملية لا تزال جارية ولا خسائر",
    "22 killed and 3202 displaced in 4202 homes",
    "...\nبيان القيادة.\n",
    "",
]


@pytest.mark.parametrize(("sign", "text"), DAMAGED)
def test_damage_is_seen(sign, text):
    (found,) = damages(text)
    assert found.startswith(sign)
    assert "can't be trusted" in found


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_alone(text):
    assert damages(text) == ()
