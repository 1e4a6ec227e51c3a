"""What stands between people and the verb that tells what befell them, and is passed over: asides and brackets."""

from __future__ import annotations

from hasila.reading.governors import AUXILIARY, COMMA
from hasila.reading.page import Page

ASIDE = 12
DASHES = frozenset({"–", "—"})
_LONG = 24
_WHO = frozenset({"who", "whom", "whose", "which"})


def behind_aside(page: Page, at: int, end: int) -> int | None:
    """ "Three insurgents, who said that they had been forced, turned themselves in": where the clause between commas
    ends and the main verb stands."""
    if page.form[at] not in COMMA or at + 1 >= end or page.form[at + 1] not in _WHO:
        return None
    close = next((k for k in range(at + 2, min(end - 1, at + _LONG)) if page.form[k] in COMMA), None)
    if close is None or page.form[close + 1] in _WHO:
        return None
    return close + 1 if page.trigger(close + 1) is not None or page.form[close + 1] in AUXILIARY else None


def dashed(page: Page, at: int, end: int) -> int | None:
    """Behind the words between two dashes: "Four Americans – two soldiers and two civilians – died"."""
    close = next((k for k in range(at + 1, min(end, at + ASIDE + 4)) if page.form[k] == page.form[at]), None)
    return close + 1 if close is not None else None


def bracketed(page: Page, at: int, stop: int, end: int) -> int | None:
    """Behind the bracket that opens at a token: "66 people (10 of them women), killed by mines"."""
    return next((k + 1 for k in range(at + 1, min(stop, end)) if page.form[k] == ")"), None)
