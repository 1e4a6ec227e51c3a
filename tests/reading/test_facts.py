"""Background facts: dated, about an actor, never counted."""

import pytest

from hasila.model import Document, Fact
from hasila.reading import read


def facts_of(text: str) -> tuple[Fact, ...]:
    return read(Document(id="a", text=text)).facts


CASES = [
    ("formed", "تأسس التحالف الدولي في أيلول 2014.", [("Global Coalition", "formed", None, "2014-09")]),
    (
        "formed, season",
        "يضم التحالف الدولي الذي ولد خريف 2014 دولا كثيرة.",
        [("Global Coalition", "formed", None, "2014")],
    ),
    ("founded", "US Central Command was founded in 1983.", [("US Central Command", "formed", None, "1983")]),
    ("members before", "The Global Coalition has 85 members.", [("Global Coalition", "members", 85, None)]),
    ("members after", "يلتزم أعضاء التحالف الدولي الـ 85 بذلك.", [("Global Coalition", "members", 85, None)]),
    ("commands", "سنتكوم واحدة من إحدى عشرة قيادة مقاتلة.", [("US Central Command", "combatant_commands", 11, None)]),
    ("stronghold", "ISIS lost its last stronghold in March 2019.", [("ISIS", "lost_last_stronghold", None, "2019-03")]),
    ("date before", "فقد تنظيم داعش عام 2019 آخر معاقله.", [("ISIS", "lost_last_stronghold", None, "2019")]),
    ("caliphate", 'The group declared a "caliphate" in 2014.', [("ISIS", "caliphate_declared", None, "2014")]),
    (
        "troops, places after",
        "The US has about 2,500 troops in Iraq and 900 in Syria.",
        [("US forces", "troops_in_IQ", 2500, None), ("US forces", "troops_in_SY", 900, None)],
    ),
    (
        "troops, places before",
        "ولواشنطن في العراق قرابة 2500 جندي وفي سوريا 900.",
        [("US forces", "troops_in_IQ", 2500, None), ("US forces", "troops_in_SY", 900, None)],
    ),
    ("prisoners", "More than 9,000 ISIS prisoners are in Syria.", [("ISIS", "prisoners_held", 9000, None)]),
    ("camp", "ويؤوي مخيم الهول نحو ستين ألف شخص.", [("Al-Hol camp", "camp_residents", 60000, None)]),
    ("fighters", "وتستمر ملاحقة نحو 2500 من عناصر داعش.", [("ISIS", "fighters_at_large", 2500, None)]),
    ("range", "The group keeps between 1,500 and 3,000 fighters.", [("ISIS", "fighters_at_large", "1500-3000", None)]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_facts(text: str, expected: list[tuple[str, str, int | str | None, str | None]]) -> None:
    found = facts_of(text)
    assert [(fact.subject, fact.predicate, fact.value, fact.when) for fact in found] == expected
    assert all(text[fact.evidence.start : fact.evidence.end] == fact.evidence.text for fact in found)


NONE = [
    ("no date", "The Global Coalition was formed by many nations."),
    ("troops killed", "Two US soldiers were killed in Syria, where 900 troops serve."),
    ("others' members", "The raid killed Abu Yasir and ten other members."),
    ("a date that belongs elsewhere", "سيطر تنظيم داعش على مساحات واسعة قبل مقتل زعيمه عام 2019."),
]


@pytest.mark.parametrize("text", [case[1] for case in NONE], ids=[case[0] for case in NONE])
def test_no_facts(text: str) -> None:
    assert facts_of(text) == ()


def test_area_of_responsibility_is_words() -> None:
    (fact,) = facts_of("تشمل مسؤولية القيادة المركزية الأمريكية الشرق الأوسط ومصر وآسيا الوسطى.")
    assert (fact.subject, fact.predicate) == ("US Central Command", "area_of_responsibility")
    assert fact.value == "الشرق الأوسط ومصر وآسيا الوسطى"
