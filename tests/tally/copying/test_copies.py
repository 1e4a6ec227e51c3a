"""Which reports are copies of which, on reports of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hasila.model import Document
from hasila.reading import read
from hasila.tally.copying.copies import CopyIndex, CopyLink, Witnesses, witnesses
from hasila.tally.copying.imprint import ImprintError, imprint, unpack
from tests.tally.papers import case_paper, case_papers, cases

REPORTS = cases("copies.toml")


@pytest.fixture(scope="module")
def found() -> Witnesses:
    return witnesses(case_papers("copies.toml"))


def link(found: Witnesses, *ends: str) -> CopyLink | None:
    return next((one for one in found.links if {one.one, one.other} == set(ends)), None)


@pytest.mark.parametrize("key", REPORTS)
def test_each_report_is_of_the_witness_that_a_careful_reader_says(key: str, found: Witnesses) -> None:
    alike = {other for other, case in REPORTS.items() if case["witness"] == REPORTS[key]["witness"]}
    assert {other for other in REPORTS if found.of[other] == found.of[key]} == alike, REPORTS[key]["note"]


def test_the_witness_is_the_smallest_key_of_its_group(found: Witnesses) -> None:
    for key, witness in found.of.items():
        assert witness == min(other for other in found.of if found.of[other] == found.of[key])


KINDS = [
    ("may-shafaq", "may-typography", "exact"),
    ("may-shafaq", "may-reworked", "near"),
    ("may-shafaq", "may-misprint", "near"),
    ("may-shafaq", "may-teaser", "teaser"),
    ("may-rudaw-en", "may-via-rudaw", "credited"),
]


@pytest.mark.parametrize(("one", "other", "kind"), KINDS)
def test_two_copies_are_linked_by_what_makes_them_copies(one: str, other: str, kind: str) -> None:
    made = link(witnesses([case_paper(REPORTS[one]), case_paper(REPORTS[other])]), one, other)
    assert made is not None
    assert (made.kind, made.joins) == (kind, True)
    assert made.score > 0.5
    assert made.why


def test_a_collection_of_bulletins_is_no_copy_of_one_that_it_does_not_open_with(found: Witnesses) -> None:
    shown = link(found, "april-shafaq", "two-months")
    assert shown is None or not shown.joins
    assert found.of["april-shafaq"] != found.of["two-months"]


def test_the_bulletin_of_another_month_is_no_copy_even_with_the_same_figures() -> None:
    may = case_paper(REPORTS["may-shafaq"])
    text, title = (words.replace("أيار", "حزيران") for words in (may.text, may.title or ""))
    june = replace(may, key="june", id="june", text=text, title=title, published=date(2023, 7, 6))
    reading = read(Document("june", text, title, june.published))
    assert june.text != may.text
    found = witnesses([may, replace(june, figures=reading.figures)]).of
    assert found["june"] != found["may-shafaq"]


def test_adding_one_by_one_finds_the_same_witnesses(found: Witnesses) -> None:
    index = CopyIndex()
    for paper in reversed(case_papers("copies.toml")):
        index.add(paper)
    assert index.witnesses().of == found.of


def test_what_is_put_back_goes_on_where_it_stopped(found: Witnesses) -> None:
    first, again, papers = CopyIndex(), CopyIndex(), case_papers("copies.toml")
    for paper in papers[:9]:
        first.add(paper)
    for paper in papers[:9]:
        again.recall(unpack(imprint(paper).pack()), first.witnesses().of[paper.key])
    for paper in papers:
        again.add(paper)
    assert again.witnesses().of == found.of


def test_an_imprint_of_another_version_is_refused() -> None:
    stored = imprint(case_papers("copies.toml")[0]).pack()
    with pytest.raises(ImprintError, match="version 0"):
        unpack(stored.replace(b'"version": 2', b'"version": 0'))
