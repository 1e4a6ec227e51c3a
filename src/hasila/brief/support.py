"""The paragraph on what the numbers rest on: single sources, inferred periods, and how a statement has to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hasila.brief.counted import number_ar, number_en
from hasila.brief.desk import Desk
from hasila.brief.language import Slot
from hasila.brief.modes import is_inside
from hasila.brief.naming import names_of
from hasila.brief.outlets import outlets
from hasila.brief.written import Paragraph, Sentence
from hasila.model import Mode
from hasila.tally.claim import Claim
from hasila.tally.result import Row

_LISTED = 3


def support(desk: Desk) -> Paragraph | None:
    """None where everything is agreed, stated and plain."""
    sentences = [*_single(desk), *_inferred(desk), *_inferred_too(desk), *_readings(desk)]
    return Paragraph("support", tuple(sentences)) if sentences else None


def _single(desk: Desk) -> Iterator[Sentence]:
    """Which numbers rest on one source, source by source; copies of one text are one."""
    rows = desk.board.main_rows
    claims = tuple(claim for row in rows for claim in desk.board.basis(row))
    if claims and len({claim.witness for claim in claims}) == 1:
        yield _resting(desk, "support.all" if len(desk.board.sources(claims)) == 1 else "support.copied", claims)
        return
    by_witness: dict[str, list[Row]] = {}
    for row in rows:
        for witness in {claim.witness for claim in desk.board.basis(row)} if row.state == "single" else ():
            by_witness.setdefault(witness, []).append(row)
    for held in by_witness.values():
        claims = tuple(claim for row in held for claim in desk.board.basis(row))
        path = "support.one" if len(held) == 1 else "support.some" if len(held) <= _LISTED else "support.many"
        yield _resting(desk, path, claims, held)


def _resting(desk: Desk, path: str, claims: tuple[Claim, ...], rows: Sequence[Row] = ()) -> Sentence:
    slots: dict[str, Slot] = {
        "items": names_of(desk, rows),
        "count": number_ar(len(rows), "m", "nom") if desk.language.lang == "ar" else number_en(len(rows)),
        "outlets": outlets(desk, claims, copied=path != "support.copied"),
    }
    return Sentence(desk.language.say(path, slots), desk.cite_claims(claims))


def _inferred(desk: Desk) -> Iterator[Sentence]:
    rows = desk.board.main_rows
    inferred = [row for row in rows if row.inferred]
    if inferred:
        names = names_of(desk, inferred)
        path = "support.inferred_all" if len(inferred) == len(rows) else "support.inferred"
        yield Sentence(desk.language.say(path, {"items": names, **desk.slots()}), desk.cite(inferred))


def _inferred_too(desk: Desk) -> Iterator[Sentence]:
    """Reports whose period was inferred, where others state it."""
    rows = [row for row in desk.board.main_rows if not row.inferred]
    claims = [claim for row in rows for claim in desk.board.agreeing(row) if claim.basis == "inferred"]
    if claims:
        slots = {"outlets": outlets(desk, claims, copied=False), **desk.slots()}
        yield Sentence(desk.language.say("support.inferred_too", slots), desk.cite_claims(claims))


def _readings(desk: Desk) -> Iterator[Sentence]:
    """Whether the operations of one force alone are among the partnered ones, and the sum that says so."""
    told = {one.reading for one in desk.board.statements if (one.start, one.end) == desk.board.days}
    reading = "inside" if any(is_inside(desk, scope) for scope in desk.board.parts) else None
    reading = reading or ("beside" if "beside" in told else None)
    if reading:
        slots = desk.slots() | {"sum": _sum(desk, reading)}
        yield Sentence(desk.language.say(f"support.{reading}", slots))


def _sum(desk: Desk, reading: str) -> str:
    """ " (33 + 15 = 48)", empty where the numbers aren't all there."""
    board = desk.board
    total = board.quantity("operations", board.overall) if board.overall else None
    modes: tuple[Mode, ...] = ("partnered",) if reading == "inside" else ("partnered", "unilateral")
    held = [board.quantity("operations", scope, mode) for scope in board.parts for mode in modes]
    numbers = [one.exact for one in held if one and one.exact]
    if total is None or sum(numbers) != total.exact or len(numbers) < 2:
        return ""
    return f" ({' + '.join(map(str, numbers))} = {total.exact})"
