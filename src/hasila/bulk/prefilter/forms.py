"""What to look for: the names without which no report is on the mission, drawn from the lexicon each time.

A report is read as one of the mission where it names ISIS or the SDF, or the Iraqi forces beside fighters
(:func:`hasila.reading.domain.is_relevant`). So the names of the first decide alone. Those of the Iraqi forces, of the
coalition, and what is an ordinary word as well (الخوارج, مسد, "IS"), decide where the page speaks of fighters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from hasila.lexicon.names import Actor, Name, NameKind, Site, actors, folded, spellings
from hasila.lexicon.words import words

Lang = Literal["ar", "en"]
LANGS: tuple[Lang, ...] = ("ar", "en")
_MISSION = frozenset({"isis", "sdf"})
_COMMANDS = frozenset({"command", "coalition", "partner"})
_ARTICLE = "ال"
_SHORT = 3


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """A name as folded words. ``cased``: it counts in capitals only (SDF)."""

    lang: Lang
    words: tuple[str, ...]
    cased: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def short(self) -> bool:
        """Whether it is so short that it may stand inside other words: قسد, مسد."""
        return len(self.text) <= _SHORT


@dataclass(frozen=True, slots=True)
class Forms:
    """The least set of forms: what holds a longer one holds one of these."""

    deciding: tuple[Form, ...]
    supporting: tuple[Form, ...]
    fighters: tuple[Form, ...]


@cache
def wanted() -> Forms:
    """The forms of this lexicon."""
    deciding, supporting = set(_fighters_of(_MISSION)), set[Form]()
    for form, name in _names():
        (deciding if _decides(form, name) else supporting).add(form)
    others = _pairs_of_others(deciding)
    least = _least((*(_telling(form, others) for form in deciding), *_strikes_of_the_coalition()))
    national = (_national(form) for form in supporting)
    rest = [form for form in _least(national) if not any(_covers(held, form) for held in least)]
    return Forms(tuple(least), tuple(rest), tuple(_least(_fighters())))


def _names() -> Iterator[tuple[Form, Name]]:
    """Every name of a side of the mission, as a form."""
    written, names = zip(*spellings("actor"), strict=True)
    for words_of, name in zip(folded(written), names, strict=True):
        if isinstance(name.entity, Actor) and _concerned(name.entity):
            yield _form(words_of, name), name


def _form(words_of: tuple[str, ...], name: Name) -> Form:
    lang: Lang = "ar" if "\u0600" <= words_of[-1][-1] <= "\u06ff" else "en"
    return Form(lang, _bare(words_of) if lang == "ar" else words_of, name.cased and len(words_of) == 1)


def _bare(words_of: tuple[str, ...]) -> tuple[str, ...]:
    """Without the article of the first word, which a preposition may swallow: للأسايش."""
    first = words_of[0].removeprefix(_ARTICLE)
    return (first, *words_of[1:]) if len(first) > 2 else words_of


def _concerned(actor: Actor) -> bool:
    ours = actor.side == "coalition" and actor.partner and actor.cls in _COMMANDS
    return ours or actor.side in ("isis", "sdf", "iraq")


def _decides(form: Form, name: Name) -> bool:
    entity = name.entity
    assert isinstance(entity, Actor)
    own = entity.side in _MISSION or (
        entity.side == "coalition" and entity.cls == "command" and not entity.acts_through
    )
    return own and not name.needs_cue and not (form.cased and len(form.text) < _SHORT)


def _strikes_of_the_coalition() -> Iterator[Form]:
    """ "coalition airstrikes": in English the coalition is often named by that word alone, which others use as well."""
    for form, word in words("en").forms.items():
        if word.noun is not None and word.noun.kind == "event" and word.noun.value == "strikes":
            yield Form("en", ("coalition", form))


def _national(form: Form) -> Form:
    """The adjective of a country in a name, which most of such names have: "Iraqi", عراقي."""
    for word in form.words:
        for country in _countries():
            if word.removeprefix(_ARTICLE).startswith(country) and len(word.removeprefix(_ARTICLE)) > len(country):
                return Form(form.lang, (word.removeprefix(_ARTICLE),))
    return form


@cache
def _countries() -> frozenset[str]:
    """How the countries of the mission are called, in a word."""
    near = [form for form, name in spellings("place") if isinstance(name.entity, Site) and _is_near(name.entity)]
    return frozenset(words_of[0].removeprefix(_ARTICLE) for words_of in folded(near) if len(words_of) == 1)


def _is_near(site: Site) -> bool:
    return site.level == "country" and site.scope in ("IQ", "SY")


def _fighters() -> Iterator[Form]:
    for lang in LANGS:
        known = words(lang)
        for form, word in known.forms.items():
            if word.noun is not None and word.noun.value == "militant":
                yield Form(lang, (form,))
        for pairs in known.phrases.values():
            for words_of, word in pairs:
                if word.noun is not None and word.noun.value == "militant":
                    yield Form(lang, words_of)


def _fighters_of(sides: frozenset[str]) -> Iterator[Form]:
    """The words that name the fighters of a side by themselves: داعشي."""
    for form in _fighters():
        noun = words(form.lang).forms[form.text].noun if len(form.words) == 1 else None
        actor = actors().get(noun.group or "") if noun is not None else None
        if actor is not None and actor.side in sides:
            yield form


def _telling(form: Form, others: frozenset[tuple[str, str]]) -> Form:
    """Of a longer form the longest two words that stand together in no other name: they tell it, and are found faster.

    قيادة القوات المركزية الأمريكية is told by المركزية الأمريكية.
    """
    pairs = [pair for pair in pairwise(form.words) if pair not in others and min(map(len, pair)) > _SHORT]
    if len(form.words) < 3 or not pairs:
        return form
    longest = max(pairs, key=lambda pair: (len(pair[0]) + len(pair[1]), pair))
    return Form(form.lang, _bare(longest) if form.lang == "ar" else longest)


def _pairs_of_others(deciding: set[Form]) -> frozenset[tuple[str, str]]:
    """The pairs of words that stand together in names of actors, people and places that do not decide."""
    kinds: tuple[NameKind, ...] = ("actor", "person", "place")
    found: set[tuple[str, str]] = set()
    for kind in kinds:
        for words_of in folded(form for form, _ in spellings(kind)):
            if not any(Form(lang, _bare(words_of)) in deciding for lang in LANGS):
                found.update(pairwise(words_of), pairwise(_bare(words_of)))
    return frozenset(found)


def _least(forms: Iterable[Form]) -> list[Form]:
    """The forms that hold no other one."""
    kept: list[Form] = []
    for form in sorted(forms, key=lambda form: (len(form.text), form)):
        if not any(_covers(held, form) for held in kept):
            kept.append(form)
    return kept


def _covers(held: Form, form: Form) -> bool:
    """Whether ``held`` is found wherever ``form`` is."""
    if held.lang != form.lang or (held.cased and not form.cased):
        return False
    if held.lang == "ar" and not held.short:
        return held.text in form.text
    return f" {held.text} " in f" {form.text} "
