"""What a count covers in time: the period or day of its clause, resolved against the day of publication, else carried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hasila.model import Period
from hasila.reading.counts import Count
from hasila.reading.page import Page
from hasila.values.dates import DateMention
from hasila.values.numbers import read_number
from hasila.values.resolve import resolve

_SAYING_REACH = 6
_COMPLEMENT = frozenset({"ان", "بان", "انه", "انها", "انهم", "that", ":"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A date mention with what it resolves to. ``saying``: the day of the statement, not of what it reports."""

    mention: DateMention
    period: Period | None
    saying: bool

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end


def moments(page: Page, published: date | None) -> list[Moment]:
    """All dates of a text, resolved in order; each resolved one is the anchor of the next."""
    found: list[Moment] = []
    anchor: date | None = None
    for mention in page.dates:
        settled = resolve(mention, page.form, published, anchor)
        period = None
        if settled is not None:
            period = Period(settled.start, settled.end, page.text(mention.start, mention.end), f"{settled.basis}: {settled.reason}")
            if settled.start is not None:
                anchor = settled.start
            period = _running(page, mention, period, published)
        found.append(Moment(mention, period, _saying(page, mention)))
    return found


_SINCE = frozenset({"منذ", "ومنذ", "since"})


def _running(page: Page, mention: DateMention, period: Period, published: date | None) -> Period:
    """ "منذ ان هاجمت خلايا داعش السجن مساء الخميس 20": a day that opens a stretch up to the statement; and "بدأت يوم
    الجمعة واستمرت خمسة أيام", "over five days", a stretch of so many days from it."""
    if mention.shape != "day" or period.start is None:
        return period
    for at in range(mention.start - 1, max(0, mention.start - 12) - 1, -1):
        form = page.form[at]
        if form in _SINCE and published is not None and published >= period.start:
            return Period(period.start, published, period.as_written, "resolved: since that day, up to the statement")
        if form in ("،", ",", ".", "\n", ";") or at in page.date_at:
            break
    for at in range(mention.end, min(len(page.form), mention.end + 4)):
        if page.form[at] in ("واستمرت", "واستمر", "استمرت", "استمر", "lasted", "lasting"):
            number = read_number(page.form, at + 1) if at + 1 < len(page.form) else None
            if number is not None and number.low and number.end < len(page.form) and page.form[number.end] in ("ايام", "يوما", "days"):
                return Period(period.start, period.start + timedelta(days=number.low - 1), period.as_written, "resolved: so many days from that day")
    return period


def _saying(page: Page, mention: DateMention) -> bool:
    """ "أعلنت القيادة، اليوم الجمعة، أنها": the day on which it was said."""
    if mention.shape not in ("day", "relative", "month"):
        return False
    spoke = None
    for at in range(mention.start - 1, max(0, mention.start - 14) - 1, -1):
        form = page.form[at]
        if form in (".", "\n", "؛") or form in _COMPLEMENT:
            break
        if page.cue(at, "verb") == "speech" or page.cue(at, "verb") == "deny" or form in ("بيان", "statement", "release", "تصريح", "البيان"):
            spoke = at
            break
    if spoke is None:
        return False
    if page.form[spoke] < "\u0590":
        return mention.start - spoke <= 4 and mention.shape == "day"
    for at in range(mention.end, min(len(page.form), mention.end + 16)):
        if page.form[at] in _COMPLEMENT or page.form[at] in ('"', "“", "«"):
            return True
        if page.form[at] in (".", "\n"):
            break
    return mention.shape == "day" and mention.start - spoke <= _SAYING_REACH


def moment_of(page: Page, count: Count, others: list[Count], here: list[Moment], start: int, end: int) -> Moment | None:
    """The date of a count among those of its sentence: the nearest in its own stretch, stretches before days."""
    usable = [moment for moment in here if not moment.saying and moment.mention.shape != "part"]
    if not usable:
        return None
    after = min((other.start for other in others if other.start >= count.end), default=end)
    floor = max((other.end for other in others if other.end <= count.start), default=start)
    own = [m for m in usable if floor <= m.start and m.end <= after + (1 if after == end else 0)]
    if own:
        return min(own, key=lambda m: (_distance(m, count), m.start))
    before = [m for m in usable if m.end <= count.start]
    if before:
        return before[-1]
    return usable[0]


def _distance(moment: Moment, count: Count) -> int:
    return count.start - moment.end if moment.end <= count.start else moment.start - count.end
