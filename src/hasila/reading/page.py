"""A text with what the lexicon sees in it: one pass of look-up, on which everything else in this package works."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from hasila.lexicon.lookup import Branch, Entry, Lexeme, analyse, phrases
from hasila.lexicon.markers import markers
from hasila.lexicon.words import Noun, Trigger, Word
from hasila.reading.bodies import around
from hasila.reading.brackets import with_plain_lists
from hasila.reading.datewords import dates_of
from hasila.text.tokens import BREAK, Tokens, tokenise
from hasila.values.dates import DateMention
from hasila.values.numbers import number_forms

_REMEMBERED = 100_000
_LONGEST = 400
_COMMAS = frozenset({",", "،", "؛", ";"})
_START = attrgetter("start")
_STOPS = frozenset({".", "!", "?", "؟", "…", BREAK})
_ABBREVIATED = markers("abbreviation")


@dataclass(slots=True)
class Mention:
    """A name in the text: tokens [start, end), with the clitics of its first word."""

    kind: str
    start: int
    end: int
    name: Any
    conj: str = ""
    prep: str = ""


@dataclass(slots=True)
class Page:
    """Tokens with their lexemes; ``word``/``until`` the effective word at a token and where it ends."""

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

    def within(self, start: int, end: int) -> list[int]:
        """The tokens of [start, end) that the lexicon knows a meaning of."""
        marks = self.marks
        return marks[bisect_left(marks, start) : bisect_left(marks, end)]

    def countable(self, start: int, end: int) -> list[int]:
        """The tokens of [start, end) at which a count can begin."""
        return self.counting[bisect_left(self.counting, start) : bisect_left(self.counting, end)]

    def cue(self, at: int, name: str) -> str | None:
        word = self.word[at] if 0 <= at < len(self.word) else None
        return word.cues.get(name) if word else None

    def noun(self, at: int) -> Noun | None:
        word = self.word[at] if 0 <= at < len(self.word) else None
        return word.noun if word else None

    def before(self, at: int) -> str:
        """The form of the token before one; nothing stands before the first."""
        return self.form[at - 1] if at > 0 else ""

    def among(self, at: int, words: frozenset[str]) -> bool:
        """Whether a token is one of some words, with or without "and" written onto it: وقعت, ووقعت."""
        return self.form[at] in words or self.form[at].removeprefix("و") in words

    def people(self, victim: str) -> int:
        """How many words of the text are nouns for people of a sort."""
        return sum([word.noun.value == victim for word in self.word if word is not None and word.noun is not None])

    def is_person(self, at: int) -> bool:
        noun = self.noun(at)
        return noun is not None and noun.kind == "person"

    def trigger(self, at: int) -> Trigger | None:
        word = self.word[at] if 0 <= at < len(self.word) else None
        return word.trigger if word else None

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


_PLACE_CUES = markers("direction") | markers("place-cue")
_DUAL = markers("dual-sign")
_LEADS_TO_PLACE = markers("direction") | markers("locative")
_TITLE_CUES = markers("title-cue")
_GROUP_CUES = markers("group-cue")
_DEEDS = markers("deed-of-force")
_CUES = {"place": _PLACE_CUES, "person": _TITLE_CUES, "actor": _GROUP_CUES}


def _allowed(name: Any, kind: str, forms: list[str], at: int, prep: str, conj: str, known: set[str]) -> bool:
    """Whether a name that is also an ordinary word has a cue beside it."""
    if not name.needs_cue:
        return True
    if (kind == "person" or name.cls == "abbreviation") and name.canonical in known:
        return True
    if name.canonical == "coalition" and forms[at + 1 : at + 2] and forms[at + 1] in _DEEDS:
        return True
    return (prep in ("ب", "ل") and kind == "place") or (not conj and at > 0 and forms[at - 1] in _CUES[kind])


_GENITIVE = "'s"
_QUOTE_MARKS = frozenset("\"“”«»'‘’/(")


Found = TypeVar("Found", Mention, DateMention)


def starting(mentions: list[Found], start: int, end: int) -> list[Found]:
    """Of mentions in the order of the text, those that begin in [start, end)."""
    return mentions[bisect_left(mentions, start, key=_START) : bisect_left(mentions, end, key=_START)]


def _reach(forms: list[str], at: int, rest: tuple[str, ...]) -> int:
    """Where a phrase ends whose further words are ``rest``, from token ``at``; 0 where it does not match. Quote marks
    may interrupt it once: تنظيم "الدولة الإسلامية"."""
    skipped = False
    size, last = len(forms), len(rest) - 1
    for index, form in enumerate(rest):
        if at < size and forms[at] in _QUOTE_MARKS and not skipped:
            at, skipped = at + 1, True
        if at >= size or (forms[at] != form and not (index == last and forms[at] == form + _GENITIVE)):
            return 0
        at += 1
    return at


def _candidates(forms: list[str], at: int, branch: Branch) -> list[tuple[int, Entry]]:
    """The phrases of a branch that stand at a token, longest first, with where they end."""
    found: list[tuple[int, Entry]] = []
    if branch.longer and at + 1 < len(forms):
        second = at + 1
        if forms[second] in _QUOTE_MARKS and second + 1 < len(forms):
            second += 1
        for entry in branch.longer.get(forms[second], ()):
            end = _reach(forms, second + 1, entry.rest) if entry.rest else second + 1
            if end:
                found.append((end, entry))
        if forms[second].endswith(_GENITIVE):
            owners = branch.longer.get(forms[second].removesuffix(_GENITIVE), ())
            found.extend((second + 1, entry) for entry in owners if not entry.rest)
    found += [(at + 1, entry) for entry in branch.single]
    return found


def _match(
    forms: list[str], at: int, lex: Lexeme, table: dict[str, Branch], raw: str, known: set[str]
) -> tuple[list[Mention], tuple[int, Word, str] | None]:
    """The longest names (one of each kind) and the longest cue phrase that start at a token."""
    found: list[Mention] = []
    phrase = None
    follow = forms[at + 1].removesuffix(_GENITIVE) if at + 1 < len(forms) else ""
    for key, conj, prep in lex.keys:
        branch = table[key]
        if not branch.single and follow not in branch.longer and follow not in _QUOTE_MARKS:
            continue
        for end, entry in _candidates(forms, at, branch):
            if entry.kind == "word":
                phrase = phrase or (end, entry.value, conj)
            elif (not found or (end >= found[0].end and all(held.kind != entry.kind for held in found))) and _admitted(
                forms, at, entry, prep, conj, raw, known
            ):
                found = [held for held in found if held.end == end]
                found.append(Mention(entry.kind, at, end, entry.value, conj, "" if prep == "short" else prep))
    return found, phrase


def _admitted(forms: list[str], at: int, entry: Entry, prep: str, conj: str, raw: str, known: set[str]) -> bool:
    if entry.kind == "person" and not entry.value.article and forms[at][len(conj) + len(prep) :].startswith("ال"):
        return False  # "الرائد صالح": a rank and a name, not a man called رائد صالح
    if entry.size == 1:
        if prep == "short":
            return False
        if entry.value.cased and not raw.replace(".", "").removesuffix("'s").removesuffix("’s").isupper():
            return False
    return _allowed(entry.value, entry.kind, forms, at, prep, conj, known)


def _sentences(forms: list[str], lex: list[Lexeme]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for at, form in enumerate(forms):
        if form in _STOPS and not (form == "." and at and _abbreviates(forms, lex, at)):
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
    return len(before) == 1 and before.isalpha() and at + 1 < len(forms) and lex[at + 1].alpha


_PICTURE = markers("picture")


_LINE, _CREDIT = 90, 8


def picture_line(page: Page, left: int) -> bool:
    """ "A picture taken on Oct. 20 shows", "Troops near Hama, May 3. Army photo by Somebody": a picture's caption."""
    end = next((k for k in range(left, min(len(page.form), left + _LINE)) if page.form[k] == BREAK), left)
    credited = range(max(left, end - _CREDIT), end - 1)
    if any(page.form[k] in _PICTURE and page.form[k + 1] in ("by", ":") for k in credited):
        return True
    at = left + 1 if page.form[left : left + 1] in (["a"], ["this"], ["the"], ["an"], ["file"]) else left
    taken = page.form[at + 1 : at + 2] in (["taken"], ["shows"], ["released"], ["showing"], ["provided"])
    return at < len(page.form) and page.form[at] in _PICTURE and taken


