"""The paragraph on what the numbers rest on: single sources, inferred periods, and how a statement has to be read."""

from __future__ import annotations

from collections.abc import Iterator

from hasila.brief.desk import Desk
from hasila.brief.naming import cell_name
from hasila.brief.outlets import outlets
from hasila.brief.written import Paragraph, Sentence
from hasila.tally.claim import Claim
from hasila.tally.result import Row, Statement


def support(desk: Desk) -> Paragraph | None:
    """None where everything is agreed, stated and plain."""
    sentences = [*_single(desk), *_inferred(desk), *_readings(desk)]
    return Paragraph("support", tuple(sentences)) if sentences else None


def _single(desk: Desk) -> Iterator[Sentence]:
    """Which numbers rest on one witness, witness by witness."""
    rows = list(desk.board.rows.values())
    by_witness: dict[str, list[tuple[Row, tuple[Claim, ...]]]] = {}
    for row in rows:
        claims = desk.board.agreeing(row)
        if row.state == "single" and claims:
            by_witness.setdefault(claims[0].witness, []).append((row, claims))
    for held in by_witness.values():
        claims = tuple(claim for _, found in held for claim in found)
        slots = {
            "items": desk.language.join([cell_name(desk, row.cell) for row, _ in held]),
            "outlets": outlets(desk, claims),
        }
        path = "support.all" if len(held) == len(rows) else "support.one" if len(held) == 1 else "support.some"
        yield Sentence(desk.language.say(path, slots), desk.cite_claims(claims))


def _inferred(desk: Desk) -> Iterator[Sentence]:
    rows = list(desk.board.rows.values())
    inferred = [row for row in rows if row.inferred]
    if inferred:
        names = desk.language.join([cell_name(desk, row.cell) for row in inferred])
        path = "support.inferred_all" if len(inferred) == len(rows) else "support.inferred"
        yield Sentence(desk.language.say(path, {"items": names, **desk.slots()}), desk.cite(inferred))


def _readings(desk: Desk) -> Iterator[Sentence]:
    """Whether the unilateral operations are among the partnered ones, where the sums depend on it."""
    for statement in desk.board.statements:
        if statement.reading in ("inside", "beside") and (statement.start, statement.end) == desk.board.days:
            slots = desk.slots() | {"sum": _sum(desk, statement)}
            yield Sentence(desk.language.say(f"support.{statement.reading}", slots))


def _sum(desk: Desk, statement: Statement) -> str:
    """ " (33 + 15 = 48)", empty where the numbers aren't all there."""
    board = desk.board
    total = board.quantity("operations", board.overall) if board.overall else None
    modes = ("partnered",) if statement.reading == "inside" else ("partnered", "unilateral")
    numbers = []
    for scope in board.parts:
        for mode in modes:
            held = board.quantity("operations", scope, mode)  # type: ignore[arg-type]
            if held and held.exact:
                numbers.append(held.exact)
    if total is None or sum(numbers) != total.exact or len(numbers) < 2:
        return ""
    return f" ({' + '.join(map(str, numbers))} = {total.exact})"
