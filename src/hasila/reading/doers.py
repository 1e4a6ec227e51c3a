"""Those who act, counted before those on whom they act: "قتل مسلحان خمسة من الشرطة"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.belonging import joined
from hasila.reading.count import Count
from hasila.reading.governors import COMMA, SMALL, WHO_ACTS, set_measure
from hasila.reading.page import Page

_TRANSITIVE = ("any", "act", "person")
_DESCRIPTION = 2
_FAR = 10
_RELATIVE = markers("relative-who")


def object_of_one(page: Page, counts: list[Count], index: int) -> bool:
    """ "قتل شاب غاضب ثلاثة جنود": right behind one or two people after an active verb stand those whom they killed."""
    count, subject = counts[index], counts[index - 1] if index else None
    if subject is None or subject.dead or subject.trigger_at is None or count.conj or count.subset:
        return False
    trigger = page.trigger(subject.trigger_at)
    alone = subject.bare or (subject.rules[:1] == ["ar-dual-noun"] and page.form[subject.end - 1].endswith("ان"))
    if not alone or subject.others or trigger is None or trigger.shape != "verb" or trigger.voice not in _TRANSITIVE:
        return False
    gap = range(subject.end, count.start)
    plain = all(page.lex[k].alpha and not joined(page, k) and not page.lex[k].prep and _describes(page, k) for k in gap)
    attacker = subject.bare and subject.noun is not None and subject.noun.value == "militant"
    if attacker and not plain:
        plain = len(gap) <= _FAR and not any(_new_action(page, k) for k in gap)
    people = count.noun is not None and count.noun.kind == "person" and not page.lex[count.start].prep
    if (len(gap) > _DESCRIPTION and not attacker) or not plain or not people or subject.trigger_at != subject.start - 1:
        return False
    subject.dead = True
    subject.rules.append(WHO_ACTS)
    return set_measure(count, trigger.measure, "object-of-one", subject.trigger_at)


def _new_action(page: Page, at: int) -> bool:
    """Whether the words between who acts and whom he harms hold a clause of their own."""
    clause = page.form[at] in COMMA or page.form[at] in _RELATIVE or joined(page, at)
    return clause or page.trigger(at) is not None or page.cue(at, "verb") is not None


def _describes(page: Page, at: int) -> bool:
    """Whether a word can describe the person before it: an adjective or a nationality, known or not."""
    word = page.word[at]
    return page.form[at] not in SMALL and (word is None or (word.trigger is None and not word.cues))


def strike_people(page: Page, other: Count) -> bool:
    """ "قتلت غارة جوية واحدة ثلاثة مسلحين": events right behind an active verb are its subject, not its object."""
    trigger = page.trigger(other.start - 1) if other.start else None
    event = other.noun is not None and other.noun.kind == "event"
    active = trigger is not None and trigger.shape == "verb" and trigger.voice == "any" and not trigger.filled
    return event and active and page.form[other.start] >= "\u0590" and trigger is not None and trigger.measure in _HURT


_HURT = frozenset({"killed", "wounded"})
