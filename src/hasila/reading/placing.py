"""Where the event of one figure was: in its sentence, in its paragraph, in the report, or where its forces work."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors
from hasila.model import Period, Place
from hasila.reading.asideplaces import signed_there
from hasila.reading.bodies import actor_of
from hasila.reading.cast import side_of
from hasila.reading.counts import Count
from hasila.reading.heldground import WORLDWIDE, on_held_ground, worldwide
from hasila.reading.loosetimes import since_turn
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.shares import home_of_share
from hasila.reading.sitesoflands import land_of_site
from hasila.reading.spots import BOTH, EACH, both_countries, country, wide
from hasila.reading.thread import Thread
from hasila.reading.where import place_of
from hasila.reading.whereabouts import told_by_office
from hasila.values.numbers import number_forms

_DAYS_OF_A_MONTH = 27
_COUNTRIES = {"العراقيه": "IQ", "السوريه": "SY"}


def place_slot(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    """Fill the place of a figure; the first rule that knows one decides."""
    told = (_of_column, _said, _left_open, _on_ground, _of_country)
    for rule in (*told, _of_turn, _of_paragraph, _of_before, _of_forces):
        if rule(count, setting, thread, slots):
            return


def _of_column(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """ "Iraq: Syria:" over rows of figures that take turns."""
    if not thread.columns:
        return False
    measured = [c for c in setting.counts if c.measure]
    if len(measured) % len(thread.columns):
        return False
    index = [c is count for c in measured].index(True)
    slots.set("place", thread.columns[index % len(thread.columns)], "carried", "column-of-list")
    return True


def _said(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """What the sentence says of the place."""
    spot = place_of(setting.page, count, setting.counts, setting.spots, setting.start, setting.end, setting.relevant)
    if spot is not None and told_by_office(setting.page, spot) and _nearer(thread, spot.place):
        return False
    share = home_of_share(count, setting)
    if share is not None and (spot is None or both_countries(spot.place)):
        slots.set("place", country(share), "inferred", "home-of-partners")
    elif spot is not None:
        slots.set("place", spot.place, "stated", "place-in-sentence")
    elif (code := _adjective_of(count, setting) or _subject_of_country(setting) or _land_of_towns(setting)) or (
        code := land_of_site(setting.page, setting.start, setting.end, thread.line_place or thread.place)
    ):
        slots.set("place", country(code), "stated", "adjective-of-country")
    return slots.place is not None


def _left_open(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """ "Elsewhere, two were killed": not where the report was before, but in the same country."""
    if setting.page.form[setting.start] not in _ELSEWHERE:
        return False
    held = thread.line_place or thread.place
    if held is not None and held.scope is not None:
        slots.set("place", country(held.scope), "inferred", "elsewhere-in-country")
    return slots.place is not None


_ELSEWHERE = frozenset({"elsewhere"})


def _on_ground(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """ "Four died in Theban. The group carried out 36 attacks in areas held by the SDF": all over the country."""
    if worldwide(setting.page, count.start, setting.end):
        slots.reasons.append(WORLDWIDE)
        return True
    held = thread.line_place or thread.place
    if held is None or held.scope not in EACH or not on_held_ground(setting.page, setting.start, setting.end):
        return False
    slots.set("place", country(held.scope), "inferred", "country-of-tally")
    return True


def _nearer(thread: Thread, place: Place) -> bool:
    """Whether the report already told of a place in the same country that is no country."""
    held = thread.line_place or thread.place
    site = held is not None and held.scope != held.as_written and not both_countries(held)
    return site and held is not None and held.scope in (None, place.scope)


def _of_turn(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """The place of the report, where the sentence turns to another stretch of time."""
    if count.zero and _of_whole_time(setting, thread):
        slots.set("place", thread.main_place, "carried", "place-of-report")
        return True
    village = _village_of_a_day(setting, thread)
    if not (village or _turned(setting, thread)) or _wider_than_report(setting, thread):
        return False
    home = _home_of_named(setting) if village or both_countries(thread.main_place) else None
    if home is not None:
        slots.set("place", country(home), "inferred", "home-of-forces-named")
    elif thread.main_place is not None and thread.main_place.scope is not None:
        slots.set("place", thread.main_place, "carried", "place-of-report")
    return slots.place is not None


def _of_country(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """ "An attack killed four in Palmyra on Sunday. Since January, 90 have been killed": a tally of months is not
    of the town in which the day's event was; one of a campaign may be."""
    held, stretch, day = thread.line_place or thread.place, setting.stretch, thread.main_period
    told = thread.started or _home_of_named(setting) is not None or _home_of_monitor(slots) is not None
    told = told or (held is not None and signed_there(setting.page, held))
    camp = held is not None and _CAMP in held.as_written
    one_day = (
        told if day is None or day == thread.tallied else _of_days(setting, day, camp, held)
    )  # or none was told: "a bomb has killed six"
    scope = held.scope or _home_of_teller(slots) if held is not None else None
    if scope is None or "+" in scope or held is None or not one_day:
        return False
    if wide(held) and not thread.started:
        return False  # "Attacks in northeast Syria: 17 in October"
    months = _of_months(stretch) if stretch is not None else since_turn(setting.page, count, setting.start)
    if not months or _of_one_event(setting) or _pointed_back(setting):
        return False
    slots.set("place", country(scope), "inferred", "country-of-tally")
    return True


