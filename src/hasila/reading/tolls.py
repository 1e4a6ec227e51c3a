"""Tolls whose number stands far off: "ارتفعت حصيلة قتلى الهجوم الذي استهدف سوقاً في البلدة إلى 63 شخصاً"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from hasila.lexicon.markers import markers, with_and
from hasila.lexicon.words import Noun
from hasila.reading.count import Count
from hasila.reading.governors import COMMA, HARD, SMALL, set_measure
from hasila.reading.page import Page
from hasila.values.numbers import number_forms

_FAR = 45
_HEAD = 5
_TO = frozenset({"الي", "عند"})
_TOLL = "حصيله"
_WHO = markers("relative-who")
_DONE = markers("passive-verb")
_PEOPLE = ("killed", "wounded", "arrests")
_TOLD = (*_PEOPLE, "detained")


def far_toll(page: Page, count: Count, start: int) -> bool:
    """Bind a count of people by the toll that reaches it, over whatever is said of the event in between."""
    if _behind_number(page, count, start):
        return True
    if count.start > start and page.cue(count.start - 1, "verb") == "toll":
        return _before_verb(page, count, start)
    arrested = _reached(page, count, start)
    if arrested is not None:
        return set_measure(count, arrested, "arrests-reached", count.start - 1)
    people = count.noun is not None and count.noun.kind == "person"
    reached = page.before(count.start) in _TO or page.lex[count.start].prep == "ل"
    if count.start <= start or not (reached or people):
        return False
    if count.unknown_noun or (count.noun is not None and count.noun.kind != "person"):
        return False
    for at in range(count.start - 2, max(start, count.start - _FAR) - 1, -1):
        if page.form[at] in HARD or (page.form[at] in _TO and at + 1 in page.countable(at + 1, at + 2)):
            return False
        if not reached and _another(page, at):
            return False
        if page.cue(at, "verb") == "toll":
            if not reached and not page.cue(at + 1, "tally"):
                return False
            measure = _told_of(page, at, count.start) or _toll_of(page, count, at, start)
            measure = measure or _named_before(page, count, at, start)
            return measure is not None and set_measure(count, measure, "far-toll", at)
    return False


def _another(page: Page, at: int) -> bool:
    """Whether something else is told or counted on the way of "بلغ عدد المصابين في صفوف القوات منذ شباط 33 عسكرياً"."""
    counted = page.form[at][0].isdigit() or page.form[at] in number_forms()
    return page.trigger(at) is not None or (counted and at not in page.dated)


def _toll_of(page: Page, count: Count, at: int, start: int) -> str | None:
    """ "حصيلة العملية ترتفع إلى 157 مسلحا": a toll that names no sort, before its verb, is of the dead."""
    people = count.noun is not None and count.noun.kind == "person"
    return "killed" if people and _TOLL in page.form[max(start, at - _HEAD) : at] else None


def _named_before(page: Page, count: Count, at: int, start: int) -> str | None:
    """ "إن عدد قتلى التفجير الذي ضرب حياً في المدينة ارتفع إلى 70": whose number a verb right before it raised."""
    if page.form[at + 1] not in _TO or at + 2 != count.start:
        return None
    for back in range(at - 1, max(start, at - _FAR) - 1, -1):
        if page.form[back] in HARD or page.cue(back, "verb") in ("toll", "speech"):
            return None
        if page.cue(back, "tally"):
            measure = _told_of(page, back, at)
            return measure if measure in ("killed", "wounded") else None  # "عدد الأسر": families, or captives
    return None


def _behind_number(page: Page, count: Count, start: int) -> bool:
    """ "يرتفع إلى 2960 عدد القتلى", "بلغ 87 عدد ضحايا الهجوم": the toll is named behind its number."""
    at = count.end
    if at + 1 >= len(page.form) or not page.cue(at, "tally") or count.noun is not None:
        return False
    if not any(page.cue(k, "verb") == "toll" for k in range(max(start, count.start - 4), count.start)):
        return False
    noun = page.noun(at + 1)
    if noun is not None and noun.kind == "casualty" and noun.value in _PEOPLE and noun.number == "many":
        return set_measure(count, noun.value.replace("arrests", "detained"), "toll-behind-number", at)
    return page.cue(at + 1, "tally") == "killed" and set_measure(count, "killed", "toll-behind-number", at)


def _before_verb(page: Page, count: Count, start: int) -> bool:
    """ "عدد المدنيين الذين قتلوا في ضربات التحالف بلغ 1100 مدني": the toll stands before its verb."""
    for at in range(count.start - 2, max(start, count.start - _FAR) - 1, -1):
        if page.form[at] in HARD or page.cue(at, "verb") == "toll":
            return False
        if page.cue(at, "tally"):
            measure = _told_of(page, at, count.start)
            return measure is not None and set_measure(count, measure, "toll-before-verb", at)
    return False


def _reached(page: Page, count: Count, start: int) -> str | None:
    """ "حملة اعتقالات طالت 50 مواطنا", "الخطف الذي طال 70 طالبة", "40 حالة اعتقال طالت 5": whom a wave of arrests,
    or a kidnapping, reaches."""
    people = count.noun is not None and count.noun.kind == "person"
    if count.start - 1 <= start or page.form[count.start - 1] not in _REACH or not people:
        return None
    near = range(max(start, count.start - _HEAD), count.start - 1)
    if any(page.form[at] in _ARRESTS for at in near) or _counts_arrests(page, start, count.start):
        return "detained"
    taken = (page.trigger(at) for at in near if page.lex[at].article)
    return next((deed.measure for deed in taken if deed is not None and deed.measure == "abducted"), None)


def _counts_arrests(page: Page, start: int, end: int) -> bool:
    nouns = (page.noun(at) for at in page.within(start, end))
    return any(noun is not None and noun.value == "arrests" for noun in nouns)


_REACH = markers("campaign-reached")
_ARRESTS = markers("arrests-noun")


def in_toll(page: Page, count: Count, end: int) -> bool:
    """ "وجود ثلاثة أطفال في عداد القتلى", "كان جندي بين الجرحى": people of whom it is said which toll they are in."""
    bare = count.noun is None and not count.unknown_noun and count.end < end and page.form[count.end] == "among"
    if not bare and (count.noun is None or count.noun.kind != "person"):
        return False
    for at in range(count.end, min(end - 1, count.end + _HEAD)):
        trigger = page.trigger(at)
        if trigger is not None and trigger.shape == "before" and page.cue(at, "subset") and page.form[at] == "among":
            count.subset = True
            return set_measure(count, trigger.measure, "in-toll", at)
        if page.form[at] in HARD or page.form[at] in COMMA or trigger is not None:
            return False
        if page.cue(at, "subset") or page.form[at] in _COUNTED_IN:
            noun = next((page.noun(k) for k in range(at + 1, min(end, at + 3)) if page.noun(k) is not None), None)
            if noun is not None and noun.value == "detained" and _kept(page, at, end):
                return False
            anew = page.form[at + 1][0].isdigit() or page.form[at + 1] in number_forms()  # "بينهم خمسة جرحى"
            if anew or noun is None or noun.kind != "casualty" or noun.value not in _TOLD or noun.number == "one":
                return False
            count.subset = True
            return set_measure(count, noun.value.replace("arrests", "detained"), "in-toll", at)
    return False


_COUNTED_IN = markers("counted-in")
_KEPT_IN = markers("inside") | {"لدي", "داخل"}


def _kept(page: Page, at: int, end: int) -> bool:
    """ "ثلاثة أطفال بين المعتقلين في السجون": those who are kept somewhere were not caught here."""
    return any(page.form[k] in _KEPT_IN for k in range(at + 2, min(end, at + 4)))


def _told_of(page: Page, at: int, stop: int) -> str | None:
    """Whom the subject of a verb of reaching counts: the dead, those who were wounded, the victims of an attack."""
    named = False
    plain = (
        k for k in range(at + 1, stop) if k not in page.inside and k not in page.dated and page.form[k] not in COMMA
    )
    for k in islice(plain, _HEAD):
        noun, trigger = page.noun(k), page.trigger(k)
        if page.form[k] in _WHO or (page.form[k] == "من" and page.cue(k - 1, "tally") and _fell(page, k + 1)):
            trigger = page.trigger(k + 1 + (page.form[k + 1] in _DONE))
            return trigger.measure if trigger is not None else None
        if noun is not None and noun.kind == "casualty":
            return noun.value.replace("arrests", "detained") if noun.value in _PEOPLE else None
        if trigger is not None and trigger.shape == "after" and page.lex[k].article:
            return trigger.measure  # "عدد الطالبات المختطفات"
        named = named or page.form[k] == _TOLL
        if noun is not None and noun.kind == "event":
            return "killed" if named and noun.value != "operations" else None
        if trigger is not None or (noun is not None and noun.kind != "person"):
            return None
    return None


def _fell(page: Page, at: int) -> bool:
    """ "عدد من قُتلوا": a plural verb makes "those who" of من."""
    trigger = page.trigger(at)
    return trigger is not None and trigger.shape == "verb" and trigger.plural


_THAT = markers("that-clause")
_FAR_THINGS = 12
_NUMBER_OF = markers("number-of")
_THOSE = _WHO | {"من", "ما"}


def of_things(page: Page, count: Count) -> bool:
    """ "كما وصل عدد المضافات المدمرة 422": the number of what the lexicon doesn't know, which is no people."""
    low = max(0, count.start - (_FAR_THINGS if page.cue(count.start - 1, "verb") == "toll" else 6))
    at = next((at for at in range(count.start - 2, low - 1, -1) if page.among(at, _NUMBER_OF)), None)
    if at is None or at + 1 in page.inside:
        return False
    noun = page.noun(at + 1)
    if page.word[at + 1] is not None:
        return noun is not None and noun.kind == "other"
    return page.lex[at + 1].alpha and page.form[at + 1] not in _THOSE


