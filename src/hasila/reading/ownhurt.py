"""People whom a force tells of as its own losses, and those hurt beside them: whoever tells of them did not do it."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.attacks import hit_by_isis
from hasila.reading.bodies import actor_of
from hasila.reading.case import Answer, Case
from hasila.reading.cast import ISIS, side_of
from hasila.reading.losses import fallen
from hasila.reading.nations import of_other_army

_NOBODY: Answer = (None, "stated", "")
_BY_ISIS: Answer = (ISIS, "carried", "attack-by-isis")


def of_teller(case: Case) -> Answer | None:
    """ "أعلنت الوزارة مقتل سبعة إرهابيين واستشهاد ضابط", "أعلنت القيادة مقتل جنديين ومترجم مدني": losses of whoever
    announces them."""
    count, setting, thread = case.count, case.setting, case.thread
    if case.own is None or case.own != case.slots.attribution or case.group is not None:
        return None
    if count.measure not in ("killed", "wounded") or _armed_group(case.own):
        return None
    soldiers = case.slots.victim == "security" and not of_other_army(setting.page, count.noun_at)
    if not (soldiers or _beside_soldiers(case)):
        return None
    return _BY_ISIS if setting.relevant and hit_by_isis(count, setting, thread) else _NOBODY


def of_own_country(case: Case) -> bool:
    """ "عملية للشرطة التركية ضد التنظيم أدت إلى مقتل ثلاثة شرطيين": those hurt are of the country whose forces act."""
    acting, hurt = actor_of(case.own), actor_of(case.group)
    if acting is None or acting.side != "other" or acting.cls == "group" or not case.setting.against_isis:
        return False
    return hurt is None or hurt.home == acting.home


def of_martyrs(case: Case) -> Answer | None:
    """ "استشهد ثلاثة عراقيين في هجوم إرهابي": who is called a martyr was not killed by those who hunt ISIS, nor by who
    tells of it."""
    bystander = case.slots.victim in ("unknown", "civilian") and case.group is None
    if not bystander or side_of(case.own) not in _HUNTERS_OR_NOBODY or not fallen(case.count, case.setting):
        return None
    return _BY_ISIS if hit_by_isis(case.count, case.setting, case.thread) else _NOBODY


_HUNTERS_OR_NOBODY = frozenset({"", "coalition", "iraq", "sdf", "syria"})


def _armed_group(whom: str) -> bool:
    """Whether it is one that boasts of the soldiers it kills."""
    body = actor_of(whom)
    return side_of(whom) in ("isis", "jihadist") or (body is not None and body.cls == "group")


def _beside_soldiers(case: Case) -> bool:
    """Whether bystanders and others stand in a row with soldiers who were hurt."""
    count, setting, thread = case.count, case.setting, case.thread
    before = [other for other in setting.counts if other.measure and other.end <= count.start]
    row = count.conj or count.others or "coordination" in count.rules
    soldiers = any(other.noun is not None and other.noun.value == "security" for other in before)
    harmed = bool(before) and (thread.harmed or soldiers)
    return row and harmed and case.slots.victim in ("civilian", "unknown")


def avenged(case: Case) -> Answer | None:
    """ "ضربات رداً على مقتل جنديين ومترجم": those whose death is answered died by the other side."""
    page, at = case.setting.page, case.count.trigger_at
    if at is None or case.slots.victim == "militant" or side_of(case.own) in ("isis", "jihadist"):
        return None
    if at < case.setting.start + 1 or at >= case.count.start or not page.has(_IN_RESPONSE, at - 2, at):
        return None
    if any(strong and by > case.count.start for by, _, strong in case.setting.scene.agents):
        return None
    return (ISIS, "inferred", "death-answered") if case.setting.relevant else _NOBODY


_IN_RESPONSE = markers("in-response")
