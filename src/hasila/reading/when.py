"""What a count covers in time: the period or day of its clause, resolved against the publication day, else carried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.governors import QUOTES
from hasila.reading.page import Page, in_caption, run_in
from hasila.values.dates import DateMention, Resolved
from hasila.values.numbers import number_forms, read_number
from hasila.values.resolve import resolve

_SAYING_REACH = 6
_COMPLEMENT = markers("complementiser") | {":"}
_AFTERMATH = markers("aftermath")
_OPENING = frozenset('"“«')
_CLAUSE_EDGE = frozenset({".", "\n", ";", ",", ":", "and", "but"})


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
    begun: date | None = None
    said: date | None = None
    wide: Period | None = None
    spoken = _statement_day(page, published)
    for mention in page.dates:
        if found and _stop_between(page, found[-1].end, mention.start):
            said = wide = None
        open_end = mention.shape in ("since", "past") or page.form[mention.start] in ("so", "thus")
        today = (said or spoken or published) if open_end else published
        base = begun if mention.span is not None and mention.span.toward == "nth" else anchor
        settled = _inside(page, mention, wide) or resolve(mention, page.form, today, None)
        settled = settled or resolve(mention, page.form, today, base)
        period = None
        if settled is not None:
            period = Period(settled.start, settled.end, page.text(mention.start, mention.end), _basis(settled))
            if settled.start is not None:
                anchor = settled.start
            period = _of_year(page, mention, period)
            period = _as_of(page, mention, period) or _running(page, mention, period, published)
            wide = period if _long(period) else wide
            begun = period.start if period.start != period.end and _opens(mention) else begun
        dateline = (
            period is not None
            and period.start is not None
            and period.start == period.end
            and _dateline(page, mention, period.start, published)
        )
        last = found[-1] if found else None
        echo = (
            last is not None
            and last.saying
            and mention.start - last.end <= 2
            and period is not None
            and period == _same_days(last.period, period)
        )
        outside = _unborn(period, published) or in_caption(page, mention)
        period = None if outside else period
        found.append(Moment(mention, period, dateline or echo or outside or _saying(page, mention)))
        if found[-1].saying and period is not None:
            said = period.end
    return found


def _unborn(period: Period | None, published: date | None) -> bool:
    """A full date after the report: the day on which the page was loaded, no day of an event."""
    if period is None or period.start is None or published is None or period.start != period.end:
        return False
    return period.basis.startswith("stated") and period.start > published + timedelta(days=1)


def _long(period: Period) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days >= _LONG


def _inside(page: Page, mention: DateMention, wide: Period | None) -> Resolved | None:
    """ "in the first quarter of 2023 ... 43 in January": a month without a year, inside a stretch just named."""
    if mention.shape != "month" or wide is None or wide.start is None or wide.end is None:
        return None
    settled = resolve(mention, page.form, wide.end, None)
    if settled is None or settled.start is None or settled.end is None or settled.basis != "resolved":
        return None
    return settled if wide.start <= settled.start and settled.end <= wide.end else None


_LONG = 60
_YEAR = markers("the-year")


def _of_year(page: Page, mention: DateMention, period: Period) -> Period:
    """ "مجموع السنة حتى نهاية آب": from the start of the year that is spoken of."""
    of_year = mention.shape == "until" and mention.start > 0 and page.form[mention.start - 1] in _YEAR
    if not of_year or period.start is not None or period.end is None:
        return period
    return Period(date(period.end.year, 1, 1), period.end, period.as_written, "resolved: from the start of the year")


def _opens(mention: DateMention) -> bool:
    """Whether a stretch is one that something began with, as against a month that is only named."""
    return mention.shape in ("since", "day", "range")


def _said_after(page: Page, end: int) -> bool:
    """ "وفي 17 ديسمبر قالت القيادة", "On December 17 the command said": the day stands right before the speech."""
    named = 0
    for at in range(end, min(len(page.form), end + 14)):
        named += at in page.inside or page.form[at] in QUOTES
        if at - end - named >= 5:
            return False
        if page.cue(at, "verb") == "speech":
            return page.form[at] < "\u0590" or at - end <= 2
        if (
            page.form[at] in (".", "\n")
            or page.cue(at, "verb")
            or page.trigger(at) is not None
            or (page.form[at] == "،" and page.form[end] == "،")
        ):
            return False
    return False


def _toll_raised(page: Page, mention: DateMention) -> bool:
    """ "رفع المرصد، الأحد، حصيلته", "put at nine on Friday": the day of a count, not of the deaths in it."""
    before = range(max(mention.start - 7, 0), mention.start)
    if not any(page.cue(at, "verb") == "toll" for at in before):
        return False
    at = mention.start - 1
    at -= page.form[at] == "on"
    counted = at > 1 and (page.form[at][0].isdigit() or page.form[at] in number_forms()) and page.form[at - 1] in _REACH
    return counted or any(page.cue(k, "tally") for k in range(mention.end, min(mention.end + 4, len(page.form))))


_REACH = frozenset({"at", "to"})


def _ends_clause(page: Page, mention: DateMention) -> bool:
    """ "Jets struck the town yesterday, officials said": the day belongs to what stands before it."""
    end = mention.end
    if page.form[end : end + 1] != [","] or page.form[mention.start] >= "\u0590" or page.cue(end + 1, "verb"):
        return False
    head = mention.start - 1 if page.form[mention.start - 1] == "on" else mention.start
    return head > 0 and page.form[head - 1] not in _CLAUSE_EDGE


def _speech_near(page: Page, at: int) -> bool:
    """Whether someone speaks in the sentence around a token."""
    for step in (-1, 1):
        k = at + step
        while 0 <= k < len(page.form) and abs(k - at) <= 14 and page.form[k] not in (".", "\n", "؛"):
            if page.cue(k, "verb") == "speech" or page.form[k] in ("بيان", "statement", "احصائيه", "تقرير"):
                return True
            k += step
    return False


def _act_told(page: Page, at: int) -> bool:
    """ "قال إن قواته خاضت اليوم معارك": a verb of deed right before the day, inside what is said."""
    verb = page.cue(at - 1, "verb") if at > 2 else None
    if verb in ("speech", "deny") or (verb is None and (at < 3 or page.trigger(at - 1) is None)):
        return False
    for k in range(at - 2, max(at - 9, 0), -1):
        if page.form[k] in _COMPLEMENT:
            return True
        if page.form[k] in (".", "\n", "،"):
            return False
    return False


def _statement_day(page: Page, published: date | None) -> date | None:
    """The day on which the statement was made, where the report names it: counts "since" something end there."""
    if published is None:
        return None
    for mention in page.dates[:4]:
        if mention.shape == "day" and _saying(page, mention):
            settled = resolve(mention, page.form, published, None)
            if settled is not None and settled.start is not None and 0 <= (published - settled.start).days <= 1:
                return settled.start
    return None


_SINCE = markers("since")


def _same_days(first: Period | None, second: Period) -> Period | None:
    """The second period where both name the same days: "اليوم السبت (14 تشرين الأول)"."""
    return second if first is not None and (first.start, first.end) == (second.start, second.end) else None


def _lasted(page: Page, mention: DateMention, start: date) -> date | None:
    """ "واستمرت خمسة أيام": the last of so many days."""
    for at in range(mention.end, min(len(page.form), mention.end + 4)):
        if page.form[at] in ("واستمرت", "واستمر", "استمرت", "استمر", "lasted", "lasting"):
            number = read_number(page.form, at + 1) if at + 1 < len(page.form) else None
            if (
                number is not None
                and number.low
                and number.end < len(page.form)
                and page.form[number.end] in ("ايام", "يوما", "days")
            ):
                return start + timedelta(days=number.low - 1)
    return None


_BEGIN = markers("begin-verb")


def opens_stretch(page: Page, mention: DateMention) -> bool:
    """ "التي بدأت في الرابع من شباط", "which began on February 4": the day opens a campaign."""
    for at in range(mention.start - 1, max(0, mention.start - 14) - 1, -1):
        form = page.form[at]
        if form in _BEGIN or (form[1:] in _BEGIN and form[:1] == "و"):
            return True
        if form in (".", "\n", "،", ",") or page.cue(at, "verb") or page.trigger(at) is not None:
            return False
        if form in _AFTERMATH or (form[:1].isdigit() and form < "\u0590" and at not in page.dated):
            return False  # "launched after a Dec. 13 attack", "launched 16 strikes on Sunday"
    return False


def _days_later(page: Page, start: int) -> int | None:
    """ "بعد واحد وعشرين يوماً": how many days after the beginning."""
    for at in range(start, min(len(page.form), start + 8)):
        if page.form[at] in ("بعد", "after"):
            number = read_number(page.form, at + 1) if at + 1 < len(page.form) else None
            if (
                number is not None
                and number.low
                and number.end < len(page.form)
                and page.form[number.end] in ("ايام", "يوما", "days")
            ):
                return number.low
    return None


def _dateline(page: Page, mention: DateMention, day: date, published: date | None) -> bool:
    """A line of page furniture that only names the day: datelines, captions, "18 يوليو 2024"."""
    left = mention.start
    while left > 0 and page.form[left - 1] not in (".", "\n"):
        left -= 1
    right = mention.end
    while right < len(page.form) and page.form[right] not in (".", "\n"):
        right += 1
    if left and published is None:
        return False
    if left < mention.start and published is not None and 0 <= (published - day).days <= 3:
        dash = run_in(page, left)
        if mention.end <= dash and not any(page.cue(at, "verb") for at in range(left, dash)):
            return True
    line = range(left, right)
    if any(
        page.trigger(at) is not None or (page.cue(at, "verb") and not page.cue(at, "masdar")) or _event(page, at)
        for at in line
    ):
        return False
    return right - left <= 30 and published is not None and 0 <= (published - day).days <= 3


def _event(page: Page, at: int) -> bool:
    noun = page.noun(at)
    return noun is not None and noun.kind in ("event", "casualty")


def _stop_between(page: Page, start: int, end: int) -> bool:
    return any(form in (".", "\n", "؛", ";") for form in page.form[start:end])


def _running(page: Page, mention: DateMention, period: Period, published: date | None) -> Period:
    """ "منذ ان هاجمت خلايا داعش السجن مساء الخميس 20": a day that opens a stretch up to the statement; and "بدأت يوم
    الجمعة واستمرت خمسة أيام", "over five days", a stretch of so many days from it."""
    if mention.shape != "day" or period.start is None:
        return period
    if opens_stretch(page, mention) and published is not None and published >= period.start:
        later = _days_later(page, mention.end)
        last = period.start + timedelta(days=later) if later else _lasted(page, mention, period.start)
        end = last or _statement_day(page, published) or published
        return Period(period.start, max(end, period.start), period.as_written, "resolved: from the day it began")
    for at in range(mention.start - 1, max(0, mention.start - 12) - 1, -1):
        form = page.form[at]
        if form in _SINCE and published is not None and published >= period.start:
            return Period(
                period.start,
                _statement_day(page, published) or published,
                period.as_written,
                "resolved: since that day, up to the statement",
            )
        if form in ("،", ",", ".", "\n", ";") or at in page.date_at:
            break
    lasted = _lasted(page, mention, period.start)
    if lasted is not None:
        return Period(period.start, lasted, period.as_written, "resolved: so many days from that day")
    return period