def of_others(page: Page, count: Count, previous: Count | None) -> bool:
    """ "البحث عن المفقودين وعددهم 50", "غادر المقاتلون المدينة، وعددهم نحو مئتين": the number of those just named."""
    plain = (k for k in range(count.start, 0, -1) if k not in page.inside and k not in page.dated)
    near = islice((k for k in plain if page.form[k] not in _IN), 3)
    at = next((k for k in near if page.cue(k, "tally") == "last"), 0)
    if at < 1:
        return False
    noun = page.noun(at - 1)
    if noun is not None and noun.kind in ("stock", "other"):
        return noun.number != "one" and page.lex[at - 1].article
    back = range(at - 1, max(0, at - _NAMED_BEFORE), -1)
    stop = next((k for k in back if page.form[k] == "."), -1)
    named = (page.noun(k) for k in back if k > stop and (page.lex[k].article or _definite(page, k + 1)))
    people = any(who is not None and _are_named(who, previous) for who in named)
    return people and (previous is None or _last_named(page, previous.end, at))


def _definite(page: Page, at: int) -> bool:
    """ "عناصر التنظيم": what stands behind a noun without the article makes it definite."""
    return page.lex[at].form.startswith("ال") or at in page.inside


def _are_named(who: Noun, previous: Count | None) -> bool:
    """People in the plural; captives only where nobody was counted before: "الأسرى الذين يزيد عددهم على 11 ألفا"."""
    captives = who.kind == "casualty" and who.value == "detained" and previous is None
    return (who.kind == "person" or captives) and who.number in ("many", "dual?")


