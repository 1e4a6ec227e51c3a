"""The table for people, at every width."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from hasila.export import explain, table
from hasila.export.table import Look
from hasila.model import Document, Reading


def drawn(reading: Reading, look: Look) -> str:
    console = Console(width=look.width, file=io.StringIO(), color_system=None)
    with console.capture() as captured:
        console.print(table.render(reading, look))
    return captured.get()


def test_pipe_has_one_line_a_figure_with_everything_on_it(reading_of):
    lines = drawn(reading_of(), Look(100_000, False, False)).splitlines()
    (line,) = [line for line in lines if ">22" in line]
    for told in (
        "killed",
        "US forces with Syrian Democratic Forces",
        "ISIS",
        "Raqqa, SY",
        "May 2023",
        "US Central Command",
    ):
        assert told in line
    assert "قتلت أكثر من 22 من عناصر داعش [/]" in line


def test_heading_tells_id_date_language_and_relevance(reading_of):
    first, second = drawn(reading_of(), Look(100_000, False, False)).splitlines()[:2]
    assert first == "report-7  2023-06-06 · ar · on the mission"
    assert second == "“سنتكوم”: مقتل 22"


def test_notes_stand_below(reading_of):
    shown = drawn(reading_of(), Look(100_000, False, False))
    assert "note: a note on the text" in shown
    assert "note: a note on the reading" in shown


def test_report_without_figures_says_so():
    shown = drawn(Reading(Document("a", "x"), "en", False, ()), Look(80, True, False))
    assert shown.splitlines()[0] == "a  no date · en · not on the mission"
    assert "no figures" in shown


@pytest.mark.parametrize("width", [40, 60, 80, 120, 130, 200])
@pytest.mark.parametrize("reorder", [True, False])
def test_no_line_is_wider_than_the_terminal(reading_of, width, reorder):
    shown = drawn(reading_of(), Look(width, True, reorder))
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert ">22" in shown


def test_lines_are_broken_before_they_are_put_in_drawing_order(reading_of):
    """The first word of the evidence stands on its first line, although it is drawn last there."""
    lines = [
        line for line in drawn(reading_of(), Look(80, True, True)).splitlines() if "\ufebb" in line or ">22" in line
    ]
    assert "22" in lines[0]
    assert lines[0].rstrip().endswith("\ufe96\ufee0\ufe98\ufed7")  # قتلت


def test_explanation_gives_words_slots_reasons_and_rules(reading_of):
    console = Console(width=200, file=io.StringIO(), color_system=None)
    with console.capture() as captured:
        console.print(explain.render(reading_of(), reorder=False))
    lines = [line.strip() for line in captured.get().splitlines()]
    assert lines[0] == "1. killed: militants >22  confidence 0.93"
    assert lines[1] == "words      text[21:54] قتلت أكثر من 22 من عناصر داعش [/]"
    assert "number     >22 (over)  [stated: the words of the figure say it]" in lines
    assert "actor      US forces  [carried: handed down from words before it]" in lines
    assert "place      Raqqa, SY “الرقة”" in lines
    assert "period     May 2023 “أيار 2023”  [stated: the month is named with its year]" in lines
    assert (
        lines[-1] == "rules      ar-verb-object → ar-more-than" or "rules      ar-verb-object → ar-more-than" in lines
    )
