"""Numbers that count nothing: percentages, money, clock times, rates, names of units and issues."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import ONE, OPEN, Count
from hasila.reading.inventory import of_things
from hasila.reading.page import Page
from hasila.values.numbers import number_forms

_PERCENT = markers("percent") | {"%", "٪"}
_FRACTIONS = markers("fraction-part")
_PER_TIME = frozenset(("a", unit) for unit in markers("unit-of-time"))
_PER = markers("per-day")
_RATIO = 5
_EACH = frozenset({"every", "each"})
_TIMES = markers("unit-of-time")
_YEARS = markers("unit-of-age")
_AGE = markers("of-age")
_THIS = frozenset({"هذه", "تلك"})
_WEAPONS = markers("weapon-name")
_MODALS = markers("modal-verb")
_MONEY = markers("currency") | {"$", "£", "€"}


def no_count(page: Page, at: int, stop: int, start: int, end: int) -> bool:
    """Numbers that count nothing: percentages, money, clock times, ordinals in lists, units and issues."""
    after = page.form[stop] if stop < end else ""
    before = page.form[at - 1] if at > start else ""
    if page.form[at] in ("المئه", "المائه") and before == "في":
        return True
    if before in ("جانب", "اي") and page.form[at] == "واحد":  # من جانب واحد, أي واحد منهم
        return True
    if page.form[at].startswith("ال") and before.endswith("مجموعه"):
        return True
    if after == "من" and _one_of_the_most(page, at, stop, end):
        return True
    if before == "ال" and _nth_day(page, at, start):
        return True
    if after == "من" and page.form[stop + 1 : stop + 2] and page.form[stop + 1] in _AGE:
        return True
    if (
        after in _PERCENT
        or after in _FRACTIONS
        or before in _MONEY
        or (after == "في" and stop + 1 < end and page.form[stop + 1] in ("المئه", "المائه"))
    ):
        return True
    if _in_a_sum(page, at, stop):
        return True
    if after in _YEARS and page.form[stop + 1 : stop + 2] == ["old"]:
        return True
    if (after == "and" and page.form[stop + 1 : stop + 3] == ["a", "half"]) or _parent_of(page, at):
        return True
    if at > start and page.lex[at - 1].upper and page.form[at].isdigit() and page.hyphened(at):
        return True  # "Operation Bozdogan-16"
    if "in" in (before, after) and _in_ten(page, at, stop, start, end):
        return True
    if before in _AGED and _of_ages(page, at, start):
        return True
    if after == "per" or _clock(page, at, stop, start, end):
        return True
    if at == start and page.form[at][0].isdigit() and after in (")", "-", ".", "/") and stop - at == 1:
        return True
    if (
        before in _NUMBERED
        or (before == "number" and not _amounts(page, at - 1))
        or (before == "." and at - 2 >= start and page.form[at - 2] == "no")
    ):
        return True
    if _unit_number(page, at, start) or _numbered_site(page, at, stop, start, end):
        return True
    return of_things(page, at, stop, start, end)


def _numbered_site(page: Page, at: int, stop: int, start: int, end: int) -> bool:
    """ "between Station 2 and Station 3", "MNJTF Sector 4": which of its kind it is, not how many."""
    if at <= start or not page.form[at].isdigit() or page.form[at - 1] not in _SITES or stop - at > 1:
        return False
    return page.tokens.raw[at - 1][:1].isupper() and not (stop < end and _a_noun(page, stop))


_SITES = markers("numbered-site")
_NUMBERED = markers("numbered-part")


def pronoun(page: Page, at: int, stop: int, start: int, end: int) -> bool:
    """ "the last one that still takes patients", "every one of these numbers", "the one they came from": a pronoun."""
    if page.form[at] != "one" or at <= start or page.form[at - 1] not in _THAT_ONE:
        return False
    return stop >= end or not _a_noun(page, stop)


def _a_noun(page: Page, at: int) -> bool:
    return page.noun(at) is not None or page.name_at.get(at) is not None


_THAT_ONE = markers("before-pronoun-one")


def _of_ages(page: Page, at: int, start: int) -> bool:
    """ "aged 22 and 31", "aged between 20 and 34", "ages 9 to 15"."""
    for k in range(at - 1, max(start, at - _APIECE) - 1, -1):
        if page.cue(k, "age") or page.form[k] == "ages":
            return True
        if page.form[k] not in _AGED and not page.form[k].isdigit():
            return False
    return False


_AGED = frozenset({"aged", "age", "ages", "between", "and", "to", "or", "from", "about", "only", "just"})


def _in_ten(page: Page, at: int, stop: int, start: int, end: int) -> bool:
    """ "seven in ten are dead": a ratio in words."""
    for first, link, second, after in ((at, stop, stop + 1, stop + 2), (at - 2, at - 1, at, stop)):
        if first < start or second >= end or page.form[link] != "in" or page.form[first] not in number_forms():
            continue
        if page.form[second] in _BASES and not (after < end and (_a_noun(page, after) or second in page.dated)):
            return True
    return False


_BASES = frozenset({"ten", "five", "four", "three", "hundred"})


def _parent_of(page: Page, at: int) -> bool:
    """ "a father of six", "a girl of nine": how many children or years somebody has."""
    if at < 2 or page.form[at - 1] != "of" or page.form[at - 2] not in _PARENTS:
        return False
    return not (at + 1 < len(page.form) and _a_noun(page, at + 1))


_PARENTS = markers("parent-or-child")


def _in_a_sum(page: Page, at: int, stop: int) -> bool:
    """ "(15 + 1 = 16)", "308 − 43": a part of somebody's sum; "50+ dead" is none."""
    if not page.has(_OF_SUMS, max(0, at - 1), stop + 1):
        return False
    before, after = page.form[max(0, at - 2) : at], page.form[stop : stop + 2]
    if "=" in (before[-1:] + after[:1]):
        return True
    joined = (side for side in (before[::-1], after) if len(side) == 2 and side[0] in _SIGNS)
    return any(side[1][:1].isdigit() for side in joined)


