"""What the bulletins of a month leave to the reader: shares of a clause, totals beside shares, numbers taken back."""

import pytest

from tests.reading.reports import figure, reading

MARCH, APRIL = "2023-03-01", "2023-04-01"


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
        ("The Iraqi share was 21 operations (six killed, 17 caught) and the Syrian share 9.", "detained 17", "IQ"),
        ("منها 21 عملية في العراق و9 في سوريا، ومقتل 13 إرهابياً، منهم 8 في العراق و5 في سوريا.", "killed 8", "IQ"),
        (
            "In Iraq 21 operations were conducted.\nIn Syria 9 operations were conducted.\nIn total, 4 died.",
            "killed 4",
            "IQ+SY",
        ),
        (
            "In Iraq 21 operations were conducted.\nIn Syria 9 operations were conducted.\nThere 4 died.",
            "killed 4",
            "SY",
        ),
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


@pytest.mark.parametrize(
    ("text", "which", "start"),
    [
        ("في نيسان 2023 نُفذت 44 عملية. وبلغ عدد القتلى 13 مقابل 10 في آذار.", "killed 13", APRIL),
        ("في نيسان 2023 نُفذت 44 عملية. وبلغ عدد القتلى 13 مقابل 10 في آذار.", "killed 10", MARCH),
        ("في نيسان 2023 نُفذت 44 عملية. وقُتل 13، مقابل 10 في آذار، واعتُقل 29.", "detained 29", APRIL),
        ("نُفذت 44 عملية في نيسان 2023 بعد 39 عملية في آذار. وقُتل فيها 13 مسلحاً.", "killed 13", APRIL),
        ("نفذ التحالف 44 عملية في آذار و9 في نيسان 2023.", "operations 44", MARCH),
        ("نفذ التحالف 44 عملية في آذار و9 في نيسان 2023.", "operations 9", APRIL),
        ("قُتل 44 مسلحاً في آذار وثلاثة في نيسان 2023.", "killed 44", MARCH),
        ("CENTCOM counted 44 operations against ISIS in April 2023. Nine men were killed.", "killed 9", APRIL),
        ("نشرت “سنتكوم” حصيلة عملياتها في نيسان 2023 كالآتي: 44 عملية.", "operations 44", APRIL),
        ("قالت “سنتكوم” في نيسان 2023 إن 44 عملية نُفذت في آذار.", "operations 44", MARCH),
        ("In Iraq:\n• 9 killed\nIn Syria:\n• 4 killed\nIn total, 13 were killed in April 2023.", "killed 9", APRIL),
    ],
)
def test_the_month_of_a_number(text: str, which: str, start: str) -> None:
    period = figure(text, which).period
    assert period is not None
    assert str(period.start) == start


@pytest.mark.parametrize(
    ("opening", "issuer"),
    [
        ("أصدرت القيادة المركزية الأميركية بياناً عن عمليات أيار.", "US Central Command"),
        ("CENTCOM issued a statement on the coalition.", "US Central Command"),
        ("أصدر المكتب الصحفي لمنظمة محلية بياناً عن عمليات أيار.", "Global Coalition"),
    ],
)
def test_the_statement_speaks_for_whoever_put_it_out(opening: str, issuer: str) -> None:
    found = reading(f"{opening}\nوجاء في البيان أن 21 مسلحاً من داعش قُتلوا.", title="حصيلة عمليات التحالف").figures
    assert [one.attribution for one in found] == [issuer]


def test_a_bracket_that_counts_names_no_people() -> None:
    found = reading("The coalition conducted 15 (five in Iraq) and killed two (2) militants.").figures
    assert ("killed", 15) not in {(one.measure, one.low) for one in found}
    assert ("killed", 2) in {(one.measure, one.low) for one in found}


def test_the_parts_of_a_sum_count_nothing() -> None:
    text = "The coalition conducted 16 operations in May (15 + 1 = 16). It conducted 35 in June (43 − 8 = 35)."
    assert [(one.measure, one.low) for one in reading(text).figures] == [("operations", 16), ("operations", 35)]


def test_more_than_so_many_is_no_sum() -> None:
    assert [one.low for one in reading("Strikes killed 50+ militants in Syria in May 2023.").figures] == [50]


def test_the_mode_of_a_month_is_not_that_of_the_month_before() -> None:
    text = "وفي آذار 2023 نُفذت في العراق 12 عملية مشتركة مع الشركاء. وكانت الحصيلة في شباط 2023 30 عملية وستة قتلى."
    assert figure(text, "operations 12").mode == "partnered"
    assert figure(text, "operations 30").mode is None
