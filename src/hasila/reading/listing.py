"""Items of lists: what a line counts under the line above the list."""

from __future__ import annotations

from itertools import takewhile

from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import BULLETS, set_measure
from hasila.reading.page import Page
from hasila.values.numbers import number_forms


def _bare(page: Page, count: Count) -> bool:
    """Whether only a number stands there, and behind it nothing of what befell whom: not "seven killed"."""
    trigger = page.trigger(count.end) if count.end < len(page.form) else None
    return count.nameless and bool(count.low) and trigger is None


def shares_behind_colon(page: Page, counts: list[Count], carried: Count | None) -> dict[int, Count]:
    """ "مقتل 126 وإصابة 65: 76 في أفغانستان و50 في العراق": bare numbers behind a colon are the shares of the number
    before it that they add up to, not of the last one. By the place in ``counts``."""
    first = next((k for k, c in enumerate(counts) if c.start and page.form[c.start - 1] == ":"), None)
    if first is None:
        return {}
    shares = list(takewhile(lambda k: _bare(page, counts[k]), range(first, len(counts))))
    people = [k for k in range(first, len(counts)) if _of_people(page, counts[k])]
    for parts in (shares, people):
        total = sum(counts[k].low or 0 for k in parts)
        whole = next((c for c in (*counts[:first], *_told_before(carried)) if c.low == total == c.high), None)
        if whole is not None and len(parts) > 1:
            return dict.fromkeys(parts, whole)
    return {}


def _told_before(carried: Count | None) -> list[Count]:
    """The people and the events counted last before the sentence: "الشهداء: ثلاثة من الناصرية وواحد من البصرة"."""
    return [c for c in (carried, carried and carried.people, carried and carried.event) if c is not None]


def _of_people(page: Page, count: Count) -> bool:
    """ "36 من قسد و4 حراس و9 مدنيين بينهم طفل": the people of a list, without those told among them."""
    among = any(page.cue(at, "subset") for at in range(max(0, count.start - 1), count.start))
    if count.dead or count.subset or among or not count.low or (count.end < len(page.form) and page.trigger(count.end)):
        return False
    return count.nameless or count.group is not None or (count.noun is not None and count.noun.kind == "person")


def in_list(page: Page, start: int, carried: Count | None) -> bool:
    """Whether a sentence is an item under a line such as "the toll came to 57:" whose last count is ``carried``."""
    back = start - 1
    while back >= 0 and page.form[back] == "\n":
        back -= 1
    if carried is None or back < 0 or back == start - 1:
        return False
    if page.form[back] == ":":
        return carried.measure not in EVENTS and carried.end <= back < carried.end + 16
    return carried.listed is not None and (
        page.form[start] in BULLETS or _numbered(page, start) or _lettered(page, start)
    )


def _lettered(page: Page, start: int) -> bool:
    """ "B- Government forces: 741 civilians": an item with a letter or number of its own."""
    label = page.form[start]
    return (len(label) == 1 or label.isdigit()) and page.form[start + 1 : start + 2] in (["-"], [")"], ["–"])


def _numbered(page: Page, start: int) -> bool:
    """Whether a line begins with its count, as the items of a list without bullets do: "22 fighters of the SDF"."""
    return page.form[start][:1].isdigit() or page.form[start] in number_forms()


def as_item(page: Page, count: Count, carried: Count) -> None:
    """ "• 41 members of the SDF", "• Civilians: 12": an item counts under what the line above the list counts."""
    count.listed = carried.listed or carried.measure
    label = page.noun(count.start - 2) if page.form[count.start - 1] == ":" and count.noun is None else None
    people = count.group is not None or any(noun is not None and noun.kind == "person" for noun in (count.noun, label))
    if count.measure is None and not count.dead and people:
        count.noun = count.noun or label
        set_measure(count, count.listed or "", "list-item")
