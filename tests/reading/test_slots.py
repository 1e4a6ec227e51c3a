"""Each slot that is set says what it rests on and why."""

import pytest

from hasila.model import Figure
from tests.reading.reports import figure, reading

NAMES = ("victim", "actor", "target", "partners", "mode", "place", "period", "attribution")
BASES = {"stated", "carried", "resolved", "inferred"}
TEXTS = [
    "قالت القيادة المركزية الأميركية إن قواتها قتلت 8 من عناصر داعش في سوريا خلال أيار. واعتقل 31 آخرون.",
    "نفذ التحالف الدولي 12 عملية مشتركة مع قوات سوريا الديمقراطية في سوريا، أسفرت عن مقتل 3 واعتقال 9 من داعش.",
    "US Central Command said Friday that 8 ISIS militants were killed in Syria. Twelve others were captured.",
    "ISIS militants killed 7 soldiers in Homs. Four others were wounded.",
    "قتل 8 من عناصر داعش في سوريا. وقال التحالف الدولي إن العمليات جرت مع قوات سوريا الديمقراطية.",
    "قتل 3 مدنيين في انفجار في كابول.",
    "القوات الأمريكية قتلت 8 من عناصر داعش.",
]


def filled(found: Figure) -> set[str]:
    return {name for name in NAMES if getattr(found, name)}


def reasons(found: Figure) -> set[str]:
    return {rule.partition(":")[0] for rule in found.trail if ":" in rule}


@pytest.mark.parametrize("title", [None, "مقتل 8 من داعش"])
@pytest.mark.parametrize("text", TEXTS)
def test_every_filled_slot_has_a_basis(text: str, title: str | None) -> None:
    figures = reading(text, title).figures
    assert figures
    for found in figures:
        assert set(found.basis) == filled(found)
        assert set(found.basis.values()) <= BASES


@pytest.mark.parametrize("text", [TEXTS[1], TEXTS[5], TEXTS[3]])
def test_every_slot_filled_in_passing_has_a_reason(text: str) -> None:
    for found in reading(text).figures:
        late = {name for name in ("attribution",) if found.basis.get(name) == "carried"}
        assert filled(found) - late <= reasons(found)


@pytest.mark.parametrize(
    ("text", "which", "slot"),
    [
        pytest.param(TEXTS[2], "killed 8", "period", id="day-of-statement"),
        pytest.param(TEXTS[4], "killed 8", "partners", id="partners-named-later"),
        pytest.param(TEXTS[4], "killed 8", "actor", id="first-force-named"),
    ],
)
def test_every_slot_filled_at_the_end_has_a_reason(text: str, which: str, slot: str) -> None:
    found = figure(text, which)
    assert slot in filled(found)
    assert slot in reasons(found)


@pytest.mark.parametrize(
    ("text", "which", "slot", "basis", "reason"),
    [
        (TEXTS[0], "killed 8", "attribution", "stated", "said-by"),
        (TEXTS[0], "detained 31", "attribution", "carried", "claimant-carried"),
        (TEXTS[0], "killed 8", "actor", "stated", "agent-in-sentence"),
        (TEXTS[0], "detained 31", "actor", "carried", "actor-carried"),
        (TEXTS[0], "killed 8", "place", "stated", "place-in-sentence"),
        (TEXTS[0], "detained 31", "place", "carried", "place-carried"),
        (TEXTS[0], "killed 8", "period", "resolved", "date-in-sentence"),
        (TEXTS[0], "detained 31", "period", "carried", "period-carried"),
        (TEXTS[0], "killed 8", "target", "stated", "target-group"),
        (TEXTS[0], "detained 31", "target", "carried", "target-of-report"),
        (TEXTS[0], "killed 8", "victim", "stated", "victim-of-group"),
        (TEXTS[0], "detained 31", "victim", "inferred", "victim-open"),
        (TEXTS[1], "operations 12", "mode", "stated", "mode-word"),
        (TEXTS[1], "operations 12", "partners", "stated", "with"),
        (TEXTS[6], "killed 8", "place", "inferred", "area-of-coalition"),
        ("قتل 8 من عناصر داعش في أيار 2023.", "killed 8", "period", "stated", "date-in-sentence"),
        ("قتل 8 من عناصر داعش، بحسب المرصد السوري لحقوق الإنسان.", "killed 8", "attribution", "stated", "according-to"),
        ("نفذت القوات الأميركية 3 عمليات أحادية الجانب في سوريا.", "operations 3", "mode", "stated", "mode-word"),
        ("قوات سوريا الديمقراطية اعتقلت 8 من عناصر داعش.", "detained 8", "place", "inferred", "home-of-forces-named"),
    ],
)
def test_slot_says_what_it_rests_on(text: str, which: str, slot: str, basis: str, reason: str) -> None:
    found = figure(text, which)
    assert found.basis[slot] == basis
    assert f"{slot}:{reason}" in found.trail


