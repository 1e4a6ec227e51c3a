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
from typing import Literal, get_args

from hasila.text.fold import fold

NounKind = Literal["person", "casualty", "event", "other", "stock"]
GramNumber = Literal["one", "dual", "many", "dual?", "construct"]
TrigShape = Literal["verb", "masdar", "after", "before", "any"]

_NUMBERS: tuple[GramNumber, ...] = get_args(GramNumber)
_OWNED: tuple[GramNumber, ...] = ("one", "many")
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")


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


@dataclass(frozen=True, slots=True)
class Word:
    """What one folded form can be. Forms that are the same share one word, which nobody may change."""

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


@cache
def _noun_word(cls: str, number: GramNumber, owned: bool = False) -> Word:
    kind, _, value = cls.partition(":")
    value, _, group = value.partition(":")
    return Word(noun=Noun(kind, value, group or None, number, owned))  # type: ignore[arg-type]


def _open(stem: str) -> str:
    """The stem before a suffix: عملية -> عمليت."""
    return stem[:-1] + "ت" if stem.endswith("ه") else stem


_SHORTEST = 2


def _ar_noun_forms(lemma: str, plurals: list[str]) -> Iterator[tuple[str, GramNumber]]:
    stem = fold(lemma)
    if len(stem) <= _SHORTEST and not plurals:
        yield stem, "one"  # كم for kilometre takes no endings: كما is "as"
        return
    base = _open(stem) if lemma.endswith("ة") else stem
    sound = "~ون" in plurals
    for plural in plurals:
        if plural == "~ون":
            yield from ((base + end, "many") for end in ("ون", "و", "ي", "وه", "يه", "وها", "يها", "يهم", "وهم", "ينا"))
        elif plural == "~ات":
            yield from ((base.removesuffix("ت") + end, "many") for end in ("ات", "اته", "اتها", "اتهم", "اتنا"))
        else:
            yield from _with_pronouns(fold(plural), "many")
            if plural.endswith("ى"):
                yield from ((fold(plural)[:-1] + "ا" + end, "many") for end in _PRONOUNS)  # قتلاهم
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


# What a stem of the past takes after it: the ending, whether it is plural, whether it is an object pronoun.
_PAST = (
    *(("ت", False, False), ("وا", True, False), ("ا", True, False), ("تا", True, False), ("ن", True, False)),
    ("نا", False, False),
    *((person + end, False, True) for person in ("", "ت", "و") for end in _PRONOUNS),
)
# What a stem of the present takes around it: the same, and before it the person and whether it is the future.
_PRESENT = tuple(
    (will + person, end, plural, filled, bool(will))
    for person in "يتن"
    for will in ("", "س")
    for end, plural, filled in (
        ("", False, False),
        *((end, True, False) for end in ("ون", "وا", "ان", "ن")),
        *((end, False, True) for end in _PRONOUNS),
    )
)
_PAST_ENDS = [end for end, *_ in _PAST]
_PRESENT_ENDS = [(head, end) for head, end, *_ in _PRESENT]


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


MEASURES = ("killed", "wounded", "detained", "abducted", "surrendered")


@cache
def _ar_verb_word(cls: str, voice: str, shape: TrigShape, plural: bool, filled: bool, future: bool = False) -> Word:
    if cls in MEASURES:
        return Word(trigger=Trigger(cls, shape, voice, plural, filled, future))
    return Word(
        cues={"verb": cls} | ({"plural": "1"} if plural else {}) | ({"masdar": "1"} if shape == "masdar" else {})
    )


def _ar_verb_words(row: list[str]) -> Iterator[tuple[str, Word]]:
    _, cls, voice, past, present, masdar = row[:6]
    words = [_ar_verb_word(cls, voice, "verb", plural, filled) for _, plural, filled in _PAST]
    for stem in map(fold, _split(past)):
        yield stem, _ar_verb_word(cls, voice, "verb", stem.endswith("وا"), False)
        yield from zip([stem + end for end in _PAST_ENDS], words, strict=True)
    words = [_ar_verb_word(cls, voice, "verb", plural, filled, future) for _, _, plural, filled, future in _PRESENT]
    for stem in map(fold, _split(present)):
        yield from zip([head + stem + end for head, end in _PRESENT_ENDS], words, strict=True)
    for noun in _split(masdar):
        stem = fold(noun)
        yield stem, _ar_verb_word(cls, voice, "masdar", False, False)
        owned = _ar_verb_word(cls, voice, "masdar", False, True)
        yield from ((_open(stem) + end, owned) for end in _PRONOUNS)


