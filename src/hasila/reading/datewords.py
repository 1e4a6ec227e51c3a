"""Dates of a text that need more than their own words: names that look like months, "from May 2 onwards", "from the
beginning of the campaign to May 2", "in 2024 to this point"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from hasila.lexicon.markers import markers
from hasila.reading.campaigndays import campaign_days
from hasila.reading.englishdates import english_dates
from hasila.reading.eventyears import years_of_events
from hasila.values.dates import DateMention, find_dates
from hasila.values.months import time_words
from hasila.values.periods import Duration, Stretch

_ABBREVIATED = markers("abbreviation")
_ONWARDS = markers("onwards")
_OPENS = frozenset({"day", "month", "year"})


def dates_of(forms: list[str], raw: Sequence[str]) -> list[DateMention]:
    """The dates of a text in order."""
    found = (mention for mention in find_dates(forms) if not _a_name(forms, raw, mention))
    whole = [_running(forms, _closed(forms, _opened(forms, _same_day(forms, mention)))) for mention in found]
    told = [mention for named in whole for mention in (named, *_than_last(forms, named))]
    dated = {at for mention in told for at in range(mention.start, mention.end)}
    years = [*years_of_events(forms, dated), *_reviewed(forms, dated), *_nth_days(forms, dated)]
    others = [*years, *campaign_days(forms), *english_dates(forms)]
    return sorted([*told, *others], key=_START) if others else told


def _reviewed(forms: list[str], dated: set[int]) -> list[DateMention]:
    """ "2023 in Review: the fight against ISIS": the year that a title looks back on."""
    if "review" not in forms:
        return []
    at = forms.index("review") - 2
    year = forms[at] if at >= 0 and at not in dated and forms[at + 1] == "in" else ""
    if not (len(year) == _DIGITS and year.isdigit()):
        return []
    return [DateMention(at, at + 1, "year", True, Stretch(year=int(year)))]


_DIGITS = 4


def _nth_days(forms: list[str], dated: set[int]) -> list[DateMention]:
    """ "On its first day", "on the third day of the operation": a day of what began."""
    found = []
    for at in [k for k, form in enumerate(forms) if form == "day"] if "day" in forms else ():
        word = time_words().get(forms[at - 1]) if at > _LED and at not in dated else None
        if word is None or word.cls != "ord" or forms[at - _LED - 1] not in _ON:
            continue
        behind = forms[at + 1 : at + 1 + _OF_IT]
        of_it = behind[:2] == ["of", "the"] and not _CAMPAIGN.isdisjoint(behind)
        if forms[at - _LED] == "its" or (forms[at - _LED] == "the" and of_it):
            span = Duration(int(word.value), "day", "nth")
            found.append(DateMention(at - _LED, at + 1, "relative", False, span=span))
    return found


_LED = 2
_OF_IT = 4
_ON = frozenset({"on", "in"})
_CAMPAIGN = markers("campaign-word")


_START = attrgetter("start")


def _than_last(forms: list[str], mention: DateMention) -> tuple[DateMention, ...]:
    """ "fewer this year than last", "more this month than last": the one before."""
    at, first = mention.end, mention.first
    if first is None or first.ref != "this" or forms[at : at + 2] != ["than", "last"]:
        return ()
    if forms[at + 2 : at + 3] and forms[at + 2][0].isalpha() and forms[at + 2] not in _ENDS:
        return ()
    return (replace(mention, start=at + 1, end=at + 2, first=replace(first, ref="last"), so_far=False),)


_ENDS = frozenset({"when", "and", "but", "as"})


def _a_name(forms: list[str], raw: Sequence[str], mention: DateMention) -> bool:
    """ "Mar Elias Church", "Jan Egeland": a short form of a month without its dot, before a capital."""
    at = mention.start
    if forms[mention.end - 1] in _PAIR and mention.end < len(forms) and forms[mention.end] in _OF_PAIR:
        return True  # "وسمّت الاثنين وهما": the two, and no Monday
    if mention.end - at > 1 or forms[at] not in _ABBREVIATED or mention.shape != "month":
        return False
    return at + 1 < len(raw) and raw[at + 1][:1].isupper() and raw[at + 1].isalpha()


_PAIR = frozenset({"الاثنين", "الاثنان"})
_OF_PAIR = markers("of-the-two")


def _same_day(forms: list[str], mention: DateMention) -> DateMention:
    """ "في نفس اليوم", "في ذلك اليوم": a day spoken of before, not today."""
    at = mention.start
    if not at or mention.end - at > 1 or forms[at] != "اليوم" or forms[at - 1].removeprefix("ب") not in _THAT:
        return mention
    if at > 1 and forms[at - 2] == "منذ":
        return mention
    return replace(mention, start=at - 1, shape="relative", first=Stretch(ref="same"))


_THAT = frozenset({"نفس", "ذات", "ذلك", "ذاك"})


def _opened(forms: list[str], mention: DateMention) -> DateMention:
    """ "from May 2 onwards", "from May 2 on": a day that opens a stretch."""
    onwards = mention.end < len(forms) and forms[mention.end] in _ONWARDS
    if not onwards or mention.shape not in _OPENS or mention.start == 0 or forms[mention.start - 1] != "from":
        return mention
    return replace(mention, start=mention.start - 1, end=mention.end + 1, shape="since", is_period=True)


def _closed(forms: list[str], mention: DateMention) -> DateMention:
    """ "from the beginning of the campaign to May 2": a day that closes a stretch of unknown beginning."""
    at = mention.start - 1
    if _at_end(mention) and at > 0 and (forms[at] == "to" or forms[at - 1 : at + 1] == ["as", "of"]):
        return replace(mention, start=at, shape="until")  # "the strikes given to the end of November"
    if mention.shape != "day" or at < _SINCE_BEGUN or forms[at] not in _UP_TO:
        return mention
    near = range(at - 1, at - _SINCE_BEGUN, -1)
    begun = next((k for k in near if forms[k] in _BEGINNING), None)
    opened = begun is not None and not {"from", "since"}.isdisjoint(forms[begun - 2 : begun])
    return replace(mention, start=at, shape="until", is_period=True) if opened else mention


def _at_end(mention: DateMention) -> bool:
    return mention.shape == "part" and mention.first is not None and mention.first.edge == "end"


_UP_TO = frozenset({"to", "until", "till", "through"})
_BEGINNING = frozenset({"beginning", "start", "launch", "outset"})
_SINCE_BEGUN = 9


def _running(forms: list[str], mention: DateMention) -> DateMention:
    """ "in 2024 to this point", "this year to date": a stretch that is not over."""
    told = forms[mention.end : mention.end + 3]
    point = told in _TO_NOW or told[:2] == ["to", "date"]
    return replace(mention, so_far=True) if point and mention.shape in ("year", "month") else mention


_TO_NOW = (["to", "this", "point"], ["up", "to", "now"], ["until", "this", "point"])
