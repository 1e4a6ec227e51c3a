"""Who helped in an operation, by the words of help of which they are the subject: "وشارك طيران التحالف في العملية".

Help is told of the operations of a sentence, or of the one that was told before ("the raid", العملية).
"""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors
from hasila.reading.cast import Part, side_of
from hasila.reading.count import Count
from hasila.reading.governors import QUOTES
from hasila.reading.page import Page
from hasila.reading.scene import Scene
from hasila.text.tokens import BREAK
from hasila.values.numbers import number_forms, read_number

_TOOK_PART = markers("took-part")
_GIVES = markers("gives-help")
_HELP = markers("help-noun")
_HELPS = markers("helps-verb")
_ASSETS = markers("aircraft") | markers("unit")
_AUXILIARY = markers("auxiliary")
_IN_THEM = markers("in-them")
_DEFINITE = markers("definite-word")
_ARRESTS = markers("arrest-noun")
_SINCE = markers("since")
_HAS = frozenset({"has", "have", "had"})
_ALL = markers("all-of-operations")
_SOME = markers("some-of-them")
_OPENING = 4
_CAMPAIGNS = markers("campaign-word")
_WHICH = frozenset({"which", "that"})
_PART = (["took", "part"], ["taken", "part"], ["had", "a"])
_SHARE = frozenset({"share", "part", "role", "hand"})
_CLAUSE = 18
_DEEDS = frozenset({"operations", "strikes"})
_REACH = 8


def helped(page: Page, part: Part, start: int, end: int) -> bool:
    """ "شاركت طائرات التحالف في العملية", "the Coalition provided air support": a name is told to have helped."""
    if _in_which(page, part, end):
        return True
    verb = _verb_of(page, part, start, end)
    if verb is None:
        return False
    reach = range(max(verb + 1, part.end), min(end, max(verb + 1, part.end) + _REACH))
    if page.form[verb] in _GIVES:
        return any(page.form[at] in _HELP for at in reach)
    if page.form[verb] in _HELPS:
        return any(told_deed(page, at) for at in reach) or _force_helped(page, verb) or _share(page, verb, start)
    if page.form[verb] >= "\u0590":
        return True
    return any(told_deed(page, at) or page.form[at] == "it" for at in reach)


def _share(page: Page, verb: int, start: int) -> bool:
    """ "Sixteen of the operations were landings; the coalition supported six": a number without a noun is of the events
    before it."""
    number = read_number(page.form, verb + 1) if page.form[verb] < "\u0590" else None
    if number is None or not page.of_kind("event", start, verb):
        return False
    noun = page.noun(number.end)
    return noun is None or noun.kind != "event"


def _in_which(page: Page, part: Part, end: int) -> bool:
    """ "operations in which the Coalition and the CTG took part": the first that a clause about the events names."""
    head = part.start - (page.before(part.start) == "the")
    if page.before(head) not in _WHICH:
        return False
    for at in range(part.end, min(end, part.end + _CLAUSE)):
        if _tells_help(page, at):
            return True
        if page.form[at] == "," or page.trigger(at) is not None or page.cue(at, "verb"):
            return False
    return False


def told_deed(page: Page, at: int) -> bool:
    """ "العملية", "the raid": one operation, told of before."""
    definite = page.lex[at].article or page.before(at) in _DEFINITE
    bare = page.form[at].removeprefix("لل").removeprefix("ال")
    if definite and (page.form[at] in _CAMPAIGNS or bare in _CAMPAIGNS):
        return True
    if definite and page.form[at] in _ARRESTS:
        return True  # "the arrests were made with the support of the Coalition"
    noun = page.noun(at)
    if noun is None or noun.kind != "event" or noun.number != "one" or noun.value not in _DEEDS:
        return False
    return definite


def told_again(page: Page, count: Count) -> bool:
    """ "شارك التحالف في العمليتين": events that a definite dual counts were told of before."""
    return count.measure in _DEEDS and "ar-dual-noun" in count.rules and page.lex[count.end - 1].article


def told_event(page: Page, at: int) -> bool:
    """ "The attack", الهجوم, "the fighting there": one event, told of before."""
    noun = page.noun(at)
    event = noun is not None and noun.kind == "event" and noun.number == "one"
    return (event or page.form[at] in _CLASHES) and (page.lex[at].article or page.before(at) in _DEFINITE)


_CLASHES = markers("clash-word")


def tells_event(page: Page, start: int, end: int) -> bool:
    """Whether one event that was told of before stands in [start, end)."""
    near = page.of_kind("event", start, end) + page.all(_CLASHES, start, end)
    return bool(near) and any(told_event(page, at) for at in near)


def points_back(page: Page, start: int) -> bool:
    """ "The attack killed ten", "قالت مصادر إن مئة جندي قتلوا في ذلك الهجوم": whether a line goes on with the event of
    the line before."""
    if tells_event(page, start, start + _OPENING):
        return True
    end = next((at for at in range(start, min(len(page.form), start + _LINE)) if page.form[at] == BREAK), start + _LINE)
    return any(page.before(at) in _THAT_ONE and told_event(page, at) for at in page.of_kind("event", start, end))


_LINE = 24
_THAT_ONE = frozenset({"ذلك", "هذا", "تلك", "هذه", "that", "this"})


