"""Claims made by hand: months, cells and assertions in few words."""

from calendar import monthrange
from datetime import date
from itertools import count

from hasila.model import Measure, Mode, Span
from hasila.tally.claim import Cell, Claim
from hasila.tally.solving.assertions import Assertion

_numbers = count()


def month(year: int, number: int, last: int | None = None) -> tuple[date, date]:
    """The days of a month, or from the first of it to the end of the month ``last``."""
    last = last or number
    return date(year, number, 1), date(year, last, monthrange(year, last)[1])


def cell(
    days: tuple[date, date],
    measure: Measure = "operations",
    scope: str | None = "IQ+SY",
    mode: Mode | None = None,
    place: str | None = None,
) -> Cell:
    return Cell("coalition", measure, scope, place, mode, *days)


def claim(about: Cell, low: int | None, high: int | None = None, witness: str = "one", **slots: object) -> Claim:
    """That ``about`` is ``low``, or lies between ``low`` and ``high``."""
    made = {
        "id": f"{witness}#{next(_numbers)}",
        "document": witness,
        "witness": witness,
        "cell": about,
        "kind": "period",
        "low": low,
        "high": low if high is None else high,
        "qualifier": "exact",
        "modality": "asserted",
        "subset": False,
        "attribution": "US Central Command",
        "basis": "stated",
        "confidence": 1.0,
        "figures": (0,),
        "evidence": Span("text", 0, 2, "38"),
    }
    return Claim(**{**made, **slots})  # type: ignore[arg-type]


def said(about: Cell, value: int, weight: int = 10, witness: str = "one") -> Assertion:
    return Assertion(about, value, value, weight, (claim(about, value, witness=witness),))
