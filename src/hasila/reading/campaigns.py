"""Campaigns: the days on which they open and close, and how long they last.

What was counted in a campaign is of all its days, whichever of them the report names.
"""

from __future__ import annotations

from datetime import date, timedelta

from hasila.lexicon.markers import markers, with_and
from hasila.model import Period
from hasila.reading.page import Page
from hasila.values.dates import DateMention
from hasila.values.numbers import number_forms, read_number

_AFTERMATH = markers("aftermath")
_BEGIN = with_and(markers("begin-verb")) | {"ف" + form for form in markers("begin-verb")}
_ANNOUNCED = markers("announces-campaign")
_OPENERS = _BEGIN | _ANNOUNCED
_END = with_and(markers("end-verb"))
_CAMPAIGN = markers("campaign-word")
_SINCE = markers("since")
_SPANS = markers("spans-of-time")
_LASTED = markers("lasted-verb")
_DAYS = markers("days")
_HOURS = markers("hours")
_WHOLE_DAY = 24
_LATER = frozenset({"بعد", "after"})
_ONE = frozenset({"a", "an"})
_BESIDE = 4
_REACH = 14
_FAR = 22
_NEAR = 12


def opens_stretch(page: Page, mention: DateMention) -> bool:
    """ "التي بدأت في الرابع من شباط", "which began on February 4": the day opens a campaign."""
    low = max(0, mention.start - _FAR)
    for at in range(mention.start - 1, low - 1, -1) if page.has(_OPENERS, low, mention.start) else ():
        form = page.form[at]
        if form in _BEGIN or (form in _ANNOUNCED and page.has(_CAMPAIGN, max(0, at - _REACH), at)):
            return True
        if form in (".", "\n", "،", ",") or page.cue(at, "verb") or page.trigger(at) is not None or _ends(page, at):
            return False
        counted = (form[:1].isdigit() or form in number_forms()) and form < "\u0590" and at not in page.dated
        article = form in _ONE and not _CAMPAIGN.isdisjoint(page.form[at : at + _BESIDE + 1])  # "launched a campaign"
        if form in _AFTERMATH or (counted and not article):
            return False  # "launched after a Dec. 13 attack", "launched six strikes on Sunday"
    return False


def campaign_announced(page: Page, mention: DateMention) -> bool:
    """ "حملة أعلنتها القوات في 28 آذار": the day on which a campaign was announced, and so begun."""
    return page.has(_ANNOUNCED, mention.start - _FAR, mention.start) and opens_stretch(page, mention)


def days_later(page: Page, start: int) -> int | None:
    """ "بعد واحد وعشرين يوماً": how many days after the beginning."""
    for at in range(start, min(len(page.form), start + 8)):
        if page.form[at] in _LATER and (days := _days(page, at + 1)):
            return days
    return None


def lasted(page: Page, mention: DateMention, start: date) -> date | None:
    """ "واستمرت خمسة أيام": the last of so many days; "ودامت 14 ساعة": the same day."""
    for at in range(mention.end, min(len(page.form), mention.end + _LASTING)):
        if page.form[at] in (".", "\n"):
            return None
        days = _days(page, at + 1) or _weeks(page, at + 1) or _hours(page, at + 1) if page.among(at, _LASTED) else None
        if days:
            return start + timedelta(days=days - 1)
    return None


def _hours(page: Page, at: int) -> int:
    """One day for "14 ساعة", "عدة ساعات" and "several hours"; 0 where no hours are told, or more than a day of them."""
    if not page.has(_HOURS, at, at + _BESIDE):
        return 0
    number = read_number(page.form, at)
    return 0 if number is not None and (number.low or 0) > _WHOLE_DAY else 1


def lasted_from(page: Page, mention: DateMention) -> bool:
    """ "امتدت الحملة من 25 كانون الثاني إلى 1 شباط": from which day to which a campaign was."""
    verbs = page.all(_LASTED, mention.start - _NEAR, mention.start)
    if not verbs or page.has(_FULL_STOPS, verbs[-1], mention.start):
        return False
    return page.has(_CAMPAIGN, verbs[-1] - _BESIDE, mention.start)


