"""Which operations had partners and which were one force's own."""

from __future__ import annotations

from hasila.brief.account import them
from hasila.brief.desk import Desk
from hasila.brief.language import Slot
from hasila.brief.quantity import Quantity
from hasila.brief.written import Sentence
from hasila.model import Mode


def all_joint(desk: Desk, scope: str) -> bool:
    """Whether every operation at a place had partners."""
    total, joint = desk.board.quantity("operations", scope), _mode(desk, scope, "partnered")
    alone = _mode(desk, scope, "unilateral")
    return bool(joint and joint == total and joint.exact and (alone is None or alone.exact == 0))


def all_alone(desk: Desk, scope: str) -> bool:
    """Whether one force carried out every operation at a place by itself."""
    total, alone = desk.board.quantity("operations", scope), _mode(desk, scope, "unilateral")
    joint = _mode(desk, scope, "partnered")
    return bool(alone and alone == total and alone.exact and (joint is None or joint.exact == 0))


def operations(desk: Desk, scope: str) -> str | None:
    """The operations of a place with what is known of their mode, where one noun phrase can say it all.

    "21 operations, all of them with the Iraqi Security Forces"; where no total was stated, "15 partnered operations and
    two US-only operations". None where no operation is counted; the mode is left to :func:`mode_sentences` where a
    total stands beside the modes.
    """
    total, joint = desk.board.quantity("operations", scope), _mode(desk, scope, "partnered")
    alone = _mode(desk, scope, "unilateral")
    if total and joint and all_joint(desk, scope):
        which = {1: "one", 2: "two"}.get(joint.largest, "many")
        path = f"operations.all_{which}" if _partner(desk, scope) else f"operations.all_{which}_unnamed"
        return _say(desk, path, scope, total, joint)
    if total and not all_alone(desk, scope):
        return _say(desk, "operations.total", scope, total)
    if joint and joint.exact != 0:
        path = "operations.beside" if alone and alone.exact != 0 else "operations.partnered"
        return _say(desk, path, scope, joint=joint, alone=alone)
    return _say(desk, "operations.unilateral", scope, alone=alone) if alone and alone.exact != 0 else None


def mode_sentences(desk: Desk, scope: str, lead: bool = True) -> list[Sentence]:
    """How the operations of a place divide, where their total stands beside it; ``lead`` also without a total."""
    total, joint = desk.board.quantity("operations", scope), _mode(desk, scope, "partnered")
    alone = _mode(desk, scope, "unilateral")
    some_joint, some_alone = bool(joint and joint.exact != 0), bool(alone and alone.exact != 0)
    if not (total or lead) or ((all_joint(desk, scope) or all_alone(desk, scope)) and not lead):
        return []
    paths = []
    if some_joint or some_alone:
        which = "split" if some_joint and some_alone else "partnered" if some_joint else "unilateral"
        paths.append(f"mode.{which}")
    if joint and joint.exact == 0:
        paths.append("mode.none_partnered")
    rows = [desk.board.row("operations", scope, mode) for mode in ("partnered", "unilateral")]
    return [desk.sentence(_say(desk, path, scope, total, joint, alone, head=True), rows) for path in paths]


def none_alone(desk: Desk, scopes: list[str]) -> list[Sentence]:
    """ "No US-only operations were carried out in either country." """
    rows = {scope: desk.board.row("operations", scope, "unilateral") for scope in scopes}
    clear = [scope for scope in scopes if (alone := _mode(desk, scope, "unilateral")) and alone.exact == 0]
    if not clear:
        return []
    if len(clear) == len(scopes) == 2:
        either = desk.language.pattern("naming.or").join(desk.language.place(scope) for scope in clear)
        text = desk.language.say("mode.none_unilateral_both", {**desk.slots(), "either": either})
        return [desk.sentence(text, rows.values())]
    return [desk.sentence(_say(desk, "mode.none_unilateral", scope, head=True), [rows[scope]]) for scope in clear]


def _mode(desk: Desk, scope: str, mode: Mode) -> Quantity | None:
    return desk.board.quantity("operations", scope, mode)


def _partner(desk: Desk, scope: str) -> str | None:
    named = desk.partners(desk.board.modes(scope))
    return desk.language.join([desk.language.actor(name) for name in named]) if named else None


def _say(
    desk: Desk,
    path: str,
    scope: str,
    total: Quantity | None = None,
    joint: Quantity | None = None,
    alone: Quantity | None = None,
    head: bool = False,
) -> str:
    partner = _partner(desk, scope)
    path_with = "operations.with" if partner else "operations.with_unnamed"
    with_them = desk.language.fill(desk.language.pattern(path_with), {"partner": partner or ""})
    slots: dict[str, Slot] = {**desk.slots(scope), "with": with_them, "partner": partner or "", "them": them(alone)}
    if total:
        slots["count"] = desk.count(total, "operations")
    if joint:
        slots["partnered"] = desk.count(joint, "operations", "joint")
    if alone:
        slots["unilateral"] = desk.count(alone, "operations", "lone")
    return desk.language.say(path, slots) if head else desk.language.fill(desk.language.pattern(path), slots)
