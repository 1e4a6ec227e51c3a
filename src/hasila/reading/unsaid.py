"""English verbs of saying by which their subject states nothing: passives, claims of events, arrests of ISIS."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.cast import Part, side_of
from hasila.reading.governors import BE
from hasila.reading.page import Page
from hasila.values.numbers import number_forms

_PRONOUNS = markers("pronoun")
_OWNS = markers("claims-attack")


def states_nothing(page: Page, at: int) -> bool:
    """Whether a verb of saying behind its subject only weighs a thing, is passive, or tells which events are meant."""
    passing = _of_its_events(page, at) or _in_passing(page, at) or _brings_to_end(page, at)
    return passing or takes_lives(page, at) or _passive(page, at) or _weighs(page, at) or _we(page, at)


def _we(page: Page, at: int) -> bool:
    """ "“It killed 14 IS operatives, not 15 as we first reported,” CENTCOM said": whoever is quoted, not the group."""
    return "we" in page.form[max(0, at - _WE_SAID) : at]


_WE_SAID = 2


def _brings_to_end(page: Page, at: int) -> bool:
    """ "The SDF concluded the third phase of its campaign": a deed; not "concluded that the campaign failed"."""
    told = page.form[at + 1 : at + _QUOTED]
    return page.form[at] in _ENDS and told[:1] != ["that"] and not _CAMPAIGN.isdisjoint(told)


_ENDS = markers("end-verb")
_CAMPAIGN = markers("campaign-word")


def takes_lives(page: Page, at: int) -> bool:
    """ "An attack attributed to ISIS claimed at least 53 lives": nobody claims anything."""
    return page.form[at] in _OWNS and not _LIVES.isdisjoint(page.form[at + 1 : at + _TAKEN])


_LIVES = frozenset({"lives", "life"})
_TAKEN = 7


def _in_passing(page: Page, at: int) -> bool:
    """ "Three car bombs that the Islamic State claimed killed 93": which bombs, not who counts the dead."""
    name = page.inside.get(at - 1)
    if name is None or page.form[at] not in _OWNS:
        return False
    first = name.start - 1 if page.form[name.start - 1] == "the" else name.start
    follow = page.form[at + 1 : at + 2]
    return page.form[first - 1] in _WHICH and follow not in (["that"], ["to"], ["it"])


_WHICH = frozenset({"that", "which"})


def counted_claims(page: Page, at: int) -> bool:
    """ "CENTCOM reported that ISIS claimed 153 attacks": the attacks are claimed, the number is CENTCOM's."""
    number = page.form[at + 1][:1].isdigit() or page.form[at + 1] in number_forms()
    return page.form[at] in _OWNS and number


def told_by_another(page: Page, here: list[Part], at: int, end: int) -> bool:
    """ "ISIS claimed 153 attacks in Iraq and Syria, the US military said": whoever closes the sentence counted them."""
    if not counted_claims(page, at):
        return False
    for part in here:
        head = part.start - (page.before(part.start) == "the")
        if head > at + 1 and page.before(head) == "," and part.whom and side_of(part.whom) != "isis":
            return part.end < end and page.cue(part.end, "verb") == "speech"
    return False


def _passive(page: Page, at: int) -> bool:
    """ "were reported dead"; not "IS said", where the word before the verb is a name."""
    quoted = page.form[at] == "quoted" and "saying" in page.form[at + 1 : at + _QUOTED]  # "was quoted by it as saying"
    return page.form[at - 1] in BE and at - 1 not in page.inside and not quoted


_QUOTED = 9


def catches(page: Page, here: list[Part], at: int, end: int) -> bool:
    """ "The group also declared that it had arrested nine ISIS members": whoever tells of such arrests is not ISIS."""
    caught = next(
        (k for k in range(at + 1, end) if (t := page.trigger(k)) is not None and t.measure == "detained"), end
    )
    return any(caught < part.start and side_of(part.whom) == "isis" and not part.generic for part in here)


def _weighs(page: Page, at: int) -> bool:
    """ "a force assessed the results of the strike": whoever assesses a thing states nothing yet."""
    return page.form[at].startswith("assess") and page.form[at + 1 : at + 2] in (["the"], ["its"], ["their"])


def _of_its_events(page: Page, at: int) -> bool:
    """ "double the attacks it claimed in 2023": a clause that only tells which events are meant."""
    noun = page.noun(at - 2) if page.form[at - 1] in _PRONOUNS and at > 1 else None
    return noun is not None and noun.kind == "event" and noun.number == "many"
