"""How often figures are right, by what they rest on: the values for ``reading/confidence.py`` come from here.

Measured on the held-back reports. ``--third`` adds a third of the other cases, which a hash of the id picks: rules
seldom used get more figures that way, but rules are made and mended on those cases, so that they flatter. Right means
right in core; labels on which annotators differed count neither way.

    python -m evaluation.calibration             confidence against the share right, by bin
    python -m evaluation.calibration --suggest   the share right for each rule, shrunk towards the mean of all
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.cases import Case, View, is_held_back, is_of_the_third, load, paths
from evaluation.match import Found, examine
from evaluation.words import aligned

# The weight of the mean of all, in figures: a rule seen so often stands halfway between its own share and the mean.
_PRIOR = 8
_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
_EVERYTHING = View()


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure that was found, and whether it is right."""

    figure: Found
    right: bool


@dataclass(frozen=True, slots=True)
class Share:
    """How many figures share something, how many of them are right, and how sure Hasila was of them on average."""

    count: int
    right: int
    confidence: float

    @property
    def share(self) -> float:
        return self.right / self.count if self.count else 1.0

    def shrunk(self, mean: float) -> float:
        """The share right, drawn towards the mean the more, the fewer figures it rests on."""
        return (self.right + _PRIOR * mean) / (self.count + _PRIOR)


def held_back(*, third: bool = False) -> Iterator[Case]:
    """The cases to calibrate on: held back, and perhaps the third of the others as well."""
    for name in paths():
        if not name.startswith("dev/"):
            yield from (case for case in load(name) if is_held_back(case) or (third and is_of_the_third(case)))


def judge(cases: Iterable[Case]) -> Iterator[Judged]:
    """Every figure found in the cases that is either right or too much."""
    for case in cases:
        outcome = examine(case, _EVERYTHING)
        yield from (Judged(found, True) for _, found in outcome.right)
        yield from (Judged(found, False) for found in outcome.extra if not _unlabelled(case, found))


def _unlabelled(case: Case, figure: Found) -> bool:
    """Whole reports are labelled without the figures that have no number ("dozens")."""
    return figure["qualifier"] == "vague" and case.set.endswith("coverage")


def share(judged: Sequence[Judged]) -> Share:
    count = len(judged)
    sure = sum(one.figure["confidence"] for one in judged)
    return Share(count, sum(one.right for one in judged), sure / count if count else 0.0)


def by_bin(judged: Iterable[Judged]) -> dict[str, Share]:
    """The reliability table: figures by their confidence."""
    groups: dict[float, list[Judged]] = {}
    for one in judged:
        groups.setdefault(max(edge for edge in _BINS if edge <= one.figure["confidence"]), []).append(one)
    return {f"{edge:.2f} and up": share(groups[edge]) for edge in sorted(groups)}


def rules_of(figure: Found) -> tuple[str, ...]:
    """The rules that made the count; those with a colon filled its slots.

    >>> rules_of({"trail": ["number-digits", "left-verb", "place:place-carried"]})
    ('number-digits', 'left-verb')
    """
    return tuple(rule for rule in figure["trail"] if ":" not in rule)


def features_of(figure: Found) -> Iterator[str]:
    """What the confidence of a figure may rest on."""
    yield from dict.fromkeys(rules_of(figure))
    if figure["modality"] != "asserted":
        yield "not asserted"
    if figure["qualifier"] == "vague":
        yield "vague"


def signature_of(figure: Found) -> Iterator[str]:
    """All rules that made the count, as one."""
    yield " ".join(dict.fromkeys(rules_of(figure)))


def grouped(judged: Iterable[Judged], key: Callable[[Found], Iterable[str]]) -> dict[str, Share]:
    """The share right by what figures have in common, the most frequent first."""
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        for name in key(one.figure):
            groups.setdefault(name, []).append(one)
    shares = {name: share(group) for name, group in groups.items()}
    return dict(sorted(shares.items(), key=lambda row: (-row[1].count, row[0])))


def suggestions(judged: Sequence[Judged]) -> dict[str, float]:
    """A value for each rule: its share right, shrunk towards the mean of all."""
    mean = share(judged).share
    return {name: round(one.shrunk(mean), 2) for name, one in grouped(judged, features_of).items()}


def _table(heading: str, shares: Mapping[str, Share], mean: float) -> str:
    rows = [(heading, "figures", "right", "share", "confidence", "suggested")]
    for name, one in shares.items():
        values = (f"{one.share:.3f}", f"{one.confidence:.3f}", f"{one.shrunk(mean):.2f}")
        rows.append((name, str(one.count), str(one.right), *values))
    return aligned(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.calibration",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--suggest", action="store_true", help="a value for each rule")
    parser.add_argument("--signatures", action="store_true", help="the share right for each combination of rules")
    parser.add_argument("--third", action="store_true", help="on a third of the other cases as well")
    options = parser.parse_args(arguments)
    judged = list(judge(held_back(third=options.third)))
    mean = share(judged).share
    print(_table("confidence", by_bin(judged), mean))
    if options.suggest:
        print("", _table("rule", grouped(judged, features_of), mean), sep="\n")
    if options.signatures:
        print("", _table("rules together", grouped(judged, signature_of), mean), sep="\n")
    print(f"\n{len(judged)} figures, {mean:.3f} of them right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
