"""The paragraph on named places inside the countries, and the one on parts of a period that has no total."""

from __future__ import annotations

from dataclasses import replace

from hasila.brief.account import account, clauses, results, them, verb
from hasila.brief.board import Board
from hasila.brief.desk import Desk
from hasila.brief.language import Slot
from hasila.brief.written import Paragraph, Sentence


def spots(desk: Desk) -> Paragraph | None:
    """What is held of towns, provinces and regions; None where nothing is."""
    sentences: list[Sentence] = []
    for place in desk.board.places:
        inside = replace(desk, board=replace(desk.board, place=place))
        sentences += [sentence for scope in _scopes(inside.board) for sentence in _told(inside, scope, "spot")]
    return Paragraph("places", tuple(sentences)) if sentences else None


def parts(desk: Desk) -> Paragraph | None:
    """What is held of parts of the period, where nothing is held of it as a whole."""
    if desk.board.rows or desk.board.places:
        return None
    sentences: list[Sentence] = []
    for days in desk.board.parts_of_period():
        inside = replace(desk, board=replace(desk.board, days=days))
        overall = inside.board.overall
        sentences += _told(inside, overall, "part") if overall else []
    return Paragraph("places", tuple(sentences)) if sentences else None


def _scopes(board: Board) -> list[str]:
    return sorted({scope for _, scope, _ in board.rows})


def _told(desk: Desk, scope: str, section: str) -> list[Sentence]:
    told = account(desk, scope)
    if told.situation == "nothing":
        return []
    operations = desk.count(told.operations, "operations")("nom") if told.operations else ""
    pronoun = them(told.operations)
    slots: dict[str, Slot] = desk.slots(scope) | {
        "operations": operations,
        "results": lambda of: results(desk, told.losses, of),
        "clauses": lambda after: clauses(desk, told.losses, after.replace("ها", pronoun)),
        "carried": verb(desk.language.measure("operations"), told.operations) if told.operations else "",
        "were": "was" if told.operations and told.operations.exact == 1 else "were",
    }
    return [desk.sentence(desk.language.say(f"{section}.{told.situation}", slots, scope), told.rows)]
