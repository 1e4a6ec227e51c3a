"""Actions to the right of a count, of which it is the subject: "32 people were killed", "سبعة من الشرطة أصيبوا"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Trigger
from hasila.reading.amongthem import among_them
from hasila.reading.count import Count
from hasila.reading.governors import (
    AUXILIARY,
    BE,
    BESIDES,
    COMMA,
    HARD,
    REACH_RIGHT,
    fits,
    is_arabic,
    phrase_start,
    set_measure,
)
from hasila.reading.objects import are_kept, has_object
from hasila.reading.page import Page
from hasila.reading.passedover import ASIDE, DASHES, behind_aside, bracketed, dashed
from hasila.values.numbers import number_forms

_NEW_CLAUSE = markers("new-clause")
_REST = markers("rest-of")
_AS_WELL_AS = ["as", "well", "as"]
_WITH_THEM = markers("with-those")


def right(page: Page, counts: list[Count], index: int, end: int) -> bool:
    """ "سبعة من عناصر الشرطة اصيبوا", "32 people were killed", "nine ISIS operatives dead"."""
    count = counts[index]
    arabic = is_arabic(page, count)
    spans = {other.start: other for other in counts[index + 1 :]}
    at, limit = count.end, min(end, count.end + REACH_RIGHT)
    while at < limit:
        form = page.form[at]
        if form in HARD or form == ":" or (arabic and _bracket_closes(page, count, at)):
            return False
        if form in DASHES and (over := dashed(page, at, end)) is not None:
            at, limit = over, min(end, over + REACH_RIGHT)
            continue
        if form == "(" and (close := bracketed(page, at, limit + ASIDE, end)) is not None:
            at, limit = close, min(end, close + REACH_RIGHT)
            continue
        other = spans.get(at)
        if other is not None and page.form[at] != "واحده":
            if not _crossable(page, other, at, arabic) or _object_of_another(page, count) or are_kept(page, count):
                return False
            if not arabic and _of_the_part(page, other, at, end):
                return False
            at = _past_rejected(page, other, end)
            limit = min(end, at + REACH_RIGHT)
            continue
        word = page.word[at]
        trigger = word.trigger if word else None
        if trigger is not None and not _of_family(page, at, trigger):
            events = count.conj and index > 0 and _counts_events(counts[index - 1])
            return _take_right(page, count, at, trigger, spans, arabic, end, events)
        if not arabic and at == count.end and _speaks(page, count, at, end):
            count.dead = True
            return True
        if not arabic and (page.lex[at].upper or form.isdigit()):
            limit = min(end, limit + 1)
        if not arabic and at == count.end and (main := behind_aside(page, at, end)) is not None:
            at, limit = main, min(end, main + REACH_RIGHT)
            continue
        if arabic and form in _WHO and (beyond := _beyond_relative(page, at, end)) is not None:
            return _take_right(page, count, beyond, page.trigger(beyond), spans, arabic, end)  # type: ignore[arg-type]
        if not arabic and form in _WHO and at == count.end and (main := _behind_relative(page, at, end)) is not None:
            at, limit = main, min(end, main + REACH_RIGHT)
            continue
        if _breaks_right(page, at, arabic) or (form == "and" and _of_nothing(page, count)):
            return False
        at += 1
    return False


def _of_the_part(page: Page, other: Count, at: int, end: int) -> bool:
    """ "had spoken of 247, of whom 14 had been rearrested", "six patients, two of whom died": what follows a part
    without a comma befell the part."""
    part = other.partitive or page.form[at - 2 : at] == ["of", "whom"]
    follow = next((k for k in range(other.end, end) if page.form[k] not in AUXILIARY), other.end)
    return part and follow < end and page.trigger(follow) is not None


def _object_of_another(page: Page, count: Count) -> bool:
    """ "Police searched 30 addresses, and 25 people were held": things are the object of the verb before them."""
    back = count.start - 1
    if not count.unknown_noun or back < 1 or page.form[count.end - 1] >= "\u0590" or page.lex[back].upper:
        return False
    unlisted = page.lex[back].word is None and page.form[back].endswith("ed")
    return page.trigger(back) is None and (unlisted or page.cue(back, "verb") in ("other", "action"))


def _counts_events(count: Count) -> bool:
    return count.noun is not None and count.noun.kind == "event"


def _past_rejected(page: Page, other: Count, end: int) -> int:
    """ "14 men, and not 15 as it had first said, were killed": behind the comma that closes what is only rejected."""
    opened = not COMMA.isdisjoint(page.form[max(0, other.start - 3) : other.start - 1])
    if not opened or not page.cue(other.start - 1, "notmark"):
        return other.end
    aside = range(other.end, min(end, other.end + ASIDE))
    return next((at + 1 for at in aside if page.form[at] in COMMA), other.end)


def _of_nothing(page: Page, count: Count) -> bool:
    """Whether a number has no noun and no name behind it, as "three Peshmerga and two civilians were killed" has."""
    return count.noun is None and not count.unknown_noun and not _named(page, count)


def _named(page: Page, count: Count) -> bool:
    """Whether the name of a force stands behind a number for its people: "five Peshmerga"."""
    held = page.inside.get(count.end - 1) or page.name_at.get(count.end)
    return held is not None and held.kind == "actor"


def _beyond_relative(page: Page, at: int, end: int) -> int | None:
    """ "374 من العناصر ممن شاركوا في الهجوم قد قتلوا": behind what is said of the people قد opens what befell them."""
    for k in range(at + 1, min(end - 1, at + _LONG)):
        if page.form[k] in HARD or page.form[k] in COMMA:
            return None
        if page.form[k] == "قد" and page.trigger(k + 1) is not None:
            return k + 1
    return None


_LONG = 24


def _bracket_closes(page: Page, count: Count, at: int) -> bool:
    """ "(10 في سوريا و33 في العراق)، والمعتقلون": a bracket that closes around a count ends its clause."""
    return page.form[at] == ")" and at > count.end and "(" not in page.form[count.start : at]


def _behind_relative(page: Page, at: int, end: int) -> int | None:
    """ "six inmates who ran were caught": where the main verb begins, behind a clause with a verb of its own."""
    first = at + 1 + (page.form[at] == "whom")  # "two people whom it calls so were killed"
    own = next((k for k in range(first, min(end, at + 3)) if page.form[k] not in AUXILIARY), end)
    if own >= end or page.trigger(own) is not None:
        return None
    if page.form[at + 1] in AUXILIARY:  # "three men who had fled surrendered"
        told = own + 1 < end and (page.trigger(own + 1) is not None or page.form[own + 1] in _FINITE)
        return own + 1 if told else None
    stop = next((k for k in range(own + 1, min(end, own + _RELATIVE)) if page.form[k] in _FINITE), None)
    return None if stop is None or page.has(_CLOSES, at, stop) else stop


_RELATIVE = 7
_WHO = markers("relative-who")
_FINITE = AUXILIARY & markers("finite-auxiliary")
_CLOSES = COMMA | HARD


def _of_family(page: Page, at: int, trigger: Trigger) -> bool:
    """ "من أسرة واحدة قتلوا", "من أسرته": after من the word is the family, not "captured him"."""
    return trigger.filled and page.form[at - 1] == "من" and page.noun(at) is not None


def _speaks(page: Page, count: Count, at: int, end: int) -> bool:
    """ "two police officers said": who speaks is no figure."""
    spoken = page.cue(at, "verb") == "speech" and count.noun is not None and count.noun.kind == "person"
    return spoken and not (at + 1 < end and page.form[at + 1] == "to") and page.form[at] != "reported"


def _crossable(page: Page, other: Count, at: int, arabic: bool) -> bool:
    back = at - 2 if page.form[at - 1] in BE else at - 1  # "among whom were four leaders"
    if (
        other.subset
        or among_them(page, other)
        or page.cue(at - 1, "apposition")
        or page.cue(phrase_start(page, back, 0), "subset")
        or page.cue(at - 1, "notmark")
        or other.bare
    ):
        return True
    if not arabic and (_listed_in_headline(page, other, at) or _in_series(page, other, at)):
        return True
    if tuple(page.form[max(0, at - 2) : at]) in BESIDES or page.form[max(0, at - 3) : at] == _AS_WELL_AS:
        return other.noun is not None and other.noun.kind == "person"
    if other.noun is None:
        told = (other.unknown_noun and page.noun(at - 2) is not None) or other.others or _named(page, other)
        return other.conj and not arabic and told
    return other.conj and (not arabic or other.noun.kind == "person")


def _listed_in_headline(page: Page, other: Count, at: int) -> bool:
    """ "Two guards, nine gunmen killed": headlines list people by a comma alone."""
    people = other.noun is not None and other.noun.kind == "person" and page.noun(at - 2) is not None
    return people and page.before(at) in COMMA and len(page.sentences) == 1 and page.form[-1] != "."


def _in_series(page: Page, other: Count, at: int) -> bool:
    """ "Five civilians, 56 militants and 28 guards have been killed": one of several people in a row."""
    people = (other.noun is not None and other.noun.kind == "person") or _named(page, other)
    before = page.noun(at - 2) is not None or at - 2 in page.inside
    name = page.name_at.get(other.end)
    stop = name.end if name is not None and other.noun is None else other.end  # "50 SDF, and seven civilians"
    goes_on = page.form[stop : stop + 1] in (["and"], [","]) and stop + 2 < len(page.form)
    if not people or not before or page.before(at) != "," or not goes_on:
        return False
    follow = page.form[stop + 1 + (page.form[stop + 1] == "and")]
    return follow[0].isdigit() or follow in number_forms()


_ELSEWHERE = frozenset({"which", "while", "whereas"})


def _breaks_right(page: Page, at: int, arabic: bool) -> bool:
    if arabic and (page.form[at] in _NEW_CLAUSE or page.form[at] == "وان"):
        return True
    if page.form[at] in _ELSEWHERE and page.form[at - 1] in COMMA:
        return True  # "more than 20,000 in Iraq, which commanders call an army in detention"
    word = page.word[at]
    if word is None:
        return False
    verb = word.cues.get("verb")
    if arabic:
        return (verb is not None and not word.cues.get("masdar")) or bool(word.cues.get("agent"))
    if page.form[at] in AUXILIARY:
        return False
    return verb is not None or bool(word.cues.get("agent"))


def _take_right(
    page: Page,
    count: Count,
    at: int,
    trigger: Trigger,
    spans: dict[int, Count],
    arabic: bool,
    end: int,
    beside_events: bool = False,
) -> bool:
    if trigger.shape in ("masdar", "before") or not fits(page, count, trigger):
        return False
    if not trigger.plural and _beside_others(page, page.until[at], spans):
        return False
    owned = page.noun(at)
    if trigger.filled and owned is not None and owned.kind == "other":
        return False
    if _lasting(page, at, end):
        count.dead = True
        return True
    if arabic and not _agrees(page, count, at, trigger):
        return False
    if not arabic and (not trigger.participle or _opens_clause(page, count, at)):
        return False
    if not arabic and trigger.shape == "any" and page.form[at - 1] not in AUXILIARY:
        died = _later_death(page, at, end)
        if died is not None:
            return set_measure(count, "killed", "right-after", died)
    if has_object(page, at, trigger, spans, arabic, end):
        if count.noun is None and (page.before(count.start) in _REST or beside_events):
            return False  # "The other 7 took place in Syria and killed five", "two strikes and one near Mosul killed"
        count.dead = True
        return True
    if trigger.filled and count.of is not None:
        count.low = count.high = count.of  # "أفرجوا عن 17 من 40 عاملا خطفوهم": all forty were
        count.start, count.subset = count.number[1] + 1, False
    return set_measure(count, _joint(page, at, trigger, end), f"right-{trigger.shape}", at)


def _beside_others(page: Page, at: int, spans: dict[int, Count]) -> bool:
    """ "ثمانية في شاحنة، أصيب معهم 35": it is others, counted behind it, whom the verb tells of."""
    return at < len(page.form) and page.form[at] in _WITH_THEM and any(k in spans for k in range(at + 1, at + 4))


def _joint(page: Page, at: int, trigger: Trigger, end: int) -> str:
    """ "killed or wounded", "killed or later captured": one count of both."""
    for link in range(page.until[at], min(end, page.until[at] + 1)):
        if page.conj[link] == "و" and _both_plural(page, link, trigger):
            return "casualties"
        if page.form[link] == "," and _hurt_too(page, link, trigger, end):
            return "casualties"
        if page.form[link] in ("or", "او"):
            for follow in range(link + 1, min(end, link + 4)):
                second = page.trigger(follow)
                if second is not None and second.measure != trigger.measure:
                    return "casualties"
    return trigger.measure


def _both_plural(page: Page, link: int, trigger: Trigger) -> bool:
    """ "12 شخصا قتلوا وأصيبوا": two plural verbs of the same people; a verb before its own people is singular."""
    second = page.trigger(link)
    if second is None or second.shape != "verb" or trigger.shape != "verb" or second.filled or trigger.filled:
        return False
    hurt = {trigger.measure, second.measure} == {"killed", "wounded"}
    return hurt and trigger.plural and second.plural and page.form[link].endswith("وا")


def _hurt_too(page: Page, link: int, trigger: Trigger, end: int) -> bool:
    """ "2,000 fighters killed, badly hurt": a headline's "and"."""
    for follow in range(link + 1, min(end, link + 3)):
        second = page.trigger(follow)
        if page.form[follow][0].isdigit() or page.form[follow] in number_forms():
            return False
        if second is not None:
            alone = follow + 1 >= end or not (page.form[follow + 1][0].isdigit() or page.noun(follow + 1) is not None)
            return second.shape == "any" and second.participle and second.measure != trigger.measure and alone
    return False


