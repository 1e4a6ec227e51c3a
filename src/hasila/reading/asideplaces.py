"""Places that an Arabic report names aside: of the most part of what is counted, in the name of an operation, or where
somebody spoke."""

from __future__ import annotations

from hasila.lexicon.markers import markers, with_and
from hasila.model import Place
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import BULLETS, COMMA, QUOTES
from hasila.reading.page import Page
from hasila.reading.spots import Spot
from hasila.reading.surroundings import capitals
from hasila.text.tokens import BREAK

_STOPS = COMMA | {".", "؛", BREAK}
_MOST_OF_THEM = with_and(markers("most-of-them"))
_MOST = markers("most-of")
_GATHERED = markers("gathered-verb")
_WHERE = markers("told-of-place")
_NEAR = 2
_CLAUSE = 10


def named_aside(page: Page, spot: Spot) -> bool:
    """Whether nothing that is counted is told to have been at a place."""
    if page.form[spot.start] < "\u0590":
        return False
    if of_most(page, spot) or _of_provinces(page, spot) or _held_by(page, spot):
        return True
    return _in_name(page, spot) or _spoke_there(page, spot)


def of_most(page: Page, spot: Spot) -> bool:
    """ "معظمهم في بادية حماة", "أغلبها بالعراق", "وقعت معظم الهجمات في دير الزور", "تركزت العمليات في الحسكة"."""
    at = spot.start - (page.before(spot.start) == "في")
    if page.before(at) in _MOST_OF_THEM or _most_befell(page, at):
        return True
    if (page.form[spot.end : spot.end + 1] and page.form[spot.end] in _WHERE) or _numbered(page, spot.end):
        return False  # "تركزت في دير الزور حيث قتل خمسة", "أغلبها في دير الزور وعددها 106"
    back = _clause(page, spot)
    if page.has(_GATHERED, back, spot.start):
        return True
    most = page.all(_MOST, back, spot.start)
    return bool(most) and any(_events(page, k) for k in range(most[-1] + 1, min(most[-1] + 1 + _NEAR, spot.start)))


def _most_befell(page: Page, at: int) -> bool:
    """ "ومعظمهم أوقفوا في سوريا": what befell most of them there."""
    if page.before(at - 1) not in _MOST_OF_THEM or page.before(at) < "\u0590":
        return False
    return page.trigger(at - 1) is not None or page.cue(at - 1, "verb") is not None


def _numbered(page: Page, at: int) -> bool:
    """Whether it is told at once how many there were."""
    behind = page.form[at : at + _TOLD]
    end = next((k for k, form in enumerate(behind) if form in _STOPS), len(behind))
    return any(form.lstrip("وب")[:1].isdigit() or form in _THEIR_NUMBER for form in behind[:end])


_TOLD = 4
_THEIR_NUMBER = frozenset({"وعددها", "وعددهم", "بواقع"})


def _held_by(page: Page, spot: Spot) -> bool:
    """ "التنظيم الذي يسيطر على مساحات واسعة في شمال العراق": what land a group holds."""
    back = _clause(page, spot)
    holds = page.all(_HOLDS, back, spot.start)
    return bool(holds) and page.has(_LANDS, holds[-1], spot.start)


_HOLDS = markers("holds-land")
_LANDS = markers("lands-held")


def _clause(page: Page, spot: Spot) -> int:
    """Where the words that belong with a place begin, as far as they matter."""
    low = max(0, spot.start - _CLAUSE)
    stops = page.all(_STOPS, low, spot.start)
    return stops[-1] if stops else low


def _events(page: Page, at: int) -> bool:
    noun = page.noun(at)
    return noun is not None and noun.kind == "event" and noun.value in EVENTS and noun.number != "one"


def _of_provinces(page: Page, spot: Spot) -> bool:
    """ "دوائر الأمن في بغداد والمحافظات", "في دمشق وباقي المحافظات": the capital with all the rest of the country."""
    behind = page.form[spot.end : spot.end + _NEAR]
    return behind[:1] == ["والمحافظات"] or (behind[-1:] == ["المحافظات"] and behind[0] in _REST)


_REST = markers("rest-of")


def _in_name(page: Page, spot: Spot) -> bool:
    """ "عملية «الانتقام لشهداء الرقة»", "و«عملية تعزيز الأمن في دير الزور»": part of what an operation is called."""
    opened = next((at for at in range(spot.start - 1, max(-1, spot.start - _NAME), -1) if page.form[at] in _MARKS), -1)
    if opened < 0 or page.has(_STOPS, opened, spot.start):
        return False
    closed = next((at for at in range(spot.end, min(len(page.form), spot.end + _NAME)) if page.form[at] in _MARKS), -1)
    if closed < 0 or any(page.cue(at, "verb") for at in range(opened + 1, closed)):
        return False
    if opened + 1 == spot.start:
        return False
    listed = page.before(opened) in _AND and not page.has(_ENDS, opened - _LIST, opened)
    before = opened - (_LIST if listed else _NEAR)
    return page.form[opened + 1] in _CAMPAIGN or page.has(_CAMPAIGN, before, opened)


