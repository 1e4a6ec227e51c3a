"""Lines of pages -> the text of the report, and where in it each page begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hasila.sources.pdf.glyphs import HYPHEN
from hasila.sources.pdf.lines import Line

_DIGITS = re.compile(r"\d+")
_AT_EDGE = 2
_SAME_SIZE = 0.2
_NEXT_LINE = 2.2
_NARROWEST = 12.0
"""A column narrower than so many sizes of its type is one of a table: its lines are never joined."""


class Paged(NamedTuple):
    """``pages`` are the offsets in ``text`` at which the pages begin; ``left_out`` are repeated heads and feet."""

    text: str
    pages: tuple[int, ...]
    left_out: int


class _Placed(NamedTuple):
    line: Line
    page: int


def paged(pages: Sequence[Sequence[Line]]) -> Paged:
    """One text: the lines of a paragraph joined, heads and feet that repeat told once, page numbers not at all."""
    out = set(_repeated(pages))
    placed = [
        _Placed(line, number)
        for number, lines in enumerate(pages)
        for at, line in enumerate(lines)
        if (number, at) not in out
    ]
    text: list[str] = []
    length = 0
    starts = [-1] * len(pages)
    for before, here in zip([None, *placed], placed, strict=False):
        link = _link(before, here, pages[before.page]) if before else ""
        if before and before.line.text.endswith(HYPHEN) and link != "\n":
            text[-1], length, link = text[-1].removesuffix(HYPHEN), length - 1, ""
        length += len(link)
        if starts[here.page] < 0:
            starts[here.page] = length
        text += [link, here.line.text]
        length += len(here.line.text)
    return Paged("".join(text), tuple(_filled(starts, length)), len(out))


def _filled(starts: Sequence[int], length: int) -> list[int]:
    """A page without text begins where the next one does."""
    filled: list[int] = []
    for start in reversed(starts):
        filled.append(start if start >= 0 else filled[-1] if filled else length)
    return filled[::-1]


def _link(before: _Placed, here: _Placed, page: Sequence[Line]) -> str:
    return " " if _goes_on(before, here) and _is_full(before.line, here.line, page) else "\n"


def _goes_on(before: _Placed, here: _Placed) -> bool:
    """Whether ``here`` can be the next line of the same paragraph."""
    above, below = before.line, here.line
    if above.is_row or below.is_row or abs(above.size - below.size) > _SAME_SIZE * above.size:
        return False
    if before.page != here.page:
        return here.page == before.page + 1 and not above.text.endswith((".", "!", "؟", "?", ":"))
    return 0 < above.baseline - below.baseline <= _NEXT_LINE * above.size


def _is_full(above: Line, below: Line, page: Sequence[Line]) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    column = [line for line in page if _same_column(line, above)]
    left, right = min(line.left for line in column), max(line.right for line in column)
    if right - left < _NARROWEST * above.size:
        return False
    room = above.left - left if above.right_to_left else right - above.right
    return below.first + above.size / 2 > room


def _same_column(line: Line, other: Line) -> bool:
    """Lines of one size that begin at the same edge."""
    if abs(line.size - other.size) > _SAME_SIZE * other.size:
        return False
    apart = line.right - other.right if other.right_to_left else line.left - other.left
    return abs(apart) < 4 * other.size


def _repeated(pages: Sequence[Sequence[Line]]) -> Iterator[tuple[int, int]]:
    """Heads and feet that stand on most pages, but for the first of them; and the numbers of the pages."""
    seen: dict[str, list[tuple[int, int]]] = {}
    for number, lines in enumerate(pages):
        for at in _edges(lines):
            seen.setdefault(_DIGITS.sub("#", lines[at].text), []).append((number, at))
    for shape, places in seen.items():
        if len({number for number, _ in places}) < max(2, len(pages) * 0.6):
            continue
        texts = [pages[number][at].text for number, at in places]
        if _count_pages(texts, [number for number, _ in places]):
            yield from places
        elif len(places) > 2 and len(set(texts)) == 1 and shape:
            yield from places[1:]


def _edges(lines: Sequence[Line]) -> list[int]:
    from_top = sorted(range(len(lines)), key=lambda at: -lines[at].baseline)
    return sorted({*from_top[:_AT_EDGE], *from_top[-_AT_EDGE:]})


def _count_pages(texts: Sequence[str], pages: Sequence[int]) -> bool:
    """Whether one number in the line goes up with the pages, and nothing else in it changes."""
    numbers = [[int(number) for number in _DIGITS.findall(text)[:8] if len(number) < 9] for text in texts]
    if len({len(found) for found in numbers}) != 1:
        return False
    steps = [{found[at] - page for found, page in zip(numbers, pages, strict=True)} for at in range(len(numbers[0]))]
    fixed = [len({found[at] for found in numbers}) == 1 for at in range(len(numbers[0]))]
    counting = [len(step) == 1 and not same for step, same in zip(steps, fixed, strict=True)]
    return counting.count(True) == 1 and all(same or count for same, count in zip(fixed, counting, strict=True))
