"""Names that the lexicon does not know, as written, and speakers without any: "A former Para who served"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hasila.lexicon.markers import markers
from hasila.lexicon.names import phrases
from hasila.lexicon.spelled import is_one_part, name_parts
from hasila.reading.governors import QUOTES
from hasila.reading.page import Page
from hasila.reading.voices import NO_NAMES, NOT_SUBJECT, OF, Voice, role_at, role_of

_TITLES = markers("title-not-name")
_PLACING = NOT_SUBJECT | {"of"}
_NAME_HEADS = markers("name-head")
_NAME_STOPS = markers("complementiser") | markers("name-stop")
_PARTICLES = markers("name-particle")
_NAME_ENDS = markers("name-end") | {"(", ",", "،"}
_NAME_STARTS = markers("name-start")
_POINTING = markers("no-name-pointing")
_ALI = "علي"  # the name; the preposition is written with alef maqsura and folds to the same
_ENDING = "ًا", "اً"  # the case ending of an object: "وعقد العميد علي قانصو مؤتمراً"
_WITH_ARTICLE = "ال", "لل", "وال", "بال"
_NOBODY = markers("nobody")  # "a few days earlier", "a later tweet"
_CLAUSE = markers("role-end")
_ENDS = OF | _CLAUSE


@cache
def _given_names() -> frozenset[str]:
    """The first names of the Arabic names that the lexicon knows."""
    firsts = {
        key
        for key, entries in phrases("person").items()
        for forms, _ in entries
        if len(forms) > 1 and not forms[-1].isascii()
    }
    return frozenset(firsts - _TITLES) | _NAME_HEADS


def name_in(page: Page, lo: int, hi: int, after_verb: bool = False) -> Voice | None:
    """A name as written, next to a rank or a role, right after a verb of saying, or standing by itself in capitals."""
    if lo >= hi:
        return None
    if page.form[hi - 1] >= "\u0590" or page.form[lo] >= "\u0590":
        return _arabic_name(page, lo, hi, after_verb)
    return _latin_name(page, lo, hi)


def _arabic_name(page: Page, lo: int, hi: int, after_verb: bool) -> Voice | None:
    ranked = -1
    for at in range(lo, hi):
        if _is_rank(page, at) and (at == lo or page.form[at].startswith("ال") or ranked == at - 1):
            ranked = at
            continue
        end = _stranger_end(page, lo, at, hi, ranked == at - 1 >= 0)
        if end:
            return Voice(page.text(at, end), _role_near(page, lo, at), "person")
    end = _arabic_end(page, lo, hi) if after_verb and _bare(page, lo) else lo
    if end > lo and all(page.word[k] is None for k in range(lo, end)) and _closed(page, end, hi):
        return Voice(page.text(lo, end), None, "person")
    return None


def _is_rank(page: Page, at: int) -> bool:
    """Whether a token is a rank; the second word of كانون الأول is none."""
    return "rank" in role_at(page, at) and page.date_at.keys().isdisjoint((at - 1, at))


def _closed(page: Page, end: int, hi: int) -> bool:
    return end == hi or page.form[end] in _NAME_ENDS or bool(page.lex[end].prep)


def _stranger_end(page: Page, lo: int, at: int, hi: int, after_rank: bool) -> int:
    """Where a name that begins at a token ends; 0 where none begins."""
    end = _arabic_end(page, at, hi)
    spelled = _of_known_parts(page, at, hi)
    if spelled:
        return max(end, spelled)
    marked = end >= at + 2 and _in_marks(page, lo, at, end)
    if marked or (after_rank and end > at) or (end >= at + 2 and _starts_name(page, lo, at, end, hi)):
        return end
    return 0


def _bare(page: Page, at: int) -> bool:
    """Whether an unknown word right after "said" can be a name: no article, no case ending, no pronoun."""
    form = page.form[at]
    known = (
        page.word[at] is not None
        or page.tokens.raw[at].endswith("ه")
        or role_at(page, at)
        or form.startswith(_WITH_ARTICLE)
        or form in _POINTING
    )
    return not known and len(form) > 3 and not form.endswith(("ا", "ها", "هم")) and _free(page, at)


def _of_known_parts(page: Page, at: int, hi: int) -> int:
    """Where a name ends whose first two parts at least are those of names, none a mention; 0 where none begins.

    Most parts are words as well: only together are they a name, and only where nothing hangs on the first.
    """
    if at + 1 >= hi or page.lex[at].prep or page.form[at].startswith(_WITH_ARTICLE):
        return 0
    if not name_parts().issuperset(page.form[at : at + 2]) or not page.inside.keys().isdisjoint((at, at + 1)):
        return 0
    end = at + 2
    while end < hi and page.form[end] in name_parts() and end not in page.inside:
        end += 1
    return 0 if end == at + 2 and is_one_part(page.form[at], page.form[at + 1]) else end


def _starts_name(page: Page, lo: int, at: int, end: int, hi: int) -> bool:
    """Whether a name without rank starts here: a first name, or unknown words after a role and what it is of."""
    if page.lex[at].prep or page.form[at].startswith(_WITH_ARTICLE) or role_at(page, at):
        return False
    if page.form[at] in _given_names() and page.form[at] != _ALI:
        return True
    before = page.form[at - 1] if at > lo else ""
    definite = (before.startswith("ال") and before not in _NAME_STOPS) or at - 1 in page.inside
    closes = end == hi or page.lex[end].prep == "ل" or page.form[end] in _NAME_ENDS
    return (
        definite
        and closes
        and all(page.word[k] is None for k in range(at, end))
        and any(_is_role(page, k) for k in range(lo, at))
    )


def _in_marks(page: Page, lo: int, at: int, end: int) -> bool:
    """ "الناطقة باسمه «راشيل جيفكوت»": a name in quotation marks behind a role."""
    marked = at > lo and page.form[at - 1] in QUOTES and page.form[end : end + 1] != [] and page.form[end] in QUOTES
    return marked and any(_is_role(page, k) for k in range(max(lo, at - _ROLE_BEFORE), at))


_ROLE_BEFORE = 5
_NICKNAME = re.compile(' [“"][^ “”"]+[”"] ')


def _is_role(page: Page, at: int) -> bool:
    held = role_at(page, at)
    return "person" in held or "voice" in held


def _free(page: Page, at: int) -> bool:
    form = page.form[at]
    stops = form in _NAME_STOPS and page.tokens.raw[at] != _ALI
    return page.lex[at].alpha and not stops and at not in page.inside and at not in page.date_at


def _arabic_end(page: Page, at: int, hi: int) -> int:
    end = at
    while end < min(hi, at + 5) and _free(page, end) and not page.lex[end].prep and not page.cue(end, "verb"):
        addressee = page.form[end].startswith("لل")  # "وقال إياد عبد الخالق للأناضول"
        counted = page.tokens.raw[end].endswith(_ENDING)
        if end > at and (addressee or counted or role_at(page, end).keys() & {"voice", "rank", "person"}):
            break
        end += 1
    return end


def _latin_name(page: Page, lo: int, hi: int) -> Voice | None:
    """The last run of capitalised words that is no known actor, place, rank or role; the first where an apposition
    follows it: "said John Marks, the Special Representative"."""
    runs = [run for run in _capitals(page, lo, hi) if _is_name(page, lo, run) and not _placed(page, lo, run[0])]
    if not runs:
        return None
    first = runs[0]
    start, end = first if first[0] == lo and page.form[first[1] : first[1] + 1] == [","] else runs[-1]
    name = _NICKNAME.sub(" ", page.text(start, end)).strip("“”\"'").removesuffix("'s").removesuffix("’s")
    return Voice(name, _role_near(page, lo, start), "person")


def _capital(page: Page, at: int) -> bool:
    held = page.inside.get(at)
    if held is not None and held.kind != "person":
        return False
    return page.lex[at].upper and page.form[at] not in NO_NAMES and not _barred(page, at)


def _barred(page: Page, at: int) -> bool:
    held = role_of(page.form[at])
    return bool(held) and page.form[at] not in _PARTICLES


def _capitals(page: Page, lo: int, hi: int) -> Iterator[tuple[int, int]]:
    at = lo
    while at < hi:
        if not _capital(page, at):
            at += 1
            continue
        start = at
        if start > lo and page.form[start - 1] in _NAME_STARTS:
            start -= 1
        at += 1
        while at < hi and (_capital(page, at) or _joins(page, at, hi)):
            at += 1
        while at > start + 1 and not page.lex[at - 1].upper:
            at -= 1
        yield start, at


def _joins(page: Page, at: int, hi: int) -> bool:
    """Particles and nicknames inside a name: al-Badr, Michael “Erik” Kurilla, J. B. Vowell."""
    form = page.form[at]
    if form in _PARTICLES:
        return at + 1 < hi and page.lex[at + 1].upper
    if form in "“”\"'":
        return at + 1 < hi and page.lex[at + 1].upper and page.form[at - 1] != ","
    return form == "." and len(page.form[at - 1]) == 1


def _placed(page: Page, lo: int, start: int) -> bool:
    """Whether a run of capitals stands after a preposition: "bosses at the Florida HQ"."""
    near = page.form[max(lo, start - 2) : start]
    return bool(near) and (near[-1] in _PLACING or (near[-1] == "the" and near[0] in _PLACING))


def _is_name(page: Page, lo: int, run: tuple[int, int]) -> bool:
    start, end = run
    if sum(1 for at in range(start, end) if page.lex[at].upper) >= 2:
        return True
    before = page.form[start - 1] if start > lo else ""
    return before == "named" or (bool(before) and bool({"rank", "person", "voice"} & role_of(before).keys()))


def _role_near(page: Page, lo: int, at: int) -> str | None:
    for k in range(at - 1, max(lo, at - 8) - 1, -1):
        held = role_at(page, k)
        role = held.get("voice") or held.get("person")
        if role:
            return role
    return None


def stranger(page: Page, lo: int, hi: int) -> Voice | None:
    """An English speaker with an article and no known role, as written: "A former Para who served" -> former Para."""
    if lo >= hi or page.form[lo] not in ("a", "an", "one"):
        return None
    end = lo + 1
    while end < min(hi, lo + 4) and page.lex[end].alpha and page.form[end] not in _ENDS and not page.cue(end, "verb"):
        end += 1
    if end == lo + 1 or not _NOBODY.isdisjoint(page.form[lo + 1 : end]):
        return None
    return Voice(page.text(lo + 1, end), None, "role")
