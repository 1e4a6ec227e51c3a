"""Areas of control are no actors; a since-date keeps its stretch beside a month whose name ends in "first"."""

from __future__ import annotations

from datetime import date

import pytest

from hasila.model import Document, Figure
from hasila.reading import read


def figures(text: str, published: date | None = None) -> list[Figure]:
    return list(read(Document(id="report", text=text, published=published)).figures)


@pytest.mark.parametrize(
    "ground", ["مناطق سيطرة قسد", "مناطق نفوذ “الإدارة الذاتية”", "مناطق قوات النظام", "مناطق انتشار الجيش العراقي"]
)
def test_whose_ground_it_is_did_not_kill_there(ground: str) -> None:
    attacks, killed = figures(f"نفذ تنظيم داعش 17 عملية في {ground} قُتل فيها 8 أشخاص.")
    assert (attacks.actor, killed.actor) == ("ISIS", "ISIS")


def test_a_force_before_its_verb_still_acts() -> None:
    [killed] = figures("قوات النظام قتلت 8 من عناصر داعش في البادية.")
    assert killed.actor == "Syrian government forces"


@pytest.mark.parametrize("month", ["كانون الأول", "تشرين الأول", "تشرين الثاني"])
def test_since_the_start_of_the_year_ends_on_the_day_of_the_tally(month: str) -> None:
    [figure] = figures(
        f"أعلن المرصد السوري في 9 {month} أن داعش نفذ 211 عملية في سوريا منذ مطلع العام.", date(2025, 12, 30)
    )
    assert figure.period is not None
    assert (figure.period.start, figure.period.end) == (
        date(2025, 1, 1),
        date(2025, 12 if "كانون" in month else 10 if "الأول" in month else 11, 9),
    )


@pytest.mark.parametrize(
    "since", ["وهو أول هجوم منذ 18 شهرا", "لم تشهد المدينة مثله منذ 18 شهرا", "وهو الأعنف منذ 18 شهرا"]
)
def test_what_an_attack_is_compared_with_is_no_period(since: str) -> None:
    [figure] = figures(f"قتل 27 شخصا في هجوم {since}.", date(2021, 2, 3))
    assert figure.period is None or figure.period.start == figure.period.end


def test_a_page_head_with_slashes_is_a_whole_date() -> None:
    [figure] = figures("السبت ١٥ / تموز / ٢٠٢٣ قتل خمسة جنود في هجوم.")
    assert figure.period is not None
    assert figure.period.start == figure.period.end == date(2023, 7, 15)


@pytest.mark.parametrize("line", ["أربيل (كوردستان 24)- ", "أربيل (شبكة الرافد 7) – "])
def test_an_arabic_dateline_is_no_place_of_the_event(line: str) -> None:
    [figure] = figures(f"{line}قُتل خمسة جنود في هجوم.")
    assert figure.place is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Seven militants were killed in Idlib province.", "Idlib"),
        ("Seven militants were killed in the Anbar governorate.", "Anbar"),
        ("Seven militants were killed in the Syrian desert.", "Syrian desert"),
    ],
)
def test_the_kind_of_a_place_is_no_part_of_its_name(text: str, written: str) -> None:
    [figure] = figures(text)
    assert figure.place is not None
    assert figure.place.as_written == written


def test_parts_of_those_just_named() -> None:
    assert [one.low for one in figures("قتل سبعة من مسلحي داعش في العملية، ومن هؤلاء اثنان متزعمان بارزان.")] == [7, 2]
