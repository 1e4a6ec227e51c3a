"""Forces that act together, where English names them by an adjective: "Iraqi and coalition troops", "a joint US-Iraqi
raid", "with American air support", "an operation between the army and the Peshmerga"."""

from __future__ import annotations

from collections.abc import Callable

from hasila.lexicon.markers import markers
from hasila.reading.bodies import actor_of
from hasila.reading.cast import COALITION, Part, side_of
from hasila.reading.doings import does
from hasila.reading.governors import AUXILIARY
from hasila.reading.page import Page
from hasila.reading.scene import Scene

Force = Callable[[int], str | None]

_EVENTS = markers("attack-after-name") - {"forces", "drones"}
_KINDS = markers("kind-of-attack") - {"forces", "led"}
_JETS = markers("aircraft")
_HELP = markers("help-noun")
_FLOWN = markers("aircraft") | {"strikes", "airstrikes", "fire"}
_HELPED = markers("helped-with")
_BETWEEN = frozenset({"between"})
_FIGHTS = frozenset({"forces", "coalition", "command", "service"})


def force_at(page: Page, here: list[Part], nations: dict[str, str], at: int) -> str | None:
    """The force that the word at a token names: a nation's adjective, the Coalition, or the end of a body's name."""
    if page.form[at] == "coalition":
        return COALITION
    if (force := nations.get(page.form[at])) is not None:
        return force
    part = next((part for part in here if part.end == at + 1), None)
    return part.whom if part is not None and joins(part) else None


def joins(part: Part) -> bool:
    """Whether a name is of a force that can fight beside another one."""
    body = actor_of(part.whom)
    return body is not None and body.cls in _FIGHTS and side_of(part.whom) not in ("isis", "jihadist")


def one_coalition(first: str | None, second: str | None) -> bool:
    """ "US and coalition airstrikes": one that leads the Coalition is no partner of it."""
    return COALITION in (first, second) and side_of(first) == side_of(second)


def of_two_forces(page: Page, force: Force, start: int, end: int, scene: Scene) -> None:
    """ "A joint US-Iraqi raid", "the coalition and SDF operation", "US, Iraqi raid": of two forces before an event the
    first acts, the
    second is its partner."""
    for at in page.all(_EVENTS | _JETS, start, end):
        last = at - 1
        while last > start and page.form[last] in _KINDS:
            last -= 1
        if last <= start:
            continue
        link = page.form[last - 1] == "and" or (page.form[last - 1] == "," and last - 2 == start)
        first = last - 1 - link
        if first < start or not (link or page.hyphened(last)):
            continue
        pair = force(first), force(last)
        if pair[0] is None or pair[1] is None or pair[0] == pair[1] or one_coalition(*pair):
            continue
        strong = any(strong for pos, _, strong in scene.agents if first <= pos <= last)
        _act_together(scene, (first, pair[0]), (last, pair[1]), strong)


def of_event_between(page: Page, here: list[Part], start: int, end: int, scene: Scene) -> None:
    """ "In a joint operation between the army and the Peshmerga", "a joint patrol of the SDF and the Coalition": the
    first acts, with the second."""
    for at in page.all(_BETWEEN | _OF_BOTH, start, end):
        event = page.noun(at - 1) if at > start else None
        of_event = event is not None and event.kind == "event" and event.value in ("operations", "strikes")
        joint = "joint" in page.form[max(start, at - _JOINT_REACH) : at]
        if not (of_event if page.form[at] in _BETWEEN else joint):
            continue
        row = [part for part in here if at < part.start <= at + _ROW and joins(part)]
        if len(row) > 1 and row[0].whom != row[1].whom and "and" in page.form[row[0].end : row[1].start]:
            _act_together(scene, (row[0].start, row[0].whom or ""), (row[1].start, row[1].whom or ""), True)


_ROW = 10
_JOINT_REACH = 3
_OF_BOTH = frozenset({"of", "by"})


def bare_coalition(page: Page, here: list[Part], start: int, end: int, scene: Scene) -> None:
    """ "SDF and Coalition conduct 347 raids", "said that coalition and allies killed nine": the Coalition without an
    article."""
    for at in page.all(_COALITION, start + 1, end - 2):
        if at in page.inside:
            continue
        first = next((part for part in here if part.end == at - 1 and joins(part)), None)
        verb = next((k for k in range(at + 1, end) if page.form[k] not in AUXILIARY), at + 1)
        if page.form[at - 1] == "and" and first is not None and does(page, verb):
            if not one_coalition(first.whom, COALITION):
                scene.partners.append((at, COALITION))
        elif page.form[at - 1] == "that" and page.form[at + 1] == "and" and page.form[at + 2] in _ALLIED:
            scene.agents.append((at, COALITION, False))


_COALITION = frozenset({"coalition"})
_ALLIED = markers("allied-word")


def _act_together(scene: Scene, first: tuple[int, str], second: tuple[int, str], strong: bool) -> None:
    scene.agents[:] = [row for row in scene.agents if row[0] not in (first[0], second[0])]
    scene.agents.append((*first, strong))
    scene.partners.append(second)


def by_help(page: Page, force: Force, start: int, end: int, scene: Scene) -> None:
    """ "With US air support", "under coalition air cover", "backed by American airstrikes": whose help it was."""
    for at in page.all(_HELP | _FLOWN, start, end):
        whose = at - 1
        while whose > start and page.form[whose] in _KINDS:
            whose -= 1
        whom = force(whose) if whose > start else None
        head = whose - 1
        while whom is not None and head > start and page.inside.get(head) is not None:
            head -= 1
        if whom is None or not _told_as_help(page, head, at, start):
            continue
        scene.agents[:] = [row for row in scene.agents if not head < row[0] <= at]
        if all(held != whom for _, held in scene.partners):
            scene.partners.append((whose, whom))


def _told_as_help(page: Page, head: int, at: int, start: int) -> bool:
    """Whether the words before a force say that it helps: "with" before its support, "backed by" before its jets."""
    head -= page.form[head] in ("the", "a")
    if head > start and page.form[head] == "by" and page.form[head - 1] in _HELPED:
        return True
    return head >= start and page.form[at] in _HELP and page.form[head] in ("with", "under")
