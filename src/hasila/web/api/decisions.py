"""What people decided about figures and documents."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from hasila.ledger.listing import decisions_after
from hasila.web.api import models
from hasila.web.api.answers import Cursor, Limit, WantsLines, lines, part
from hasila.web.api.asked import Since, moment_of
from hasila.web.paging import read_cursor, written
from hasila.web.stand import stand_of

router = APIRouter(tags=["v1"])

_DECISION = {
    "seq": 41, "at": "2024-01-02T10:00:00Z", "target": "0a1b2c3d4e5f#3", "action": "correct", "field": "low",
    "value": "24", "who": "salma", "why": "The statement says 24.",
}  # fmt: skip
Target = Annotated[str | None, Query(max_length=200, description="A figure, or the key of a document.")]


@router.get("/decisions", responses=models.given(models.Decisions, {"decisions": [_DECISION]}))
def decisions(
    request: Request,
    as_lines: WantsLines,
    target: Target = None,
    who: Annotated[str | None, Query(max_length=200)] = None,
    since: Since = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """What people decided, in the order of deciding: who, about what, and why."""
    stand = stand_of(request)
    after = 0 if cursor is None else int(read_cursor(cursor, (int,))[0])
    found = decisions_after(stand.ledger, after, target=target, who=who, since=moment_of(since))
    if as_lines:
        return lines(map(_plain, found))
    some = [one for _, one in zip(range(limit + 1), found, strict=False)]
    cursor = written([some[limit - 1].seq or 0]) if len(some) > limit else None
    return part(request, {"decisions": [_plain(one) for one in some[:limit]]}, cursor)


def _plain(one: Any) -> dict[str, Any]:
    return {
        "seq": one.seq,
        "at": one.at.isoformat().replace("+00:00", "Z"),
        "target": one.target,
        "action": one.action,
        "field": one.field,
        "value": one.value,
        "who": one.who,
        "why": one.why,
    }
