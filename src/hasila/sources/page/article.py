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
from hasila.sources.page.blocks import Block, ancestors, around
from hasila.sources.page.markup import Element
from hasila.text.tokens import words

_SENTENCE, _FEW_WORDS = 40, 15
_LINKS_IN_GOOD = 0.35
_LINKS_IN_ALL = 0.6
_NEARLY_ALL = 0.7
_MOST = 0.5
# A title may stand a second time, after the report.
_ENOUGH_BELOW = 0.4
_SHORT = 160
_STOPS = (".", "!", "?", "؟", "»", "”", '"')
_LOOSE = frozenset(
    ("div", "span", "td", "th", "time", "address", "figcaption", "header", "section", "article", "center")
)


def article(blocks: Sequence[Block], title: str | None) -> list[Block]:
    """The blocks of the report in order; none where the page has no good block."""
    wanted = words(title) if title else []
    held = _below_title([block for block in blocks if block.beside is None], wanted)
    if not _weight(held):
        held = [replace(block, beside=None) for block in blocks if block.beside not in ("comment", "comments")]
    good = [block for block in held if _good(block)] or [block for block in held if _flash(block)]
    if not good:
        return []
    container = _container(good, held, wanted)
    return list(_kept(_inside(held, {container}), wanted))


def _inside(held: Sequence[Block], parts: set[Element]) -> list[Block]:
    """The blocks that lie in one of these parts of the page."""
    known: dict[Element, bool] = {}
    for block in held:
        parent = block.owner.getparent()
        if parent not in known:
            known[parent] = not parts.isdisjoint(ancestors(parent))
    return [block for block in held if block.owner in parts or known[block.owner.getparent()]]


def _below_title(held: list[Block], title: list[str]) -> list[Block]:
    """What stands from the title on, where the report is below it, and without the headlines of other reports."""
    at = next((at for at, block in enumerate(held) if _is_title(block, title)), None)
    if at is None:
        return held
    own = set(ancestors(held[at].owner))
    cards = {block.owner for block in held if block.linked and block.owner.tag in ("h2", "h3", "h4")}
    others = {one for one in around(cards) if one.tag == "article"} - own
    aside = set(_inside(held[at:], others))
    below = [block for block in held[at:] if block not in aside]
    return below if _weight(below) >= _weight(held) * _ENOUGH_BELOW else held


def _weight(held: Sequence[Block]) -> int:
    return sum(len(block.text) for block in held if _good(block))


def _is_title(block: Block, title: list[str]) -> bool:
    # what is longer or shorter by far isn't folded to see it
    size = sum(map(len, title))
    alike = size > 0 and block.linked == 0 and size <= len(block.text) <= 3 * size + _SENTENCE
    return alike and words(block.text) == title


def _good(block: Block) -> bool:
    return len(block.text) >= _SENTENCE and block.link_share < _LINKS_IN_GOOD


def _flash(block: Block) -> bool:
    """Whether a block is a report in a few words: "مقتل 5 دواعش في كركوك", in what the page marks as its article."""
    plain = len(block.text) >= _FEW_WORDS and block.link_share < _LINKS_IN_GOOD
    return plain and block.owner.tag in ("p", "div") and any(map(_marked, ancestors(block.owner)))


def _container(good: Sequence[Block], held: Sequence[Block], title: list[str]) -> Element:
    """The element that holds the report."""
    weight = _weights(good)
    total = sum(len(block.text) for block in good)
    marked = [one for one in weight if _marked(one)]
    articles = [one for one in marked if one.tag == "article" and not any(map(_marked, one.iterancestors()))]
    titled = around(block.owner for block in held if _is_title(block, title))
    if len(articles) > 1 and (first := next((one for one in articles if one in titled), None)) is not None:
        return first
    heaviest = max(marked, key=lambda one: (weight[one], len(list(ancestors(one)))), default=None)
    if heaviest is not None and weight[heaviest] >= total * _MOST:
        return _with_lead(heaviest)
    nearly = [one for one in weight if weight[one] >= total * _NEARLY_ALL]
    return max(nearly, key=lambda one: len(list(ancestors(one))))


def _weights(good: Sequence[Block]) -> Counter[Element]:
    """How much of the good text lies in each element."""
    weight: Counter[Element] = Counter()
    children: Counter[Element] = Counter()
    for block in good:
        weight[block.owner] += len(block.text)
        children[block.owner.getparent()] += len(block.text)
    # most blocks share their parent, so that what lies above is gone through once for all of them
    for parent, size in children.items():
        for one in ancestors(parent):
            weight[one] += size
    return weight


def _marked(element: Element) -> bool:
    return element.tag == "article" or "articlebody" in (element.get("itemprop") or "").lower()


def _with_lead(element: Element) -> Element:
    """The article around its body, where the page marks both: the lead stands in it."""
    around = [one for one in ancestors(element) if one.tag == "article"]
    return around[0] if around else element


def _of_links(block: Block) -> bool:
    """Whether a block is made of links; a sentence with many of them isn't."""
    if block.link_share <= _LINKS_IN_ALL:
        return False
    return not (block.text.endswith(_STOPS) and len(block.text) - block.linked >= _SENTENCE / 2)


def _kept(inside: Sequence[Block], title: list[str]) -> Iterator[Block]:
    first = next((at for at, block in enumerate(inside) if _good(block)), 0)
    for at, block in enumerate(inside):
        folded = words(block.text) if len(block.text) < _SHORT else []
        if folded and folded == title:
            continue
        if _of_links(block) or " ".join(folded) in page_words("noise") or _points(block, folded):
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
