"""Who did a deed and to whom, where the words beside the number leave it to those before or behind."""

import pytest

from tests.reading.reports import figure, reading
from tests.reading.test_when import days

US, COALITION, KURDS, IRAQIS = "US forces", "Global Coalition", "Syrian Democratic Forces", "Iraqi Security Forces"


@pytest.mark.parametrize(
    ("text", "actor", "partners"),
    [
        ("نفذت قوات التحالف الدولي وقوات سوريا الديمقراطية إنزالاً، واعتقلت 3 من داعش.", COALITION, (KURDS,)),
        ("US forces and the SDF raided a house in Raqqa and captured 3 ISIS members.", US, (KURDS,)),
        ("اشتبكت قوات سوريا الديمقراطية مع خلية واعتقلت 3 من داعش، وقال التحالف إنه راقب.", KURDS, ()),
        ("The Iraqi army and the federal police captured 3 ISIS members.", "Iraqi Army", ()),
    ],
)
def test_of_two_sides_that_act_together_the_second_is_the_partner(
    text: str, actor: str, partners: tuple[str, ...]
) -> None:
    found = figure(text, "detained 3")
    assert (found.actor, found.partners) == (actor, partners)


def test_security_forces_are_those_of_the_country_just_named() -> None:
    text = "نفذ التحالف 9 عمليات في العراق بالتعاون مع قوات الأمن.\nوفي سوريا نُفذت 4 عمليات مع قسد."
    assert figure(text, "operations 9").partners == (IRAQIS,)
    assert figure(text, "operations 4").partners == (KURDS,)


def test_headline_has_the_doer_of_the_same_figure() -> None:
    title, text = "سبع ضربات على داعش", "أوقف جهاز مكافحة الإرهاب مطلوبين.\nوشنت مقاتلات عراقية سبع ضربات على داعش."
    assert figure(text, "title strikes 7", title).actor == "Iraqi Air Force"


@pytest.mark.parametrize(
    ("text", "which", "victim"),
    [
        ("قالت قسد إنها اعتقلت 70 عنصراً من داعش وقتلت 6 آخرين أثناء التصدي لهجوم.", "killed 6", "militant"),
        ("قالت قسد إنها قتلت 6 من داعش، ثلاثة منهم خلال تصديها لهجمات.", "killed 3", "militant"),
        ("قُتل 8 مقاتلين من قسد أثناء التصدي لهجوم لداعش.", "killed 8", "security"),
    ],
)
def test_others_and_parts_are_of_the_sort_counted_before(text: str, which: str, victim: str) -> None:
    assert figure(text, which).victim == victim


def test_time_compared_with_is_not_handed_on() -> None:
    text = (
        "CENTCOM killed 6 ISIS members in Iraq in April 2023, down from February, when 9 were killed. In Syria 2 died."
    )
    assert days(text, "killed 9") == ("2023-02-01", "2023-02-28")
    assert days(text, "killed 2") == ("2023-04-01", "2023-04-30")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("قُتل 12 مسلحاً بحسب بيان أول، قبل أن تصحح الوزارة العدد إلى 9.", "denied"),
        ("قُتل 12 مسلحاً بحسب بيان، قبل أن ينسحب 9 آخرون.", "asserted"),
    ],
)
def test_number_that_is_corrected_later_is_denied(text: str, modality: str) -> None:
    assert figure(text, "killed 12").modality == modality


def test_size_of_each_is_no_figure() -> None:
    assert not reading("قُتل قادة في داعش، ولا يزيد عدد الواحدة من خلاياه على خمسة أفراد.").figures


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The raid killed 21 ISIS members. Four of the dead were bomb makers.", [("killed", 4)]),
        ("The raid killed 21 ISIS members. Four of the detainees were moved to another camp.", []),
        ("قُتل 21 من داعش واعتُقل 40. ومن بين القتلى والمعتقلين 8 قادة.", [("casualties", 8)]),
        ("قُتل 21 من داعش واعتُقل 40. ومن بين القتلى 8 قادة.", [("killed", 8)]),
    ],
)
def test_part_of_the_dead_or_of_several_tolls(text: str, told: list[tuple[str, int]]) -> None:
    assert [(one.measure, one.low) for one in reading(text).figures if one.low not in (21, 40)] == told


def test_day_of_a_statement_after_the_event_is_not_that_of_the_event() -> None:
    text = "A May 3, 2023 raid killed 14 ISIS members, the army said two weeks after the raid."
    assert days(text, "killed 14") == ("2023-05-03", "2023-05-03")


def test_mode_of_one_event_more_is_its_own() -> None:
    text = "نفذت القيادة المركزية الأميركية 25 عملية مع القوات العراقية، و10 مع قسد إضافة لعملية منفردة."
    assert figure(text, "operations 10").mode == "partnered"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nearly all of the arrests, 42, were made in Syria.", [("detained", 42)]),
        ("Most of the leaders, 42, were married.", []),
        ("Over 7,000 ISIS fighters sit in prisons in Syria, and 12,000 in Iraq, which some call detention.", []),
    ],
)
def test_number_beside_what_is_counted(text: str, told: list[tuple[str, int]]) -> None:
    assert [(one.measure, one.low) for one in reading(text).figures] == told


def test_bare_place_behind_and_opens_a_clause() -> None:
    text = "نفذ التحالف 79 عملية ضد داعش، والرقة ودير الزور في المقدمة."
    place = figure(text, "operations 79").place
    assert place is None or place.scope == "IQ+SY"


def test_figures_of_a_headline_are_of_one_time() -> None:
    text = "Four ISIS members were killed and 33 captured in Iraq in April 2023, CENTCOM says."
    assert days(text, "title killed 4", "33 jihadis caught, four killed") == ("2023-04-01", "2023-04-30")


def test_whoever_takes_part_acts() -> None:
    text = "American forces took part in 31 operations against ISIS in Iraq in 2022, Central Command said."
    assert figure(text, "operations 31").actor == US


@pytest.mark.parametrize(
    ("text", "which", "actor", "partners"),
    [
        (
            "The SDF launched a campaign after ISIS killed six guards in Raqqa; 52 people had been arrested by Friday.",
            "detained 52",
            KURDS,
            (),
        ),
        ("The SDF fights ISIS. The group's police arrested nine men for smoking in Hajin.", "detained 9", "ISIS", ()),
        (
            "Iraqi forces ran 105 operations against ISIS. Sixteen of the operations were landings; "
            "the international coalition supported six.",
            "operations 6",
            IRAQIS,
            (COALITION,),
        ),
        ("The international coalition ran six operations against ISIS.", "operations 6", COALITION, ()),
        (
            "United States forces killed seven ISIS fighters in Syria. US Central Command announced that forces "
            "conducted 11 missions.",
            "operations 11",
            US,
            (),
        ),
        (
            "Coalition operations against ISIS in Iraq and Syria fell to 36 in August, US Central Command said. "
            "They killed seven militants.",
            "killed 7",
            COALITION,
            (),
        ),
        ("At least 35 people died in a bombing in Sadr City; Islamic State claimed it.", "killed 35", "ISIS", ()),
        ("Nine people died in a fire in Hit. Islamic State claimed it had shot soldiers.", "killed 9", None, ()),
        (
            "The ministry counts 1,211 operations against ISIS in Iraq. Army aviation flew 66 strikes.",
            "operations 1211",
            IRAQIS,
            (),
        ),
    ],
)
def test_who_arrests_helps_and_flies(text: str, which: str, actor: str | None, partners: tuple[str, ...]) -> None:
    found = figure(text, which)
    assert (found.actor, found.partners) == (actor, partners)
