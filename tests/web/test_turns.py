"""Answers are made a few at a time, in the order of asking, and nobody waits for one that is slow."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.types import Receive, Scope, Send

from hasila.web.turns import InTurn

_SOON = 20
"""Seconds after which something that should have happened won't."""


class Answering:
    """An application that answers when it is told to; what is asked is called by its path."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.told = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.begun.append(scope["path"])
        if scope["path"] == "/fails":
            raise LookupError
        if not scope["path"].startswith("/quick"):
            await self.told.wait()


def _run(asked: Coroutine[Any, Any, object]) -> object:
    """In a thread of its own: the browser of other tests keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, asked).result()


async def _nothing(*_: object) -> Any:
    raise AssertionError("nothing is received or sent here")


def _ask(app: InTurn, path: str, kind: str = "http") -> asyncio.Task[None]:
    return asyncio.create_task(app({"type": kind, "path": path}, _nothing, _nothing))


async def _settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def test_so_many_are_begun_and_the_rest_in_the_order_of_asking() -> None:
    async def begun() -> object:
        inner = Answering()
        app = InTurn(inner, at_once=2, lasts=_SOON)
        asked = [_ask(app, path) for path in ("/a", "/b", "/c", "/d")]
        await _settle()
        before = list(inner.begun)
        inner.told.set()
        await asyncio.wait_for(asyncio.gather(*asked), _SOON)
        return before, inner.begun

    assert _run(begun()) == (["/a", "/b"], ["/a", "/b", "/c", "/d"])


def test_nobody_waits_behind_what_is_slow() -> None:
    async def slow() -> object:
        inner = Answering()
        app = InTurn(inner, at_once=2, lasts=0.01)
        held = [_ask(app, "/slow") for _ in range(2)]
        quick = [_ask(app, f"/quick/{number}") for number in range(5)]
        await asyncio.wait_for(asyncio.gather(*quick), _SOON)
        waiting = [one.done() for one in held]
        inner.told.set()
        await asyncio.wait_for(asyncio.gather(*held), _SOON)
        return waiting

    assert _run(slow()) == [False, False]


def test_a_turn_that_was_taken_back_is_not_given_back_again() -> None:
    async def begun() -> object:
        inner = Answering()
        app = InTurn(inner, at_once=1, lasts=0.01)
        slow = _ask(app, "/slow")
        await asyncio.wait_for(_ask(app, "/quick"), _SOON)
        inner.told.set()
        await asyncio.wait_for(slow, _SOON)
        inner.told.clear()
        app._lasts = _SOON
        asked = [_ask(app, path) for path in ("/a", "/b")]
        await _settle()
        now = inner.begun[2:]
        inner.told.set()
        await asyncio.wait_for(asyncio.gather(*asked), _SOON)
        return now

    assert _run(begun()) == ["/a"]


def test_a_turn_ends_with_an_error() -> None:
    async def after_it() -> object:
        inner = Answering()
        app = InTurn(inner, at_once=1, lasts=_SOON)
        failed = _ask(app, "/fails")
        quick = _ask(app, "/quick")
        await asyncio.wait_for(quick, _SOON)
        return failed.exception()

    assert isinstance(_run(after_it()), LookupError)


def test_files_and_the_beginning_of_the_server_need_no_turn() -> None:
    async def begun() -> object:
        inner = Answering()
        app = InTurn(inner, at_once=1, lasts=_SOON)
        asked = [_ask(app, "/a"), _ask(app, "/static/page.css"), _ask(app, "", "lifespan")]
        await _settle()
        now = list(inner.begun)
        inner.told.set()
        await asyncio.gather(*asked)
        return now

    assert _run(begun()) == ["/a", "/static/page.css", ""]
