"""Who gets in at all: on a server where even reading needs an account."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from fastapi import HTTPException, Request, Response
from starlette.concurrency import run_in_threadpool

from hasila.errors import HasilaError
from hasila.web.people import person_of
from hasila.web.refusals import SIGN_IN_FIRST

Answer = Callable[[Request], Awaitable[Response]]
# what the sign-in page itself is made of
_OPEN = re.compile("/static/.*|/(ar|en)/sign-in")


def gate(told: Callable[[Request, Exception], Response]) -> Callable[[Request, Answer], Awaitable[Response]]:
    """A middleware that answers nobody but people who signed in; ``told`` makes an answer of an error."""

    async def let_in(request: Request, answer: Answer) -> Response:
        if _OPEN.fullmatch(request.url.path):
            return await answer(request)
        try:
            person = await run_in_threadpool(person_of, request)
        except HasilaError as error:
            return told(request, error)
        if person is None:
            refusal = HTTPException(401, SIGN_IN_FIRST, {"WWW-Authenticate": "Bearer"})
            return await run_in_threadpool(told, request, refusal)
        return await answer(request)

    return let_in
