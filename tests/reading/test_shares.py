"""Operations dealt out among countries and partners: each share with its own number, place and partners."""

import pytest

from tests.reading.reports import figure, reading

IRAQIS, KURDS = ("Iraqi Security Forces",), ("Syrian Democratic Forces",)
TWO_SHARES = [
    "أعلنت القيادة المركزية الأمريكية تنفيذ 40 عملية ضد داعش، 26 منها بالشراكة مع القوات العراقية و14 مع قسد.",
    "CENTCOM carried out 40 operations: 26 with the Iraqi Security Forces, killing nine, and 14 with the SDF.",
]


@pytest.mark.parametrize("text", TWO_SHARES)
def test_each_share_has_its_own_partners_and_their_country(text: str) -> None:
    east, west = figure(text, "operations 26"), figure(text, "operations 14")
    assert (east.partners, east.place and east.place.scope) == (IRAQIS, "IQ")
    assert (west.partners, west.place and west.place.scope) == (KURDS, "SY")


def test_partners_of_one_joint_number_stay_together() -> None:
    found = figure("CENTCOM carried out 40 operations with the Iraqi Security Forces and the SDF.", "operations 40")
    assert found.partners == (*IRAQIS, *KURDS)


@pytest.mark.parametrize(
    ("text", "which", "scope"),
    [
        ("According to CENTCOM, 7 operations were carried out last week: four in Iraq and three in Syria.", "3", "SY"),
        (
            "It ran 30 operations. Nineteen took place in Iraq, where 4 were killed. The other 11 were in Syria.",
            "11",
            "SY",
        ),
        ("جرت في سوريا 60 عملية ضد داعش، قُتل فيها 15 واعتُقل 90، مقابل 130 في العراق، قُتل فيها 30.", "130", "IQ"),
        ("قُتل 13 من داعش واعتُقل 28 في العمليات المذكورة في سوريا، 24 منها مع قوات التحالف.", "24", "SY"),
    ],
)
def test_a_bare_number_beside_a_place_or_partner_counts_operations(text: str, which: str, scope: str) -> None:
    place = figure(text, f"operations {which}").place
    assert place is not None
    assert place.scope == scope


@pytest.mark.parametrize(
    "text",
    [
        "قُتل 13 من داعش في ثلاث عمليات واعتُقل 28، 24 منهم في سوريا.",
        "Troops killed 12 militants in three raids and held 10 with links to the group.",
        "Three raids left 12 militants dead, five in Iraq and seven in Syria.",
    ],
)
def test_people_are_no_share_of_operations(text: str) -> None:
    assert [one.low for one in reading(text).figures if one.measure == "operations"] == [3]


def test_a_total_is_of_both_countries_if_its_shares_are() -> None:
    text = "The coalition ran 31 operations in May. Twenty of the operations were in Iraq. The other 11 were in Syria."
    place = figure(text, "operations 31").place
    assert place is not None
    assert place.scope == "IQ+SY"


def test_a_partner_in_quotation_marks_has_a_share_too() -> None:
    text = (
        "قُتل 13 من داعش واعتُقل 28 في العمليات المذكورة، 24 منها شراكة مع القوات العراقية أدت لمقتل تسعة، و11 مع"
        ' "قوات سوريا الديمقراطية" قُتل فيها أربعة.'
    )
    assert figure(text, "operations 24").partners == IRAQIS
    assert figure(text, "operations 11").partners == KURDS
