"""Where pages and their parts are found: one place that makes every address, for a server and for a site of files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Protocol
from urllib.parse import quote, quote_plus

from hasila.web.messages import Tongue

Query = tuple[tuple[str, str], ...]
_HELD = 8192
# the same names, places and months stand in the addresses of every page
_path = lru_cache(maxsize=_HELD)(quote)
_asked = lru_cache(maxsize=_HELD)(quote_plus)


class Addresses(Protocol):
    """How addresses are written.

    ``live`` says whether a server answers there, which forms and searches need; ``texts`` whether reports are shown
    whole.
    """

    live: bool
    texts: bool

    def page(self, lang: Tongue, path: str, query: Query) -> str:
        """The address of a page; ``path`` is quoted, and without the language."""
        ...

    def asset(self, name: str) -> str:
        """The address of a style sheet, a script, a font or a picture."""
        ...

    def data(self, name: str) -> str:
        """The address of data that lie beside the pages."""
        ...


class Served:
    """The addresses of a server."""

    live = True
    texts = True

    def page(self, lang: Tongue, path: str, query: Query) -> str:
        asked = "&".join([f"{_asked(name)}={_asked(value)}" for name, value in query])
        return f"/{lang}/{path}?{asked}" if asked else f"/{lang}/{path}"

    def asset(self, name: str) -> str:
        return f"/static/{name}"

    def data(self, name: str) -> str:
        return f"/api/v1/{name}"


_NOW: ContextVar[Addresses] = ContextVar("addresses", default=Served())  # noqa: B039  (it holds nothing)


def addresses() -> Addresses:
    """How addresses are written now."""
    return _NOW.get()


@contextmanager
def written_as(other: Addresses) -> Iterator[None]:
    """Pages that are drawn meanwhile have the addresses of ``other``."""
    token = _NOW.set(other)
    try:
        yield
    finally:
        _NOW.reset(token)


def link(lang: Tongue, path: object, /, *parts: object, **query: object) -> str:
    """The address of a page: a path, the parts below it as they are (they are quoted here), and what is asked there.

    What is asked as None or an empty text is left out.

    >>> link("ar", "outlets", "a/b"), link("en", "tally", by="month", place="")
    ('/ar/outlets/a%2Fb', '/en/tally?by=month')
    """
    whole = "/".join([_path(str(path)), *[_path(str(part), safe="") for part in parts]])
    asked = tuple([(name, str(value)) for name, value in query.items() if value is not None and value != ""])
    return addresses().page(lang, whole, asked)
