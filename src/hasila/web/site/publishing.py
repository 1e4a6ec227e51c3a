"""A ledger -> a folder of pages and data: whatever a page links to is drawn next, until nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from fastapi import FastAPI

from hasila.web.addresses import written_as
from hasila.web.app import create_app
from hasila.web.drawing import draw
from hasila.web.messages import TONGUES
from hasila.web.people import NOBODY
from hasila.web.site.addresses import START, SiteAddresses
from hasila.web.site.asking import Asked, asked
from hasila.web.site.data import data_of
from hasila.web.site.files import Page, needs_server
from hasila.web.site.folder import Folder, SiteError


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published: how many pages and files, and the head of the ledger they are of."""

    pages: int
    files: int
    head: str


def publish(
    ledger: str,
    folder: str,
    *,
    policy: str = "official-first",
    texts: bool = False,
    told: Callable[[int], None] = lambda _: None,
) -> Publication:
    """Publish a ledger. The same ledger gives the same files; files of an earlier publication that are left over go.

    ``texts`` publishes the reports whole, otherwise only the sentences with figures; ``told`` hears of every page.
    Raises :class:`SiteError`, and what the ledger raises.
    """
    app = create_app(ledger)
    stand = app.state.stand
    head = stand.head()
    stand.published(policy)
    stand.seeker.complete()
    stand.judging.outlets(policy, patience=None)
    held = Folder(Path(folder))
    for name, data in _assets(files("hasila.web") / "static"):
        held.write(f"static/{name}", [data])
    for name, chunks in data_of(stand, policy, texts):
        held.write(f"data/{name}", chunks)
    pages = _write_pages(app, held, SiteAddresses(texts), policy, told)
    if stand.head() != head:
        raise SiteError(folder, "the ledger changed meanwhile", "Publish again: this site is of two states")
    return Publication(pages, held.close(), head.hash)


def _write_pages(app: FastAPI, held: Folder, addresses: SiteAddresses, policy: str, told: Callable[[int], None]) -> int:
    held.write("index.html", [_first(addresses)])
    count = 0
    with asked(app, addresses) as application:
        while (page := addresses.next()) is not None:
            held.write(page.file, [_drawn(application, addresses, page, policy)])
            count += 1
            told(count)
    return count


def _drawn(application: Asked, addresses: SiteAddresses, page: Page, policy: str) -> bytes:
    if needs_server(page):
        with written_as(addresses):
            return draw("served_only.html.j2", page.lang, page="", path=page.path, ledger=True, **NOBODY).encode()
    status, body = application.page(page, "" if policy == "official-first" else policy)
    if status >= 500:
        raise SiteError(page.file, "this page can't be drawn", "Please tell us, with the log above")
    return body


def _first(addresses: SiteAddresses) -> bytes:
    """The first page: the choice of the language."""
    with written_as(addresses):
        starts = {lang: addresses.page(lang, START, ()) for lang in TONGUES}
        return draw("languages.html.j2", "ar", starts=starts).encode()


def _assets(folder: Traversable, below: str = "") -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _assets(one, f"{below}{one.name}/")
        else:
            yield f"{below}{one.name}", one.read_bytes()
