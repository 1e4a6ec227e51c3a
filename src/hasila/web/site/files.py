"""Pages -> the names of their files, relative to one another, whatever stands in the names of things."""

from __future__ import annotations

import re
from hashlib import sha256
from posixpath import dirname, relpath
from typing import NamedTuple
from urllib.parse import quote, unquote

from hasila.web.addresses import Query
from hasila.web.messages import Tongue

# What is there as files; all else needs a server.
PUBLISHED = frozenset(
    {"overview", "tally", "conflicts", "brief", "statements", "documents", "outlets", "actors", "people", "about"}
)
# What may be asked of a published page. All else would make a page of every combination.
_ASKED = frozenset({"by", "after", "cursor", "period", "cell", "place", "page"})
_SAFE = re.compile(r"[a-z0-9][a-z0-9-]{0,70}")
_UNSAFE = re.compile(r"[^a-z0-9]+")
# names that Windows keeps for itself
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)")
_SERVER = "server"


class Page(NamedTuple):
    """A page of the site: its language, its quoted path without the language, and what is asked there, sorted."""

    lang: Tongue
    path: str
    query: Query = ()

    @property
    def file(self) -> str:
        """The name of its file below the folder of the site."""
        *folders, last = map(_part, self.path.split("/"))
        if self.query:
            last = f"{last[:60]}-{_digits(repr(self.query))}"
        return "/".join([self.lang, *folders, f"{last}.html"])


def page_of(lang: Tongue, path: str, query: Query) -> Page:
    """The page that an address leads to; where a server is needed, the page that says so."""
    if path.partition("/")[0] not in PUBLISHED:
        return Page(lang, _SERVER)
    plain = quote(unquote(path)).strip("/")  # a stroke within a name is written in two ways
    return Page(lang, plain, tuple(sorted((name, value) for name, value in query if name in _ASKED)))


def needs_server(page: Page) -> bool:
    """Whether a page only says that a server is needed."""
    return page.path == _SERVER


def way(origin: str, target: str) -> str:
    """How a file is found from another.

    >>> way("ar/tally.html", "ar/documents/00ff.html"), way("ar/documents/00ff.html", "static/hasila.css")
    ('documents/00ff.html', '../../static/hasila.css')
    """
    return relpath(target, dirname(origin) or ".")


def _part(quoted: str) -> str:
    """A part of a path as a name that every file system takes, and no two alike."""
    if _SAFE.fullmatch(quoted) and not _DEVICES.fullmatch(quoted):
        return quoted
    readable = _UNSAFE.sub("-", unquote(quoted).lower()).strip("-")[:40]
    return f"{readable or 'x'}-{_digits(quoted)}"


def _digits(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:10]
