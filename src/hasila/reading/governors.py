"""Actions that govern a count, from the left or from the right."""

from __future__ import annotations

from hasila.lexicon.words import Trigger
from hasila.reading.count import Count
from hasila.reading.page import Page
from hasila.values.numbers import number_forms

HARD = frozenset({";", "؛", "\n", "|"})
COMMA = frozenset({"،", ","})
QUOTES = frozenset("\"“”«»'‘’()[]")
_REACH = 16
_REACH_OBJECT = 8
_REACH_BACK_PLAIN = 9
REACH_RIGHT = 14
AUXILIARY = frozenset(
    "was were is are be been being has have had who that also all both were reportedly unintentionally gravely badly seriously later".split()
)
SMALL = frozenset(
    "في من علي الي عن حتي الان مما ما منذ خلال بعد يوم امس كل هذا هذه نفس ذات المده نفسها ايضا فيها فيه خلالها خلاله اثرها نتيجتها اثناءها وحده وحدها فقط بينهم المقابل حينها هناك "
    "the a an in on at of to for this that it its their least most only just also another additional total".split()
)
EVENT_KINDS = {"attempt": "attacks", "clash": "operations", "ambush": "operations"}
_CLAUSE_OPENERS = frozenset(
    "قد لقد فقد كما فيما بينما حيث حين عندما ان انه انها انهم الذي التي الذين ثم لم كان كانت امس اليوم حتي بعدما قبل وقد هناك هنا ايضا مما ما".split()
)


def set_measure(count: Count, measure: str, rule: str, trigger_at: int | None = None) -> bool:
    count.measure = measure
    count.trigger_at = trigger_at
    count.rules.append(rule)
    return True


def _governs(trigger: Trigger | None) -> bool:
    return trigger is not None and trigger.shape in ("verb", "masdar", "before", "any") and not trigger.filled


def _fits(page: Page, count: Count, trigger: Trigger) -> bool:
    """Whether a count can fall under a trigger: falling and catching need people."""
    if trigger.measure == "none":
        return False
    noun = count.noun
    if trigger.voice == "escaped":
        return (noun is not None and noun.value in ("militant", "detained")) or (noun is None and count.partitive)
    if trigger.voice == "suspect":
        return noun is not None and noun.kind == "person" and noun.value not in ("civilian", "security")
    if trigger.voice == "fall":
        return (noun is not None and noun.kind in ("person", "casualty")) or (
            noun is None and trigger.plural and not count.unknown_noun
        )
    if trigger.voice == "goods":
        return not count.unknown_noun and (noun is None or noun.kind == "person")
    if trigger.voice in ("person", "lost", "cost"):
        return (noun is None and not _thing(page, count)) or (noun is not None and noun.kind == "person")
    return noun is None or noun.kind in ("person", "casualty")


def _thing(page: Page, count: Count) -> bool:
    """Whether the unknown noun of a count is likely a thing: no capital letter makes a name of it."""
    at = count.noun_at
    if not count.unknown_noun or at is None:
        return False
    return page.form[at] < "\u0590" and not page.lex[at].upper


def left_adjacent(page: Page, count: Count, floor: int, start: int) -> bool:
    at = count.start - 1
    while at >= floor and not page.trigger(phrase_start(page, at, floor)) and _transparent(page, at, floor):
        at -= 1
    if at < floor:
        return False
    at = phrase_start(page, at, floor)
    trigger = page.trigger(at)
    if not _governs(trigger) or trigger is None or not _fits(page, count, trigger):
        return False
    if page.form[at] < "\u0590" and trigger.shape == "any" and _passive(page, at, start):
        return False
    return set_measure(count, trigger.measure, f"left-{trigger.shape}", at)


def _transparent(page: Page, at: int, floor: int) -> bool:
    if page.form[at] in ("are", "were") and at > floor and page.cue(phrase_start(page, at - 1, floor), "subset"):
        return True
    return (
        page.form[at] in QUOTES or page.form[at] in ("the", "of", "ب", "علي", "عن", "الي") or bool(page.cue(at, "det"))
    )


