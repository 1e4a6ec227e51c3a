"""How English reports state tallies: copulas, changes, parts named behind a full stop, numbers withdrawn."""

import pytest

from tests.reading.reports import figure, reading
from tests.reading.test_english_reports import MAY, held


def told(text: str) -> list[tuple[str, int | None, int | None, str]]:
    return [(f.measure, f.low, f.high, f.modality) for f in reading(text).figures]


def exact(measure: str, number: int, modality: str = "asserted") -> tuple[str, int, int, str]:
    return measure, number, number, modality


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            "The shelling left 19 dead; the wounded numbered 33.",
            [exact("killed", 19), exact("wounded", 33)],
            id="numbered",
        ),
        pytest.param("The villagers killed in June number 27.", [exact("killed", 27)], id="number-as-verb"),
        pytest.param(
            "Police caught 14 men in Homs. Of the arrests, Raqqa accounts for 9 and Hama for 21.",
            [exact("detained", number) for number in (14, 9, 21)],
            id="accounts-for",
        ),
        pytest.param("ISIS holds three towns. Oil accounts for 40 of its trades.", [], id="accounts-for-no-people"),
        pytest.param(
            "The army made 16 of the arrests; the police made 23, the SDF 8.",
            [exact("detained", number) for number in (16, 23, 8)],
            id="the-same-verb-again",
        ),
        pytest.param(
            "There were 41 operations in Iraq, and none in Syria.",
            [exact("operations", 41), exact("operations", 0)],
            id="and-none-in",
        ),
        pytest.param("The group has many bases in Iraq, and none in Syria.", [], id="none-of-what-nobody-counts"),
        pytest.param(
            "In May police caught 13 men in six raids. Four of those were ISIS commanders.",
            [exact("detained", 13), exact("operations", 6), exact("detained", 4)],
            id="part-that-is-people",
        ),
        pytest.param(
            "In May police caught 13 men in six raids. Four of those were at night.",
            [exact("detained", 13), exact("operations", 6), exact("operations", 4)],
            id="part-that-is-events",
        ),
        pytest.param("Omar was one of seven soldiers wounded in Homs.", [exact("wounded", 7)], id="one-of-several"),
        pytest.param(
            "The coalition puts the civilian casualties of its raids at 46.",
            [exact("casualties", 46)],
            id="dead-of-raids",
        ),
        pytest.param("Fighter jets carried out 19 raids on ISIS.", [exact("strikes", 19)], id="raids-of-jets"),
        pytest.param(
            "Troops backed by jets carried out 19 raids on ISIS.", [exact("operations", 19)], id="raids-with-jets"
        ),
        pytest.param("The jets flew 900 sorties and 31 strikes.", [exact("strikes", 31)], id="sorties"),
        pytest.param(
            "There were 30 strikes in Iraq in May. In June there were just six, and Syria has seen nine.",
            [exact("strikes", number) for number in (30, 6, 9)],
            id="seen",
        ),
        pytest.param(
            "Eight were wounded. (A first report, which had eleven injured, was wrong.)",
            [exact("wounded", 8), exact("wounded", 11, "denied")],
            id="was-wrong",
        ),
        pytest.param("One of the gunmen gave himself up.", [exact("surrendered", 1)], id="himself"),
        pytest.param(
            "The report lists at least 84 cases of arbitrary arrest.",
            [("detained", 84, None, "asserted")],
            id="cases-of-arrest",
        ),
        pytest.param("Doctors saw 84 cases of measles.", [], id="cases-of-illness"),
        pytest.param("After the clash 27 captives were taken.", [exact("detained", 27)], id="captives-taken"),
        pytest.param("After the visit 27 captives were taken to Homs.", [], id="captives-taken-elsewhere"),
        pytest.param(
            "The blast left 61 dead, nine of them guards and 52 prisoners.",
            [exact("killed", 61), exact("killed", 9), exact("killed", 52)],
            id="prisoners-among-the-dead",
        ),
        pytest.param(
            "Four key figures of the Islamic State (IS) terror group were killed in Homs, officials said.",
            [exact("killed", 4)],
            id="key-figures",
        ),
        pytest.param("Bus number 27 was hit and 6 were killed.", [exact("killed", 6)], id="number-as-label"),
        pytest.param(
            "Operations in Iraq declined from 26 in April to 15 in May, while in Syria they rose from 8 to 13.",
            [exact("operations", number) for number in (26, 15, 8, 13)],
            id="from-to-with-months",
        ),
        pytest.param(
            "Troop levels fell from 26 in April to 15 in May.",
            [],
            id="from-to-of-nothing-counted",
        ),
        pytest.param(
            "At dawn 52 people were killed. Among them were 17 women and 9 children.",
            [exact("killed", 52), exact("killed", 17), exact("killed", 9)],
            id="among-them-were",
        ),
        pytest.param(
            "In the raid 52 people were killed. Some 900 gunmen live there. They include 300 foreigners.",
            [exact("killed", 52)],
            id="no-part-larger-than-its-whole",
        ),
        pytest.param(
            "The ministry counted 14 wounded soldiers and three dead policemen.",
            [exact("wounded", 14), exact("killed", 3)],
            id="participle-before-people",
        ),
        pytest.param("Six wounded militants were arrested.", [exact("detained", 6)], id="participle-of-the-caught"),
        pytest.param(
            "At least five militants died, and nobody was detained.",
            [("killed", 5, None, "asserted"), exact("detained", 0)],
            id="nobody",
        ),
        pytest.param(
            "The army said 21 soldiers died. Its first statement had said 16.",
            [exact("killed", 21), exact("killed", 16, "denied")],
            id="had-said",
        ),
        pytest.param("The coalition had reported 640 strikes in Iraq.", [exact("strikes", 640)], id="with-noun"),
        pytest.param("They killed about eight gunmen in Iraq for every one in Syria.", [], id="ratio"),
        pytest.param("The jets flew at night. Every one of the missions was joint.", [], id="every-one-of"),
        pytest.param("The death toll from the blasts reached 73 soldiers.", [exact("killed", 73)], id="toll-of-people"),
        pytest.param(
            "At least 44 of its men died, while the deaths suffered by ISIS reached 61.",
            [("killed", 44, None, "asserted"), exact("killed", 61)],
            id="suffered-by",
        ),
        pytest.param("The jets flew to 73 soldiers in the east.", [], id="to-people-without-a-toll"),
        pytest.param(
            "– Militants captured, with their helpers: /88/, /4/ of the total were women.",
            [exact("detained", 88), exact("detained", 4)],
            id="label-with-aside",
        ),
    ],
)
def test_tallies(text: str, figures: list[tuple[str, int | None, int | None, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "which", "period"),
    [
        pytest.param(
            "Operations fell from 26 in March to 15 in April.", "operations 15", ("2023-04-01", "2023-04-30"), id="own"
        ),
        pytest.param(
            "In January and February there were 41 operations. January had 26 operations and 9 arrests; February had 15"
            " operations. In Iraq 12 people were arrested.",
            "detained 9",
            ("2023-01-01", "2023-01-31"),
            id="clause",
        ),
        pytest.param(
            "In January and February there were 41 operations. January had 26 operations and 9 arrests; February had 15"
            " operations. In Iraq 12 people were arrested.",
            "detained 12",
            ("2023-01-01", "2023-02-28"),
            id="back-to-the-whole",
        ),
        pytest.param(
            "The army counted 60 operations from January to April 2023, against 44 in all of last year.",
            "operations 44",
            ("2022-01-01", "2022-12-31"),
            id="behind-against",
        ),
    ],
)
def test_periods_of_shares(text: str, which: str, period: tuple[str, str]) -> None:
    assert held(text, which, "period") == period


@pytest.mark.parametrize(
    ("text", "which", "place"),
    [
        pytest.param(
            "Homs lost 12 soldiers to ISIS, killed there. Then came Raqqa, where 9 were killed and 20 injured, and"
            " Aleppo, with 6 killed.",
            "wounded 20",
            "Raqqa",
            id="where",
        ),
        pytest.param(
            "ISIS was hit by 9 strikes in Syria. Another 6 strikes, flown in the two countries, followed.",
            "strikes 6",
            "Iraq and Syria",
            id="flown-in-both",
        ),
        pytest.param("ISIS lost 9 men in Iraq. On Syrian soil 6 people died.", "killed 6", "Syria", id="soil"),
    ],
)
def test_places_of_shares(text: str, which: str, place: str) -> None:
    assert held(text, which, "place") == place


@pytest.mark.parametrize(
    "text", ["Airstrikes by the U.S. on the port killed nine people.", "The US killed nine ISIS militants in Syria."]
)
def test_the_us_acts(text: str) -> None:
    assert figure(text, "killed 9").actor == "US forces"


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("New numbers from the Pentagon show that 88 ISIS fighters were killed in Syria.", "Pentagon"),
        ("The Pentagon said so. A video shows how 88 ISIS fighters were killed by the SDF.", "Pentagon"),
    ],
)
def test_figures_show(text: str, claimant: str) -> None:
    assert figure(text, "killed 88").attribution == claimant


