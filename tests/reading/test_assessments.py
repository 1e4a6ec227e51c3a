"""Assessments: who judges what of whom, and in which words."""

import pytest

from hasila.model import Assessment, Document
from hasila.reading import read


def assessments_of(text: str) -> tuple[Assessment, ...]:
    return read(Document(id="a", text=text)).assessments


CASES = [
    (
        "concession and main clause",
        "وقالت سنتكوم إنه “رغم تراجع قدرات داعش، إلا أنه لا يزال يمثل تهديداً للمنطقة”.",
        ("US Central Command", "ISIS", "رغم تراجع قدرات داعش، إلا أنه لا يزال يمثل تهديداً للمنطقة"),
    ),
    (
        "said by a person",
        "Kurilla said that ISIS remains a threat to the region.",
        ("Michael Erik Kurilla", "ISIS", "ISIS remains a threat to the region"),
    ),
    (
        "the outlet's own",
        "وبعد خسارة أرضه، تراجع عناصر داعش إلى مخابئ صحراوية في الشرق.",
        (None, "ISIS", "تراجع عناصر داعش إلى مخابئ صحراوية في الشرق"),
    ),
    (
        "in a quotation",
        "“ISIS is trying to rebuild in the desert,” said Adm. Brad Cooper.",
        ("Brad Cooper", "ISIS", "ISIS is trying to rebuild in the desert"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_assessments(text: str, expected: tuple[str | None, str | None, str]) -> None:
    (found,) = assessments_of(text)
    assert (found.by, found.about, found.evidence.text) == expected
    assert text[found.evidence.start : found.evidence.end] == found.evidence.text


def test_nothing_without_a_group() -> None:
    assert assessments_of("The flood remains a threat to the villages on the river.") == ()
