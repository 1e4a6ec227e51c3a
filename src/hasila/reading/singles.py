"""Counts without a number: duals, bare singulars, "another", "one of", and none."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Noun
from hasila.reading.count import ONE, OPEN, TWO, Count
from hasila.reading.groupnouns import group_after, others_after
from hasila.reading.nouns import noun_here
from hasila.reading.page import Page, starting
from hasila.reading.qualifiers import qualify_after, qualify_before, restated

_BESIDE = markers("beside-word")
_DUAL_VERBS = markers("dual-sign")
_SECURITY_WORDS = markers("security-word")
_THESE_TWO = markers("these-two")
_THE_TWO = markers("the-two")
_BEFORE_CASUALTIES = markers("before-casualties")
_BEHIND_BOTH = markers("behind-both")
_BEHIND_NONE = markers("behind-none")
_THAT = markers("that-clause")
_BETWEEN = markers("time-or-place") | {")", "("}
_DUAL_REACH = 7


def settled_dual(page: Page, at: int, start: int, end: int) -> bool:
    """Whether an ambiguous -ين is a dual: vowels, the word for two after it, or a dual verb or pronoun in its clause.

    "قتلت طائرة مسلحين كانا يزرعان عبوة", "أوقفت القوات متطرفين وعثرت بحوزتهما على أحزمة": two of them.
    """
    if page.lex[at].sure_dual or two_behind(page, at, end) or (at > start and page.form[at - 1] in _THESE_TWO):
        return True
    if any(page.form[k] in _WHO_BOTH for k in range(at + 1, min(end, at + 3))):
        return True  # "المهندسين الصينيين اللذين خطفا"
    if page.lex[at].article or at == start or page.cue(at - 2, "agent") or page.cue(at - 1, "agent"):
        return False
    return any(
        page.form[k] in _DUAL_VERBS
        or _dual_verb(page, k)
        or (page.form[k].endswith("هما") and page.form[k] != "بينهما" and len(page.form[k]) > 4)
        for k in range(at + 1, min(end, at + 1 + _DUAL_REACH))
    )


_WHO_BOTH = markers("who-both")


def two_behind(page: Page, at: int, end: int) -> bool:
    """ "مسلحين اثنين"; not "ثلاثة مصريين اثنان منهم": the word for two in another case, or of others, counts anew."""
    if restated(page, at + 1, 2, end) > at + 1:
        return True
    if at + 1 >= end or page.form[at + 1] not in TWO:
        return False
    other_case = page.form[at].endswith("ين") and page.form[at + 1].endswith("ان")
    return not other_case and not (at + 2 < end and page.form[at + 2] in _PARTITIVE)


_PARTITIVE = markers("partitive")


def _dual_verb(page: Page, at: int) -> bool:
    """قتلا, أصيبتا: the past of two."""
    trigger = page.trigger(at)
    past = trigger is not None and trigger.shape == "verb" and trigger.plural and not trigger.filled
    return past and page.form[at].endswith("ا") and not page.form[at].endswith("وا")


def construct_dual(page: Page, at: int, start: int, end: int) -> bool:
    """Whether a form in -ي is a dual that lost its nun: "اعتقلت السلطات ضابطي مخابرات", "اعتقال قائدي كتيبة"."""
    if at <= start or at + 1 >= end or not page.lex[at + 1].alpha:
        return False
    if page.trigger(at - 1) is not None:
        return True
    if page.conj[at]:  # "مقتل سبعة مدنيين وعنصري أمن"
        return page.form[at + 1] in _SECURITY_WORDS and not page.lex[at].article
    if not (page.lex[at - 1].article or at - 1 in page.inside) or page.lex[at].article or page.conj[at]:
        return False
    return any(_active(page, back) for back in range(max(start, at - 5), at - 1))


def nominative_construct(page: Page, at: int, start: int, end: int) -> bool:
    """Whether a form in -ا is a dual that lost its nun: "قُتل رجلا أمن", "أصيب ضابطا شرطة"."""
    raw = page.tokens.raw[at]
    if not raw.endswith("ا") or at <= start or at + 1 >= end or page.form[at + 1] not in _SECURITY_WORDS:
        return False
    noun, trigger = page.noun(at), page.trigger(at - 1)
    person = noun is not None and noun.kind == "person" and not page.lex[at].article
    befell = trigger is not None and trigger.shape == "verb" and not trigger.filled
    return person and not page.lex[at + 1].article and (befell or page.conj[at] != "")


def _active(page: Page, at: int) -> bool:
    trigger = page.trigger(at)
    return trigger is not None and trigger.shape == "verb" and not trigger.filled


def both_of(page: Page, at: int, start: int) -> Count | None:
    """ "مقتل مرافقيه الاثنين": two, where a weekday of the same name would stand alone."""
    noun = page.noun(at - 1) if at > start else None
    if page.form[at] not in _THE_TWO or noun is None or noun.kind != "person":
        return None
    owned = noun.owned or page.form[at - 1].endswith(("يه", "يها", "يهم"))
    if noun.number not in ("many", "dual", "dual?") or not (owned or page.lex[at - 1].article):
        return None
    return Count(at - 1, at + 1, (at, at + 1), 2, 2, noun=noun, noun_at=at - 1, rules=["ar-noun-before-number"])


def from_dual(page: Page, at: int, start: int, end: int, noun: Noun) -> Count | None:
    stop = page.until[at]
    if stop < end and page.form[stop] in TWO and two_behind(page, stop - 1, end):
        stop += 1
    stop = restated(page, stop, 2, end)
    count = Count(at, stop, (at, stop), 2, 2, noun=noun, noun_at=at)
    head = _described(page, at, start, noun)
    if head is not None:
        count.noun, count.noun_at, count.start = head, at - 1, at - 1
    count.conj = page.conj[count.start] != ""
    count.definite = page.lex[at].article
    count.rules.append("ar-dual-noun")
    group_after(page, count, end)
    others_after(page, count, end)
    qualify_before(page, count, start)
    qualify_after(page, count, end)
    return count


def _described(page: Page, at: int, start: int, noun: Noun) -> Noun | None:
    """ "الإرهابيين الكرديين": a dual nationality settles that the people before it are two."""
    head = page.noun(at - 1) if at > start else None
    if head is None or noun.value != "unknown" or page.conj[at] or page.lex[at].article != page.lex[at - 1].article:
        return None
    return head if head.kind == "person" and head.number == "dual?" else None


def _absent(page: Page, count: Count, at: int, start: int) -> bool:
    """ "no civilians", "no coalition forces", "There were no casualties"; "no reports of casualties" states nothing."""
    if count.noun is None and count.group is not None:
        count.noun = Noun("person", "group", None, "many")
        count.end = count.group.end
    if count.noun is None:
        return False
    if count.noun.kind == "casualty":
        return at > start and page.form[at - 1] in _BEFORE_CASUALTIES
    return count.noun.kind in ("person", "event")


def nobody(page: Page, at: int, start: int) -> Count | None:
    """ "لم يُصب أحد", "لم يقتل أحد": no one at all."""
    if page.form[at] != "احد" or at - 2 < start or page.form[at - 2] not in _NEVER:
        return None
    trigger = page.trigger(at - 1)
    if trigger is None:
        return None
    return Count(at - 2, at + 1, (at, at + 1), 0, 0, zero=True, rules=["zero-negation"])


_NEVER = markers("negation")


def from_pronoun(page: Page, at: int, start: int, end: int, before: list[Count]) -> Count | None:
    """ "a single strike", "not a single soldier", "both were arrested", "none was killed", "nobody was hurt"."""
    form = page.form[at]
    if form == "not":
        return _not_one(page, at, start, end)
    if form == "single":
        return _from_a_single(page, at, start, end)
    follow = page.form[at + 1] if at + 1 < end else ""
    if form == "both":
        pronoun = follow in _BEHIND_BOTH or page.form[at + 1 : at + 3] in (
            ["of", "them"],
            ["of", "whom"],
        )
        dead = page.form[at + 1 : at + 4] == ["of", "the", "dead"]
        noun = page.noun(at + 1) if at + 1 < end else None
        if noun is not None and noun.kind == "person" and noun.number == "many" and not (pronoun or dead):
            return Count(at, at + 2, (at, at + 1), 2, 2, noun=noun, noun_at=at + 1, rules=["en-both"])
        told = follow in _HAVE or page.form[at + 1 : at + 3] == ["of", "whom"]
        if not (pronoun or dead) or (told and not any(page.trigger(k) for k in range(at + 2, min(at + _DONE, end)))):
            return None  # "two were hurt, both have returned to duty", "both of whom were in a stable condition"
        count = Count(at, at + 1 if pronoun else at + 4, (at, at + 1), 2, 2, bare=False, rules=["en-both"])
        return count
    if follow in _BEHIND_NONE:
        return Count(at, at + 1, (at, at + 1), 0, 0, zero=True, rules=["zero-negation"])
    if follow == "in" and at + 2 in page.inside and page.before(at) in ("and", "but") and before:
        last = before[-1].noun  # "12 missions in Iraq, and none in Syria"
        if last is not None and last.kind != "other":
            return Count(at, at + 1, (at, at + 1), 0, 0, zero=True, conj=True, rules=["zero-negation"])
    return None


_HAVE = frozenset({"have", "had"})
_DONE = 6


def _from_a_single(page: Page, at: int, start: int, end: int) -> Count | None:
    if at <= start or page.form[at - 1] != "a":
        return None
    none = at - 2 >= start and page.form[at - 2] == "not"
    count = Count(at - 2 if none else at - 1, at + 1, (at, at + 1), 0 if none else 1, 0 if none else 1, zero=none)
    noun_here(page, count, at + 1, end)
    if count.unknown_noun and page.form[count.end - 1] == "one":
        count.unknown_noun = False
    elif count.noun is None or count.noun.kind not in ("person", "event"):
        return None
    count.conj = count.start > start and page.form[count.start - 1] in ("and", "&")
    count.rules.append("zero-negation" if none else "en-single")
    return count


def _not_one(page: Page, at: int, start: int, end: int) -> Count | None:
    """ "Not one soldier was killed", "not one of them lived": none."""
    if page.form[at + 1 : at + 2] != ["one"]:
        return None
    count = Count(at, at + 2, (at, at + 2), 0, 0, zero=True, rules=["zero-negation"])
    if page.form[at + 2 : at + 3] == ["of"]:
        return count
    noun_here(page, count, at + 2, end)
    return count if count.noun is not None and count.noun.kind in ("person", "event") else None


def none_of(page: Page, at: int, start: int, end: int) -> Count | None:
    """ "no civilians were killed", "لم تنفذ أي ضربة": a categorical zero."""
    count = Count(at, at + 1, (at, at + 1), 0, 0, zero=True)
    if page.form[at] == "no":
        noun_here(page, count, at + 1, end)
        if at + 1 < end and page.form[at + 1] == "one":
            count.end = at + 2
        elif not _absent(page, count, at, start):
            return None
    else:
        first = next((k for k in range(at - 1, max(start, at - 4) - 1, -1) if page.form[k] in _NEVER), None)
        of = page.form[at + 1 : at + 2] == ["من"]
        held = at + 2 if of else at + 1
        noun = page.noun(held) if held < end else None
        fits = noun is not None and noun.number == ("many" if of else "one") and noun.kind in ("person", "event")
        if noun is None or not fits:
            return None
        if first is None:
            return _none_did(page, at, held, noun, end)
        count.start, count.end, count.noun, count.noun_at = first, held + 1, noun, held
    count.rules.append("zero-negation")
    return count


def _none_did(page: Page, at: int, held: int, noun: Noun, end: int) -> Count | None:
    """ "إن أي جندي أميركي لم يُقتل": none, whose verb stands behind them."""
    never = next((k for k in range(held + 1, min(end - 1, held + _NEVER_NEAR)) if page.form[k] in _NEVER), None)
    if never is None or page.trigger(never + 1) is None:
        return None
    rules = ["zero-negation"]
    return Count(at, never + 2, (at, never + 2), 0, 0, noun=noun, noun_at=held, zero=True, rules=rules)


_NEVER_NEAR = 4


def _both_others(form: str) -> bool:
    return form.removeprefix("و") == "اخران"


def another(page: Page, at: int, start: int, before: list[Count]) -> Count | None:
    """ "وأصيب آخر بجروح", "قتيلين لبنانيين وآخر سوري": one more of what was counted before."""
    previous = page.trigger(at - 1) if at > start else None
    governed = previous is not None and previous.shape in ("verb", "masdar") and not previous.filled
    joined = page.form[at].startswith("و") and bool(before) and at - before[-1].end <= 2
    if not governed and not joined:
        return None
    two = 2 if _both_others(page.form[at]) else 1
    count = Count(at, at + 1, (at, at + 1), two, two, bare=two == 1, others=True)
    count.conj = page.form[at].startswith("و")
    count.rules.append("ar-another")
    if two == 2:
        qualify_after(page, count, len(page.form))
    return count


def as_many(page: Page, at: int, end: int, before: list[Count]) -> Count | None:
    """ "ثلاث عمليات في حماة ومثلها في الرقة", "أربعة قتلى ومثلهم من الجرحى": as many as were counted last."""
    if not before or before[-1].low is None or before[-1].qualifier != "exact" or at - before[-1].end > _AS_MANY_NEAR:
        return None
    last = before[-1].low
    count = Count(at, at + 1, (at, at + 1), last, last, conj=True, rules=["ar-as-many"])
    if at + 1 < end and page.form[at + 1] == "من":
        noun_here(page, count, at + 2, end)
    elif page.noun(at + 1) is not None:
        noun_here(page, count, at + 1, end)
    return count


_AS_MANY_NEAR = 6


def one_of_them(page: Page, at: int, start: int) -> Count | None:
    """ "إصابة أربعة جنود توفي أحدهم": one of those just named, right behind what befell him."""
    trigger = page.trigger(at - 1) if at > start else None
    if trigger is None or trigger.shape not in ("verb", "masdar") or trigger.filled:
        return None
    told = page.form[at + 1] if at + 1 < len(page.form) else ""
    if trigger.shape == "masdar" and told.endswith("ه") and page.word[at + 1] is None:
        return None  # "إصابة أحدهم خطيرة": says how badly
    return Count(at, at + 1, (at, at + 1), 1, 1, partitive=True, bare=True, rules=["ar-one-of-them"])


def any_of(page: Page, at: int, end: int) -> Count | None:
    """ "أحد عناصر الشرطة": one of a group."""
    noun = page.noun(at + 1) if at + 1 < end else None
    before = page.trigger(at - 1) if at else None
    died = before is not None and before.measure == "killed" and noun is not None and noun.value == "wounded"
    if noun is None or noun.number not in ("many", "dual?") or not (noun.kind == "person" or died):
        return None
    count = Count(at, at + 2, (at, at + 1), 1, 1, noun=noun, noun_at=at + 1)
    count.conj = page.lex[at].form[0] in "وف"
    count.rules.append("ar-one-of")
    group_after(page, count, end)
    return count


def _opened(page: Page, at: int, start: int) -> bool:
    """A clause that begins with the noun: إن «جنديا قتل», or a part: بينهم طفل."""
    back = at - 1
    while back >= start and page.form[back] in OPEN:
        back -= 1
    return back >= start and (page.form[back] in _THAT or page.cue(back, "subset") is not None)


def _governed_afar(page: Page, at: int, start: int) -> bool:
    """ "وقتل في يونيو الماضي شخص": only a date or place stands between the action and the noun."""
    back = at - 1
    covered = {k for date in starting(page.dates, start, at) for k in range(date.start, date.end)}
    places = (name for name in starting(page.names, start, at) if name.kind == "place")
    covered |= {k for name in places for k in range(name.start, name.end)}
    while back >= start and (back in covered or page.form[back] in _BETWEEN):
        back -= 1
    if back < start or back == at - 1:
        return False
    trigger = page.trigger(back)
    return trigger is not None and trigger.shape == "verb" and not trigger.filled


def _joint_noun(page: Page, at: int, count: Count) -> bool:
    """ "45 مدنياً وعسكرياً": after 11 to 99 the number counts both nouns together, the second is not one more; of the
    dead and the hurt also after hundreds: "300 شهيد ومصاب"."""
    noun = page.tokens.raw[count.end - 1]
    plain = count.end == at and not count.bare and (count.low or 0) > 10
    first, second = count.noun, page.noun(at)
    if plain and first is not None and second is not None and first.kind == second.kind == "casualty":
        return first.value != second.value and first.number == "one" and page.trigger(at) is None
    return plain and all(raw.rstrip("\u064b").endswith("ا") for raw in (noun, page.tokens.raw[at]))


def from_single(page: Page, at: int, start: int, end: int, noun: Noun, before: list[Count]) -> Count | None:
    """A bare singular noun counts one where an action governs it directly, or it is coordinated to one that does."""
    if page.lex[at].form < "\u0590":
        return None
    numbered = at + 1 < end and (page.form[at + 1] in ONE or (at + 2 < end and page.form[at + 2] in ONE))
    if (
        numbered
        or page.form[at] in _BESIDE  # "سقطوا خارج السجن": no outlaw
        or page.lex[at].article
        or noun.kind == "event"
        or (noun.kind == "casualty" and noun.value == "detained")
    ):
        return None
    previous = page.trigger(at - 1) if at > start else None
    governed = previous is not None and previous.shape in ("verb", "masdar") and not previous.filled
    if not governed and (held := page.inside.get(at)) is not None and held.kind == "place":
        return None  # "في شمال شرق سوريا": the country, not one Syrian
    joined = bool(before) and page.conj[at] != "" and at - before[-1].end <= 4 and before[-1].noun is not None
    if joined and _joint_noun(page, at, before[-1]):
        both = noun.kind == "casualty" and before[-1].noun is not None and before[-1].noun.kind == "casualty"
        value = noun.value if before[-1].noun is not None and before[-1].noun.value == noun.value else "unknown"
        kind = Noun("casualty", "casualties", None, "one") if both else Noun("person", value, None, "one")
        before[-1].noun, before[-1].end = kind, at + 1
        return None
    if not (governed or joined or _opened(page, at, start) or _governed_afar(page, at, start)) or page.lex[at].prep:
        return None
    count = Count(at, page.until[at], (at, at + 1), 1, 1, noun=noun, noun_at=at, bare=True)
    count.conj = page.conj[at] != ""
    count.rules.append("ar-bare-singular")
    group_after(page, count, end)
    return count
