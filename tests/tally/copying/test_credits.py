"""Where a report says that it was taken from, and the names by which outlets are known."""

from __future__ import annotations

from importlib.resources import files

import pytest

from hasila.tally.copying.credits import credited, credits_of, datelines, from_agencies, usual_name
from hasila.text.tokens import words


def rows(name: str) -> list[list[str]]:
    text = (files("hasila.tally.copying") / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


CUES = rows("credits.tsv")


@pytest.mark.parametrize(("form", "example"), [(form, example) for form, _, example in CUES])
def test_each_cue_is_found_in_its_example(form: str, example: str) -> None:
    assert credits_of(words(example)), form


def test_cues_are_folded_sorted_and_listed_once() -> None:
    cues = [form for form, *_ in CUES]
    assert [" ".join(words(form)) for form in cues] == cues
    assert cues == sorted(set(cues))


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
        ("بحسب صحيفة المدن اللبنانية نُفذت 38 عملية", "Al-Modon", True),
        ("بحسب المدن التي شهدت العمليات", "Al-Modon", False),
        ("عن وكالة نينا أن 38 عملية نُفذت", "NINA", True),
        ("بحسب العربية السورية للأنباء", "Al Arabiya", False),
        ("حسب المرصد السوري قُتل ثمانية", "Syrian Observatory for Human Rights", False),
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
        (None, "http://[::1", None),
        ("رووداو عربية", None, "Rudaw"),
        ("المدن", None, "Al-Modon"),
        ("أخبار المدن", None, "اخبار المدن"),
    ],
)
def test_an_outlet_is_known_by_its_name_or_else_its_site(
    outlet: str | None, url: str | None, known: str | None
) -> None:
    assert usual_name(outlet, url) == known


_BODY = " نفذ التحالف الدولي 38 عملية ضد التنظيم خلال أيار أسفرت عن مقتل ثمانية وأسر 31 آخرين" * 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"بغداد (رويترز) -{_BODY}", ("رويترز",)),
        (f"واشنطن - أ ف ب -{_BODY}", ("ا ف ب",)),
        (f"WASHINGTON (AP) — The coalition carried out 38 operations.{_BODY}", ("ap",)),
        (f"{_BODY}.\nالمصدر: وكالات", ("وكالات",)),
        (f"{_BODY} (وكالات)", ("وكالات",)),
        (f"{_BODY}.\nشفق نيوز + وكالات", ("شفق نيوز", "وكالات")),
        (f"رويترز أول من نشر الخبر عن العمليات{_BODY}", ()),
        (f"قالت وكالات الإغاثة (الأممية) إن العمليات{_BODY}", ()),
        (_BODY, ()),
        ("", ()),
    ],
)
def test_a_dateline_or_a_signature_names_the_source(text: str, found: tuple[str, ...]) -> None:
    assert datelines(text) == found


@pytest.mark.parametrize(
    ("credits", "outlet", "says"),
    [
        (("وكالات",), "AFP", True),
        (("وكالات الانباء ان",), "Reuters", True),
        (("news agencies",), "AP", True),
        (("وكالات الاغاثه",), "AFP", False),
        (("وكالات",), "Rudaw", False),
        (("وكالات",), "US Central Command", False),
        (("وكالات",), None, False),
        (("شفق نيوز",), "AFP", False),
    ],
)
def test_agencies_without_a_name_are_any_agency(credits: tuple[str, ...], outlet: str | None, says: bool) -> None:
    assert from_agencies(credits, outlet) is says