def _of_days(setting: Setting, period: Period, camp: bool, held: Place | None) -> bool:
    """Whether a report is about a day or a few, beside which it tells of months, and not of the phases of a campaign
    or of a camp, which has its own tally; or of the arrests of some days in the provinces of a country further off."""
    if period.start is None or period.end is None:
        return False
    most = _WEEK if held is None or held.scope in EACH else _FORTNIGHT
    few = (period.end - period.start).days <= most and not setting.page.has(_PHASES, setting.start, setting.end)
    return period.start == period.end or (few and not camp)


_WEEK, _FORTNIGHT = 7, 15
_CAMP = "مخيم"
_PHASES = markers("campaign-word")


def _home_of_teller(slots: Slots) -> str | None:
    """ "The attack was in Kulajo. By the ministry's count, 257 since January": the country of whoever counts."""
    body = actor_of(slots.attribution)
    return body.home if body is not None and body.home in EACH else None


def _of_one_event(setting: Setting) -> bool:
    """ "Since the operation began in October, 900 have been killed": the stretch is that of one event."""
    page = setting.page
    if setting.stretch is None:
        return False
    named = next((m for m in setting.moments if m.period is setting.stretch), None)
    arabic = named is not None and page.form[named.end - 1] >= "\u0590"
    floor, stop = setting.start, setting.end
    if named is not None and arabic:  # not "تأتي الغارة بعد شهر من إعلان حصيلة النصف الأول", "61 مداهمة"
        floor, stop = max(floor, named.start - 1), min(stop, named.end + 1)
    for at in range(floor, stop):
        noun = page.noun(at)
        if noun is not None and noun.kind == "event":
            begun = page.form[at] >= "\u0590" and page.before(at) in _LAUNCH  # "منذ انطلاق العمليات"
            counted = page.before(at)[:1].isdigit() or page.before(at) in number_forms()  # "في 20 هجوماً"
            if begun or (noun.number == "one" and not counted):
                return True
    return False


def _pointed_back(setting: Setting) -> bool:
    """ "33 strikes hit the city", "forty were killed there": the place named last, by another word."""
    page = setting.page
    there = page.all(_THERE, setting.start, setting.end)
    if any(page.form[at] != "فيها" or not page.of_kind("event", setting.start, at) for at in there):
        return True  # but not "نفذ 257 هجوماً، قُتل فيها 387"
    if page.has(_PHASE, setting.start, setting.end):
        return True  # "In an earlier phase, in 2022, 226 were arrested": of the same campaign
    kinds = [at for at in page.all(_KINDS, setting.start, setting.end) if page.form[at] != "السجن"]  # "أودعوا السجن"
    return any(page.form[at] >= "\u0590" or page.before(at) == "the" for at in kinds)


