"""A reading made by hand, for everything that shows readings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from hasila.model import Document, Figure, Period, Place, Quote, Reading, Span

TEXT = "قال كوريلا إن القوات قتلت أكثر من 22 من عناصر داعش [/] في الرقة خلال أيار 2023"
WORDS = "قتلت أكثر من 22 من عناصر داعش [/]"


@pytest.fixture
def figure() -> Figure:
    start = TEXT.index(WORDS)
    return Figure(
        measure="killed",
        low=22,
        high=None,
        qualifier="over",
        modality="asserted",
        kind="period",
        subset=False,
        victim="militant",
        actor="US forces",
        partners=("Syrian Democratic Forces",),
        mode="partnered",
        target="ISIS",
        place=Place("SY", "Raqqa", "الرقة", 35.95, 39.01, 172955),
        period=Period(date(2023, 5, 1), date(2023, 5, 31), "أيار 2023", "the month is named with its year"),
        attribution="US Central Command",
        evidence=Span("text", start, start + len(WORDS), WORDS),
        confidence=0.93,
        trail=("ar-verb-object", "ar-more-than"),
        basis={"low": "stated", "actor": "carried", "period": "stated"},
    )


@pytest.fixture
def reading_of(figure: Figure) -> Callable[..., Reading]:
    """A reading of one document with the figure, changed as told."""

    def make(**changes: object) -> Reading:
        document = Document("report-7", TEXT, "“سنتكوم”: مقتل 22", date(2023, 6, 6), notes=("a note on the text",))
        quote = Quote("Michael Erik Kurilla", "commander", Span("text", 4, 10, TEXT[4:10]))
        return Reading(document, "ar", True, (replace(figure, **changes),), (quote,), notes=("a note on the reading",))  # type: ignore[arg-type]

    return make
