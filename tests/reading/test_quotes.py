"""Quotations: where they begin and end, and who speaks."""

import pytest

from hasila.model import Document
from hasila.reading import read
from hasila.reading.cast import cast
from hasila.reading.marks import quoted
from hasila.reading.page import annotate
from hasila.reading.quotes import read_quotes

MARKS = [
    ("curly", "قال: “قواتنا باقية في مواقعها”.", ["قواتنا باقية في مواقعها"]),
    ("guillemets", "قال: «قواتنا باقية في مواقعها».", ["قواتنا باقية في مواقعها"]),
    ("straight", 'قال: "قواتنا باقية في مواقعها".', ["قواتنا باقية في مواقعها"]),
    ("double brackets", "قال المصدر ((قواتنا باقية في مواقعها)).", ["قواتنا باقية في مواقعها"]),
    ("brackets after a colon", "وقال: (قواتنا باقية في مواقعها)، ومضى.", ["قواتنا باقية في مواقعها"]),
    ("single", "He told us: 'They left in the night.' Then he went.", ["They left in the night."]),
    ("same marks nested", 'قال إن "خلايا "داعش" تنشط في البادية" ليلا', ['خلايا "داعش" تنشط في البادية']),
    ("mark glued to a prefix", 'ملتزم بـ"هزيمة التنظيم هزيمة دائمة"', ["هزيمة التنظيم هزيمة دائمة"]),
    ("unclosed ends with the paragraph", 'He said: "They were all caught.\nMore follows.', ["They were all caught."]),
    (
        "unclosed ends where the next opens",
        'He said "We lost none of them. She added "That day we were lucky."',
        ["We lost none of them.", "That day we were lucky."],
    ),
    (
        "over two paragraphs",
        'قال: "بدأنا في الفجر\nوانتهينا في المساء". ثم عاد',
        ["بدأنا في الفجر\nوانتهينا في المساء"],
    ),
    (
        "each paragraph opened again",
        "“We go on today.\n“And tomorrow we rest,” he said.",
        ["We go on today.", "And tomorrow we rest"],
    ),
    ("one word is none", "مسلحو “داعش” في البادية الشامية", []),
    ("a name is none", "وثّق “المرصد السوري لحقوق الإنسان” مقتل عشرة", []),
    ("a title is none", 'in a release headed "Year in Review 2022"', []),
    ("inches are none", 'the 5" tube and the 6" tube of the mortar', []),
]


