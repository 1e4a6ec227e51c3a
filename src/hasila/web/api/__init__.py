"""The interface for programs, ``/api/v1``: the same objects as the command line prints, in lists that can be paged.

A module for each thing that is asked for; a new one takes its place in ``_ROUTERS``.
"""

from fastapi import APIRouter

from hasila.web.api import decisions, documents, figures, reading, search, statements, tally, writing
from hasila.web.api.models import PROBLEMS

_ROUTERS: tuple[APIRouter, ...] = (
    reading.router,
    tally.router,
    statements.router,
    documents.router,
    figures.router,
    search.router,
    decisions.router,
    writing.router,
)

router = APIRouter(prefix="/api/v1", responses=PROBLEMS)
for one in _ROUTERS:
    router.include_router(one)
