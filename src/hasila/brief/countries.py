"""The paragraph on each country inside the widest place."""

from __future__ import annotations

from hasila.brief.account import Account, account, clauses, other_events, results, spared, them, verb
from hasila.brief.desk import Desk
from hasila.brief.language import Slot
from hasila.brief.modes import is_inside, mode_sentences, none_alone, operations, operations_with_mode
from hasila.brief.written import Paragraph, Sentence


def countries(desk: Desk) -> Paragraph | None:
    """What happened in each country; None where the tally holds nothing of any."""
    sentences: list[Sentence] = []
    told = [one for one in (account(desk, scope) for scope in desk.board.parts) if _is_known(desk, one)]
    told.sort(key=lambda one: _order(desk, one))
    for at, one in enumerate(told):
        sentences += _country(desk, one, "next" if at or desk.board.overall is None else "first")
    sentences += none_alone(desk)
    return Paragraph("countries", tuple(sentences)) if sentences else None


def _is_known(desk: Desk, told: Account) -> bool:
    return any(scope == told.scope for _, scope, _ in desk.board.rows)


def _order(desk: Desk, told: Account) -> tuple[bool, int, str]:
    """Most operations first, but "all of them partnered" after what says nothing of it.

    "In Iraq there were 21 operations, all of them partnered. In Syria there were 17" leaves open what the 17 were.
    """
    late = operations_with_mode(desk, told.scope) is not None
    return late, -(told.operations.largest if told.operations else 0), told.scope


def _country(desk: Desk, told: Account, place: str) -> list[Sentence]:
    carried_out = operations(desk, told.scope)
    situation: str = told.situation
    if situation == "outcomes" and carried_out:
        situation = "full"
    elif situation == "nothing" and carried_out:
        situation = "events"
    sentences = []
    if situation == "full" and _is_mixed(desk, told.scope):
        situation = "full_mixed"
    if situation != "nothing":
        path = f"country_{place}.{situation}"
        text = desk.language.say(path, _slots(desk, told, carried_out), f"{desk.board.days[0]}")
        sentences.append(desk.sentence(text, [*told.rows, *desk.board.modes(told.scope)]))
    if situation == "zero" and told.losses:
        text = desk.language.say("country_also.outcomes", _slots(desk, told, carried_out))
        sentences.append(desk.sentence(text, told.rows))
    sentences += spared(desk, told) + mode_sentences(desk, told.scope)
    return sentences + other_events(desk, told.scope)


def _is_mixed(desk: Desk, scope: str) -> bool:
    """Whether operations of both modes were just told, so that "in them" could mean either."""
    return operations_with_mode(desk, scope) == "operations.beside" or is_inside(desk, scope)


def _slots(desk: Desk, told: Account, carried_out: str | None) -> dict[str, Slot]:
    board, scope = desk.board, told.scope
    counted = told.operations or board.quantity("operations", scope, "partnered")
    counted = counted or board.quantity("operations", scope, "unilateral")
    beside = told.operations is None and len(board.modes(scope)) == 2
    pronoun = "ها" if beside else them(counted)
    one = counted is not None and counted.exact == 1
    return desk.slots(scope) | {
        "operations": carried_out or "",
        "results": lambda of: results(desk, told.losses, of),
        "clauses": lambda after: clauses(desk, told.losses, after.replace("ها", pronoun)),
        "clauses_there": clauses(desk, told.losses, f"في {desk.language.place(scope)}"),
        "carried": verb(desk.language.measure("operations"), counted) if counted else "",
        "were": "was" if one and not beside else "were",
    }
