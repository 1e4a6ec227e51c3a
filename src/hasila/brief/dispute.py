"""The paragraph on what is contested: which sources say what, what was set aside, and how the sums could come right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hasila.brief.derivation import arithmetic, result_first
from hasila.brief.desk import Desk
from hasila.brief.language import Slot
from hasila.brief.naming import cell_name
from hasila.brief.outlets import outlets
from hasila.brief.phrases import phrase
from hasila.brief.quantity import Quantity, bounded
from hasila.brief.written import Paragraph, Sentence
from hasila.tally.claim import Cell, Claim
from hasila.tally.result import Conflict, Mismatch, Row, WayOut
from hasila.values.render import Noun, count_ar, spell_en


def dispute(desk: Desk) -> Paragraph | None:
    """What is contested, and by whom; None where nothing is."""
    # several ways out that weigh the same: nothing decides between them
    open_ones = [conflict for conflict in desk.board.conflicts() if len(conflict.ways_out) > 1]
    sentences = [sentence for conflict in open_ones for sentence in _open(desk, conflict)]
    told = {cell for conflict in open_ones for cell in conflict.cells}
    for row in desk.board.main_rows:
        if row.cell not in told and (row.set_aside or row.state in ("contested", "unreconciled")):
            sentences += _settled(desk, row)
    return Paragraph("disputed", tuple(sentences)) if sentences else None


def _open(desk: Desk, conflict: Conflict) -> list[Sentence]:
    claims = [claim for claim in conflict.claims if claim.low is not None or claim.high is not None]
    values = [desk.language.fill(desk.language.pattern("disputed.value"), {
        "value": _number(desk, claim), "place": desk.language.place(claim.cell.scope or ""),
    }) for claim in _by_value(claims)]  # fmt: skip
    measures = list(dict.fromkeys(claim.cell.measure for claim in claims))
    name = desk.language.join([str(desk.language.measure(measure)["name"]) for measure in measures])
    check = next((_check(desk, one) for one in conflict.mismatches if one.cell.scope == desk.board.overall), None)
    slots = {
        "name": name,
        "items": desk.language.join(values),
        "outlets": outlets(desk, claims),
        "sum": f" ({check})" if check else "",
    }
    first = desk.language.say("disputed.open", slots)
    ways = desk.language.join([_way(desk, conflict, way) for way in conflict.ways_out], "or")
    second = desk.language.say("disputed.ways", {"count": _ways(desk, len(conflict.ways_out)), "ways": ways})
    return [Sentence(first, desk.cite_claims(claims, len(claims))), Sentence(second)]


def _by_value(claims: Sequence[Claim]) -> list[Claim]:
    """One claim for each value of each cell, the widest place first."""
    seen = {(claim.cell, claim.low, claim.high): claim for claim in reversed(claims)}
    return sorted(seen.values(), key=lambda claim: (-len(claim.cell.scope or ""), claim.cell.scope or "", claim.id))


def _way(desk: Desk, conflict: Conflict, way: WayOut) -> str:
    """What one way out would make of the cells whose claims it sets aside."""
    aside = {claim for one in way.set_aside for claim in one.claims}
    cells = dict.fromkeys(claim.cell for claim in conflict.claims if claim.id in aside)
    said = []
    for cell in cells:
        bounds = bounded(*way.implies.get(cell, (0, None)))
        path = "disputed.way" if bounds else "disputed.way_open"
        value = phrase(desk.language, bounds, cell.measure, "nom", "alone") if bounds else ""
        slots: dict[str, Slot] = {"value": value, "place": desk.language.place(cell.scope or "")}
        said.append(desk.language.fill(desk.language.pattern(path), slots))
    return desk.language.join(said)


def _ways(desk: Desk, n: int) -> str:
    if desk.language.lang == "en":
        return spell_en(n)
    return count_ar(n, Noun("احتمال", "احتمالات", "m"), "gen", digits=n > 10)


def _settled(desk: Desk, row: Row) -> list[Sentence]:
    """What the sources say of a cell, value by value, and what was set aside."""
    claims = desk.board.claims(row.cell)
    values = _groups(desk, row, claims)
    if len(values) < 2:
        return []
    said = [
        desk.language.fill(
            desk.language.pattern("disputed.by"), {"value": _number(desk, group[0]), "outlets": outlets(desk, group)}
        )
        for group in values
    ]
    slots = {"name": cell_name(desk, row.cell), "items": desk.language.join(said, "comma")}
    sentences = [Sentence(desk.language.say("disputed.values", slots), desk.cite_claims(claims, len(claims)))]
    for one in row.set_aside:
        check = _mismatch(desk, row.cell, one.value) if one.value is not None else None
        if check:
            aside = phrase(desk.language, Quantity(one.value, one.value, "exact"), row.cell.measure, "gen", "alone")
            sentences.append(Sentence(desk.language.say("disputed.aside", {"value": aside, "sum": check})))
    return sentences + _published(desk, row)


def _published(desk: Desk, row: Row) -> list[Sentence]:
    """Which number the policy publishes, where bounds were told."""
    held = desk.board.quantity(row.cell.measure, row.cell.scope or "", row.cell.mode)
    if held is None or held.sort != "range" or row.best is None:
        return []
    value = phrase(desk.language, Quantity(row.best, row.best, "exact"), row.cell.measure, "nom", "alone")
    slots: dict[str, Slot] = {"value": value, "name": desk.board.tally.policy}
    return [Sentence(desk.language.say("disputed.published", slots))]


def _groups(desk: Desk, row: Row, claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims of one value together: what stands first, then the others from the most to the least."""
    by_value: dict[tuple[int | None, int | None], list[Claim]] = {}
    for claim in claims:
        if claim.low is not None or claim.high is not None:
            by_value.setdefault((claim.low, claim.high), []).append(claim)
    standing = {claim.id for claim in desk.board.agreeing(row)}
    return sorted(
        by_value.values(), key=lambda group: (group[0].id not in standing, -len({one.witness for one in group}))
    )


