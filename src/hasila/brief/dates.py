"""Window and periods in words: "May 2023", "the first quarter of 2023", الفترة من 7 إلى 29 تشرين الأول/أكتوبر 2023."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hasila.brief.language import Language
from hasila.brief.periods import whole_months
from hasila.tally.calendar import Window

MonthNames = Literal["pair", "levantine", "egyptian"]


@dataclass(frozen=True, slots=True)
class Dates:
    """How a brief writes dates: ``naming`` chooses among the Arabic names of the months (أيار, مايو, أيار/مايو)."""

    language: Language
    naming: MonthNames = "pair"

    def month(self, number: int) -> str:
        """A month's name, 1 to 12."""
        columns = self.language.words["months"]
        if self.language.lang == "en":
            return str(columns["english"][number - 1])
        kinds = ("levantine", "egyptian") if self.naming == "pair" else (self.naming,)
        return "/".join(columns[kind][number - 1] for kind in kinds)

    def day(self, day: date) -> str:
        """A day: 6 حزيران/يونيو 2023, "June 6, 2023"."""
        return self._fill("day", day, day)

    def period(self, days: Window) -> str:
        """The name of a period, as it stands after "in" or "during"."""
        start, end = days
        if start == end:
            return self.day(start)
        count = whole_months(days)
        if self._is_named(days):
            return self._part_of_year(count or 1, start)
        kind = "months" if count else "days"
        if start.year != end.year:
            kind += "_across"
        elif not count and start.month != end.month:
            kind += "_months"
        return self._fill(kind, start, end)

    def during(self, days: Window) -> str:
        """ "in May 2023", "from October 7 to 29, 2023", خلال عام 2023."""
        words = self.language.words["periods"]
        start, end = days
        if start == end:
            return str(words["on"]).format(period=self.day(start))
        path = "during" if self._is_named(days) else "stretch"
        return str(words.get(path, words["during"])).format(period=self.period(days))

    def in_its_year(self, days: Window) -> str:
        """A period without its year, where it is made of whole months: "January", "January to August"."""
        kind = "month_alone" if whole_months(days) == 1 else "months_alone"
        return self._fill(kind, *days) if whole_months(days) else self.period(days)

    def _is_named(self, days: Window) -> bool:
        """Whether the days are a month, a quarter, a half-year or a year."""
        start, end = days
        count = whole_months(days)
        return count in (1, 3, 6, 12) and start.year == end.year and (start.month - 1) % count == 0

    def _part_of_year(self, count: int, start: date) -> str:
        if count == 1:
            return self._fill("month", start, start)
        if count == 12:
            return self._fill("year", start, start)
        kind = "quarter" if count == 3 else "half"
        pattern = self.language.words["periods"][kind][(start.month - 1) // count]
        return str(pattern).format(year=start.year)

    def _fill(self, kind: str, start: date, end: date) -> str:
        return str(self.language.words["periods"][kind]).format(
            day=start.day, month=self.month(start.month), year=start.year,
            to_day=end.day, to_month=self.month(end.month), to_year=end.year,
        )  # fmt: skip
