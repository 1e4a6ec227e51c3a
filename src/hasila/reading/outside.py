"""Dates on a page that are of no event: the day it was loaded, a picture's, what something is compared with."""

from __future__ import annotations

from datetime import date, timedelta

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.page import Page, picture_line
from hasila.reading.sinceclauses import compared_since_clause
from hasila.text.tokens import BREAK
from hasila.values.dates import DateMention

_PICTURE = markers("picture")
_FIRST_SINCE = markers("first-since")
_UNSEEN = markers("unseen")
_SINCE = frozenset({"منذ"})
_NTH = markers("so-manieth")
_LINE = 60
_NEAR = 10


def of_no_event(page: Page, mention: DateMention, period: Period | None, published: date | None) -> bool:
    """Whether a date says nothing of when what is counted took place."""
    if _unborn(period, published) or _caption(page, mention) or _of_text(page, mention) or _byline(page, mention):
        return True
    if _age_of_page(page, mention) or _commemorated(page, mention) or _lasting(page, mention):
        return True
    if compared_since_clause(page, mention) or _held_until(page, mention):
        return True
    return _first_since(page, mention) or _that(page, mention) or _so_manieth(page, mention) or _buried(page, mention)


def _held_until(page: Page, mention: DateMention) -> bool:
    """ "strikes on camps in territory held until this month by the regime": how long ground was somebody's."""
    return mention.shape == "until" and page.before(mention.start) in _HELD


_HELD = markers("holds-ground")


def _age_of_page(page: Page, mention: DateMention) -> bool:
    """ "منذ 6 سنوات", "3 years ago" on a line of its own: how old the page was when it was loaded."""
    alone = page.form[mention.end : mention.end + 1] in ([BREAK], []) and page.before(mention.start) in (BREAK, "")
    return alone and mention.span is not None and mention.shape in ("past", "relative")


def _lasting(page: Page, mention: DateMention) -> bool:
    """ "البلدتين المحاصرتين منذ عامين", "المفقودين منذ أسبوع": how long something has been as it is."""
    return (
        mention.shape in ("since", "past")
        and page.form[mention.start] in _SINCE
        and page.before(mention.start) in _AS_IS
    )


_AS_IS = markers("lasting-state")


def _commemorated(page: Page, mention: DateMention) -> bool:
    """ "في الذكرى الخامسة لهزيمة داعش في 23 آذار 2019": the day that is remembered."""
    near = page.all(_ANNIVERSARY, mention.start - _NEAR, mention.start)
    return bool(near) and not any(page.form[at] in _EDGES for at in range(near[-1], mention.start))


_ANNIVERSARY = markers("anniversary")


def _buried(page: Page, mention: DateMention) -> bool:
    """ "شيّع الأهالي السبت عشرة", "تواصلت السبت عمليات البحث": the day of what follows a death."""
    if mention.shape != "day" or page.form[mention.start] < "\u0590":
        return False
    for at in page.all(_FUNERAL, mention.start - _AROUND, mention.end + _AROUND):
        between = range(at, mention.start) if at < mention.start else range(mention.end, at)
        if not any(page.form[k] in _EDGES or page.trigger(k) is not None for k in between):
            return page.form[at] not in _SEARCH or page.before(at) in _EFFORTS
    return False


_FUNERAL = markers("funeral")
_SEARCH = frozenset({"البحث", "الانقاذ"})
_EFFORTS = frozenset({"عمليات", "اعمال", "جهود"})
_EDGES = frozenset({".", "\n", "،"})
_AROUND = 4


def _so_manieth(page: Page, mention: DateMention) -> bool:
    """ "the second such raid this month", "في ثاني هجوم خلال أسبوع": how many there were in a time, not when."""
    if mention.shape not in ("month", "past", "year", "since"):
        return False
    low = max(0, mention.start - _NEAR)
    for at in range(mention.start - 1, low, -1) if page.has(_NTH, low, mention.start) else ():
        if page.form[at] in (".", "\n", "،", ",") or page.cue(at, "verb"):
            return False
        if page.form[at] in _NTH and any(_counted(page, k) for k in range(at + 1, min(at + 3, mention.start))):
            return True
    return False


