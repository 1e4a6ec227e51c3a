"""A report that a source listed -> a document: from its page, or from what the source itself carries of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hasila.errors import SourceError
from hasila.fetch import Client, Clock, Fetched
from hasila.model import Document
from hasila.sources import open_body
from hasila.sources.feed import SUMMARY
from hasila.sources.provenance import Provenance
from hasila.sources.record import parse_lang
from hasila.sources.rejected import Rejected
from hasila.sources.source import Defaults, Source
from hasila.watch.found import Found
from hasila.watch.watched import Watched

KINDS = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_WHOLE = 600
"""From so many characters on, what a feed carries is taken for the whole report, and its page is not fetched."""


class Reports:
    """Makes documents of what sources list."""

    def __init__(self, client: Client, clock: Clock) -> None:
        self._client, self._clock = client, clock

    def needs_page(self, found: Found) -> bool:
        """Whether the page of a report has to be fetched."""
        return found.url.startswith(("http://", "https://")) and len(found.text or "") < _WHOLE

    def document(self, found: Found, watched: Watched) -> Document:
        """The report. Raises :class:`FetchError` or :class:`SourceError` where it can't be had."""
        made = self._of_page(found, watched) if self.needs_page(found) else self.carried(found, watched)
        if made is None:
            reason = "the source carries no text of it, and no address"
            raise SourceError(found.url, None, reason, "Look at the source yourself")
        return made

    def carried(self, found: Found, watched: Watched) -> Document | None:
        """The report as the source carries it, if only in short."""
        text = found.text or found.summary
        if not text:
            return None
        at = datetime.fromtimestamp(self._clock.now(), UTC)
        where = Provenance(watched.url, record=found.url, retrieved=_iso(at), url=watched.url)
        return Document(
            id=found.url,
            text=text,
            title=found.title,
            published=found.published,
            lang=parse_lang(found.lang or "") or watched.lang,
            url=found.url if found.url.startswith("http") else None,
            outlet=watched.outlet or found.outlet,
            source=watched.url,
            extra=where.of(text.encode("utf-8", "replace"), "feed" if found.published else None).beside({}),
            notes=() if found.text else (SUMMARY,),
        )

    def _of_page(self, found: Found, watched: Watched) -> Document:
        fetched = self._client.get(found.url, kinds=KINDS)
        where = Provenance(found.url, retrieved=_iso(fetched.retrieved), url=fetched.url)
        lang = watched.lang or parse_lang(found.lang or "")
        source = Source(where, found.url, Defaults(found.published, lang), fetched.charset)
        items = list(open_body(fetched.body, source, _media(fetched)))
        made = next((one for one in items if isinstance(one, Document)), None)
        if made is None:
            fault = next((one for one in items if isinstance(one, Rejected)), None)
            reason = fault.reason if fault else "nothing was found in it"
            raise SourceError(found.url, None, reason, fault.remedy if fault else "Look at it yourself")
        return _completed(made, found, watched, fetched.url)


def _media(fetched: Fetched) -> str:
    """What a page is: as the server says, but for servers that call a page plain text, or nothing."""
    plain = fetched.kind in ("", "text/plain")
    return "text/html" if plain and fetched.body.lstrip()[:1] == b"<" else fetched.kind or "text/plain"


def _completed(made: Document, found: Found, watched: Watched, url: str) -> Document:
    """The document, with what the source says where the page doesn't."""
    told = dict(made.extra.get("provenance") or {})
    if told.get("published_from") == "given":
        told["published_from"] = found.by
    return replace(
        made,
        title=made.title or found.title,
        url=made.url or url,
        outlet=watched.outlet or made.outlet or found.outlet,
        extra={**made.extra, "provenance": told},
    )


def _iso(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
