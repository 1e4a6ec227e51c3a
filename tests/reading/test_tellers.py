"""Who tells the figures of a report, whatever others say in between."""

import pytest

from tests.reading.reports import figure, reading

CENTCOM, SDF = "US Central Command", "Syrian Democratic Forces"


@pytest.mark.parametrize(
    "between",
    [
        "The United Nations has warned that the camps are in a bad way.",
        "Local residents told Reuters that all was quiet.",
        "Analysts at the Institute for the Study of War believe that the cells can still strike.",
    ],
)
def test_who_speaks_without_figures_is_heard_for_the_line_only(between: str) -> None:
    text = f"US Central Command said on Monday that 9 militants were killed.\n\n{between}\n\n14 were detained in Iraq."
    assert figure(text, "detained 14").attribution == CENTCOM


def test_who_speaks_without_figures_tells_those_of_the_line() -> None:
    text = (
        "US Central Command said on Monday that 9 militants were killed.\n\n"
        "The Syrian Democratic Forces said that they had swept a village. In the end 14 men were detained."
    )
    assert figure(text, "detained 14").attribution == SDF


def test_who_speaks_of_the_statement_means_the_teller_of_figures() -> None:
    text = (
        "قالت القيادة المركزية الأمريكية إن 9 مسلحين قُتلوا.\n\nوحذرت الأمم المتحدة من سوء الأوضاع في المخيمات.\n\n"
        "وأضاف البيان أن 14 آخرين اعتُقلوا في العراق."
    )
    assert figure(text, "detained 14").attribution == CENTCOM


def test_who_raises_a_toll_tells_it() -> None:
    text = (
        "قالت قوات سوريا الديمقراطية إن 30 مسلحاً قُتلوا.\n\n"
        "من جهته رفع المرصد السوري لحقوق الإنسان حصيلته من 41 إلى 52 قتيلاً."
    )
    assert figure(text, "killed 52").attribution == "Syrian Observatory for Human Rights"


def test_a_colon_behind_a_count_of_somebody() -> None:
    text = "The Observatory reported 40 dead.\n\nFinal count of the SDF: 23 dead on its side."
    assert figure(text, "killed 23").attribution == SDF


def test_a_statement_of_somebody_says() -> None:
    text = "وجاء في بيان للقيادة المركزية أن الغارة قتلت 4 من عناصر داعش."
    assert figure(text, "killed 4").attribution == CENTCOM


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        (
            "The coalition's planes flew again. 12 strikes hit Raqqa, the Combined Joint Task Force said.\n\n"
            "In Iraq, the coalition said, 3 strikes were carried out.\n\n4 strikes hit Mosul.",
            "CJTF-OIR",
        ),
        (
            "Violence killed 40 civilians in March, the UN said.\n\nUNAMI keeps the count.\n\n61 were wounded.",
            "UNAMI",
        ),
        ("AFRICOM's first assessment is that 6 fighters were killed in Somalia.", "US Africa Command"),
        ("The SDF arrested 8 ISIS members in May, according to a tally by North Press.", "North Press Agency"),
        (
            "The US Lead Inspector General for Inherent Resolve said that 8 ISIS members were killed.",
            "US Lead Inspector General",
        ),
    ],
)
def test_the_body_that_tells(text: str, teller: str) -> None:
    assert reading(text).figures[-1].attribution == teller


@pytest.mark.parametrize("start", ["Backed by the coalition: ", ""])
def test_whoever_is_only_named_beside_others_issues_nothing(start: str) -> None:
    text = "Work with the Asayish has gone on for years.\n\nThe SDF swept Raqqa in May. 12 ISIS suspects were caught."
    assert figure(text, "detained 12", f"{start}SDF sweep in Raqqa").attribution in (SDF, None)
    assert figure(text, "detained 12", f"{start}SDF sweep in Raqqa").actor == SDF


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("قُتل 14 شخصا في الهجوم، وفق حصيلة جديدة صدرت مساء السبت عن وزارة الصحة العراقية.", "Iraqi Ministry of Health"),
        ("قُتل 14 شخصا في الهجوم، وفق حصيلة أولية.\n\nوبدأت وزارة الصحة العراقية حملة للتبرع بالدم.", None),
        (
            "14 people were killed, according to a new toll issued on Sunday by the Iraqi health ministry.",
            "Iraqi Ministry of Health",
        ),
    ],
)
def test_who_issued_a_toll_tells_it(text: str, teller: str | None) -> None:
    assert figure(text, "killed 14").attribution == teller