_SIGNS = frozenset({"+", "−", "×"})
_OF_SUMS = _SIGNS | {"="}


def _amounts(page: Page, at: int) -> bool:
    """ "the civilians killed in May number 385": behind people or a date it is a verb, in "bus number 12" not."""
    if page.form[at + 1] in number_forms() and at - 1 in page.inside:
        return False  # "the ISIS number two"
    noun = page.noun(at - 1)
    trigger = page.trigger(at - 1)
    many = (noun is not None and noun.number == "many") or page.before(at) == "now"
    return many or at - 1 in page.dated or at - 1 in page.inside or (trigger is not None and trigger.participle)


_NTH = markers("nth")


def ten_of_nth(page: Page, at: int, start: int) -> bool:
    """ "طفل في الثانية عشرة", "السفينة السادسة والعشرون": the ten of an ordinal."""
    if at <= start or page.form[at - 1] not in _NTH:
        return False
    return page.form[at] in ("عشر", "عشره") or page.form[at].startswith("وال")


def _one_of_the_most(page: Page, at: int, stop: int, end: int) -> bool:
    """ "في واحد من أكثر الأيام دموية": one of the most of its kind."""
    most = page.form[at] in ONE and page.form[stop : stop + 1] == ["من"] and stop + 2 < end
    if not most or page.form[stop + 1] not in _SUPERLATIVE:
        return False
    noun = page.noun(stop + 2)
    return noun is None or noun.kind not in ("person", "casualty")


_SUPERLATIVE = markers("superlative")


def _nth_day(page: Page, at: int, start: int) -> bool:
    """ "لليوم الـ395", "في عامه الـ12": which day or year it is."""
    if at - 2 < start or page.form[at - 1] != "ال":
        return False
    if page.form[at - 2] in _THE_YEAR and len(page.form[at]) > _YEARS_TOLD and page.form[at].isdigit():
        return False  # "عمليات هذا العام الـ600": no year has such a number
    noun = page.noun(at - 2)
    owned = noun is not None and (noun.owned or page.lex[at - 2].article)
    return noun is not None and noun.value == "time" and noun.number == "one" and owned


_THE_YEAR = markers("the-year")
_YEARS_TOLD = 2


def _clock(page: Page, at: int, stop: int, start: int, end: int) -> bool:
    """22:25 is a time."""
    if page.form[at][0].isdigit() is False:
        return False
    joined = page.tokens.end
    after = (
        stop + 1 < end
        and page.form[stop] == ":"
        and page.form[stop + 1][0].isdigit()
        and page.tokens.start[stop + 1] - joined[stop - 1] == 1
    )
    before = (
        at - 2 >= start
        and page.form[at - 1] == ":"
        and page.form[at - 2][0].isdigit()
        and page.tokens.start[at] - joined[at - 2] == 1
    )
    return after or before