_FULL_STOPS = frozenset({".", "\n"})
_LASTING = 10
_WEEKS = {"اسبوعا": 1, "اسبوعين": 2}
_WEEK = 7


def _weeks(page: Page, at: int) -> int | None:
    """ "واستمرت أسبوعين", "lasted two weeks": so many weeks, in days."""
    if page.form[at] in _WEEKS:
        return _WEEK * _WEEKS[page.form[at]]
    number = read_number(page.form, at)
    told = number is not None and page.form[number.end : number.end + 1] in (["weeks"], ["week"], ["اسابيع"])
    return _WEEK * number.low if told and number is not None and number.low is not None else None


def _days(page: Page, at: int) -> int | None:
    """How many days the words at a token say: خمسة أيام, "21 days"."""
    number = read_number(page.form, at)
    told = number is not None and not _DAYS.isdisjoint(page.form[number.end : number.end + 1])
    return number.low if number is not None and told else None


def closes_stretch(page: Page, mention: DateMention) -> bool:
    """ "أنهت قسد، مساء الأحد، حملة", "the operation ended on Friday": the day closes a campaign."""
    if not page.has(_END, mention.start - _REACH, mention.end + _NEAR) or opens_stretch(page, mention):
        return False
    return _closed_before(page, mention) or _closed_after(page, mention)


def ends_beside(page: Page, opened: int, mention: DateMention) -> bool:
    """ "... and ended on January 30": a verb of ending right before a day, in the sentence that told of the start."""
    near = any(_ends(page, at) for at in range(max(opened, mention.start - _NEXT_TO), mention.start))
    return near and not page.has(_FULL_STOPS, opened, mention.start)


_NEXT_TO = 3


def _closed_before(page: Page, mention: DateMention) -> bool:
    """ "أنهت قسد، مساء الأحد، حملة": the verb of ending stands before the day."""
    for at in range(mention.start - 1, max(0, mention.start - _REACH) - 1, -1):
        if _ends(page, at):
            return _of_campaign(page, at)
        comma = page.form[at] in ("،", ",") and mention.start - at > 2  # "، مساء الأحد": the day itself is set off
        if comma or page.form[at] in (".", "\n") or page.cue(at, "verb") or page.trigger(at) is not None:
            return False
    return False


def _closed_after(page: Page, mention: DateMention) -> bool:
    """ "On Friday the operation ended": it stands behind the day."""
    for at in range(mention.end, min(len(page.form), mention.end + _NEAR)):
        if _ends(page, at):
            return _of_campaign(page, at)
        if page.form[at] in (".", "\n") or page.cue(at, "verb") or page.trigger(at) is not None:
            return False
    return False


def _ends(page: Page, at: int) -> bool:
    """Whether a word is a verb of ending: أنهت, واختتمت, "concluded"."""
    return page.form[at] in _END


def drawn_out(page: Page, start: int, end: int) -> bool:
    """ "in its months-long campaign", "in the two-month campaign", "الحملة المستمرة منذ أشهر": no first day."""
    for at in range(start, end - 1):
        first, then = page.form[at], page.form[at + 1]
        latin = then == "long" and first in _SPANS
        counted = then in _LONG_UNITS and (first in number_forms() or first[:1].isdigit()) and page.hyphened(at + 1)
        if (latin or counted or (first in _SINCE and then in _SPANS)) and not _CAMPAIGN.isdisjoint(
            page.form[max(start, at - _BESIDE) : at + _BESIDE]
        ):
            return True
    return False


_LONG_UNITS = frozenset({"month", "year"})


def runs_on(period: Period, day: Period) -> bool:
    """ "منذ الثامن من آب": a stretch with a beginning of its own, which no later day inside it tells better."""
    since = period.as_written is not None and period.as_written.partition(" ")[0].lower() in _SINCE
    return since and day.start != period.start


def of_campaign(page: Page, mention: DateMention) -> bool:
    """Whether a day opens or closes what is called a campaign."""
    return (opens_stretch(page, mention) and _of_campaign(page, mention.start)) or closes_stretch(page, mention)


def _of_campaign(page: Page, at: int) -> bool:
    """Whether a campaign is what begins or ends: named before that, or after it."""
    return not _CAMPAIGN.isdisjoint(page.form[max(0, at - _REACH) : at + _REACH])
