"""The paragraph that sets the period beside the one before it."""

from __future__ import annotations

from hasila.brief.account import OUTCOMES
from hasila.brief.board import Board
from hasila.brief.desk import Desk
from hasila.brief.language import Slot
from hasila.brief.periods import before
from hasila.brief.phrases import Style, phrase
from hasila.brief.quantity import Quantity
from hasila.brief.written import Paragraph, Sentence
from hasila.model import Measure
from hasila.tally.result import Row

_STANDS = ("agreed", "single", "derived")
_COMPARED: tuple[Measure, ...] = ("operations", *OUTCOMES)
Pair = tuple[Measure, int, int]


def comparison(desk: Desk) -> Paragraph | None:
    """How the totals moved; None where either side has no figure that stands.

    A figure stands that is one number, not in dispute, and whose period was stated.
    """
    scope, days = desk.board.overall, before(desk.board.days)
    if scope is None or days is None:
        return None
    earlier = desk.board.over(days)
    pairs = [pair for measure in _COMPARED if (pair := _pair(desk.board, earlier, measure, scope))]
    if not pairs:
        return None
    told = [pair for pair in pairs if pair[1] > 0]
    slots = desk.slots(scope) | {
        "period": desk.dates.period(days),
        "during": desk.dates.during(days),
        "items": desk.language.join([_item(desk, told, at) for at in range(len(told))]),
        "rise": _movements(desk, pairs),
        "now": desk.dates.during(desk.board.days),
    }
    rows = [earlier.row(measure, scope) for measure, _, _ in pairs]
    path = "comparison.moved" if told else "comparison.nothing"
    text = desk.language.say(path, slots, str(desk.board.days[0]))
    return Paragraph("comparison", (Sentence(text, desk.cite(rows)),))


def _pair(now: Board, earlier: Board, measure: Measure, scope: str) -> Pair | None:
    numbers = [_standing(board.row(measure, scope)) for board in (earlier, now)]
    past, present = numbers
    return (measure, past, present) if past is not None and present is not None else None


def _standing(row: Row | None) -> int | None:
    if row is None or row.inferred or row.state not in _STANDS or row.low != row.high:
        return None
    return row.best


def _item(desk: Desk, told: list[Pair], at: int) -> str:
    """ "13 ISIS operatives killed", after it "28 detained"; 13 قتيلاً."""
    measure, past, _ = told[at]
    words, first = desk.language.measure(measure), desk.language.measure(told[at - 1][0])
    style: Style = "alone" if at and desk.language.lang == "en" and words["noun"] == first["noun"] else "toll"
    noun = phrase(desk.language, Quantity(past, past, "exact"), measure, "acc", style)
    return " ".join(part for part in (noun, words.get("toll_after", "")) if part)


def _movements(desk: Desk, pairs: list[Pair]) -> str:
    """ "The number of operations rose, while the number killed fell": what went which way."""
    said = []
    for path, sign in (("rose", 1), ("fell", -1), ("stayed", 0)):
        names = [
            desk.language.measure(measure)["name"]
            for measure, past, present in pairs
            if (present > past) - (present < past) == sign
        ]
        if names:
            slots: dict[str, Slot] = {"items": desk.language.join(names)}
            said.append(desk.language.fill(desk.language.pattern(f"comparison.{path}"), slots))
    return desk.language.join(said, "list")