def rated(page: Page, count: Count, start: int, end: int) -> bool:
    """ "11 غارة في اليوم", "معدل 11", "three a day", "ten fighters in Iraq for every one in Syria": a rate counts
    nothing."""
    at = page.cued_in("rate", max(start, count.start - 3), count.start)
    if at is not None and page.form[count.start - 1] not in _APART | _SINCE:  # "more than one a day: 279 missions"
        return True
    if page.has(_EACH_OF, max(start, count.start - _APIECE), count.start):
        return True  # "خلايا لا يزيد عدد الواحدة منها على خمسة"
    follow = page.form[count.end : min(end, count.end + 3)]
    if follow[:2] == ["في", "اليوم"]:
        return len(follow) < 3 or not follow[2].startswith("ال")
    apiece = tuple(follow[:2]) in _PER_TIME and _EARLIER.isdisjoint(follow[2:])  # but not "60 a year earlier"
    if follow and (follow[0] in _PER or apiece):
        return True
    near = page.all(_EACH, count.end, min(end, count.end + _RATIO) + 1)
    if not near:
        return False
    if any(page.form[at] == "every" and at > count.end and page.form[at - 1] == "for" for at in near):
        return True
    return any(page.form[at + 1] in _TIMES for at in near if at < min(end - 1, count.end + 4))


_EARLIER = markers("time-before")
_APART = frozenset({":", ";"})
_SINCE = frozenset({"after", "before"})  # "a day after 12 soldiers died"
_EACH_OF = markers("each-one")
_APIECE = 4


def difference(page: Page, count: Count, start: int) -> bool:
    """ "brought the toll down by 12", "rose by 6 to 45", "1 down from May", "two deaths fewer than": by how many a toll
    changes."""
    if _so_many_less(page, count):
        return True
    if count.start <= start or page.form[count.start - 1] != "by" or count.noun is not None:
        return False
    near = range(max(start, count.start - _CHANGED), count.start - 1)
    return any(page.cue(at, "verb") == "toll" or page.form[at] in _CHANGES for at in near)


def _so_many_less(page: Page, count: Count) -> bool:
    """ "1 down from May", "two fewer than in May", "one death less than in May"."""
    behind = page.form[count.end : count.end + 2]
    if count.others and page.form[count.end - 1] == "more":
        return behind[:1] == ["than"]
    return behind in (["down", "from"], ["up", "from"]) or (behind[:1] in _LESS and behind[1:] == ["than"])


_LESS = (["less"], ["fewer"], ["more"])
_CHANGED = 8
_CHANGES = markers("comparison")


def only_present(page: Page, count: Count, end: int) -> bool:
    """ "with over 2,000 security personnel involved in the operation": people who take part in what happens."""
    people = count.noun is not None and count.noun.kind == "person" and count.end < end
    return people and bool(page.cue(count.end, "present"))


def missing(page: Page, count: Count, end: int) -> bool:
    """ "وثلاثة في عداد المفقودين": people of whom nobody knows what befell them."""
    if count.end + 2 >= end or page.form[count.end] != "في" or page.form[count.end + 1] not in _COUNTED_IN:
        return False
    noun = page.noun(count.end + 2)
    return noun is not None and noun.kind == "stock"


_COUNTED_IN = markers("counted-in")


def theatre(page: Page, count: Count) -> bool:
    """ "in a single theatre of operations": a stretch of land."""
    at = count.noun_at
    return at is not None and page.form[max(0, at - 2) : at] in (["theatre", "of"], ["theater", "of"])


_COUNTED = frozenset({"person", "event"})