def phrase_start(page: Page, at: int, floor: int) -> int:
    """The first token of the phrase that ends at ``at``."""
    for first in range(at, max(floor, at - 4) - 1, -1):
        if page.until[first] == at + 1 and page.word[first] is not None and first != at:
            return first
    return at


def _passive(page: Page, at: int, start: int) -> bool:
    """ "were killed": the count after it begins something else, unless nothing stands before (headlines)."""
    back = at - 1
    while back >= start and page.form[back] in ("unintentionally", "also", "not", "reportedly"):
        back -= 1
    return back >= start and page.form[back] in ("was", "were", "been", "being", "be", "are", "is")


def left_window(page: Page, count: Count, floor: int, start: int) -> bool:
    """An action further left, with its subject or an adverbial between it and the count."""
    plain = 0
    masdar_open = True
    tolled = False
    at = count.start - 1
    arabic = is_arabic(page, count)
    low = max(floor, count.start - _REACH)
    if not arabic:
        return _english_window(page, count, floor)
    if at >= low and (_oblique(page, count, at) or page.cue(at, "verb") == "other"):
        return False
    while at >= low:
        form, word = page.form[at], page.word[at]
        if form in HARD:
            return False
        if at in page.date_at or page.name_at.get(at) is not None:
            at -= 1
            continue
        trigger = word.trigger if word else None
        if trigger is not None:
            attributive = page.form[at].startswith("ال") and count.start - at <= 3
            governs = _governs(trigger) or ((tolled or attributive) and trigger.shape == "after")
            if not governs or not _fits(page, count, trigger):
                return False
            if (trigger.shape == "masdar" or _nominal(page, trigger, at, start)) and not (
                masdar_open or tolled or count.conj
            ):
                return False
            if plain > (2 if count.unknown_noun else _REACH_BACK_PLAIN):
                return False
            return set_measure(count, trigger.measure, f"left-window-{trigger.shape}", at)
        noun = word.noun if word else None
        if (
            noun is not None
            and noun.kind == "casualty"
            and noun.number in ("many", "dual?")
            and (tolled or count.noun is None or count.start - at <= 3)
        ):
            count.dead = noun.value == "detained" and page.form[at + 1] in ("لدي", "في", "داخل")
            return set_measure(count, noun.value, "tally-noun", at)
        if (
            noun is not None
            and noun.kind == "event"
            and noun.number == "many"
            and count.noun is None
            and not count.unknown_noun
            and (tolled or count.start - at <= 3)
            and not _after_preposition(page, at)
        ):
            return set_measure(count, EVENT_KINDS.get(noun.value, noun.value), "tally-event", at)
        verb = word.cues.get("verb") if word else None
        if verb == "toll":
            tolled = True
        elif verb is not None and not word.cues.get("masdar") and verb not in ("outcome",):
            return False
        elif word is not None and (word.cues.get("agent") or word.cues.get("breaker")):
            return False
        elif word is not None and (word.cues.get("remain") or word.cues.get("deployed")):
            count.dead = True
            return True
        elif word is not None and word.cues.get("tally") and (tolled or count.noun is None):
            if _of_people(page, at):
                count.dead = True
                return True
            if word.cues["tally"] == "killed":
                return set_measure(count, "killed", "tally-cue", at)
            count.tallied = True
        elif form not in SMALL and page.lex[at].alpha and not (word and word.cues):
            plain += 1
            masdar_open = masdar_open and (page.lex[at].prep != "" or noun is not None and noun.kind == "other")
        at -= 1
    return False


def _oblique(page: Page, count: Count, at: int) -> bool:
    """ "بعثوا روح التضحية في عشرات الآلاف": what stands after في or ضد is no object."""
    if page.form[at] not in _OBLIQUE or count.noun is None or count.noun.kind != "person":
        return False
    return page.conj[at] == ""