_NAME = 6
_MARKS = QUOTES - frozenset("()[]")
_LIST = 12
_AND = frozenset({"و", "،"})
_ENDS = frozenset({".", BREAK})
_CAMPAIGN = markers("campaign-word") | markers("named-campaign")


def _spoke_there(page: Page, spot: Spot) -> bool:
    """ "في مؤتمر صحفي عقده في قيادة شرطة نينوى بمدينة الموصل": where somebody met the press."""
    back = _clause(page, spot)
    met = page.all(_CONFERENCE, back, spot.start)
    if not any(page.form[at + 1] in _OF_PRESS for at in met) or not page.has(_HELD, met[-1], spot.start):
        return False  # "في مؤتمر صحفي بمدينة الحسكة": as a rule where the event was
    return not any(page.trigger(at) for at in range(met[-1], spot.start))


_CONFERENCE = markers("conference")
_HELD = markers("held-meeting")
_OF_PRESS = markers("of-the-press")


def _met_press(page: Page, spot: Spot, start: int) -> bool:
    """ "قال الأمين العام خلال مؤتمر صحفي في مدينة أربيل إن": unless of a campaign, which may have been there."""
    met = [at for at in page.all(_CONFERENCE, spot.start - _VENUE, spot.start) if page.form[at + 1] in _OF_PRESS]
    return bool(met) and not page.has(_CAMPAIGN, start, spot.end + _SENTENCE)


_VENUE = 5
_SENTENCE = 20


def of_first_or_second(page: Page, spot: Spot, count: Count) -> bool:
    """ "هجومين، الأول في كركوك والثاني في ديالى", "ثلاث عمليات، وهي عملية في الهول وأخرى في الحسكة": the place of one
    of those that are counted."""
    if count.measure not in EVENTS or spot.start < count.end or page.form[spot.start] < "\u0590":
        return False
    first = page.first(_FIRST, count.end, spot.start)
    if first is None or page.has(_ENDS, count.end, spot.start):
        return False
    return page.has(_SECOND, first + 1, min(len(page.form), spot.end + _APART))


_FIRST = markers("first-of-several")
_SECOND = markers("second-of-several")
_APART = 12


def holds_on(page: Page, spot: Spot, start: int) -> bool:
    """Whether a place of a sentence without figures holds for what follows: "- في سوريا" heads a list, "- لا حوادث في
    مخيم الهول" is an item of one."""
    if of_answered_attack(page, spot, start) or _met_press(page, spot, start):
        return False
    return page.form[start] not in BULLETS or spot.start - start <= _HEADING


_HEADING = 3


def of_answered_attack(page: Page, spot: Spot, start: int) -> bool:
    """ "نفذت القوات عشر ضربات رداً على هجوم في تدمر": where the attack was that is answered, not the answer."""
    cause = page.all(_IN_RESPONSE, start, spot.start)
    return bool(cause) and page.form[spot.start] >= "\u0590" and not page.has(_STOPS, cause[-1], spot.start)


_IN_RESPONSE = markers("in-response")


def two_provinces(page: Page, run: list[Spot]) -> bool:
    """ "عمليتين في صلاح الدين والأنبار", "في ريفي دير الزور والرقة": two provinces, but not what lies between them."""
    first = run[0].start
    if len(run) != _NEAR or page.form[first] < "\u0590" or page.has(_BETWEEN, first - _NEAR, first):
        return False
    return all(_province(page, spot) for spot in run)


def _province(page: Page, spot: Spot) -> bool:
    mention = page.name_at.get(spot.start)
    if mention is None or mention.kind != "place":
        return False
    return mention.name.cls == "governorate" or mention.name.canonical in capitals()


_BETWEEN = frozenset({"بين", "طريق"})


def signed_there(page: Page, place: Place) -> bool:
    """ "شفق نيوز - نينوى" on a line of its own: where it was written, which a tally of months is not of."""
    end = next((at for at in range(min(len(page.form), _SIGNATURE)) if page.form[at] == BREAK), 0)
    if not end or page.form[0] < "\u0590" or not page.has(_DASHES, 0, end):
        return False
    bare = not any(page.cue(at, "verb") or page.trigger(at) for at in range(end))
    return bare and place.as_written in page.text(0, end)


_SIGNATURE = 8
_DASHES = frozenset("-–—/|")