def aged(page: Page, at: int, stop: int, before: Count | None, end: int) -> bool:
    """ "Two suspects, 22 and 31, were arrested", "Sgt Torres-Tovar, 25,": a bare number set off by commas is an age."""
    low = page.form[at]
    if not (low.isdigit() and stop == at + 1 and int(low) < 120) or stop >= end or at < 2:
        return False
    after, link = page.form[stop], page.form[at - 1]
    if link == "and" and page.before(at - 1).isdigit() and page.before(at - 2) == ",":
        return after in (",", "were", "was")
    person = page.lex[at - 2].upper or (
        before is not None and before.end == at - 1 and before.noun is not None and before.noun.kind == "person"
    )
    if after == "in":
        return False  # "nine in Paris, 7 in Lyon, two in Nice"
    if any((noun := page.noun(k)) is not None and noun.kind in _COUNTED for k in range(stop, min(end, stop + 2))):
        return False  # "nine soldiers, 41 ISIS militants, and 17 guards", "In Iraq, 37 partnered operations, 11 killed"
    return (
        link == ","
        and person
        and page.form[at - 2] < "\u0590"
        and (after == "," or page.form[stop + 1 : stop + 3][1:] == [","])
    )


def _unit_number(page: Page, at: int, start: int) -> bool:
    """اللواء 35, الفرقة /7/, العدد 517, F 16: a number that names."""
    back = at - 1
    while back >= start and page.form[back] in OPEN:
        back -= 1
    if back < start:
        return False
    if page.form[back] in _ITS_ISSUE and page.before(back) == "في":
        return True  # "نشرتها صحيفته في عددها 458"
    word = page.word[back]
    last = page.form[back][-1]
    if page.tokens.end[back] == page.tokens.start[at] and last.isascii() and last.isalpha():
        return True  # "طائرات الـF16": digits written onto a letter
    if word is None:
        return page.form[back] in _WEAPONS
    now = back > start and page.form[back - 1] in _THIS  # "حتى هذه الساعة 11 جثة"
    cues = word.cues
    reached = page.cue(back - 1, "verb") == "toll" or page.form[back - 1] in _WAS  # "بلغ العدد 38"
    told = back > start and (reached or page.form[back - 1] in _TELLS_THAT)  # "أعلنت أن العدد 16": of no newspaper
    return bool(cues) and (
        ("issue" in cues and not told and not _counts_people(page, at + 1))
        or ("clock" in cues and not now)
        or ("unit" in cues and (page.lex[back].article or page.form[back].startswith("ال")))
    )


def _counts_people(page: Page, at: int) -> bool:
    """ "انفرد كانون الثاني برقم 227 معتقلا": a number with its noun behind it names nothing."""
    noun = page.noun(at) if at < len(page.form) else None
    return noun is not None and noun.kind in ("person", "casualty") and not page.lex[at].article


_ITS_ISSUE = frozenset({"عددها", "عدده"})
_WAS = frozenset({"كان", "وكان", "يكون"})
_TELLS_THAT = markers("that-clause") | markers("contrast")


def one_of_several(page: Page, count: Count, at: int) -> bool:
    """ "Ali was one of three fighters wounded": who he is; the three are what is counted."""
    told = page.before(count.start) in _WHO_IS and page.before(at) == "of"
    several = page.form[at] in number_forms() or page.form[at][0].isdigit()
    if not (told and several and count.low == count.high == 1):
        return False
    count.end, count.dead = count.number[1], True
    return True


_WHO_IS = frozenset({"was", "is", "being"})


_OF_EACH = markers("of-each")


def generic(page: Page, count: Count, end: int) -> bool:
    """ "whether one operation may turn up in two totals", "a single aircraft is one strike", "every one of the
    missions": any one, not a count."""
    if page.form[count.number[0]] != "one":
        return False
    if page.form[count.number[1] : count.number[1] + 1] == ["way"]:
        return True  # "one-way attack drones"
    before = page.form[max(0, count.start - 1) : count.start]
    return (
        before in (["is"], ["as"])
        or not _OF_EACH.isdisjoint(before)
        or (count.end < end and page.form[count.end] in _MODALS)
    )


def befallen(page: Page, at: int, stop: int) -> bool:
    """ "10 wounded soldiers", "three killed ISIS members": the participle before people says what befell them."""
    if at >= stop or page.form[at] not in _BEFALLEN or page.until[at] > at + 1 or page.trigger(at) is None:
        return False
    follow = at + 1
    while follow < stop and page.name_at.get(follow) is not None and page.noun(follow) is None:
        follow = page.name_at[follow].end
    noun = page.noun(follow) if follow < stop else None
    return noun is not None and noun.kind == "person" and noun.number == "many"


_BEFALLEN = markers("befallen")
