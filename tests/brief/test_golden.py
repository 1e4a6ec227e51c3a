"""Whole briefs from real ledgers, as an editor has read them. ``RENEW=1`` writes the files anew, to be read again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from hasila.brief import Brief
from hasila.brief.of_ledger import brief_of
from hasila.brief.text import render
from hasila.brief.written import BriefLang
from hasila.ledger import open_ledger
from hasila.model import Document
from hasila.reading import read
from hasila.sources import Rejected, open_sources
from hasila.tally.calendar import read_period
from hasila.tally.tally import tallied_of
from tests.tally.scenarios import path_of

GOLDEN = Path(__file__).parent / "golden"
OWN = Path(__file__).parent / "reports.jsonl"
MAY = (path_of("01-may-and-an-undated-report"), path_of("03-inside-or-beside"), OWN)
JULY = (path_of("02-july-misprint"),)
YEAR = (path_of("04-months-of-2023-without-march"),)
OFFICIAL = "US Central Command"


def written(folder: Path, files: Sequence[Path], period: str, lang: BriefLang, without: str | None = None) -> Brief:
    """The brief of a ledger that holds these reports, but for those of one outlet."""
    with open_ledger(str(folder / "ledger.db")) as ledger:
        list(ledger.add_many(map(read, documents(files, without))))
        return brief_of(tallied_of(ledger), ledger, read_period(period), lang)


def documents(files: Sequence[Path], without: str | None) -> Iterable[Document]:
    for item in open_sources(list(map(str, files))):
        assert not isinstance(item, Rejected)
        if item.outlet != without:
            yield item


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(
    ("name", "files", "period", "without"),
    [
        ("may-2023", MAY, "2023-05", None),
        ("february-2023", MAY, "2023-02", None),
        ("september-october-2023", MAY, "2023-09-01..2023-10-31", None),
        ("july-2023", JULY, "2023-07", None),
        ("july-2023-contested", JULY, "2023-07", OFFICIAL),
        ("march-2023-derived", YEAR, "2023-03", None),
    ],
)
def test_brief_reads_as_it_was_approved(
    tmp_path: Path, name: str, files: Sequence[Path], period: str, without: str | None, lang: BriefLang
) -> None:
    text = render(written(tmp_path, files, period, lang, without))
    path = GOLDEN / f"{name}.{lang}.txt"
    if os.environ.get("RENEW"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
