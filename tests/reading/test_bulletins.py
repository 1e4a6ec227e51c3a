"""What the bulletins of a month leave to the reader: shares of a clause, totals beside shares, numbers taken back."""

import pytest

from tests.reading.reports import figure, reading


@pytest.mark.parametrize(
    ("text", "which", "scope"),
    [
        ("In Iraq there were 21 operations and in Syria 9.", "operations 21", "IQ"),
        ("In Iraq there were 21 operations and in Syria 9.", "operations 9", "SY"),
        ("There were 21 operations in Iraq and in Syria.", "operations 21", "IQ+SY"),
        ("وكانت حصة العراق مقتل 12 مسلحاً واعتقال 16، وحصة سوريا مقتل ثلاثة واعتقال تسعة.", "detained 16", "IQ"),
        ("وكانت حصة العراق مقتل 12 مسلحاً واعتقال 16، وحصة سوريا مقتل ثلاثة واعتقال تسعة.", "detained 9", "SY"),
        ("Six men were killed and 18 caught in Iraq, while four were killed in Syria.", "killed 6", "IQ"),
        ("Six men were killed and 18 caught in Iraq, while four were killed in Syria.", "killed 4", "SY"),
        ("قُتل ستة مسلحين واعتُقل 18 في العراق، في حين قُتل أربعة في سوريا.", "killed 6", "IQ"),
        ("قُتل ستة مسلحين واعتُقل 18 في العراق، في حين قُتل أربعة مسلحين في سوريا.", "killed 4", "SY"),
        ("نُفذت 17 عملية في العراق وعمليتان في سوريا، ولم تُنفذ أي عملية منفردة.", "operations 0", "IQ+SY"),
        ("نُفذت 17 عملية في العراق وعمليتان في سوريا، ولم تُنفذ أي عملية منفردة في سوريا.", "operations 0", "SY"),
        ("The coalition conducted 19 operations in Iraq and Syria; two were in Syria.", "operations 2", "SY"),
        ("وكانت حصة البلدين مقتل 12 مسلحاً واعتقال 16 في سوريا والعراق.", "detained 16", "IQ+SY"),
    ],
)
def test_a_clause_opens_with_its_share(text: str, which: str, scope: str) -> None:
    place = figure(text, which).place
    assert place is not None
    assert place.scope == scope


@pytest.mark.parametrize(
    ("text", "which", "mode"),
    [
        ("From January to May 2023 there were 70 operations.", "operations 70", None),
        ("Four ISIS men were caught.", "detained 4", "partnered"),
    ],
)
def test_the_mode_of_a_share_is_not_that_of_a_running_total(text: str, which: str, mode: str | None) -> None:
    opening = "US forces conducted nine operations with the SDF against ISIS in May 2023. "
    assert figure(opening + text, which).mode == mode


def test_attacks_of_the_other_side_have_no_mode() -> None:
    text = "نفذ التحالف مع قسد 12 عملية مشتركة ضد داعش في سوريا. وأضاف أن التنظيم تبنى 30 هجوماً."
    assert figure(text, "attacks 30").mode is None


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("CENTCOM announced 21 raids. Nine ISIS operatives were killed, it said.", "US Central Command"),
        ("CENTCOM announced 21 raids. Nine ISIS fighters had been caught, it added.", "US Central Command"),
        ("CENTCOM announced 21 raids. ISIS killed nine soldiers, it claimed.", "ISIS"),
    ],
)
def test_the_people_of_a_group_are_no_it(text: str, claimant: str) -> None:
    [nine] = [found for found in reading(text).figures if found.low == 9]
    assert nine.attribution == claimant


@pytest.mark.parametrize(
    ("text", "stands", "rejected"),
    [
        ("CENTCOM said that 21 ISIS men, and not 19 as it had first announced, were killed in May.", 21, 19),
        ("CENTCOM said the raid killed 21 ISIS men, not 19 men as first reported.", 21, 19),
        ("قُتل 21 مسلحاً وليس 19 كما ورد أولاً.", 21, 19),
        ("أعلنت القيادة أن 21 مسلحاً، وليس 19 مسلحاً كما قالت، قُتلوا في الغارة.", 21, 19),
    ],
)
def test_a_number_is_taken_back(text: str, stands: int, rejected: int) -> None:
    found = [(one.measure, one.low, one.modality) for one in reading(text).figures]
    assert found == [("killed", stands, "asserted"), ("killed", rejected, "denied")]


def test_kilometres_take_no_endings() -> None:
    assert [one.low for one in reading("قُتل تسعة على بعد 15 كم من الموصل، كما أصيب ستة.").figures] == [9, 6]


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("قُتل عشرة مسلحين واعتُقل 30.\nوقُتل في العراق ستة منهم واعتُقل 18.", "killed 6"),
        ("قُتل عشرة مسلحين واعتُقل 30.\nواعتُقل في سوريا 12 منهم.", "detained 12"),
        ("قُتل عشرة مسلحين واعتُقل 30.\nوفي العراق كان ستة منهم.", "detained 6"),
    ],
)
def test_a_part_falls_under_the_verb_before_its_place(text: str, which: str) -> None:
    assert figure(text, which).subset


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Rather than wait, the army killed nine militants.", "asserted"),
        ("Forces killed 21 militants instead of nine.", "denied"),
        ("بدل أن ينتظروا قُتل تسعة مسلحين.", "asserted"),
        ("نفذ التحالف 21 ضربة بدل تسع كما ورد سابقاً.", "denied"),
    ],
)
def test_what_another_number_replaces_stands_right_behind(text: str, modality: str) -> None:
    [nine] = [found for found in reading(text).figures if found.low == 9]
    assert nine.modality == modality


def test_whoever_was_among_the_killed_is_a_part_of_them() -> None:
    text = "In May 21 ISIS men were killed. Nine senior leaders were among those killed."
    assert figure(text, "killed 9").subset
    assert not figure(text.replace("were among those killed", "were killed in June"), "killed 9").subset
