"""Tallies beside the event of a day, and what follows a list: whose they are, of where, since when."""

import pytest

from tests.reading.reports import figure


def place(text: str, which: str) -> str | None:
    held = figure(text, which).place
    return held.as_written if held is not None else None


ATTACK = "قتل ثلاثة جنود بهجوم لداعش في تدمر أمس. "
SDF = "قالت قسد إنها نفذت خلال أيار 14 عملية ضد داعش في الحسكة. "


@pytest.mark.parametrize(
    "tally",
    [
        "وبحسب المرصد السوري، نفذ داعش منذ سقوط النظام 22 هجوماً.",
        "ووثق المرصد السوري 22 هجوماً لداعش منذ انهيار الجيش.",
    ],
)
def test_since_a_turning_point_no_day_is_known(tally: str) -> None:
    attacks = figure(ATTACK + tally, "attacks 22")
    assert attacks.period is None
    assert place(ATTACK + tally, "attacks 22") == "SY"


@pytest.mark.parametrize("rank", ["وهو الهجوم الأول", "وهو الهجوم الأعنف"])
def test_one_event_since_a_turning_point_has_its_day(rank: str) -> None:
    text = f"{ATTACK}{rank} منذ سقوط النظام، وأصيب فيه أربعة جنود."
    assert figure(text, "wounded 4").period is not None
    assert place(text, "wounded 4") == "تدمر"


@pytest.mark.parametrize("source", ["وبحسب الحصيلة", "ووفق الإحصائية", "ووفق ما جاء في الحصيلة"])
def test_whose_deed_is_told_is_no_source(source: str) -> None:
    assert figure(f"{SDF}{source} نفذت خلايا داعش 9 هجمات.", "attacks 9").attribution == "Syrian Democratic Forces"


def test_whose_figures_they_are_is() -> None:
    assert figure(f"{SDF}وبحسب بيانات داعش فقد نفذ 9 هجمات.", "attacks 9").attribution == "ISIS"


def test_what_follows_a_list_is_where_its_heading_was() -> None:
    text = "أعلنت قسد حصيلة عملياتها في الحسكة:\n- اعتقال 28 من داعش.\n- مقتل 3 في بلدة الشحيل.\nوأصيب 4 من داعش."
    assert place(text, "wounded 4") == "الحسكة"
    assert place(text, "killed 3") == "الشحيل"