def _number(desk: Desk, claim: Claim) -> str:
    low, high = claim.low, claim.high
    sort = claim.qualifier if claim.qualifier != "vague" else "exact"
    if sort == "range" and not low:
        sort = "at_most"
    bounds = Quantity(None if sort == "at_most" else low, high, sort)
    return phrase(desk.language, bounds, claim.cell.measure, "nom", "alone")


def _mismatch(desk: Desk, cell: Cell, value: int) -> str | None:
    """The sum that a value of a cell breaks, from the conflict about it, or else over the countries."""
    found = (one for conflict in desk.board.tally.conflicts for one in conflict.mismatches)
    known = next((one for one in found if (one.cell, one.said) == (cell, value)), None)
    return _check(desk, known) if known else _misfit(desk, cell, value)


def _check(desk: Desk, one: Mismatch) -> str:
    """ "24 = 30 − 6"; the terms are named where they are of other days."""
    same_days = all((term.start, term.end) == desk.board.days for _, term, _ in one.sum.terms)
    return result_first(one.sum, one.given) if same_days else f"{one.given} = {arithmetic(desk, one.cell, one.sum)}"


def _misfit(desk: Desk, cell: Cell, value: int) -> str | None:
    """ "24 = 30 − 6": the sum over the countries that a value would break; None where it breaks none."""
    board = desk.board
    if (
        board.overall is None
        or cell.mode is not None
        or (cell.scope != board.overall and cell.scope not in board.parts)
    ):
        return None
    numbers = {}
    for scope in (*board.parts, board.overall):
        held = board.quantity(cell.measure, scope)
        number = value if scope == cell.scope else held.exact if held else None
        if number is None:
            return None
        numbers[scope] = number
    total = numbers.pop(board.overall)
    if sum(numbers.values()) == total or len(numbers) < 2:
        return None
    if cell.scope == board.overall:
        return f"{sum(numbers.values())} = {' + '.join(map(str, numbers.values()))}"
    others = [number for scope, number in numbers.items() if scope != cell.scope]
    return f"{total - sum(others)} = {' − '.join(map(str, [total, *others]))}"
