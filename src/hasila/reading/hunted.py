"""Deeds by which one can tell the hunters of ISIS from ISIS: it arrests nobody, and they lay no bombs."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.cast import ISIS, side_of
from hasila.reading.counts import Count
from hasila.reading.governors import BE
from hasila.reading.setting import Setting
from hasila.reading.thread import Thread

_ARREST = markers("arrest-root")
_NEUTRALISED = markers("neutralised-root")
_BOMBS = markers("bomb")
_LEFT_BY = markers("left-by")


def arrested_by_hunters(count: Count, setting: Setting) -> bool:
    """ "ألقي القبض على مئة": people nobody describes who are arrested, as ISIS arrests nobody, are caught by the other
    side."""
    at = count.trigger_at
    if count.measure != "detained" or at is None or not setting.relevant:
        return False
    words = setting.page.form[at : max(setting.page.until[at], at + 1)]
    return any(root in word for word in words for root in _ARREST)


def beside_arrests(count: Count, setting: Setting) -> bool:
    """ "عن قتل تسعة عشر واعتقال سبعة وثلاثين": whoever kills and arrests in one breath hunts."""
    at, end = count.trigger_at, count.end
    if count.measure != "killed" or at is None or not count.nameless:
        return False
    page = setting.page
    after = next((o for o in setting.counts if o.measure == "detained" and o.trigger_at in (end, end + 1)), None)
    return after is not None and bool(page.conj[after.trigger_at or 0])


def killed_by_forces(count: Count, setting: Setting) -> bool:
    """ "Army aviation bombed the attackers and killed three", "Troops sent after them killed two": people of whom no
    more is said, as the object of what forces did."""
    page, at = setting.page, count.trigger_at
    if at is None or at >= count.start or page.form[at] >= "\u0590" or not (count.nameless and setting.relevant):
        return False
    trigger = page.trigger(at)
    if trigger is None or trigger.shape != "any" or page.before(at) in BE or page.has(_WHO, setting.start, at):
        return False
    if any(side_of(whom) in ("isis", "jihadist") for _, whom, _ in setting.scene.agents):
        return False
    named = [part.start for part in setting.parts if setting.start <= part.start < at]
    people = [*named[:1], *page.of_kind("person", setting.start, at)[:1]]
    return bool(people) and _force(setting, min(people), at)


def _force(setting: Setting, at: int, verb: int) -> bool:
    """Whether a force that acts, or men of one as the subject of a finite verb, begins at a token."""
    page = setting.page
    agent = next((whom for pos, whom, _ in setting.scene.agents if pos == at), None)
    if page.form[verb].endswith("ing"):
        return False
    if agent is not None or any(part.start == at for part in setting.parts):
        return side_of(agent) in _HUNTERS
    noun = page.noun(at)
    return noun is not None and noun.value == "security" and noun.number == "many" and not page.has(BE, at, verb)


_HUNTERS = frozenset({"coalition", "iraq", "sdf", "syria"})
_WHO = frozenset({"who", "that", "which", "when"})


def put_down(count: Count, setting: Setting, victim: str | None) -> bool:
    """ "القبض على خمسة وتحييد اثنين": who is neutralised, or killed beside those who are caught, is hunted."""
    if victim != "unknown" or count.trigger_at is None:
        return False
    words = setting.page.form[count.trigger_at]
    caught = (other for other in setting.counts if other.end <= count.start and count.others)
    return any(root in words for root in _NEUTRALISED) or any(arrested_by_hunters(other, setting) for other in caught)


def bombed(count: Count, setting: Setting) -> bool:
    """ "مقتل ثلاثة بانفجار عبوة ناسفة": people whom something hurts that was left to explode."""
    hurt = count.measure in ("killed", "wounded")
    return hurt and not _BOMBS.isdisjoint(setting.page.form[setting.start : setting.end])


def laid_by_isis(setting: Setting, thread: Thread) -> bool:
    """ "عبوة ناسفة من مخلفات داعش", or what explodes in the story of its attacks."""
    laid = any(whom == ISIS for _, whom, _ in setting.scene.agents) or thread.attacker == ISIS
    left = (part.whom == ISIS and setting.page.form[part.start - 1] in _LEFT_BY for part in setting.parts)
    return laid or any(left)