_OBLIQUE = frozenset({"في", "ضد", "لدي", "امام", "وسط", "عبر", "نحو", "تجاه", "حول"})


def _of_people(page: Page, at: int) -> bool:
    """ "عدد الفارين يقارب 1500": a number of people to whom nothing is said to have happened."""
    noun = page.noun(at + 1) if at + 1 < len(page.word) else None
    return (
        noun is not None and noun.kind == "person" and noun.number in ("many", "dual?") and page.trigger(at + 2) is None
    )


def _after_preposition(page: Page, at: int) -> bool:
    return bool(page.lex[at].prep) or (at > 0 and page.form[at - 1] in ("في", "من", "خلال", "بعد", "قبل"))


def _nominal(page: Page, trigger: Trigger, at: int, start: int) -> bool:
    """Whether قتل is the noun "killing" here: right after another noun, as in عمليات قتل, تهم قتل."""
    if not trigger.nominal or at <= start or page.conj[at]:
        return False
    before = page.lex[at - 1]
    return before.alpha and not before.article and before.form not in _CLAUSE_OPENERS and at - 1 not in page.date_at


_AT = frozenset("at to is was of reached stands exceeds exceeded are were".split())
_ALONG = frozenset({"and", "&", ",", "with", "as", "plus"})


def _english_window(page: Page, count: Count, floor: int) -> bool:
    """An English action or tally further left."""
    return _english_object(page, count, floor) or (
        count.noun is None and not count.unknown_noun and _english_tally(page, count, floor)
    )


def _english_object(page: Page, count: Count, floor: int) -> bool:
    """ "killed an Iraqi general and five of his men", "cost ISIS eight of its operatives"."""
    if page.form[count.start - 1] == ":" and count.noun is None and count.start - 2 >= floor:
        trigger = page.trigger(count.start - 2)
        if trigger is not None and trigger.participle:
            return set_measure(count, trigger.measure, "label", count.start - 2)
    joined = count.conj or page.form[count.start - 1] in _ALONG
    people = count.others or (count.noun is not None and count.noun.kind == "person")
    reach = _REACH if count.others else _REACH_OBJECT
    for at in range(count.start - 1, max(floor, count.start - reach) - 1, -1):
        trigger, word = page.trigger(at), page.word[at]
        if trigger is not None:
            if trigger.voice == "cost" and _fits(page, count, trigger):
                return set_measure(count, trigger.measure, "left-window-cost", at)
            active = trigger.shape == "any" and not _passive(page, at, floor)
            return joined and people and active and set_measure(count, trigger.measure, "left-window-others", at)
        stops = word is not None and (word.cues.get("verb") or word.cues.get("agent"))
        if page.form[at] in HARD or (stops and not count.others):
            return False
    return False


def _english_tally(page: Page, count: Count, floor: int) -> bool:
    """ "detained in Syria at more than 300", "put the toll at 40", "the number of those killed rose to 13"."""
    linked = tolled = False
    for at in range(count.start - 1, max(floor, count.start - 18) - 1, -1):
        form, word = page.form[at], page.word[at]
        if form in HARD or (form in COMMA and linked and not tolled and not count.tallied):
            return False
        tolled = tolled or page.cue(at, "verb") == "toll" or bool(page.cue(at, "supersede"))
        linked = linked or tolled or form in _AT
        if word is None:
            continue
        if linked and _tallied_at(page, count, at):
            return True
        agent = word.cues.get("agent") and not page.form[at + 1][0].isdigit()
        if word.cues.get("verb") in ("other", "action") or agent:
            return False
    return False