def _en_verb_words(row: list[str]) -> Iterator[tuple[str, Word]]:
    _, cls, voice, forms = row[:4]
    for form in _split(forms):
        if cls in MEASURES:
            shape: TrigShape = "after" if voice in ("intr", "dead") else "before" if voice == "lives" else "any"
            passive = any(part.endswith(("ed", "hurt", "slain", "caught")) for part in form.split())
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


def _merged(held: Word, new: Word) -> Word:
    """Two readings of one form; what stands first stays, cues add up."""
    cues = dict(held.cues)
    acts = "verb" in cues and "verb" in new.cues
    if acts and ("masdar" in cues) != ("masdar" in new.cues):
        cues.pop("masdar", None)  # a verb as well as its verbal noun: شن "launched", "the launching of"
    for cls, value in new.cues.items():
        if cls == "masdar" and acts and "masdar" not in cues:
            continue
        if cls not in cues or _rank(value) < _rank(cues[cls]):
            cues[cls] = value
    noun_only = "noun-only" in cues  # نصيب "share" is no form of أصاب "we wound"
    return Word(held.noun or new.noun, None if noun_only else _stronger(held.trigger, new.trigger), cues)


def _key(text: str) -> str:
    return " ".join(fold(part) for part in text.split())


def _entries(lang: str) -> Iterator[tuple[str, Word]]:
    """Every folded form, or phrase of such forms, with what it can be."""
    for row in rows(lang, "cues"):
        yield _key(row[0]), _cue_word(row)
    if lang == "ar":
        yield from _ar_entries()
        return
    for row in rows(lang, "verbs"):
        for form, word in _en_verb_words(row):
            yield _key(form), word
    for lemma, plural, cls, *_ in rows(lang, "nouns"):
        yield _key(lemma), _noun_word(cls, "one")
        for form in _split(plural):
            yield _key(form), _noun_word(cls, "many")


def _ar_entries() -> Iterator[tuple[str, Word]]:
    """Verbs and nouns. Their forms are made of folded stems, and so are folded."""
    for row in rows("ar", "verbs"):
        yield from _ar_verb_words(row)
    late: list[tuple[str, Word]] = []
    lemmas = {fold(lemma) for lemma, *_ in rows("ar", "nouns")}
    for lemma, plural, cls, *_ in rows("ar", "nouns"):
        if " " in lemma:
            yield from (
                (_key(form), _noun_word(cls, "one" if form == lemma else "many")) for form in (lemma, *_split(plural))
            )
            continue
        plain = fold(lemma), fold(plural)
        words = {number: _noun_word(cls, number) for number in _NUMBERS}
        owned = {number: _noun_word(cls, number, True) for number in _OWNED}
        for form, number in _ar_noun_forms(lemma, _split(plural)):
            if number in owned and form.endswith(_PRONOUNS) and not form.endswith("يه") and form not in plain:
                if form in lemmas:
                    late.append((form, owned[number]))  # محافظة is a province before it is "its governor"
                else:
                    yield form, owned[number]
            else:
                yield form, words[number]
        if cls.startswith("person") and not lemma.endswith("ة"):
            late.extend((form, words[number]) for form, number in _feminine(lemma))
    yield from late


def _under_article(forms: dict[str, Word]) -> None:
    """A cue listed with its article stays the noun that it is without: المرضى (cue: care) are patients too."""
    for form, word in forms.items():
        if word.noun is None and word.trigger is None and form.startswith("ال") and form[2:] in forms:
            forms[form] = replace(word, noun=forms[form[2:]].noun)


@cache
def words(lang: str) -> Words:
    """All forms and phrases of a language ("ar" or "en")."""
    forms: dict[str, Word] = {}
    for form, word in _entries(lang):
        held = forms.setdefault(form, word)
        if held is not word:
            forms[form] = _merged(held, word)
    phrases = [(tuple(form.split()), forms.pop(form)) for form in [form for form in forms if " " in form]]
    phrases.sort(key=lambda phrase: len(phrase[0]), reverse=True)
    _under_article(forms)
    by_first: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for key, word in phrases:
        by_first.setdefault(key[0], []).append((key, word))
    return Words(forms, by_first)
