"""What a page says of itself in its head and in marked-up parts: title, site, author, language, addresses, days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from hasila.lexicon.outlets import by_part
from hasila.lexicon.page_words import page_words
from hasila.model import Lang
from hasila.sources.page.linked import Linked, linked
from hasila.sources.page.markup import Element
from hasila.sources.record import parse_lang
from hasila.text.tokens import words

# Where pages state their day of publication, the most reliable first: Open Graph, then the names of single makers,
# then Dublin Core, which some fill with the day of the page's last change.
_DAYS = (
    *("article:published_time", "article:published", "og:published_time", "og:article:published_time"),
    *("parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date"),
    *("publication_date", "datepublished", "article.published", "article_date_original", "cxenseparse:publishtime"),
    *("citation_publication_date", "date", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created"),
    *("dcterms.date", "dc.date"),
)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
_SITES = ("og:site_name", "application-name", "dc.publisher")
_SUFFIX = re.compile(r"^(.*\S)\s+(?:[|–—»>:•]+|-)\s+(\S.*)$")
_LONGEST, _MOST_DAYS = 500, 30


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day as the page writes it, and where it stands."""

    written: str
    found_in: str


@dataclass(frozen=True, slots=True)
class Stated:
    """None and empty where the page doesn't say. ``days`` are in the order in which they are believed."""

    title: str | None
    site: str | None
    author: str | None
    lang: Lang | None
    addresses: tuple[str, ...]
    days: tuple[StatedDay, ...]
    linked: Linked = field(default_factory=Linked)


def stated(root: Element) -> Stated:
    """All that the page states."""
    metas = _metas(root)
    said = linked(root)
    site = next(_of(metas, _SITES), None) or said.publisher
    links = (one.get("href") for one in root.iter("link") if "canonical" in (one.get("rel") or "").lower().split())
    addresses = (*links, metas.get("og:url"), said.url)
    return Stated(
        _title(root, metas, said, site),
        site,
        said.author or _author(root, metas),
        _lang(root, metas),
        tuple(dict.fromkeys(one.strip() for one in addresses if one and len(one) < 4 * _LONGEST)),
        tuple(islice(_days(root, metas, said), _MOST_DAYS)),
        said,
    )


def _metas(root: Element) -> dict[str, str]:
    """The first content of each name."""
    found: dict[str, str] = {}
    for one in root.iter("meta"):
        content = (one.get("content") or "")[: 4 * _LONGEST].strip()
        for key in ("property", "name", "itemprop"):
            name = one.get(key)
            if name and content:
                found.setdefault(f"itemprop {name}" if key == "itemprop" else name.strip().lower(), content)
    return found


def _of(metas: Mapping[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (" ".join(metas[name].split()) for name in names if name in metas)


def _title(root: Element, metas: Mapping[str, str], said: Linked, site: str | None) -> str | None:
    head = _text(next(root.iter("title"), None))
    headings = [_text(one) for one in root.iter("h1")]
    inside = (one for one in headings if one and head and one in head and words(one) != words(site or ""))
    found = next(_of(metas, _TITLES), None) or said.headline or next(inside, None) or head
    title = _without_site(found[:_LONGEST], site) if found else next(filter(None, headings), "")[:_LONGEST]
    return title or None


def _without_site(title: str, site: str | None) -> str:
    """
    >>> _without_site("التحالف: 38 عملية | موقع شفق نيوز", None), _without_site("A - B", None)
    ('التحالف: 38 عملية', 'A - B')
    """
    while (found := _SUFFIX.match(title)) is not None:
        tail = words(found[2])
        if tail != words(site or "") and not (len(tail) <= 6 and by_part(found[2]) is not None):
            return title
        title = found[1]
    return title


def _author(root: Element, metas: Mapping[str, str]) -> str | None:
    marked = (_text(one.getparent()) for one in root.xpath("//@rel | //@itemprop") if one == "author")
    names = chain(_of(metas, _AUTHORS), marked)
    return next((name for name in names if name and len(name) < 120 and not name.startswith("http")), None)


def _lang(root: Element, metas: Mapping[str, str]) -> Lang | None:
    said = (root.get("lang"), metas.get("og:locale"), metas.get("content-language"))
    return next((lang for lang in (parse_lang(one) for one in said if one) if lang), None)


def _days(root: Element, metas: Mapping[str, str], said: Linked) -> Iterator[StatedDay]:
    if said.published:
        yield StatedDay(said.published, "JSON-LD datePublished")
    yield from (StatedDay(metas[name], name) for name in _DAYS[:4] if name in metas)
    for said_of in root.xpath("//@itemprop"):
        if "datepublished" in said_of.lower().split():
            one = said_of.getparent()
            written = one.get("content") or one.get("datetime") or one.get("title") or _text(one)
            yield StatedDay(written[:_LONGEST], "itemprop datePublished")
    yield from (StatedDay(metas[name], name) for name in _DAYS[4:] if name in metas)
    yield from (StatedDay(one.get("datetime"), "<time>") for one in root.iter("time") if _tells_publication(one))


def _tells_publication(time: Element) -> bool:
    """Whether a <time> is that of the report: not of a change, nor in a list of other reports."""
    if not time.get("datetime"):
        return False
    around = list(time.iterancestors())
    named = f"{time.get('class', '')} {time.get('itemprop', '')} {around[0].get('class', '') if around else ''}".lower()
    before = words(" ".join(filter(None, (around[0].text if around else None, _text(time)))))[:2]
    changed = {" ".join(before[:size]) for size in (1, 2)} & page_words("updated")
    if changed or "modified" in named or "updated" in named:
        return False
    return not any(one.tag in ("aside", "nav", "footer", "li", "a") for one in around)


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