def _tallied_at(page: Page, count: Count, at: int) -> bool:
    """What the number of a tally counts, where the word at ``at`` says so."""
    noun, trigger, tally = page.noun(at), page.trigger(at), page.cue(at, "tally")
    if tally == "1":
        count.tallied = True
    if noun is not None and _events(page, at):
        return set_measure(count, EVENT_KINDS.get(noun.value, noun.value), "tally-event", at)
    if trigger is not None and trigger.shape in ("any", "after"):
        return set_measure(count, trigger.measure, "tally-trigger", at)
    if noun is not None and noun.kind == "casualty":
        return set_measure(count, noun.value.replace("arrests", "detained"), "tally-noun", at)
    return tally == "killed" and set_measure(count, "killed", "tally-cue", at)


def _events(page: Page, at: int) -> bool:
    """ "Monthly operations rose to 11", "the number of attacks": not "deaths in operations have reached 243"."""
    noun = page.noun(at)
    if noun is None or noun.kind != "event" or noun.number != "many":
        return False
    return not any(form in ("in", "during", "from", "after", "by", "for") for form in page.form[max(0, at - 3) : at])


def right(page: Page, counts: list[Count], index: int, end: int) -> bool:
    """ "سبعة من عناصر الشرطة اصيبوا", "32 people were killed", "nine ISIS operatives dead"."""
    count = counts[index]
    arabic = is_arabic(page, count)
    spans = {other.start: other for other in counts[index + 1 :]}
    at, limit = count.end, min(end, count.end + REACH_RIGHT)
    while at < limit:
        form = page.form[at]
        if form in HARD or form in (":",):
            return False
        other = spans.get(at)
        if other is not None:
            if not _crossable(page, other, at, arabic):
                return False
            at, limit = other.end, min(end, other.end + REACH_RIGHT)
            continue
        word = page.word[at]
        trigger = word.trigger if word else None
        if trigger is not None:
            return _take_right(page, count, at, trigger, spans, arabic, end)
        if not arabic and at == count.end and _speaks(page, count, at, end):
            count.dead = True
            return True
        if not arabic and (page.lex[at].upper or form.isdigit()):
            limit = min(end, limit + 1)
        if _breaks_right(page, at, arabic) or (form == "and" and count.noun is None and not count.unknown_noun):
            return False
        at += 1
    return False


def _speaks(page: Page, count: Count, at: int, end: int) -> bool:
    """ "two police officers said": who speaks is no figure."""
    spoken = page.cue(at, "verb") == "speech" and count.noun is not None and count.noun.kind == "person"
    return spoken and not (at + 1 < end and page.form[at + 1] == "to") and page.form[at] != "reported"


def is_arabic(page: Page, count: Count) -> bool:
    at = count.number[1]
    for near in (count.number[0], at, count.start - 1):
        if 0 <= near < len(page.form) and page.lex[near].alpha:
            return page.form[near] >= "\u0590"
    return any(
        page.form[near] >= "\u0590"
        for near in range(max(0, count.start - 3), min(len(page.form), at + 3))
        if page.lex[near].alpha
    )


def _crossable(page: Page, other: Count, at: int, arabic: bool) -> bool:
    if other.subset or page.cue(at - 1, "subset") or page.cue(at - 1, "notmark") or other.bare:
        return True
    return other.conj and other.noun is not None and (not arabic or other.noun.kind == "person")


def _breaks_right(page: Page, at: int, arabic: bool) -> bool:
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
    page: Page, count: Count, at: int, trigger: Trigger, spans: dict[int, Count], arabic: bool, end: int
) -> bool:
    if trigger.shape in ("masdar", "before") or not _fits(page, count, trigger):
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
    if _has_object(page, at, trigger, spans, arabic, end):
        count.dead = True
        return True
    return set_measure(count, _joint(page, at, trigger, end), f"right-{trigger.shape}", at)