def _last_named(page: Page, start: int, at: int) -> bool:
    """ "قتلوا عشرين شرطيا، علما ان الماويين ينشطون هناك ويتراوح عددهم بين": the people named since the count."""
    names = ((k, page.noun(k)) for k in range(start + 1, at) if page.lex[k].article and page.form[k].endswith(_PLURAL))
    return any(noun is not None and noun.kind == "person" and page.form[k - 1] in _OPENS for k, noun in names)


_IN = markers("inside")
_PLURAL = ("ين", "ون")
_OPENS = markers("clause-opener") | {"ان"}


_NAMED_BEFORE = 16


def of_their_dead(page: Page, at: int) -> bool:
    """ "puts the civilian deaths of its raids at 12", "the toll of the two suicide bombings is 12": the dead are
    counted, not the events."""
    near = takewhile(lambda k: page.cue(k, "verb") is None, range(at - 1, max(0, at - _OF_EVENT), -1))
    of = next((k for k in near if page.form[k] == "of"), 0)
    noun = page.noun(of - 1) if of else None
    dead = noun is not None and noun.kind == "casualty" and noun.number == "many"
    return dead or (of > 0 and _tells_of_dead(page, of - 1))


_OF_EVENT = 6


def _tells_of_dead(page: Page, at: int) -> bool:
    """Whether "toll" or "death toll" ends at a token."""
    return any(page.cue(k, "tally") == "killed" and page.until[k] == at + 1 for k in (at, at - 1) if k >= 0)


