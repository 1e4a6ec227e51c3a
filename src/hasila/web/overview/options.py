"""The months that a page offers, as the options of a list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, lru_cache

from markupsafe import Markup, escape

from hasila.web.overview.choice import Offered

_HELD = 4096


def month_options(name: Callable[[int], str]) -> Callable[[Offered, date], Markup]:
    """What writes the options; ``name`` gives the name of a month. Years are held as they were written last."""
    named = cache(name)

    @lru_cache(maxsize=_HELD)
    def year_of(year: int, starts: Sequence[date], selected: date | None) -> Markup:
        options = "".join(
            f'<option value="{year:04d}-{start.month:02d}"{" selected" if start == selected else ""}>'
            f"{escape(named(start.month))} {year}</option>"
            for start in starts
        )
        return Markup(f'<optgroup label="{year}">{options}</optgroup>')

    def written(offered: Offered, selected: date) -> Markup:
        return Markup("").join(
            year_of(year, starts, selected if selected.year == year else None) for year, starts in offered
        )

    return written
