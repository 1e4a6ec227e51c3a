"""What the look-up sees in a text: the names and the cue phrases that stand at its tokens, the longest ones."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from operator import attrgetter
from typing import Any

from hasila.lexicon.lookup import Branch, Entry, Lexeme, in_capitals, phrases
from hasila.lexicon.markers import markers
from hasila.lexicon.words import Word
from hasila.reading.bodies import around

_START, _WORD, _CONJ, _KEYS, _UPPER = map(attrgetter, ("start", "word", "conj", "keys", "upper"))


@dataclass(slots=True)
class Mention:
    """A name in the text: tokens [start, end), with the clitics of its first word."""

    kind: str
    start: int
    end: int
    name: Any
    conj: str = ""
    prep: str = ""


_PLACE_CUES = markers("direction") | markers("place-cue")
_DUAL = markers("dual-sign")
_LIES = markers("direction") - {"قلب", "وسط"}
_COMMON = markers("named-spot") | markers("name-first-part")
_LEADS_TO_PLACE = markers("direction") | markers("locative")
_TITLE_CUES = markers("title-cue")
_GROUP_CUES = markers("group-cue")
_DEEDS = markers("deed-of-force")
_STRIKES = markers("strike-on")
_SPOKE = markers("people-spoke")
_PEOPLE = frozenset({"medical source", "eyewitnesses", "activists"})
_CUES = {"place": _PLACE_CUES, "person": _TITLE_CUES, "actor": _GROUP_CUES}


def _allowed(name: Any, kind: str, forms: list[str], at: int, prep: str, conj: str, known: set[str]) -> bool:
    """Whether a name that is also an ordinary word has a cue beside it."""
    if not name.needs_cue:
        return True
    if (kind == "person" or name.cls == "abbreviation") and name.canonical in known:
        return True
    if name.canonical == "coalition" and forms[at + 1 : at + 2] and forms[at + 1] in _DEEDS:
        return True
    if name.canonical == "coalition" and forms[at + 1 : at + 3] == ["and", "partner"]:
        return True  # "Coalition and partner forces"
    if name.cls == "name" and forms[at + 1 : at + 2] and forms[at + 1] in _SPOKE and name.canonical in _PEOPLE:
        return True  # "Medics said"
    if name.canonical == "partner" and at > 1 and (forms[at - 1] == "and" or forms[at - 2 : at] == ["along", "with"]):
        return True  # "CENTCOM forces and partners conducted 38 operations"
    if kind == "place" and not conj and forms[at + 1 : at + 2] and forms[at + 1] in _LIES:
        site = at + 2 < len(forms) and forms[at].removeprefix("ال") not in _COMMON
        return forms[at] >= "\u0590" and site  # "غارة على هجين شرقي سوريا", not "الحي شرقي المدينة"
    town = kind == "place" and name.cls == "town"
    if town and not conj and at > 1 and forms[at - 1] == "علي" and not _STRIKES.isdisjoint(forms[at - 5 : at]):
        return True  # "16 غارة للتحالف على السوسة"
    return (prep in ("ب", "ل") and kind == "place") or (not conj and at > 0 and forms[at - 1] in _CUES[kind])


_GENITIVE = "'s"
_QUOTE_MARKS = frozenset("\"“”«»'‘’/(")


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
        third = forms[second + 1] if second + 1 < len(forms) else ""
        exact = third not in _QUOTE_MARKS and not third.endswith(_GENITIVE)
        for entry in branch.longer.get(forms[second], ()):
            if not entry.rest:
                found.append((second + 1, entry))
            elif not exact or entry.rest[0] == third:
                end = _reach(forms, second + 1, entry.rest)
                if end:
                    found.append((end, entry))
        if forms[second].endswith(_GENITIVE):
            owners = branch.longer.get(forms[second].removesuffix(_GENITIVE), ())
            found.extend((second + 1, entry) for entry in owners if not entry.rest)
    for entry in branch.single:
        found.append((at + 1, entry))
    return found


def _match(
    forms: list[str],
    at: int,
    lex: Lexeme,
    table: dict[str, Branch],
    raw: str,
    known: set[str],
    inside: dict[int, Mention],
) -> tuple[list[Mention], tuple[int, Word, str] | None]:
    """The longest names (one of each kind) and the longest cue phrase that start at a token."""
    found: list[Mention] = []
    phrase = None
    follow = forms[at + 1] if at + 1 < len(forms) else ""
    open_ended = follow in _QUOTE_MARKS or follow.endswith(_GENITIVE)
    for key, conj, prep in lex.keys:
        branch = table[key]
        if not (branch.single or open_ended or follow in branch.longer):
            continue
        for end, entry in _candidates(forms, at, branch):
            if entry.kind == "word":
                phrase = phrase or (end, entry.value, conj)
            elif (not found or (end >= found[0].end and all(held.kind != entry.kind for held in found))) and (
                _admitted(forms, at, entry, prep, conj, raw, known)
                or (entry.kind == "place" and _in_a_row(forms, at, end, conj + prep, inside.get(at - 1)))
            ):
                held = Mention(entry.kind, at, end, entry.value, conj, "" if prep == "short" else prep)
                found = [*found, held] if found and found[0].end == end else [held]
    return found, phrase


def _in_a_row(forms: list[str], at: int, end: int, clitics: str, last: Mention | None) -> bool:
    """ "في كركوك وصلاح الدين", "- صلاح الدين: 5": a name that is also an ordinary word, behind a place (``last`` is the
    name before it) or as the head of an item."""
    if forms[at] < "\u0590":
        return False
    behind = end + (forms[end : end + 1] != [] and forms[end] in _QUOTE_MARKS)
    counted = forms[behind : behind + 1] != [] and forms[behind][0].isdigit()
    if counted and (clitics == "و" or (not clitics and at > 0 and forms[at - 1] in _NEXT)):
        return True  # "كركوك 58 قتيلا، وصلاح الدين 16 قتيلا", "ثم صلاح الدين 16"
    if clitics == "و":
        return last is not None and last.kind == "place" and last.name.cls != "country"
    heads = forms[end : end + 1] == [":"] and (at == 0 or forms[at - 1] in _ITEM)
    return not clitics and heads


_NEXT = frozenset({"ثم", "تلتها", "تليها"})
_ITEM = frozenset({"\n", "-", "–", "•", "*", "."})


def _admitted(forms: list[str], at: int, entry: Entry, prep: str, conj: str, raw: str, known: set[str]) -> bool:
    if entry.kind == "person" and not entry.value.article and forms[at][len(conj) + len(prep) :].startswith("ال"):
        return False  # "الرائد صالح": a rank and a name, not a man called رائد صالح
    if entry.size == 1:
        if prep == "short" and not (entry.kind == "place" and entry.value.needs_cue and raw.istitle()):
            return False  # but "near Hit"
        if entry.value.cased and not in_capitals(raw):
            return False
    return _allowed(entry.value, entry.kind, forms, at, prep, conj, known) or _heads_line(forms, at, entry)


def _heads_line(forms: list[str], at: int, entry: Entry) -> bool:
    """ "الحشد: مقتل ستة": a body before a colon opens its line."""
    opens = at == 0 or forms[at - 1] == "\n"
    return (
        entry.kind == "actor"
        and opens
        and forms[at] >= "\u0590"
        and forms[at + entry.size : at + entry.size + 1] == [":"]
    )


def _stays(word: Word | None) -> bool:
    """Words inside a name lose their own meaning, but for the people in it: مسلحي داعش, ISIS operatives."""
    return word is not None and word.noun is not None and word.noun.kind == "person" and word.trigger is None


class Sight:
    """What the look-up finds, filled from the first token to the last."""

    def __init__(self, forms: list[str], lex: list[Lexeme]) -> None:
        self.forms, self.lex = forms, lex
        self.word: list[Word | None] = list(map(_WORD, lex))
        self.until = list(range(1, len(lex) + 1))
        self.conj: list[str] = list(map(_CONJ, lex))
        self.names: list[Mention] = []
        self.inside: dict[int, Mention] = {}

    def look_up(self, raw: list[str]) -> None:
        """One pass: the longest cue phrase and the longest name at each token that no longer one covers."""
        table, known = phrases(), set[str]()
        name_free = word_free = 0
        for at in compress(range(len(self.lex)), map(_KEYS, self.lex)):
            if at < name_free and at < word_free:
                continue
            entry = self.lex[at]
            found, phrase = _match(self.forms, at, entry, table, raw[at], known, self.inside)
            combined = phrase[1].cues.get("combined") if phrase else None
            if phrase and combined and not _DUAL.isdisjoint(self.forms[phrase[0] : phrase[0] + 1]):
                phrase = None  # "ثلاثة قتلى ومعتقلين اثنين": the second noun has a number of its own
            if phrase and at >= word_free:
                word_free = self.until[at] = phrase[0]
                self.word[at], self.conj[at] = phrase[1], phrase[2]
                self.word[at + 1 : word_free] = [None] * (word_free - at - 1)
            if found and at >= name_free and not self._hides(at, raw, table, known, found[0].end):
                for held in found:
                    if held.kind != "place":
                        known.add(held.name.canonical)
                name_free = self._name(at, found, phrase is not None and phrase[0] > at + 1)

    def _hides(self, at: int, raw: list[str], table: dict[str, Branch], known: set[str], end: int) -> bool:
        """ "the United States Africa Command": the name with the article is only the first part of a longer one."""
        if self.forms[at] != "the" or at + 1 >= len(self.lex) or not self.lex[at + 1].keys:
            return False
        longer, _ = _match(self.forms, at + 1, self.lex[at + 1], table, raw[at + 1], known, {})
        return bool(longer) and longer[0].end > end

    def _name(self, at: int, found: list[Mention], phrased: bool) -> int:
        """Take in the names that start at a token; where they end."""
        name = found[0]
        if len(found) > 1:  # a place goes before the government that it can stand for
            name = next((held for held in found if not (held.kind == "actor" and held.name.cls == "metonym")), name)
        self.names.extend(found)
        self.conj[at] = self.conj[at] or name.conj
        for k in range(at, name.end):
            self.inside[k] = name
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
        capitals = list(compress(range(len(self.lex)), map(_UPPER, self.lex)))
        made = [Mention("actor", start, end, name) for start, end, name in around(self.forms, raw, known, capitals)]
        inside = {at: held for held in made for at in range(held.start, held.end)}
        if made:
            kept = [held for held in self.names if inside.keys().isdisjoint(range(held.start, held.end))]
            self.names = sorted(kept + made, key=_START)
        self.inside.update(inside)
        for at in inside:
            self.word[at] = None
