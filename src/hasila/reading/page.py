"""A text with what the lexicon sees in it: one pass of look-up, on which everything else in this package works."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, compress
from operator import attrgetter
from typing import Any, TypeVar

from hasila.lexicon.lookup import Lexeme, analyse
from hasila.lexicon.markers import markers
from hasila.lexicon.words import Noun, Trigger, Word
from hasila.reading.brackets import with_plain_lists
from hasila.reading.datewords import dates_of
from hasila.reading.sight import Mention, Sight
from hasila.text.tokens import BREAK, Tokens, tokenise
from hasila.values.dates import DateMention
from hasila.values.numbers import number_forms

_REMEMBERED = 100_000
_LONGEST = 400
_COMMAS = frozenset({",", "،", "؛", ";"})
_START, _COUNTS = attrgetter("start"), attrgetter("counting")
_STOPS = frozenset({".", "!", "?", "؟", "…", BREAK})
_ABBREVIATED = markers("abbreviation")


T = TypeVar("T")


def once(find: Callable[[Page], T]) -> Callable[[Page], T]:
    """What is told of a whole text, found when it is first asked for: names are asked for it one by one."""

    def told(page: Page) -> T:
        if find not in page.known:
            page.known[find] = find(page)
        held: T = page.known[find]
        return held

    return told


@dataclass(slots=True)
class Page:
    """Tokens with their lexemes; ``word``/``until`` the effective word at a token and where it ends.

    Rules ask for words of a class far more often than a text holds one, so what stands where is found once:
    ``noun`` and ``trigger`` tell that of a token (None also outside the text), ``cued`` and ``cues`` the tokens with a
    cue, as table and in order, ``kinds`` those with a noun of a kind, :meth:`where` those of a class of forms.
    """

    tokens: Tokens
    form: list[str]
    lex: list[Lexeme]
    word: list[Word | None]
    until: list[int]
    conj: list[str]
    name_at: dict[int, Mention]
    names: list[Mention]
    inside: dict[int, Mention]
    dates: list[DateMention]
    date_at: dict[int, DateMention]
    sentences: list[tuple[int, int]]
    marks: list[int]
    counting: list[int]
    dated: frozenset[int]
    noun: Callable[[int], Noun | None]
    trigger: Callable[[int], Trigger | None]
    cued: dict[str, dict[int, str]]
    cues: dict[str, list[int]]
    kinds: dict[str, list[int]]
    places: dict[str, list[int]]
    forms: frozenset[str]
    found: dict[frozenset[str], list[int]] = field(default_factory=dict)
    known: dict[Callable[[Page], object], Any] = field(default_factory=dict)

    def within(self, start: int, end: int) -> list[int]:
        """The tokens of [start, end) that the lexicon knows a meaning of."""
        marks = self.marks
        return marks[bisect_left(marks, start) : bisect_left(marks, end)]

    def countable(self, start: int, end: int) -> list[int]:
        """The tokens of [start, end) at which a count can begin."""
        return self.counting[bisect_left(self.counting, start) : bisect_left(self.counting, end)]

    def cue(self, at: int, name: str) -> str | None:
        held = self.cued.get(name)
        return held.get(at) if held is not None else None

    def cued_in(self, name: str, start: int, end: int) -> int | None:
        """The first token of [start, end) with a cue."""
        held = self.cues.get(name)
        if held is None:
            return None
        at = bisect_left(held, start)
        return held[at] if at < len(held) and held[at] < end else None

    def cued_at(self, name: str, start: int, end: int) -> list[int]:
        """The tokens of [start, end) with a cue."""
        held = self.cues.get(name)
        return held[bisect_left(held, start) : bisect_left(held, end)] if held is not None else []

    def of_kind(self, kind: str, start: int, end: int) -> list[int]:
        """The tokens of [start, end) with a noun of a kind."""
        held = self.kinds.get(kind)
        return held[bisect_left(held, start) : bisect_left(held, end)] if held is not None else []

    def where(self, forms: frozenset[str]) -> list[int]:
        """The tokens that are one of some words, in order; looked up once for each class of words."""
        held = self.found.get(forms)
        if held is None:
            stand = () if forms.isdisjoint(self.forms) else forms & self.forms
            held = self.found[forms] = sorted(chain.from_iterable(map(self.places.__getitem__, stand))) if stand else []
        return held

    def first(self, forms: frozenset[str], start: int, end: int) -> int | None:
        """The first token of [start, end) that is one of some words."""
        held = self.found.get(forms)
        if held is None:
            held = self.where(forms)
        if not held:
            return None
        at = bisect_left(held, start)
        return held[at] if at < len(held) and held[at] < end else None

    def all(self, forms: frozenset[str], start: int, end: int) -> list[int]:
        """The tokens of [start, end) that are one of some words."""
        held = self.found.get(forms)
        if held is None:
            held = self.where(forms)
        return held[bisect_left(held, start) : bisect_left(held, end)] if held else []

    def has(self, forms: frozenset[str], start: int, end: int) -> bool:
        """Whether one of some words stands in [start, end)."""
        held = self.found.get(forms)
        if held is None:
            held = self.where(forms)
        if not held:
            return False
        at = bisect_left(held, start)
        return at < len(held) and held[at] < end

    def line_start(self, at: int, most: int) -> int:
        """Where the line of a token begins, or ``most`` tokens before it."""
        breaks = self.places.get(BREAK)
        index = bisect_left(breaks, at) if breaks is not None else 0
        return max(breaks[index - 1] + 1 if breaks is not None and index else 0, at - most)

    def before(self, at: int) -> str:
        """The form of the token before one; nothing stands before the first."""
        return self.form[at - 1] if at > 0 else ""

    def among(self, at: int, words: frozenset[str]) -> bool:
        """Whether a token is one of some words, with or without "and" written onto it: وقعت, ووقعت."""
        return self.form[at] in words or self.form[at].removeprefix("و") in words

    def people(self, victim: str) -> int:
        """How many words of the text are nouns for people of a sort."""
        people = (self.noun(at) for at in self.kinds.get("person", ()))
        return sum([noun is not None and noun.value == victim for noun in people])

    def is_person(self, at: int) -> bool:
        noun = self.noun(at)
        return noun is not None and noun.kind == "person"

    def hyphened(self, at: int) -> bool:
        """Whether a hyphen joins a token to the one before it: "backed" in "US-backed"."""
        return self.tokens.text[self.tokens.end[at - 1] : self.tokens.start[at]] == "-" if at else False

    def text(self, start: int, end: int) -> str:
        return self.tokens.text[self.tokens.start[start] : self.tokens.end[min(end, len(self.form)) - 1]]


_COUNTING = markers("any-of") | markers("one-of-them") | markers("another") | markers("count-word")


def _can_count(entry: Lexeme) -> bool:
    """Whether a token can begin a count: a number, a dual, a single noun, or a word such as "both" or "another"."""
    form, word = entry.form, entry.word
    if form[:1].isdigit() or form in number_forms() or form in _COUNTING:
        return True
    if word is None:
        return False
    return (word.noun is not None and word.noun.number != "many") or "twice" in word.cues


@lru_cache(maxsize=_REMEMBERED)
def lexeme(raw: str) -> Lexeme:
    """The lexeme of a token, from memory where it was seen before."""
    held = analyse(raw)
    held.counting = _can_count(held)
    return held


Found = TypeVar("Found", Mention, DateMention)


def starting(mentions: list[Found], start: int, end: int) -> list[Found]:
    """Of mentions in the order of the text, those that begin in [start, end)."""
    return mentions[bisect_left(mentions, start, key=_START) : bisect_left(mentions, end, key=_START)]


def _sentences(forms: list[str], lex: list[Lexeme], stops: list[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for at in stops:
        if not (forms[at] == "." and at and _abbreviates(forms, lex, at)):
            if at > start:
                spans.extend(_short_enough(forms, start, at))
            start = at + 1
    if len(forms) > start:
        spans.extend(_short_enough(forms, start, len(forms)))
    return spans


def _short_enough(forms: list[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut at a comma where it would be a whole page: no figure reaches that far, and every rule looks
    through its sentence."""
    while end - start > _LONGEST:
        cut = next((at for at in range(start + _LONGEST, start + _LONGEST // 2, -1) if forms[at] in _COMMAS), None)
        cut = start + _LONGEST if cut is None else cut + 1
        yield start, cut
        start = cut
    yield start, end


def _abbreviates(forms: list[str], lex: list[Lexeme], at: int) -> bool:
    before = forms[at - 1]
    if before in _ABBREVIATED:
        return at + 1 < len(forms) and forms[at + 1] != BREAK
    if before == "x" and forms[at - 2] == "on":
        return False  # "the minister wrote on X. The army": no initial
    return len(before) == 1 and before.isalpha() and at + 1 < len(forms) and lex[at + 1].alpha


_PICTURE = markers("picture")


_LINE, _CREDIT = 90, 8


def picture_line(page: Page, left: int) -> bool:
    """ "A picture taken on Oct. 20 shows", "Troops near Hama, May 3. Army photo by Somebody": a picture's caption."""
    if not page.where(_PICTURE):
        return False
    end = next((k for k in range(left, min(len(page.form), left + _LINE)) if page.form[k] == BREAK), left)
    credited = range(max(left, end - _CREDIT), end - 1)
    if any(page.form[k] in _PICTURE and page.form[k + 1] in ("by", ":") for k in credited):
        return True
    if page.form[end - 1] == ")" and not _PICTURE.isdisjoint(page.form[max(left, end - _CREDIT) : end]):
        return True  # "Jets over Iraq on July 18, 2019. (U.S. Air Force photo)"
    if any(page.form[k] in _PICTURE and page.form[k - 1] in ("this", "file") for k in range(left + 1, end)):
        return True  # "Damage in Sabratha, in this file photo on February 19, 2016."
    at = left + 1 if page.form[left : left + 1] in (["a"], ["this"], ["the"], ["an"], ["file"]) else left
    taken = page.form[at + 1 : at + 2] in (["taken"], ["shows"], ["released"], ["showing"], ["provided"])
    return at < len(page.form) and page.form[at] in _PICTURE and taken


def _by_start(names: list[Mention]) -> dict[int, Mention]:
    """The name at each start; a place goes before the government it can stand for."""
    table: dict[int, Mention] = {}
    for name in names:
        held = table.get(name.start)
        if held is None or (held.kind == "actor" and held.name.cls == "metonym"):
            table[name.start] = name
    return table


def annotate(text: str) -> Page:
    """Tokenise a text and look every token up."""
    tokens = tokenise(text)
    forms = with_plain_lists(tokens.form)
    lex = list(map(lexeme, tokens.raw))
    sight = Sight(forms, lex)
    sight.look_up(tokens.raw)
    sight.look_around(tokens.raw)
    dates = dates_of(forms, tokens.raw)
    marks = list(compress(range(len(lex)), sight.word))
    places = _places(forms)
    nouns, triggers, cued = _meanings(sight.word, marks)
    return Page(
        tokens,
        forms,
        lex,
        sight.word,
        sight.until,
        sight.conj,
        _by_start(sight.names),
        sight.names,
        sight.inside,
        dates,
        {d.start: d for d in dates},
        _sentences(forms, lex, sorted(at for stop in _STOPS for at in places.get(stop, ()))),
        marks,
        list(compress(range(len(lex)), map(_COUNTS, lex))),
        frozenset(at for day in dates for at in range(day.start, day.end)),
        nouns.get,
        triggers.get,
        cued,
        {name: list(held) for name, held in cued.items()},
        _by_kind(nouns),
        places,
        frozenset(places),
    )


def _meanings(
    words: list[Word | None], marks: list[int]
) -> tuple[dict[int, Noun], dict[int, Trigger], dict[str, dict[int, str]]]:
    """The nouns and actions by token, and by each cue the tokens that have it."""
    nouns: dict[int, Noun] = {}
    triggers: dict[int, Trigger] = {}
    cued: dict[str, dict[int, str]] = {}
    for at in marks:
        word = words[at]
        if word is None:
            continue
        if word.noun is not None:
            nouns[at] = word.noun
        if word.trigger is not None:
            triggers[at] = word.trigger
        for name, value in word.cues.items():
            if name in cued:
                cued[name][at] = value
            else:
                cued[name] = {at: value}
    return nouns, triggers, cued


def _by_kind(nouns: dict[int, Noun]) -> dict[str, list[int]]:
    """The tokens with a noun, by its kind, in order."""
    kinds: dict[str, list[int]] = {}
    for at, noun in nouns.items():
        kinds.setdefault(noun.kind, []).append(at)
    return kinds


def _places(forms: list[str]) -> dict[str, list[int]]:
    """The tokens of each form, in order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        places[form].append(at)
    return dict(places)
