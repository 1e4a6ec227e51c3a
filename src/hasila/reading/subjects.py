"""Who a stretch of words names as a speaker: a person, an unknown name, an unnamed official, a body, or "the statement".

The words for ranks and roles are data (``ar|en/roles.tsv``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from hasila.lexicon.lookup import splits
from hasila.lexicon.names import Person, phrases
from hasila.lexicon.words import rows
from hasila.reading.cast import ISIS, Part
from hasila.reading.page import Page
from hasila.text.fold import fold

VoiceKind = Literal["person", "role", "body", "statement"]
_NOT_SUBJECT = frozenset(
    "في من ضد علي مع الي بين لدي ضمن تجاه against in with from to for near inside into under over between at by on".split()
)
_TO = frozenset({"to", "for", "with", "by", "مع", "الي", "ضد", "between", "against"})
_OF = frozenset({"of", "at", "in", "from", "with", "for", "في", "من", "لدي"})
_NAME_STOPS = frozenset(
    "ان بان انه انها انهم بانه بانها في من عن علي الي مع عبر خلال عقب بعد قبل امس اليوم الذي التي لدي قوله قائلا قائله".split()
)
_PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "bint",
        "ibn",
        "abu",
        "von",
        "van",
        "de",
        "der",
        "ul",
        "ad",
        "as",
        "ash",
        "az",
        "an",
        "ar",
        "at",
    }
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december the a an in on at and but or if it he she they we i this that these those our its their his her "
    "my your no not to of by as for from with when while after before under over all three two one also".split()
)
_NAME_ENDS = frozenset({"،", ",", "(", "من", "في", "ان", "خلال", "عقب", "امس", "اليوم"})
_OFFICES = frozenset({"اداره", "قياده", "مديريه", "جهاز", "دائره", "ب"})
_POINTING = frozenset({"ذلك", "هذا", "هذه", "تلك", "ايضا", "هنا", "مجددا", "لاحقا"})
_ISSUED = frozenset({"بيان", "تصريح", "منشور", "تغريده", "تقرير", "بيانات", "احصائيه"})
_VAGUE = frozenset({"source", "group", "government", "forces", "organisation", "service"})
_COMMAND = " Operations Command"


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


@cache
def _given_names() -> frozenset[str]:
    """The first names of the Arabic names that the lexicon knows."""
    firsts = {
        key
        for key, entries in phrases("person").items()
        for forms, _ in entries
        if len(forms) > 1 and not forms[-1].isascii()
    }
    return frozenset(firsts - {"قائد", "ابو", "عبد", "وزير", "الرئيس"}) | {"ابو", "عبد"}


@lru_cache(maxsize=100_000)
def _role_of(form: str) -> dict[str, str]:
    """The classes of a form, clitics taken off."""
    table = roles()
    if form in table or form[:1] < "\u0590":
        return table.get(form) or table.get(form.removesuffix("'s"), {})
    return next((table[rest] for _, _, _, rest in splits(form) if rest in table), {})


@lru_cache(maxsize=100_000)
def _begins_pair(form: str) -> bool:
    """Whether an entry of two words can begin with a form."""
    firsts = {entry.split()[0] for entry in roles() if " " in entry}
    return any(form.endswith(first) for first in firsts)


def role_at(page: Page, at: int) -> dict[str, str]:
    """What a token is among ranks and roles; two-word entries go first."""
    form = page.form[at]
    if at + 1 < len(page.form) and _begins_pair(form):
        pair = _role_of(f"{form} {page.form[at + 1]}")
        if pair:
            return pair
    return _role_of(form)


# --- people whom the lexicon knows -------------------------------------------------------------------------------


def _addressed(page: Page, part: Part) -> bool:
    """Whether someone is only spoken to or with: لوكالة فرانس برس, "told Reuters", "with Sudani"."""
    before = page.form[part.start - 1] if part.start else ""
    return part.mention.prep == "ل" or before in _TO


def person_in(page: Page, here: list[Part], last: bool = False) -> Voice | None:
    """The first (or last) known person of some mentions who is not only spoken to."""
    for part in reversed(here) if last else here:
        if part.person and not _addressed(page, part) and not _goes_on(page, part):
            return known(part)
    return None


def _goes_on(page: Page, part: Part) -> bool:
    """Whether a longer name begins like a known one: "Ali Hassan Jaber" is not "Ali Hassan"."""
    end = part.end
    if end >= len(page.form) or not page.lex[end].upper or end in page.inside or _role_of(page.form[end]):
        return False
    return page.tokens.start[end] == page.tokens.end[end - 1] + 1 and page.form[end] not in _CALENDAR


def known(part: Part) -> Voice:
    """The voice of a person in the list of people."""
    entity = part.mention.name.entity
    role = entity.role if isinstance(entity, Person) else None
    return Voice(part.person, role, "person", part.whom)


# --- people whom it does not know --------------------------------------------------------------------------------


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
        if "rank" in role_at(page, at) and (at == lo or page.lex[at].article or ranked == at - 1):
            ranked = at
            continue
        after_rank = ranked == at - 1 >= 0
        end = _arabic_end(page, at, hi)
        if after_rank and end > at or end >= at + 2 and _starts_name(page, lo, at, end, hi):
            return Voice(page.text(at, end), _role_near(page, lo, at), "person")
    if after_verb and _bare(page, lo):
        end = _arabic_end(page, lo, hi)
        if lo < end and (end == hi or page.form[end] in _NAME_ENDS or page.lex[end].prep):
            return Voice(page.text(lo, end), None, "person")
    return None


def _bare(page: Page, at: int) -> bool:
    """Whether an unknown word right after "said" can be a name: no article, no case ending, no pronoun."""
    form = page.form[at]
    known = (
        page.word[at] is not None
        or page.tokens.raw[at].endswith("ه")
        or role_at(page, at)
        or form.startswith("ال")
        or form in _POINTING
    )
    return not known and len(form) > 3 and not form.endswith(("ا", "ها", "هم")) and _free(page, at)


def _starts_name(page: Page, lo: int, at: int, end: int, hi: int) -> bool:
    """Whether a name without rank starts here: a first name, or unknown words after a role and what it is of."""
    if page.lex[at].prep or page.form[at].startswith(("ال", "لل", "وال", "بال")) or role_at(page, at):
        return False
    if page.form[at] in _given_names() and page.form[at] != "علي":
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


def _is_role(page: Page, at: int) -> bool:
    held = role_at(page, at)
    return "person" in held or "voice" in held


def _free(page: Page, at: int) -> bool:
    form = page.form[at]
    return page.lex[at].alpha and form not in _NAME_STOPS and at not in page.inside and at not in page.date_at


def _arabic_end(page: Page, at: int, hi: int) -> int:
    end = at
    while end < min(hi, at + 5) and _free(page, end) and not page.lex[end].prep and not page.cue(end, "verb"):
        if end > at and role_at(page, end).keys() & {"voice", "rank"}:
            break
        end += 1
    return end


def _latin_name(page: Page, lo: int, hi: int) -> Voice | None:
    """The last run of capitalised words that is no known actor, place, rank or role."""
    runs = [run for run in _capitals(page, lo, hi) if _is_name(page, lo, run) and not _placed(page, lo, run[0])]
    if not runs:
        return None
    start, end = runs[-1]
    return Voice(
        page.text(start, end).strip("“”\"'").removesuffix("'s").removesuffix("’s"),
        _role_near(page, lo, start),
        "person",
    )


def _capital(page: Page, at: int) -> bool:
    held = page.inside.get(at)
    if held is not None and held.kind != "person":
        return False
    return page.lex[at].upper and page.form[at] not in _CALENDAR and not _barred(page, at)


def _barred(page: Page, at: int) -> bool:
    held = _role_of(page.form[at])
    return bool(held) and not page.form[at] in _PARTICLES


def _capitals(page: Page, lo: int, hi: int) -> Iterator[tuple[int, int]]:
    at = lo
    while at < hi:
        if not _capital(page, at):
            at += 1
            continue
        start = at
        if start > lo and page.form[start - 1] in ("al", "el", "abu"):
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
        return at + 2 < hi and (page.lex[at + 1].upper or page.lex[at - 1].upper) and page.form[at - 1] != ","
    return form == "." and len(page.form[at - 1]) == 1


def _placed(page: Page, lo: int, start: int) -> bool:
    """Whether a run of capitals stands after a preposition: "bosses at the Florida HQ"."""
    near = page.form[max(lo, start - 2) : start]
    return bool(near) and (
        near[-1] in _NOT_SUBJECT or near[-1] == "of" or (near[-1] == "the" and near[0] in _NOT_SUBJECT | {"of"})
    )


def _is_name(page: Page, lo: int, run: tuple[int, int]) -> bool:
    start, end = run
    if sum(1 for at in range(start, end) if page.lex[at].upper) >= 2:
        return True
    before = page.form[start - 1] if start > lo else ""
    return before == "named" or (bool(before) and bool({"rank", "person", "voice"} & _role_of(before).keys()))


def _role_near(page: Page, lo: int, at: int) -> str | None:
    for k in range(at - 1, max(lo, at - 8) - 1, -1):
        held = role_at(page, k)
        role = held.get("voice") or held.get("person")
        if role:
            return role
    return None


# --- people without a name ---------------------------------------------------------------------------------------


def role_in(page: Page, here: list[Part], lo: int, hi: int) -> tuple[int, Voice | None]:
    """An unnamed speaker by role, and where: "military expert", "Pentagon official", "Kirkuk police chief"."""
    for at in range(lo, hi):
        source = next(
            (part for part in here if part.start <= at < part.end and part.cls == "source" and part.whom), None
        )
        if source is not None and source.whom is not None:
            return at, Voice(source.whom, source.whom.split()[-1], "role", source.whom)
        held = role_at(page, at)
        if held.get("voice"):
            return at, None
        if "voice" in held or not held.get("person"):
            continue
        if at - 1 > lo and page.form[at - 1] in _OF:
            continue
        return at, _composed(page, here, lo, at, hi, held["person"])
    return hi, None


def _composed(page: Page, here: list[Part], lo: int, at: int, hi: int, role: str) -> Voice:
    post = _post(page, at)
    if post:
        return Voice(f"{post} {role}", role, "role")
    body = _body_of(page, here, lo, at, hi)
    if body is not None and role in ("commander", "director", "head", "leader") and body.endswith(_COMMAND):
        return Voice(f"{body.removesuffix(' Command')} {role}", role, "role", body)
    if role in ("commander", "director", "head", "leader", "minister") and body is not None:
        return Voice(body, role, "body", body)
    quality = (_quality(page, lo, at, hi) or _place_of(page, at, hi)) if body is None else ""
    short = body.removeprefix("the ") if body else quality
    name = f"{short} {role}".strip()
    return Voice(name, role, "role", body)


def _post(page: Page, at: int) -> str | None:
    """The operations command that someone leads, where it is no known body: قائد عمليات صلاح الدين."""
    if at + 2 >= len(page.form) or page.form[at + 1] != "عمليات":
        return None
    for forms, name in phrases("place").get(page.form[at + 2], []):
        if tuple(page.form[at + 2 : at + 2 + len(forms)]) == forms and name.entity is not None:
            return f"{name.entity.canonical} Operations"
    return None


def _body_of(page: Page, here: list[Part], lo: int, at: int, hi: int) -> str | None:
    """The actor that an unnamed speaker belongs to: "a Pentagon official", مسؤول في الوزارة."""
    for part in here:
        if part.whom is None or part.person or part.cls in ("source", "agency", "statement"):
            continue
        left = part.end == at or (part.end == at - 1 and page.form[at - 1] in ("'s", "senior", "military", "security"))
        gap = page.form[at + 1 : part.start]
        right = at < part.start <= at + 4 and all(form in _OF or _role_of(form) for form in gap)
        if left or right:
            return part.whom
    return None


def _place_of(page: Page, at: int, hi: int) -> str:
    """The place of an official: "an official in Raqqa", مسؤول في الرقة."""
    if at + 2 >= hi or page.form[at + 1] not in _OF:
        return ""
    name = page.name_at.get(at + 2)
    return name.name.entity.canonical if name is not None and name.kind == "place" and name.name.entity else ""


def _quality(page: Page, lo: int, at: int, hi: int) -> str:
    """The words that say what sort of official: after the role in Arabic, before it in English."""
    if page.form[at] < "\u0590":
        return _latin_quality(page, lo, at)
    found: list[str] = []
    for k in range(at + 1, min(hi, at + 5)):
        held = role_at(page, k)
        value = held.get("quality") or held.get("body")
        if value and value != "senior":
            found.insert(0, value)
        elif page.form[k] not in _OF and page.form[k] not in _OFFICES and not value:
            break
    return " ".join(dict.fromkeys(found))


def _latin_quality(page: Page, lo: int, at: int) -> str:
    found: list[str] = []
    for k in range(at - 1, lo - 1, -1):
        value = _role_of(page.form[k]).get("quality")
        if value is None:
            break
        found.insert(0, value)
    return " ".join(found)


def stranger(page: Page, lo: int, hi: int) -> Voice | None:
    """An English speaker with an article and no known role, as written: "A former Para who served" -> former Para."""
    if lo >= hi or page.form[lo] not in ("a", "an", "one"):
        return None
    end = lo + 1
    while (
        end < min(hi, lo + 4)
        and page.lex[end].alpha
        and page.form[end] not in _OF | {"who", "whose", "that", "and", "told", "said"}
        and not page.cue(end, "verb")
    ):
        end += 1
    return Voice(page.text(lo + 1, end), None, "role") if end > lo + 1 else None


# --- bodies ------------------------------------------------------------------------------------------------------


def body_in(page: Page, here: list[Part], lo: int) -> tuple[int, Voice | None]:
    """The actor of some mentions that can be speaking, and where; ``STATEMENT`` where it is only "the statement"."""
    statement = -1
    for part in here:
        if part.cls == "statement":
            statement = part.start
            continue
        before = page.form[part.start - 1] if part.start > lo else ""
        if part.own or part.person or part.cls in ("agency", "partner") or (part.whom is None and part.cls in _VAGUE):
            continue
        if part.mention.prep == "ل" and before in _ISSUED:
            statement = part.start - 1
        if before in ("the", "a", "an") and part.start - 2 >= lo:
            before = page.form[part.start - 2]
        if part.whom == ISIS and part.start > lo + 2:
            continue
        if statement < 0 and (before in _NOT_SUBJECT or before == "of" or (part.mention.prep and part.start > lo)):
            continue
        return part.start, Voice(part.whom, None, "body", part.whom)
    return statement, STATEMENT if statement >= 0 else None


def short_form(page: Page, parts: list[Part], lo: int, hi: int) -> Voice | None:
    """A body called by the first word of a name that stood before: الحشد for الحشد الشعبي."""
    for at in range(lo, min(hi, lo + 2)):
        form = page.form[at]
        if not form.startswith("ال") or len(form) < 5:
            continue
        for part in parts:
            if (
                part.start < at
                and part.whom
                and not part.person
                and not part.generic
                and page.form[part.start] == form
                and part.end > part.start + 1
            ):
                return Voice(part.whom, None, "body", part.whom)
    return None
