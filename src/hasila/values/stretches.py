"""Take one matched stretch or duration apart: tags and forms in, data out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from hasila.values.dategrammar import any_end, any_stretch, end_rule, parts_of, rule_number, stretch_rule
from hasila.values.months import class_letters, read_numeric, time_words, value_of
from hasila.values.periods import Duration, Edge, Ref, Shape, Stretch, Toward, Unit

_PUNCTUATION = ("", ",", "،", ".", "\n", ";", "؛", ")", '"', "”")
_PRECISE_YEARS = range(1990, 2040)


@dataclass(frozen=True, slots=True)
class Read:
    """A stretch with the shape it was read under, and how it is marked for the second pass."""

    shape: Shape
    stretch: Stretch
    notes: tuple[str, ...] = ()
    mark: str = "stretch"


Found = Mapping[tuple[int, int], Read]


@dataclass(frozen=True, slots=True)
class Parts:
    """The named parts of a match over a token list, and the stretches found before."""

    forms: Sequence[str]
    text: str
    spans: Mapping[str, tuple[int, int]]
    found: Found = field(default_factory=dict)

    def words(self, name: str) -> list[str]:
        """The forms under a name."""
        start, end = self.spans.get(name, (0, 0))
        return list(self.forms[start:end])

    def classes(self, name: str) -> list[str]:
        """The lexicon classes under a name."""
        return [time_words()[form].cls if form in time_words() else "slashdate" for form in self.words(name)]

    def cls(self, name: str) -> str | None:
        """The class of the last token under a name."""
        classes = self.classes(name)
        return classes[-1] if classes else None


def find_stretches(forms: Sequence[str], text: str, runs: Iterable[tuple[int, int]]) -> Found:
    """All stretches inside the runs, by token positions."""
    found: dict[tuple[int, int], Read] = {}
    for at, stop in runs:
        while (hit := any_stretch().search(text, at, stop)) is not None:
            at = hit.start() + 2
            read = _take_apart(forms, text, hit, *stretch_rule(rule_number(hit)))
            if read is not None:
                found[hit.start() // 2, hit.end() // 2] = read
                at = hit.end()
    return found


def mark(text: str, found: Found) -> str:
    """The tags with every stretch standing as one piece; an "and" glued to it stays visible."""
    letters = class_letters()
    pieces, at = [], 0
    for (start, end), read in found.items():
        pieces += [
            text[at : 2 * start],
            letters[read.mark],
            text[2 * start + 1],
            f"{letters['rest']}_" * (end - start - 1),
        ]
        at = 2 * end
    return "".join((*pieces, text[at:]))


def _take_apart(forms: Sequence[str], text: str, hit: re.Match[str], shape: str, rule: re.Pattern[str]) -> Read | None:
    match = rule.fullmatch(text, hit.start(), hit.end())
    if match is None:
        return None
    read = _READERS.get(shape, _read_plain)(shape, Parts(forms, text, parts_of(match)))
    return read if read is None or shape != "endate" else replace(read, shape="day", mark="endate")


def read_stretch(parts: Parts, name: str) -> Read | None:
    """The stretch under a name of a mention; bare days and names at the ends of ranges too."""
    start, end = parts.spans[name]
    if (start, end) in parts.found:
        return parts.found[start, end]
    hit = any_end().fullmatch(parts.text, 2 * start, 2 * end)
    return None if hit is None else _take_apart(parts.forms, parts.text, hit, *end_rule(rule_number(hit)))


def read_number(parts: Parts, name: str) -> int | None:
    """A day or count in figures or words: "28", "الثامن والعشرين", "الخامس عشر", "twenty four"; None if vague."""
    total = 0
    for form, cls in zip(parts.words(name), parts.classes(name), strict=True):
        if cls in ("slash", "art", "suffix"):
            continue
        if cls == "vague":
            return None
        total += 1 if cls == "weekday" else value_of(form)  # in الأحد عشر it is no Sunday
    return total or None


def _month(parts: Parts, name: str) -> int | None:
    """A month by name; كانون and تشرين are told apart by their ordinal."""
    words = [
        (form, cls)
        for form, cls in zip(parts.words(name), parts.classes(name), strict=True)
        if cls not in ("slash", "open", "close", "dot")
    ]
    if not words:
        return None
    month = value_of(words[0][0])
    return month if words[0][1] != "twin" else (month + value_of(words[1][0]) - 2) % 12 + 1


def _notes(parts: Parts, month: int | None) -> tuple[str, ...]:
    other = _month(parts, "alias")
    if other is None or other == month:
        return ()
    twin = " ".join(form for form in parts.words("alias") if form not in "/()")
    return (f"month pair does not agree: {' '.join(parts.words('month'))}/{twin}",)


def _which(parts: Parts, name: str) -> Ref:
    cls = parts.cls(name)
    return cast(Ref, {"that": "same", "went": "prev"}.get(cls or "", cls))


def _ref(parts: Parts) -> tuple[Ref | None, Literal["year", "month", "named"] | None]:
    """Which year, month or named stretch is meant; the year outranks the rest."""
    if "yref" in parts.spans:
        return _which(parts, "yref"), "year"
    if "ythe" in parts.spans:
        return "the", "year"
    if "mref" in parts.spans:
        return _which(parts, "mref"), "month"
    if "mthe" in parts.spans:
        return "the", "month"
    if "rel" in parts.spans:
        return _which(parts, "rel"), "named"
    return None, None


def _year(parts: Parts) -> int | None:
    words = parts.words("year")
    return value_of(words[0]) if words else None


def _base(parts: Parts) -> tuple[Stretch, tuple[str, ...]]:
    month = _month(parts, "month")
    ref, of = _ref(parts)
    stretch = Stretch(
        day=read_number(parts, "day"),
        month=month,
        year=_year(parts),
        weekday=value_of(parts.words("weekday")[0]) if "weekday" in parts.spans else None,
        ref=ref,
        of=of,
    )
    return stretch, _notes(parts, month)


def _read_plain(shape: str, parts: Parts) -> Read | None:
    """A day, month or year by its parts; "27 منه" (the 27th of it) is a day of the month last spoken of."""
    stretch, notes = _base(parts)
    if stretch.day is not None and (stretch.day > 31 or _lasted_months(parts)):
        return None
    if stretch.day and stretch.month is None and stretch.of is None and "mnum" not in parts.spans:
        stretch = replace(stretch, ref="the", of="month")
    if "mnum" in parts.spans:
        month = value_of(parts.words("mnum")[0])
        return Read("day", replace(stretch, month=month)) if month <= 12 else None
    if "numeric" in parts.spans or "figures" in parts.spans:
        return _read_figures(parts, "numeric" if "numeric" in parts.spans else "figures")
    if "bareyear" in parts.spans:
        return _read_year(parts)
    return Read(cast(Shape, shape), stretch, notes)


def _lasted_months(parts: Parts) -> bool:
    """ "في 14 شهراً": so many months, and no day of one; that would be of "the" month."""
    word = parts.words("mthe")[:1]
    return bool(word) and word[0] >= "\u0590" and not word[0].lstrip("وفبل").startswith("ا") and "لل" not in word[0]


def _read_year(parts: Parts) -> Read | None:
    """A year with nothing but "in" before it; round thousands are counts ("in 2000 raids")."""
    year = value_of(parts.words("bareyear")[0])
    return Read("year", Stretch(year=year)) if year in _PRECISE_YEARS and year != 2000 else None


def _read_figures(parts: Parts, name: str) -> Read | None:
    """A date in figures: day first in Arabic; in English only where one of the two can't be a month."""
    form = "/".join(word for word in parts.words(name) if word[0].isdigit())
    numbers = read_numeric(form)
    if numbers is None:
        return None
    first, second, third = numbers
    if first > 31:
        return Read("day", Stretch(day=third, month=second, year=first))
    if second > 12 or (first <= 12 and first != second and not _in_arabic(parts, name)):
        if second <= 12:
            return Read("day", Stretch(garbled=True), (f"day or month first is not settled: {form}",))
        first, second = second, first
    notes = () if third else (f"the year is mistyped: {form}",)
    return Read("day", Stretch(day=first, month=second, year=third, garbled=not third), notes)


