"""The addresses of a site of files: relative, and each page that is linked to is noted, so that it is drawn too."""

from __future__ import annotations

from collections import deque

from hasila.web.addresses import Query
from hasila.web.messages import TONGUES, Tongue
from hasila.web.site.files import Page, page_of, way

START = "overview"


class SiteAddresses:
    """Addresses as they are written on one page after the other; ``texts`` says whether reports are shown whole."""

    live = False

    def __init__(self, texts: bool) -> None:
        self.texts = texts
        self._origin = "index.html"
        self._waiting: deque[Page] = deque()
        self._known: set[Page] = set()
        for lang in TONGUES:
            self.page(lang, START, ())

    def page(self, lang: Tongue, path: str, query: Query) -> str:
        wanted = page_of(lang, path, query)
        if wanted not in self._known:
            self._known.add(wanted)
            self._waiting.append(wanted)
        return way(self._origin, wanted.file)

    def asset(self, name: str) -> str:
        return way(self._origin, f"static/{name}")

    def data(self, name: str) -> str:
        return way(self._origin, f"data/{name}")

    def next(self) -> Page | None:
        """The next page to be drawn; the addresses are relative to it from now on."""
        if not self._waiting:
            return None
        page = self._waiting.popleft()
        self._origin = page.file
        return page
