"""The words of the field: counted nouns, actions and cues, with every form they take.

The lexicon files hold lemmas. All inflected forms are generated here, once, so that reading is table look-up:
cases, duals, plurals and possessives of nouns; persons, plurals and object pronouns of verbs. Arabic proclitics
(و ف ب ل ك ال) are split off a word by :func:`hasila.lexicon.lookup.analyse` and remembered.

>>> words("ar").forms["عمليتين"].noun
Noun(kind='event', value='operations', group=None, number='dual')
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import Literal

from hasila.text.fold import fold

NounKind = Literal["person", "casualty", "event", "other", "stock"]
GramNumber = Literal["one", "dual", "many", "dual?", "construct"]
TrigShape = Literal["verb", "masdar", "after", "before", "any"]

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")
_NO_COUNT = ("شرطه", "بيشمركه")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that can be counted. ``value`` is the victim class of a person, the measure of a casualty or event.

    ``owned``: the form carries a possessive, so the people are somebody's own (مقاتليه "its fighters").
    """

    kind: NounKind
    value: str
    group: str | None
    number: GramNumber
    owned: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A form of an action that can bring a count under a measure.

    ``plural``: the form agrees with a plural or dual subject before it; ``filled``: it carries an object pronoun;
    ``nominal``: the form is also the verbal noun (قتل: "killed", "was killed", "the killing of"); ``participle``: an
    English form that can be passive (killed, not kills).
    """

    measure: str
    shape: TrigShape
    voice: str
    plural: bool = False
    filled: bool = False
    future: bool = False
    nominal: bool = False
    participle: bool = True


@dataclass(slots=True)
class Word:
    """What one folded form can be."""

    noun: Noun | None = None
    trigger: Trigger | None = None
    cues: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """All forms of one language; phrases keyed by their first word, longest first."""

    forms: dict[str, Word]
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]]


def rows(lang: str, name: str) -> Iterator[list[str]]:
    """The rows of a lexicon file, without its header."""
    text = (resources.files("hasila.lexicon") / lang / f"{name}.tsv").read_text(encoding="utf-8")
    lines = text.split("\n")
    width = lines[0].count("\t") + 1
    for line in lines[1:]:
        if line and not line.startswith("//"):
            cells = line.split("\t")
            yield cells + [""] * (width - len(cells))


def _noun_of(cls: str, number: GramNumber, owned: bool = False) -> Noun:
    kind, _, value = cls.partition(":")
    value, _, group = value.partition(":")
    return Noun(kind, value, group or None, number, owned)  # type: ignore[arg-type]


def _open(stem: str) -> str:
    """The stem before a suffix: عملية -> عمليت."""
    return stem[:-1] + "ت" if stem.endswith("ه") else stem


_SHORTEST = 2


def _ar_noun_forms(lemma: str, plurals: list[str]) -> Iterator[tuple[str, GramNumber]]:
    stem = fold(lemma)
    base = _open(stem) if lemma.endswith("ة") else stem
    sound = "~ون" in plurals
    for plural in plurals:
        if plural == "~ون":
            yield from ((base + end, "many") for end in ("ون", "و", "ي", "وه", "يه", "وها", "يها", "يهم", "وهم", "ينا"))
        elif plural == "~ات":
            yield from ((base.removesuffix("ت") + end, "many") for end in ("ات", "اته", "اتها", "اتهم", "اتنا"))
        else:
            yield from _with_pronouns(fold(plural), "many")
    if len(stem) > _SHORTEST:  # كمين is an ambush, not two kilometres
        yield base + "ان", "dual"
        yield base + "ين", "dual?" if sound else "dual"
    if base != stem:
        yield from ((base + end, "dual") for end in ("ا", "ي"))
    elif not sound and len(stem) > 3 and not stem.endswith("ي"):
        yield base + "ي", "construct"
    yield from _with_pronouns(stem, "one")
    if not lemma.endswith("ة"):
        yield stem + "ا", "one"


def _feminine(lemma: str) -> Iterator[tuple[str, GramNumber]]:
    """The woman beside the man: تلميذة, تلميذتان, تلميذات."""
    base = fold(lemma)
    yield from ((base + "ه", "one"), (base + "تان", "dual"), (base + "تين", "dual"), (base + "ات", "many"))


def _with_pronouns(stem: str, number: GramNumber) -> Iterator[tuple[str, GramNumber]]:
    yield stem, number
    base = _open(stem)
    yield from ((base + end, number) for end in _PRONOUNS)
    if stem.endswith("اء"):
        yield from ((stem[:-1] + seat + end, number) for end in _PRONOUNS for seat in ("ئ", "ؤ"))
    if not stem.endswith(("ه", "اء", "ي")):
        yield stem + "ا", number


def _ar_past(stem: str) -> Iterator[tuple[str, bool, bool]]:
    yield stem, stem.endswith("وا"), False
    yield stem + "ت", False, False
    yield from ((stem + end, True, False) for end in ("وا", "ا", "تا", "ن"))
    yield stem + "نا", False, False
    for person in ("", "ت", "و"):
        yield from ((stem + person + end, False, True) for end in _PRONOUNS)


def _ar_present(stem: str) -> Iterator[tuple[str, bool, bool, bool]]:
    for person in "يتن":
        for will in ("", "س"):
            head = will + person + stem
            yield head, False, False, bool(will)
            yield from ((head + end, True, False, bool(will)) for end in ("ون", "وا", "ان", "ن"))
            yield from ((head + end, False, True, bool(will)) for end in _PRONOUNS)


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


MEASURES = ("killed", "wounded", "detained", "abducted", "surrendered")


def _ar_verb_words(row: list[str]) -> Iterator[tuple[str, Word]]:
    _, cls, voice, past, present, masdar = row[:6]
    measured = cls in MEASURES

    def word(shape: TrigShape, plural: bool, filled: bool, future: bool = False) -> Word:
        if measured:
            return Word(trigger=Trigger(cls, shape, voice, plural, filled, future))
        return Word(
            cues={"verb": cls} | ({"plural": "1"} if plural else {}) | ({"masdar": "1"} if shape == "masdar" else {})
        )

    for stem in _split(past):
        for form, plural, filled in _ar_past(fold(stem)):
            yield form, word("verb", plural, filled)
    for stem in _split(present):
        for form, plural, filled, future in _ar_present(fold(stem)):
            yield form, word("verb", plural, filled, future)
    for noun in _split(masdar):
        stem = fold(noun)
        yield stem, word("masdar", False, False)
        yield from ((_open(stem) + end, word("masdar", False, True)) for end in _PRONOUNS)


def _en_verb_words(row: list[str]) -> Iterator[tuple[str, Word]]:
    _, cls, voice, forms = row[:4]
    for form in _split(forms):
        if cls in MEASURES:
            shape: TrigShape = "after" if voice in ("intr", "dead") else "before" if voice == "lives" else "any"
            passive = any(part.endswith(("ed", "hurt", "slain")) for part in form.split())
            participle = passive or form.endswith("t dead") or voice == "intr"
            yield form, Word(trigger=Trigger(cls, shape, voice, plural=participle, participle=participle))
        else:
            yield form, Word(cues={"verb": cls})


def _cue_word(row: list[str]) -> Word:
    _, cls, value = row[:3]
    if cls == "trig":
        measure, shape, voice, *_ = [*value.split(":"), "any"]
        fixed: TrigShape = shape  # type: ignore[assignment]
        if shape in ("lost", "cost"):
            fixed, voice = "before", shape
        return Word(trigger=Trigger(measure, fixed, voice, plural=shape in ("after", "any")))
    return Word(cues={cls: value})


def _stronger(held: Trigger | None, new: Trigger | None) -> Trigger | None:
    """The trigger that a form is taken for: without a pronoun before with one, verb before verbal noun.

    إصابة can be the verbal noun or "hit him"; قتل is both a verb and a verbal noun, and is marked so.
    """
    if held is None or new is None:
        return held or new
    if held.filled != new.filled:
        return new if held.filled else held
    if {held.shape, new.shape} == {"verb", "masdar"}:
        return replace(held if held.shape == "verb" else new, nominal=True)
    return held


_STRONGER = ("deny", "prevent", "toll", "outcome", "action", "raid", "speech", "other")


def _rank(value: str) -> int:
    """Which of two classes of verb a form takes that belongs to both (يبلغ: reaches, tells)."""
    return _STRONGER.index(value) if value in _STRONGER else 0


def _merge(into: dict[str, Word], form: str, word: Word) -> None:
    """Add a reading of a form; what stands first stays, cues add up."""
    held = into.get(form)
    if held is None:
        into[form] = Word(word.noun, word.trigger, dict(word.cues))
        return
    held.noun = held.noun or word.noun
    held.trigger = _stronger(held.trigger, word.trigger)
    acts = "verb" in held.cues and "verb" in word.cues
    if acts and ("masdar" in held.cues) != ("masdar" in word.cues):
        held.cues.pop("masdar", None)  # a verb as well as its verbal noun: شن "launched", "the launching of"
    for cls, value in word.cues.items():
        if cls == "masdar" and acts and "masdar" not in held.cues:
            continue
        if cls not in held.cues or _rank(value) < _rank(held.cues[cls]):
            held.cues[cls] = value


def _entries(lang: str) -> Iterator[tuple[tuple[str, ...], Word]]:
    for row in rows(lang, "cues"):
        yield tuple(fold(part) for part in row[0].split()), _cue_word(row)
    verb_words = _ar_verb_words if lang == "ar" else _en_verb_words
    for row in rows(lang, "verbs"):
        for form, word in verb_words(row):
            yield tuple(fold(part) for part in form.split()), word
    late: list[tuple[str, Word]] = []
    for lemma, plural, cls, *_ in rows(lang, "nouns"):
        if lang == "ar":
            for form, number in _ar_noun_forms(lemma, _split(plural)):
                owned = (
                    form.endswith(_PRONOUNS)
                    and not form.endswith("يه")
                    and number in ("one", "many")
                    and form not in (fold(lemma), fold(plural))
                )
                yield tuple(form.split()), Word(noun=_noun_of(cls, number, owned))
            if cls.startswith("person") and not lemma.endswith("ة"):
                late.extend((form, Word(noun=_noun_of(cls, number))) for form, number in _feminine(lemma))
        else:
            yield tuple(lemma.split()), Word(noun=_noun_of(cls, "one"))
            for form in _split(plural):
                yield tuple(form.split()), Word(noun=_noun_of(cls, "many"))
    for form, word in late:
        yield (form,), word


def _under_article(forms: dict[str, Word]) -> None:
    """A cue listed with its article stays the noun that it is without: المرضى (cue: care) are patients too."""
    for form, word in forms.items():
        if word.noun is None and word.trigger is None and form.startswith("ال") and form[2:] in forms:
            word.noun = forms[form[2:]].noun


@cache
def words(lang: str) -> Words:
    """All forms and phrases of a language ("ar" or "en")."""
    forms: dict[str, Word] = {}
    held: dict[tuple[str, ...], Word] = {}
    for key, word in _entries(lang):
        if len(key) == 1:
            _merge(forms, key[0], word)
        else:
            _merge(held, key, word)  # type: ignore[arg-type]
    _under_article(forms)
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for key in sorted(held, key=len, reverse=True):
        phrases.setdefault(key[0], []).append((key, held[key]))
    return Words(forms, phrases)