AS_OF = "resolved: as of that day"


def _as_of(page: Page, mention: DateMention, period: Period) -> Period | None:
    """ "As of May 31, 12,820 strikes had been carried out": a running count up to that day."""
    since = page.form[mention.start - 2 : mention.start] == ["as", "of"] and mention.shape == "day"
    return Period(None, period.end, period.as_written, AS_OF) if since else None


def _basis(settled: Resolved) -> str:
    return settled.basis if settled.reason == settled.basis else f"{settled.basis}: {settled.reason}"


# "قالت في يونيو إن" is when it was said; "خلال يونيو" and "حصيلة يونيو" are what it is about.
_IN_MONTH = frozenset({"في", "in"})


def _month_of_saying(page: Page, mention: DateMention) -> bool:
    """ "أعلنت الوزارة الشهر الماضي، مقتل 170": the month between who says it and what is said."""
    after = page.form[mention.end : mention.end + 1]
    spoken = any(page.cue(at, "verb") == "speech" for at in range(max(0, mention.start - 6), mention.start))
    return spoken and bool(after) and (after[0] in _COMPLEMENT or after[0] == "،")


def _saying(page: Page, mention: DateMention) -> bool:
    """ "أعلنت القيادة، اليوم الجمعة، أنها": the day on which it was said."""
    if mention.shape not in ("day", "relative", "month") or page.form[mention.end : mention.end + 1] == [":"]:
        return False
    before = max(mention.start - 1, 0)
    if mention.shape == "month" and page.form[mention.start] == "الشهر" and _month_of_saying(page, mention):
        return True
    if mention.shape == "month" and page.form[before] not in _IN_MONTH and page.cue(before, "verb") != "speech":
        return False
    if (
        page.form[mention.start] in ("اليوم", "today", "واليوم")
        and mention.shape == "day"
        and _speech_near(page, mention.start)
        and not _act_told(page, mention.start)
    ):
        return True
    if page.form[before] in ("released", "issued", "published") and mention.shape == "day":
        return True
    told = mention.shape == "day" and not _ends_clause(page, mention) and _said_after(page, mention.end)
    if told or (mention.shape == "day" and _toll_raised(page, mention)):
        return True
    spoke = None
    for at in range(mention.start - 1, max(0, mention.start - 14) - 1, -1):
        form = page.form[at]
        if form in (".", "\n", "؛") or form in _COMPLEMENT or (form in _OPENING and page.form[at - 1] == ","):
            break
        if form < "\u0590" and page.cue(at, "verb") == "action":
            break  # "said the raid was conducted Thursday"
        if (
            page.cue(at, "verb") == "speech"
            or page.cue(at, "verb") == "deny"
            or form in ("بيان", "statement", "release", "تصريح", "البيان")
            or (page.cue(at, "accord") and form < "\u0590")
        ):
            spoke = at
            break
    if spoke is None:
        return False
    if page.form[spoke] < "\u0590":
        return mention.start - spoke <= 8 and mention.shape == "day"
    for at in range(mention.end, min(len(page.form), mention.end + 16)):
        if page.form[at] in _COMPLEMENT or page.form[at] in ('"', "“", "«"):
            return True
        if page.form[at] in (".", "\n"):
            break
    if mention.shape != "day":
        return False
    return mention.start - spoke <= _SAYING_REACH or _set_off(page, mention, spoke)


def _set_off(page: Page, mention: DateMention, spoke: int) -> bool:
    """ "أعلنت قوى الأمن الداخلي التابعة للإدارة، الجمعة، عن انتهاء": a day between commas, nothing done before it."""
    after = page.form[mention.end : mention.end + 1]
    if page.form[mention.start - 1] != "،" or after != ["،"]:
        return False
    return not any(page.trigger(at) is not None or page.cue(at, "verb") for at in range(spoke + 1, mention.start))
