"""English actions and tallies further to the left of a count: "put the toll at 40", "detained in Syria at 300"."""

from __future__ import annotations

from itertools import takewhile

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Noun
from hasila.reading.count import Count
from hasila.reading.governors import (
    COMMA,
    EVENT_KINDS,
    HARD,
    fits,
    passive,
    set_measure,
)
from hasila.reading.labels import labelled
from hasila.reading.page import Page
from hasila.reading.tolls import no_agent, of_their_dead

_REACH = 16


_REACH_OBJECT = 8


_REPORTS = markers("report-of")


_AT = markers("total-link")


_CHANGE = markers("comparison")


_REACHES = _AT | markers("reached-verb")


_THEIRS = frozenset({"his", "her", "their", "its"})


_ALONG = markers("along-with") | {"&", ","}


_COMPANY = _ALONG | {"along", "together"}  # "was killed along with three of his aides"


def english_window(page: Page, count: Count, floor: int) -> bool:
    """An English action or tally further left."""
    bare = count.noun is None and not count.unknown_noun
    people = count.noun is not None and count.noun.kind == "person" and page.before(count.start) in _REACHES
    return _english_object(page, count, floor) or ((bare or people) and _english_tally(page, count, floor))


def _english_object(page: Page, count: Count, floor: int) -> bool:
    """ "killed an Iraqi general and five of his men", "cost ISIS eight of its operatives"."""
    if page.before(count.start) == ":" and labelled(page, count, floor):
        return True
    own = page.before(count.start) in _THEIRS and page.before(count.start - 1) in _ALONG | {"and"}
    joined = own or count.conj or page.before(count.start) in _ALONG  # "killed its leader and his two sons"
    people = count.others or (count.noun is not None and count.noun.kind == "person")
    reach = _REACH if count.others or (count.conj and "of-group" in count.rules) else _REACH_OBJECT
    first = count.start - 1
    if joined and people and (named := _past_apposition(page, first, floor)) is not None:
        first, reach = named, reach + first - named
    for at in range(first, max(floor, count.start - reach) - 1, -1):
        trigger, word = page.trigger(at), page.word[at]
        if trigger is not None:
            if trigger.voice == "cost" and fits(page, count, trigger):
                return set_measure(count, trigger.measure, "left-window-cost", at)
            active = trigger.shape == "before" or (trigger.shape == "any" and not passive(page, at, floor))
            active = active or (trigger.shape == "any" and _COMPANY.issuperset(page.form[page.until[at] : count.start]))
            return joined and people and active and set_measure(count, trigger.measure, "left-window-others", at)
        stops = word is not None and (word.cues.get("verb") or word.cues.get("agent"))
        apart = page.form[at] in COMMA and at < first < count.start - 1  # "killed five, and Smith, the chief, and two"
        if page.form[at] in HARD or apart or (stops and not count.others):
            return False
    return False


def _past_apposition(page: Page, at: int, floor: int) -> int | None:
    """ "killed Abu Khadija, a senior leader, and his two sons": the word before what is told of whoever is named."""
    close = next((k for k in range(at, max(floor, at - 3), -1) if page.form[k] == ","), None)
    if close is None:
        return None
    opened = next((k for k in range(close - 1, max(floor, close - _APPOSED), -1) if page.form[k] == ","), None)
    if opened is None or page.form[opened + 1] not in _ARTICLES:
        return None
    told = any(page.trigger(k) is not None or page.cue(k, "verb") for k in range(opened, close))
    return None if told else opened - 1


_APPOSED = 12
_ARTICLES = frozenset({"a", "an", "the", "one"})


def _english_tally(page: Page, count: Count, floor: int) -> bool:
    """ "detained in Syria at more than 300", "put the toll at 40", "the number of those killed rose to 13", "a drop in
    operations, from 37 to 20"."""
    low = max(floor, count.start - 18)
    changed = page.before(count.start) == "from" and not _CHANGE.isdisjoint(page.form[low : count.start])
    linked = tolled = changed
    for at in range(count.start - 1, low - 1, -1):
        form, word = page.form[at], page.word[at]
        if form in HARD or (form in COMMA and linked and not tolled and not count.tallied):
            return False
        tolled = tolled or page.cue(at, "verb") == "toll" or bool(page.cue(at, "supersede"))
        linked = linked or tolled or form in _AT
        if word is None:
            continue
        if linked and (tolled or count.noun is None) and _tallied_at(page, count, at):
            return True
        led = linked and page.before(count.start) in _LED_TO  # "killed by the army at 459"
        agent = word.cues.get("agent") and not (led or changed or no_agent(page, at))
        done_by = tolled and page.form[page.until[at] : page.until[at] + 1] == ["by"]  # "an attack carried out by"
        if (word.cues.get("verb") in ("other", "action") and not done_by) or agent:
            return False
    return False


