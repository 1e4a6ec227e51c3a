"""Small reports for the tests of the ledger, and how they are read."""

from collections.abc import Iterator
from datetime import date

from hasila.model import Document, Reading
from hasila.reading import read


def report(number: int, **given: object) -> Document:
    """A report with three figures of its own."""
    text = (
        f"US Central Command said {number + 3} operations in May 2023 killed {number + 1} ISIS operatives "
        f"and captured {number + 2} others in Syria."
    )
    fields = {"id": f"report-{number}", "text": text, "published": date(2023, 6, 6), **given}
    return Document(**fields)  # type: ignore[arg-type]


def readings(count: int, first: int = 0) -> Iterator[Reading]:
    return (read(report(number)) for number in range(first, first + count))
