"""What a number counts: the noun or group that stands with it, before or after."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Noun
from hasila.reading.antecedents import described, dual_before, noun_before, people_of
from hasila.reading.count import CLOSE, ONE, OPEN, TWO, Count
from hasila.reading.groupnouns import group_after, hostages, others_after
from hasila.reading.page import Page
from hasila.reading.rejects import befallen, one_of_several
from hasila.reading.sight import Mention
from hasila.values.numbers import number_forms, read_number

_OUT_OF = markers("out-of")
_BRACKETS = OPEN | CLOSE
_SKIPPED = _BRACKETS - {"/"}
_PARTITIVE = markers("partitive")
_MORE = markers("more-of-them")
_DETERMINERS = markers("determiner")
_BEFORE_GROUP = _DETERMINERS | OPEN | _OUT_OF | {"ال"}
_DESCRIBES = frozenset({"mode", "det", "domain", "case"})
_FUNCTION = markers("function-word")


def attach_noun(page: Page, count: Count, start: int, end: int) -> None:
    if count.low == 1 and count.high == 1 and page.lex[count.number[0]].form in ONE and noun_before(page, count, start):
        return
    behind = _behind_its_noun(page, count, start) or not _noun_follows(page, count, end)
    alone = count.definite and not count.conj  # not "ستة متظاهرين والعشرات", who are more than those before
    if alone and behind and noun_before(page, count, start):
        return
    if page.form[count.number[0]] in TWO and dual_before(page, count, start):
        return
    _noun_after(page, count, end)


def _behind_its_noun(page: Page, count: Count, start: int) -> bool:
    """ "طالت الضربات التسع مواقع": a number with the article right behind a noun with it describes that noun."""
    at = count.start - 1
    at -= at > start and described(page, at)
    noun = page.noun(at) if at >= start else None
    if noun is None or noun.number != "many" or not page.lex[at].article:
        return False
    return noun.kind in ("event", "person") and page.form[count.start].startswith("ال")


def _noun_follows(page: Page, count: Count, end: int) -> bool:
    """ "قرابة الـ200 مسلح": after the article too the noun can follow its number."""
    noun = page.noun(count.end) if count.end < end else None
    return noun is not None and not page.lex[count.end].article and page.conj[count.end] == ""


def _noun_after(page: Page, count: Count, end: int) -> None:
    at = count.end
    while at < end and page.form[at] in _SKIPPED and at - count.end < 2:
        at += 1
    if at >= end or (at > count.end and _counts_anew(page, at)):
        return
    form = page.form[at]
    if _is_partitive(page, count, at):
        return
    if form == "من" and (page.cue(at, "subset") or page.cue(at, "neg")):
        return
    if form in ("من", "of") and at + 1 < end:
        _noun_of_group(page, count, at + 1, end)
        return
    noun_here(page, count, at, end)


def _counts_anew(page: Page, at: int) -> bool:
    """ "15 (five killed, 12 caught)": a bracket that counts, and doesn't say the number again as in "two (2)"."""
    number = read_number(page.form, at) if page.form[at] < "\u0590" else None
    return number is not None and page.form[number.end : number.end + 1] != [")"]


def _is_partitive(page: Page, count: Count, at: int) -> bool:
    form = page.form[at]
    word = page.word[at]
    if word is not None and "others" in word.cues:
        count.others, count.end = True, page.until[at]
        if page.form[at] in _MORE:
            noun_here(page, count, count.end, len(page.form))
        elif page.form[count.end : count.end + 1] == ["من"]:
            group_after(page, count, len(page.form))
        return True
    if form == "of" and page.form[at + 1 : at + 2] in (["these"], ["those"]) and page.noun(at + 2) is not None:
        return False
    if form == "من" and page.form[at + 1 : at + 2] in (["هولاء"], ["هؤلاء"], ["اولئك"], ["أولئك"]):
        count.partitive = count.subset = True
        count.end = at + 2
        count.rules.append("partitive")
        noun = page.noun(at + 2) if at + 2 < len(page.form) else None
        if noun is not None and noun.kind == "person" and page.lex[at + 2].article:
            count.noun, count.noun_at, count.end = noun, at + 2, at + 3
        return True
    if form in _PARTITIVE or (form == "of" and page.cue(at, "subset")):
        count.partitive = count.subset = True
        count.end = page.until[at]
        count.rules.append("partitive")
        return True
    return False


