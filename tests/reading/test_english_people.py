"""What English says of people in other words than a verb: held, counted in, among, listed, repeated without a verb."""

import pytest

from tests.reading.reports import reading
from tests.reading.test_english_reports import held
from tests.reading.test_english_tallies import exact, told


def titled(title: str) -> list[tuple[str, int | None]]:
    return [(f.measure, f.low) for f in reading("", title).figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            "Four suspects were held and six gunmen killed.", [("detained", 4), ("killed", 6)], id="were-held"
        ),
        pytest.param("Some 400 suspects were held in a prison near Hasaka.", [], id="held-in-prison"),
        pytest.param("Four captives were held hostage by the rebels.", [], id="held-hostage"),
        pytest.param(
            "Three commanders were among the dead and 14 among the captured.",
            [("killed", 3), ("detained", 14)],
            id="among-as-predicate",
        ),
        pytest.param("Nine prisoners who ran away had been caught by dawn.", [("detained", 9)], id="relative-first"),
        pytest.param("Nine prisoners who ran away were on the list.", [], id="relative-clause-of-no-deed"),
        pytest.param(
            "The group claims to have killed and wounded seven.", [("casualties", 7)], id="joint-before-number"
        ),
        pytest.param("The dead were an imam and seven guards.", [("killed", 7)], id="the-dead-were"),
        pytest.param(
            "The army arrested 60 people, “11 women with false papers” among them, and left.",
            [("detained", 60), ("detained", 11)],
            id="among-them-behind",
        ),
        pytest.param(
            "In the blast 30 were wounded, and 12 of them were still in hospital.", [("wounded", 30)], id="still-there"
        ),
        pytest.param("Over 500 sit in detention centres in Syria.", [], id="sit-in-detention"),
        pytest.param("Some 70 fighters had been moved from Hama and are still in custody.", [], id="still-in-custody"),
        pytest.param(
            "Six soldiers were killed. The army put the number of gunmen at nine.", [("killed", 6)], id="gunmen-counted"
        ),
        pytest.param(
            "The militia lost 40 men. It has 15 killed and 21 taken as prisoners of war to show for it.",
            [("killed", 40), ("killed", 15), ("detained", 21)],
            id="taken-as-prisoners",
        ),
        pytest.param(
            "In Kirkuk 14 were killed and 9 injured, in Mosul 6 and 2.",
            [("killed", 14), ("wounded", 9), ("killed", 6), ("wounded", 2)],
            id="pair-repeated",
        ),
        pytest.param(
            "The strike killed three members of ISIS near Hawija, one of the last pockets of the group.",
            [("killed", 3)],
            id="one-of-the-last",
        ),
        pytest.param(
            "Nine suspects were caught in Bursa, 14 in Ankara, two in Adana.",
            [("detained", 9), ("detained", 14), ("detained", 2)],
            id="no-age-behind-a-place",
        ),
        pytest.param(
            "Deaths since May have risen to 32:\n\n• ISIS: 4 members.\n\n• Army: 11 members in 7 operations "
            "by ISIS.\n\n• Civilians: 17, all in attacks.",
            [("killed", 32), ("killed", 4), ("killed", 11), ("operations", 7), ("killed", 17)],
            id="list-goes-on-behind-operations",
        ),
        pytest.param(
            "The SDF counted 12 operations, 40 people captured (9 of them in a camp) and three killed.",
            [("operations", 12), ("detained", 40), ("detained", 9), ("killed", 3)],
            id="bracket-is-no-object",
        ),
        pytest.param(
            "In the year 48 missions were flown in Iraq. The other 21 took place in Syria and killed five militants.",
            [("operations", 48), ("operations", 21), ("killed", 5)],
            id="the-other-took-place",
        ),
        pytest.param("Two ISIS inmates were killed in the prison.", [("killed", 2)], id="inmates-harmed"),
        pytest.param("Three Peshmerga and two civilians were killed.", [("killed", 3), ("killed", 2)], id="a-force"),
        pytest.param("Forces seized nine ISIS suspects and three rifles.", [("detained", 9)], id="seized"),
    ],
)
def test_people_without_a_verb(text: str, figures: list[tuple[str, int]]) -> None:
    assert [(f.measure, f.low) for f in reading(text).figures] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            "The group had reported 20 dead at first and at least 44 later. It has since raised its count to 51.",
            [exact("killed", 20, "denied"), ("killed", 44, None, "denied"), exact("killed", 51)],
            id="had-reported-at-first",
        ),
        pytest.param("The wounded numbered 31 at first.", [exact("wounded", 31)], id="at-first-alone"),
        pytest.param(
            "The raid left 14 dead. The army corrected its first figure, which had been 17.",
            [exact("killed", 14), exact("killed", 17, "denied")],
            id="which-had-been",
        ),
        pytest.param(
            "Missions have hovered near 20 since May. Operations dipped to 31 in June.",
            [exact("operations", 31)],
            id="operations-behind-a-stop",
        ),
        pytest.param("The toll rose by 6 to 45.", [exact("killed", 45)], id="difference"),
    ],
)
def test_numbers_given_up(text: str, figures: list[tuple[str, int | None, int | None, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("title", "figures"),
    [
        ("Police hold 31 suspects", [("detained", 31)]),
        ("Kurds hold 31 suspects", []),
        ("Two guards, nine gunmen killed near Gao", [("killed", 2), ("killed", 9)]),
        ("Sweep ends with 12 arrests, SDF says; CENTCOM counts 19", [("detained", 12), ("detained", 19)]),
        ("5 fighters killed, 17 held in May", [("killed", 5), ("detained", 17)]),
    ],
)
def test_headlines(title: str, figures: list[tuple[str, int]]) -> None:
    assert titled(title) == figures


@pytest.mark.parametrize(
    ("text", "which", "slot", "value"),
    [
        pytest.param(
            "ISIS claimed 31 attacks in May. In that month 12 of its operatives were killed, CENTCOM said.",
            "killed 12",
            "target",
            "ISIS",
            id="nobody-calls-his-own-operatives",
        ),
        pytest.param(
            "ISIS claimed 31 attacks in May, CENTCOM said. In all 40 missions were carried out jointly with the SDF.",
            "operations 40",
            "partners",
            ("Syrian Democratic Forces",),
            id="no-mission-of-isis-has-partners",
        ),
        pytest.param(
            "U.S. forces and their local partners have run 26 operations against ISIS, a CENTCOM statement said.",
            "operations 26",
            "actor",
            "US forces",
            id="have-run",
        ),
        pytest.param(
            "The SDF said that it lost nine fighters near Ras al-Ain. It claims to have killed 17 Turkish soldiers.",
            "killed 17",
            "actor",
            "Syrian Democratic Forces",
            id="claims-to-have",
        ),
        pytest.param(
            "A US-led airstrike near Hawija killed six ISIS militants.",
            "killed 6",
            "actor",
            "Global Coalition",
            id="us-led",
        ),
        pytest.param(
            "Seven Iraqi soldiers were shot dead when ISIS gunmen stormed their post near Baqubah.",
            "killed 7",
            "actor",
            "ISIS",
            id="when-gunmen",
        ),
        pytest.param(
            "The SDF said 51 ISIS fighters were arrested. CENTCOM gave a higher number on Sunday: 64 people arrested.",
            "detained 64",
            "attribution",
            "US Central Command",
            id="gave-a-number",
        ),
        pytest.param(
            "The SDF ended on Saturday the sweep that began on May 4 and made 51 arrests. CENTCOM gave a higher number "
            "on Sunday: 64 ISIS members arrested.",
            "detained 64",
            "period",
            ("2023-05-04", "2023-05-27"),
            id="day-of-a-number-given",
        ),
        pytest.param(
            "The coalition's strikes since August 2022 stood at 412 as of May 15.",
            "strikes 412",
            "period",
            ("2022-08-01", "2023-05-15"),
            id="since-as-of",
        ),
        pytest.param(
            "Last year the SDF ran 40 operations. In March and April 12 more followed, with nine arrests.",
            "detained 9",
            "period",
            ("2023-03-01", "2023-04-30"),
            id="month-before-more",
        ),
        pytest.param(
            "Baghdad was hit worst, with 61 killed. In Diyala 14 died and 9 were hurt, in Kirkuk 5.",
            "wounded 9",
            "place",
            "Diyala",
            id="place-of-the-next",
        ),
        pytest.param(
            "Baghdad was hit worst, with 61 killed. In Diyala 14 died and 9 were hurt, in Kirkuk 5.",
            "killed 61",
            "place",
            "Baghdad",
            id="town-that-was-hit",
        ),
        pytest.param(
            "ISIS attacked an army bus near Al-Sukhnah town in the east of Homs, killing 14 soldiers.",
            "killed 14",
            "place",
            "Al-Sukhnah",
            id="village-in-the-east-of",
        ),
        pytest.param(
            "Some 700 ISIS fighters died in Iraq and Syria in May, a spokesman in Baghdad estimated; 20 more were "
            "killed in the first days of June.",
            "killed 20",
            "place",
            "Iraq and Syria",
            id="where-the-speaker-is",
        ),
        pytest.param(
            "CENTCOM ran 90 missions in Iraq and Syria. Of them, 52 were partnered operations in Iraq, with 11 killed.",
            "operations 52",
            "place",
            "Iraq",
            id="place-right-behind-the-count",
        ),
        pytest.param(
            "ISIS claimed that it had killed 21 soldiers near Maradi; the Nigerian army put the deaths at six.",
            "killed 6",
            "attribution",
            "Nigerian Army",
            id="put-at",
        ),
        pytest.param(
            "American and Iraqi troops killed nine ISIS militants in central Iraq.",
            "killed 9",
            "actor",
            "US forces",
            id="two-nations",
        ),
        pytest.param(
            "American and Iraqi troops killed nine ISIS militants in central Iraq.",
            "killed 9",
            "place",
            "Central Iraq",
            id="middle-of-a-country",
        ),
        pytest.param(
            "The SDF lost 64 fighters in May in clashes with Turkish forces, the armed force said on Thursday.",
            "killed 64",
            "attribution",
            "Syrian Democratic Forces",
            id="the-armed-force",
        ),
    ],
)
def test_slots_of_people(text: str, which: str, slot: str, value: object) -> None:
    assert held(text, which, slot) == value