def _tallied_at(page: Page, count: Count, at: int) -> bool:
    """What the number of a tally counts, where the word at ``at`` says so."""
    noun, trigger, tally = page.noun(at), page.trigger(at), page.cue(at, "tally")
    fallen = page.cue(at, "fallen")
    if fallen is not None:
        return set_measure(count, fallen, "tally-cue", at)  # "that of the wounded as 8,610"
    spoken = page.form[at : page.until[at]] if page.cue(at, "verb") == "speech" else []
    if "toll" in spoken:
        return set_measure(count, "killed", "tally-cue", at)  # "gave a toll of 12"
    if tally == "1" or not _FIGURE.isdisjoint(spoken):
        count.tallied = True
    if noun is not None and noun.kind == "person" and _numbered(page, at) and _only_there(page, at, noun):
        count.dead = True  # "put the number of gunmen at six", "the number of people in the city at two million"
        return True
    if noun is not None and _events(page, at):
        return set_measure(count, EVENT_KINDS.get(noun.value, noun.value), "tally-event", at)
    if trigger is not None and trigger.shape in ("any", "after") and page.cue(at, "verb") != "toll":  # not "fell to 48"
        return set_measure(count, trigger.measure, "tally-trigger", at)
    if noun is not None and noun.kind == "casualty":
        count.dead = noun.value == "detained" or not _REPORTS.isdisjoint(page.form[max(0, at - 4) : at])
        return set_measure(count, noun.value.replace("arrests", "detained"), "tally-noun", at)
    return tally == "killed" and set_measure(count, "killed", "tally-cue", at)


_LED_TO = frozenset({"at", "as", "to"})


_DWELLS = markers("dwelling-word")


_FIGURE = frozenset({"figure", "number"})


def _numbered(page: Page, at: int) -> bool:
    """ "the number of gunmen", "the number of ISIS fighters"."""
    return any(page.cue(k, "tally") == "1" for k in range(max(0, at - 4), at - 1))


def _only_there(page: Page, at: int, noun: Noun) -> bool:
    """Whether a number of people tells of nothing that befell them."""
    if page.form[at + 1] in _DWELLS and page.form[at + 2 : at + 3] not in (["dead"], ["wounded"]):
        named = page.noun(at + 3) if page.form[at + 2] == "the" else None
        return named is None or named.kind == "other"
    if noun.value not in ("militant", "security"):
        return False
    return page.form[at + 1] in _AT or page.cue(at + 1, "verb") == "toll"


def _first_of_pair(page: Page, at: int) -> int:
    """ "in ISIS attacks and military operations": the first of two kinds of events that "and" joins."""
    joint = next((k for k in range(at - 1, max(0, at - 4), -1) if page.form[k] == "and"), None)
    first = page.noun(joint - 1) if joint is not None else None
    paired = joint is not None and first is not None and first.kind == "event" and first.number == "many"
    return joint - 1 if paired and joint is not None else at


_STOPS = HARD | {"."}


_SET_IN = frozenset({"in", "during", "from", "after", "by", "for", "since", "before"})


def _events(page: Page, at: int) -> bool:
    """ "Monthly operations rose to 11", "the number of attacks": not "deaths in operations have reached 243"."""
    noun = page.noun(at)
    if noun is None or noun.kind != "event" or noun.number != "many":
        return False
    if page.before(at) == "in" and page.before(at - 1) in _CHANGE:
        return True  # "a drop in operations"
    at = _first_of_pair(page, at)
    before = takewhile(lambda k: page.form[k] not in _STOPS, range(at - 1, max(-1, at - 4), -1))
    return not any(page.form[k] in _SET_IN for k in before) and not of_their_dead(page, at)
