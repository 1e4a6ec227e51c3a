"""The tree of a page -> its blocks: paragraphs, headings, items of lists, rows of tables, in order.

What a page itself calls by the name of something else (a menu, related posts, comments: ``lexicon/page_words.tsv``)
is marked, not dropped: a page may call its report by such a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from hasila.lexicon.page_words import page_words
from hasila.sources.page.markup import Element

# Nothing in these is shown as text of the page.
_UNSEEN = frozenset(
    "script style noscript template iframe svg canvas object embed head select button input textarea option "
    "audio video map dialog amp-sidebar amp-list amp-analytics amp-ad".split()
)
# Words inside a line, whose names say nothing of the part of the page.
_INLINE = frozenset("a abbr b bdi bdo br cite code em font i img ins mark q s small strong sub sup time u wbr".split())
_BESIDE = frozenset("nav footer aside menu".split())
_NEVER_BESIDE = frozenset("html body main article".split())
_BLOCKS = frozenset(
    "html body main article section div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table "
    "thead tbody tfoot tr caption header footer nav aside form address center fieldset details summary hr menu "
    "amp-img".split()
)
_LAYOUT = ("table", "p", "div", "br", "ul", "ol", "h1", "h2", "h3", "a")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")
_CELLS = frozenset(("td", "th"))
_REPORTS = frozenset(("article", "main"))
_BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Block:
    """``linked``: how many of its characters are links; ``owner``: the element that it stands in; ``beside``: what the
    page calls the part that it is in, where that is something else than the report."""

    text: str
    linked: int
    owner: Element
    beside: str | None

    @property
    def link_share(self) -> float:
        return self.linked / max(1, len(self.text))


def blocks(root: Element) -> list[Block]:
    """Every block with words."""
    walk = _Walk(around(root.iter("h1", "main")))
    walk.enter(root, root.tag)
    return walk.found


class _Walk:
    """One pass over a tree. Trees are at most 256 deep, so that it can call itself."""

    def __init__(self, titled: set[Element]) -> None:
        self.found: list[Block] = []
        self._titled = titled
        self._pieces: list[str] = []
        self._linked = self._links = self._articles = 0
        self._beside: str | None = None
        self._owner: Element = None
        self._cells = False

    def enter(self, element: Element, tag: str) -> None:
        if tag in _INLINE:
            self._inside(element, tag)
            return
        if tag in _UNSEEN or _hidden(element):
            return
        outer = self._beside, self._owner, self._cells
        block = tag in _BLOCKS or (tag in _CELLS and not self._cells)
        if block:
            self._flush()
            self._owner = element
        self._beside = self._beside or self._name(element, tag)
        if tag == "table":
            self._cells = not any(next(element.iterdescendants(inner), None) is not None for inner in _LAYOUT)
        self._inside(element, tag)
        if block:
            self._flush()
        self._beside, self._owner, self._cells = outer

    def _inside(self, element: Element, tag: str) -> None:
        link, report = tag == "a", tag in _REPORTS
        self._links += link
        self._articles += report
        if text := element.text:
            self._take(text)
        for child in element:
            inner = child.tag
            if inner == "br":
                self._flush()
            else:
                self.enter(child, inner)
                if self._cells and inner in _CELLS and child.getnext() is not None:
                    self._pieces.append(_BETWEEN_CELLS)
            if tail := child.tail:
                self._take(tail)
        self._links -= link
        self._articles -= report

    def _name(self, element: Element, tag: str) -> str | None:
        if tag in _NEVER_BESIDE:
            return None
        if tag in _BESIDE or (tag == "header" and not self._articles):
            return tag
        named = f"{element.get('class', '')} {element.get('id', '')}"
        part = _part(named) if len(named) > 1 else None
        # "with-sidebar" is often said of all that stands beside the sidebar
        return part if element not in self._titled else None

    def _take(self, text: str) -> None:
        self._pieces.append(text)
        if self._links:
            self._linked += len(text)

    def _flush(self) -> None:
        if not self._pieces:
            return
        text = " ".join("".join(self._pieces).split())
        if text:
            self.found.append(Block(text, min(self._linked, len(text)), self._owner, self._beside))
        self._pieces = []
        self._linked = 0


def _hidden(element: Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN.search(style) is not None)


@lru_cache(maxsize=20_000)
def _part(named: str) -> str | None:
    """What a class or an id calls its part: "relatedPosts" is "related"."""
    found = _parts().search(re.sub("[^a-z]+", " ", _HUMP.sub(" ", named[:500]).lower()))
    return found[0] if found else None


@cache
def _parts() -> re.Pattern[str]:
    words = sorted(page_words("part"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def around(elements: Iterable[Element]) -> set[Element]:
    """The elements and all that they lie in."""
    found: set[Element] = set()
    for element in elements:
        for one in ancestors(element):
            if one in found:
                break
            found.add(one)
    return found


def ancestors(element: Element) -> Iterator[Element]:
    """The element and all that it lies in, the innermost first."""
    while element is not None:
        yield element
        element = element.getparent()