def _noun_of_group(page: Page, count: Count, at: int, end: int) -> None:
    """ "ثمانية من مسلحي داعش", "374 من القتلى", "15 من الـ 21": the noun or name after من / of."""
    while at < end - 1 and (page.form[at] in _BEFORE_GROUP or _superlative(page, at)):
        at += 1
    if page.form[at - 1] == "of" and page.form[at].isdigit() and (count.low or 0) > 1:
        _out_of_all(page, count, at)
        return
    if page.form[at - 1] in ("the", "من", "ال") and (page.form[at][0].isdigit() or page.form[at] in number_forms()):
        _of_the(page, count, at)
        return
    if one_of_several(page, count, at):
        return
    mention = page.name_at.get(at)
    noun = page.noun(at)
    if page.date_at.get(at) is not None or (noun is not None and noun.value == "time"):
        return
    if mention is not None and noun is None and mention.kind == "place" and not people_of(page, at):
        return
    count.rules.append("of-group")
    if mention is not None and noun is None:
        count.group, count.end = mention, mention.end
        count.noun = Noun("person", "group", None, "many")
        count.noun_at = at
        return
    if noun is not None and noun.kind == "other" and page.form[at] in _BODIES:
        noun = Noun("person", "security" if page.form[at] in _ARMED else "unknown", None, "many")
    if noun is not None and noun.kind == "other" and page.form[at] >= "\u0590":
        count.weak = True
        return
    if noun is not None:
        count.noun, count.noun_at, count.end = noun, at, page.until[at]
        group_after(page, count, end)
        return
    if page.lex[at].alpha and page.word[at] is None:
        count.unknown_noun, count.noun_at, count.end = True, at, at + 1
        count.dead = page.form[at] < "\u0590" and count.low == 1 and page.before(count.start) == ","


_ARMED = markers("men-of-state")
_BODIES = _ARMED | markers("men-of-faction")


def _superlative(page: Page, at: int) -> bool:
    """ "ستة من كبار قادة التنظيم", "من أبرز المطلوبين": an adjective before the noun it is of."""
    return page.form[at] in _ELATIVE and page.noun(at + 1) is not None


def _unknown(page: Page, at: int) -> bool:
    """Whether an unknown word stands where a noun would."""
    plain = at < len(page.form) and page.lex[at].alpha and page.word[at] is None and page.name_at.get(at) is None
    return plain and not _function_word(page.form[at]) and page.date_at.get(at) is None


def _out_of_all(page: Page, count: Count, at: int) -> None:
    """ "12 of 40 escapees": so many of a number that counts no more than who they were."""
    whole = read_number(page.form, at)
    if whole is None or whole.low is None:
        return
    count.of, count.end, count.number = whole.low, whole.end, (count.number[0], whole.end)
    noun_here(page, count, whole.end, len(page.form))
    count.unknown_noun = False


def _of_the(page: Page, count: Count, at: int) -> None:
    """ "three of the 28", "eight of the 22": a part of a number that was given before."""
    whole = read_number(page.form, at)
    if whole is None or whole.low is None:
        return
    noun = page.noun(whole.end) if whole.end < len(page.form) else None
    single = noun is not None and noun.number == "one" and page.form[whole.end] < "\u0590"
    if single or (noun is None and _unknown(page, whole.end)):
        count.unknown_noun, count.noun_at, count.weak = True, whole.end, True
        return
    count.partitive = count.subset = True
    count.of, count.end = whole.low, whole.end
    if noun is not None:
        count.noun, count.noun_at, count.end = noun, whole.end, whole.end + 1
        if noun.kind == "event" and page.form[at] >= "\u0590" and not page.form[at].startswith("ال"):
            count.end = count.number[1]  # خمس من ست غارات: the six are told here for the first time
    count.rules.append("partitive")


