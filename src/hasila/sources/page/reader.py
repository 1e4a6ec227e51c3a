"""An HTML page -> a document: what is known from the page, from how it was had, and from the list of outlets."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import BinaryIO

from hasila.errors import SourceError
from hasila.lexicon.outlets import Outlet, by_address, by_name
from hasila.model import Document, Lang
from hasila.sources.notice import notice
from hasila.sources.page.address import canonical, original
from hasila.sources.page.article import article
from hasila.sources.page.blocks import Block, blocks
from hasila.sources.page.dating import Clock, Dated, dated
from hasila.sources.page.markup import Element, Markup, markup
from hasila.sources.page.stated import Stated, stated
from hasila.sources.plain import whole
from hasila.sources.provenance import Provenance
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source
from hasila.text.tokens import words

# What stands above the report, counted in blocks: section, title, byline, day.
_ABOVE = 4
_SHORT_LINE, _PIECES = 100, 20
# Where the page shows less of the report than it tells search engines, it is behind a wall or made by a script.
_SHOWN = 0.5
_SECOND_OPINION = 300_000
_ARABIC, _LATIN = re.compile("[\u0621-\u064a]+"), re.compile("[A-Za-z]+")


def read_html(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """The article, or an error where the page holds none."""
    yield read_page(whole(stream, source.where), source)


def read_page(data: bytes, source: Source) -> Document:
    """The article on a page, from its bytes and what is known of how they were had.

    Raises SourceError where the page holds no article or can't be taken apart.
    """
    file, had = source.where, source.provenance
    page = markup(data, file, source.charset)
    said, shown = stated(page.root), blocks(page.root)
    report = article(shown, said.title)
    text = _text(report, said) or _second_opinion(page.root)
    if not text:
        reason = "the page's tags are nested too deep" if page.deep else "no article was found on the page"
        raise SourceError(file, None, reason, "Save the words of the report as a .txt file")
    fetched = original(had.url) if had.url else None
    url = canonical(said.addresses, fetched)
    outlet = by_address(fetched) or by_address(url) or (by_name(said.site) if said.site else None)
    day = _dated(said, [one for one in (url, fetched) if one], _head(shown, report, said.title), outlet, had)
    notes = tuple(_doubts(page, day))
    for note in notes:
        notice(file, note)
    published_from = day.found_in if day else "given" if source.defaults.published else None
    return Document(
        id=source.stem,
        text=text,
        title=said.title,
        published=day.day if day else source.defaults.published,
        lang=_lang(said.lang, text) or source.defaults.lang,
        url=url,
        outlet=outlet.name if outlet else said.site,
        source=file,
        extra=had.of(data, published_from).beside({"author": said.author} if said.author else {}),
        notes=(*notes, "text taken from an HTML page"),
    )


def _lang(said: Lang | None, text: str) -> Lang | None:
    """The language that the page says it is in, unless it is written in the other script: themes come in English."""
    if said is None:
        return None
    arabic, latin = (sum(map(len, letters.findall(text))) for letters in (_ARABIC, _LATIN))
    return None if (said == "en" and arabic > latin) or (said == "ar" and latin > arabic) else said


def _doubts(page: Markup, day: Dated | None) -> Iterator[str]:
    if page.note:
        yield page.note
    if page.deep:
        yield "the page's tags are nested too deep; it was read as far as that"
    for other in day.others if day else ():
        yield f"the page states another day as well: {other}"


def _text(report: Sequence[Block], said: Stated) -> str:
    text = "\n".join(block.text for block in report)
    body = said.linked.body or ""
    return body if len(text) < len(body) * _SHOWN else text


def _second_opinion(root: Element) -> str:
    """What trafilatura finds where the page has no paragraph that reads like one: a report of a few words."""
    from lxml import etree
    from trafilatura import bare_extraction

    if len(etree.tostring(root)) > _SECOND_OPINION:
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(root, with_metadata=False, include_comments=False, fast=True)
    except Exception:  # whatever it trips over, the page holds no article for us
        return ""
    return str(getattr(found, "text", None) or "").strip()


def _head(shown: Sequence[Block], report: Sequence[Block], title: str | None) -> list[str]:
    """The short lines from just above the title down to the first words of the report."""
    if not report:
        return []
    first = next(
        at for at, block in enumerate(shown) if block.owner is report[0].owner and block.text == report[0].text
    )
    wanted = words(title) if title else None
    titled = max((at for at, block in enumerate(shown[:first]) if words(block.text) == wanted), default=first)
    above = [block for block in shown[max(0, titled - _ABOVE) : first] if block.beside is None]
    short = [block for block in (*above, *report[:2]) if len(block.text) <= _SHORT_LINE]
    return [line for block in short for line in (block.text, *_pieces(block))]


def _pieces(block: Block) -> Iterator[str]:
    """What stands in the marked parts of a line: "<span>Sinan Mahmoud</span><span>June 6, 2023</span>"."""
    marked = block.owner.iterdescendants("span", "time", "small", "em", "i", "b")
    return (" ".join("".join(one.itertext()).split()) for one in islice(marked, _PIECES))


def _dated(
    said: Stated, addresses: Sequence[str], lines: Sequence[str], outlet: Outlet | None, had: Provenance
) -> Dated | None:
    # the time of a file is no time at which the page was fetched: unpacking and copying set it as they like
    fetched = _moment(had.retrieved) if had.url else None
    return dated(said.days, addresses, lines, Clock(outlet.zone if outlet else None, fetched))


def _moment(written: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(written) if written else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found and found.utcoffset() is None else found
