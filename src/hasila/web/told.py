"""What went wrong, told to programs as problem details (RFC 9457), and to people on a page in their language."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from hasila.codec import line
from hasila.errors import HasilaError, LedgerError
from hasila.web.drawing import draw
from hasila.web.headers import HEADERS
from hasila.web.objections import objection
from hasila.web.pages.page import page, tongue_of
from hasila.web.pages.signing_in import to_sign_in
from hasila.web.people import NOBODY
from hasila.web.refusals import REFUSALS


def tell_errors(app: FastAPI) -> None:
    """Every error of an application is told."""
    for kind in (HTTPException, HasilaError, RequestValidationError):
        app.add_exception_handler(kind, told)
    app.add_exception_handler(Exception, _fault)


def told(request: Request, error: Exception) -> Response:
    """The answer that tells of an error."""
    if isinstance(error, RequestValidationError):
        return _answer(request, 422, "what was sent is not of the form asked for", errors=_errors(error))
    if isinstance(error, HTTPException):
        if error.status_code == 401 and not _is_program(request):
            return to_sign_in(request)
        return _answer(request, error.status_code, _detail(error), headers=error.headers)
    if isinstance(error, LedgerError) and not _is_program(request):
        told = objection(error, tongue_of(request))
        return _answer(request, 400, told or str(error), told=told is not None)
    return _answer(request, 400, str(error))


def _fault(request: Request, error: Exception) -> Response:
    """A fault of ours: the log has it, the one who asked learns nothing of the inside."""
    answer = _answer(request, 500, "a fault in Hasila itself; the log of the server has it")
    answer.headers.update(HEADERS)
    return answer


def _answer(
    request: Request,
    status: int,
    detail: str,
    *,
    headers: Mapping[str, str] | None = None,
    errors: list[dict[str, str]] | None = None,
    told: bool = False,
) -> Response:
    """``told`` says that the detail is in the reader's language already."""
    if _is_program(request):
        problem: dict[str, Any] = {"type": "about:blank", "title": _phrase(status), "status": status, "detail": detail}
        body = line(problem if errors is None else {**problem, "errors": errors})
        return Response(body, status, headers, media_type="application/problem+json")
    named = [one["where"] for one in errors or ()]
    return HTMLResponse(_page(request, status, detail, named, told), status, headers)


def _page(request: Request, status: int, detail: str, named: list[str], told: bool) -> str:
    known = detail in REFUSALS
    values: dict[str, Any] = {"status": status, "detail": detail, "known": known, "told": told, "named": named}
    if status != 500:
        try:
            return page("error.html.j2", tongue_of(request), request, "error", **values)
        except LedgerError:  # then nobody knows either who asks
            pass
    return draw("error.html.j2", tongue_of(request), page="error", path="", **NOBODY, **values)


def _errors(error: RequestValidationError) -> list[dict[str, str]]:
    """What is wrong where; the values themselves are not sent back."""
    return [{"where": ".".join(map(str, one["loc"][1:])) or "body", "why": str(one["msg"])} for one in error.errors()]


def _detail(error: HTTPException) -> str:
    """What was said; something better than the phrase of the status where nothing was."""
    phrase = _phrase(error.status_code)
    said = {404: "there is no such address", 405: "this address takes other methods"}
    return str(error.detail) if error.detail != phrase else said.get(error.status_code, phrase)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def _is_program(request: Request) -> bool:
    return request.url.path.startswith("/api/")