def _force_helped(page: Page, verb: int) -> bool:
    """ "US forces helped the SDF capture two": in English the object of help is the force that acts."""
    if page.form[verb] >= "\u0590":
        return False
    mention = page.name_at.get(verb + 1) or page.name_at.get(verb + 2)
    whom = mention.name.canonical if mention is not None and mention.kind == "actor" else None
    return whom in actors() and actors()[whom].kind == "force"


def _verb_of(page: Page, part: Part, start: int, end: int) -> int | None:
    """The verb of help of which a name is the subject: before it (past aircraft or troops), or behind it."""
    at = part.start - 1
    while at > start and (page.among(at, _PAST) or page.form[at] in number_forms()):
        at -= 1
    at = _before_events(page, at, start)
    if at >= start and page.form[at] >= "\u0590" and _tells_help(page, at):
        return at
    after = part.end
    while after < end and (page.form[after] in _ASSETS or page.form[after] in _AUXILIARY):
        after += 1
    own = after < end and _tells_help(page, after) and page.name_at.get(after + 1) is None
    return after if own else None


_PAST = _ASSETS | _IN_THEM | QUOTES | {"من", "فرق", "فرقا"}  # "تشارك فيها فرق من «وحدات حماية المرأة»"


def _before_events(page: Page, at: int, start: int) -> int:
    """ "شاركت في هذه العمليات قوات سوريا الديمقراطية": the word before the events that stand before who helped."""
    noun = page.noun(at) if at > start else None
    campaign = page.form[at].removeprefix("ال") in _CAMPAIGNS
    if not campaign and (noun is None or noun.kind != "event"):
        return at
    back = at - 1 - (page.form[at - 1] in _DEFINITE)
    return back - 1 if back > start and page.form[back] == "في" else at


def opens_with_help(page: Page, start: int) -> bool:
    """ "وشاركت في العمليات قسد، ووصل عدد المعتقلين إلى 43": a sentence that begins with who helped."""
    return page.form[start] in _TOOK_PART


def names_all(page: Page, start: int, partner: int, counted: int) -> bool:
    """ "وبيّنت القوات أن العمليات جرت بدعم من التحالف، وأن ثلاثاً منها ...": all the operations told before, with
    their partner, in front of what the sentence counts."""
    if partner >= counted:
        return False
    near = range(start, min(partner, start + _REACH))
    nouns = ((at, page.noun(at)) for at in near if page.lex[at].article and not page.conj[at])
    return any(noun is not None and noun.kind == "event" and noun.number == "many" for _, noun in nouns)


def of_all_told(page: Page, scene: Scene, parts: list[Part], start: int, end: int) -> bool:
    """ "جرت العمليات مع قسد", "all of them were supported by": partners of all the operations counted before."""
    stop = scene.partners[0][0] if scene.partners else end
    if any(page.among(at, _ALL) for at in range(start, min(start + _OPENING, stop))):
        return True
    if _done_with(page, _BOTH, start, end):
        return True
    reach = end if any(helped(page, part, start, end) for part in parts) else stop
    named = [(at, noun) for at in page.within(start, reach) if (noun := page.noun(at)) and noun.kind == "event"]
    if not named or named[-1][1].number == "one":
        return False
    return _SOME.isdisjoint(page.form[max(start, named[-1][0] - _OPENING) : named[-1][0]])


def operation_told(page: Page, scene: Scene, start: int, end: int) -> bool:
    """ "نفذت قسد، بدعم من التحالف، عملية أمنية": a sentence that tells of one operation, by whom and with whom, before
    it is told what came of it."""
    if not scene.agents or side_of(scene.agents[0][1]) in ("isis", "jihadist", ""):
        return False
    events = [noun for at in page.of_kind("event", start, end) if (noun := page.noun(at)) and noun.value in _DEEDS]
    return bool(events) and all(noun.number == "one" for noun in events)


def of_one_told(page: Page, parts: list[Part], start: int, end: int) -> bool:
    """Whether the partners that a sentence names are those of the one operation told of before."""
    told = any(told_deed(page, at) for at in range(start, end)) or _done_with(page, _THEY, start, end)
    return told or any(gave_support(page, part, start, end) for part in parts)


def _done_with(page: Page, subject: frozenset[str], start: int, end: int) -> bool:
    """ "وأشارت إلى أنهما نُفذتا بمشاركة التحالف": what was told before was done with somebody."""
    verbs = page.all(_DONE, start + 1, end - 1)
    return any(page.form[at - 1] in subject and (page.cue(at + 1, "with") or page.lex[at + 1].prep) for at in verbs)


_DONE = markers("done-verb")
_BOTH = markers("that-both")
_THEY = markers("that-they")


def gave_support(page: Page, part: Part, start: int, end: int) -> bool:
    """ "The Coalition gave support.": help in what was told before, not help that has gone on for years."""
    verb = _verb_of(page, part, start, end)
    if verb is None or page.form[verb] not in _GIVES or not helped(page, part, start, end):
        return False
    return page.before(verb) not in _HAS and _SINCE.isdisjoint(page.form[verb:end])


def _tells_help(page: Page, at: int) -> bool:
    form = page.form[at]
    if page.form[at : at + 2] in _PART:
        return form != "had" or not _SHARE.isdisjoint(page.form[at + 2 : at + 3])
    return form in _TOOK_PART or form in _GIVES or form in _HELPS
