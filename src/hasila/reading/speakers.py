"""Who speaks at each point of a report: the subjects of the verbs of speech, pronouns and omissions resolved.

"وأضاف" is whoever spoke last, "وقالت" the body that did, "the statement said" its issuer, "the official" the one that
spoke before.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from hasila.lexicon.markers import markers
from hasila.reading.cast import Part
from hasila.reading.dateline import run_in
from hasila.reading.marks import Quoted
from hasila.reading.page import Page
from hasila.reading.strangers import name_in, stranger
from hasila.reading.subjects import a_statement, body_in, known, person_in, role_in, short_form, subject_opens
from hasila.reading.unsaid import takes_lives
from hasila.reading.voices import STATEMENT, Voice, role_at, roles
from hasila.text.fold import fold

_COMPLEMENT = markers("complementiser") | markers("reason") | markers("speech-end") | {":"}
_BREAKS = markers("clause-break") | {",", ";", "،", "؛"}
_REACH = 24
_FAR = 120
_SHORT = 600
_SUBJECT = 4
_FOLLOWING = markers("speech-homograph")
_HE = markers("he-or-she")
_SPEAKING = frozenset({"said", "utter", "aside"})
_TO_SOMEONE = markers("tells-someone")
_ACCUSED = markers("quoting-another")
_PASSES_ON = markers("passes-on")
_KNOWN = tuple([form] for form in markers("knowledge"))


@cache
def _announcing() -> dict[str, str]:
    """The words of ``roles.tsv`` that announce speech, with the conjunctions they can carry: form -> manner."""
    table: dict[str, str] = {}
    for form, held in roles().items():
        manner = "aside" if "aside" in held else "" if _SPEAKING.isdisjoint(held) else "verb"
        if manner:
            table.update(dict.fromkeys((form,) if form < "\u0590" else (form, "و" + form, "ف" + form), manner))
    return table


@cache
def _announcing_forms() -> frozenset[str]:
    return frozenset(_announcing())


@cache
def _announcing_pairs() -> frozenset[str]:
    return frozenset(pair.split()[0] for pair in _announcing() if " " in pair)


def _manners(page: Page) -> dict[int, str]:
    """How the tokens of a text announce speech, for those that do."""
    table, forms = _announcing(), page.form
    masdars, found = page.cued.get("masdar", {}), {at: table[forms[at]] for at in page.where(_announcing_forms())}
    for at in page.cues.get("accord", ()):
        if forms[page.until[at] : page.until[at] + 1] not in _KNOWN:
            found[at] = "accord"
    for at, manner in page.cued.get("verb", {}).items():
        speaks = manner == "speech" and at not in masdars and forms[at] not in _FOLLOWING
        if speaks or manner == "deny":
            found[at] = "verb"
    for at in page.where(_announcing_pairs()):
        if at + 1 < len(forms) and f"{forms[at]} {forms[at + 1]}" in table:
            found[at] = "verb"
    return {at: manner for at, manner in found.items() if not at or not _silent(page, at)}


def _silent(page: Page, at: int) -> bool:
    """ "عدم الإعلان", "تصريح نشره موقع الوزارة": no saying, or that of a medium which hands on what was said."""
    return page.form[at - 1] == "عدم" or page.form[at] in _PASSES_ON or takes_lives(page, at)


@dataclass(slots=True)
class Memory:
    """Who spoke last, of what kind, and whether after a verb in the feminine; ``woman`` is the last who did so."""

    last: Voice | None = None
    feminine: bool = False
    man: Voice | None = None
    person: Voice | None = None
    body: Voice | None = None
    woman: Voice | None = None
    roles: dict[str, Voice] = field(default_factory=dict)
    names: dict[str, Voice] = field(default_factory=dict)


class Walk:
    """Walks through a report, segment by segment; ``issuer`` is who issues "the statement" before anyone is named."""

    def __init__(self, page: Page, parts: list[Part], quotes: list[Quoted], issuer: str | None) -> None:
        self.page, self.parts, self.quotes = page, parts, quotes
        self.starts = [part.start for part in parts]
        self.issuer = issuer
        self.memory = Memory()
        self.inside = {at for quote in quotes for at in range(quote.open_at, quote.close_at + 1)}
        self.edges = {quote.open_at for quote in quotes}
        self.spoken: dict[int, Voice | None] = {}
        self.manners = _manners(page)
        self.heard = [at for at in sorted(self.manners) if at not in self.inside]

    def speech(self, at: int) -> str:
        """How a token announces speech: "verb", "aside" (مضيفا), "accord" (بحسب), or "" where it does not."""
        return self.manners.get(at, "")

    def segment(self, start: int, end: int) -> list[int]:
        """Resolve the verbs of a segment; the voices are kept in ``spoken``."""
        found = self.heard[bisect_left(self.heard, start) : bisect_left(self.heard, end)]
        previous: int | None = None
        for at in found:
            floor = previous + 1 if previous is not None else start
            self.spoken[at] = self._remember(self._subject(at, start, floor, end, previous), at)
            previous = at
        return found

    # --- the subject of one verb ---------------------------------------------------------------------------------

    def _subject(self, at: int, start: int, floor: int, end: int, previous: int | None) -> Voice | None:
        held = self.spoken.get(previous) if previous is not None else None
        manner = self.speech(at)
        if self.page.form[at] < "\u0590":
            return self._english(at, start, floor, end, manner) or held or self.memory.last
        return self._arabic(at, floor, end, manner, held)

    def _arabic(self, at: int, floor: int, end: int, manner: str, held: Voice | None) -> Voice | None:
        after = max(at + 1, self.page.until[at])
        if at > floor and self.page.form[at - 1] == "قد":
            return self.voice(floor, at) or self._omitted(at)
        opened = subject_opens(self.page, floor, at)
        if opened is not None and (named := self.voice(opened, at)) is not None and named is not STATEMENT:
            return named
        right = self.voice(after, self._stop(after, end), verb=True)
        if right is not None:
            return right
        if manner == "accord":
            return None
        if held is not None and manner == "aside":
            return held
        floor = max(floor, at - _FAR)
        left = self.voice(self._clause(floor, at) if held is not None else floor, at)
        if left is not None and left is not STATEMENT:
            return left
        return held or self._omitted(at)

    def _omitted(self, at: int) -> Voice | None:
        """Who a verb without subject means: a body or a woman where the verb is feminine, else not one of these."""
        memory = self.memory
        if _feminine(self.page.form[at]):
            return memory.woman or memory.body or memory.last
        return memory.man or memory.last if memory.feminine else memory.last

    def _stop(self, at: int, end: int) -> int:
        """Where the subject after a verb must have ended: أن, a colon, a quotation; else at the next action."""
        limit = min(end, at + _REACH)
        forms, page = self.page.form, self.page
        action = limit
        for k in range(at, limit):
            if forms[k] in _COMPLEMENT or k in self.edges:
                return k
            if k > at and self.speech(k):
                return min(k, action)
            if page.trigger(k) is not None:
                action = min(action, k)
        return action

    def _clause(self, start: int, at: int) -> int:
        """The start of the clause in which a token stands."""
        for k in range(at - 1, start - 1, -1):
            if self.page.form[k] in _BREAKS:
                return k + 1
        return start

    def _english(self, at: int, start: int, floor: int, end: int, manner: str) -> Voice | None:
        page = self.page
        right_from = max(at + 1, page.until[at])
        if manner == "accord" or page.form[at] in _ACCUSED:
            stop = self._stop(right_from, end)
            comma = next((k for k in range(right_from, stop) if page.form[k] == ","), stop)
            near = self.voice(right_from, comma) if manner == "accord" else None
            right = near or self.voice(right_from, stop, last=False)
            if right is not None and (near is not None or right.kind == "person"):
                return right
            if manner == "accord" and self.page.form[right_from] != "the":
                return None  # "According to official media, an ambush"
        behind = page.before(at) == "," and page.form[at] not in _TO_SOMEONE
        tagged = self.voice(right_from, self._stop(right_from, end)) if behind else None
        if tagged is not None and tagged.kind == "person" and page.lex[right_from].upper:
            return tagged  # "..., said Lt. Col. Troy Garlock"
        lo = self._skip(max(run_in(page, floor), at - _FAR), at)
        if manner == "aside" and floor > start:
            return None
        left = self._before(lo, at)
        if left is not None:
            return left
        if at - lo > 3:
            return tagged if tagged is not STATEMENT else None  # "..., said the Security Media Cell"
        return self.voice(right_from, self._stop(right_from, end), last=False)

    def _skip(self, lo: int, hi: int) -> int:
        """Past the quotation and the punctuation at the start of a stretch."""
        while lo < hi and (lo in self.inside or not self.page.lex[lo].alpha):
            lo += 1
        return lo

    def _before(self, lo: int, at: int) -> Voice | None:
        """The subject before an English verb, in its own clause first."""
        near = self.page.form[max(lo, at - 3) : at]
        if any(form in _HE for form in near):
            return self.memory.person or self.memory.last
        if "it" in near or "they" in near:
            return self.memory.body or self.memory.last or self._or_issuer()
        return self.voice(self._clause(lo, at), at, last=True) or self.voice(lo, at, last=True)

    # --- whom a stretch names ------------------------------------------------------------------------------------

    def voice(self, lo: int, hi: int, last: bool = False, verb: bool = False) -> Voice | None:
        """Whom tokens [lo, hi) name as a speaker, quotations left out; ``verb``: a verb of saying stands before."""
        start: int | None = None
        for at in range(lo, hi + 1):
            out = at == hi or at in self.inside
            if out and start is not None:
                found = self._named(start, at, last, verb and start == lo)
                if found is not None:
                    return found
                start = None
            elif not out and start is None:
                start = at
        return None

    def _named(self, lo: int, hi: int, last: bool, verb: bool) -> Voice | None:
        here = self.parts_in(lo, hi)
        person = person_in(self.page, here, last)
        if person is not None:
            return person
        name = name_in(self.page, lo, hi, verb)
        if name is not None:
            return self._fuller(name)
        if hi - lo == 1 and self._surname(lo) is not None:
            return self._surname(lo)
        at, role = role_in(self.page, here, lo, hi)
        if role is not None and not verb and at > lo + _SUBJECT and self.page.form[at] >= "\u0590":
            role = None
        start, body = body_in(self.page, here, lo, verb)
        if role is not None and (body is None or at < start or role.body == body.name):
            return self._same(role, at)
        if body is STATEMENT or (body is None and hi - lo <= _SUBJECT and a_statement(self.page, lo, hi)):
            return self._issued()
        return (
            body
            or short_form(self.page, self.parts_in(lo - _SHORT, lo), lo, hi)
            or self._spoken_for(lo, hi)
            or stranger(self.page, lo, hi)
        )

    def _surname(self, at: int) -> Voice | None:
        """ "Afrin said", of Adnan Afrin who spoke before: a surname that is also a place or a word."""
        raw = self.page.tokens.raw[at]
        return self.memory.names.get(raw) if raw[:1].isupper() or raw[:1] >= "\u0590" else None

    def _spoken_for(self, lo: int, hi: int) -> Voice | None:
        """ "A spokesman", "its bosses", with nobody named: the body that spoke last, if it is not somebody else's."""
        for at in range(lo, hi):
            held = role_at(self.page, at)
            if "voice" in held:
                other = at + 1 < hi and "باسم" in self.page.form[at + 1 : at + 2]
                person = self.memory.person
                if self.page.form[at].startswith("ال") and person is not None and _speaks_for(person):
                    return person
                return Voice(held["voice"], held["voice"], "role") if other else self.memory.body
        return None

    def parts_in(self, lo: int, hi: int) -> list[Part]:
        return self.parts[bisect_left(self.starts, lo) : bisect_left(self.starts, hi)]

    def _issued(self) -> Voice:
        """Who a statement belongs to."""
        held = self.memory.body
        return held or (Voice(self.issuer, None, "body", self.issuer) if self.issuer else STATEMENT)

    def _fuller(self, voice: Voice) -> Voice:
        """A surname alone is the person whose full name stood before."""
        name = voice.name or ""
        if " " in name:  # "شاخوان عبد الله ... وقال عبد الله"
            return next((held for held in self.memory.names.values() if (held.name or "").endswith(f" {name}")), voice)
        return self.memory.names.get(name) or self._introduced(name) or voice

    def _introduced(self, surname: str) -> Voice | None:
        """ "Dawud added", of a listed person whose full name the report gives without a word of theirs."""
        last = fold(surname)
        for part in self.parts:
            if part.person and self.page.form[part.end - 1] == last:
                return known(part)
        return None

    def _same(self, voice: Voice, at: int) -> Voice:
        """ "The official", المصدر: the one that spoke before, where the report had one."""
        definite = (
            self.page.form[max(0, at - 1)] in ("the", "that")
            or self.page.lex[at].article
            or self.page.form[at].startswith("ال")
        )
        return self.memory.roles.get(voice.role or "", voice) if definite else voice

    def _remember(self, voice: Voice | None, at: int) -> Voice | None:
        if voice is None or voice is STATEMENT:
            return None if voice is None else self._or_issuer()
        self.keep(voice)
        if _feminine(self.page.form[at]):
            self.memory.woman, self.memory.feminine = voice, True
        elif voice.kind == "person" and self.page.form[at] >= "\u0590":
            self.memory.man = voice
        return voice

    def _or_issuer(self) -> Voice | None:
        return Voice(self.issuer, None, "body", self.issuer) if self.issuer else None

    def keep(self, voice: Voice) -> None:
        """Remember who spoke."""
        memory = self.memory
        memory.last, memory.feminine = voice, False
        if voice.kind == "body":
            memory.body = voice
            return
        memory.person = voice
        if voice.role:
            memory.roles[voice.role] = voice
        if voice.kind == "person" and voice.name:
            memory.names[voice.name.split()[-1]] = voice


def _speaks_for(voice: Voice) -> bool:
    """Whether somebody is a spokesman or a spokeswoman."""
    return voice.kind == "person" and (voice.role or "").startswith("spokes")


def _feminine(form: str) -> bool:
    """Whether an Arabic verb of speech has a feminine subject: قالت, تقول, وأضافت."""
    bare = form[1:] if form[:1] in "وف" and len(form) > 3 else form
    return bare.endswith("ت") or (bare.startswith("ت") and not bare.startswith("تابع") and len(bare) > 3)