def _counted(page: Page, at: int) -> bool:
    noun = page.noun(at)
    return page.form[at] in ("time", "such") or (noun is not None and noun.kind == "event" and noun.number == "one")


def _that(page: Page, mention: DateMention) -> bool:
    """ "منذ ذلك اليوم": a day spoken of before, not today."""
    return page.form[mention.start] == "اليوم" and page.before(mention.start) in ("ذلك", "ذاك")


def _unborn(period: Period | None, published: date | None) -> bool:
    """A full date after the report: the day on which the page was loaded, no day of an event."""
    if period is None or period.start is None or published is None or period.start != period.end:
        return False
    return period.basis.startswith("stated") and period.start > published + timedelta(days=1)


def _caption(page: Page, mention: DateMention) -> bool:
    """ "Fighters near Hama, May 3, 2022. Photo: Rudaw": the day of a picture."""
    if not page.where(_PICTURE):
        return False
    after = page.form[mention.end : mention.end + 4]
    if after[:1] == [BREAK] and not _PICTURE.isdisjoint(after) and after[1:2] == ["©"]:
        return True  # "... in Ramadi, Nov. 21, 2015" above "© AP Photo"
    pictured = picture_line(page, page.line_start(mention.start, _LINE))
    return pictured or any(form in _PICTURE and after[k + 1 : k + 2] in ([":"], ["by"]) for k, form in enumerate(after))


def _byline(page: Page, mention: DateMention) -> bool:
    """ "By the defence desk | 1 June 2020": a line that only names who wrote."""
    first = page.line_start(mention.start, _LINE)
    ends = page.form[mention.end : mention.end + 1] in ([BREAK], [])
    return ends and page.form[first] == "by" and mention.start > first + 1 and page.before(mention.start) in _BARS


_BARS = frozenset({"|", "–", "—", "-", "/"})


def _of_text(page: Page, mention: DateMention) -> bool:
    """ "This Sept. 4 story has been corrected": the day on which something was printed."""
    if not {page.before(mention.start), page.form[mention.start]} & _THIS:
        return False
    after = (form for form in page.form[mention.end : mention.end + 3] if form != "." and not form.isdigit())
    return next(after, "") in _TEXTS  # the stop of "Sept." may have cut the day off


_THIS = frozenset({"this", "our", "its"})
_TEXTS = markers("published-text")


def _first_since(page: Page, mention: DateMention) -> bool:
    """ "وهو أول انفجار منذ حزيران 2017", "الأعنف منذ أشهر": what it is compared with, not what it covers."""
    if mention.shape not in ("since", "past", "month", "year", "day"):
        return False
    near = page.all(_SINCE, max(0, mention.start - 8), mention.start + 1)
    since = near[-1] if near else None
    if page.form[mention.start] < "\u0590":
        return _most_of_all(page, mention)
    if since is None or any(page.form[at] in (".", "\n", "،") for at in range(since, mention.start)):
        return False
    floor = max(page.all(_EDGES, max(0, since - 8), since), default=since - 9) + 1
    before = [at for at in range(max(0, floor), since) if at not in page.dated]  # not of كانون الأول
    unseen = any(page.form[at] in _UNSEEN and page.before(at) == "لم" for at in before)
    return unseen or any(page.form[at] in _FIRST_SINCE for at in before)


def _most_of_all(page: Page, mention: DateMention) -> bool:
    """ "the deadliest attack since 2017", "the capital's bloodiest day this year": a time with whose other events one
    is compared; the time of what is counted would stand without them: "killed five this year"."""
    open_year = mention.first is not None and mention.first.ref == "this"
    if not (mention.shape in ("since", "past") or (mention.shape in ("month", "year") and open_year)):
        return False
    for at in range(mention.start - 1, max(-1, mention.start - _FAR), -1):
        trigger = page.trigger(at)
        if page.form[at] in _ENDS or page.cue(at, "verb") == "action" or (trigger and trigger.shape == "verb"):
            return False
        if page.form[at] in _MOST and at not in page.dated and page.form[at + 1] not in _SOME:
            return True
    return False


_FAR = 13
_MOST = markers("most-of-all")
_SOME = frozenset({"of", "recent"})  # "most of the strikes this year"
_ENDS = frozenset({".", ",", ";", BREAK, "that", "which", "who"})
