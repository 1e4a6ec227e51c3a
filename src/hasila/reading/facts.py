"""Dated background facts about actors: when a body was formed, its members, troops stationed, prisoners held.

They describe, and are never counted as results. What is looked for is data (``ar|en/facts.tsv``): a phrase, the predicate,
the kind of value (``when``: a date beside it; ``count:N``: a number of at least N; ``troops``, ``camp``: a number with its
country or camp; ``words``: the words that follow) and whom it is about (a name, or classes of actors).

>>> from hasila.reading.cast import cast
>>> from hasila.reading.page import annotate
>>> from hasila.reading.wording import wordings
>>> page = annotate("The Global Coalition, formed in September 2014, has 85 members.")
>>> [(fact.subject, fact.predicate, fact.value, fact.when) for fact in find_facts(page, cast(page), wordings(page))]
[('Global Coalition', 'formed', None, '2014-09'), ('Global Coalition', 'members', 85, None)]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from hasila.lexicon.names import Site
from hasila.model import Fact, Span
from hasila.reading.cast import COALITION, Part
from hasila.reading.page import Page
from hasila.reading.wording import Wording
from hasila.text.tokens import BREAK
from hasila.values.dates import DateMention
from hasila.values.numbers import read_number

_NEAR = 6
_DATE_REACH = 10
_COUNT_BEFORE = 5
_COUNT_AFTER = 5
_PLACE_REACH = 6
_WORDS = 28
_YEARS = range(1900, 2100)
_BETWEEN = frozenset({"بين", "between", "from"})
_SOFT = frozenset({",", "،"})
_OF_US = frozenset({"us", "u.s", "american", "اميركي", "امريكي", "اميركيا", "امريكيا", "الاميركيين", "الامريكيين", "الاميركيه", "الامريكيه", "اميركيه", "امريكيه", "للولايات", "ولواشنطن", "لواشنطن", "واشنطن", "washington", "states"})
_NOT_BACKGROUND = frozenset({"killed", "wounded", "injured", "died", "dead", "قتل", "قتلوا", "اصيب", "جرح", "مقتل", "الف", "rank"})

Number = tuple[int, int, int | str]


def find_facts(page: Page, parts: list[Part], found: list[Wording]) -> list[Fact]:
    """The facts that some phrases state, in order; a fact that is said twice in one sentence is one."""
    facts: list[Fact] = []
    seen: set[tuple[int, str, str, int | str | None]] = set()
    for wording in found:
        if wording.row.file != "facts":
            continue
        bounds = _sentence(page, wording.start)
        for fact in _facts(page, parts, wording, bounds):
            key = (bounds[0], fact.subject, fact.predicate, fact.value)
            if key not in seen:
                seen.add(key)
                facts.append(fact)
    return facts


def _sentence(page: Page, at: int) -> tuple[int, int]:
    index = bisect_right(page.sentences, (at, len(page.form))) - 1
    return page.sentences[max(index, 0)]


def _facts(page: Page, parts: list[Part], wording: Wording, bounds: tuple[int, int]) -> Iterator[Fact]:
    kind, _, least = wording.row.value.partition(":")
    if kind == "when":
        yield from _dated(page, parts, wording, bounds)
    elif kind == "words":
        yield from _worded(page, wording, bounds)
    elif kind == "camp":
        yield from _camp(page, wording, bounds, int(least))
    elif kind == "troops":
        yield from _troops(page, wording, bounds, int(least))
    else:
        yield from _counted(page, parts, wording, bounds, int(least))


# --- events with a date ------------------------------------------------------------------------------------------


def _dated(page: Page, parts: list[Part], wording: Wording, bounds: tuple[int, int]) -> Iterator[Fact]:
    when = _when(page, wording, bounds)
    if when is None:
        return
    start, end, day = when
    subject = _subject(parts, wording, bounds)
    if subject is None:
        return
    whom, at = subject
    first = min(wording.start, start, at if abs(at - wording.start) <= _NEAR else wording.start)
    yield _fact(page, whom, wording.row.cls, None, day, first, max(wording.end, end))


def _when(page: Page, wording: Wording, bounds: tuple[int, int]) -> tuple[int, int, str] | None:
    """The nearest date with a year in the same sentence, as (start, end, ISO day, month or year)."""
    lo, hi = max(bounds[0], wording.start - _DATE_REACH), min(bounds[1], wording.end + _DATE_REACH)
    near = [date for date in page.dates if lo <= date.start < hi and _iso(date)]
    near.sort(key=lambda date: (date.start < wording.start, abs(date.start - wording.end)))
    if near:
        return near[0].start, near[0].end, _iso(near[0])
    for at in (*range(wording.end, hi), *range(wording.start - 1, lo - 1, -1)):
        form = page.form[at]
        if len(form) == 4 and form.isdigit() and int(form) in _YEARS:
            return at, at + 1, form
    return None


def _iso(date: DateMention) -> str:
    """2014, 2014-09 or 2014-09-05, "" where no year is said.

    >>> from hasila.reading.page import annotate
    >>> _iso(annotate("في أيلول عام 2014").dates[0])
    '2014-09'
    """
    stretch = date.first
    if stretch is None or stretch.year is None or stretch.hijri:
        return ""
    if stretch.month is None:
        return str(stretch.year)
    month = f"{stretch.year}-{stretch.month:02}"
    return month if stretch.day is None else f"{month}-{stretch.day:02}"


def _subject(parts: list[Part], wording: Wording, bounds: tuple[int, int]) -> tuple[str, int] | None:
    """Whom a dated phrase is about: the actor named, else the nearest of the classes named."""
    about = wording.row.about
    if about[:1].isupper():
        return about, next((part.start for part in parts if part.whom == about and bounds[0] <= part.start < bounds[1]), wording.start)
    classes = about.split("|")
    near = [part for part in parts if part.whom and part.cls in classes and wording.start - _NEAR <= part.start < wording.end + _NEAR]
    near = [part for part in near if bounds[0] <= part.start < bounds[1] or bounds[0] <= part.end <= bounds[0] + 1]
    if not near:
        return None
    part = min(near, key=lambda held: abs(held.start - wording.start))
    return part.whom or "", part.start


# --- counts ------------------------------------------------------------------------------------------------------


def _number(page: Page, at: int, least: int) -> Number | None:
    """A number (or a range between two) of at least ``least`` at a token, as (start, end, value)."""
    held = read_number(page.form, at)
    if held is None or held.low is None or at in page.date_at or not held.whole:
        return None
    if at and page.form[at - 1] in _BETWEEN and held.end < len(page.form) and page.form[held.end] in ("and", "و", "to", "الي"):
        other = read_number(page.form, held.end + 1)
        if other is not None and other.low is not None and other.low > held.low >= least:
            return at, other.end, f"{held.low}-{other.low}"
    if held.low < least or (held.low in _YEARS and held.end == at + 1 and held.style == "digits" and least < 1900):
        return None
    return at, held.end, held.low


def _nearby(page: Page, wording: Wording, bounds: tuple[int, int], least: int) -> Number | None:
    """The number that a phrase counts: inside it, right before it, else right after it."""
    lo, hi = max(bounds[0], wording.start - _COUNT_BEFORE), min(bounds[1], wording.end + _COUNT_AFTER)
    inside = range(wording.start, wording.end)
    for at in (*inside, *range(wording.start - 1, lo - 1, -1), *range(wording.end, hi)):
        if (wording.end <= at or at < wording.start) and page.form[at] in _SOFT and _between(page, at, wording):
            continue
        found = _number(page, at, least)
        if found is not None and not _begun(page, at, least):
            return found
    return None


def _between(page: Page, at: int, wording: Wording) -> bool:
    return wording.start <= at < wording.end


def _begun(page: Page, at: int, least: int) -> bool:
    """Whether a number only goes on here: آلاف of تسعة آلاف."""
    before = read_number(page.form, at - 1) if at else None
    return before is not None and before.end > at and before.low is not None and before.low >= least


def _counted(page: Page, parts: list[Part], wording: Wording, bounds: tuple[int, int], least: int) -> Iterator[Fact]:
    number = _nearby(page, wording, bounds, least)
    if number is None:
        return
    subject = wording.row.about
    if not subject[:1].isupper():
        named = [part.whom for part in parts if part.cls == subject and part.whom and bounds[0] <= part.start < bounds[1]]
        if COALITION not in named:
            return
        subject = COALITION
    yield _count_fact(page, subject, wording.row.cls, number, wording)


def _count_fact(page: Page, subject: str, predicate: str, number: Number, wording: Wording) -> Fact:
    start, end, value = number
    return _fact(page, subject, predicate, value, None, min(start, wording.start), max(end, wording.end))


def _troops(page: Page, wording: Wording, bounds: tuple[int, int], least: int) -> Iterator[Fact]:
    """Troops stationed in a country: "2,500 troops in Iraq and 900 in Syria" are two facts."""
    lo, hi = max(bounds[0], wording.start - 12), min(bounds[1], wording.end + 16)
    near = page.form[lo:hi]
    if _OF_US.isdisjoint(near) or not _NOT_BACKGROUND.isdisjoint(near):
        return
    for at in range(lo, hi):
        number = _number(page, at, least)
        if number is None or _begun(page, at, least) or not _counts_troops(page, number, wording):
            continue
        country = _country(page, number[1], min(hi, number[1] + _PLACE_REACH)) or _country(page, max(bounds[0], at - _PLACE_REACH), at)
        if country:
            yield _fact(page, wording.row.about, f"troops_in_{country}", number[2], None, *_stretch(page, number, wording))


def _counts_troops(page: Page, number: Number, wording: Wording) -> bool:
    """Whether a number stands with the word for troops or goes on from it: و900 في سوريا."""
    start, end, _ = number
    if start <= wording.start <= end + 4 or wording.end <= start <= wording.end + 4:
        return True
    return start > wording.end and any(form in ("و", "and") for form in page.form[start - 2 : start]) or 0 <= start - wording.end <= 8


def _stretch(page: Page, number: Number, wording: Wording) -> tuple[int, int]:
    if abs(number[0] - wording.end) <= 4 or number[1] <= wording.start:
        return min(number[0], wording.start), max(number[1], wording.end)
    return number[0], number[1]


def _country(page: Page, lo: int, hi: int) -> str:
    for at in range(lo, hi):
        name = page.name_at.get(at)
        if name is not None and name.kind == "place" and isinstance(name.name.entity, Site) and name.name.entity.level == "country":
            return str(name.name.entity.scope)
    return ""


def _camp(page: Page, wording: Wording, bounds: tuple[int, int], least: int) -> Iterator[Fact]:
    """The residents of a camp."""
    number = _nearby(page, wording, bounds, least)
    if number is None:
        return
    lo, hi = max(bounds[0], wording.start - 8), min(bounds[1], max(wording.end, number[1]) + 8)
    if not any("camp" in form or "مخيم" in form for form in page.form[lo:hi]):
        return
    place = next((page.name_at[at] for at in range(lo, hi) if at in page.name_at and page.name_at[at].kind == "place"), None)
    name = place.name.entity.canonical if place is not None and place.name.entity else "camp"
    subject = name if "camp" in name.lower() else f"{name} camp"
    yield _count_fact(page, subject, wording.row.cls, number, wording)


# --- words -------------------------------------------------------------------------------------------------------


def _worded(page: Page, wording: Wording, bounds: tuple[int, int]) -> Iterator[Fact]:
    """What follows a phrase, to the end of the sentence."""
    end = min(bounds[1], wording.end + _WORDS)
    if end - wording.end < 2 or BREAK in page.form[wording.end : end]:
        return
    yield _fact(page, wording.row.about, wording.row.cls, page.text(wording.end, end), None, wording.start, end)


def _fact(page: Page, subject: str, predicate: str, value: int | str | None, when: str | None, start: int, end: int) -> Fact:
    lo, hi = page.tokens.start[start], page.tokens.end[end - 1]
    return Fact(subject, predicate, value, when, Span("text", lo, hi, page.tokens.text[lo:hi]))
