"""Places that head what follows them: countries on lines of their own, the columns of a row, the heading of a part."""

from __future__ import annotations

from hasila.reading.counts import Count
from hasila.reading.page import Page
from hasila.reading.spots import Spot
from hasila.reading.thread import Thread

_HEADING = 8


def stacked(thread: Thread, here: list[Spot], held: list[Count], start: int, end: int) -> None:
    """ "Iraq:", "Syria:", then "21 operations", "17 operations", on lines of their own: the lines take turns."""
    heads = len(here) == 1 and here[0].country and here[0].start == start and end - here[0].end <= 1
    if not held and heads:
        thread.stack = [] if thread.turn else thread.stack
        thread.stack.append(here[0].place)
        thread.turn = 0
    elif len(thread.stack) > 1 and len(held) == 1 and not here:
        thread.columns = [thread.stack[thread.turn % len(thread.stack)]]
        thread.turn += 1
    elif thread.stack:
        thread.stack, thread.turn = [], 0
        thread.columns = [] if len(thread.columns) == 1 else thread.columns


def headed(page: Page, thread: Thread, here: list[Spot], held: list[Count], start: int, end: int) -> None:
    """The columns of a short line without figures, or the country that it names; none where a row doesn't fill them."""
    if not held and here and end - start <= _HEADING:
        columns = [spot.place for spot in here if spot.end == end or (spot.country and _closed(page, spot, here, end))]
        thread.columns = columns if len(columns) > 1 else []
        if len(here) == 1 and here[0].country:
            thread.place = here[0].place
            thread.heading = thread.place if page.form[end - 1] != "." else None
    elif held and thread.columns and len(held) % len(thread.columns):
        thread.columns = []


def _closed(page: Page, spot: Spot, here: list[Spot], end: int) -> bool:
    """ "In Iraq: In Syria:", "In Iraq In Syria", "Iraq | Syria": the next column begins right behind a country."""
    gap = next((page.form[spot.end : other.start] for other in here if other.start >= spot.end and other.country), None)
    return page.form[min(spot.end, end - 1)] == ":" or gap in _BETWEEN


_BETWEEN = (["in"], ["|"], ["|", "in"])