_DASHES = frozenset({"-", "–", "—", "--", "―"})
_DATELINE = 14
_DATELINE_MARKS = frozenset({",", ".", "(", ")", "/", "of", "the"})


def run_in(page: Page, left: int) -> int:
    """Where the dateline ends that a line runs on from: "BAGHDAD, Feb. 3 (AP) — Iraqi forces"; ``left`` without one.

    It begins with a capital letter and holds names, dates and brackets only.
    """
    forms = page.form
    if left >= len(forms) or not page.tokens.raw[left][:1].isupper():
        return left
    for at in range(left, min(len(forms), left + _DATELINE)):
        if forms[at] in _DASHES:
            return at
        known = at in page.inside or at in page.dated or forms[at] in _DATELINE_MARKS or forms[at].isdigit()
        if not known and not (page.lex[at].alpha and page.tokens.raw[at][:1].isupper()):
            break
    return left


def _by_start(names: list[Mention]) -> dict[int, Mention]:
    """The name at each start; a place goes before the government it can stand for."""
    table: dict[int, Mention] = {}
    for name in names:
        held = table.get(name.start)
        if held is None or (held.kind == "actor" and held.name.cls == "metonym"):
            table[name.start] = name
    return table


def _stays(word: Word | None) -> bool:
    """Words inside a name lose their own meaning, but for the people in it: مسلحي داعش, ISIS operatives."""
    return word is not None and word.noun is not None and word.noun.kind == "person" and word.trigger is None


