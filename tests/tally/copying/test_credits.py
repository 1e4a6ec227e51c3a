"""Where a report says that it was taken from, and the names by which outlets are known."""

from __future__ import annotations

from importlib.resources import files

import pytest

from hasila.tally.copying.credits import credited, credits_of, outlet_words
from hasila.text.tokens import words


def rows(name: str) -> list[list[str]]:
    text = (files("hasila.tally.copying") / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


CUES = rows("credits.tsv")
OUTLETS = rows("outlet_names.tsv")


@pytest.mark.parametrize(("form", "example"), [(form, example) for form, _, example in CUES])
def test_each_cue_is_found_in_its_example(form: str, example: str) -> None:
    assert credits_of(words(example)), form


def test_cues_and_names_are_folded_sorted_and_listed_once() -> None:
    cues = [form for form, *_ in CUES]
    names = [form for *_, forms, _ in OUTLETS for form in forms.split(";")]
    for listed in (cues, names):
        assert [" ".join(words(form)) for form in listed] == listed
        assert len(set(listed)) == len(listed)
    assert cues == sorted(cues)
    assert [row[0] for row in OUTLETS] == sorted((row[0] for row in OUTLETS), key=str.casefold)


@pytest.mark.parametrize(
    ("text", "outlet", "says"),
    [
        ("نفذ التحالف 38 عملية، نقلاً عن وكالة شفق نيوز", "Shafaq News", True),
        ("نفذ التحالف 38 عملية، نقلاً عن وكالة شفق نيوز", "Rudaw", False),
        ("38 operations were carried out, according to Rudaw, which cited officers", "Rudaw", True),
        ("Eight were killed (via Delta Observer)", "delta observer", True),
        ("بحسب القيادة المركزية الأميركية نُفذت 38 عملية", "US Central Command", False),
        ("according to the Syrian Democratic Forces 14 were held", "SDF", False),
        ("شفق نيوز: نفذ التحالف 38 عملية", "Shafaq News", False),
        ("according to Rudaw", None, False),
    ],
)
def test_a_report_names_the_outlet_that_it_was_taken_from(text: str, outlet: str | None, says: bool) -> None:
    assert credited(credits_of(words(text)), outlet) is says


@pytest.mark.parametrize(
    ("outlet", "url", "known"),
    [
        ("وكالة شفق نيوز", None, "Shafaq News"),
        ("Kurdistan 24", None, "Kurdistan24"),
        ("صحيفة الشرق الأوسط", None, "Asharq Al-Awsat"),
        (None, "https://english.enabbaladi.net/archives/2024/07/x", "Enab Baladi"),
        (None, "https://www.centcom.mil/MEDIA/PRESS-RELEASES/", "US Central Command"),
        (None, "https://notcentcom.mil/x", "notcentcom.mil"),
        ("جريدة الرافد", "https://www.rudaw.net", "جريده الرافد"),
        (None, None, None),
        ("…", "nonsense", None),
    ],
)
def test_an_outlet_is_known_by_its_name_or_else_its_site(
    outlet: str | None, url: str | None, known: str | None
) -> None:
    assert outlet_words(outlet, url) == known
