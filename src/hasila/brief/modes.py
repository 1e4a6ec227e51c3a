"""Which operations had partners and which were one force's own."""

from __future__ import annotations

from hasila.brief.account import them
from hasila.brief.desk import Desk
from hasila.brief.language import Slot
from hasila.brief.phrases import Style, definite
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


def is_inside(desk: Desk, scope: str) -> bool:
    """Whether the operations of one force alone are among those counted as partnered."""
    total, joint = desk.board.quantity("operations", scope), _mode(desk, scope, "partnered")
    alone = _mode(desk, scope, "unilateral")
    return bool(joint and joint == total and joint.exact and alone and alone.exact)


def operations(desk: Desk, scope: str) -> str | None:
    """The operations of a place with what is known of their mode, where one noun phrase can say it all.

    "21 operations, all of them with the Iraqi Security Forces"; where no total was stated, "15 partnered operations and
    two US-only operations". None where no operation is counted.
    """
    total = desk.board.quantity("operations", scope)
    path = operations_with_mode(desk, scope) or ("operations.total" if total else None)
    return _say(desk, path, scope) if path else None


def operations_with_mode(desk: Desk, scope: str) -> str | None:
    """The pattern that says operations and mode at once; None where a total stands beside modes that divide it."""
    total, joint = desk.board.quantity("operations", scope), _mode(desk, scope, "partnered")
    alone = _mode(desk, scope, "unilateral")
    if total and all_joint(desk, scope):
        which = {1: "one", 2: "two"}.get(total.largest, "many")
        return f"operations.all_{which}" if _partner(desk, scope) else f"operations.all_{which}_unnamed"
    if is_inside(desk, scope):
        return "operations.inside"
    if total and not all_alone(desk, scope):
        return None
    some_alone = alone is not None and alone.exact != 0
    if joint and joint.exact != 0:
        return "operations.beside" if some_alone else "operations.partnered"
    return "operations.unilateral" if some_alone else None


def mode_sentences(desk: Desk, scope: str) -> list[Sentence]:
    """How the operations of a country divide, where their total was told without it."""
    if operations_with_mode(desk, scope):
        return []
    return _division(desk, scope)


def overall_modes(desk: Desk, scope: str) -> list[Sentence]:
    """How all operations divide, unless the countries say it: the sentences after the totals."""
    if all_joint(desk, scope) or all_alone(desk, scope):
        parts = desk.board.parts
        if parts and all(all_joint(desk, part) or all_alone(desk, part) for part in parts):
            return []
        path = "mode.all_joint" if all_joint(desk, scope) else "mode.all_alone"
        return [_told(desk, path, scope)]
    return _division(desk, scope)


def _division(desk: Desk, scope: str) -> list[Sentence]:
    total = desk.board.quantity("operations", scope)
    joint, alone = _mode(desk, scope, "partnered"), _mode(desk, scope, "unilateral")
    if total and total.exact == 0:
        return []
    some_joint, some_alone = bool(joint and joint.exact != 0), bool(alone and alone.exact != 0)
    paths = []
    if some_joint or some_alone:
        which = "split" if some_joint and some_alone else "partnered" if some_joint else "unilateral"
        paths.append(f"mode.{which}")
    if joint and joint.exact == 0:
        paths.append("mode.none_partnered")
    return [_told(desk, path, scope) for path in paths]


def none_alone(desk: Desk) -> list[Sentence]:
    """ "No US-only operations were carried out in Iraq or Syria." """
    overall, parts = desk.board.overall, desk.board.parts
    clear = [scope for scope in (overall, *parts) if scope and _is_zero(desk, scope)]
    if overall in clear and overall is not None:
        rows = [desk.board.row("operations", scope, "unilateral") for scope in clear]
        return [desk.sentence(_say(desk, "mode.none_unilateral", overall, head=True), rows)]
    if len(clear) == len(parts) == 2:
        either = desk.language.pattern("naming.or").join(desk.language.place(scope) for scope in clear)
        text = desk.language.say("mode.none_unilateral_both", {**desk.slots(), "either": either})
        return [desk.sentence(text, [desk.board.row("operations", scope, "unilateral") for scope in clear])]
    return [_told(desk, "mode.none_unilateral", scope) for scope in clear]


def _is_zero(desk: Desk, scope: str) -> bool:
    """Whether one force is known to have carried out nothing by itself where something was carried out."""
    total, alone = desk.board.quantity("operations", scope), _mode(desk, scope, "unilateral")
    return alone is not None and alone.exact == 0 and not (total and total.exact == 0)


def _told(desk: Desk, path: str, scope: str) -> Sentence:
    rows = [desk.board.row("operations", scope, mode) for mode in ("partnered", "unilateral")]
    if path == "mode.none_unilateral":
        rows = rows[1:]
    return desk.sentence(_say(desk, path, scope, head=True), rows)


def _mode(desk: Desk, scope: str, mode: Mode) -> Quantity | None:
    return desk.board.quantity("operations", scope, mode)


def _partner(desk: Desk, scope: str) -> str | None:
    named = desk.partners(desk.board.modes(scope))
    return desk.language.join([desk.language.actor(name) for name in named]) if named else None


def _say(desk: Desk, path: str, scope: str, head: bool = False) -> str:
    """A pattern filled with the operations of a place, all of them and by mode."""
    partner = _partner(desk, scope)
    path_with = "operations.with" if partner else "operations.with_unnamed"
    with_them = desk.language.fill(desk.language.pattern(path_with), {"partner": partner or ""})
    total, alone = desk.board.quantity("operations", scope), _mode(desk, scope, "unilateral")
    slots: dict[str, Slot] = {
        **desk.slots(scope),
        "with": with_them,
        "partner": partner or desk.language.pattern("operations.partners"),
        "them": them(alone),
    }
    styles: tuple[tuple[str, Quantity | None, Style], ...] = (
        ("count", total, "noun"),
        ("partnered", _mode(desk, scope, "partnered"), "joint"),
        ("unilateral", alone, "lone"),
    )
    slots |= {name: desk.count(quantity, "operations", style) for name, quantity, style in styles if quantity}
    if total:
        slots |= {"all": definite(desk.language, total, "operations"), "were": "was" if total.exact == 1 else "were"}
    return desk.language.say(path, slots) if head else desk.language.fill(desk.language.pattern(path), slots)
