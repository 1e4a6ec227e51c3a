"""Pages by number: the same number gives the same page on every machine.

Of a hundred pages one is a report of the mission, written by the evaluation's generator in Arabic or English and set as
news sites set their articles. Of the other pages in Arabic two in a hundred, and of those in English one in two
hundred, mention ISIS in the list of other articles at their side.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, cast

from benchmarks.web.sites import Site, data_of, sites, words
from evaluation.bulletin import Lang
from evaluation.generator import generate

RELEVANT = 100
_ASIDE = {"ar": (0.02, "تقرير: ماذا بقي من تنظيم داعش بعد سنوات؟"), "en": (0.005, "Long read: what remains of ISIS")}
_LEAD, _PARAGRAPHS, _RELATED, _SENTENCES = 8, (6, 40), (12, 60), (1, 5)


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page as a server sent it. ``report`` is the generator's, with its gold, where the page holds one."""

    url: str
    day: date
    site: Site
    head: bytes
    middle: bytes
    report: dict[str, Any] | None

    @property
    def parts(self) -> tuple[bytes, bytes, bytes, bytes]:
        """What it consists of; the second and the last are the same on all pages of the site."""
        return self.head, self.site.top, self.middle, self.site.bottom


def page(number: int) -> WebPage:
    """The page of a number."""
    rng = Random(f"page-{number}")
    wanted = ("ar", "en") if number % RELEVANT == RELEVANT // 2 else None
    candidates = [site for site in sites() if wanted is None or site.lang in wanted]
    site = rng.choice(candidates)
    report = generate(number, cast(Lang, site.lang)) if wanted else None
    day = date.fromisoformat(report["published"]) if report else date(2023, 1, 1) + timedelta(days=number % 700)
    headline = (report["title"] if report else None) or _sentence(rng, site.lang)[:90]
    paragraphs = report["text"].split("\n") if report else _paragraphs(rng, site.lang)
    head, middle = _head(site, number, headline, day), _middle(rng, site, number, headline, paragraphs)
    head_bytes, middle_bytes = (part.encode(site.encoding, "xmlcharrefreplace") for part in (head, middle))
    url = f"https://{site.host}/{site.lang}/{day:%Y/%m/%d}/{number}.html"
    return WebPage(url, day, site, head_bytes, middle_bytes, report)


def _head(site: Site, number: int, headline: str, day: date) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{site.lang}">\n<head>\n<meta charset="{site.encoding}">\n'
        f"<title>{html.escape(headline)}</title>\n"
        f'<meta property="article:published_time" content="{day.isoformat()}T08:30:00Z">\n'
        f"{data_of(number, headline, day.isoformat())}\n"
    )


def _middle(rng: Random, site: Site, number: int, headline: str, paragraphs: list[str]) -> str:
    said = "\n".join(f"<p>{html.escape(part)}</p>" for part in paragraphs if part.strip())
    return (
        f'<main><article id="a{number}">\n<h1>{html.escape(headline)}</h1>\n'
        f'<div class="article__body">\n{said}\n</div>\n</article></main>\n{_related(rng, site)}\n'
    )


def _related(rng: Random, site: Site) -> str:
    """The list of other articles, with what sites note on each link."""
    chance, aside = _ASIDE.get(site.lang, (0.0, ""))
    topics = rng.sample(words()[site.lang]["subject"], 4)
    lines = [_sentence(rng, site.lang, topics)[:80] for _ in range(rng.randrange(*_RELATED))]
    if rng.random() < chance:
        lines[0] = aside
    rows = (
        f'<li class="card" data-id="{rng.randrange(10**6)}"><a href="/{site.lang}/{rng.randrange(10**7)}.html" '
        f'data-track="related:{at}"><img loading="lazy" src="/img/{rng.getrandbits(32):08x}_320.webp" alt="">'
        f"<h3>{html.escape(line)}</h3></a></li>"
        for at, line in enumerate(lines)
    )
    return f'<aside class="related"><ul>{"".join(rows)}</ul></aside>'


def _paragraphs(rng: Random, lang: str) -> list[str]:
    """An article keeps to two or three subjects."""
    topics = rng.sample(words()[lang]["subject"], rng.randrange(2, 4))
    count = rng.randrange(*_PARAGRAPHS)
    return [" ".join(_sentence(rng, lang, topics) for _ in range(rng.randrange(*_SENTENCES))) for _ in range(count)]


def _sentence(rng: Random, lang: str, topics: Sequence[str] = ()) -> str:
    known = dict(words()[lang])
    known["subject"] = topics or known["subject"]
    parts = (rng.choice(known[part]) for part in ("opening", "subject", "predicate", "ending"))
    return " ".join(parts).replace("{n}", str(rng.randrange(2, 99)))
