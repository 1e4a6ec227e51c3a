"""What a count covers in time: the period or day of its clause, resolved against the publication day, else carried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.again import past_stretch, same_stretch
from hasila.reading.asidedays import in_response
from hasila.reading.backreferences import in_other_year, last_told, same_days_before
from hasila.reading.campaigndays import ended_later, is_of_campaign
from hasila.reading.campaigns import campaign_announced, closes_stretch, days_later, ends_beside, lasted, opens_stretch
from hasila.reading.contrasts import contrasted
from hasila.reading.eventdays import begins_in, days_of_events, event_named
from hasila.reading.eventyears import of_event_year, whole_year
from hasila.reading.launches import begun_on, from_launches, of_launch, since_so_long, up_to_their_end, with_launches
from hasila.reading.mentions import counts_days, loosely_after, only_weekday, opens
from hasila.reading.moment import Moment
from hasila.reading.outside import of_no_event
from hasila.reading.page import Page
from hasila.reading.phases import phases
from hasila.reading.saying import dateline, is_saying
from hasila.reading.sinceclauses import from_since_clause
from hasila.reading.statements import statement_day, statement_days
from hasila.values.dates import DateMention, Resolved
from hasila.values.resolve import resolve


@dataclass(slots=True)
class _Told:
    """What of time has been told so far: the day last spoken of, where a campaign began, when it was said, and the
    stretch that a sentence is about."""

    anchor: date | None = None
    begun: date | None = None
    said: Period | None = None
    wide: Period | None = None


def moments(page: Page, published: date | None) -> list[Moment]:
    """All dates of a text, resolved in order; each resolved one is the anchor of the next."""
    found: list[Moment] = []
    told = _Told()
    days = statement_days(page, published)
    for mention in with_launches(page):
        if of_event_year(mention):
            found.append(Moment(mention, whole_year(mention), False))
            continue
        last = found[-1] if found else None
        if last is not None and _stop_between(page, last.end, mention.start):
            told.said = told.wide = None
        spoken = statement_day(page, days, mention.start)
        period = _covered(page, mention, found, told, published, spoken)
        outside = of_no_event(page, mention, period, published)
        saying = outside or _of_saying(page, mention, period, last, published)
        period = None if outside else period
        if last is not None and opens_stretch(page, last.mention):
            whole = ended_later(page.form, last, mention, period.end if period is not None else None)
            if whole is not None:
                period, found[-1] = whole, replace(last, period=whole)
        until = _until(page, found, mention)
        names = until is not None and period is not None and until == period.end
        if last is not None and period is not None and (names or _explains(page, last, mention)):
            found[-1] = replace(last, period=period)
        found.append(Moment(mention, period, saying, _opening(page, mention, published)))
        if saying and period is not None:
            told.said = period
    begun = phases(page, _begun(page, found), published)
    return up_to_their_end(page, from_launches(page, _paired(page, begun)))


def _covered(
    page: Page, mention: DateMention, found: list[Moment], told: _Told, published: date | None, spoken: date | None
) -> Period | None:
    """The days that a mention covers, and what they tell for the mentions after it."""
    if is_of_campaign(mention):
        return None
    if of_launch(mention):
        said = (told.said.end if told.said is not None else None, spoken, published)
        end = next((day for day in said if day and (told.anchor is None or day >= told.anchor)), None)
        words = page.text(mention.start, mention.end)
        return Period(None, end, words, "resolved: since the launch") if end is not None else None
    settled = _settled(page, mention, found, told, published, spoken)
    if settled is None:
        return same_stretch(page, mention, found, published)
    period = Period(settled.start, settled.end, page.text(mention.start, mention.end), _basis(settled))
    beside = any(contrasted(page, at) for at in range(max(0, mention.start - _COMPARED), mention.start))
    if not beside:
        told.anchor = settled.start or settled.end or told.anchor
    period = _through(page, mention, period, found) or _until_told(mention, period, told.said) or period
    period = same_days_before(mention, period, found) or period
    period = in_other_year(mention, period, found) or past_stretch(mention, period, found) or period
    period = since_so_long(page, mention, period, spoken or published) or _of_year(page, mention, period)
    period = _as_of(page, mention, period) or _running(page, mention, period, published, spoken)
    period = from_since_clause(page, mention, period, spoken or published)
    period = _since_as_of(page, mention, period, found) or period
    told.wide = period if _long(period) and not beside else told.wide
    told.begun = period.start if period.start != period.end and opens(mention) else told.begun
    return same_stretch(page, mention, found, published) or period


def _settled(
    page: Page, mention: DateMention, found: list[Moment], told: _Told, published: date | None, spoken: date | None
) -> Resolved | None:
    open_end = mention.shape in ("since", "past") or page.form[mention.start] in ("so", "thus")
    end = _until(page, found, mention) or (told.said and told.said.end) or spoken
    today = (end or published) if open_end else published
    toward = mention.span.toward if mention.span is not None else ""
    if toward == "after" and loosely_after(page, mention):
        return None
    if toward == "ago" and told.said is not None and _told_then(page, found, mention):
        today = told.said.start
    nth = toward == "nth"
    base = (_day_here(page, mention, found) or told.begun) if nth else told.anchor
    if _of_report(mention):
        base = last_told(found) or base
    one_day = told.said is not None and told.said.start == told.said.end
    if told.said is not None and one_day and only_weekday(mention) and not is_saying(page, mention):
        today = told.said.end  # "ذكر الأحد الماضي أنه شن يوم الجمعة"
    if found and counts_days(mention) and _vague(found[-1]):
        base = None  # seven days after a year, three days after some day of last month
    if (of_it := _month_named(page, mention, found)) is not None:
        return resolve(mention, page.form, today, of_it)
    last = next((m.period for m in reversed(found) if m.period is not None), None)
    if toward == "after" and base is not None and last is not None and not _long(last):
        base = (last_told(found) or base) if found[-1].saying else base
        return resolve(mention, page.form, today, base)  # "on Monday, two days after gunmen killed four"
    if toward == "prev" and mention.span is not None and mention.span.unit == "week" and base is not None:
        return resolve(mention, page.form, today, base)  # "في الأسبوع السابق"
    settled = _inside(page, mention, told.wide) or resolve(mention, page.form, today, None)
    return settled or resolve(mention, page.form, today, base)


def _of_report(mention: DateMention) -> bool:
    """ "In that month", "a month earlier": counted from what the report tells, not from the day of the statement."""
    whole = mention.span is not None and mention.span.unit in ("month", "year")
    back = mention.span is not None and mention.span.toward in ("earlier", "later")
    return (whole and back) or (mention.first is not None and mention.first.ref == "same")


def _told_then(page: Page, found: list[Moment], mention: DateMention) -> bool:
    """ "قالت في 26 من الشهر إن ذلك جرى قبل ثلاثة أيام": counted back from the day on which it was said."""
    last = found[-1] if found else None
    day = last is not None and last.saying and last.mention.shape == "day"
    return last is not None and day and not _THAT.isdisjoint(page.form[last.end : mention.start])


_THAT = markers("complementiser")


def _month_named(page: Page, mention: DateMention, found: list[Moment]) -> date | None:
    """ "في 1 أيار ... وفي 5 منه": a day of the month that was named last, not of one that is only counted from."""
    if page.form[mention.end - 1] != "منه":
        return None
    named = (m.period for m in reversed(found) if m.mention.shape in ("day", "month") and m.period is not None)
    return next((period.start for period in named if period.start is not None), None)


def _of_saying(
    page: Page, mention: DateMention, period: Period | None, last: Moment | None, published: date | None
) -> bool:
    """Whether a day is that of a statement: said to be, a dateline, or the same day named once more."""
    day = period.start if period is not None and period.start == period.end else None
    if day is not None and dateline(page, mention, day, published):
        return True
    again = last is not None and last.saying and mention.start - last.end <= 2
    if again and period is not None and last is not None and period == _same_days(last.period, period):
        return True
    return is_saying(page, mention) and not (mention.shape == "day" and campaign_announced(page, mention))


def _begun(page: Page, found: list[Moment]) -> list[Moment]:
    """ "العملية التي بدأت الشهر الماضي ... منذ انطلقت في التاسع من شباط": a month tells no more than the day in it."""
    since = [m.period for m in found if m.mention.shape == "since" and m.period is not None]
    days = days_of_events(page, found)
    for at, moment in enumerate(found):
        month = moment.period
        if (exact := begun_on(moment, found)) is not None:
            found[at] = replace(moment, period=exact.period, opening=exact.opening)
            continue
        if month is None or moment.mention.shape != "month":
            continue
        told = since if opens_stretch(page, moment.mention) else days.get(event_named(page, moment), [])
        day = next((period for period in told if begins_in(period, month)), None)
        if day is not None:
            found[at] = replace(moment, period=day)
    return found


def stretch_of_title(title: Page, published: date | None, body: Page, told: list[Moment]) -> Period | None:
    """The stretch that a title names, or the day that the text gives to the event of it."""
    named = (m for m in moments(title, published) if m.mention.is_period and not m.saying and m.period)
    first = next(named, None)
    if first is None or first.period is None:
        return None
    if (exact := begun_on(first, told)) is not None:
        return exact.period
    days = days_of_events(body, told).get(event_named(title, first), [])
    return next((day for day in days if begins_in(day, first.period)), first.period)


def _paired(page: Page, found: list[Moment]) -> list[Moment]:
    """ "The campaign ended on Sunday. It began on May 4": both days are of one stretch, whichever is told first."""
    opening = next((m for m in found if _one_end(page, m, opens_stretch)), None)
    closing = next((m for m in found if _one_end(page, m, closes_stretch)), None) or _ended_there(page, opening, found)
    if opening is None or closing is None or opening.period is None or closing.period is None:
        return found
    start, end = opening.period.start, closing.period.end
    if start is None or end is None or not start <= end <= (opening.period.end or end):
        return found
    return [
        replace(m, period=replace(m.period, start=start, end=end)) if m in (opening, closing) and m.period else m
        for m in found
    ]


def _one_end(page: Page, moment: Moment, rule: Callable[[Page, DateMention], bool]) -> bool:
    return moment.period is not None and moment.mention.shape == "day" and rule(page, moment.mention)


def _ended_there(page: Page, opening: Moment | None, found: list[Moment]) -> Moment | None:
    """ "It began on January 20 and the last hold-outs were overrun on January 30": the end that one sentence tells."""
    if opening is None:
        return None
    later = (m for m in found if m.start > opening.end and m.mention.shape == "day" and m.period is not None)
    return next((m for m in later if ends_beside(page, opening.end, m.mention)), None)


def _until(page: Page, found: list[Moment], mention: DateMention) -> date | None:
    """ "بلغ عددها حتى أمس 66 هجوماً منذ 17 تشرين الأول": the end that the same clause names before the start."""
    last = found[-1] if found else None
    if last is None or last.mention.shape != "until" or last.period is None or mention.start - last.end > _CLAUSE:
        return None
    return None if _stop_between(page, last.end, mention.start) else last.period.end


_CLAUSE = 6


def _until_told(mention: DateMention, period: Period, said: Period | None) -> Period | None:
    """ "It said in December that 80 had been killed since July": up to some day of December, nobody knows which."""
    if mention.shape != "since" or said is None or said.start == said.end:
        return None
    return replace(period, end=None)


def _through(page: Page, mention: DateMention, period: Period, found: list[Moment]) -> Period | None:
    """ "The phase that began on December 10 had, after 21 days, ...; 277 were killed during it": the whole of it."""
    last = found[-1].period if found else None
    counted = mention.span is not None and mention.span.toward == "later" and mention.span.unit in ("day", "week")
    if last is None or not counted or last.end != period.end or _stop_between(page, found[-1].end, mention.start):
        return None
    return last if last.start != last.end and opens_stretch(page, found[-1].mention) else None


def _opening(page: Page, mention: DateMention, published: date | None) -> Period | None:
    """The days that "since" is counted from."""
    if mention.shape != "since":
        return None
    settled = resolve(replace(mention, shape="month"), page.form, published, None)
    if settled is None:
        return None
    return Period(settled.start, settled.end, page.text(mention.start, mention.end), _basis(settled))


def _explains(page: Page, last: Moment, mention: DateMention) -> bool:
    """ "في اليوم نفسه، أي الأحد", "شهر رمضان، أي من 13 نيسان إلى 13 أيار": which days the words before mean."""
    gap = page.form[last.end : mention.start]
    if mention.shape == "range" and last.mention.is_period and 0 < len(gap) <= 2 and gap[-1] in _STRETCHING:
        return True  # "خلال الأسبوع الأخير الممتد بين الثاني والتاسع من يونيو"
    if gap not in (["،", "اي"], ["اي"]):
        return False
    return (last.mention.shape, mention.shape) in (("relative", "day"), ("hijri", "range"))


_STRETCHING = markers("stretching")


def _vague(moment: Moment) -> bool:
    """Whether a date is a long stretch or a month, from no day of which another can be counted."""
    period = moment.period
    return period is not None and (_long(period) or (moment.mention.shape == "month" and not moment.saying))


def _long(period: Period) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days >= _LONG


def _inside(page: Page, mention: DateMention, wide: Period | None) -> Resolved | None:
    """ "in the first quarter of 2023 ... 43 in January": a month without a year, inside a stretch just named."""
    if mention.shape != "month" or wide is None or wide.start is None or wide.end is None:
        return None
    if mention.first is not None and mention.first.ref == "last":
        return None
    settled = resolve(mention, page.form, wide.end, None)
    if settled is None or settled.start is None or settled.end is None or settled.basis != "resolved":
        return None
    return settled if wide.start <= settled.start and settled.end <= wide.end else None


_LONG = 60
_COMPARED = 6
_YEAR = markers("the-year")


def _of_year(page: Page, mention: DateMention, period: Period) -> Period:
    """ "مجموع السنة حتى نهاية آب": from the start of the year that is spoken of."""
    of_year = mention.shape == "until" and mention.start > 0 and page.form[mention.start - 1] in _YEAR
    if not of_year or period.start is not None or period.end is None:
        return period
    return Period(date(period.end.year, 1, 1), period.end, period.as_written, "resolved: from the start of the year")


def _day_here(page: Page, mention: DateMention, found: list[Moment]) -> date | None:
    """ "في 28 آذار دخلت القوات البلدة، واعتقلت في يومها الأول": the day named in the same sentence."""
    last = found[-1] if found else None
    if last is None or last.saying or last.period is None or last.mention.shape != "day":
        return None
    return None if _stop_between(page, last.end, mention.start) else last.period.start


_SINCE = markers("since")


def _same_days(first: Period | None, second: Period) -> Period | None:
    """The second period where both name the same days: "اليوم السبت (14 تشرين الأول)"."""
    return second if first is not None and (first.start, first.end) == (second.start, second.end) else None


def _stop_between(page: Page, start: int, end: int) -> bool:
    return page.has(_STOPS, start, end)


_STOPS = frozenset({".", "\n", "؛", ";"})


def _running(page: Page, mention: DateMention, period: Period, published: date | None, spoken: date | None) -> Period:
    """ "منذ ان هاجمت خلايا داعش السجن مساء الخميس 20": a day that opens a stretch up to the statement; and "بدأت يوم
    الجمعة واستمرت خمسة أيام", "over five days", a stretch of so many days from it."""
    if mention.shape != "day" or period.start is None:
        return period
    if closes_stretch(page, mention):
        length = (lasted(page, mention, period.start) or period.start) - period.start
        return replace(period, start=period.start - length) if length else period
    opened = opens_stretch(page, mention) and not in_response(page, mention.start)
    if opened and published is not None and published >= period.start:
        later = days_later(page, mention.end)
        last = period.start + timedelta(days=later) if later else lasted(page, mention, period.start)
        end = last or spoken or published
        return Period(period.start, max(end, period.start), period.as_written, "resolved: from the day it began")
    for at in range(mention.start - 1, max(0, mention.start - 12) - 1, -1):
        form = page.form[at]
        if at in page.date_at and form in _SINCE and form < "\u0590":
            break  # "its deadliest attack since the start of the year on Thursday"
        if form in _SINCE and published is not None and published >= period.start:
            return Period(
                period.start,
                spoken or published,
                period.as_written,
                "resolved: since that day, up to the statement",
            )
        if form in ("،", ",", ".", "\n", ";") or at in page.date_at:
            break
    last = lasted(page, mention, period.start)
    if last is not None:
        return Period(period.start, last, period.as_written, "resolved: so many days from that day")
    return period


