"""What a speaker is: a voice; and the words for ranks and roles (``ar|en/roles.tsv``) by which speakers are known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from hasila.lexicon.lookup import splits
from hasila.lexicon.markers import markers
from hasila.lexicon.words import rows
from hasila.reading.cast import Part
from hasila.reading.page import Page
from hasila.reading.scene import Scene
from hasila.text.fold import fold

VoiceKind = Literal["person", "role", "body", "statement"]
NOT_SUBJECT = markers("not-subject")
OF = markers("office-of")
_THAT = markers("complementiser")
NO_NAMES = markers("no-person-name")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: ``name`` as it is given out, ``role`` where one is known, ``body`` the actor spoken for."""

    name: str | None
    role: str | None
    kind: VoiceKind
    body: str | None = None


STATEMENT = Voice(None, None, "statement")


@cache
def roles() -> dict[str, dict[str, str]]:
    """The words of ``roles.tsv`` of both languages, folded: word -> class -> English value."""
    table: dict[str, dict[str, str]] = {}
    for lang in ("ar", "en"):
        for form, cls, value, *_ in rows(lang, "roles"):
            table.setdefault(" ".join(fold(word) for word in form.split()), {})[cls] = value
    return table


@lru_cache(maxsize=100_000)
def role_of(form: str) -> dict[str, str]:
    """The classes of a form, clitics taken off."""
    table = roles()
    if form in table or form[:1] < "\u0590":
        return table.get(form) or table.get(form.removesuffix("'s"), {})
    return next((table[rest] for _, _, _, rest in splits(form) if rest in table), {})


@cache
def _pair_firsts() -> tuple[str, ...]:
    return tuple({entry.split()[0] for entry in roles() if " " in entry})


@lru_cache(maxsize=100_000)
def _begins_pair(form: str) -> bool:
    """Whether an entry of two words can begin with a form."""
    return form.endswith(_pair_firsts())


def role_at(page: Page, at: int) -> dict[str, str]:
    """What a token is among ranks and roles; two-word entries go first."""
    form = page.form[at]
    if at + 1 < len(page.form) and _begins_pair(form):
        pair = role_of(f"{form} {page.form[at + 1]}")
        if pair:
            return pair
    return role_of(form)


def asides(page: Page, here: list[Part], start: int, end: int, scene: Scene) -> None:
    """ "هاجم التنظيم حاجزين، زاعماً مقتل سبعة": whoever acts says it, where the sentence has no other speaker."""
    if aside_forms().isdisjoint(page.form[start:end]):
        return
    subject = scene.subject or _telling_subject(page, here, start)
    if subject is None or page.has(_THAT, start, subject[0]):
        return  # "وأشار التقرير إلى أن القوات قتلت 207، منوها إلى": who acts in what is told says nothing
    for at in range(subject[0] + 1, end):
        if page.form[at] not in aside_forms() or any(pos < at for pos, _, _ in scene.claims):
            continue
        if page.form[at] >= "\u0590" or not _told_before(page, subject[0], at):
            scene.claims.append((at, subject[1], False))


def _told_before(page: Page, start: int, at: int) -> bool:
    """ "The men killed three, the source added, noting that": somebody else spoke, who goes on."""
    return any(page.cue(k, "verb") == "speech" and page.form[k] not in aside_forms() for k in range(start + 1, at))


def _telling_subject(page: Page, here: list[Part], start: int) -> tuple[int, str] | None:
    """ "The Observatory laid the attack to ISIS, saying 37 had died": an English sentence that a monitor opens."""
    first = here[0] if here and here[0].start - start <= _OPENS else None
    if first is None or first.whom is None or first.cls != "observatory" or page.form[first.start] >= "\u0590":
        return None
    return None if page.before(first.start) in NOT_SUBJECT else (first.start, first.whom)


_OPENS = 3


@cache
def aside_forms() -> frozenset[str]:
    """The participles by which a sentence goes on to say something: مضيفا, زاعمة."""
    return frozenset(form for form, held in roles().items() if "aside" in held)
