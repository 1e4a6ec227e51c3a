"""Dates and periods in a list of folded tokens, Arabic and English.

>>> from hasila.text.tokens import tokenise
>>> [(m.shape, m.is_period) for m in find_dates(tokenise("نفذت 48 عملية خلال أيار 2023").form)]
[('month', True)]

What a mention says is data (:mod:`hasila.values.periods`); :func:`hasila.values.resolve.resolve` turns it into days.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from hasila.values.dategrammar import any_mention, mention_rule, parts_of, rule_number, run_rule
from hasila.values.months import class_letters, tags, time_words, value_of
from hasila.values.periods import DateMention, Duration, Resolved, Shape, Stretch
from hasila.values.resolve import resolve
from hasila.values.stretches import Parts, find_stretches, mark, read_duration, read_stretch

__all__ = ["DateMention", "Resolved", "find_dates", "read_date", "resolve", "starters"]

_GAP = 9
_TRAILING = (",", "،", ".", "-", "–", "—")
_PERIODS = ("month", "quarter", "half", "year", "part")


@cache
def starters() -> frozenset[str]:
    """Every folded form that a date can hold. A token outside it is part of none, but for figures such as 25/9/2021."""
    return frozenset(time_words())


def find_dates(forms: Sequence[str]) -> list[DateMention]:
    """All dates and periods, in order and without overlap."""
    text = tags(forms)
    found: list[DateMention] = []
    for run in run_rule().finditer(text):
        if run[1] is None:
            continue
        start, stop = run.start() // 2, run.end() // 2
        if forms[stop : stop + 1] == ["more"] and stop - start > 1 and forms[stop - 1].isdigit():
            stop -= 1  # "In May and June 12 more were killed"
        after = stop + (forms[stop : stop + 1] == ["فقط"])  # "بعد يومين فقط من"
        for mention in _in_run(tuple(forms[start:stop]), forms[after] if after < len(forms) else ""):
            moved = replace(mention, start=mention.start + start, end=mention.end + start)
            found.append(_widened(moved, text, found[-1].end if found else 0))
    return found


@lru_cache(maxsize=20_000)
def _in_run(forms: tuple[str, ...], after: str) -> tuple[DateMention, ...]:
    """The mentions of one run of date words; texts name the same days again and again, so runs are remembered."""
    window = (*forms, after) if after else forms
    text = tags(window)
    stop = 2 * len(forms)
    stretches = find_stretches(window, text, [(0, stop)])
    marked = mark(text, stretches)
    found: list[DateMention] = []
    at = 0
    while (hit := any_mention().search(marked, at, stop)) is not None:
        mention = _mention_at(Parts(window, text, {}, stretches), marked, hit, stop)
        if mention is not None:
            found.append(mention)
        at = 2 * mention.end if mention else hit.start() + 2
    return tuple(found)


def read_date(forms: Sequence[str], at: int) -> DateMention | None:
    """The date that starts at token ``at``, or None."""
    return next((mention for mention in find_dates(forms) if mention.start == at), None)


def _mention_at(tokens: Parts, marked: str, hit: re.Match[str], stop: int) -> DateMention | None:
    """The mention of the first rule that fits and whose parts make sense."""
    number = rule_number(hit)
    while (entry := mention_rule(number)) is not None:
        kind, rule = entry
        match = rule.match(marked, hit.start(), stop)
        if match is not None and (mention := _read(kind, match, tokens)) is not None:
            return mention
        number += 1
    return None


@cache
def _saw() -> frozenset[str]:
    """The verbs of which a month can be the subject: "March saw 28 missions"."""
    return frozenset(form for form, word in time_words().items() if word.cls == "saw")


def _read(kind: str, match: re.Match[str], tokens: Parts) -> DateMention | None:
    parts = replace(tokens, spans=parts_of(match))
    start, end = match.start() // 2, match.end() // 2
    while parts.forms[end - 1] in _TRAILING or (end - start > 1 and parts.forms[end - 1] in _saw()):
        end -= 1
    if kind == "same":
        day = parts.cls("word") != "period"
        return DateMention(start, end, "relative", not day, Stretch(ref="same", of=None if day else "period"))
    if kind == "nth":
        return DateMention(start, end, "relative", False, span=Duration(value_of(parts.words("nth")[0]), "day", "nth"))
    if kind == "whole":
        return _whole(parts, start, end)
    if kind in ("past", "offset", "bare"):
        return _counted(kind, parts, start, end)
    return _calendar(kind, parts, start, end)


def _whole(parts: Parts, start: int, end: int) -> DateMention | None:
    """ "خلال الشهر", "على مدار العام": a week, a month or a year with the Arabic article, which was named before."""
    form = parts.forms[start]
    span = read_duration("bare", parts, "")
    if span is None or span.unit not in ("week", "month", "year") or not form.startswith("ال"):
        return None
    return DateMention(start, end, "past", True, span=span)


def _counted(kind: str, parts: Parts, start: int, end: int) -> DateMention | None:
    if "one" in parts.spans and end < len(parts.forms) and parts.forms[end] in _ONLY_ONE:
        end += 1
    following = parts.forms[end] if end < len(parts.forms) else ""
    span = read_duration(kind, parts, following)
    if span is None:
        return None
    if kind != "offset":
        return DateMention(start, end, "past", True, span=span)
    return DateMention(start, end, "relative", span.unit in ("month", "year"), span=span)


_ONLY_ONE = frozenset({"واحد", "واحده"})  # "بعد يوم واحد من": one day, and one only


def _calendar(kind: str, parts: Parts, start: int, end: int) -> DateMention | None:
    first = read_stretch(parts, "first")
    if first is None:
        return None
    if "last" not in parts.spans:
        kind = "sofar" if "far" in parts.spans else kind
        return _single(kind, first.shape, start, end, first.stretch, first.notes)
    last = read_stretch(parts, "last")
    if last is None or not _fits(first.stretch, last.stretch):
        return None
    if kind == "pair" and not _adjoin(first.stretch, last.stretch, "mid" in parts.spans):
        return None
    if kind == "night" and ("," in parts.forms[start:end] or "،" in parts.forms[start:end]):
        return None
    if kind == "night" and not _next_weekday(first.stretch, last.stretch):
        return None
    notes = first.notes + last.notes
    return DateMention(start, end, "range", True, first.stretch, last.stretch, notes=notes)


def _single(kind: str, shape: Shape, start: int, end: int, stretch: Stretch, notes: tuple[str, ...]) -> DateMention:
    if kind in ("since", "until"):
        return DateMention(start, end, "since" if kind == "since" else "until", True, stretch, notes=notes)
    is_period = shape in _PERIODS or (shape == "hijri" and stretch.day is None)
    return DateMention(start, end, shape, is_period, stretch, so_far=kind == "sofar", notes=notes)


def _fits(first: Stretch, last: Stretch) -> bool:
    """Whether a bare day has a day at the other end of the range: "from 7 to Thursday" is no range."""
    return first.day is None or first.month is not None or last.day is not None


def _next_weekday(first: Stretch, last: Stretch, with_middle: bool = False) -> bool:
    """ "ليل الخميس الجمعة" (Thursday to Friday night), "الجمعة وأمس السبت" (Friday and yesterday, Saturday), and with
    one in the middle "أيام السبت والأحد والاثنين"."""
    if first.weekday is None or last.weekday is None or first.day is not None:
        return False
    return (last.weekday - first.weekday) % 7 == 1 + with_middle


def _up_to_today(first: Stretch, last: Stretch) -> bool:
    """ "Monday and today", "Sept. 24 and today", أمس واليوم: the two days before a report comes out."""
    weekday = first.weekday is not None and first.day is None and last.weekday is None
    before = weekday or first.today == -1 or (first.day is not None and first.month is not None)
    return last.today == 0 and last.day is None and before


def _adjoin(first: Stretch, last: Stretch, with_middle: bool) -> bool:
    """Whether days or months said with "and" follow each other: 21 and 22 May, حزيران وتموز وآب."""
    if _next_weekday(first, last, with_middle) or _up_to_today(first, last):
        return True
    if first.day is not None and last.day is not None:
        apart = last.day - first.day if first.month is None else 1
        return last.day == first.day + max(apart, 1) and (
            None in (first.month, last.month) or first.month == last.month
        )
    if first.day is not None or last.day is not None:
        return False
    return first.month is not None and last.month is not None and (last.month - first.month) % 12 == 1 + with_middle


def _widened(mention: DateMention, text: str, floor: int) -> DateMention:
    """Take in "since the campaign began in" before a date: منذ انطلاق الحملة في السادس من تشرين الثاني."""
    if mention.shape not in ("day", "month", "year", "part", "range") or mention.so_far:
        return mention
    letters = class_letters()
    start = max(floor, mention.start - _GAP)
    classes = text[2 * start : 2 * mention.start : 2]
    since = classes.rfind(letters["since"])
    gap = classes[since + 1 :]
    if since < 0 or not any(letters[opens] in gap for opens in ("begin", "edge", "ord")):
        return mention
    if any(letters[mark] in gap for mark in ("comma", "dot")) or any(digit in gap for digit in _numbers()):
        return mention
    shape: Shape = "range" if mention.last else "since"
    return replace(mention, start=start + since, shape=shape, is_period=True)


@cache
def _numbers() -> tuple[str, ...]:
    letters = class_letters()
    return tuple(letters[name] for name in ("day", "num", "card"))
