"""What a report is about: the mission or not, and subjects in which the same words mean something else.

A hospital's operations, a striker's strikes and an earthquake's dead are not what Hasila counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from hasila.lexicon.names import Actor
from hasila.reading.count import EVENTS, Count
from hasila.reading.page import Page

_PLAYED = EVENTS | {"killed", "wounded", "surrendered"}
_CIVIL = frozenset({"medical", "finance", "labour"})
_ARMED = frozenset({"isis", "coalition", "sdf", "jihadist", "iraq"})


def _cues(page: Page | None) -> Counter[str]:
    found: Counter[str] = Counter()
    if page is not None:
        found.update(page.cued.get("domain", {}).values())
    return found


def _sides(page: Page | None) -> Counter[str]:
    found: Counter[str] = Counter()
    if page is not None:
        for mention in page.names:
            entity = mention.name.entity
            if isinstance(entity, Actor):
                found[entity.side] += 1
    return found


def is_relevant(title: Page | None, body: Page) -> bool:
    """Whether a report concerns the mission: ISIS or the counter-ISIS forces, in Iraq or Syria."""
    sides = _sides(title) + _sides(body)
    if (
        not sides["isis"]
        and not sides["sdf"]
        and not (sides["iraq"] and sum(page.people("militant") for page in (title, body) if page) >= 2)
    ):
        return False
    scopes = Counter(
        mention.name.entity.scope
        for page in (title, body)
        if page is not None
        for mention in page.names
        if mention.kind == "place"
    )
    near = sum(number for scope, number in scopes.items() if set((scope or "").split("+")) & {"IQ", "SY"})
    far = sum(scopes.values()) - near - scopes["US"]
    if not scopes and (sides["isis"] or sides["iraq"]):
        return True
    return (near > 0 and near >= far) or (sides["coalition"] > 1 and sides["isis"] > 0 and far == 0)


def _violence(page: Page | None) -> int:
    """How many words speak of fighters, soldiers, the dead and the caught."""
    found = 0
    for word in page.word if page is not None else ():
        if word is not None and word.noun is not None:
            found += word.noun.value in ("militant", "security") or word.noun.kind == "casualty"
        if word is not None and word.trigger is not None:
            found += 1
    return found


_LABORATORY = 4


def blocked(title: Page | None, body: Page) -> Callable[[Count], bool]:
    """A test for counts that the subject of the report rules out."""
    cues = _cues(title) + _cues(body)
    if not cues:
        return lambda count: False
    sides = _sides(title) + _sides(body)
    armed = sum(sides[side] for side in _ARMED)
    violence = _violence(title) + _violence(body)
    civil = sum(cues[name] for name in _CIVIL)
    game = armed - sides["iraq"] <= 1 and cues["sport"] >= 2 and 3 * cues["sport"] > violence
    science = cues["science"] >= _LABORATORY and armed == sides["isis"]  # ISIS is a neutron source, too
    calm = 2 * civil + 3 * cues["sport"] + cues["care"]
    peaceful = armed == 0 and calm > violence and (civil + cues["sport"] > 0 or cues["care"] > 1)
    mishap = cues["accident"] + cues["disease"]
    headed = title is not None and any(_cues(title)[name] for name in ("accident", "disease"))
    accident = (
        (headed or mishap >= 4)
        and mishap >= 2
        and sides["isis"] == 0
        and mishap * 2 >= _fighting(title) + _fighting(body)
    )

    def test(count: Count) -> bool:
        if science or (game and count.measure in _PLAYED):
            return True
        if peaceful and (count.measure in EVENTS or cues["medical"] > 1):
            return True
        return accident and count.measure in ("killed", "wounded", "casualties")

    return test


def _fighting(page: Page | None) -> int:
    """How many words speak of fighters and attacks."""
    words = page.word if page is not None else ()
    return sum(
        word is not None and word.noun is not None and word.noun.value in ("militant", "attacks", "strikes")
        for word in words
    )