_LAUNCH = markers("launch-of")
_KINDS = markers("kind-of-place")
_PHASE = markers("phase")
_THERE = frozenset({"there", "هناك", "فيها", "المخيم"})


def _of_paragraph(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """The place that a sentence without figures named in the same paragraph."""
    slots.set("place", thread.line_place, "carried", "place-of-paragraph")
    return slots.place is not None


def _of_before(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """The place that the report spoke of last, unless the forces named work elsewhere or the figure was told before."""
    repeat = thread.seen.get((count.measure or "", count.low, count.high)) if count.low != 0 else None
    if (home := _home_of_named(setting)) is not None and (thread.place is None or both_countries(thread.place)):
        slots.set("place", country(home), "inferred", "home-of-forces-named")
    elif both_countries(thread.place) and (home := _home_of_monitor(slots)) is not None:
        slots.set("place", country(home), "inferred", "home-of-claimant")
    elif (home := _elsewhere(slots, thread)) is not None:
        slots.set("place", country(home), "inferred", "home-of-actor")
    elif count.zero and _in_other_country(thread):
        slots.set("place", thread.main_place, "carried", "place-of-report")
    elif (
        repeat is not None
        and repeat[0] is not None
        and _in_same_land(repeat[0], thread.place)
        and not _told_finer(thread.place, repeat[0])
    ):
        slots.set("place", repeat[0], "carried", "place-of-repeated-figure")
    else:
        slots.set("place", thread.place, "carried", "place-carried")
    return slots.place is not None


def _told_finer(held: Place | None, before: Place) -> bool:
    """ "killed 13 in northern Iraq. The attack was in Makhmour": what was told of a side of a country is told of a town
    since."""
    if held is None or held.scope not in (None, before.scope) or before.scope is None:
        return False
    return wide(before) and not wide(held)


def _in_same_land(told: Place, held: Place | None) -> bool:
    """ "Syria: two strikes near Raqqa. Strikes in Iraq: two strikes": as many as before, but not there."""
    if held is None or None in (told.scope, held.scope) or both_countries(held):
        return True
    return told.scope in (held.scope or "").split("+") or both_countries(told)


def _in_other_country(thread: Thread) -> bool:
    """ "US jets hit Palmyra. Iraq arrested four. No American was hurt": nobody in the event of the report."""
    main, held = thread.main_place, thread.place
    return main is not None and held is not None and {main.scope, held.scope} == EACH


def _of_whole_time(setting: Setting, thread: Thread) -> bool:
    """ "A civilian was hurt in eastern Syria on January 21. No US troops were killed in the month": in none of the
    places of the month."""
    main, stretch = thread.main_period, setting.stretch
    if main is None or stretch is None or (main.start, main.end) != (stretch.start, stretch.end):
        return False
    return _of_months(stretch) and both_countries(thread.main_place)


def _of_forces(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """Where the actor works, or the whole area of the Coalition."""
    actor = actor_of(slots.actor)
    if actor is not None and actor.home:
        slots.set("place", country(actor.home), "inferred", "home-of-actor")
    elif setting.relevant and "coalition" in (side_of(slots.actor), side_of(slots.attribution)):
        slots.set("place", BOTH, "inferred", "area-of-coalition")
    return slots.place is not None


def _adjective_of(count: Count, setting: Setting) -> str | None:
    """ "22 من الضربات العراقية", "عمليات سوريا والعمليات العراقية": the country of events known before."""
    at = count.noun_at
    if at is None or not setting.page.lex[at].article or at + 1 >= setting.end or count.measure in PEOPLE:
        return None
    return _COUNTRIES.get(setting.page.form[at + 1])


def _subject_of_country(setting: Setting) -> str | None:
    """ "The Iraqi ones left nine dead", "The 12 Syrian operations": the country of the events of which a sentence tells
    what came."""
    form, last = setting.page.form, min(setting.start + _SUBJECT, setting.end - 1)
    at = next((k for k in range(setting.start, last) if form[k] in _ADJECTIVES), None)
    if at is None or form[setting.start] != "the" or form[at + 1] not in _EVENTS_AGAIN:
        return None
    return _ADJECTIVES[form[at]]


def _land_of_towns(setting: Setting) -> str | None:
    """ "قرب سبع مدن عراقية", "في مناطق سورية مختلفة": towns of which only the country is told."""
    page = setting.page
    kinds = (at for at in page.all(_TOWNS, setting.start, setting.end - 1))
    lands = {_COUNTRIES.get("ال" + page.form[at + 1].removeprefix("ال")) for at in kinds} - {None}
    return next(iter(lands)) if len(lands) == 1 else None


_TOWNS = markers("towns-of-land")
_SUBJECT = 3
_ADJECTIVES = {"iraqi": "IQ", "syrian": "SY"}
_EVENTS_AGAIN = markers("events-again")


def _turned(setting: Setting, thread: Thread) -> bool:
    """Whether a sentence turns to another stretch of time, for which the place of the report holds again."""
    turned = setting.stretch is not None and thread.period is not None and setting.stretch != thread.period
    return turned and thread.main_place is not None and thread.main_place.scope is not None


def _village_of_a_day(setting: Setting, thread: Thread) -> bool:
    """A tally of months isn't of the village in which the day's attack was."""
    held, stretch = thread.line_place or thread.place, setting.stretch
    if held is None or held.scope is not None or stretch is None:
        return False
    return _of_months(stretch)


def _wider_than_report(setting: Setting, thread: Thread) -> bool:
    """A tally of months, behind one of both countries, isn't of the one place where the day's event was."""
    stretch, main = setting.stretch, thread.main_place
    if stretch is None or main is None or not both_countries(thread.place) or thread.line_place is not None:
        return False
    return not both_countries(main) and _of_months(stretch)


def _of_months(stretch: Period) -> bool:
    if stretch.start is None or stretch.end is None:
        return False
    return (stretch.end - stretch.start).days > _DAYS_OF_A_MONTH


def _elsewhere(slots: Slots, thread: Thread) -> str | None:
    """Where the named actor works, if the report spoke of the other country last: Iraqi forces act in Iraq; there are
    Asayish in both."""
    if slots.actor == _ASAYISH:
        return None
    home = actors()[slots.actor].home if slots.actor in actors() else None
    far = {"IQ": "SY", "SY": "IQ"}.get(home or "")
    held = thread.place.scope if thread.place is not None else None
    return home if far is not None and held == far and slots.basis.get("actor") == "stated" else None


def _home_of_monitor(slots: Slots) -> str | None:
    """ "48 operations in both countries. The Syrian Observatory counted 160 dead": a monitor watches one country."""
    body = actor_of(slots.attribution)
    told = body is not None and body.side == "monitor" and slots.basis.get("attribution") == "stated"
    return body.home if told and body is not None and body.home in EACH else None


def _home_of_named(setting: Setting) -> str | None:
    """The one country in which all local forces that the sentence names work; the Asayish of the Kurdistan Region, who
    are named beside a body of Iraq, in Iraq."""
    here = [part for part in setting.parts if setting.start <= part.start < setting.end and part.whom in actors()]
    forces = [
        actors()[part.whom]
        for part in here
        if part.whom is not None and actors()[part.whom].side in ("iraq", "sdf", "syria") and part.cls == "forces"
    ]
    homes = {force.home for force in forces}
    if homes == {"SY"} and all(force.canonical == _ASAYISH for force in forces):
        beside = {actors()[part.whom].home for part in here if part.whom is not None}
        homes = {"IQ"} if "IQ" in beside else homes
    return next(iter(homes)) if len(homes) == 1 else None


_ASAYISH = "Asayish"
