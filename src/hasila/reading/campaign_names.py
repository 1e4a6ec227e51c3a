"""The names of campaigns, whose words count nobody: "حملة «الانتقام لشهداء الرقة»", "عملية «صاعقة الجزيرة»"."""

from __future__ import annotations

from collections.abc import Iterator

from hasila.lexicon.markers import markers
from hasila.reading.page import Page

OPENING, CLOSING = frozenset('"“«'), frozenset('"”»')
_LONGEST = 9
_CAMPAIGN = markers("named-campaign")


def name_opens(page: Page, at: int, low: int) -> int:
    """Where the name of a campaign opens that closes at a token; the token itself if none does."""
    for first in range(at - 1, max(low, at - _LONGEST) - 1, -1):
        if page.form[first] in OPENING:
            return first if page.among(first - 1, _CAMPAIGN) else at
    return at


def outside_names(page: Page, span: range) -> Iterator[int]:
    """The tokens of a stretch that stand in no name of a campaign, from the last to the first."""
    opened = span.stop
    for at in reversed(span):
        if page.form[at] in CLOSING and at < opened:
            opened = name_opens(page, at, span.start)
        if at < opened:
            yield at
