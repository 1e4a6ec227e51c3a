"""Days that are counted from where a campaign began: "on the operation's third day", "in its first three days",
"since the start of the operation", "since it began"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.moment import Moment
from hasila.values.dates import DateMention
from hasila.values.months import time_words
from hasila.values.numbers import read_number
from hasila.values.periods import Duration, Stretch

_CAMPAIGN = markers("campaign-word")
_BEGIN = markers("begin-verb")
_LAUNCH_OF = markers("launch-of")
_DAYS = frozenset({"day", "days"})
_LEAST = 3
_ON = frozenset({"on", "in", "during", "within", "over"})
_ITS = frozenset({"the", "its", "their", "this"})
_SUFFIX = frozenset({"st", "nd", "rd", "th"})
_OF_CAMPAIGN = Stretch(edge="first")
_NAMED, _LONG_NAME = 6, 9


def campaign_days(forms: list[str]) -> list[DateMention]:
    """The days of a text that are counted from the first one of a campaign."""
    if "day" not in forms and "days" not in forms:
        return []
    told = (_nth_day(forms, at) if form == "day" else _first_days(forms, at) for at, form in _of_days(forms))
    return [mention for mention in told if mention is not None]


def _of_days(forms: list[str]) -> list[tuple[int, str]]:
    return [(at, form) for at, form in enumerate(forms) if form in _DAYS and at >= _LEAST]


def _nth_day(forms: list[str], at: int) -> DateMention | None:
    """ "On the operation's third day", "during the 3rd day of the security campaign"."""
    suffixed = forms[at - 1] in _SUFFIX
    word = time_words().get(forms[at - 1])
    number = forms[at - 2] if suffixed else ""
    nth = int(number) if number.isdigit() else int(word.value) if word is not None and word.cls == "ord" else 0
    left = at - 2 if suffixed else at - 1
    whose = forms[left - 1].removesuffix("'s") in _CAMPAIGN
    left -= 2 if whose else 1
    if not nth or left < 1 or forms[left] not in _ITS or forms[left - 1] not in _ON:
        return None
    end = at + 1 if whose else _of_campaign(forms, at + 1)
    return DateMention(left, end, "relative", False, _OF_CAMPAIGN, span=Duration(nth, "day", "nth")) if end else None


def _first_days(forms: list[str], at: int) -> DateMention | None:
    """ "During the first three days of the operation", "in its first three days"."""
    first = next((k for k in range(at - 1, max(at - 5, 1), -1) if forms[k] == "first"), None)
    number = read_number(forms, first + 1) if first is not None else None
    if first is None or number is None or number.end != at or not number.low or forms[first - 1] not in _ITS:
        return None
    end = _of_campaign(forms, at + 1) or (at + 1 if forms[first - 1] == "its" else 0)
    if not end or forms[first - 2] not in _ON:
        return None
    return DateMention(first - 1, end, "range", True, _OF_CAMPAIGN, span=Duration(number.low, "day", "nth"))


def _of_campaign(forms: list[str], at: int) -> int:
    """Where "of the security campaign" ends; 0 where it doesn't stand here."""
    if forms[at : at + 1] != ["of"]:
        return 0
    last = min(len(forms), at + _LONG_NAME)
    return next((k + 1 for k in range(at + 1, last) if forms[k] in _CAMPAIGN), 0)


def since_begun(forms: list[str], dated: frozenset[int], at: int) -> int:
    """Where the words behind "since" end that say that a campaign began; 0 where none stand here."""
    words = forms[at : at + _NAMED]
    if words[:2] in (["it", "began"], ["it", "started"]):
        return _undated(forms, dated, at + 2)
    if len(words) < 3 or words[0] not in _ITS:
        return 0
    if words[1] in _LAUNCH_OF:
        end = _of_campaign(forms, at + 2) or (at + 2 if words[0] == "its" else 0)
        return _undated(forms, dated, end)
    begun = next((k for k in range(2, len(words)) if words[k] in _BEGIN), 0)
    named = not _CAMPAIGN.isdisjoint(words[1:begun]) and not {",", "."} & set(words[:begun])
    return _undated(forms, dated, at + begun + 1) if begun and named else 0


def _undated(forms: list[str], dated: frozenset[int], end: int) -> int:
    """The end of such words, unless the day itself follows: "since it began on Friday"."""
    after = forms[end : end + 1]
    return 0 if end in dated or (after in (["on"], ["in"]) and end + 1 in dated) else end


def counted_from(moment: Moment, opened: list[tuple[int, date | None]]) -> Moment:
    """The same moment with its days, counted from the beginning told last, else from the first one told later."""
    span = moment.mention.span
    if moment.mention.first is not _OF_CAMPAIGN or span is None or span.count is None:
        return moment
    before = (day for start, day in reversed(opened) if start < moment.start and day is not None)
    begun = next(before, None) or next((day for _, day in opened if day is not None), None)
    if begun is None:
        return moment
    last = begun + timedelta(span.count - 1)
    first = begun if moment.mention.shape == "range" else last
    return replace(moment, period=Period(first, last, None, f"resolved: day {span.count} of the campaign"))


def ended_later(page_forms: list[str], last: Moment, mention: DateMention, end: date | None) -> Period | None:
    """ "It began on January 20 and ended ten days later": the stretch between, of a beginning and the days after it."""
    span, period = mention.span, last.period
    counted = span is not None and span.toward == "later" and span.unit in ("day", "week")
    if not counted or end is None or period is None or period.start is None or mention.start - last.end > _NAMED:
        return None
    closes = not _END.isdisjoint(page_forms[last.end : mention.start])
    return replace(period, end=end) if closes and period.start < end else None


_END = markers("end-verb")


def over_days(forms: list[str], start: int, end: int, closed: Moment) -> tuple[Moment, int] | None:
    """ "The five-day operation ended on Friday", "ended on Saturday after 24 days": the days up to the one on which a
    campaign closed, and where the words for how many end; in the sentence [start, end)."""
    period = closed.period
    told = _days_after(forms, closed.end) or _day_long(forms, start, end)
    if told is None or period is None or period.end is None or period.start != period.end:
        return None
    days, at = told
    first = period.end - timedelta(days - 1)
    return replace(closed, period=replace(period, start=first, basis="resolved: up to the day it ended")), at


def _days_after(forms: list[str], at: int) -> tuple[int, int] | None:
    number = read_number(forms, at + 1) if forms[at : at + 1] == ["after"] else None
    days = number is not None and forms[number.end : number.end + 1] == ["days"]
    return (number.low, number.end + 1) if days and number is not None and number.low else None


def _day_long(forms: list[str], start: int, end: int) -> tuple[int, int] | None:
    """ "A five-day security operation"."""
    for at in range(start + 1, end - 1):
        if forms[at] == "day" and not _CAMPAIGN.isdisjoint(forms[at + 1 : at + 1 + _BESIDE]):
            number = read_number(forms, at - 1)
            if number is not None and number.end == at and number.low:
                return number.low, at + 1
    return None


_BESIDE = 5


def is_of_campaign(mention: DateMention) -> bool:
    """Whether the days of a mention are counted from the first one of a campaign."""
    return mention.first is _OF_CAMPAIGN
