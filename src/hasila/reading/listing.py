"""Items of lists: what a line counts under the line above the list."""

from __future__ import annotations

from itertools import accumulate, takewhile

from hasila.lexicon.markers import markers
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import BULLETS, COMMA, set_measure
from hasila.reading.page import Page
from hasila.values.numbers import number_forms


def _bare(page: Page, count: Count) -> bool:
    """Whether only a number stands there, and behind it nothing of what befell whom: not "seven killed"."""
    trigger = page.trigger(count.end) if count.end < len(page.form) else None
    return count.nameless and bool(count.low) and trigger is None


def shares_behind_colon(page: Page, counts: list[Count], carried: Count | None) -> dict[int, Count]:
    """ "مقتل 126 وإصابة 65: 76 في أفغانستان و50 في العراق", "121 dead (77 guards, 40 fighters, 4 civilians)": numbers
    behind a colon, or in brackets, are the shares of the number before them that they add up to, not of the last one.
    By the place in ``counts``."""
    for index, count in enumerate(counts):
        if count.start and page.form[count.start - 1] in _LIST_OPENS:
            shares = _adding_up(page, counts, index, carried)
            if shares:
                return shares
    return {}


_LIST_OPENS = frozenset({":", "(", "—", "–", "-"})


def _adding_up(page: Page, counts: list[Count], first: int, carried: Count | None) -> dict[int, Count]:
    bare = takewhile(lambda k: _bare(page, counts[k]), range(first, len(counts)))
    shares = list(bare) if page.form[counts[first].start - 1] == ":" else []
    people = [k for k in range(first, len(counts)) if _of_people(page, counts[k])]
    people = [] if counts[first].nameless else people
    for parts in (shares, people):
        for stop, total in enumerate(accumulate(counts[k].low or 0 for k in parts), 1):
            wholes = (*counts[:first], *_told_before(carried))
            whole = next((c for c in wholes if c.low == total == c.high), None)
            if whole is not None and stop > 1:
                return dict.fromkeys(parts[:stop], whole)
    return {}


def _told_before(carried: Count | None) -> list[Count]:
    """The people and the events counted last before the sentence: "الشهداء: ثلاثة من الناصرية وواحد من البصرة"."""
    return [c for c in (carried, carried and carried.people, carried and carried.event) if c is not None]


def _of_people(page: Page, count: Count) -> bool:
    """ "36 من قسد و4 حراس و9 مدنيين بينهم طفل": the people of a list, without those told among them."""
    among = any(page.cue(at, "subset") for at in range(max(0, count.start - 1), count.start))
    if count.dead or count.subset or among or not count.low or (count.end < len(page.form) and page.trigger(count.end)):
        return False
    unlisted = count.unknown_noun and page.form[count.start] < "\u0590"
    people = count.noun is not None and count.noun.kind == "person"
    return count.nameless or count.group is not None or people or unlisted


def in_list(page: Page, start: int, carried: Count | None) -> bool:
    """Whether a sentence is an item under a line such as "the toll came to 57:" whose last count is ``carried``."""
    back = start - 1
    while back >= 0 and page.form[back] == "\n":
        back -= 1
    if carried is None or back < 0 or back == start - 1:
        return False
    if page.form[back] == ":":
        near = carried.end <= back < carried.end + 16 or _breaks_down(page, back)
        return carried.measure not in EVENTS and near
    if page.form[start] in BULLETS and _sums_line(page, carried, back, start):
        return True
    return carried.listed is not None and (
        page.form[start] in BULLETS or _numbered(page, start) or _lettered(page, start)
    )


def series_goes_on(page: Page, count: Count, last: Count, start: int, end: int) -> bool:
    """ "القتلى هم: 68 من قسد. و13 من التنظيم، و15 مدنياً": a sentence that opens with "and" and a number of people, and
    tells nothing of what they did, goes on with the row before it."""
    form = page.form
    opens = count.start - (count.start == start + 1 and form[start] == "و")
    people = count.group is not None or (count.noun is not None and count.noun.kind == "person")
    if opens != start or not form[start].startswith("و") or page.before(start) != "." or not people:
        return False
    if last.measure in EVENTS or last.dead or not _RAN_ON & {form[last.start - 1], *last.rules}:
        return False
    stop = min(end, count.end + _NO_DEED)
    rest = range(count.end, next((at for at in range(count.end, stop) if form[at] in COMMA), stop))
    return not any(page.trigger(at) is not None or page.cue(at, "verb") for at in rest)


_RAN_ON = frozenset(
    {":", "هم", "coordination", "subset-of", "subset-of-named", "apposition", "share-of-sum", "list-item"}
)
_NO_DEED = 8


def _breaks_down(page: Page, colon: int) -> bool:
    """ "The breakdown:", "By perpetrator:": a line of its own above the parts of a toll that was told before."""
    first = page.line_start(colon, _HEADING)
    return colon - first < _HEADING and not _BREAKDOWN.isdisjoint(page.form[first:colon])


_BREAKDOWN = markers("breakdown-word")
_HEADING = 8


def _sums_line(page: Page, carried: Count, back: int, start: int) -> bool:
    """ "- Homs desert: 13 operations, 99 dead.", then "• 22 combatants": bullets under a line that ends with their
    sum and is an item of another list itself."""
    if carried.measure in EVENTS or back - carried.end > _LINE_ENDS:
        return False
    first = page.line_start(back, _LINE)
    return back - first < _LINE and page.form[first] in BULLETS and page.form[first] != page.form[start]


_LINE_ENDS = 2
_LINE = 40


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
