"""Whose people the others are who are counted beside one person: "a soldier was killed and two others were wounded"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Noun
from hasila.reading.bodies import actor_of
from hasila.reading.cast import ISIS, Part
from hasila.reading.counts import Count
from hasila.reading.governors import BE
from hasila.reading.page import Page
from hasila.reading.setting import PEOPLE, Setting

_REACH = 16
_OBJECT = 6
_ONE = frozenset({"a", "an", "one", "another", "the"})
_AND = frozenset({"and", "while", "with"})
_BOMBERS = frozenset({"bomber", "attacker"})
_STOPS = frozenset({".", ";", ":"})
_BEEN = BE | {"been", "also", "later"}
_FORCE = Noun("person", "security", None, "one")


def beside_one(count: Count, setting: Setting) -> tuple[Noun, str | None] | None:
    """The noun of the one person beside whom others were hurt or caught, and the body that person is said to be of."""
    page = setting.page
    his = his_people(page, count)
    nameless = count.noun is None or count.noun.value == "other" or his
    if (
        not nameless
        or (count.partitive and not his)
        or count.measure not in PEOPLE
        or page.form[count.start] >= "\u0590"
    ):
        return None
    low = max(setting.start, count.start - _REACH)
    if any(other.measure in PEOPLE and low <= other.start < count.start for other in setting.counts):
        return None
    for at in range(count.start - 1, low, -1):
        if page.form[at] in _STOPS:
            return None
        found = _person(page, setting.parts, at)
        if found is not None:
            return found if _hurt(page, at, low, count) else None
    return None


def beside_him(count: Count, setting: Setting) -> str | None:
    """ "قتل زعيم التنظيم أبو يوسف واثنين معه", "مقتل القيادي في داعش وثلاثة من مرافقيه": the group of a leader, to
    which those belong who are counted beside him."""
    page, at = setting.page, count.trigger_at
    if at is None or at >= count.start:
        return None
    if page.has(_WITH_HIM, count.start - 1, count.start):
        return _of_leader(count, setting) if count.noun is None else None
    if not page.conj[count.start] or not _his(page, count):
        return None
    if count.start - at > _REACH or any(at < other.start < count.start for other in setting.counts):
        return None
    head = next((k for k in range(at + 1, min(count.start, at + _SUBJECT)) if page.form[k] in _LEADERS), None)
    if head is None or any(page.trigger(k) is not None for k in range(head, count.start)):
        return None
    held = (p for p in setting.parts if head < p.start < count.start and p.cls in ("group", "forces", "service"))
    own = next(held, None)
    return own.whom if own is not None else None


def _of_leader(count: Count, setting: Setting) -> str | None:
    """ "قتل أبو ياسر، والي التنظيم، بضربة قتلت معه تسعة": with a leader named before."""
    head = next(iter(setting.page.all(_LEADERS, setting.start, count.start)), None)
    if head is None:
        return None
    held = [part for part in setting.parts if head < part.start < count.start and part.cls != "coalition"]
    hunted = setting.against_isis and not held and setting.page.form[head] not in _COMMANDERS
    return next((part.whom for part in held if part.cls == "group"), ISIS if hunted else None)


_COMMANDERS = frozenset({"قائد", "القائد"})


def _his(page: Page, count: Count) -> bool:
    """ "واثنين معه", "وثلاثة من مرافقيه", "وخمسة آخرين": others, or the men of one man."""
    noun = count.noun_at
    his = noun is not None and page.form[noun].endswith("ه") and page.form[noun - 1] == "من"
    return his or count.others or (count.nameless and page.has(_WITH_HIM, count.end, count.end + 1))


_SUBJECT = 5
_LEADERS = markers("group-leader")
_WITH_HIM = markers("with-him")


def of_its_own(count: Count, setting: Setting) -> str | None:
    """ "34 soldiers were killed by the group, and 27 of its own died": of whoever was named last."""
    form, end = setting.page.form, count.end
    own = form[count.start : end + 3]
    at = next((k for k in range(len(own) - 2) if own[k : k + 3] in _ITS_OWN), None)
    if at is None or count.measure not in PEOPLE:
        return None
    trigger = setting.page.trigger(count.trigger_at) if count.trigger_at is not None else None
    subject = setting.scene.subject
    if trigger is not None and trigger.voice == "lost" and subject is not None:
        return subject[1]  # "The brigade killed five ISIS fighters and lost two of its own"
    return next((part.whom for part in reversed(setting.parts) if part.end <= count.start and part.whom), None)


_ITS_OWN = (["of", "its", "own"], ["of", "their", "own"])


def of_his_chief(count: Count, setting: Setting) -> str | None:
    """The body of the one person whose people are counted beside him."""
    one = beside_one(count, setting) if his_people(setting.page, count) else None
    return one[1] if one is not None else None


def his_people(page: Page, count: Count) -> bool:
    """ "killed with three of his aides": people told of by the one whose they are."""
    at = count.noun_at
    return at is not None and page.form[at - 1] in _POSSESSIVE


_POSSESSIVE = frozenset({"his", "her"})


def _person(page: Page, parts: list[Part], at: int) -> tuple[Noun, str | None] | None:
    """ "a soldier", "an ISIS leader", "a member of the SDF", "a Peshmerga": one person, and of whose people."""
    noun = page.noun(at)
    if noun is not None and noun.kind == "person" and noun.number == "one":
        owner = next((part for part in parts if _owns(page, part, at)), None)
        headed = (
            owner is not None and owner.end == at and owner.cls == "group" and page.form[at] not in _BOMBERS
        )  # "IS chief and eight others killed"
        if _ONE.isdisjoint(page.form[max(0, at - _OBJECT + 1) : at]) and not headed:
            return None
        whom = owner.whom if owner is not None else None
        return noun, "US forces" if whom == "US government" and noun.value == "security" else whom
    part = next((part for part in parts if part.end == at + 1), None)
    body = actor_of(part.whom) if part is not None else None
    if part is None or body is None or body.cls != "forces" or page.before(part.start) not in ("a", "an"):
        return None
    return _FORCE, part.whom


def _owns(page: Page, part: Part, at: int) -> bool:
    """Whether a name says whose the person is: right before the noun, or behind it with "of" or "from"."""
    if part.cls == "source" or part.whom is None:
        return False
    of = page.form[at + 1 : at + 2] in (["of"], ["from"])
    return part.end == at or (of and 0 < part.start - at <= 3)


def _hurt(page: Page, at: int, low: int, count: Count) -> bool:
    """Whether something befell the person, before what befell the others: "a soldier was killed and", "killed a
    soldier and"; not "an attacker killed two"."""
    link = next((k for k in range(at + 1, count.start) if page.form[k] in _AND), None)
    if link is None:
        return False
    for k in range(at + 1, link):
        if (trigger := page.trigger(k)) is not None:
            with_others = k == at + 1 and page.form[k + 1] == "with"  # "IS chief killed with eight others"
            return with_others or page.form[k - 1] in _BEEN or trigger.voice in ("intr", "pass", "fall")
    before = range(at - 1, max(low, at - _OBJECT) - 1, -1)
    verb = next((k for k in before if page.trigger(k) is not None), None)
    if verb is None and link == at + 1 and count.trigger_at is not None and count.trigger_at >= count.end:
        return True
    return verb is not None and not any(page.form[k] in _AND or page.form[k] == "," for k in range(verb, at))
