"""Write ``docs/what-it-gets-wrong.md`` from the measured scores and the list of known failures.

python -m evaluation.report
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from evaluation import known, score
from evaluation.cases import SHORT, Case, load, paths, short_cases, view_of
from evaluation.known import Known
from evaluation.match import SLOTS, Outcome, examine

PAGE = Path(__file__).parent.parent / "docs" / "what-it-gets-wrong.md"
START, END = "<!-- known failures: start -->", "<!-- known failures: end -->"

_OPENING = """# What it gets wrong

*Written by `python -m evaluation.report` from what was measured; don't edit it by hand. How it is measured stands
in [evaluation.md](evaluation.md).*

Hasila reads by rules, and each rule was made from sentences that somebody had seen. It misses what is put in
another way, and it takes for a figure what only looks like one. Nothing here is hidden behind an average: below
stand the scores on every set of labelled reports, and every short case that still fails.

Three things to know before you rely on a number:

- **What it is sure of is right more often than what it isn't.** Filter on `confidence` where a wrong figure costs
  more than a missing one.
- **The count is safer than what hangs on it.** Measure and value (core) are right far more often than core with
  every slot: period, place, actor, target and who says so are often carried from elsewhere in the report, and
  `basis` marks which were.
- **Whole reports are harder than single sentences**, because a place or a period that was carried wrongly spoils
  every figure after it.

## The scores

Core: measure, value and assertion are right and the words overlap. Full: every slot that the label fills is right
as well. Whoever writes rules does not read the held-back sets (`held_…`): they alone say how an unseen report is
read. The other sets have shaped the rules, so their scores flatter.
"""

_LIST = """
## Known failures

Of {all} short cases, {failing} fail, by at least one figure or slot. The sentences stand in `evaluation/cases/`.
"""


def page(outcomes: Mapping[str, Sequence[Outcome]], cases: Sequence[Case], failing: Mapping[str, Known]) -> str:
    """The whole page."""
    parts = [_OPENING, _scores(outcomes), "", _slots(outcomes)]
    parts += [_LIST.format(all=len(cases), failing=len(failing)), known_failures(cases, failing), ""]
    return "\n".join(parts)


def known_failures(cases: Iterable[Case], failing: Mapping[str, Known]) -> str:
    """The list of known failures, by set; a test holds it to ``known_failures.tsv``."""
    lines, failed = [START], [case for case in cases if case.id in failing]
    for name in SHORT:
        of_set = [case for case in failed if case.set == name]
        if of_set:
            lines += ["", f"### {name}", "", *_table(("case", "what it is about", "what fails"))]
        for case in of_set:
            one = failing[case.id]
            lines.append(_row((case.id, one.why, one.fails)))
    return "\n".join([*lines, "", END])


def _scores(outcomes: Mapping[str, Sequence[Outcome]]) -> str:
    lines = _table(("set", "reports", "figures", "precision", "recall", "core F1", "full F1"))
    for name, group in outcomes.items():
        one = score.tally(group)
        shares = (one.precision, one.recall, one.core_f1, one.full_f1)
        lines.append(_row((name, str(one.cases), str(one.wanted), *(f"{share:.3f}" for share in shares))))
    return "\n".join(lines)


def _slots(outcomes: Mapping[str, Sequence[Outcome]]) -> str:
    """The share of the slots that labels fill that are right, in all sets together."""
    slots = score.by_slot([one for group in outcomes.values() for one in group])
    filled = [slot for slot in SLOTS if slots[slot][1]]
    shares = [f"{slots[slot][0] / slots[slot][1]:.2f}" for slot in filled]
    counts = [str(slots[slot][1]) for slot in filled]
    return "\n".join(
        [*_table(("of figures right in core", *filled)), _row(("right", *shares)), _row(("labels", *counts))]
    )


def _table(headings: Sequence[str]) -> list[str]:
    return [_row(headings), "|" + "---|" * len(headings)]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main() -> int:
    own = {name: path for name, path in paths().items() if not name.startswith("dev/")}
    outcomes = {name: [examine(case, view_of(name)) for case in load(name, path)] for name, path in own.items()}
    PAGE.write_text(page(outcomes, list(short_cases()), known.load()), encoding="utf-8")
    print(f"{PAGE.name}: {len(known.load())} known failures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
