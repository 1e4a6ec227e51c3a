"""What those who hunt ISIS are not the doers of, whoever acted last: attacks, kidnappings, the deaths of bystanders."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.model import Figure
from hasila.reading.able import LOCAL
from hasila.reading.bodies import actor_of
from hasila.reading.case import Answer, Case
from hasila.reading.cast import COALITION, ISIS, TASK_FORCE, side_of

_BY_ISIS: Answer = (ISIS, "carried", "attack-by-isis")


def on_mission(case: Case) -> bool:
    """Whether a report tells of the fight against ISIS, in Iraq and Syria or elsewhere."""
    return case.setting.relevant or case.setting.against_isis


def attacks(whom: str | None) -> bool:
    """Whether an attack can be its doing: those of armed groups are called so, what forces do are operations."""
    body = actor_of(whom)
    return body is not None and (body.cls == "group" or side_of(whom) in ("isis", "jihadist"))


def spared(whom: str, case: Case) -> bool:
    """Whether a force that acted before is no doer of a count that names none: "nine villagers were abducted", "seven
    bombings killed 315 people"."""
    measure = case.count.measure
    if measure == "attacks":
        return not attacks(whom)
    if side_of(whom) == "coalition" and _own_nationals(case):
        return True
    body = actor_of(whom)
    force = body is not None and body.cls == "forces"
    if force and measure == "abducted":
        return True
    local = force and (side_of(whom) in LOCAL or side_of(whom) == "other")
    return local and measure in ("killed", "wounded") and (case.slots.victim == "civilian" or _some_people(case))


def _own_nationals(case: Case) -> bool:
    """ "after the deaths of three Americans": not by those who fight beside them."""
    at = case.count.noun_at
    return at is not None and case.setting.page.form[at] in _ALLIES_MEN


_ALLIES_MEN = markers("ally-nationals")


def _some_people(case: Case) -> bool:
    """ "recorded the killing of two people": people of whom no side is said, and who are no part of others."""
    count = case.count
    named = count.noun is not None and count.noun.kind == "person" and count.noun_at is not None
    told = named and count.start <= (count.noun_at or 0) < count.end and not (count.others or count.partitive)
    return told and case.slots.victim == "unknown" and case.group is None


def told_by_coalition(whom: str, case: Case) -> bool:
    """ "Jordan's jets flew 56 raids. The task force said that 11 strikes had been conducted": it tells of its own."""
    told = case.setting.scene.claims[-1:]
    return case.count.measure == "strikes" and whom != COALITION and any(row[1] in _COALITION for row in told)


_COALITION = frozenset({COALITION, TASK_FORCE})


def run_by_forces(case: Case) -> bool:
    """ "CENTCOM ran 196 operations. ISIS claimed 153 attacks. 137 operations took place in Iraq": operations are of
    those who hunt ISIS, also behind its attacks, unless some are called its own; missions always are."""
    count, thread = case.count, case.thread
    if count.measure != "operations" or thread.isis_runs:
        return False
    return thread.hunts or (count.noun_at is not None and case.setting.page.form[count.noun_at] in _MISSION)


_MISSION = markers("mission")


def attackers(case: Case) -> Answer | None:
    """ "Turkey has been attacked by Daesh, with ten bombings", "17 attacks since May": whose attacks they are, in a
    report on ISIS that names nobody else for them."""
    if case.count.measure != "attacks" or not on_mission(case) or case.own is not None:
        return None
    start, at = case.setting.start, case.count.start
    named = [part for part in case.setting.parts if start <= part.start < at and attacks(part.whom)]
    if named:
        return (ISIS, "inferred", "attackers-named") if named[-1].whom == ISIS else None
    return _BY_ISIS if case.thread.attacker == ISIS else None


def only_hurt(figure: Figure) -> bool:
    """ "15 were wounded": of people hurt in a report on ISIS nothing says that they were its men, and hit by its
    hunters."""
    carried = figure.basis.get("target") == "carried"
    one_day = figure.kind == "event"
    return carried and one_day and figure.measure == "wounded" and figure.victim == "unknown"