def those_who(page: Page, count: Count, start: int) -> bool:
    """ "من قُتلوا فيها 85 شخصا", "عدد من قتلهم داعش في الأشهر الماضية 45 مدنياً", "الذين قتلتهم الغارات أكثر من 45": a
    clause tells what befell those whose number is its predicate."""
    if not page.has(_WHOEVER_JOINED, max(start, count.start - _FAR) - 1, count.start):
        return False
    at = next((k for k in _clause_before(page, count, start) if page.trigger(k) is not None), None)
    trigger = page.trigger(at) if at is not None else None
    if at is None or trigger is None:
        return False
    head = at - (page.before(at) in _DONE)  # "الذين تم تحييدهم"
    if page.before(head).removeprefix("و") not in _WHOEVER:
        documented = _documented(page, at) and _may_be_predicate(page, count)
        return documented and set_measure(count, trigger.measure, "those-who", at)
    plain = trigger.shape == "verb" and all(page.form[k] in _IN_BETWEEN for k in range(at + 1, count.start))
    who = page.before(head) != "من" or page.cue(head - 2, "tally") is not None or page.before(head - 1) in _THAT
    theirs = who and page.form[page.until[at] - 1].endswith(("هم", "هن")) and _may_be_predicate(page, count)
    fell = who and trigger.shape == "verb" and trigger.plural and _ends_clause(page, count)
    return (plain or theirs or fell) and set_measure(count, trigger.measure, "those-who", at)


def _documented(page: Page, at: int) -> bool:
    """ "مجموع من وثقت الشبكة مقتلهم من المدنيين 6036": those whose deaths somebody has counted."""
    near = range(at - 1, max(0, at - _HEAD), -1)
    theirs = page.form[page.until[at] - 1].endswith(("هم", "هن"))
    return theirs and any(page.form[k] in _WHOEVER and page.cue(k - 1, "tally") for k in near)


def _ends_clause(page: Page, count: Count) -> bool:
    """ "الذين قُتلوا في العمليات الأمنية 252،": a bare number that closes the clause, led on by no preposition."""
    closes = count.end >= len(page.form) or page.form[count.end] in COMMA | HARD | {"."}
    return (
        count.nameless and closes and page.form[count.start - 1] not in SMALL and not page.cue(count.start - 1, "verb")
    )


def _clause_before(page: Page, count: Count, start: int) -> Iterator[int]:
    """The tokens before a count, from the last to the first of its clause."""
    for at in range(count.start - 1, max(start, count.start - _FAR) - 1, -1):
        yield at
        if page.form[at] in HARD or page.form[at] in COMMA or page.cue(at, "verb"):
            return


def _may_be_predicate(page: Page, count: Count) -> bool:
    """Whether people, or a bare number at the end of a clause, are counted: "... 45 مدنياً", "... 45."."""
    closes = count.end >= len(page.form) or page.form[count.end] in COMMA | HARD | {"."}
    people = count.noun is not None and count.noun.kind == "person"
    return not count.unknown_noun and (people or (count.nameless and closes))


_WHOEVER = markers("whoever")
_WHOEVER_JOINED = with_and(_WHOEVER)
_IN_BETWEEN = markers("in-them") | _TO | {"هم", "هو", "كانوا", "نحو", "بلغ"}


def no_agent(page: Page, at: int) -> bool:
    """ "The dead, by our count", "deaths suffered by the group", "fell by a fifth to 48", "up by 3"."""
    return page.before(at) in _BESIDE or page.cue(at - 1, "verb") == "toll" or page.form[at + 1][0].isdigit()


_BESIDE = COMMA | {"suffered", "sustained"}
