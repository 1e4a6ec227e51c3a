"""The page on what goes wrong holds the known failures of today; its scores are renewed with `evaluation.report`."""

from evaluation import known, report
from evaluation.cases import short_cases


def test_page_lists_the_known_failures_of_today() -> None:
    page = report.PAGE.read_text(encoding="utf-8")
    listed = page[page.index(report.START) : page.index(report.END) + len(report.END)]
    assert listed == report.known_failures(short_cases(), known.load()), "run `python -m evaluation.report`"


def test_bars_inside_a_cell_do_not_break_the_table() -> None:
    case = next(case for case in short_cases() if case.set == "ar_rules")
    made = report.known_failures([case], {case.id: known.Known(case.id, "a | b", "why")})
    assert "a \\| b |" in made