def _joint(page: Page, at: int, trigger: Trigger, end: int) -> str:
    """ "killed or wounded", "killed or later captured": one count of both."""
    for link in range(page.until[at], min(end, page.until[at] + 1)):
        if page.form[link] == "," and _hurt_too(page, link, trigger, end):
            return "casualties"
        if page.form[link] in ("or", "او"):
            for follow in range(link + 1, min(end, link + 4)):
                second = page.trigger(follow)
                if second is not None and second.measure != trigger.measure:
                    return "casualties"
    return trigger.measure


def _hurt_too(page: Page, link: int, trigger: Trigger, end: int) -> bool:
    """ "2,000 fighters killed, badly hurt": a headline's "and"."""
    for follow in range(link + 1, min(end, link + 3)):
        second = page.trigger(follow)
        if page.form[follow][0].isdigit() or page.form[follow] in number_forms():
            return False
        if second is not None:
            alone = follow + 1 >= end or not (
                page.form[follow + 1][0].isdigit()
                or page.lex[follow + 1].word is not None
                and page.noun(follow + 1) is not None
            )
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
        return lexeme.form.endswith(("هما",) if count.low == 2 else ("هم", "هن"))
    if count.bare or count.low == 1:
        return count.noun is not None and not any(page.form[k] in COMMA for k in range(count.end, at))
    if trigger.plural:
        return True
    return trigger.voice in ("pass",) or (
        count.noun is not None and count.noun.value == "civilian" and lexeme.form.endswith("ت") and count.end + 2 >= at
    )


def _opens_clause(page: Page, count: Count, at: int) -> bool:
    """ "20 were hurt and killed": after "and" the participle goes on with its own count."""
    return (
        page.form[at - 1] in ("and", "&")
        and at - 1 > count.end + 1
        and not any(page.form[k] in AUXILIARY for k in range(count.end, at))
    )


def _lasting(page: Page, at: int, end: int) -> bool:
    """ "have been behind bars for years": a state, not a result."""
    trigger = page.trigger(at)
    state = trigger is not None and trigger.shape == "after" and trigger.measure == "detained"
    return state and any(page.cue(k, "lasting") for k in range(at, min(end, at + 8)))


def _later_death(page: Page, at: int, end: int) -> int | None:
    """ "four of the fighters wounded in the assault died": the participle only describes them."""
    for follow in range(at + 1, min(end, at + 10)):
        if page.form[follow] in COMMA or page.form[follow] in ("and", "that", "who") or page.cue(follow, "verb"):
            return None
        trigger = page.trigger(follow)
        if trigger is not None:
            return follow if trigger.voice == "intr" and trigger.measure == "killed" and at + 1 < follow else None
    return None


def _own_participle(page: Page, other: Count, end: int) -> bool:
    """ "2 operatives killed 3 operatives killed": two columns of a list run together, not subject and object."""
    trigger = page.trigger(other.end) if other.end < end else None
    return trigger is not None and trigger.participle and trigger.shape == "any"


def _has_object(page: Page, at: int, trigger: Trigger, spans: dict[int, Count], arabic: bool, end: int) -> bool:
    """Whether the action has its own object behind it, so that the count before it is who acts."""
    if trigger.shape not in ("any", "verb") or trigger.voice in ("pass", "intr", "fall") or trigger.filled:
        return False
    if (
        not arabic
        and page.form[at - 1] in AUXILIARY
        and page.form[at - 1] in ("was", "were", "been", "being", "be", "are", "is")
    ):
        return False
    follow = page.until[at]
    while follow < end and (
        page.form[follow] in QUOTES
        or page.cue(follow, "qual")
        or page.form[follow] in ("the", "a", "an", "ما", "لا", "يقل")
    ):
        follow += 1
    other = spans.get(follow) or spans.get(page.until[at])
    if other is not None and not other.conj and not arabic and _own_participle(page, other, end):
        return False
    if other is not None and not other.conj:
        return other.noun is None or other.noun.kind in ("person", "casualty")
    noun = page.noun(follow) if follow < end else None
    return not arabic and noun is not None and noun.kind == "person"
