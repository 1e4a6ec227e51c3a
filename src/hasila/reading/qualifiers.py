"""Qualifiers and ranges of a count: about, over, at least, at most, between."""

from __future__ import annotations

from hasila.lexicon.markers import markers, with_and
from hasila.reading.count import CLOSE, Count
from hasila.reading.governors import COMMA
from hasila.reading.page import Page
from hasila.reading.rejects import no_count
from hasila.values.numbers import number_forms, read_number

_HIGH_OPEN = frozenset({"over", "at_least"})


def read_range(page: Page, count: Count, start: int, end: int) -> None:
    """ "between 250 and 300", "بين 250 و300", "100-150", "12 to 15"; "from 332 to 373" is a change, not a range."""
    stop = count.end
    if stop >= end or count.low is None:
        return
    link = page.form[stop]
    opener = _back_form(page, count.start, start)
    if opener == "by" and link == "to":
        return  # "raised the toll by 6 to 45"
    if link in ("-", "–", "—") or (opener in ("بين", "between") and link in ("و", "and")):
        follow = stop + 1
    elif opener in ("بين", "between") and link[0] == "و" and link in number_forms():
        follow = stop
    elif link in ("to", "or", "الي", "او") and not (opener in ("من", "from") and _tolled(page, start, count.start)):
        follow = stop + 1
    else:
        return
    second = (
        read_number(page.form, follow)
        if follow < end and (page.form[follow][0].isdigit() or page.form[follow] in number_forms())
        else None
    )
    if second is None or second.low is None or second.low <= (count.high or 0) or not second.whole or second.end > end:
        return
    if no_count(page, follow, second.end, start, end):
        count.dead = True
    count.high, count.qualifier, count.end = second.low, "range", second.end
    while count.start > start and page.form[count.start - 1] in ("بين", "وبين", "ما", "between", "من", "from"):
        count.start -= 1
    count.number = (count.number[0], second.end)
    count.rules.append("range")


def _tolled(page: Page, start: int, stop: int) -> bool:
    """ "rose from 7 to 11", "a spike from 7 to 11", "ارتفع من 332 إلى 373": a change, no range."""
    if any(page.form[at] in _CHANGE for at in range(max(start, stop - _CHANGE_REACH), stop)):
        return True
    return any(page.cue(at, "verb") in ("toll", "speech") or page.cue(at, "corrected") for at in range(start, stop))


_CHANGE = markers("comparison")
_CHANGE_REACH = 12


def _back_form(page: Page, at: int, start: int) -> str:
    if at - 1 < start:
        return ""
    form = page.form[at - 1]
    return "بين" if form in ("وبين", "بين", "فبين") else form


def _qualify(count: Count, qualifier: str, rule: str) -> None:
    if count.qualifier in ("vague", "range"):
        return
    count.qualifier = qualifier
    low = count.low if count.low is not None else count.high
    count.low, count.high = (None, low) if qualifier == "at_most" else (low, None if qualifier in _HIGH_OPEN else low)
    count.rules.append(rule)


def qualify_before(page: Page, count: Count, start: int) -> None:
    at = count.start - 1
    if page.form[count.start][0] == "و" or (at >= start and page.form[at] in ("الي", "to") and _total(page, at, start)):
        return
    steps = 0
    while at >= start and steps < 4:
        held = _phrase_ending(page, at, start)
        if held is not None:
            first, qualifier = held
            if qualifier == "over" and page.form[first] in ("over",) and _spanning(page, count):
                return
            if page.form[first : first + 2] == ["about", "the"]:  # "spoke about the two raids"
                return
            if page.form[at] == "than" and _with_another(page, first, at, start):
                return
            _qualify(count, qualifier, f"qualifier-{qualifier}")
            count.start = first
            count.conj = (
                count.conj or page.conj[first] != "" or (first > start and page.form[first - 1] in ("و", "and"))
            )
            return
        if page.form[at] not in ("ال", "a", "the", "عن", "من", "ب", "total", "of") or page.cue(at, "verb"):
            return
        at -= 1
        steps += 1


def _with_another(page: Page, first: int, at: int, start: int) -> bool:
    """ "one less than the 25 of May", "fewer than the 166 of October": a number told before bounds no other."""
    return page.form[at + 1] == "the" or (first > start and _so_many(page.form[first - 1]))


def _so_many(form: str) -> bool:
    return form[0].isdigit() or form in number_forms()


def _total(page: Page, at: int, start: int) -> bool:
    """ "إن عدد الضحايا يصل إلى 55 قتيلا": a toll that comes to so many is no upper bound."""
    if at - 1 >= start and page.form[at - 1] in _SO_AS_TO_REACH:
        return True
    if at - 1 < start or page.form[at - 1] not in _COMES_TO or page.before(at - 1) in ("قد", "ما"):
        return False
    return any(page.cue(k, "tally") for k in range(max(start, at - _FAR_TALLY), at - 1))


_COMES_TO = markers("comes-to")
_SO_AS_TO_REACH = markers("so-as-to-reach")
_FAR_TALLY = 12
_TRAILING = markers("trailing-qualifier")


def _spanning(page: Page, count: Count) -> bool:
    """ "over eight days" is a stretch of time, not a bound."""
    noun = page.noun(count.end)
    return noun is not None and noun.kind == "other"


