"""A statement with all that is behind it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Request, Response

from hasila.export.explained import told_object
from hasila.tally.story import statement_told
from hasila.web.api import models
from hasila.web.api.answers import plain
from hasila.web.stand import stand_of

router = APIRouter(tags=["v1"])

Id = Annotated[str, Path(description="The id of a statement, as the rows of the tally give it.")]

_STATEMENT: dict[str, Any] = {
    "kind": "statement", "policy": "official-first", "statement": "coalition/2023-05", "series": "coalition",
    "start": "2023-05-01", "end": "2023-05-31", "place_name": None, "reading": None, "rows": [], "witnesses": [],
    "copies": [], "belongs": [], "conflicts": [], "decisions": [],
}  # fmt: skip


@router.get("/statements/{id:path}", responses=models.given(models.Statement, _STATEMENT, listed=False))
def statement(request: Request, id: Id, policy: str = "official-first") -> Response:
    """A statement: its numbers, its documents by witness, which are copies and why, its conflicts and decisions.

    The object of `hasila explain STATEMENT --format json`, without the ranking of periods.
    """
    stand = stand_of(request)
    held = stand.statement(id, policy)
    if held is None:
        raise HTTPException(404, "there is no such statement in the ledger")
    made = {"policy": policy, **told_object(statement_told(held, stand.decisions))}
    del made["period_ranking"]
    return plain(made)