def _agrees(page: Page, count: Count, at: int, trigger: Trigger) -> bool:
    """A verb after its subject agrees with it in number; after a conjunction it opens a new clause."""
    lexeme = page.lex[at]
    if trigger.shape == "after":
        return not page.conj[at]
    if page.conj[at] or lexeme.prep:
        return False
    if trigger.filled:
        theirs = lexeme.form.endswith(("هما",) if count.low == 2 else ("هم", "هن"))
        return theirs and not _others_named(page, count.end, at)
    if count.bare or count.low == 1:
        return count.noun is not None and not any(page.form[k] in COMMA for k in range(count.end, at))
    if trigger.plural:
        return True
    if _with_singular_noun(page, count, at):
        return True
    return trigger.voice in ("pass",) or (
        count.noun is not None and count.noun.value == "civilian" and lexeme.form.endswith("ت") and count.end + 2 >= at
    )


def _others_named(page: Page, start: int, at: int) -> bool:
    """ "قتل جندي وثلاثة مسلحين، والجثث لمهاجرين خطفوهم": people named behind a comma are those of the pronoun."""
    comma = next((k for k in range(start, at) if page.form[k] in COMMA), at)
    nouns = (page.noun(k) for k in range(comma + 1, at))
    return any(noun is not None and noun.kind == "person" and noun.number in ("many", "dual?") for noun in nouns)


