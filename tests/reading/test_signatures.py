"""Who signs a statement in the first person, and days that name an event or a picture."""

from datetime import date

from hasila.model import Document, Figure
from hasila.reading.engine import read

STATEMENT = """To the media and the public:

Our forces ended the third phase in al-Hol camp on January 31, with the support of the International Coalition.

85 ISIS operatives were captured.

{}
February 6, 2024
"""
TOLL = """Thirty-three Syrian soldiers are now known to have died when ISIS attacked a bus, a monitor said on Saturday.

The ambush late Thursday was the deadliest of the year.
"""
PICTURE = """A tank moves up in Ramadi, Nov. 21, 2015
{} AP Photo

Warplanes of the coalition flew seven strikes on ISIS in Syria on Tuesday.
"""


def figures(text: str, published: date) -> tuple[Figure, ...]:
    return read(Document(id="x", text=text, published=published)).figures


def test_whoever_signs_speaks_and_acts() -> None:
    (caught,) = figures(STATEMENT.format("SDF Media Center"), date(2024, 2, 6))
    assert (caught.attribution, caught.actor) == ("Syrian Democratic Forces",) * 2


def test_a_line_that_names_nobody_signs_nothing() -> None:
    (caught,) = figures(STATEMENT.format("Comments are closed"), date(2024, 2, 6))
    assert caught.attribution != "Syrian Democratic Forces"


def test_the_ambush_on_a_day_dates_the_toll() -> None:
    (dead,) = figures(TOLL, date(2023, 8, 12))
    assert dead.period is not None
    assert dead.period.start == date(2023, 8, 10)


def test_the_day_above_the_mark_of_an_agency_is_a_picture_s() -> None:
    (flown,) = figures(PICTURE.format("©"), date(2017, 5, 3))
    assert flown.period is not None
    assert flown.period.start == date(2017, 5, 2)
