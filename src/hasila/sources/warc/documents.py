"""A WARC or WET file -> the reports on its pages.

The id of a report is its address, and its day is what its page says, never the day of the crawl. So a page that was
crawled twice and did not change is the same document, which a ledger holds once; one that did change is another
document with the same id, as a new version of a file is. The day of each crawl stands in its provenance.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.archives.member import safe
from hasila.sources.bounds import Bounds
from hasila.sources.kinds import kind_of_media
from hasila.sources.notice import notice
from hasila.sources.opening import read_stream
from hasila.sources.provenance import Provenance
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source
from hasila.sources.warc.records import Damage, Page, pages

Finished = Callable[[Document], Document]

_TIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?)?)?")
_DAMAGE = "The other records that could be found were read; get the archive again for these"


def read_warc(
    stream: BinaryIO, source: Source, finished: Finished = lambda document: document
) -> Iterator[Document | Rejected]:
    """A document or more for every page of a kind that is read; then how many records held none, by reason.

    ``finished`` has a last word on each document.
    """
    passed: Counter[str] = Counter()
    bounds = source.bounds or Bounds()
    count = 0
    for item in pages(stream, _wanted, passed):
        if isinstance(item, Damage):
            yield told(item, source)
            continue
        count += 1
        for found in documents_on(item, source, bounds):
            yield finished(found) if isinstance(found, Document) else found
    notice(source.where, _passed_over(count, passed))
    if not count and not passed:
        raise SourceError(source.where, None, "the archive holds no page", "Check how it was made")


def _wanted(media: str | None) -> bool:
    return media is None or kind_of_media(media) is not None


def documents_on(page: Page, source: Source, bounds: Bounds) -> Iterator[Document | Rejected]:
    """The documents on one page of an archive."""
    within = _within(page, source, bounds)
    cut = f"the crawler took only the beginning of the page ({page.cut})" if page.cut else None
    for item in read_stream(io.BufferedReader(io.BytesIO(page.body)), within):
        if isinstance(item, Document) and item.id == within.stem:
            notes = (*item.notes, *notice(within.where, cut))
            yield replace(item, url=page.url or item.url, notes=notes)
        else:
            yield item


def _within(page: Page, source: Source, bounds: Bounds) -> Source:
    name = page.url or page.id or f"record at {page.offset}"
    shown = f"{source.where}!{safe(name)}"
    return Source(
        Provenance(
            source.provenance.where,
            record=page.id,
            offset=page.offset,
            length=page.length,
            retrieved=page.date if page.date and _TIME.fullmatch(page.date) else None,
            url=page.url,
        ),
        stem=name,
        defaults=source.defaults,
        charset=page.charset,
        media=page.media,
        named=_path(name),
        shown=shown,
        bounds=bounds.deeper(shown),
    )


def _path(url: str) -> str:
    """What of an address may end like a file: https://example.org/a.pdf?x=1 -> example.org/a.pdf.

    The name of the site itself does not: example.zip is no ZIP.
    """
    path = re.sub(r"^[a-z]+:/*|[?#].*$", "", url)
    return path if "/" in path.rstrip("/") else ""


def told(damage: Damage, source: Source) -> Rejected:
    """What to say of damage."""
    upto = f", reading went on at byte {damage.resumed:,}" if damage.resumed is not None else ""
    reason = f"damage at byte {damage.offset:,} or behind it ({damage.reason}){upto}"
    return Rejected(source.where, None, reason, _DAMAGE)


def _passed_over(count: int, passed: Counter[str]) -> str | None:
    """In a line, what the archive held beside pages."""
    if not passed:
        return None
    parts = [f"{number:,} {reason}" for reason, number in passed.most_common(8)]
    rest = passed.total() - sum(number for _, number in passed.most_common(8))
    parts += [f"{rest:,} others"] if rest else []
    return f"{count:,} pages read; {passed.total():,} records passed over: {', '.join(parts)}"
