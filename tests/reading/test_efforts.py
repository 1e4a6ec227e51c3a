"""Lines of effort: the five of the coalition, with the words that name them."""

import pytest

from hasila.model import Document
from hasila.reading import read

CASES = [
    ("military", "The coalition's military campaign goes on."),
    ("military", "تستمر الحملة العسكرية في البادية."),
    ("finance", "Strikes on the group's financial networks went on."),
    ("finance", "تدمير البنى التحتية الاقتصادية والمالية للتنظيم."),
    ("foreign_fighters", "It works to stop the flow of foreign fighters."),
    ("foreign_fighters", "ومنع تدفق المقاتلين الأجانب عبر الحدود."),
    ("stabilisation", "Members pay for stabilization in freed towns."),
    ("stabilisation", "ودعم الاستقرار في المدن."),
    ("propaganda", "It answers the group's propaganda."),
    ("propaganda", "ومجابهة الدعاية الإعلامية للتنظيم."),
]


@pytest.mark.parametrize(("line", "text"), CASES)
def test_each_line_in_both_languages(line: str, text: str) -> None:
    found = read(Document(id="a", text=text)).lines_of_effort
    assert [effort.line for effort in found] == [line]
    assert text[found[0].evidence.start : found[0].evidence.end] == found[0].evidence.text


def test_a_line_is_told_once_a_sentence() -> None:
    text = "دعم الاستقرار وإعادة الخدمات. ودعم الاستقرار أيضا."
    found = read(Document(id="a", text=text)).lines_of_effort
    assert [effort.evidence.text for effort in found] == ["دعم الاستقرار", "ودعم الاستقرار"]


def test_medicine_is_no_line_of_effort() -> None:
    assert read(Document(id="a", text="أجرى المستشفى 38 عملية جراحية خلال أيار.")).lines_of_effort == ()