def noun_here(page: Page, count: Count, at: int, end: int) -> None:
    """The noun that begins at ``at``, behind adjectives and, in English, names: "two U.S. service members"."""
    cases = _cases_of(page, at, end)
    if cases is not None:
        _take_noun(page, count, at + 1, cases, end)
        return
    stop = min(end, at + _NOUN_REACH)
    first = at
    if befallen(page, at, stop):
        count.trigger_at, at = at, at + 1
    while at < stop:
        if not page.lex[at].alpha:
            quoted = page.form[at] in OPEN and at == first and at + 1 < stop and page.noun(at + 1) is not None
            if not quoted and (page.form[at] not in _BRACKETS or not (at == first or at - 1 in page.inside)):
                break
            at += 1
            continue
        hyphened = page.form[at] < "\u0590" and at + 1 < stop and page.hyphened(at + 1) and not page.hyphened(at)
        if hyphened and not _hyphen_of_name(page, at):
            at, stop = at + 2, min(end, stop + 1)  # "47 Iranian-backed militiamen"
            continue
        noun, mention = page.noun(at) or (_head_noun(page, at) if at == first else None), page.name_at.get(at)
        latin = page.form[at] < "\u0590"
        if noun is not None and not _agrees_in_number(page, count, at, noun):
            break
        if noun is not None and page.lex[at].article and at in page.dated:
            break  # "مقابل 19 الشهر الماضي"
        if noun is not None and (head := _two_sorts(page, count, at, noun, stop)) is not None:
            at = head
            continue
        if noun is not None and not (latin and _noun_modifier(page, at, stop)):
            _take_noun(page, count, at, noun, end)
            return
        if latin and mention is not None and mention.kind in ("actor", "place"):
            described = noun is not None and mention.end == at + 1  # "two police officers"
            if not described and _person_in(page, count, mention):
                return
            at = mention.end
            stop = min(end, at + _NOUN_REACH)
            continue
        if latin and page.form[at] in ("and", "or") and at - 1 in page.inside:
            head = _joined_head(page, at, end) or (at + 1 if count.zero and at + 1 in page.name_at else None)
            if head is not None:  # "no U.S. or Coalition forces"
                at, stop = head, max(stop, head + 1)
                continue
        if _ends_noun(page, at, mention) or (not latin and page.form[at] not in _ELATIVE):
            break
        at += 1
    _unknown_noun(page, count, first, at, end)


def _hyphen_of_name(page: Page, at: int) -> bool:
    """Whether a hyphen stands within the name of those counted: "20 Al-Shabaab militants", "five ISIS-K fighters"."""
    mention = page.name_at.get(at)
    return mention is not None and mention.kind == "actor" and mention.end > at + 1


def _joined_head(page: Page, at: int, end: int) -> int | None:
    """ "39 SDF and Internal Security fighters": the noun that the names on both sides of "and" describe."""
    for k in range(at + 1, min(end, at + _NOUN_REACH)):
        noun = page.noun(k)
        if noun is not None and noun.kind == "person" and noun.number == "many":
            return k if k > at + 1 else None
        counted = page.form[k][0].isdigit() or page.form[k] in number_forms()
        if counted or page.trigger(k) is not None or not page.lex[k].alpha or _function_word(page.form[k]):
            return None
    return None


def _cases_of(page: Page, at: int, end: int) -> Noun | None:
    """ "40 حالة وفاة", "ثلاث حالات إصابة": behind the word for a case stands what is counted."""
    noun = page.noun(at + 1) if at + 1 < end and page.form[at] in _CASE else None
    if noun is None or noun.kind != "casualty" or noun.number != "one" or page.conj[at + 1] or page.lex[at + 1].prep:
        return None
    return noun if not page.lex[at + 1].article else None


_CASE = markers("case-noun")


def _head_noun(page: Page, at: int) -> Noun | None:
    """ "9 deaths of civilians": behind a number the noun counts, though "deaths of" can also govern a count."""
    word = page.lex[at].word if page.form[at] < "\u0590" else None
    noun = word.noun if word is not None and page.until[at] > at + 1 else None
    return noun if noun is not None and noun.kind == "casualty" and noun.number == "many" else None


def _two_sorts(page: Page, count: Count, at: int, noun: Noun, stop: int) -> int | None:
    """ "13 civilian and military deaths": where the noun stands that both words describe."""
    plural = noun.number == "one" and (count.low or 0) > 1 and page.form[at + 1 : at + 2] == ["and"]
    other = page.form[at + 2 : at + 3]
    if not plural or page.form[at] >= "\u0590" or not other or other[0][0].isdigit() or other[0] in number_forms():
        return None
    head = page.noun(at + 3) if at + 3 <= stop and at + 3 < len(page.form) else None
    return at + 3 if head is not None and head.number == "many" and head.kind in ("person", "casualty") else None