def _with_singular_noun(page: Page, count: Count, at: int) -> bool:
    """ "أكثر من 500 جندي قتل في العام الماضي": the verb can agree with the singular noun behind a large number."""
    noun = count.noun
    large = (count.low or 0) > 10 and noun is not None and noun.kind == "person" and noun.number == "one"
    follow = page.until[at]
    return large and follow < len(page.form) and page.form[follow] in _ADVERBIAL


_ADVERBIAL = markers("adverbial-preposition")


def _opens_clause(page: Page, count: Count, at: int) -> bool:
    """ "20 were hurt and killed": after "and" the participle goes on with its own count."""
    return (
        page.form[at - 1] in ("and", "&")
        and at - 1 > count.end + 1
        and not any(page.form[k] in AUXILIARY for k in range(count.end, at))
    )


def _lasting(page: Page, at: int, end: int) -> bool:
    """ "have been behind bars for years", "are still in custody": a state, not a result."""
    trigger = page.trigger(at)
    state = trigger is not None and trigger.shape == "after" and trigger.measure == "detained"
    still = any(page.cue(k, "remain") or page.cue(k, "holding") for k in range(at - 2, at))
    return state and (still or any(page.cue(k, "lasting") for k in range(at, min(end, at + 8))))


def _later_death(page: Page, at: int, end: int) -> int | None:
    """ "four of the fighters wounded in the assault died": the participle only describes them."""
    for follow in range(at + 1, min(end, at + 10)):
        if page.form[follow] in COMMA or page.form[follow] in ("and", "that", "who") or page.cue(follow, "verb"):
            return None
        trigger = page.trigger(follow)
        if trigger is not None:
            return follow if trigger.voice == "intr" and trigger.measure == "killed" and at + 1 < follow else None
    return None
