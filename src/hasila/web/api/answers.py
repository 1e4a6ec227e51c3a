"""Lists for programs: one JSON object with a link to the next part, or JSON lines of all of it, streamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Request
from fastapi.responses import Response, StreamingResponse
from starlette.datastructures import URL

from hasila.codec import line

LINES = "application/x-ndjson"
_KINDS = (LINES, "application/jsonl", "application/ndjson")
_AT_ONCE = 100

Limit = Annotated[int, Query(ge=1, le=1000, description="At most so many in this part.")]
Cursor = Annotated[
    str | None, Query(max_length=200, description="Where to go on: take it from the link to the next part.")
]
Policy = Annotated[
    str, Query(max_length=40, description="official-first, ged, acled or witnesses: which number is published.")
]
Format = Annotated[
    Literal["json", "jsonl"] | None,
    Query(description="jsonl: all of the list as JSON lines, as with Accept: application/x-ndjson."),
]


def _wants_lines(request: Request, format: Format = None) -> bool:
    if format is not None:
        return format == "jsonl"
    accepted = (one.partition(";")[0].strip() for one in request.headers.get("accept", "").split(","))
    return any(kind in _KINDS for kind in accepted)


WantsLines = Annotated[bool, Depends(_wants_lines)]


def plain(made: object) -> Response:
    """One object."""
    return Response(line(made), media_type="application/json", headers={"Vary": "Accept"})


def part(request: Request, made: dict[str, Any], cursor: str | None) -> Response:
    """A part of a list, with a link to the next one if there is more."""
    return _linked(request, plain(made), cursor)


def part_of_lines(request: Request, name: str, held: Iterable[str], cursor: str | None) -> Response:
    """As :func:`part`, of a list whose objects are lines of JSON already."""
    whole = f'{{"{name}":[{",".join(held)}]}}'
    return _linked(request, Response(whole, media_type="application/json", headers={"Vary": "Accept"}), cursor)


def _linked(request: Request, answer: Response, cursor: str | None) -> Response:
    if cursor is not None:
        address = URL(scope=request.scope).include_query_params(cursor=cursor)
        answer.headers["Link"] = f'<{address.path}?{address.query}>; rel="next"'
    return answer


def lines(made: Iterable[object]) -> StreamingResponse:
    """All of a list, an object a line, written as it is made."""
    return StreamingResponse(_chunks(iter(made)), media_type=LINES, headers={"Vary": "Accept"})


def _chunks(made: Iterator[object]) -> Iterator[str]:
    while some := "".join(f"{line(one)}\n" for one in islice(made, _AT_ONCE)):
        yield some
