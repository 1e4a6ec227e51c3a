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
            "The mobile units (RTY) of the Syrian Democratic Forces (SDF) and the Global Coalition, caught nine ISIS men.",
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