def _in_arabic(parts: Parts, name: str) -> bool:
    """Whether the words around are Arabic."""
    start = parts.spans[name][0]
    near = parts.forms[max(0, start - 8) : start + 8]
    return any("\u0600" <= form[0] <= "\u06ff" for form in near if form)


def _read_weekday(shape: str, parts: Parts) -> Read | None:
    today = value_of(parts.words("today")[0]) if "today" in parts.spans else None
    stretch, _ = _base(parts)
    if "wref" in parts.spans:
        of_week = _unit(parts, "unit") == ("week", 1)
        return Read("day", replace(stretch, ref=cast(Ref, parts.cls("wref")), of="week")) if of_week else None
    return Read("day", replace(stretch, today=today))


def _read_today(_: str, parts: Parts) -> Read | None:
    """Today, yesterday, the day before yesterday; أمس الأول and أول أمس are the day before yesterday."""
    today = value_of(parts.words("today")[0])
    if "back" not in parts.spans:
        return Read("day", Stretch(today=today))
    back = parts.words("back")
    if today == 0 or (len(back) == 1 and value_of(back[0]) != 1):
        return None
    return Read("day", Stretch(today=today - 1))


def _read_night(_: str, parts: Parts) -> Read | None:
    """ "الليلة الماضية": last night began yesterday."""
    return Read("day", Stretch(today=-1)) if parts.words("today")[0].endswith("ليله") else None


