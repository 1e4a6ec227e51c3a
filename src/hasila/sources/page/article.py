"""The blocks of a page -> the words of its report.

A good block is a sentence or more that isn't made of links. The report is the part of the page that holds most of the
good ones: what the page itself marks as its article, or else the innermost element with nearly all of them. In it,
short lines are kept (a list of figures), and what is made of links is not: menus, tags, headlines of other reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hasila.lexicon.page_words import page_words
from hasila.sources.page.blocks import Block, ancestors
from hasila.sources.page.markup import Element
from hasila.text.tokens import words

_SENTENCE = 40
_LINKS_IN_GOOD = 0.35
_LINKS_IN_ALL = 0.6
_NEARLY_ALL = 0.7
_MOST = 0.5
_SHORT = 160
_LOOSE = frozenset(
    ("div", "span", "td", "th", "time", "address", "figcaption", "header", "section", "article", "center")
)


def article(blocks: Sequence[Block], title: str | None) -> list[Block]:
    """The blocks of the report in order; none where the page has no good block."""
    held = [block for block in blocks if block.beside is None]
    if not any(map(_good, held)):
        held = [replace(block, beside=None) for block in blocks if block.beside not in ("comment", "comments")]
    good = [block for block in held if _good(block)]
    if not good:
        return []
    container = _container(good, held, title)
    inside = [block for block in held if any(one is container for one in ancestors(block.owner))]
    return list(_kept(inside, words(title) if title else []))


def _good(block: Block) -> bool:
    return len(block.text) >= _SENTENCE and block.link_share < _LINKS_IN_GOOD


def _container(good: Sequence[Block], held: Sequence[Block], title: str | None) -> Element:
    """The element that holds the report."""
    weight: Counter[Element] = Counter()
    for block in good:
        for one in ancestors(block.owner):
            weight[one] += len(block.text)
    total = sum(len(block.text) for block in good)
    marked = [one for one in weight if _marked(one)]
    heaviest = max(marked, key=lambda one: (weight[one], len(list(ancestors(one)))), default=None)
    if heaviest is not None and weight[heaviest] >= total * _MOST:
        return _with_lead(heaviest)
    articles = [one for one in marked if one.tag == "article" and _titled(one, held, title)]
    if articles:
        return articles[0]
    nearly = [one for one in weight if weight[one] >= total * _NEARLY_ALL]
    return max(nearly, key=lambda one: len(list(ancestors(one))))


def _marked(element: Element) -> bool:
    return element.tag == "article" or "articlebody" in (element.get("itemprop") or "").lower()


def _with_lead(element: Element) -> Element:
    """The article around its body, where the page marks both: the lead stands in it."""
    around = [one for one in ancestors(element) if one.tag == "article"]
    return around[0] if around else element


def _titled(element: Element, held: Sequence[Block], title: str | None) -> bool:
    wanted = words(title) if title else None
    return any(words(block.text) == wanted for block in held if any(one is element for one in ancestors(block.owner)))


def _kept(inside: Sequence[Block], title: list[str]) -> Iterator[Block]:
    first = next((at for at, block in enumerate(inside) if _good(block)), 0)
    for at, block in enumerate(inside):
        folded = words(block.text) if len(block.text) < _SHORT else []
        if folded and folded == title:
            continue
        if block.link_share > _LINKS_IN_ALL or " ".join(folded) in page_words("noise") or _points(block, folded):
            continue
        # before the report: section, byline, time, count of readers
        if at < first and block.owner.tag in _LOOSE and len(block.text) < _SENTENCE:
            continue
        yield block


def _points(block: Block, folded: Sequence[str]) -> bool:
    """Whether a block points to another report: "اقرأ أيضاً: …"."""
    if not folded:
        return False
    for size in range(1, 5):
        if " ".join(folded[:size]) in page_words("also"):
            alone = len(folded) <= size
            return alone or block.linked > 0 or ":" in block.text[: len(" ".join(folded[:size])) + 6]
    return False