@pytest.mark.parametrize(
    ("text", "which", "victim"),
    [
        ("قتل 8 من عناصر داعش في سوريا.", "killed 8", "militant"),
        ("قتل 3 من قوات سوريا الديمقراطية في منبج.", "killed 3", "security"),
        ("قتل 3 جنود في كركوك.", "killed 3", "security"),
        ("قتل 3 مدنيين في كركوك.", "killed 3", "civilian"),
        ("Three civilians were killed in Kirkuk.", "killed 3", "civilian"),
        ("قتل 3 من عناصر الشرطة في كركوك.", "killed 3", "security"),
        ("قتل 3 من عناصر القاعدة في كركوك.", "killed 3", "militant"),
        ("قتل 3 مدنيين وأصيب 5 في كركوك.", "wounded 5", "civilian"),
        ("قتل 3 أشخاص في كركوك.", "killed 3", "unknown"),
        ("Three people were killed in Kirkuk.", "killed 3", "unknown"),
        ("أعلن تنظيم الدولة الإسلامية أنه قتل 7 جنود في حمص.", "killed 7", "security"),
        ("نفذ التحالف 38 عملية ضد داعش في سوريا.", "operations 38", None),
        ("شن التحالف 12 غارة على داعش في سوريا.", "strikes 12", None),
    ],
)
def test_victim(text: str, which: str, victim: str | None) -> None:
    assert figure(text, which).victim == victim


def test_a_part_shares_partners_and_mode_with_its_whole() -> None:
    text = "اعتقلت قوات سوريا الديمقراطية 15 من عناصر داعش بدعم من التحالف الدولي، بينهم 3 قادة."
    whole, part = figure(text, "detained 15"), figure(text, "detained 3")
    assert part.subset
    assert (part.partners, part.mode, part.target) == (whole.partners, whole.mode, whole.target)


def test_people_of_one_side_are_no_part_of_the_other() -> None:
    text = "قتلت القوات العراقية 5 من عناصر داعش في كركوك. وقتل 2 من الجنود."
    assert figure(text, "killed 2").target == "Iraqi Army"
    assert not figure(text, "killed 2").subset


def test_the_engine_cites_the_words_of_the_count() -> None:
    found = figure(TEXTS[0], "killed 8")
    assert found.evidence.text.startswith("8")
    assert TEXTS[0][found.evidence.start : found.evidence.end] == found.evidence.text


def test_a_second_noun_counted_by_the_same_number_is_no_figure_of_its_own() -> None:
    assert [(f.measure, f.low) for f in reading("قتل 21 حارسا ومقاتلا في هجوم لداعش على السجن.").figures] == [
        ("killed", 21)
    ]


