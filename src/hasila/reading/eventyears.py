"""Years in the name of an attack: "the 2015 Paris attacks, in which 130 died" is of that year and counts no attacks."""

from __future__ import annotations

from datetime import date

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.values.periods import DateMention, Stretch

_NAMED = "event-year"
_BEFORE = frozenset({"the", "a", "its", "their", "his"})
_CENTURIES = "12"
_FIRST, _LAST, _DIGITS = 1990, 2039, 4
_EVENTS = markers("event-of-year")
_REACH = 4
_BACK = 3
_OTHER = frozenset({"since", "after", "before", "until"})  # "killed since the 2014 offensive"


def years_of_events(forms: list[str], dated: set[int]) -> list[DateMention]:
    """ "the notorious 2017 nightclub shooting": a year between an article and the one event that it tells apart."""
    found = []
    for at, form in enumerate(forms):
        if (
            len(form) == _DIGITS
            and form[0] in _CENTURIES
            and form.isdigit()
            and _FIRST <= int(form) <= _LAST
            and at not in dated
        ):
            led = not _BEFORE.isdisjoint(forms[max(0, at - 2) : at]) and forms[at - 1].isalpha()
            led = led and _OTHER.isdisjoint(forms[max(0, at - _BACK) : at])
            if led and not _EVENTS.isdisjoint(forms[at + 1 : at + _REACH]):
                found.append(DateMention(at, at + 1, "year", False, Stretch(year=int(form)), notes=(_NAMED,)))
    return found


def of_event_year(mention: DateMention) -> bool:
    """Whether a year only tells which event is meant."""
    return _NAMED in mention.notes


def whole_year(mention: DateMention) -> Period | None:
    """The days of such a year."""
    year = mention.first.year if mention.first is not None else None
    return None if year is None else Period(date(year, 1, 1), date(year, 12, 31), str(year), "stated")
