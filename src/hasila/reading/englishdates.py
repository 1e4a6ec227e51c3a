"""English words for days that lean on the day of the report or on what was told: "last night", "during the month"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.values.dates import DateMention
from hasila.values.periods import Duration, Stretch, Unit

_NIGHTS = frozenset({"night", "night's"})
_UNITS: dict[str, Unit] = {"week": "week", "month": "month", "year": "year"}
_WORDS = _NIGHTS.union(_UNITS)
_OVER = frozenset({"in", "over", "during", "throughout", "across"})
_GOES_ON = markers("year-goes-on")
_LEAST = 2


def english_dates(forms: list[str]) -> list[DateMention]:
    """The mentions of such days, in order."""
    found: list[DateMention] = []
    if _WORDS.isdisjoint(forms):
        return found
    for at, form in enumerate(forms):
        if form in _NIGHTS and at and forms[at - 1] == "last":
            found.append(DateMention(at - 1, at + 1, "day", False, Stretch(today=-1)))
        elif form in _UNITS and at >= _LEAST and forms[at - 1] == "the" and _whole(forms, at):
            found.append(DateMention(at - 1, at + 1, "past", True, span=Duration(1, _UNITS[form], "bare")))
    return found


def _whole(forms: list[str], at: int) -> bool:
    """ "Throughout the year", "during the month"; not "in the year to May", "during the year 2020"."""
    behind = forms[at + 1] if at + 1 < len(forms) else ""
    of_year = len(behind) == len("2020") and behind.isdigit()
    course = forms[at - 3 : at - 1] == ["course", "of"]
    return (forms[at - 2] in _OVER or course) and behind not in _GOES_ON and not of_year
