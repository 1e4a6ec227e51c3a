"""Score the reader on the labelled reports, and fail where a set is under its floor (``make eval``).

Examples:
    python -m evaluation.run                    all sets, against evaluation/floors.json
    python -m evaluation.run --show ar_press    what is missed and what is too much in a set
    python -m evaluation.run --update           lift the floors to what was measured
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation import floors, score
from evaluation.cases import OUTSIDE, digest, load, paths, view_of
from evaluation.match import SLOTS, Outcome, examine
from evaluation.score import Tally
from evaluation.words import aligned, brief

_HEADINGS = ("cases", "clean", "wanted", "found", "core P", "R", "F1", "full F1")


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    files = paths(options.outside)
    if options.show:
        return _show(options.show, files)
    outcomes = {name: _examine(name, path) for name, path in files.items()}
    tallies = {name: score.tally(group) for name, group in outcomes.items()}
    print(report(outcomes))
    now = floors.measured(tallies, {name: digest(path) for name, path in files.items()})
    pinned = floors.load()
    if options.update or options.lower:
        pinned = floors.raised(pinned, now, lower=options.lower)
        floors.save(pinned)
    faults = floors.faults(pinned, now)
    print(*(f"FAILED {fault}" for fault in faults), "" if faults else "Every set holds its floor.", sep="\n")
    return 1 if faults else 0


def report(outcomes: Mapping[str, Sequence[Outcome]]) -> str:
    """All tables: each set, then our own sets together by language, kind, measure and slot."""
    own = [one for name, group in outcomes.items() if not name.startswith("dev/") for one in group]
    parts = [
        _table("set", {name: score.tally(group) for name, group in outcomes.items()}),
        _table("language", score.by_case(own, lambda one: one.case.lang)),
        _table("kind", score.by_case(own, lambda one: one.case.kind)),
        _table("measure", score.by_measure(own)),
        _slots(outcomes),
    ]
    return "\n\n".join(parts) + "\n"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="lift floors to the scores; none is lowered")
    parser.add_argument("--lower", action="store_true", help="set floors to the scores, lower ones too: say why")
    parser.add_argument("--show", metavar="SET", help="print the misses and extras of a set, and score nothing")
    parser.add_argument("--outside", type=Path, default=OUTSIDE, help="folder of further sets (default: %(default)s)")
    return parser.parse_args(arguments)


def _examine(name: str, path: Path) -> list[Outcome]:
    view = view_of(name)
    return [examine(case, view) for case in load(name, path)]


def _show(name: str, files: Mapping[str, Path]) -> int:
    if name not in files or name.startswith("held_"):
        held = "is held back: only its scores are shown" if name in files else f"is none of {', '.join(files)}"
        print(f"{name} {held}", file=sys.stderr)
        return 2
    for outcome in _examine(name, files[name]):
        if not outcome.clean:
            print(outcome.case.id, outcome.case.why)
            print(*(f"  missed {brief(gold)}" for gold in outcome.missed), sep="\n", end="\n" * bool(outcome.missed))
            print(*(f"  extra  {brief(figure)}" for figure in outcome.extra), sep="\n", end="\n" * bool(outcome.extra))
    return 0


def _table(heading: str, tallies: Mapping[str, Tally]) -> str:
    rows: list[tuple[str, ...]] = [(heading, *_HEADINGS)]
    for name, one in tallies.items():
        counts = (one.cases or "", one.clean if one.cases else "", one.wanted, one.found)
        shares = (one.precision, one.recall, one.core_f1, one.full_f1)
        rows.append((name, *map(str, counts), *(f"{share:.3f}" for share in shares)))
    return aligned(rows)


def _slots(outcomes: Mapping[str, Sequence[Outcome]]) -> str:
    """The share of filled slots that are right among figures right in core, and quotes, by set."""
    rows: list[tuple[str, ...]] = [("slots right", *SLOTS, "quotes")]
    for name, group in outcomes.items():
        slots = score.by_slot(group)
        rows.append((name, *(_ratio(*slots[slot]) for slot in SLOTS), _ratio(*score.quotes(group))))
    return aligned(rows)


def _ratio(right: int, of: int) -> str:
    return f"{right}/{of}" if of else "-"


if __name__ == "__main__":
    sys.exit(main())
