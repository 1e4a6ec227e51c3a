"""Find what is counted: numbers, duals and single nouns, with their nouns, qualifiers and the words that belong to them.

A count has no measure yet; :mod:`hasila.reading.binding` decides under which action it falls, or that it is no figure.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hasila.lexicon.words import Noun
from hasila.reading.page import Mention, Page
from hasila.values.numbers import number_forms, read_number

_OPEN = frozenset("([{/«\"“'‘*")
_CLOSE = frozenset(")]}/»\"”'’*")
_ONE = frozenset({"واحد", "واحده", "واحدا"})
_ANY_OF = frozenset({"احد", "احدي"})
_ANOTHER = frozenset({"اخر", "واخر", "اخري", "واخري", "خامس", "رابع", "ثالث"})
_TWO = frozenset({"اثنان", "اثنين", "اثنتان", "اثنتين"})
_PERCENT = frozenset({"%", "٪", "percent", "بالمئه", "بالمائه", "pct"})
_MONEY = frozenset({"$", "€", "£", "usd"})
_PARTITIVE = frozenset({"منهم", "منها", "منهن", "منهما"})
_DETERMINERS = frozenset({"the", "these", "those", "all", "its", "their", "his", "هذه", "هؤلاء", "هولاء", "تلك"})
_ADJECTIVE_GAP = 3


@dataclass(slots=True)
class Count:
    """A counted thing: tokens [start, end) as evidence, ``number`` the tokens that state the number."""

    start: int
    end: int
    number: tuple[int, int]
    low: int | None
    high: int | None
    qualifier: str = "exact"
    noun: Noun | None = None
    noun_at: int | None = None
    group: Mention | None = None
    others: bool = False
    subset: bool = False
    partitive: bool = False
    conj: bool = False
    bare: bool = False
    definite: bool = False
    dead: bool = False
    unknown_noun: bool = False
    weak: bool = False
    zero: bool = False
    tallied: bool = False
    measure: str | None = None
    modality: str = "asserted"
    trigger_at: int | None = None
    rules: list[str] = field(default_factory=list)

    @property
    def noun_is_event(self) -> bool:
        return self.noun is not None and self.noun.kind == "event"


def find_counts(page: Page, start: int, end: int) -> list[Count]:
    """The counts of one sentence, tokens [start, end), in order."""
    counts: list[Count] = []
    at = start
    while at < end:
        dated = page.date_at.get(at)
        if dated is not None:
            at = max(dated.end, at + 1)
            continue
        count = _count_at(page, at, start, end, counts)
        if count is None:
            at += 1
            continue
        counts.append(count)
        at = max(count.end, at + 1)
    return counts


def _count_at(page: Page, at: int, start: int, end: int, before: list[Count]) -> Count | None:
    form = page.form[at]
    name = page.name_at.get(at)
    if at in page.inside and page.noun(at) is None and page.inside[at].end - page.inside[at].start > 1:
        return None
    if form.lstrip("وفبل") in _ANY_OF and not _teen(page, at, end):
        return _any_of(page, at, end)
    if form[0].isdigit() or form in number_forms():
        return _from_number(page, at, start, end, before)
    if page.cue(at, "twice"):
        return Count(at, at + 1, (at, at + 1), 2, 2, conj=True, rules=["ar-twice"])
    if form == "no" or form in ("اي", "ايه"):
        return _none_of(page, at, start, end)
    noun = page.noun(at)
    if noun is None:
        return _another(page, at, start, before) if form in _ANOTHER else None
    if (name is not None and name.end == at + 1) or page.word[at].trigger is not None:  # type: ignore[union-attr]
        return None
    if noun.number == "construct" and at > start and page.trigger(at - 1) is not None and at + 1 < end and page.lex[at + 1].alpha:
        return _from_dual(page, at, start, end, noun)
    if noun.number == "dual" or (noun.number == "dual?" and _settled_dual(page, at, end)):
        return _from_dual(page, at, start, end, noun)
    if noun.number == "one" and noun.kind in ("person", "casualty", "event"):
        return _from_single(page, at, start, end, noun, before)
    return None


def _settled_dual(page: Page, at: int, end: int) -> bool:
    """Whether an ambiguous -ين is a dual: vowels, or the word for two after it."""
    return page.lex[at].sure_dual or (at + 1 < end and page.form[at + 1] in _TWO)


# --- numbers -----------------------------------------------------------------------------------------------------


def _from_number(page: Page, at: int, start: int, end: int, before: list[Count]) -> Count | None:
    number = read_number(page.form, at)
    if number is None or number.end > end or not number.whole:
        return None
    stop = number.end
    if _no_count(page, at, stop, start, end):
        return None
    lead = page.lex[at]
    low, high = number.low, number.high
    if number.style == "vague":
        count = Count(at, stop, (at, stop), None, None, "vague")
    else:
        count = Count(at, stop, (at, stop), low, high)
    count.conj = _conjoined(page, at, start)
    count.definite = lead.form.startswith(("ال", "وال", "بال", "فال")) and number.style != "digits"
    count.rules.append(f"number-{number.style}")
    _wrap(page, count, start, end)
    _range(page, count, start, end)
    _qualify_before(page, count, start)
    _attach_noun(page, count, start, end)
    qualify_after(page, count, end)
    count.dead = count.dead or _rate(page, count, start, end)
    return count


def _conjoined(page: Page, at: int, start: int) -> bool:
    if at > start and page.form[at - 1] in ("و", "and", "&", "ف"):
        return True
    return page.form[at][0] == "و" and page.form[at] not in _ONE


def _no_count(page: Page, at: int, stop: int, start: int, end: int) -> bool:
    """Numbers that count nothing: percentages, money, clock times, ordinals in lists, units and issues."""
    after = page.form[stop] if stop < end else ""
    before = page.form[at - 1] if at > start else ""
    if page.form[at] in ("المئه", "المائه") and before == "في":
        return True
    if after in _PERCENT or before in _MONEY or (after == "في" and stop + 1 < end and page.form[stop + 1] in ("المئه", "المائه")):
        return True
    if after == "per" or _clock(page, at, stop, start, end):
        return True
    if at == start and page.form[at][0].isdigit() and after in (")", "-", ".") and stop - at == 1:
        return True
    if before in ("no", "number", "article") or (before == "." and at - 2 >= start and page.form[at - 2] == "no"):
        return True
    return _unit_number(page, at, start)


def _clock(page: Page, at: int, stop: int, start: int, end: int) -> bool:
    """22:25 is a time."""
    if page.form[at][0].isdigit() is False:
        return False
    joined = page.tokens.end
    after = stop + 1 < end and page.form[stop] == ":" and page.form[stop + 1][0].isdigit() and page.tokens.start[stop + 1] - joined[stop - 1] == 1
    before = at - 2 >= start and page.form[at - 1] == ":" and page.form[at - 2][0].isdigit() and page.tokens.start[at] - joined[at - 2] == 1
    return after or before


def _rate(page: Page, count: Count, start: int, end: int) -> bool:
    """ "11 غارة في اليوم", "معدل 11", "three a day": a rate counts nothing."""
    if any(page.cue(at, "rate") for at in range(max(start, count.start - 3), count.start)):
        return True
    follow = page.form[count.end : min(end, count.end + 3)]
    return follow[:2] in (["في", "اليوم"], ["a", "day"], ["a", "month"], ["a", "week"]) or follow[:1] in (["يوميا"], ["daily"], ["per"])


def _unit_number(page: Page, at: int, start: int) -> bool:
    """اللواء 35, الفرقة /7/, العدد 517, F 16: a number that names."""
    back = at - 1
    while back >= start and page.form[back] in _OPEN:
        back -= 1
    if back < start:
        return False
    word = page.word[back]
    if word is None:
        return page.form[back] in ("اف", "ام", "ميغ", "بي", "قرن")
    return any(word.cues.get(cue) for cue in ("issue", "clock")) or (bool(word.cues.get("unit")) and page.lex[back].article)


def _wrap(page: Page, count: Count, start: int, end: int) -> None:
    """Take /22/, (694) and the glued بـ, و, الـ before a number into the evidence."""
    first, last = count.number
    if first > start and last < end and page.form[first - 1] in _OPEN and page.form[last] in _CLOSE:
        count.start, count.end = first - 1, last + 1
    if count.start > start and page.form[count.start - 1] in ("ب", "و", "ف", "ل", "ال", "لل", "وال", "بال", "فال") and _glued(page, count.start - 1):
        clitic = page.form[count.start - 1]
        count.conj = count.conj or clitic[0] in "وف"
        count.definite = count.definite or clitic.endswith("ال")
        count.start -= 1


def _glued(page: Page, at: int) -> bool:
    return page.tokens.end[at] == page.tokens.start[at + 1] or page.form[at + 1] in _OPEN


def _range(page: Page, count: Count, start: int, end: int) -> None:
    """ "between 250 and 300", "بين 250 و300", "100-150", "12 to 15"; "from 332 to 373" is a change, not a range."""
    stop = count.end
    if stop >= end or count.low is None:
        return
    link = page.form[stop]
    opener = _back_form(page, count.start, start)
    if link in ("-", "–", "—") or (opener in ("بين", "between") and link in ("و", "and")):
        follow = stop + 1
    elif opener in ("بين", "between") and link[0] == "و" and link in number_forms():
        follow = stop
    elif link in ("to", "or") and opener != "from":
        follow = stop + 1
    elif link in ("الي",) and opener not in ("من",):
        follow = stop + 1
    else:
        return
    second = read_number(page.form, follow) if follow < end and (page.form[follow][0].isdigit() or page.form[follow] in number_forms()) else None
    if second is None or second.low is None or second.low <= (count.high or 0) or not second.whole or second.end > end:
        return
    if _no_count(page, follow, second.end, start, end):
        count.dead = True
    count.high, count.qualifier, count.end = second.low, "range", second.end
    while count.start > start and page.form[count.start - 1] in ("بين", "وبين", "ما", "between"):
        count.start -= 1
    count.number = (count.number[0], second.end)
    count.rules.append("range")


def _back_form(page: Page, at: int, start: int) -> str:
    if at - 1 < start:
        return ""
    form = page.form[at - 1]
    return "بين" if form in ("وبين", "بين", "فبين") else form


# --- qualifiers --------------------------------------------------------------------------------------------------

_HIGH_OPEN = {"over", "at_least"}


def _qualify(count: Count, qualifier: str, rule: str) -> None:
    if count.qualifier in ("vague", "range"):
        return
    count.qualifier = qualifier
    low = count.low if count.low is not None else count.high
    count.low, count.high = (None, low) if qualifier == "at_most" else (low, None if qualifier in _HIGH_OPEN else low)
    count.rules.append(rule)


def _qualify_before(page: Page, count: Count, start: int) -> None:
    at = count.start - 1
    steps = 0
    while at >= start and steps < 4:
        held = _phrase_ending(page, at, start)
        if held is not None:
            first, qualifier = held
            if qualifier == "over" and page.form[first] in ("over",) and _spanning(page, count):
                return
            _qualify(count, qualifier, f"qualifier-{qualifier}")
            count.start = first
            count.conj = count.conj or page.conj[first] != "" or (first > start and page.form[first - 1] in ("و", "and"))
            return
        if page.form[at] not in ("ال", "a", "the", "عن", "من", "ب", "total", "of") or page.cue(at, "verb"):
            return
        at -= 1
        steps += 1


def _spanning(page: Page, count: Count) -> bool:
    """ "over eight days" is a stretch of time, not a bound."""
    noun = page.noun(count.end)
    return noun is not None and noun.kind == "other"


def _phrase_ending(page: Page, at: int, start: int) -> tuple[int, str] | None:
    for first in range(at, max(start, at - 4) - 1, -1):
        qualifier = page.cue(first, "qual")
        if qualifier and page.until[first] == at + 1:
            return first, qualifier
    return None


def qualify_after(page: Page, count: Count, end: int) -> None:
    at = count.end
    for _ in range(3):
        if at < end and page.form[at] in ("،", ","):
            at += 1
        qualifier = page.cue(at, "qual") if at < end else None
        if qualifier in ("at_least", "at_most", "about") and _trails(page, at):
            _qualify(count, qualifier, f"qualifier-{qualifier}-after")
            count.end = page.until[at]
            return
        if at >= end or not _descriptive(page, at):
            return
        at += 1


def _trails(page: Page, at: int) -> bool:
    """Only some qualifiers may follow their count: على الأقل, أو أكثر, تقريبا, or more."""
    return page.form[at] in ("علي", "في", "او", "فاكثر", "تقريبا", "بالاقل", "اقله", "or", "at")


def _descriptive(page: Page, at: int) -> bool:
    word = page.word[at]
    return page.lex[at].alpha and (word is None or (word.noun is not None and word.trigger is None))


# --- nouns -------------------------------------------------------------------------------------------------------


def _attach_noun(page: Page, count: Count, start: int, end: int) -> None:
    if count.low == 1 and count.high == 1 and page.lex[count.number[0]].form in _ONE and _noun_before(page, count, start):
        return
    if count.definite and _noun_before(page, count, start):
        return
    if page.form[count.number[0]] in _TWO and _dual_before(page, count, start):
        return
    _noun_after(page, count, end)


def _noun_before(page: Page, count: Count, start: int) -> bool:
    """ "عنصر واحد", "جندي عراقي واحد", "الاشخاص الاربعة": the noun stands before its number."""
    for at in range(count.start - 1, max(start, count.start - 1 - _ADJECTIVE_GAP) - 1, -1):
        if page.name_at.get(at) or page.date_at.get(at) or not page.lex[at].alpha:
            return False
        noun = page.noun(at)
        if noun is not None and (noun.kind != "person" or not _adjectival(page, at, start)):
            fits = noun.number == "one" if not count.definite else noun.number in ("many", "dual?")
            if fits:
                count.noun, count.noun_at, count.start = noun, at, at
                count.conj = page.conj[at] != ""
                count.rules.append("ar-noun-before-number")
            return fits
        word = page.word[at]
        if word is not None and (word.trigger or word.cues.get("verb")):
            return False
    return False


def _dual_before(page: Page, count: Count, start: int) -> bool:
    """ "مفوضين اثنين": a dual that the lexicon does not know, made sure by the word for two."""
    at = count.start - 1
    if at < start or not page.form[at].endswith(("ين", "ان")) or page.word[at] is not None or page.name_at.get(at):
        return False
    count.unknown_noun, count.noun_at, count.start = True, at, at
    count.conj = page.conj[at] != ""
    return True


def _people_of(page: Page, at: int) -> bool:
    return page.lex[at].article and page.form[at].endswith(("ين", "ون"))


def _adjectival(page: Page, at: int, start: int) -> bool:
    """A nationality after another noun is its adjective: جندي عراقي."""
    before = page.noun(at - 1) if at > start else None
    return before is not None and before.kind in ("person", "casualty") and page.conj[at] == ""


def _noun_after(page: Page, count: Count, end: int) -> None:
    at = count.end
    while at < end and page.form[at] in _CLOSE | _OPEN and page.form[at] not in ("/",) and at - count.end < 2:
        at += 1
    if at >= end:
        return
    form = page.form[at]
    if _is_partitive(page, count, at):
        return
    if form in ("من", "of") and at + 1 < end:
        _noun_of_group(page, count, at + 1, end)
        return
    _noun_here(page, count, at, end)


def _is_partitive(page: Page, count: Count, at: int) -> bool:
    form = page.form[at]
    if page.cue(at, "others"):
        count.others, count.end = True, page.until[at]
        if page.form[at] in ("other", "others", "more", "another"):
            _noun_here(page, count, count.end, len(page.form))
        return True
    if form in _PARTITIVE or (page.cue(at, "subset") and form == "of"):
        count.partitive = count.subset = True
        count.end = page.until[at]
        count.rules.append("partitive")
        return True
    return False


def _noun_of_group(page: Page, count: Count, at: int, end: int) -> None:
    """ "ثمانية من مسلحي داعش", "374 من القتلى", "20 members of": the noun or name after من / of."""
    while at < end - 1 and page.form[at] in _DETERMINERS | _OPEN | {"بين", "اصل", "ضمن"}:
        at += 1
    mention = page.name_at.get(at)
    noun = page.noun(at)
    if mention is not None and noun is None and mention.kind == "place" and not _people_of(page, at):
        return
    count.rules.append("of-group")
    if mention is not None and noun is None:
        count.group, count.end = mention, mention.end
        count.noun = Noun("person", "group", None, "many")
        count.noun_at = at
        return
    if noun is not None and noun.kind == "other" and page.form[at] >= "\u0590":
        count.weak = True
        return
    if noun is not None:
        count.noun, count.noun_at, count.end = noun, at, page.until[at]
        _group_after(page, count, end)
        return
    if page.lex[at].alpha and page.word[at] is None:
        count.unknown_noun, count.noun_at, count.end = True, at, at + 1


def _noun_here(page: Page, count: Count, at: int, end: int) -> None:
    stop = min(end, at + 4)
    first = at
    while at < stop:
        if not page.lex[at].alpha:
            if page.form[at] in _OPEN | _CLOSE and at == first:
                at += 1
                continue
            break
        noun = page.noun(at)
        word = page.word[at]
        if noun is not None and not _agrees_in_number(page, count, at, noun):
            break
        if noun is not None and not (page.lex[at].form < "\u0590" and _noun_modifier(page, at, stop)):
            count.noun, count.noun_at, count.end = noun, at, page.until[at]
            _group_after(page, count, end)
            _others_after(page, count, end)
            return
        mention = page.name_at.get(at)
        if mention is not None and page.form[at] < "\u0590" and mention.kind in ("actor", "place"):
            count.group = mention if mention.kind == "actor" else count.group
            inner = next((k for k in range(at, mention.end) if page.noun(k) is not None), None)
            if inner is not None and page.noun(inner).kind == "person":  # type: ignore[union-attr]
                count.noun, count.noun_at, count.end = page.noun(inner), inner, mention.end
                return
            at = stop = mention.end
            stop = min(end, at + 4)
            continue
        if noun is None and word is not None and (page.conj[at] or word.trigger or not _DESCRIBES.issuperset(word.cues)):
            break
        if mention is not None or page.date_at.get(at) is not None or _function_word(page.form[at]):
            break
        if page.form[at] >= "\u0590" and at > first:
            break
        at += 1
    _unknown_noun(page, count, first, at, end)


def _agrees_in_number(page: Page, count: Count, at: int, noun: Noun) -> bool:
    """The noun of an Arabic number has no conjunction or preposition on it, and after 3 to 10 it is plural."""
    if page.form[at] < "\u0590":
        return True
    if page.conj[at] or page.lex[at].prep:
        return False
    trigger = page.trigger(at)
    small = count.high is not None and 3 <= count.high <= 10
    return not (trigger is not None and (noun.number == "one" and small))


_DESCRIBES = frozenset({"mode", "det", "domain", "case"})
_FUNCTION = frozenset(
    "في من الي على علي عن بعد قبل خلال منذ حتي ضد بينما فيما حيث اذ ان انه انها التي الذي الذين كما لكن اما او ثم كل بسبب جراء اثر نتيجه ضمن قرب لدي داخل خارج فوق تحت عند بشكل امس اليوم غدا فقط ايضا "
    "in on at from to for and or but with by as than when while after before during since until near inside were was is are be been being has have had who that which it they he she and then there here so far yet also still into out up".split()
)


def _function_word(form: str) -> bool:
    return form in _FUNCTION


def _unknown_noun(page: Page, count: Count, first: int, at: int, end: int) -> None:
    """A word right after the number that the lexicon does not know: "58 سائحا", "four nuns"."""
    if first >= end or not page.lex[first].alpha or _function_word(page.form[first]):
        return
    word = page.word[first]
    if word is not None and (word.trigger or word.cues):
        return
    if page.name_at.get(first) is not None or page.date_at.get(first) is not None:
        return
    if page.conj[first]:
        return
    count.unknown_noun, count.noun_at = True, first
    count.end = max(first + 1, at if page.form[first] < "\u0590" else first + 1)


def _noun_modifier(page: Page, at: int, stop: int) -> bool:
    """In English a noun before another noun describes it: "coalition strike reports", "police officers"."""
    follow = at + 1
    nxt = page.noun(follow) if follow < stop else None
    return nxt is not None and page.until[at] == follow and nxt.number == "many" and nxt.kind != "other"


def _group_after(page: Page, count: Count, end: int) -> None:
    """The group a noun belongs to: عنصرا من التنظيم, مسلحي داعش, members of the SDF."""
    held = page.inside.get(count.noun_at) if count.noun_at is not None else None
    if held is not None and held.kind == "actor" and held.end - held.start > 1:
        count.group, count.end = held, max(count.end, held.end)
        return
    at = count.end
    steps = 0
    while at < end and steps < 4:
        mention = page.name_at.get(at)
        if mention is not None and mention.kind == "actor":
            count.group, count.end = mention, mention.end
            return
        noun = page.noun(at)
        if noun is not None and noun.group and steps == 0:
            count.noun = noun
            count.end = page.until[at]
            return
        if page.form[at] not in ("من", "of", "the", "في", "عناصر", "افراد", "تنظيم", '"', "“", "«", "(", "مسلحي", "قاده", "قوات", "كبار") and not (noun is not None and noun.kind == "person"):
            return
        at += 1
        steps += 1


def _others_after(page: Page, count: Count, end: int) -> None:
    if count.end < end and page.cue(count.end, "others"):
        count.others = True
        count.end = page.until[count.end]


# --- duals and singles -------------------------------------------------------------------------------------------


def _from_dual(page: Page, at: int, start: int, end: int, noun: Noun) -> Count | None:
    stop = page.until[at]
    if stop < end and page.form[stop] in _TWO:
        stop += 1
    count = Count(at, stop, (at, stop), 2, 2, noun=noun, noun_at=at)
    count.conj = page.conj[at] != ""
    count.definite = page.lex[at].article
    count.rules.append("ar-dual-noun")
    _group_after(page, count, end)
    _others_after(page, count, end)
    _qualify_before(page, count, start)
    qualify_after(page, count, end)
    return count


def _none_of(page: Page, at: int, start: int, end: int) -> Count | None:
    """ "no civilians were killed", "لم تنفذ أي ضربة": a categorical zero."""
    count = Count(at, at + 1, (at, at + 1), 0, 0, zero=True)
    if page.form[at] == "no":
        _noun_here(page, count, at + 1, end)
        if count.noun is None or count.noun.kind not in ("person", "event"):
            return None
    else:
        first = next((k for k in range(at - 1, max(start, at - 4) - 1, -1) if page.form[k] in ("لم", "ولم")), None)
        noun = page.noun(at + 1) if at + 1 < end else None
        if first is None or noun is None or noun.number != "one" or noun.kind not in ("person", "event"):
            return None
        count.start, count.end, count.noun, count.noun_at = first, at + 2, noun, at + 1
    count.rules.append("zero-negation")
    return count


def _teen(page: Page, at: int, end: int) -> bool:
    return at + 1 < end and page.form[at + 1] in ("عشر", "عشره")


def _another(page: Page, at: int, start: int, before: list[Count]) -> Count | None:
    """ "وأصيب آخر بجروح", "قتيلين لبنانيين وآخر سوري": one more of what was counted before."""
    previous = page.trigger(at - 1) if at > start else None
    governed = previous is not None and previous.shape in ("verb", "masdar") and not previous.filled
    joined = page.form[at].startswith("و") and bool(before) and at - before[-1].end <= 2
    if not governed and not joined:
        return None
    count = Count(at, at + 1, (at, at + 1), 1, 1, bare=True, others=True)
    count.conj = page.form[at].startswith("و")
    count.rules.append("ar-another")
    return count


def _any_of(page: Page, at: int, end: int) -> Count | None:
    """ "أحد عناصر الشرطة": one of a group."""
    noun = page.noun(at + 1) if at + 1 < end else None
    if noun is None or noun.number not in ("many", "dual?") or noun.kind != "person":
        return None
    count = Count(at, at + 2, (at, at + 1), 1, 1, noun=noun, noun_at=at + 1)
    count.conj = page.lex[at].form[0] in "وف"
    count.rules.append("ar-one-of")
    _group_after(page, count, end)
    return count


def _opened(page: Page, at: int, start: int) -> bool:
    """A clause that begins with the noun: إن «جنديا قتل», or a part: بينهم طفل."""
    back = at - 1
    while back >= start and page.form[back] in _OPEN:
        back -= 1
    return back >= start and (page.form[back] in ("ان", "بان", "وان") or page.cue(back, "subset") is not None)


def _governed_afar(page: Page, at: int, start: int) -> bool:
    """ "وقتل في يونيو الماضي شخص": only a date or place stands between the action and the noun."""
    back = at - 1
    covered = {k for date in page.dates if date.start >= start for k in range(date.start, date.end)}
    covered |= {k for name in page.names if name.kind == "place" and name.start >= start for k in range(name.start, name.end)}
    while back >= start and (back in covered or page.form[back] in ("في", "فيه", "فيها", "امس", "الماضي", ")", "(")):
        back -= 1
    if back < start or back == at - 1:
        return False
    trigger = page.trigger(back)
    return trigger is not None and trigger.shape == "verb" and not trigger.filled


def _from_single(page: Page, at: int, start: int, end: int, noun: Noun, before: list[Count]) -> Count | None:
    """A bare singular noun counts one where an action governs it directly, or it is coordinated to one that does."""
    if page.lex[at].form < "\u0590":
        return None
    numbered = at + 1 < end and (page.form[at + 1] in _ONE or (at + 2 < end and page.form[at + 2] in _ONE))
    if numbered or page.lex[at].article or noun.kind == "event" or (noun.kind == "casualty" and noun.value == "detained"):
        return None
    previous = page.trigger(at - 1) if at > start else None
    governed = previous is not None and previous.shape in ("verb", "masdar") and not previous.filled
    joined = bool(before) and page.conj[at] != "" and at - before[-1].end <= 4 and before[-1].noun is not None
    if not (governed or joined or _opened(page, at, start) or _governed_afar(page, at, start)) or page.lex[at].prep:
        return None
    count = Count(at, page.until[at], (at, at + 1), 1, 1, noun=noun, noun_at=at, bare=True)
    count.conj = page.conj[at] != ""
    count.rules.append("ar-bare-singular")
    _group_after(page, count, end)
    return count
