"""Every figure that the documents of the ledger state."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from hasila.web.api import models
from hasila.web.api.answers import Cursor, Limit, WantsLines, lines, part
from hasila.web.api.asked import (
    Language,
    Measures,
    Modes,
    Outlet,
    Period,
    Place,
    Since,
    Wanted,
    days_of,
    moment_of,
)
from hasila.web.api.scanning import BUDGET, Filed, Scan
from hasila.web.paging import read_cursor, written
from hasila.web.stand import stand_of

router = APIRouter(tags=["v1"])

_SHORT = 12
_FIGURE = {"figure": "0a1b2c3d4e5f#3", "document": "report-7", "measure": "killed", "low": 8, "high": 8}
_Place = tuple[int, int]


@router.get("/figures", responses=models.given(models.Figures, {"figures": [_FIGURE]}))
def figures(
    request: Request,
    as_lines: WantsLines,
    measure: Measures = None,
    mode: Modes = None,
    place: Place = None,
    period: Period = None,
    outlet: Outlet = None,
    language: Language = None,
    published: Annotated[Period, Query(description="The period in which the document came out.")] = None,
    since: Since = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Figures as they were read, with the words that state them, in the order of adding.

    A part looks through so many documents at most that it may hold fewer than `limit`, or none, where few fit: go on as
    long as there is a next one.
    """
    wanted = Wanted(measure, mode, place, days_of(period))
    filed = Filed(outlet, language, days_of(published), moment_of(since))
    seq, at = (1, -1) if cursor is None else map(int, read_cursor(cursor, (int, int)))
    scan = Scan(stand_of(request).ledger, seq - 1, filed, budget=None if as_lines else BUDGET)
    found = _figures(scan, wanted, (seq, at))
    if as_lines:
        return lines(one for _, one in found)
    some = list(islice(found, limit + 1))
    following = None
    if len(some) > limit:
        following = written(some[limit - 1][0])
    elif scan.has_more:
        following = written((scan.seen + 1, 0))
    return part(request, {"figures": [one for _, one in some[:limit]]}, following)


def _figures(scan: Scan, wanted: Wanted, after: _Place) -> Iterator[tuple[_Place, dict[str, Any]]]:
    for one, read in scan:
        about = one.about
        of_document = {
            "document": about["id"],
            "key": one.key,
            "published": about["published"],
            "lang": read["lang"],
            "outlet": about["outlet"],
        }
        for at, figure in enumerate(read["figures"]):
            if (one.seq, at) > after and wanted.has(figure):
                yield (one.seq, at), {"figure": f"{one.key[:_SHORT]}#{at}", **of_document, **figure}
