"""Whose losses they are: the force to which harmed soldiers, policemen and members belong."""

from __future__ import annotations

from functools import cache

from hasila.lexicon.markers import markers
from hasila.lexicon.words import rows
from hasila.reading.bodies import actor_of, police_at
from hasila.reading.cast import CENTCOM, side_of
from hasila.reading.counts import Count
from hasila.reading.governors import QUOTES
from hasila.reading.groups import FORCES, is_neutral, owned
from hasila.reading.raided import raided_force
from hasila.reading.setting import Setting, Slots
from hasila.reading.thread import Thread
from hasila.text.fold import fold

_AMERICANS = frozenset({CENTCOM, "US forces", "Pentagon"})
_FOES = frozenset({"isis", "jihadist"})
_RANKS = markers("ranks-of")
_SOLDIERS = markers("soldier-noun")
_TAIL = 10
_MILITIA = markers("militia-word")
_ARMIES = {"Iraqi Security Forces": "Iraqi Army"}
_ARMIES_OF = {"IQ": "Iraqi Army", "SY": "Syrian government forces"}


def force_of(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> str | None:
    """The force that lost the people of a count: the one named with them, that tells of its own, or that lost others
    before."""
    if slots.victim != "security" or count.measure not in ("killed", "wounded"):
        return None
    named = group if _is_force(group) else _of_nation(count, setting) or in_ranks(count, setting)
    named = named or _of_same_nation(count, setting)
    named = named or (_by_noun(count, setting) if group is None else None)
    if named is not None:
        return named
    if owned(count, setting):
        return _teller(count, setting, thread, slots)
    if _policemen(count, setting):
        return _police_of(count, setting, thread, slots)
    army = _of_soldiers(count, setting, thread, slots)
    if army is None and thread.lost is None and fallen(count, setting):
        return _teller(count, setting, thread, slots)
    if army is not None or not _nameless(count, setting):
        return army
    return _beside(count, setting) or raided_force(count, setting) or thread.lost


def _by_noun(count: Count, setting: Setting) -> str | None:
    """ "ثلاثة من البيشمركة": the noun of those counted is the name of their force."""
    at = count.noun_at
    named = (part.whom for part in setting.parts if at is not None and part.start <= at < part.end)
    return next((whom for whom in named if _is_force(whom)), None)


def _beside(count: Count, setting: Setting) -> str | None:
    """ "ضابط من قوات النظام ومعه 14 عنصراً": members counted beside those of a force are of it too."""
    if count.noun is None or not (
        count.conj or _WITH_HIM.intersection(setting.page.form[count.start - 1 : count.start])
    ):
        return None
    named = [p.whom for p in setting.parts if setting.start <= p.start < count.start and _is_force(p.whom)]
    return named[-1] if named else None


_WITH_HIM = markers("with-him")


def fallen(count: Count, setting: Setting) -> bool:
    """ "استشهاد مقاتلين", "ثلاثة شهداء": whoever calls the dead martyrs counts them as his own."""
    page = setting.page
    words = [page.form[at] for at in (count.trigger_at, count.noun_at) if at is not None]
    return setting.relevant and any(root in word for word in words for root in _MARTYR)


_MARTYR = markers("martyr-root")


def _nameless(count: Count, setting: Setting) -> bool:
    """ "six martyrs", "four others": nothing says of which force they are."""
    return count.noun is None or count.noun.kind == "casualty" or is_neutral(count, setting)


def _is_force(whom: str | None) -> bool:
    actor = actor_of(whom)
    return actor is not None and actor.cls in FORCES and actor.side not in _FOES


def _of_nation(count: Count, setting: Setting) -> str | None:
    """ "أي جندي أميركي", "جنديان عراقيان": the nation of soldiers names their army."""
    at = count.noun_at
    if at is None or at + 1 >= setting.end or not _soldiers(count, setting):
        return None
    form = setting.page.form[at + 1].removeprefix("ال")
    force = next((_nations()[cut] for cut in _singular(form) if cut in _nations()), None)
    return _ARMIES.get(force or "", force)


def _of_same_nation(count: Count, setting: Setting) -> str | None:
    """ "مقتل جنديين أمريكيين وإصابة ثلاثة جنود آخرين": the other soldiers are of the nation of those before them."""
    if not count.others or not _soldiers(count, setting):
        return None
    before = (other for other in reversed(setting.counts) if other.end <= count.start)
    return next((force for other in before if (force := _of_nation(other, setting))), None)


def _singular(form: str) -> tuple[str, ...]:
    """An adjective without the endings of dual and plural: عراقيين -> عراقي."""
    return form, form[:-2] if form.endswith(("ين", "ون", "ان")) else form, form.removesuffix("ا")


@cache
def _nations() -> dict[str, str]:
    return {fold(form): force for form, force, *_ in rows("ar", "nations")}


def _soldiers(count: Count, setting: Setting) -> bool:
    return count.noun_at is not None and setting.page.form[count.noun_at].removeprefix("و") in _SOLDIERS


def in_ranks(count: Count, setting: Setting) -> str | None:
    """ "قتيلين وعدداً من الجرحى في صفوف القوات الحكومية": a force in whose ranks the losses were."""
    form = setting.page.form
    for part in setting.parts:
        at = part.start - 1
        while at > count.end and (form[at] in QUOTES or form[at] in _MILITIA):
            at -= 1
        ranked = at > 0 and form[at] in _RANKS and form[at - 1] in ("في", "بين")
        if part.start == count.end + 1 and form[count.end] == "من" and _is_force(part.whom):
            return part.whom  # "23 جندياً على الأقل من قوات النظام"
        militia = part.cls == "group" and part.whom is not None and side_of(part.whom) not in _FOES
        if ranked and 0 < part.start - count.end <= _TAIL and (militia or _is_force(part.whom)):
            return part.whom
    return None


def _policemen(count: Count, setting: Setting) -> bool:
    """ "ثلاثة شرطيين", "2 من عناصر الشرطة": people of the police, whatever force lost others before."""
    at = count.noun_at if count.noun_at is not None else count.number[1]
    behind = setting.page.all(_POLICE, at, min(setting.end, max(count.end, at + 1) + 1))
    return any(setting.page.conj[k] == "" for k in behind)


_POLICE = markers("police-word")


def _police_of(count: Count, setting: Setting, thread: Thread, slots: Slots) -> str | None:
    """The police that the sentence names before, that was hit before, or of the country abroad that acts or tells."""
    named = [p.whom for p in setting.parts if setting.start <= p.start < count.start and p.whom]
    told = {p.whom for p in setting.parts if p.whom is not None and p.whom.casefold().endswith("police")}
    near: list[str | None] = [*reversed(named), thread.lost]
    near.extend(told if len(told) == 1 else ())
    for whom in near:
        if whom is not None and whom.casefold().endswith("police"):
            return whom
    for whom in (*reversed(named), thread.hunter, slots.attribution):
        body = actor_of(whom)
        if body is not None and body.side == "other" and (police := police_at(body.home)):
            return police
    return None


def _teller(count: Count, setting: Setting, thread: Thread, slots: Slots) -> str | None:
    """ "قالت قسد إن 148 من مقاتليها استشهدوا": whose own they are, who tells of it or is named before."""
    helpers = {at for at, _ in setting.scene.partners}
    tells = [whom for at, whom, accord in setting.scene.claims if at < count.start and not accord]
    before = [p.whom for p in setting.parts if setting.start <= p.start < count.start and p.start not in helpers]
    for whom in (*reversed(tells), *reversed(before), slots.attribution, thread.actor):
        body = actor_of(whom)
        force = body.acts_through or whom if body is not None else None
        if _is_force(force) and side_of(force) not in _FOES:
            return force
    return None


def _of_soldiers(count: Count, setting: Setting, thread: Thread, slots: Slots) -> str | None:
    """ "الهجوم على سرية الجيش، الذي استشهد فيه 11 جنديا": soldiers are of the army named right before, else of that of
    the country whose forces act or speak."""
    if not _soldiers(count, setting):
        return None
    named = [p.whom for p in setting.parts if setting.start <= p.start < count.start and p.cls == "forces"]
    for whom in (*reversed(named), thread.lost, thread.hunter, slots.attribution):
        body = actor_of(whom)
        if body is not None and body.side in ("iraq", "syria"):
            return _ARMIES_OF.get(body.home or "")
        if body is not None and body.cls == "forces" and body.side == "other":
            return whom
    if slots.attribution in _AMERICANS and not any(side_of(whom) in ("iraq", "syria", "sdf") for whom in named):
        return "US forces"
    scopes = {spot.place.scope for spot in setting.spots}
    return "Iraqi Army" if scopes == {"IQ"} and setting.relevant else None
