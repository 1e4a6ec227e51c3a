"""Assessments: who judges what of whom ("despite its decline, still a tangible threat"), with the clause that says so.

The phrases are data (``ar|en/assessments.tsv``).

>>> from hasila.reading.cast import cast
>>> from hasila.reading.page import annotate
>>> from hasila.reading.wording import wordings
>>> page = annotate("CENTCOM said that despite its decline, ISIS remains a threat to the region, and gave figures.")
>>> [(held.by, held.about, held.evidence.text) for held in find_assessments(page, cast(page), wordings(page))]
[('US Central Command', 'ISIS', 'despite its decline, ISIS remains a threat to the region')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hasila.lexicon.markers import markers
from hasila.model import Assessment, Quote, Span
from hasila.reading.cast import ISIS, Part, side_of
from hasila.reading.page import Page
from hasila.reading.speakers import Walk
from hasila.reading.wording import Wording, within

_COMPLEMENT = markers("complementiser")
_CONCESSION = markers("concession")
_COMMAS = frozenset({",", "،", ";", "؛", "“", "”", "«", "»", '"', ":"})
_CARRIED = markers("concession-answer")
_ISIS_NAMES = markers("isis-name")
_BACK = 5
_REACH = 80


def find_assessments(
    page: Page, parts: list[Part], found: list[Wording], quotes: Sequence[Quote] = ()
) -> list[Assessment]:
    """The assessments that some phrases make, one for each clause."""
    held: dict[tuple[int, int], Assessment] = {}
    judging = [wording for wording in found if wording.row.file == "assessments"]
    if not judging:
        return []
    says = Says(page, parts, quotes)
    for wording in judging:
        start, end = _clause(page, wording)
        about = _about(page, parts, start, wording)
        if about is None or any(lo < end and start < hi for lo, hi in held):
            continue
        lo, hi = page.tokens.start[start], page.tokens.end[end - 1]
        by = says.who(wording)
        held[start, end] = Assessment(by, about, Span("text", lo, hi, page.tokens.text[lo:hi]))
    return list(held.values())


def _sentence(page: Page, at: int) -> tuple[int, int]:
    return page.sentences[max(bisect_right(page.sentences, (at, len(page.form))) - 1, 0)]


def _clause(page: Page, wording: Wording) -> tuple[int, int]:
    """The clause around a phrase, a concession before it included."""
    lo, hi = _sentence(page, wording.start)
    forms = page.form
    end = next((at for at in range(wording.end, hi) if forms[at] in _COMMAS), hi)
    start = next(
        (at + 1 for at in range(wording.start - 1, lo - 1, -1) if forms[at] in _COMMAS or _leads(page, at)), lo
    )
    yielding = next((at for at in range(wording.start, lo - 1, -1) if forms[at] in _CONCESSION), None)
    if yielding is not None and yielding < start:
        start = yielding
    if forms[wording.start] in _CONCESSION or (yielding is not None and end < hi and end - yielding <= 6):
        end = next((at for at in range(end + 1, hi) if forms[at] in _COMMAS), hi)
    return start, end


def _leads(page: Page, at: int) -> bool:
    """Whether what is assessed begins after this word: the "that" of a verb of saying, but not that of إلا أنه."""
    return page.form[at] in _COMPLEMENT and not (at and page.form[at - 1] in _CARRIED)


def _about(page: Page, parts: list[Part], start: int, wording: Wording) -> str | None:
    """Whom a clause is about: an armed group in it, else the one named last before it."""
    lo, hi = _sentence(page, wording.start)
    groups = [part for part in within(parts, lo - _REACH, hi) if side_of(part.whom) in ("isis", "jihadist")]
    here = [part for part in groups if part.start >= lo]
    if here:
        return min(here, key=lambda part: abs(part.start - wording.start)).whom
    if groups:
        return groups[-1].whom
    return ISIS if any(form in _ISIS_NAMES for form in page.form[start : wording.end]) else None


class Says:
    """Who says what stands at a place: the speaker of the quotation, else of the sentence, else None (the outlet)."""

    def __init__(self, page: Page, parts: list[Part], quotes: Sequence[Quote]) -> None:
        self.page, self.quotes = page, quotes
        self.walk = Walk(page, parts, [], None)
        self.walked = 0

    def who(self, wording: Wording) -> str | None:
        at = self.page.tokens.start[wording.start]
        for quote in self.quotes:
            if quote.evidence.field == "text" and quote.evidence.start <= at < quote.evidence.end:
                return quote.speaker
        index = max(bisect_right(self.page.sentences, (wording.start, len(self.page.form))) - 1, 0)
        for start, end in self.page.sentences[max(self.walked, index - _BACK) : index + 1]:
            self.walk.segment(start, end)
        self.walked = max(self.walked, index + 1)
        lo, _ = self.page.sentences[index]
        spoken = [voice for verb in range(lo, wording.start) if (voice := self.walk.spoken.get(verb)) is not None]
        return spoken[-1].name if spoken else None
