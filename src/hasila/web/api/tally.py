"""What stands in the ledger, and what contradicts what."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from hasila.export.tallies import row_object
from hasila.tally.calendar import Span
from hasila.tally.result import Conflict, Row, State
from hasila.tally.views import shown
from hasila.web.api import models
from hasila.web.api.answers import Cursor, Limit, Policy, WantsLines, lines, part, part_of_lines
from hasila.web.api.asked import Measures, Modes, Period, Place, days_of, inside
from hasila.web.api.conflicting import told
from hasila.web.paging import name_of_row, part_of
from hasila.web.stand import stand_of

router = APIRouter(tags=["v1"])

By = Annotated[Span | None, Query(description="Only whole months, quarters, halves or years.")]
States = Annotated[State | None, Query()]
_ROW: dict[str, Any] = {
    "series": "coalition", "period": {"start": "2023-05-01", "end": "2023-05-31"}, "place": "IQ+SY",
    "place_name": None, "measure": "operations", "mode": "partnered", "low": 38, "best": 38, "high": 38,
    "state": "agreed", "inferred": False, "claims": 3, "witnesses": 2, "statement": "coalition/2023-05",
    "set_aside": [],
}  # fmt: skip


@router.get("/tally", responses=models.given(models.Tally, {"policy": "official-first", "rows": [_ROW]}))
def tally(
    request: Request,
    as_lines: WantsLines,
    by: By = None,
    place: Place = None,
    policy: Policy = "official-first",
    period: Period = None,
    measure: Measures = None,
    mode: Modes = None,
    state: States = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """What stands in the ledger: one number for each measure, place and period (`hasila tally --format json`)."""
    found, days = stand_of(request).published(policy), days_of(period)

    def is_asked(row: Row) -> bool:
        return (
            measure in (None, row.cell.measure)
            and mode in (None, row.cell.mode)
            and state in (None, row.state)
            and (days is None or inside(days, row.cell.start, row.cell.end))
        )

    rows = [row for row in shown(found.rows, by, place) if is_asked(row)]
    if as_lines:
        return lines(row_object(row, found.sources) for row in rows)
    some = part_of(rows, name_of_row, cursor, limit)
    made = {"policy": found.policy, "rows": [row_object(row, found.sources) for row in some.items]}
    return part(request, made, some.next)


@router.get("/conflicts", responses=models.given(models.Conflicts, {"conflicts": []}))
def conflicts(
    request: Request,
    as_lines: WantsLines,
    policy: Policy = "official-first",
    period: Period = None,
    place: Place = None,
    measure: Measures = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
    cursor: Cursor = None,
) -> Response:
    """What contradicts what: the sums that fail, the sentences that state them, and every lightest way out.

    The objects are those of `hasila conflicts --format json`.
    """
    stand, days = stand_of(request), days_of(period)

    def is_asked(one: Conflict) -> bool:
        return any(
            measure in (None, cell.measure)
            and place in (None, cell.scope, cell.place)
            and (days is None or inside(days, cell.start, cell.end))
            for cell in one.cells
        )

    made = stand.tallied(policy).tally
    found = [one for one in made.conflicts if is_asked(one)]
    if as_lines:
        return lines(told(stand, made, found))
    some = part_of(found, _name, cursor, limit)
    return part_of_lines(request, "conflicts", request.app.state.conflict_lines.of(stand, made, some.items), some.next)


def _name(conflict: Conflict) -> str:
    return conflict.id
