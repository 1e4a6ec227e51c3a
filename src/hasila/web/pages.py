"""The pages for people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from hasila.model import Document, Reading
from hasila.reading import read
from hasila.sources import Rejected, open_bytes
from hasila.tally.calendar import Window, read_period
from hasila.tally.policy import policy_names
from hasila.tally.result import Row
from hasila.tally.views import shown
from hasila.web.drawing import draw
from hasila.web.marks import marks_of, pieces
from hasila.web.messages import TONGUES, Tongue, preferred
from hasila.web.stand import stand_of

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

MOST = 2_000_000
"""Characters of a report that the page reads; longer ones are for the command line."""
_MOST_ROWS = 400


def tongue_of(request: Request) -> Tongue | None:
    """The language of a page, which is the first part of its path."""
    first = request.url.path.strip("/").partition("/")[0]
    return next((tongue for tongue in TONGUES if tongue == first), None)


@router.get("/")
def home(request: Request) -> RedirectResponse:
    """To the first page, in the language that the browser asks for."""
    return RedirectResponse(f"/{preferred(request.headers.get('accept-language', ''))}/read", 302)


@router.get("/{lang}/read")
def ask(lang: Tongue, request: Request) -> str:
    """The form for a report."""
    return _page("read.html.j2", lang, request, "read", found=[], rejected=[], given="", published="", title="")


@router.post("/{lang}/read")
def answer(
    lang: Tongue,
    request: Request,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> str:
    """A report, read."""
    day = _day(published)
    data = file.file.read(MOST + 1) if file is not None and file.filename else b""
    if len(text) > MOST or len(data) > MOST:
        raise HTTPException(413, "this is too long for the page: read it with hasila read")
    items = _given(text, title, day) if not data else list(open_bytes(data, file.filename or "", published=day))  # type: ignore[union-attr]
    found = [_shown(read(item)) for item in items if isinstance(item, Document)]
    rejected = [str(item) for item in items if isinstance(item, Rejected)]
    values = {"found": found, "rejected": rejected, "given": text, "published": published, "title": title}
    return _page("read.html.j2", lang, request, "read", **values)


@router.get("/{lang}/tally")
def tally(lang: Tongue, request: Request, by: str = "month", place: str = "", policy: str = "official-first") -> str:
    """What stands, by period."""
    published = stand_of(request).published(policy)
    rows = shown(published.rows, None if by == "all" else by, place or None)  # type: ignore[arg-type]
    newest = sorted(rows, key=_last_day, reverse=True)[:_MOST_ROWS]
    windows = [
        (key, list(group))
        for key, group in groupby(newest, key=lambda row: (row.cell.series, row.cell.start, row.cell.end))
    ]
    values = {"windows": windows, "left": len(rows) - len(newest), "sources": published.sources}
    return _page(
        "tally.html.j2", lang, request, "tally", by=by, place=place, policy=policy, names=policy_names(), **values
    )


@router.get("/{lang}/conflicts")
def conflicts(lang: Tongue, request: Request, policy: str = "official-first") -> str:
    """What contradicts what."""
    found, made, sentences = stand_of(request).conflicts(policy)
    values = {"conflicts": found, "sources": made.sources, "sentences": sentences, "names": policy_names()}
    return _page("conflicts.html.j2", lang, request, "conflicts", policy=policy, **values)


@router.get("/{lang}/brief")
def told(lang: Tongue, request: Request, period: str = "", policy: str = "official-first") -> str:
    """The report of a period, of the last whole month that something stands of where none is asked for."""
    stand = stand_of(request)
    days = read_period(period) if period else _last_month(stand.published(policy).rows)
    one = None if days is None else stand.brief(days, lang, policy)
    asked = {"period": period or (f"{days[0]:%Y-%m}" if days else ""), "policy": policy, "names": policy_names()}
    return _page("brief.html.j2", lang, request, "brief", brief=one, **asked)


def _last_day(row: Row) -> tuple[date, date]:
    return row.cell.end or date.min, row.cell.start or date.min


def _last_month(rows: Iterable[Row]) -> Window | None:
    months = [(start, end) for row in shown(rows, "month") if (start := row.cell.start) and (end := row.cell.end)]
    return max(months, default=None)


@router.get("/{lang}/documents/{key}")
def document(lang: Tongue, request: Request, key: str) -> str:
    """A report of the ledger with everything that was read in it."""
    held = stand_of(request).document(key)
    if held is None:
        raise HTTPException(404, "there is no such document in the ledger")
    return _page("document.html.j2", lang, request, "document", one=_shown(held.reading), held=held)


def _page(template: str, lang: Tongue, request: Request, page: str, **values: Any) -> str:
    path = request.url.path.partition(f"/{lang}/")[2]
    if request.url.query:
        path += f"?{request.url.query}"
    return draw(template, lang, page=page, path=path, ledger=request.app.state.stand is not None, **values)


def _given(text: str, title: str, day: date | None) -> list[Document | Rejected]:
    if not text.strip():
        return []
    if text.lstrip()[:1] == "<":
        return list(open_bytes(text.encode("utf-8", "surrogatepass"), "report.html", published=day))
    return [Document("report", text, title=title or None, published=day)]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise HTTPException(422, "the day of publication is no date: write it as 2023-06-02") from error


def _shown(reading: Reading) -> dict[str, Any]:
    """A reading with its words in marked pieces."""
    document = reading.document
    return {
        "reading": reading,
        "title": pieces(document.title or "", marks_of(reading, "title")) if document.title else [],
        "text": pieces(document.text, marks_of(reading, "text")),
        "notes": [*document.notes, *reading.notes],
    }
