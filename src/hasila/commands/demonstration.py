"""What ``hasila demo`` shows: the examples that come with Hasila, and what their ledger says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

from hasila.commands import console

if TYPE_CHECKING:
    from hasila.model import Document
    from hasila.sources import Rejected

# The month that outlets of the examples tell differently.
_CONTESTED = "2023-07"


@contextmanager
def example_reports() -> Iterator[Iterator[Document | Rejected]]:
    """The example reports, as long as the context lasts."""
    from importlib.resources import as_file, files

    from hasila.sources import open_sources

    with as_file(files("hasila") / "examples") as folder:
        yield iter(open_sources([str(folder)]))


def show_tally() -> None:
    """The coalition's months, the contradictions and the report of a month, from a ledger made for the purpose."""
    from hasila.brief import brief, text
    from hasila.export.tally_table import conflict_list, tally_table
    from hasila.ledger import open_ledger
    from hasila.tally.calendar import read_period
    from hasila.tally.tally import tally_of
    from hasila.tally.views import sentences_of, shown

    with TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "demo.db")) as ledger:
        with example_reports() as items:
            for _ in ledger.add_many(reading for reading in console.readings(items) if reading is not None):
                pass
        tally = tally_of(ledger)
        _headline("The tally of these reports, month by month (hasila tally --by month)")
        console.print_drawn(tally_table(tally.published(), shown(tally.rows, "month")))
        _headline("Where they contradict each other (hasila conflicts)")
        console.print_drawn(conflict_list(tally.conflicts, tally.sources, sentences_of(ledger, tally.conflicts)))
        readings = {held.key: held.reading for held in ledger.documents()}
        for lang in ("ar", "en"):
            _headline(f"The report of a month (hasila brief {_CONTESTED} --lang {lang})")
            console.print_text(text.render(brief(tally, read_period(_CONTESTED), lang, readings=readings)))


def _headline(text: str) -> None:
    typer.echo(f"\n{text}\n{'=' * len(text)}")