def _since_as_of(page: Page, mention: DateMention, period: Period | None, found: list[Moment]) -> Period | None:
    """ "strikes since August stood at 90 as of May 2", "منذ انطلاقها في 23 أيلول حتى أمس": one stretch, from the first
    date to the second."""
    last = found[-1] if found else None
    if last is None or last.mention.shape != "since" or last.period is None or last.period.start is None:
        return None
    right_behind = mention.shape == "until" and mention.start - last.end <= 1
    if period is None or not (period.basis == AS_OF or right_behind) or _stop_between(page, last.end, mention.start):
        return None
    if period.end is None or period.end < last.period.start:
        return None
    found[-1] = replace(last, period=replace(last.period, end=period.end))
    return replace(period, start=last.period.start, basis="resolved: up to that day")


AS_OF = "resolved: as of that day"


def _as_of(page: Page, mention: DateMention, period: Period) -> Period | None:
    """ "As of May 31, 12,820 strikes had been carried out": a running count up to that day."""
    since = page.form[max(0, mention.start - 2) : mention.start] == ["as", "of"] and mention.shape == "day"
    return Period(None, period.end, period.as_written, AS_OF) if since else None


def _basis(settled: Resolved) -> str:
    return settled.basis if settled.reason == settled.basis else f"{settled.basis}: {settled.reason}"