def _read_run(shape: str, parts: Parts) -> Read | None:
    """A quarter or half: of a year as a run of months, of a month as its first or second half."""
    stretch, notes = _base(parts)
    if "code" in parts.spans:
        first, last = map(int, time_words()[parts.words("code")[0]].value.split("-"))
        return Read("quarter" if last - first == 2 else "half", replace(stretch, months=(first, last)), notes)
    size = _MONTHS[shape]
    nth = value_of(parts.words("nth")[0]) if "nth" in parts.spans else 12 // size
    if nth * size > 12:
        return None
    if stretch.month is not None or stretch.of == "month":
        return Read("part", replace(stretch, half=nth), notes)
    kind: Shape = "part" if shape == "third" else cast(Shape, shape)
    return Read(kind, replace(stretch, months=(nth * size - size + 1, nth * size)), notes)


_MONTHS = {"quarter": 3, "third": 4, "half": 6}


def _read_month_number(_: str, parts: Parts) -> Read | None:
    """A month by its number in the year."""
    stretch, notes = _base(parts)
    month = read_number(parts, "mnum")
    return Read("month", replace(stretch, month=month), notes) if month is not None and month <= 12 else None


def _read_head(_: str, parts: Parts) -> Read | None:
    """The first or last months of a year, the first days of a month: "first three months of this year"."""
    final = parts.cls("pick") != "ord"
    if not final and value_of(parts.words("pick")[0]) != 1:
        return None
    unit, size = _unit(parts, "dual" if "dual" in parts.spans else "unit")
    number = size if "dual" in parts.spans else read_number(parts, "count") if "count" in parts.spans else 1
    stretch, notes = _base(parts)
    if number is None or unit not in ("day", "week", "month"):
        return None
    if unit == "month":
        shape: Shape = "quarter" if number == 3 else "half" if number == 6 else "month" if number == 1 else "part"
        months = (13 - number, 12) if final else (1, number)
        return Read(shape, replace(stretch, months=months), notes) if number <= 12 and not stretch.month else None
    if final or (stretch.month is None and stretch.of != "month"):
        return None
    return Read("part", replace(stretch, head=number * (7 if unit == "week" else 1)), notes)