class _Sight:
    """What the look-up finds, filled from the first token to the last."""

    def __init__(self, forms: list[str], lex: list[Lexeme]) -> None:
        self.forms, self.lex = forms, lex
        self.word = [entry.word for entry in lex]
        self.until = list(range(1, len(lex) + 1))
        self.conj = [entry.conj for entry in lex]
        self.names: list[Mention] = []
        self.inside: dict[int, Mention] = {}

    def look_up(self, raw: list[str]) -> None:
        """One pass: the longest cue phrase and the longest name at each token that no longer one covers."""
        table, known = phrases(), set[str]()
        name_free = word_free = 0
        for at, entry in enumerate(self.lex):
            if not entry.keys:
                continue
            found, phrase = _match(self.forms, at, entry, table, raw[at], known)
            behind = self.forms[phrase[0] : phrase[0] + 1] if phrase else []
            if phrase and phrase[1].cues.get("combined") and not _DUAL.isdisjoint(behind):
                phrase = None  # "ثلاثة قتلى ومعتقلين اثنين": the second noun has a number of its own
            if phrase and at >= word_free:
                word_free = self.until[at] = phrase[0]
                self.word[at], self.conj[at] = phrase[1], phrase[2]
                self.word[at + 1 : word_free] = [None] * (word_free - at - 1)
            if found and at >= name_free and not self._hides(at, raw, table, known, found[0].end):
                known.update(held.name.canonical for held in found if held.kind != "place")
                name_free = self._name(at, found, phrase is not None and phrase[0] > at + 1)

    def _hides(self, at: int, raw: list[str], table: dict[str, Branch], known: set[str], end: int) -> bool:
        """ "the United States Africa Command": the name with the article is only the first part of a longer one."""
        if self.forms[at] != "the" or at + 1 >= len(self.lex) or not self.lex[at + 1].keys:
            return False
        longer, _ = _match(self.forms, at + 1, self.lex[at + 1], table, raw[at + 1], known)
        return bool(longer) and longer[0].end > end

    def _name(self, at: int, found: list[Mention], phrased: bool) -> int:
        """Take in the names that start at a token; where they end."""
        name = next((held for held in found if not (held.kind == "actor" and held.name.cls == "metonym")), found[0])
        self.names.extend(found)
        self.conj[at] = self.conj[at] or name.conj
        self.inside.update(dict.fromkeys(range(at, name.end), name))
        led = (
            name.kind == "place" and at > 0 and self.forms[at - 1] in _LEADS_TO_PLACE
        )  # no verb stands there: قرب تدمر
        if (led or name.end - at > 1) and not phrased:
            for k in range(at, name.end):
                if not _stays(self.word[k]):
                    self.word[k] = None
        return name.end

    def look_around(self, raw: list[str]) -> None:
        """The bodies that no list holds, and the short forms that a text gives to names."""
        known = [(held.start, held.end, held.name) for held in self.names if held.kind != "place"]
        made = [Mention("actor", start, end, name) for start, end, name in around(self.forms, raw, known)]
        inside = {at: held for held in made for at in range(held.start, held.end)}
        if made:
            kept = [held for held in self.names if inside.keys().isdisjoint(range(held.start, held.end))]
            self.names = sorted(kept + made, key=_START)
        self.inside.update(inside)
        for at in inside:
            self.word[at] = None


def annotate(text: str) -> Page:
    """Tokenise a text and look every token up."""
    tokens = tokenise(text)
    forms = with_plain_lists(tokens.form)
    lex = list(map(lexeme, tokens.raw))
    sight = _Sight(forms, lex)
    sight.look_up(tokens.raw)
    sight.look_around(tokens.raw)
    dates = dates_of(forms, tokens.raw)
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
        _sentences(forms, lex),
        [at for at, held in enumerate(sight.word) if held is not None],
        [at for at, entry in enumerate(lex) if entry.counting],
        frozenset(at for day in dates for at in range(day.start, day.end)),
    )
