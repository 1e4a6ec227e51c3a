"""Whom a count of people is of: the group it names, and which side its people are on."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors
from hasila.lexicon.words import Noun
from hasila.model import Victim
from hasila.reading.cast import ISIS, side_of
from hasila.reading.counts import Count
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.thread import Thread

_NEUTRAL = markers("neutral-person")

_FORCES = frozenset({"forces", "command", "service", "coalition"})

_IN_THEM = frozenset({"فيها", "خلالها", "فيه", "خلاله"})

_OWN_PEOPLE = ("ه", "ها", "هم", "هما", "نا")

_SECURITY_WORDS = markers("security-word")

_CIVILIAN_WORDS = markers("civilian-word")

_MILITANT_WORDS = markers("militant-word")


def group_of(count: Count, setting: Setting, thread: Thread) -> str | None:
    if count.noun is not None and count.noun.group:
        return count.noun.group
    if count.group is None:
        return _owner(count, setting, thread) if _owned(count, setting) else None
    return next(
        (part.whom for part in setting.parts if part.mention is count.group or part.start == count.group.start), None
    )


def _owner(count: Count, setting: Setting, thread: Thread) -> str | None:
    """ "خسر التنظيم تسعة ... ووقع سبعة من أفراده في الأسر": the group's own, where it is the last one named but for
    those that only help; and "وقتل فيها 4 من عناصره" in a sentence that names nobody, after operations against it."""
    allies = {at for at, _ in setting.scene.partners}
    named = [part for part in setting.parts if part.end <= count.start and part.whom and part.cls != "agency"]
    before = [part.whom for part in named if part.start not in allies]
    if before:
        return ISIS if before[-1] == ISIS else None
    his = count.noun_at is not None and setting.page.tokens.raw[count.noun_at].endswith("ه")
    hunted = his and setting.against_isis and thread.attacker is None and not thread.harmed
    within = any(form in _IN_THEM for form in setting.page.form[setting.start : count.start])
    return ISIS if hunted and (within or thread.last_target == ISIS) else None


def _neutral(count: Count, setting: Setting) -> bool:
    """Fighters and members are on either side: in the story of an attack they are on the side that was hit."""
    if count.noun is None:
        return True
    return count.noun_at is not None and setting.page.form[count.noun_at].lstrip("و") in _NEUTRAL


def victim(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    if count.measure not in PEOPLE:
        return
    noun = count.noun
    if noun is None or (noun.kind == "person" and noun.value == "unknown" and count.others):
        noun = _neighbour_noun(count, setting) or noun
    if (
        noun is count.noun
        and noun is not None
        and noun.value != "civilian"
        and _owned(count, setting)
        and group is None
    ):
        slots.set("victim", "security", "stated", "victim-own-people")
        return
    side = side_of(group)
    if group is not None and (
        side in ("isis", "jihadist") or (actors()[group].cls == "group" if group in actors() else False)
    ):
        slots.set("victim", "militant", "stated", "victim-of-group")
    elif group is not None and group in actors() and actors()[group].cls in _FORCES:
        slots.set("victim", "security", "stated", "victim-of-force")
    elif thread.harmed and group is None and _neutral(count, setting) and count.measure in ("killed", "wounded"):
        slots.set("victim", "security", "carried", "victims-of-the-attack")
    elif noun is not None and noun.kind == "person" and noun.value in ("militant", "security", "civilian"):
        slots.set("victim", _belonging(count, setting) or noun.value, "stated", "victim-of-noun")
    else:
        value = _belonging(count, setting)
        slots.set(
            "victim",
            value or "unknown",
            "stated" if value else "inferred",
            "victim-open" if value is None else "victim-of-complement",
        )


def _owned(count: Count, setting: Setting) -> bool:
    """ "مقاتليه", "أبنائنا", "its soldiers": somebody's own people, so victims of the other side."""
    if count.noun_at is None or count.noun is None or count.noun.kind != "person" or count.noun.number != "many":
        return False
    raw = setting.page.tokens.raw[count.noun_at]
    if raw[:1] < "\u0590":
        owner = setting.page.form[max(count.noun_at - 1, 0)]
        return owner in ("its", "their", "our") and count.noun.value in ("security", "militant")
    return raw.endswith(_OWN_PEOPLE) and not raw.endswith(("ة", "انا")) and len(raw) > 4


def _neighbour_noun(count: Count, setting: Setting) -> Noun | None:
    """ "قتل ثلاثة مدنيين وأصيب خمسة": a count without a noun shares that of the one before, else of the one after."""
    index = next((k for k, other in enumerate(setting.counts) if other is count), 0)
    after = [other for other in setting.counts[index + 1 : index + 2] if other.start - count.end <= _NEXT]
    for other in (*reversed(setting.counts[:index]), *after):
        if other.noun is not None and other.noun.kind == "person" and not other.dead and not other.subset:
            return other.noun
    return _antecedent(count, setting) if count.partitive else None


def _antecedent(count: Count, setting: Setting) -> Noun | None:
    """ "لدى خروج المصلين، مما أسفر عن مقتل ثمانية منهم": the people that the pronoun stands for."""
    for at in range(count.start - 1, max(setting.start, count.start - _FAR) - 1, -1):
        noun = setting.page.noun(at)
        if noun is not None and noun.kind == "person" and noun.number == "many":
            return noun
    return None


_NEXT = 8
_FAR = 12


def _belonging(count: Count, setting: Setting) -> Victim | None:
    """Whose people they are, by the words right after the noun: عناصر الشرطة, رجال الجيش."""
    page = setting.page
    at = count.number[1]
    of_people: Victim | None = None
    for k in range(at, min(setting.end, max(count.end, at + 1) + 2)):
        if count.noun_at is not None and k > count.noun_at and page.conj[k]:
            break
        form = page.form[k].lstrip("و")
        if form in _SECURITY_WORDS:
            return "security"
        if form in _CIVILIAN_WORDS:
            return "civilian"
        if form in _MILITANT_WORDS:
            return "militant"
        noun = page.noun(k)
        if page.cue(k, "subset") or page.cue(k, "agent") or (k >= count.end and page.conj[k]):
            break
        if form.removeprefix(page.lex[k].prep) in _NEUTRAL and noun is not None:
            of_people = noun.value  # type: ignore[assignment]
            continue
        if (
            k != count.noun_at
            and noun is not None
            and noun.kind == "person"
            and noun.value in ("security", "civilian", "militant")
            and not page.conj[k]
        ):
            return noun.value  # type: ignore[return-value]
        if page.trigger(k) is not None:
            break
    return of_people