def _phrase_ending(page: Page, at: int, start: int) -> tuple[int, str] | None:
    for first in reversed(page.cued_at("qual", max(start, at - 4), at + 1)):
        if page.until[first] == at + 1:
            return first, page.cued["qual"][first]
    return None


def restated(page: Page, stop: int, low: int | None, end: int) -> int:
    """ "ثلاثة (03) إرهابيين", "إرهابيين (02)": official Arabic gives the number again in brackets; behind those."""
    if stop + 2 >= end or page.form[stop] != "(" or page.form[stop + 2] != ")":
        return stop
    again = read_number(page.form, stop + 1)
    return stop + 3 if again is not None and again.end == stop + 2 and again.low == low is not None else stop


_STEPS = 3


def _suffixed(page: Page, count: Count, end: int) -> bool:
    """ "30-odd fighters", "30-plus", "30+": joined to the number it says how exact that is."""
    at = count.number[1]
    if at >= end or not (page.form[at] == "+" or (page.form[at] in _SUFFIXES and page.hyphened(at))):
        return False
    _qualify(count, "about" if page.form[at] == "odd" else "over", "qualifier-suffixed")
    count.end = max(count.end, at + 1)
    return True


_SUFFIXES = markers("suffixed-qualifier")


def qualify_after(page: Page, count: Count, end: int) -> None:
    if _suffixed(page, count, end):
        return
    at = count.end
    if page.cued_in("qual", at, min(end, at + 2 * _STEPS)) is None:
        return
    for _ in range(_STEPS):
        if at < end and (page.form[at] in COMMA or page.form[at] in CLOSE):
            at += 1
        qualifier = page.cue(at, "qual") if at < end else None
        numbered = qualifier is not None and page.until[at] < end and _counts_on(page, page.until[at])
        within = qualifier == "about" and page.form[at] == "في"  # "ستة منهم في حدود الإقليم": where, not how many
        if qualifier in ("at_least", "at_most", "about") and _trails(page, at) and not (numbered or within):
            _qualify(count, qualifier, f"qualifier-{qualifier}-after")
            count.end = page.until[at]
            return
        if at >= end or not _descriptive(page, at):
            return
        at += 1


def _counts_on(page: Page, at: int) -> bool:
    """Whether a number follows: in "28 fighters, at least four of them leaders" the qualifier belongs to the four."""
    if page.form[at][0] == "و":
        return False  # "15 سجينا على الأقل وأربعة حراس"
    return page.form[at][0].isdigit() or (page.form[at] in number_forms() and at not in page.dated)


def _trails(page: Page, at: int) -> bool:
    """Only some qualifiers may follow their count: على الأقل, أو أكثر, تقريبا, or more."""
    return page.form[at] in _TRAILING


def _descriptive(page: Page, at: int) -> bool:
    word = page.word[at]
    if word is None:
        return page.lex[at].alpha
    if "injury" in word.cues:
        return True  # "إصابة سبعة بجروح على الأقل"
    return page.lex[at].alpha and word.noun is not None and word.trigger is None


def _bound(form: str, negated: bool) -> str | None:
    """The bound that a verb before a tally sets, negated or not."""
    if form in _NEARS:
        return "about"
    if form in _FALL_SHORT:
        return "at_least" if negated else None  # "سيارة تقل حارسين": it carries them
    return "at_most" if negated else "over"


_EXCEED_REACH = 6
_TOLD_FAR = 10
_FAR = 18
_EXCEEDS = frozenset(conj + form for conj in ("", "و", "ف") for form in markers("exceed-verb"))
_FALL_SHORT = markers("fall-short-verb")
_NEARS = with_and(markers("approach-verb"))
_BOUNDS = _EXCEEDS | _FALL_SHORT | _NEARS
_NOT = frozenset({"لم", "لا", "ولم", "ولا"})


def exceed(page: Page, count: Count, start: int) -> None:
    """ "تجاوز عدد القتلى 160 قتيلاً", "لا يقل عدد القتلى عن 20": the bound stands before the tally. After لم an upper
    bound becomes a lower one."""
    if count.qualifier != "exact" or count.low is None:
        return
    reached = page.form[count.start] == "ال"  # "تجاوز ما نُفذ من عمليات الـ 70"
    low = max(start, count.start - (_FAR if reached else _TOLD_FAR))
    if not page.has(_BOUNDS, low, count.start):
        return
    aside = False
    for at in range(count.start - 1, low - 1, -1):
        form = page.form[at]
        if form in _BOUNDS:
            bound = _bound(form, at > start and page.form[at - 1] in _NOT)
            if bound is not None and (not aside or page.cue(at + 1, "tally")):
                _qualify(count, bound, "qualifier-exceeds")
            return
        near = count.start - at <= _EXCEED_REACH
        plain = near and (page.noun(at) is not None or at in page.inside or page.cue(at, "tally"))
        if plain or (reached and form not in COMMA and at not in page.countable(at, at + 1)):
            continue
        aside = True  # "يتجاوز عدد القتلى في أقصى جنوب البلاد 3200"
        if form in COMMA or form == "." or form[0] == "و" or page.cue(at, "verb") or form[0].isdigit():
            return