def _read_part(_: str, parts: Parts) -> Read | None:
    word = time_words()[parts.words("edge")[0]]
    edge = cast(Edge, word.value if word.cls == "edge" else "end")
    stretch, notes = _base(parts)
    return Read("part", replace(stretch, edge=edge), notes)


def _read_hijri_part(_: str, parts: Parts) -> Read | None:
    """A week of a Hijri month, whose days nobody counts off: "الأسبوع الأخير من شهر رمضان"."""
    whole = _read_hijri(_, parts)
    return whole and Read("part", replace(whole.stretch, edge="late"))


def _read_edge(_: str, parts: Parts) -> Read | None:
    """The first or last day of something: "اليوم الأخير من السنة" (the last day of the year)."""
    pick = parts.cls("pick")
    if pick == "ord" and value_of(parts.words("pick")[0]) != 1:
        return None
    stretch, notes = _base(parts)
    return Read("day", replace(stretch, edge="first" if pick == "ord" else "final"), notes)


def _read_hijri(_: str, parts: Parts) -> Read | None:
    words = parts.words("hmonth")
    month = value_of(words[-1]) if parts.cls("hmonth") == "dhuname" else value_of(words[0])
    if len(words) == 2 and parts.classes("hmonth")[0] == "htwin":
        month += value_of(words[1]) - 1
    year = value_of(parts.words("hyear")[0]) if "hyear" in parts.spans else None
    return Read("hijri", Stretch(day=read_number(parts, "day"), month=month, year=year, hijri=True))


_READERS = {
    "weekday": _read_weekday,
    "today": _read_today,
    "night": _read_night,
    "quarter": _read_run,
    "third": _read_run,
    "monthnum": _read_month_number,
    "half": _read_run,
    "code": _read_run,
    "head": _read_head,
    "part": _read_part,
    "edge": _read_edge,
    "hijri": _read_hijri,
    "hijripart": _read_hijri_part,
}


def _unit(parts: Parts, name: str) -> tuple[Unit, int]:
    unit, _, size = time_words()[parts.words(name)[0]].value.partition(":")
    return cast(Unit, unit), int(size)


def read_duration(kind: str, parts: Parts, following: str) -> Duration | None:
    """A counted time and its direction."""
    name = next((name for name in ("unit", "dual", "one") if name in parts.spans), None)
    unit: Unit = "day"
    size = 1
    if name is not None:
        unit, size = _unit(parts, name)
    number: int | None = size
    if name == "unit":
        number = read_number(parts, "count") if "count" in parts.spans else None
        if number is None and "count" in parts.spans and kind != "past":
            return None
        number = number and number * (size or 1)
    return Duration(number, unit, _toward(kind, parts, following))


def _toward(kind: str, parts: Parts, following: str) -> Toward:
    """Which way a time is counted.

    Before it: "قبل يومين" (two days ago), "قبل ذلك بيومين" (two days earlier), "بعد يومين من" (two days after).
    After it: "three days later", "three days before that", and "three days after" a thing that is told next.
    """
    way = parts.cls("way")
    if kind == "bare":
        return "bare"
    if kind == "past":
        return "prev" if way in ("prev", "before", "went") else "past"
    if way in ("ago", "earlier", "later"):
        return cast(Toward, way)
    if way in ("next", "follow", "prev"):
        return "earlier" if way == "prev" else "later"
    back = way == "before"
    if "that" in parts.spans:
        return "earlier" if back else "later"
    if parts.spans["way"][0] == min(start for start, _ in parts.spans.values()):
        of_event = following in ("من", "علي")
        return ("before" if of_event else "ago") if back else ("after" if of_event else "later")
    if following in _PUNCTUATION or "one" in parts.spans:
        return "earlier" if back else "later"
    return cast(Toward, way)
