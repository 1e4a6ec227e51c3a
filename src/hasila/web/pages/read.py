"""Read: paste or drop a report and see what it states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import File, Form, HTTPException, Request, UploadFile

from hasila.model import Document
from hasila.reading import read
from hasila.sources import Rejected, open_bytes
from hasila.web.fetching import fetcher_of, may_be_fetched
from hasila.web.filekinds import accepted, file_kinds
from hasila.web.marks import marked
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.refusals import TOO_LONG
from hasila.web.writing import UNNAMED, offer

router = router_of_pages()

MOST = 2_000_000
"""Characters of a report that the page reads, or of all in an archive; longer ones are for the command line."""

_LEAST = 50
"""What a report counts for at least, so that an archive can't hold too many of none."""

_MOST_SHOWN = 20
"""Reports of one archive that are read and shown, and as many messages on what was set aside."""

_BLANK: dict[str, Any] = {
    "found": (),
    "more": 0,
    "rejected": (),
    "more_rejected": 0,
    "given": "",
    "published": "",
    "title": "",
    "url": "",
    "offer": offer,
}


@router.get("/{lang}/read")
def ask(lang: Tongue, request: Request) -> str:
    """The form for a report."""
    return _shown(lang, request)


@router.post("/{lang}/read")
def answer(
    lang: Tongue,
    request: Request,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
    url: Annotated[str, Form(max_length=2000)] = "",
) -> str:
    """A report, read."""
    url = url.strip()
    fetcher = may_be_fetched(request) if url else None
    text = text.replace("\r\n", "\n")  # a form sends every line break so, whatever was pasted
    day = _day(published)
    data = file.file.read(MOST + 1) if file is not None and file.filename else b""
    if len(text) > MOST or len(data) > MOST:
        raise _too_long()
    if fetcher is not None:
        items = _within_bounds(fetcher.documents(url, day))
    elif file is not None and file.filename:
        items = _within_bounds(open_bytes(data, file.filename, published=day))
    else:
        items = _given(text, title, day)
    values = {"given": text, "published": published, "title": title, "url": url}
    return _shown(lang, request, **_told(items), **values)


def _told(items: Sequence[Document | Rejected]) -> dict[str, Any]:
    """The first of the reports, read, and the first of what was set aside, and how many more there are of each."""
    documents = [item for item in items if isinstance(item, Document)]
    rejected = [item for item in items if isinstance(item, Rejected)]
    return {
        "found": [marked(read(item)) for item in documents[:_MOST_SHOWN]],
        "more": len(documents[_MOST_SHOWN:]),
        "rejected": rejected[:_MOST_SHOWN],
        "more_rejected": len(rejected[_MOST_SHOWN:]),
    }


def _within_bounds(items: Iterable[Document | Rejected]) -> list[Document | Rejected]:
    """All of them, unless an archive holds more than the page reads."""
    taken, length = [], 0
    for item in items:
        length += max(_LEAST, len(item.text) if isinstance(item, Document) else 0)
        if length > MOST:
            raise _too_long()
        taken.append(item)
    return taken


def _too_long() -> HTTPException:
    return HTTPException(413, TOO_LONG)


def _shown(lang: Tongue, request: Request, **values: Any) -> str:
    shared = {
        "fetching": fetcher_of(request) is not None,
        "accepted": accepted(),
        "kinds": file_kinds(),
        "most": MOST // 1_000_000,
    }
    return page("read.html.j2", lang, request, "read", **(_BLANK | shared | values))


def _given(text: str, title: str, day: date | None) -> list[Document | Rejected]:
    if not text.strip():
        return []
    if text.lstrip()[:1] == "<":
        return list(open_bytes(text.encode("utf-8", "surrogatepass"), f"{UNNAMED}.html", published=day))
    return [Document(UNNAMED, text, title=title or None, published=day)]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise HTTPException(422, "the day of publication is no date: write it as 2023-06-02") from error
