"""The lines of effort of the coalition that a report speaks of, with the words that say so.

There are five: ``military``, ``finance``, ``foreign_fighters``, ``stabilisation`` and ``propaganda``. The phrases are
data (``ar|en/efforts.tsv``).

>>> from hasila.reading.page import annotate
>>> from hasila.reading.wording import wordings
>>> page = annotate("منع تدفق المقاتلين الأجانب ودعم الاستقرار")
>>> [(effort.line, effort.evidence.text) for effort in find_efforts(page, wordings(page))]
[('foreign_fighters', 'تدفق المقاتلين'), ('stabilisation', 'ودعم الاستقرار')]
"""

from __future__ import annotations

from bisect import bisect_right

from hasila.model import EffortMention, Span
from hasila.reading.page import Page
from hasila.reading.wording import Wording


def find_efforts(page: Page, found: list[Wording]) -> list[EffortMention]:
    """The mentions of lines of effort, each line once a sentence."""
    efforts: list[EffortMention] = []
    seen: set[tuple[int, str]] = set()
    for wording in found:
        if wording.row.file != "efforts":
            continue
        key = bisect_right(page.sentences, (wording.start, len(page.form))), wording.row.cls
        if key not in seen:
            seen.add(key)
            lo, hi = page.tokens.start[wording.start], page.tokens.end[wording.end - 1]
            efforts.append(EffortMention(wording.row.cls, Span("text", lo, hi, page.tokens.text[lo:hi])))
    return efforts
