"""Reports in words of their own that say where they have their figures from: a dateline, a signature, "agencies"."""

from __future__ import annotations

from datetime import date

import pytest

from hasila.tally.copying.copies import CopyLink, Paper, witnesses
from tests.tally.papers import paper

OWN = (
    "قال مسؤول عسكري أميركي إن القوات نفذت 38 عملية ضد تنظيم داعش في العراق وسوريا خلال أيار 2023، "
    "قُتل فيها ثمانية من مسلحي التنظيم واعتُقل 31 مسلحاً، في حصيلة هي الأعلى منذ مطلع العام."
)
OTHER = (
    "خسر تنظيم داعش ثمانية مسلحين واعتُقل 31 من مسلحيه خلال أيار 2023 في 38 عملية نُفذت في العراق وسوريا، "
    "وتوزعت على البادية وجبال حمرين وأطراف الحسكة"
)
THIRD = (
    "بلغ عدد العمليات التي استهدفت تنظيم داعش في العراق وسوريا خلال أيار 2023 ما مجموعه 38 عملية، سقط فيها "
    "ثمانية مسلحين قتلى ووقع 31 مسلحاً في الأسر، كما ذكر ضابط رفض نشر اسمه."
)
DAY = date(2023, 6, 6)


def report(key: str, text: str, outlet: str) -> Paper:
    return paper(key, text, "ar", DAY, outlet)


def link(one: Paper, other: Paper) -> CopyLink | None:
    return next(iter(witnesses([one, other]).links), None)


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        (f"بغداد (رويترز) - {OTHER}.", True),
        (f"{OTHER}.\nالمصدر: رويترز", True),
        (f"{OTHER}، نقلاً عن وكالة رويترز.", True),
        (f"{OTHER} (وكالات)", False),
        (f"{OTHER}.\nالمصدر: وكالات", False),
    ],
)
def test_a_report_that_names_an_agency_is_one_witness_with_it(text: str, joins: bool) -> None:
    found = link(report("agency", OWN, "رويترز"), report("taker", text, "صدى الأنبار"))
    assert found is not None
    assert (found.kind, found.joins) == ("credited", joins)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{OTHER}.", "رويترز"),
        (f"بغداد (فرانس برس) - {OTHER}.", "رويترز"),
        (f"{OTHER} (وكالات)", "شفق نيوز"),
        (f"واشنطن (سنتكوم) - {OTHER}.", "سنتكوم"),
        (f"{OTHER}، وفق وكالات الإغاثة العاملة هناك.", "رويترز"),
    ],
)
def test_a_report_that_does_not_say_so_is_not_taken_from_it(text: str, outlet: str) -> None:
    found = link(report("source", OWN, outlet), report("other", text, "صدى الأنبار"))
    assert found is None or found.kind != "credited"


def test_two_agencies_stay_two_witnesses_whoever_says_agencies() -> None:
    papers = [report("a", OWN, "رويترز"), report("b", THIRD, "فرانس برس"), report("c", f"{OTHER} (وكالات)", "صدى")]
    found = witnesses(papers)
    assert len({found.of["a"], found.of["b"]}) == 2
    assert {(one.one, one.other) for one in found.links if one.kind == "credited"} == {("a", "c"), ("b", "c")}