@pytest.mark.parametrize(("text", "found"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_marks(text: str, found: list[str]) -> None:
    page = annotate(text)
    assert [page.text(quote.start, quote.end) for quote in quoted(page)] == found


SPEAKERS = [
    (
        "a name of known parts is spelled",
        'وقالت الناطقة باسم الغرفة شيرين قادر إن "الطرق كلها فُتحت صباح اليوم". وقال مدير المشفى سامر العلي '
        'للوكالة "استقبلنا منذ الفجر ستة من الجرحى".',
        ["شيرين قادر", "Samer al-Ali"],
    ),
    (
        "a preposition is no name",
        'سيطر الجيش على حسين آباد، وقال المتحدث علي حسين إن "القوات باتت على أبواب المدينة".',
        ["Ali Hussein"],
    ),
    (
        "a post behind the name",
        'قال دلشاد رحيم مدير المكتب الإعلامي، بحسب الموقع: "أوقفنا في أسبوع واحد عشرين مطلوبا".',
        ["Dilshad Rahim"],
    ),
    (
        "a medium that handed it on",
        'وأفاد العميد سامي الدليمي، في تصريح نشره موقع الوزارة، بأن قواته "باتت على مشارف البلدة".',
        ["Sami al-Dulaimi"],
    ),
    (
        "an assumption about somebody",
        'قال المتحدث ماجد العاني إن المعطيات ترجح تورط داعش، وأضاف: "لن يفلت الجناة من العقاب أبدا".',
        ["Majid al-Ani"],
    ),
    (
        "what was done is nobody",
        'قال المرصد إن بين الجرحى من حالته خطرة، ولم يستبعد ارتفاع الحصيلة لأن "كثيرين ما زالوا تحت الأنقاض".',
        ["Syrian Observatory for Human Rights"],
    ),
    (
        "a month is no rank",
        'قال العميد أنور الجميلي "نحن ماضون في العملية كلها". وكانت القيادة، في كانون الأول الماضي، قد ذكرت أعدادا. '
        'وقال "لا نتفاوض مع أحد منهم أبدا".',
        ["Anwar al-Jumaili"] * 2,
    ),
    (
        "a nickname",
        '"Nobody was left behind in that valley," Gen. Ronald "Red" Harper told reporters on Monday.',
        ["Ronald Harper"],
    ),
    (
        "a time is nobody",
        'A few weeks earlier, they had caught four. "There is no place left for them," Col. Wayne Marotto tweeted.',
        ["Wayne Marotto"],
    ),
    (
        "name in marks",
        'قالت الناطقة باسم التحالف "رايتشل جفكوت" إن "عدد القتلى أكبر من العام الماضي".',
        ["رايتشل جفكوت"],
    ),
    ("said after", '"They will not be back here," said Adm. Brad Cooper, who leads the command.', ["Brad Cooper"]),
    (
        "split quotation",
        '"We go on," the release said, "and we will go on tomorrow." "We go on and on."',
        ["US Central Command"] * 2,
    ),
    ("follow-on", '"It was a long night," said Gen. Kurilla. "It was longer for them."', ["Michael Erik Kurilla"] * 2),
    (
        "he added",
        "Kurilla spoke to reporters. He said it was over. He added: “It is not yet over.”",
        ["Michael Erik Kurilla"],
    ),
    ("statement", '"Two of the men were leaders," the statement read.', ["US Central Command"]),
    ("post", "“Our forces hit two more sites,” CENTCOM wrote on X.", ["US Central Command"]),
    ("accord", 'According to Farhad Shami, the cells "are trying to regroup there".', ["Farhad Shami"]),
    ("unnamed official", 'A Pentagon official said it "went as we had hoped".', ["Pentagon official"]),
    (
        "the official of before",
        'A Pentagon official denied it. "No one of ours died," the official said.',
        ["Pentagon official"],
    ),
    ("role only", '"They came in the night," villagers said.', ["villagers"]),
    (
        "told whom",
        '"We were there last night," Ana Marek, a spokesperson, told Al-Monitor.',
        ["Ana Marek"],
    ),
    ("name before apposition", '"We will go on here," said Ana Marek, the Special Envoy for Iraq.', ["Ana Marek"]),
    ("unknown name", '"We saw them come down," said Nadia Faris Karim, a nurse.', ["Nadia Faris Karim"]),
    ("named", "“They will be back soon,” a guard named Delovan told me.", ["Delovan"]),
    ("longer than a known name", '"We saw them come down," said Ali Hassan Jaber.', ["Ali Hassan Jaber"]),
    ("verb first", "وقال الأدميرال براد كوبر: “لن نتهاون مع من يهددنا”.", ["Brad Cooper"]),
    (
        "apposition",
        "قال الجنرال مايكل كوريلا، قائد القيادة المركزية، إن “الطريق ما زال طويلا أمامنا”.",
        ["Michael Erik Kurilla"],
    ),
    ("subject before", "لكن الكولونيل رايان ديلون استدرك قائلاً: “أمامنا أيام من القتال الصعب”.", ["Ryan Dillon"]),
    ("omitted", "ذكّر فرهاد شامي بأن السجن آمن. وأضاف: “لم يهرب أحد من السجن”.", ["Farhad Shami"]),
    (
        "feminine verb is the body",
        "قالت القيادة المركزية الأمريكية إنها ضربت موقعا. وأضافت: “لم يصب أي من المدنيين”.",
        ["US Central Command"],
    ),
    ("aside", "وقال فرهاد شامي إن الحملة انتهت، مضيفاً أن “النتائج فاقت كل التوقعات”.", ["Farhad Shami"]),
    ("tag after", "«لن تتوقف الملاحقة في البادية»، بحسب المتحدث فرهاد شامي.", ["Farhad Shami"]),
    (
        "statement of a ministry",
        "وجاء في بيان لوزارة الداخلية السورية أن “القوة داهمت بيتا في البلدة”.",
        ["Syrian Ministry of Interior"],
    ),
    ("military expert", "وقال خبير عسكري: “الجبال هناك وعرة على الدبابات”.", ["military expert"]),
    (
        "post of command",
        "لكن قائد عمليات صلاح الدين نفى ذلك، مؤكداً أنه «لم يحرق أي من الشهداء».",
        ["Salah al-Din Operations commander"],
    ),
    (
        "unknown Arabic name",
        "وقال العميد الركن حاتم سالم الجبوري، من شرطة المدينة، إن “العبوة انفجرت قرب السوق”.",
        ["Hatem Salem al-Jubouri"],
    ),
    ("rank before a name like a known one", "وقال الرائد صالح الدوري: “لم يهرب أحد من السجن”.", ["Saleh al-Douri"]),
    (
        "information speaks not",
        "قالت خلية الإعلام الأمني إن القوة تحركت وفق معلومات دقيقة “في إطار ملاحقة بقايا الخلايا”.",
        ["Iraqi Security Media Cell"],
    ),
    (
        "surname that is also a place",
        "“We waited for them,” Adnan Afrin said. Some tried to flee, Afrin said. “We caught them all,” he told us.",
        ["Adnan Afrin", "Adnan Afrin"],
    ),
    (
        "among them is no verb",
        "أوضح صباح النعمان أن السجناء، وبينهم ثمانون أجنبيا، وصلوا، وأن “العراق يتسلمهم حفاظا على أمنه”.",
        ["Sabah al-Numan"],
    ),
    (
        "tag behind a comma",
        'The number fell, said Lt. Col. Troy Garlock. One case, he said, "is still under review there".',
        ["Troy Garlock"],
    ),
    (
        "the spokesman of before, by surname",
        "ظهر الناطق باسم قسد أبجر داوود. وأضاف داوود: «لم يهرب أحد من السجن». وأكد الناطق أن «السجن آمن منذ عام».",
        ["Abjar Dawoud", "Abjar Dawoud"],
    ),
    ("official release", "“We will stay with our partners,” an official release said.", ["US Central Command"]),
    (
        "a name behind the region spoken for",
        "وذكر الناطق باسم محور كركوك شيروان الجاف لـ/الوكالة/، أن «الألوية تمسك ثلاثة قواطع».",
        ["Sherwan al-Jaff"],
    ),
    (
        "not who handed the statement on",
        "وقالت قوات التحالف - وفق بيان نقلته إذاعة محلية اليوم -: «إن سوريا شهدت تسع غارات».",
        ["Global Coalition"],
    ),
    ("nobody", "“It was all over then.”", [None]),
]


@pytest.mark.parametrize(("text", "speakers"), [case[1:] for case in SPEAKERS], ids=[case[0] for case in SPEAKERS])
def test_speakers(text: str, speakers: list[str | None]) -> None:
    page = annotate(text)
    issuer = "US Central Command" if speakers != [None] else None
    assert [quote.speaker for quote in read_quotes(page, cast(page), "text", issuer)] == speakers


def test_colon_without_marks() -> None:
    page = annotate("وقال وزير الخارجية أنتوني بلينكن للصحفيين: العالم صار أكثر أماناً بعد اليوم. ثم غادر.")
    quotes = read_quotes(page, cast(page))
    assert [(quote.speaker, quote.evidence.text) for quote in quotes] == [
        ("Antony Blinken", "العالم صار أكثر أماناً بعد اليوم")
    ]


def test_indirect_speech_with_a_colon_is_none() -> None:
    page = annotate("وقالت القيادة إن المنفذين هم شركاؤها: قوات سوريا الديمقراطية والجيش العراقي.")
    assert read_quotes(page, cast(page)) == []


def test_title_takes_the_speaker_from_the_body() -> None:
    body = "وقال الأدميرال براد كوبر: “لن نتهاون مع من يهددنا”."
    reading = read(Document(id="a", text=body, title="“لن نتهاون مع من يهددنا”"))
    assert [(quote.evidence.field, quote.speaker) for quote in reading.quotes] == [
        ("title", "Brad Cooper"),
        ("text", "Brad Cooper"),
    ]


def test_evidence_leaves_out_marks_and_the_last_comma() -> None:
    text = "“We will go on here,” said Kurilla."
    page = annotate(text)
    (quote,) = read_quotes(page, cast(page))
    assert text[quote.evidence.start : quote.evidence.end] == quote.evidence.text == "We will go on here"
