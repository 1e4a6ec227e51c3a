"""The short cases that Hasila still gets wrong, each with what fails in it: ``known_failures.tsv``.

A short case holds only where every figure that it wants is found with every slot that it fills, where nothing else is
found, and where its quotes are found. The tests insist that a known failure fails, so that one that was mended shows.

    python -m evaluation.known             what has changed since the list was written; exit status 1 if anything has
    python -m evaluation.known --update    write the list anew; what somebody wrote under "why" is kept
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.cases import Case, View, short_cases
from evaluation.match import Outcome, examine, found_in, wanted_in, wrong_slots
from evaluation.words import brief

FILE = Path(__file__).parent / "known_failures.tsv"
_HEADING = ("id", "fails", "why")
_EVERYTHING = View()


@dataclass(frozen=True, slots=True)
class Known:
    """A known failure: the case, what fails in it, and why, as far as somebody knows."""

    id: str
    fails: str
    why: str


def failures(case: Case) -> list[str]:
    """What fails in a case, a line for each fault; nothing where it holds."""
    outcome = examine(case, _EVERYTHING)
    return [
        *(f"missed {brief(gold)}" for gold in outcome.missed),
        *(f"extra {brief(figure)}" for figure in outcome.extra),
        *_wrong(outcome),
        *(f"quote of {quote.get('speaker') or 'nobody named'} missed" for quote in outcome.lost_quotes),
    ]


def _wrong(outcome: Outcome) -> Iterable[str]:
    for gold, found in outcome.right:
        for slot in wrong_slots(gold, found):
            has, wanted = found_in(found, slot)[0], wanted_in(gold, slot)
            yield f"{brief(gold)}: {slot} is {_said(has)}, not {_said(wanted)}"
        if gold.get("subset") and not found["subset"]:
            yield f"{brief(gold)}: is part of a total"


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value) or "open"
    return "open" if value is None else str(value)


def load(path: Path = FILE) -> dict[str, Known]:
    """The known failures by the id of their case."""
    if not path.exists():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[1:] if line)
    return {row[0]: Known(*row) for row in rows}


def save(known: Iterable[Known], path: Path = FILE) -> None:
    rows = [_HEADING, *((one.id, one.fails, one.why) for one in known)]
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def current(cases: Iterable[Case], held: Mapping[str, Known]) -> list[Known]:
    """The failures of now. ``why`` is kept; for a new one it is what the case says of itself."""
    found = []
    for case in cases:
        faults = failures(case)
        if faults:
            why = held[case.id].why if case.id in held else " ".join(case.why.split())
            found.append(Known(case.id, "; ".join(faults), why))
    return found


def changes(held: Mapping[str, Known], now: Sequence[Known]) -> list[str]:
    """What is mended, new, or fails in another way than the list says."""
    ids = {one.id: one for one in now}
    mended = [f"mended {name}" for name in held if name not in ids]
    fresh = [f"new    {one.id}: {one.fails}" for one in now if one.id not in held]
    other = [f"other  {one.id}: {one.fails}" for one in now if one.id in held and held[one.id].fails != one.fails]
    return mended + fresh + other


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.known", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="write the list anew")
    options = parser.parse_args(arguments)
    cases, held = list(short_cases()), load()
    now = current(cases, held)
    changed = changes(held, now)
    print(*changed, f"{len(now)} of {len(cases)} short cases fail", sep="\n")
    if options.update:
        save(now)
    return 1 if changed and not options.update else 0


if __name__ == "__main__":
    sys.exit(main())