_NOUN_REACH = 4
_ELATIVE = markers("elative")


def _take_noun(page: Page, count: Count, at: int, noun: Noun, end: int) -> None:
    count.noun, count.noun_at, count.end = noun, at, page.until[at]
    group_after(page, count, end)
    others_after(page, count, end)
    hostages(page, count, end)


def _person_in(page: Page, count: Count, mention: Mention) -> bool:
    """ "five ISIS members": the people within a name that the count stands before."""
    count.group = mention if mention.kind == "actor" else count.group
    inner = next((k for k in range(mention.start, mention.end) if page.noun(k) is not None), None)
    noun = page.noun(inner) if inner is not None else None
    if noun is None or noun.kind not in ("person", "other"):
        return False
    count.noun, count.noun_at, count.end = noun, inner, mention.end  # also "eight ISIS cells"
    return True


def _ends_noun(page: Page, at: int, mention: Mention | None) -> bool:
    """Whether a word can't stand between a number and its noun."""
    word = page.word[at]
    participle = page.form[at].endswith("ed") and word is not None and word.trigger is None and word.cues.get("verb")
    if participle or page.form[at] == "total":
        follow = page.noun(at + 1) if at + 1 < len(page.form) else None
        return follow is None or follow.number != "many"  # "12 recorded operations", "313 total operations"
    other = word is not None and (page.conj[at] or word.trigger is not None or not _DESCRIBES.issuperset(word.cues))
    if page.noun(at) is None and other:
        return True
    return mention is not None or page.date_at.get(at) is not None or _function_word(page.form[at])


def _agrees_in_number(page: Page, count: Count, at: int, noun: Noun) -> bool:
    """The noun of an Arabic number has no conjunction or preposition on it, and after 3 to 10 it is plural."""
    if page.form[at] < "\u0590":
        return True
    if page.conj[at] or page.lex[at].prep or page.cue(at, "reflexive"):
        return False
    trigger = page.trigger(at)
    small = count.high is not None and 3 <= count.high <= 10
    return not (trigger is not None and (noun.number == "one" and small))


def _function_word(form: str) -> bool:
    return form in _FUNCTION or (form[:1] in ("و", "ف") and form[1:] in _FUNCTION)


def _unknown_noun(page: Page, count: Count, first: int, at: int, end: int) -> None:
    """A word right after the number that the lexicon does not know: "58 سائحا", "four nuns"."""
    if first >= end or not page.lex[first].alpha or _function_word(page.form[first]):
        return
    word = page.word[first]
    if word is not None and (word.trigger or word.cues):
        return
    if page.name_at.get(first) is not None or page.date_at.get(first) is not None:
        return
    if page.conj[first] or (page.form[first][0] == "و" and page.word[first] is None):
        return
    if page.form[first].startswith(_LED) or page.form[first] in _BY:
        return
    count.unknown_noun, count.noun_at = True, first
    count.end = max(first + 1, at if page.form[first] < "\u0590" else first + 1)


_BY = markers("by-what")
_LED = ("بال", "كال", "فال", "لل")


def _noun_modifier(page: Page, at: int, stop: int) -> bool:
    """In English a noun before another noun describes it: "coalition strike reports", "police officers"."""
    follow = at + 1
    nxt = page.noun(follow) if follow < stop else None
    if nxt is None and follow < stop and page.until[at] == follow:
        return _unlisted_head(page, at, follow)
    return nxt is not None and page.until[at] == follow and nxt.number == "many" and nxt.kind != "other"


def _unlisted_head(page: Page, at: int, follow: int) -> bool:
    """ "six youth centres", "two soldier statues": an unknown plural behind a singular is what is counted."""
    noun, form = page.noun(at), page.form[follow]
    plain = page.word[follow] is None and page.lex[follow].alpha and not page.lex[follow].upper
    singular = noun is not None and noun.kind == "person" and noun.number == "one"
    return singular and plain and len(form) > 4 and form.endswith("s") and not _function_word(form)
