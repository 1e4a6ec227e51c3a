"""With whom: mode and partners of one figure."""

from __future__ import annotations

from hasila.lexicon.markers import markers, with_and
from hasila.lexicon.names import actors
from hasila.model import Period, Place
from hasila.reading.bodies import actor_of
from hasila.reading.cast import ISIS, side_of
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import COMMA
from hasila.reading.page import Page
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.shares import partners_of
from hasila.reading.spots import EACH
from hasila.reading.thread import Thread

_MODE_REACH = 5
_LASTS = 6
_ROW = 4
_IN_THEM = markers("in-them")

_JOINTLY = frozenset({"jointly"})
_SUPPORT = markers("support-verb")
_SUPPORT_JOINED = with_and(_SUPPORT)
_ALLIED = frozenset({"", "coalition", "iraq", "sdf", "syria"})


def mode_slots(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    if side_of(slots.actor) in ("isis", "jihadist"):
        return
    scene = setting.scene
    mode = _of_events(count, setting) if count.measure in PEOPLE else _stated_mode(count, setting)
    named = (partners_of(count, setting) or {whom for _, whom in scene.partners}) if scene.partners else None
    partners = tuple(sorted(whom for whom in named if not _own(whom, slots.actor) and whom != ISIS)) if named else ()
    if mode == "partnered" and not partners:
        partners = _others_named(count, setting, slots)
    if mode == "unilateral":
        slots.set("mode", "unilateral", "stated", "mode-word")
        return
    partners = at_home(partners, slots.place) or (() if _of_both(setting) else partners)
    if partners and slots.actor != ISIS:
        slots.set("partners", partners, "stated", "with")
    if mode == "partnered" or partners or scene.joint:
        slots.set("mode", "partnered", "stated", "mode-word" if mode else "with")
        if not partners and thread.partners and thread.actor == slots.actor and count.measure in PEOPLE:
            slots.set("partners", _held(thread, slots) or None, "carried", "partners-carried")
    elif _goes_on(count, setting, thread, slots) and (not thread.partners or _held(thread, slots)):
        slots.set("mode", thread.mode, "carried", "mode-carried")
        if thread.partners:
            slots.set("partners", _held(thread, slots) or None, "carried", "partners-carried")


def _own(whom: str, actor: str | None) -> bool:
    """Whether a body is the actor or its own units: the anti-terror units are no partner of the SDF."""
    body = actor_of(whom)
    return actor is not None and (whom == actor or (body is not None and body.acts_through == actor))


def _goes_on(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """Whether the mode told last still holds: for the same actor, a few sentences long, and never to events alone; not
    for attacks, which are the other side's, nor for a running total."""
    return (
        thread.mode is not None
        and count.measure != "attacks"
        and thread.age <= _LASTS
        and not _another(setting.stretch, thread.period)
        and side_of(slots.actor) in _ALLIED
        and (thread.age == 0 or slots.actor is None or thread.actor in (None, slots.actor))
        and (thread.mode == "partnered" or slots.actor in (None, thread.actor))
        and not two_modes(setting)
        and not (thread.mode == "unilateral" and count.measure not in PEOPLE)
    )


def _another(stretch: Period | None, held: Period | None) -> bool:
    """ "In Syria 8 were partnered. In the year so far there were 308": a stretch that holds the one told of, or none
    of it."""
    if stretch is None or held is None or (stretch.start, stretch.end) == (held.start, held.end):
        return False
    if stretch.start is None or stretch.end is None or held.start is None or held.end is None:
        return False
    apart = stretch.end < held.start or held.end < stretch.start
    return apart or (stretch.start <= held.start and held.end <= stretch.end)


def _stated_mode(count: Count, setting: Setting) -> str | None:
    """The mode of counted events by the words beside them."""
    page = setting.page
    stop = min(setting.end, count.end + _MODE_REACH)
    near = page.cued_in("mode", count.start, stop)
    for at in range(count.start, near + 1) if near is not None else ():
        if any(o.start <= at < o.end and o is not count for o in setting.counts) or _one_more(page, count, at):
            break
        if at == near:
            return page.cue(at, "mode")
    if page.has(_JOINTLY, count.end, stop):
        return "partnered"  # "were carried out jointly with the units of Erbil"
    alone = _alone(count, setting) or _by_them_alone(count, setting)
    return _mode_inside(page, count) or alone or _supported(page, count, setting.start)


def _one_more(page: Page, count: Count, at: int) -> bool:
    """ "10 مع قسد إضافة لعملية منفردة": one event more, whose mode isn't that of those before it."""
    noun = page.noun(at) if at >= count.end and page.form[at] >= "\u0590" else None
    return noun is not None and noun.kind == "event" and noun.number == "one"


def _of_events(count: Count, setting: Setting) -> str | None:
    """ "33 عملية مشتركة، قُتل فيها 17 واعتُقل 14": what came of events that the same clause counts is of their mode."""
    heads = [other for other in setting.counts if other.measure in EVENTS and other.end <= count.start]
    if not heads or _IN_THEM.isdisjoint(setting.page.form[heads[-1].end : count.start]):
        return None
    first = heads[-2] if len(heads) > 1 and heads[-1].conj and heads[-1].start - heads[-2].end <= _ROW else heads[-1]
    near = range(first.start, min(count.start, heads[-1].end + (_MODE_REACH if first is not heads[-1] else 2)))
    modes = {setting.page.cued["mode"][at] for at in setting.page.cued_at("mode", near.start, near.stop)}
    return modes.pop() if len(modes) == 1 else None


def _held(thread: Thread, slots: Slots) -> tuple[str, ...]:
    """The partners of before; nobody is a partner of their own."""
    return tuple(whom for whom in at_home(thread.partners, slots.place) if whom != slots.actor)


def _others_named(count: Count, setting: Setting, slots: Slots) -> tuple[str, ...]:
    """In a joint operation the other force of the sentence is the partner: رافق الأميركيون قوات الأمن العراقية."""
    found = {
        part.whom
        for part in setting.parts
        if setting.start <= part.start < count.start
        and part.whom in actors()
        and not _own(part.whom, slots.actor)
        and actors()[part.whom].partner
        and part.whom != slots.attribution
        and part.cls != "command"
        and not (part.whom == "US forces" and side_of(slots.actor) == "coalition")
    }
    return tuple(sorted(whom for whom in found if whom))


def two_modes(setting: Setting) -> bool:
    """ "33 partnered operations, 0 US-only operations, 17 killed": the outcome is of both."""
    page = setting.page
    modes = page.cued_at("mode", setting.start, setting.end)
    return len(modes) > 1 and len({page.cued["mode"][at] for at in modes}) > 1


def _supported(page: Page, count: Count, start: int) -> str | None:
    """ "its forces backed six operations": whoever only supports has partners who act."""
    near = page.form[max(start, count.start - 5) : count.start]
    return None if _SUPPORT_JOINED.isdisjoint(near) else "partnered"


def _of_both(setting: Setting) -> bool:
    """ "30 in Iraq, while Syria saw seven with the SDF": a sentence that tells the countries apart."""
    return {spot.place.scope for spot in setting.spots if spot.place.scope in EACH} == set(EACH)


def at_home(partners: tuple[str, ...], place: Place | None) -> tuple[str, ...]:
    """Of partners named together, those who work in the country of the figure: قسد in Syria, Iraqi forces in Iraq."""
    if not partners or place is None or place.scope not in EACH:
        return partners
    return tuple(whom for whom in partners if whom not in actors() or actors()[whom].home in (None, place.scope))


def _alone(count: Count, setting: Setting) -> str | None:
    """ "القوات الأمريكية وحدها نفذت غارتين": said of who acts, before the count."""
    page = setting.page
    if page.cued_in("mode", max(0, count.start - _MODE_REACH), count.start) is None:
        return None
    floor = max((other.end for other in setting.counts if other.end <= count.start), default=setting.start)
    near = range(max(floor, count.start - _MODE_REACH), count.start)
    return "unilateral" if any(page.cue(at, "mode") == "unilateral" for at in near) else None


def _by_them_alone(count: Count, setting: Setting) -> str | None:
    """ "No operation was carried out by US troops on their own": said of who acts, behind the count and its verb."""
    page, stop = setting.page, min(setting.end, count.end + _PASSIVE)
    at = page.cued_in("mode", count.end, stop)
    if at is None or page.cue(at, "mode") != "unilateral" or not page.has(_BY, count.end, at):
        return None
    apart = any(page.form[k] in COMMA for k in range(count.end, at))
    return None if apart or any(count.end <= other.start < at for other in setting.counts) else "unilateral"


_PASSIVE = 10
_BY = markers("by-agent")


def _mode_inside(page: Page, count: Count) -> str | None:
    """The mode that the words of a count name, or those of the events before it: بلغت العمليات المشتركة 15."""
    named = count.trigger_at if count.trigger_at is not None and count.noun is None else count.start
    at = page.cued_in("mode", min(named, count.start), count.end)
    return page.cue(at, "mode") if at is not None else None
