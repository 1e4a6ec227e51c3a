"""English wordings of none, of parts and of what befell people, with the look-alikes that say something else."""

import pytest

from tests.reading.reports import PUBLISHED, figure, reading
from tests.reading.test_english_tallies import exact, told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("Not one soldier was killed in the raid on ISIS.", [exact("killed", 0)], id="not-one"),
        pytest.param("Not one of the men is in his cell any longer.", [], id="not-one-without-a-deed"),
        pytest.param(
            "Not one but two soldiers were killed.",
            [exact("killed", 1, "denied"), exact("killed", 2)],
            id="not-one-but",
        ),
        pytest.param("The coalition flew no strikes in Syria on Monday.", [exact("strikes", 0)], id="flew-no"),
        pytest.param("There is no operation without a risk.", [], id="no-operation-of-any-kind"),
        pytest.param(
            "Five ISIS men were killed and 41 others were put under arrest.",
            [exact("killed", 5), exact("detained", 41)],
            id="put-under-arrest",
        ),
        pytest.param("The army brought down 14 ISIS fighters.", [exact("killed", 14)], id="brought-down-people"),
        pytest.param("The army brought down 14 drones of ISIS.", [], id="brought-down-things"),
        pytest.param(
            "Three inmates have died, and 14 are being treated for burns.",
            [exact("killed", 3), exact("wounded", 14)],
            id="inmates-who-died",
        ),
        pytest.param("Three inmates have lawyers.", [], id="inmates-unharmed"),
        pytest.param(
            "Police caught 17 of 90 escaped ISIS prisoners.", [exact("detained", 17)], id="so-many-of-so-many"
        ),
        pytest.param(
            "Police caught 17 prisoners, 30 are in a yard and 6 still at large.",
            [exact("detained", 17)],
            id="people-who-stay",
        ),
        pytest.param(
            "Police caught nine ISIS men in all, the ministry said: five in Homs, four in Hama.",
            [exact("detained", 9), exact("detained", 5), exact("detained", 4)],
            id="dealt-out-behind-a-colon",
        ),
        pytest.param(
            "The toll of the suicide bombings there is now at least 37.",
            [("killed", 37, None, "asserted")],
            id="toll-of-bombings",
        ),
        pytest.param("The number of bombings there is now 37.", [exact("attacks", 37)], id="number-of-bombings"),
        pytest.param(
            '"We have passed 200 ISIS men killed," the general said.',
            [("killed", 200, None, "asserted")],
            id="have-passed",
        ),
    ],
)
def test_figures(text: str, figures: list[tuple[str, int | None, int | None, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "which", "year"),
    [
        pytest.param("They killed 75 men in 2020, 51 in 2021 and 13 in 2022.", "killed 51", 2021, id="row-of-years"),
        pytest.param("Of the men 75 died in 2020, and 51 were shot.", "killed 51", 2020, id="no-year-of-its-own"),
    ],
)
def test_the_date_behind_a_number_in_a_row_is_its_own(text: str, which: str, year: int) -> None:
    period = figure(text, which).period
    assert period is not None
    assert period.start is not None
    assert period.start.year == year


@pytest.mark.parametrize(
    ("text", "title", "actor", "partners"),
    [
        pytest.param(
            "",
            "SDF, Global Coalition arrest 12 ISIS men",
            "Syrian Democratic Forces",
            ("Global Coalition",),
            id="title",
        ),
        pytest.param(
            "The units (RTY) of the Syrian Democratic Forces (SDF) and the Global Coalition, caught nine ISIS men.",
            None,
            "Syrian Democratic Forces",
            ("Global Coalition",),
            id="units-of-two-forces",
        ),
        pytest.param(
            "After talks with the SDF, the Iraqi army arrested 12 ISIS men.", None, "Iraqi Army", None, id="one-force"
        ),
    ],
)
def test_two_forces_before_one_verb(text: str, title: str | None, actor: str, partners: tuple[str, ...] | None) -> None:
    found = reading(text, title, PUBLISHED).figures[0]
    assert found.actor == actor
    assert partners is None or found.partners == partners


@pytest.mark.parametrize(
    ("text", "which", "actor"),
    [
        pytest.param(
            "A bomb killed nine people in Hama on Monday. The Islamic State group claimed responsibility.",
            "killed 9",
            "ISIS",
            id="claimed-later",
        ),
        pytest.param(
            "A bomb killed nine people in Hama on Monday. The Islamic State group has not claimed the attack.",
            "killed 9",
            None,
            id="not-claimed",
        ),
        pytest.param(
            "A bomb killed nine people in Hama on Monday. The Islamic State group claimed the May 4 bombing of a bus.",
            "killed 9",
            None,
            id="claimed-that-of-another-day",
        ),
        pytest.param(
            "A group of ISIS men attacked a post in Hama. The gunmen killed two policemen.",
            "killed 2",
            "ISIS",
            id="gunmen",
        ),
        pytest.param(
            "The police cracked down after an attack on a church by ISIS that killed nine people and injured 40.",
            "wounded 40",
            "ISIS",
            id="both-verbs-of-the-attack",
        ),
        pytest.param(
            "In May there were 19 attacks by sleeper cells of ISIS. The sleeper cells killed 11 soldiers.",
            "killed 11",
            "ISIS",
            id="sleeper-cells",
        ),
    ],
)
def test_who_attacked(text: str, which: str, actor: str | None) -> None:
    assert figure(text, which).actor == actor


@pytest.mark.parametrize(
    ("text", "which", "place"),
    [
        pytest.param(
            "In the village of Tal Banat, in the Baaj district of Nineveh, ISIS men killed six soldiers.",
            "killed 6",
            "Tal Banat",
            id="village-in-a-district",
        ),
        pytest.param(
            "Six ISIS men, including two leaders, were killed in Tarmiyah, the army said.",
            "killed 6",
            "Tarmiyah",
            id="behind-a-part-told-aside",
        ),
        pytest.param(
            "The coalition flew 14 strikes near the group's de facto capital of Raqqa.",
            "strikes 14",
            "Raqqa",
            id="capital",
        ),
        pytest.param(
            "In Hama, Abu Hawija and eight more ISIS men were killed.", "killed 8", "Hama", id="man-of-a-town"
        ),
        pytest.param(
            "Six ISIS men were killed in the Qarachogh mountain range.",
            "killed 6",
            "Qarachogh mountain range",
            id="range",
        ),
        pytest.param(
            "In Hama 11 were hurt by the count of one doctor, 14 in Sawari's.", "wounded 11", "Hama", id="genitive"
        ),
    ],
)
def test_where(text: str, which: str, place: str) -> None:
    found = figure(text, which).place
    assert found is not None
    assert found.as_written == place


@pytest.mark.parametrize(
    ("text", "which", "start", "end"),
    [
        pytest.param(
            "Jets flew 31 strikes on ISIS from May 4 onwards.", "strikes 31", (2023, 5, 4), (2023, 6, 2), id="onwards"
        ),
        pytest.param(
            "Jets flew 31 strikes on ISIS from the start of the campaign to May 4.",
            "strikes 31",
            None,
            (2023, 5, 4),
            id="to",
        ),
        pytest.param(
            "The police killed 31 ISIS men in 2023 to this point.", "killed 31", (2023, 1, 1), (2023, 6, 2), id="to-now"
        ),
        pytest.param(
            "The attack on Mar Behnam church killed nine people in May.",
            "killed 9",
            (2023, 5, 1),
            (2023, 5, 31),
            id="saint",
        ),
        pytest.param(
            "In May the SDF made 31 raids on ISIS, two fewer than in April.",
            "operations 31",
            (2023, 5, 1),
            (2023, 5, 31),
            id="than",
        ),
        pytest.param(
            "Jets made 11 airstrikes in Syria. The airstrikes on Monday hit ISIS.",
            "strikes 11",
            (2023, 5, 29),
            (2023, 5, 29),
            id="the",
        ),
    ],
)
def test_when(text: str, which: str, start: tuple[int, int, int] | None, end: tuple[int, int, int]) -> None:
    period = figure(text, which).period
    assert period is not None
    assert (period.start and period.start.timetuple()[:3], period.end and period.end.timetuple()[:3]) == (start, end)


def test_this_month_is_that_of_a_monthly_report() -> None:
    text = "This month, SOHR recorded 24 attacks by ISIS, one less than the 25 attacks of April."
    title = "Observatory on ISIS attacks in May"
    found = [f.period.start.month for f in reading(text, title).figures if f.period and f.period.start]
    assert found == [5, 4]
    assert [f.period.start.month for f in reading(text).figures if f.period and f.period.start][:1] == [6]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("There were 14 attacks in May, one down from April.", [exact("attacks", 14)], id="down-from"),
        pytest.param(
            "May saw one death less than April. The dead were 14 soldiers.", [exact("killed", 14)], id="one-less-than"
        ),
        pytest.param(
            "Police arrested 200 ISIS suspects and 70 others were deported.",
            [exact("detained", 200)],
            id="a-deed-of-its-own",
        ),
        pytest.param(
            "Police detained 11 ISIS suspects, and an operation was under way to capture 17 more suspects.",
            [exact("detained", 11), exact("detained", 17, "hypothetical")],
            id="meant-to-be-captured",
        ),
        pytest.param("Police managed to capture 17 suspects.", [exact("detained", 17)], id="managed-to-capture"),
        pytest.param("Jets picked off 85 ISIS fighters.", [exact("killed", 85)], id="picked-off"),
    ],
)
def test_differences_and_deeds(text: str, figures: list[tuple[str, int | None, int | None, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "which", "month"),
    [
        pytest.param(
            "In May police held 6 ISIS men in 4 raids, down from the 9 arrested in April.",
            "detained 6",
            5,
            id="of-its-own",
        ),
        pytest.param(
            "In May police made 4 raids on ISIS, a decrease from the nine registered in April.",
            "operations 9",
            4,
            id="then",
        ),
        pytest.param(
            "In May police arrested 6 men, a decrease from the 13 arrests of the previous month.",
            "detained 13",
            4,
            id="before",
        ),
    ],
)
def test_a_time_that_is_compared_with(text: str, which: str, month: int) -> None:
    period = figure(text, which).period
    assert period is not None
    assert period.start is not None
    assert period.start.month == month
