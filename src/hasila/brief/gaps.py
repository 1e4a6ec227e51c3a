"""The paragraph on what is unknown, said as unknown."""

from __future__ import annotations

from hasila.brief.board import Board
from hasila.brief.desk import Desk
from hasila.brief.naming import names_at
from hasila.brief.periods import before
from hasila.brief.written import Paragraph, Sentence
from hasila.model import Measure

_EXPECTED: tuple[Measure, ...] = ("operations", "killed", "detained")


def gaps(desk: Desk) -> Paragraph | None:
    """The totals and shares that such statements give and the tally doesn't hold; None where nothing is missing."""
    board = desk.board
    if not board.rows:
        return None
    sentences = []
    missing = [names_at(desk, measures, scopes) for scopes, measures in _missing(board).items()]
    if _mode_unknown(board):
        missing.append(desk.language.pattern("unknown.modes"))
    if missing:
        sentences.append(
            Sentence(
                desk.language.say("unknown.missing", {"items": desk.language.pattern("unknown.joint").join(missing)})
            )
        )
    earlier = before(board.days)
    if earlier and not board.over(earlier).rows:
        path = "unknown.before_too" if missing else "unknown.before"
        sentences.append(Sentence(desk.language.say(path, {"period": desk.dates.period(earlier)})))
    return Paragraph("unknown", tuple(sentences)) if sentences else None


def _missing(board: Board) -> dict[tuple[str, ...], list[Measure]]:
    """The measures that lack a number, by the places where they do."""
    scopes = [*([board.overall] if board.overall else []), *board.parts]
    found: dict[tuple[str, ...], list[Measure]] = {}
    for measure in _EXPECTED:
        where = tuple(scope for scope in scopes if _is_missing(board, measure, scope))
        if where:
            found.setdefault(where, []).append(measure)
    return found


def _is_missing(board: Board, measure: Measure, scope: str) -> bool:
    return board.quantity(measure, scope) is None and not (measure == "operations" and _divided(board, scope))


def _divided(board: Board, scope: str) -> bool:
    """Whether the operations of a place are known by mode, though not in all."""
    return any(board.quantity("operations", scope, mode) for mode in ("partnered", "unilateral"))


def _mode_unknown(board: Board) -> bool:
    counted = any(measure == "operations" and row.best for (measure, _, _), row in board.rows.items())
    return counted and not any(mode for measure, _, mode in board.rows if measure == "operations")
