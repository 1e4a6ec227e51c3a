"""Short reports and the one figure of them that a test looks at."""

from datetime import date
from functools import cache

import pytest

from hasila.model import Document, Figure, Reading
from hasila.reading import read

PUBLISHED = date(2023, 6, 2)
"""A Friday."""


@cache
def reading(text: str, title: str | None = None, published: date | None = PUBLISHED) -> Reading:
    return read(Document(id="report", text=text, title=title, published=published))


def figure(text: str, which: str, title: str | None = None, published: date | None = PUBLISHED) -> Figure:
    """The figure called "killed 22", or "title killed 22" in the headline; the first where there are several."""
    *field, measure, low = which.split()
    wanted = (field or ["text"])[0]
    found = reading(text, title, published).figures
    for one in found:
        if (one.evidence.field, one.measure, one.low) == (wanted, measure, int(low)):
            return one
    raise AssertionError(f"no figure {which} among {[(one.evidence.field, one.measure, one.low) for one in found]}")


def wrong(reason: str) -> list[pytest.MarkDecorator]:
    """The mark of a case that a careful reader gets right and the engine does not yet."""
    return [pytest.mark.xfail(strict=True, reason=reason)]
