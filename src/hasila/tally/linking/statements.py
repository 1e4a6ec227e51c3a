"""Claims gathered into statements: what one bookkeeper said of one window, or of one event.

Bulletins that look alike but speak of different windows are different statements, because the window decides and the
words don't. A statement keeps its id when documents are added: that of a window is made of the series and the days,
that of an event of the series, the day and the place.

>>> statement_id("coalition", date(2023, 2, 1), date(2023, 2, 28))
'coalition/2023-02'
>>> statement_id("SDF", date(2024, 1, 1), date(2024, 6, 30))
'sdf/2024-01..2024-06'
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from hashlib import sha256
from operator import attrgetter

from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.linking.events import Event, events, linked
from hasila.tally.linking.mentions import base_of, mentions
from hasila.tally.record.joint import settle_modes
from hasila.tally.result import Statement

_EVENT_DAYS = timedelta(days=6)
_KEY = 6


def statements_of(claims: Iterable[Claim], sources: Mapping[str, Source]) -> tuple[Statement, ...]:
    """All statements, by id, whatever the order of the claims; ``sources`` are the documents by key.

    The claims of an event speak of its own day and place (see :class:`hasila.tally.linking.events.Event`), so that a
    statement is reconciled as it stands. A report without days is a statement of its own, or one with those that
    repeat its counts.
    """
    windows: dict[tuple[str, date | None, date | None], list[Claim]] = defaultdict(list)
    single: list[Claim] = []
    for claim in claims:
        cell = claim.cell
        if is_event(claim):
            single.append(claim)
        else:
            windows[base_of(cell.series), cell.start, cell.end].append(claim)
    found = [window_statement(*key, held, sources) for key, held in windows.items()]
    found += _of_events(events(linked(mentions(single, sources))), sources)
    return tuple(sorted(found, key=lambda statement: statement.id))


def window_statement(
    series: str, start: date | None, end: date | None, claims: list[Claim], sources: Mapping[str, Source]
) -> Statement:
    """The statement of a window."""
    return _statement(statement_id(series, start, end), series, start, end, None, claims, sources)


def is_event(claim: Claim) -> bool:
    """Whether a claim is told from others by its deed and not by its window: a day, a short event, or no days at
    all."""
    start, end = claim.cell.start, claim.cell.end
    if start is None or end is None:
        return start is end
    return start == end or (claim.kind == "event" and end - start <= _EVENT_DAYS)


def statement_id(series: str, start: date | None, end: date | None) -> str:
    """The id of the statement of a series for a window, which needn't have claims."""
    return f"{_slug(base_of(series))}/{_window(start, end)}"


def statement_of(cell: Cell) -> str:
    """The id of the statement that a cell with a window belongs to."""
    return statement_id(cell.series, cell.start, cell.end)


@lru_cache(maxsize=1 << 14)
def _window(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return "open" if start is end else f"{start or ''}..{end or ''}"
    whole = start.day == 1 and (end + timedelta(days=1)).day == 1
    if whole and (start.month, end.month, start.year) == (1, 12, end.year):
        return f"{start:%Y}"
    first, last = (f"{day:%Y-%m}" if whole else day.isoformat() for day in (start, end))
    return first if first == last else f"{first}..{last}"


@cache
def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower()).strip("-")


def _of_events(found: list[Event], sources: Mapping[str, Source]) -> list[Statement]:
    made = named(found)
    final = told_apart(made)
    return [statement_of_event(final.get(name, name), event, sources) for name, event in made.items()]


def statement_of_event(name: str, event: Event, sources: Mapping[str, Source]) -> Statement:
    """The statement of an event that has that name."""
    return _statement(name, event.series, event.day, event.last, event.place, list(event.claims()), sources)


def named(found: Iterable[Event]) -> dict[str, Event]:
    """Events by the ids of their statements; digits of what is said tell apart those of one day and place.

    Those without a day have names that :func:`told_apart` makes ids of.
    """
    held: dict[str, list[Event]] = defaultdict(list)
    for event in found:
        held[_event_id(event)].append(event)
    made: dict[str, Event] = {}
    for name, same in held.items():
        if same[0].day is None:
            made.update((f"{name}\n{_digits(event)}\n{_first(event)}", event) for event in same)
        elif len(same) == 1:
            made[name] = same[0]
        else:
            ordered = sorted(same, key=lambda event: (_digits(event), _first(event)))
            ids = (name if at == 0 else f"{name}-{_digits(event)}-{at}" for at, event in enumerate(ordered))
            made.update(zip(ids, ordered, strict=True))
    return made


def told_apart(names: Iterable[str]) -> dict[str, str]:
    """The ids of statements without days by what :func:`named` calls them; all of a ledger have to be known for it."""
    held: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in names:
        id, _, rest = name.partition("\n")
        if rest:
            held[id].append((rest.partition("\n")[0], name))
    return {
        name: id if at == 0 else f"{id}-{digits}-{at}"
        for id, same in held.items()
        for at, (digits, name) in enumerate(sorted(same))
    }


def _event_id(event: Event) -> str:
    if event.day is None:
        return f"{_slug(event.series)}/open/{_digits(event)}"
    where = event.place or event.scope
    window = _window(event.day, event.last)
    return f"{_slug(event.series)}/{window}/{_slug(where)}" if where else f"{_slug(event.series)}/{window}"


def _first(event: Event) -> str:
    """What orders events by what they say."""
    return sha256(min(mention.order() for mention in event.mentions).encode()).hexdigest()


def _digits(event: Event) -> str:
    """Digits of the fullest mention's counts, so that a copy or a teaser of it that comes later changes nothing."""
    most = max(len(mention.values) for mention in event.mentions)
    fullest = (mention for mention in event.mentions if len(mention.values) == most)
    said = min(
        repr((one.scope, one.place, sorted(one.values, key=repr), sorted(one.denied, key=repr))) for one in fullest
    )
    return sha256(said.encode()).hexdigest()[:_KEY]


def _statement(
    name: str,
    series: str,
    start: date | None,
    end: date | None,
    place: str | None,
    claims: list[Claim],
    sources: Mapping[str, Source],
) -> Statement:
    keys = {claim.document for claim in claims} if sources else ()
    documents = sorted([sources[key] for key in keys if key in sources], key=_first_published)
    settled = sorted(settle_modes(claims), key=_id)
    return Statement(name, series, start, end, place, tuple(documents), tuple(settled))


_id = attrgetter("id")


def _first_published(source: Source) -> tuple[date, str]:
    return source.published or date.max, source.key