@pytest.mark.parametrize("tail", ["من دون خسائر", "من بينهم طفل"])
def test_words_that_open_another_phrase_are_no_noun_of_the_count(tail: str) -> None:
    assert figure(f"قتل خمسة {tail} في سوريا.", "killed 5").evidence.text == "خمسة"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("قبض الجيش السوري على 16 رجلا قرب الحدود.", [("detained", 16)], id="seized-by"),
        pytest.param("قبض الموظفون رواتبهم، وعثر على 16 رجلا.", [], id="wages-seized"),
        pytest.param("ألقت مجموعة من سبعة أفراد أسلحتها قرب الباغوز.", [("surrendered", 7)], id="arms-laid-down"),
        pytest.param("ألقى سبعة أفراد كلمات في الحفل.", [], id="speeches-laid"),
        pytest.param("لم يُقتل أي من مقاتليها.", [("killed", 0)], id="none-of-them"),
        pytest.param("73 عملية و352 معتقلا في عام.", [("operations", 73), ("detained", 352)], id="held-in-a-list"),
        pytest.param("تضم السجون 352 معتقلا.", [], id="held-is-a-stock"),
        pytest.param("مجموع من قتلوا في المحافظتين خلال الأسبوع 27 شخصا.", [("killed", 27)], id="two-provinces"),
        pytest.param("أصيب 48 بالألغام.", [("wounded", 48)], id="number-before-by"),
        pytest.param(
            "US forces killed 5 gunmen and took 12 prisoner.", [("killed", 5), ("detained", 12)], id="taken-prisoner"
        ),
        pytest.param("The army took 12 villages and a prisoner spoke.", [], id="villages-taken"),
        pytest.param(
            "Dead by nightfall: 28 policemen and 5 civilians.", [("killed", 28), ("killed", 5)], id="dead-as-heading"
        ),
        pytest.param("The dead man said: 28 policemen came.", [], id="dead-man-said"),
        pytest.param("The war killed 35,000 people and uprooted 2 million.", [("killed", 35000)], id="another-deed"),
        pytest.param("Karim Saleh, 52, was killed.", [], id="age-of-the-dead"),
        pytest.param("9 ops, 31 detainees, 3 dead.", [("operations", 9), ("detained", 31), ("killed", 3)], id="list"),
        pytest.param("About 400 fighters have given up.", [("surrendered", 400)], id="given-up"),
    ],
)
def test_what_a_count_falls_under(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(f.measure, f.low) for f in reading(text).figures] == expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("According to a statement of US Central Command, the raids fell in June.", "US Central Command"),
        ("The raids fell in June.", "US forces"),
        ("US Central Command and US Africa Command have not commented.", "US forces"),
    ],
)
def test_forces_speak_through_the_one_command_that_is_named(later: str, expected: str) -> None:
    text = f"The U.S. military said Thursday that it had killed 13 ISIS fighters in Syria. {later}"
    assert figure(text, "killed 13").attribution == expected


@pytest.mark.parametrize(
    ("text", "which", "actor"),
    [
        (
            "هاجم داعش سجنا. وقالت قسد إن 91 من المقاتلين والحراس فقدوا حياتهم؛ 57 من هؤلاء صفوا، و30 سقطوا فيه.",
            "killed 30",
            "ISIS",
        ),
        (
            "قتل داعش 57 مقاتلا من قسد في هجوم، إضافة إلى أربعة مدنيين. وقتلت قسد 12 مهاجما.",
            "killed 4",
            "ISIS",
        ),
        (
            "قتل داعش 57 مقاتلا من قسد في هجوم. وقتلت قسد 12 مهاجما.",
            "killed 12",
            "Syrian Democratic Forces",
        ),
    ],
    ids=["further-part", "besides", "another-deed"],
)
def test_those_counted_together_fell_to_the_same(text: str, which: str, actor: str) -> None:
    assert figure(text, which).actor == actor


@pytest.mark.parametrize("tail", ["خارج السجن", "خارجه", "خارج أسواره"])
def test_those_who_fell_outside_are_no_outlaws(tail: str) -> None:
    found = reading(f"هاجم داعش سجنا فقتل 57 حارسا، و30 سقطوا {tail}.").figures
    assert {one.low for one in found} == {57, 30}
