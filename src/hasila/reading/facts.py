"""Dated background facts about actors: when a body was formed, its members, troops stationed, prisoners held.

They describe, and are never counted as results. What is looked for is data (``ar|en/facts.tsv``): a phrase, the
predicate, the kind of value and whom it is about (a name, or classes of actors). Kinds: ``when`` (a date beside it),
``count:LEAST:BEFORE:AFTER`` (a number of at least LEAST within so many words), ``troops``, ``camp`` (a number with its
country or camp), ``words`` (the words that follow).

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

from hasila.lexicon.markers import markers
from hasila.lexicon.names import Site
from hasila.model import Fact, Span
from hasila.reading.cast import COALITION, ISIS, Part
from hasila.reading.page import Page
from hasila.reading.wording import Wording, within
from hasila.text.tokens import BREAK
from hasila.values.dates import DateMention
from hasila.values.numbers import read_number

_NEAR = 6
_DATE_REACH = 10
_REACH = (3, 5)
_PLACE_REACH = 6
_WORDS = 28
_BACK = 600
_LATELY = 12
_YEARS = range(1900, 2100)
_BETWEEN = markers("range-opener")
_SOFT = frozenset({",", "،"})
_OF_US = markers("american")
_HOME = "US"
_ALLIANCE = markers("alliance")
_MOVED = markers("transfer")
_AFTER = markers("before-or-after")
_NOT_BACKGROUND = markers("harm")

Number = tuple[int, int, int | str]


def find_facts(page: Page, parts: list[Part], found: list[Wording]) -> list[Fact]:
    """The facts that some phrases state, in order; words that state a fact once are not read for it again."""
    facts: list[Fact] = []
    held = [wording for wording in found if wording.row.file == "facts"]
    used: set[int] = set()
    for wording in held:
        for fact in _facts(page, parts, wording, _sentence(page, wording.start), used):
            if not any(_same(fact, other) for other in facts[-_LATELY:]):
                facts.append(fact)
    return facts


def _same(fact: Fact, other: Fact) -> bool:
    """Whether two facts come from the same words."""
    alike = (fact.subject, fact.predicate) == (other.subject, other.predicate)
    return alike and fact.evidence.start < other.evidence.end and other.evidence.start < fact.evidence.end


def _sentence(page: Page, at: int) -> tuple[int, int]:
    index = bisect_right(page.sentences, (at, len(page.form))) - 1
    return page.sentences[max(index, 0)]


def _facts(page: Page, parts: list[Part], wording: Wording, bounds: tuple[int, int], used: set[int]) -> Iterator[Fact]:
    kind, *limits = wording.row.value.split(":")
    if kind == "when":
        yield from _dated(page, parts, wording, bounds, used)
    elif kind == "words":
        yield from _worded(page, wording, bounds)
    else:
        least, before, after = (*map(int, limits), *_REACH)[:3] if len(limits) < 3 else map(int, limits)
        read = _camp if kind == "camp" else _troops if kind == "troops" else _counted
        yield from read(page, parts, wording, bounds, (least, before, after))


# --- events with a date ------------------------------------------------------------------------------------------


def _dated(page: Page, parts: list[Part], wording: Wording, bounds: tuple[int, int], used: set[int]) -> Iterator[Fact]:
    """A fact with the nearest date that belongs to no phrase before."""
    when = _when(page, wording, bounds, used)
    if when is None:
        return
    start, end, day = when
    used.update(range(start, end))
    subject = _subject(page, parts, wording, bounds)
    if subject is None:
        return
    whom, at = subject
    first = min(wording.start, start, at if abs(at - wording.start) <= _NEAR else wording.start)
    yield _fact(page, whom, wording.row.cls, None, day, first, max(wording.end, end))


def _when(page: Page, wording: Wording, bounds: tuple[int, int], used: set[int]) -> tuple[int, int, str] | None:
    """The date with a year in the same clause, as (start, end, ISO date): after the phrase, else before it."""
    ahead = range(wording.start, min(bounds[1], wording.end + _DATE_REACH))
    behind = range(wording.start - 1, max(bounds[0], wording.start - _DATE_REACH) - 1, -1)
    for span in (ahead, behind):
        for at in span:
            if span is behind and page.form[at] in _SOFT:
                break
            day = _iso(page.date_at[at]) if at in page.date_at else _year(page.form[at])
            if day and at in used:
                break
            if day:
                return at, page.date_at[at].end if at in page.date_at else at + 1, day
            if at >= wording.end and _parts_events(page, at):
                break
    return None


def _parts_events(page: Page, at: int) -> bool:
    """Whether another event begins here, to which a date after it belongs: قبل دحره عام 2019."""
    return page.form[at] in _AFTER


def _year(form: str) -> str:
    return form if len(form) == 4 and form.isdigit() and int(form) in _YEARS else ""


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


def _subject(page: Page, parts: list[Part], wording: Wording, bounds: tuple[int, int]) -> tuple[str, int] | None:
    """Whom a dated phrase is about, and where: the actor named, else the nearest of the classes named."""
    about = wording.row.about
    here = [part for part in within(parts, *bounds) if part.whom]
    if about[:1].isupper():
        return about, next((part.start for part in here if part.whom == about), wording.start)
    near = [
        part
        for part in here
        if part.cls in about.split("|") and wording.start - _NEAR <= part.start < wording.end + _NEAR
    ]
    ally = next(
        (
            at
            for at in range(wording.start - 1, max(bounds[0], wording.start - 12) - 1, -1)
            if page.form[at] in _ALLIANCE
        ),
        None,
    )
    if ally is not None and not any(part.start >= ally and part.start < wording.start for part in near):
        return COALITION, ally
    if not near:
        return None
    part = min(near, key=lambda held: (abs(held.start - wording.start), held.start))
    return (
        (part.whom or "", part.start)
        if part.whom != ISIS or part.end == wording.start or part.start == wording.end
        else None
    )


# --- counts ------------------------------------------------------------------------------------------------------


def _number(page: Page, at: int, least: int) -> Number | None:
    """A number (or a range between two) of at least ``least`` at a token, as (start, end, value)."""
    held = read_number(page.form, at)
    if held is None or held.low is None or at in page.date_at or not held.whole:
        return None
    if (
        at
        and page.form[at - 1] in _BETWEEN
        and held.end < len(page.form)
        and page.form[held.end] in ("and", "و", "to", "الي")
    ):
        other = read_number(page.form, held.end + 1)
        if other is not None and other.low is not None and other.low > held.low >= least:
            return at, other.end, f"{held.low}-{other.low}"
    if held.low < least or (_year(page.form[at]) and held.end == at + 1):
        return None
    return at, held.end, held.low


def _nearby(page: Page, wording: Wording, bounds: tuple[int, int], limits: tuple[int, int, int]) -> Number | None:
    """The number that a phrase counts: inside it, right before it, else right after it, in the same clause."""
    least, before, after = limits
    low = max(bounds[0], wording.start - before - 4)
    spans = (
        range(wording.start, wording.end),
        range(wording.start - 1, low - 1, -1),
        range(wording.end, min(bounds[1], wording.end + after)),
    )
    for span in spans:
        for at in span:
            if page.form[at] in _SOFT and span is not spans[0]:
                break
            found = _number(page, at, least)
            if found is not None and not _begun(page, at, least) and found[1] >= wording.start - before:
                return found
    return None


def _begun(page: Page, at: int, least: int) -> bool:
    """Whether a number only goes on here: آلاف of تسعة آلاف."""
    before = read_number(page.form, at - 1) if at else None
    return before is not None and before.end > at and before.low is not None and before.low >= least


def _counted(
    page: Page, parts: list[Part], wording: Wording, bounds: tuple[int, int], limits: tuple[int, int, int]
) -> Iterator[Fact]:
    """A number with the actor it is about, who has to be in the sentence where only a class is given."""
    number = _nearby(page, wording, bounds, limits)
    if number is None or (wording.row.cls == "prisoners_held" and not _MOVED.isdisjoint(page.form[slice(*bounds)])):
        return
    subject: str | None = wording.row.about
    if subject == "coalition":
        named = any(part.whom == COALITION for part in within(parts, *bounds))
        subject = COALITION if named or not _ALLIANCE.isdisjoint(page.form[slice(*bounds)]) else None
    elif subject == "command":
        subject = next((part.whom for part in within(parts, *bounds) if part.cls == "command"), None)
    if subject is not None:
        yield _count_fact(page, subject, wording.row.cls, number, wording)


def _count_fact(page: Page, subject: str, predicate: str, number: Number, wording: Wording) -> Fact:
    start, end, value = number
    return _fact(page, subject, predicate, value, None, min(start, wording.start), max(end, wording.end))


def _troops(
    page: Page, parts: list[Part], wording: Wording, bounds: tuple[int, int], limits: tuple[int, int, int]
) -> Iterator[Fact]:
    """Troops stationed in a country: "2,500 troops in Iraq and 900 in Syria" are two facts."""
    lo, hi = max(bounds[0], wording.start - 12), min(bounds[1], wording.end + 16)
    near = page.form[lo:hi]
    if _OF_US.isdisjoint(near) or not _NOT_BACKGROUND.isdisjoint(near):
        return
    numbers = [
        found for at in range(lo, hi) if (found := _number(page, at, limits[0])) and not _begun(page, at, limits[0])
    ]
    first = next((k for k, found in enumerate(numbers) if _counts(found, wording)), None)
    if first is None:
        return
    ahead = _country(page, max(lo, numbers[first][0] - 4), numbers[first][0]) is not None
    for number in numbers[first : first + 2]:
        span = (max(lo, number[0] - 4), number[0]) if ahead else (number[1], min(hi, number[1] + _PLACE_REACH))
        country = _country(page, *span)
        if country is not None:
            noun = wording.end if 0 <= wording.start - number[1] <= 3 else 0
            start, end = min(number[0], country[1]), max(number[1], country[2], noun)
            yield _fact(page, wording.row.about, f"troops_in_{country[0]}", number[2], None, start, end)


def _counts(number: Number, wording: Wording) -> bool:
    """Whether a number stands with the word for troops."""
    return 0 <= wording.start - number[1] <= 3 or 0 <= number[0] - wording.end <= 4


def _country(page: Page, lo: int, hi: int) -> tuple[str, int, int] | None:
    """The first country named in a stretch, but for the home of the troops: (code, start, end)."""
    for at in range(lo, hi):
        name = page.name_at.get(at)
        site = name.name.entity if name is not None else None
        if name is not None and isinstance(site, Site) and site.level == "country" and site.scope != _HOME:
            return site.scope, name.start, name.end
    return None


def _camp(
    page: Page, parts: list[Part], wording: Wording, bounds: tuple[int, int], limits: tuple[int, int, int]
) -> Iterator[Fact]:
    """The residents of a camp, by the name next to the word, else the one that the report named before."""
    number = _nearby(page, wording, bounds, limits)
    if number is None:
        return
    lo, hi = max(bounds[0], wording.start - 8), min(bounds[1], max(wording.end, number[1]) + 8)
    if not any("camp" in form or "مخيم" in form for form in page.form[lo:hi]):
        return
    subject = _camp_name(page, lo, hi) or _camp_name(page, max(0, lo - _BACK), lo) or "camp"
    yield _count_fact(page, subject, wording.row.cls, number, wording)


def _camp_name(page: Page, lo: int, hi: int) -> str | None:
    for at in range(lo, hi):
        if "camp" in page.form[at] or "مخيم" in page.form[at]:
            name = page.inside.get(at) or page.inside.get(at + 1) or page.inside.get(at - 1)
            if (
                name is not None
                and name.kind == "place"
                and isinstance(name.name.entity, Site)
                and name.name.entity.level != "country"
            ):
                held = str(name.name.entity.canonical)
                return held if "camp" in held.lower() else f"{held} camp"
    return None


# --- words -------------------------------------------------------------------------------------------------------


def _worded(page: Page, wording: Wording, bounds: tuple[int, int]) -> Iterator[Fact]:
    """What follows a phrase, to the end of the sentence; the actor's own name is left out."""
    start, end = wording.end, min(bounds[1], wording.end + _WORDS)
    name = page.inside.get(start)
    start = name.end if name is not None and name.kind == "actor" else start
    if end - start >= 2 and BREAK not in page.form[start:end]:
        yield _fact(page, wording.row.about, wording.row.cls, page.text(start, end), None, wording.start, end)


def _fact(
    page: Page, subject: str, predicate: str, value: int | str | None, when: str | None, start: int, end: int
) -> Fact:
    lo, hi = page.tokens.start[start], page.tokens.end[end - 1]
    return Fact(subject, predicate, value, when, Span("text", lo, hi, page.tokens.text[lo:hi]))