def test_whoever_follows_the_comma_is_not_who_says_it() -> None:
    text = "According to Kurdistan 24, the militants of Islamic State killed 9 soldiers in Kirkuk."
    assert figure(text, "killed 9").attribution != "ISIS"


@pytest.mark.parametrize(
    ("text", "which", "slot", "value"),
    [
        pytest.param(
            "The US-backed Syrian Democratic Forces (SDF) arrested 6 ISIS members in Raqqa.",
            "detained 6",
            "actor",
            "Syrian Democratic Forces",
            id="us-backed",
        ),
        pytest.param(
            "One Coalition member was killed and 4 were wounded in operations against ISIS in Iraq.",
            "wounded 4",
            "target",
            "Global Coalition",
            id="people-of-the-count-before",
        ),
        pytest.param(
            "Russian jets struck ISIS. The monitor counts 44 dead soldiers in 31 operations by ISIS.",
            "killed 44",
            "actor",
            "ISIS",
            id="in-operations-by",
        ),
        pytest.param(
            "CENTCOM said its forces in northern Iraq and Syria carried out 26 operations against ISIS.",
            "operations 26",
            "place",
            "Northern Iraq and Syria",
            id="side-and-country",
        ),
        pytest.param(
            "Since January, CENTCOM has carried out 88 missions against ISIS in five months.",
            "operations 88",
            "period",
            ("2023-01-01", "2023-06-02"),
            id="how-long-the-stretch-is",
        ),
        pytest.param(
            "There was a drop in operations in Iraq, from 31 in March to 22 in April, but a spike in Syria.",
            "operations 22",
            "place",
            "Iraq",
            id="drop-in-operations",
        ),
        pytest.param(
            "CENTCOM ran 51 operations in Iraq and Syria against ISIS. These, which included raids in Syria, have left"
            " 63 militants dead.",
            "killed 63",
            "place",
            "Iraq and Syria",
            id="place-of-an-aside",
        ),
        pytest.param(
            "US forces ran 88 missions against ISIS so far this year, including 17 in both countries during April.",
            "operations 17",
            "period",
            ("2023-04-01", "2023-04-30"),
            id="part-with-its-own-date",
        ),
        pytest.param(
            "Most raids were in Iraq, while 6 strikes on ISIS, with 11 engagements, were conducted in Syria.",
            "strikes 6",
            "place",
            "Syria",
            id="aside-with-company",
        ),
        pytest.param(
            "Turkish police detained 15 ISIS suspects in Izmir, 6 in the capital Ankara.",
            "detained 6",
            "place",
            "Ankara",
            id="in-the-capital",
        ),
        pytest.param(
            "The monitor registered 324 civilians who were killed, 161 of whom were killed in raids by Russian forces.",
            "killed 324",
            "actor",
            None,
            id="whole-of-a-part-with-its-own-actor",
        ),
        pytest.param(
            "The monitor registered 324 civilians who were killed, 161 of whom were killed in raids by Russian forces.",
            "killed 161",
            "actor",
            "Russian forces",
            id="part-with-its-own-actor",
        ),
        pytest.param(
            "Police detained 6 people with links to Daesh/ISIS, said the head of the district on Monday.",
            "detained 6",
            "attribution",
            None,
            id="the-group-before-the-comma-says-nothing",
        ),
        pytest.param(
            "In 12 attacks ISIS killed 7 fighters of the United States-backed Syrian Democratic Forces.",
            "killed 7",
            "actor",
            "ISIS",
            id="fighters-of-the-backed",
        ),
        pytest.param(
            "ISIS carried out 12 operations against the SDF. The Pentagon said that 9 joint operations followed.",
            "operations 9",
            "actor",
            "Syrian Democratic Forces",
            id="joint-operations-are-not-of-isis",
        ),
        pytest.param(
            "The army arrested 6 ISIS members, said Interior Minister Ali Yerlikaya on Monday.",
            "detained 6",
            "attribution",
            "Turkish Ministry of Interior",
            id="said-minister",
        ),
        pytest.param(
            "ISIS carried out 8 attacks on soldiers in Homs in May, by figures published in its weekly on June 1.",
            "attacks 8",
            "period",
            MAY,
            id="published-in-its-weekly-on",
        ),
        pytest.param(
            "The SDF said it held the prison of ISIS. The group also declared that it had arrested 9 ISIS members.",
            "detained 9",
            "attribution",
            "Syrian Democratic Forces",
            id="the-group-that-arrests",
        ),
        pytest.param(
            "In March the SDF arrested 57 people. In early May it arrested 4 members of ISIS.",
            "detained 4",
            "period",
            None,
            id="rough-date",
        ),
        pytest.param(
            "CENTCOM said: on May 4 a raid in Syria caught 2 men of ISIS.\n\nDays before, it gave its account of April "
            "2023. With its partners it ran 41 operations in the month.\n\nNineteen ISIS militants were detained.",
            "detained 19",
            "period",
            ("2023-04-01", "2023-04-30"),
            id="account-of-a-month",
        ),
        pytest.param(
            "The network blames the army for 14 of the deaths in Syria, the Syrian Democratic Forces (SDF) for six.",
            "killed 6",
            "actor",
            "Syrian Democratic Forces",
            id="blamed-for",
        ),
        pytest.param(
            "The police made 16 of the arrests in Syria; the SDF made 23, the army 5.",
            "detained 23",
            "actor",
            "Syrian Democratic Forces",
            id="made-by",
        ),
        pytest.param(
            "In May there were 40 strikes in Somalia: 26 of those had been aimed at Islamic State (IS) fighters.",
            "strikes 26",
            "target",
            "ISIS",
            id="aimed-at",
        ),
        pytest.param(
            "CENTCOM killed 90 ISIS fighters in May: 55 in Syria, the other 35 in Iraq.",
            "killed 90",
            "place",
            "Iraq and Syria",
            id="total-of-both-countries",
        ),
        pytest.param(
            "CENTCOM killed 90 ISIS fighters in May in Syria. Of 55 caught, 35 were seized in Iraq.",
            "killed 90",
            "place",
            "Syria",
            id="no-total-of-both",
        ),
        pytest.param(
            "US forces killed 12 ISIS militants in the Sabra mountains in Syria.",
            "killed 12",
            "place",
            "Sabra mountains",
            id="mountains",
        ),
        pytest.param(
            "Between January 2021 and May 2022, the last years told, 61 ISIS combatants died and seven were hurt.",
            "wounded 7",
            "period",
            ("2021-01-01", "2022-05-31"),
            id="date-before-both",
        ),
    ],
)
def test_slots_of_tallies(text: str, which: str, slot: str, value: object) -> None:
    assert held(text, which, slot) == value


def test_raids_of_a_title_are_the_strikes_of_the_body() -> None:
    flown = "Egyptian jets carried out 37 raids on ISIS in Libya."
    assert figure(flown, "title strikes 37", "Egypt: 37 raids on ISIS").target == "ISIS"
    manned = figure("Police carried out 37 raids on ISIS in Libya.", "title operations 37", "Libya: 37 raids on ISIS")
    assert manned.measure == "operations"
