"""Who a stretch of words names as a speaker: a person, an unnamed official, a body, or "the statement"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import Person, phrases
from hasila.reading.cast import ISIS, Part
from hasila.reading.page import Page
from hasila.reading.voices import NO_NAMES, NOT_SUBJECT, OF, STATEMENT, Voice, role_at, role_of

_TO = markers("addressee")
_OFFICES = markers("office")
_ISSUED = markers("issued")
_VAGUE = frozenset({"source", "group", "government", "forces", "organisation", "service"})
_OF_PEOPLE = frozenset({"tweet", "post"})  # a man's own words
_STATEMENTS = (markers("release-word") | markers("statement-word")) - _OF_PEOPLE
_BETWEEN = markers("kind-of-official") | {"'s"}
_HEADS = ("commander", "director", "head", "leader")
_COMMAND = " Operations Command"
_GOES_ON = frozenset({"فقد", "فان", "فانه", "فانها"})


# --- people whom the lexicon knows -------------------------------------------------------------------------------


def _addressed(page: Page, part: Part) -> bool:
    """Whether someone is only spoken to or with: لوكالة فرانس برس, "told Reuters", "with Sudani"."""
    before = page.form[part.start - 1] if part.start else ""
    quoted = page.form[max(0, part.start - 2) : part.start] == ["according", "to"]
    return part.mention.prep == "ل" or (before in _TO and not quoted)


def person_in(page: Page, here: list[Part], last: bool = False) -> Voice | None:
    """The first (or last) known person of some mentions who is not only spoken to."""
    for part in reversed(here) if last else here:
        if part.person and not _addressed(page, part) and not _goes_on(page, part):
            return known(part)
    return None


def _goes_on(page: Page, part: Part) -> bool:
    """Whether a longer name begins like a known one: "Ali Hassan Jaber" is not "Ali Hassan"."""
    end = part.end
    if end >= len(page.form) or not page.lex[end].upper or end in page.inside or role_of(page.form[end]):
        return False
    return page.tokens.start[end] == page.tokens.end[end - 1] + 1 and page.form[end] not in NO_NAMES


def known(part: Part) -> Voice:
    """The voice of a person in the list of people."""
    entity = part.mention.name.entity
    role = entity.role if isinstance(entity, Person) else None
    return Voice(part.person, role, "person", part.whom)


# --- people without a name ---------------------------------------------------------------------------------------


def role_in(page: Page, here: list[Part], lo: int, hi: int) -> tuple[int, Voice | None]:
    """An unnamed speaker by role, and where: "military expert", "Pentagon official", "Kirkuk police chief"."""
    sources = [part for part in here if part.cls == "source" and part.whom]
    for at in range(lo, hi):
        source = next((part for part in sources if part.start <= at < part.end), None) if sources else None
        if source is not None and source.whom is not None:
            return at, Voice(source.whom, source.whom.split()[-1], "role", source.whom)
        held = role_at(page, at)
        if held.get("voice"):
            return at, None
        if "voice" in held or not held.get("person") or (at + 1 < hi and "voice" in role_at(page, at + 1)):
            continue  # "the official spokesman of the SDF"
        if (at - 1 > lo and page.form[at - 1] in OF) or _of_a_statement(page, at, hi) or _of_press(page, lo, at, held):
            continue
        return at, _composed(page, here, lo, at, hi, held["person"])
    return hi, None


def _of_a_statement(page: Page, at: int, hi: int) -> bool:
    """ "An official press release said": what is official here is the statement."""
    return a_statement(page, at + 1, min(hi, at + 3))


def _of_press(page: Page, lo: int, at: int, held: dict[str, str]) -> bool:
    """ "في مؤتمر صحفي", "في حديث صحفي": behind another noun the Arabic word for a journalist is "of the press"."""
    arabic = page.form[at] >= "\u0590" and held["person"] == "journalist"
    return arabic and at > lo and page.lex[at - 1].alpha and not role_at(page, at - 1)


def a_statement(page: Page, lo: int, hi: int) -> bool:
    """Whether a stretch names a statement: "a press release", بيان رسمي."""
    return not _STATEMENTS.isdisjoint(page.form[lo:hi])


def _composed(page: Page, here: list[Part], lo: int, at: int, hi: int, role: str) -> Voice:
    post = _post(page, at)
    if post:
        return Voice(f"{post} {role}", role, "role")
    body = _body_of(page, here, at)
    if body is not None and role in _HEADS and body.endswith(_COMMAND):
        return Voice(f"{body.removesuffix(' Command')} {role}", role, "role", body)
    if body is not None and (role in _HEADS or role == "minister"):
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


def _body_of(page: Page, here: list[Part], at: int) -> str | None:
    """The actor that an unnamed speaker belongs to: "a Pentagon official", مسؤول في الوزارة."""
    for part in here:
        if part.whom is None or part.person or part.cls in ("source", "agency", "statement"):
            continue
        left = part.end == at or (part.end == at - 1 and page.form[at - 1] in _BETWEEN)
        gap = page.form[at + 1 : part.start]
        right = at < part.start <= at + 4 and all(form in OF or role_of(form) for form in gap)
        if left or right:
            return part.whom
    return None


def _place_of(page: Page, at: int, hi: int) -> str:
    """The place of an official: "an official in Raqqa", مسؤول في الرقة."""
    if at + 2 >= hi or page.form[at + 1] not in OF:
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
        elif page.form[k] not in OF and page.form[k] not in _OFFICES and not value:
            break
    return " ".join(dict.fromkeys(found))


def _latin_quality(page: Page, lo: int, at: int) -> str:
    found: list[str] = []
    for k in range(at - 1, lo - 1, -1):
        value = role_of(page.form[k]).get("quality")
        if value is None:
            break
        found.insert(0, value)
    return " ".join(found)


# --- bodies ------------------------------------------------------------------------------------------------------


def body_in(page: Page, here: list[Part], lo: int, verb: bool = False) -> tuple[int, Voice | None]:
    """The actor of some mentions that can be speaking, and where; ``STATEMENT`` where it is only "the statement".

    ``verb``: a verb of saying stands before.
    """
    statement = -1
    for part in here:
        if part.cls == "statement":
            statement = part.start
            continue
        before = page.form[part.start - 1] if part.start > lo else ""
        if part.own or part.person or part.cls in ("agency", "partner") or (part.whom is None and part.cls in _VAGUE):
            continue
        if statement >= 0 and page.has(_GOES_ON, statement, part.start):
            break  # "ووفق البيان فقد دخل التحالف المدينة": whoever is told of does not speak
        if part.mention.prep == "ل" and before in _ISSUED:
            statement = part.start - 1
        if before in ("the", "a", "an") and part.start - 2 >= lo:
            before = page.form[part.start - 2]
        if part.whom == ISIS and part.start > lo + (0 if verb and page.form[lo] >= "\u0590" else 2):
            continue  # "ترجح ضلوع داعش"
        if statement < 0 and _text_of(page, lo, part.start):
            return part.start, Voice(part.whom, None, "body", part.whom)  # "read an earlier statement from the cell"
        if statement < 0 and _of_spokesman(page, part.start):
            return part.start, Voice(part.whom, None, "body", part.whom)
        if statement < 0 and (before in NOT_SUBJECT or before == "of" or (part.mention.prep and part.start > lo)):
            continue
        return part.start, Voice(part.whom, None, "body", part.whom)
    return statement, STATEMENT if statement >= 0 else None


def _of_spokesman(page: Page, at: int) -> bool:
    """ "the official spokesman of the SDF": the body for which he speaks."""
    head = at - 1 - (page.before(at) == "the")
    return head > 0 and page.form[head] in ("of", "for") and "voice" in role_at(page, head - 1)


def _text_of(page: Page, lo: int, at: int) -> bool:
    """Whether a stretch before a name is nothing but a text of theirs: "an earlier statement from the"."""
    words = [form for form in page.form[lo:at] if form not in ("the", "a", "an")]
    return len(words) in (2, 3) and words[-1] in _FROM and words[-2] in _STATEMENTS and words[-1] < "\u0590"


_FROM = frozenset({"from", "by", "of"})


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


def subject_opens(page: Page, floor: int, at: int) -> int | None:
    """Where the subject of an Arabic verb begins that stands before it: "وكان داعش قال إن", "أما التنظيم فقال"."""
    first = max(floor, at - _OPENS)
    topic = page.form[at].startswith("ف")
    for k in range(at - 2, first - 1, -1):
        form = page.form[k].removeprefix("و")
        if form in _HAD and not topic:
            return k + 1
        if form == _AS_FOR and topic:
            return k + 1
        if page.cue(k, "verb") or not page.lex[k].alpha:
            return None
    return None


_OPENS = 7
_HAD = frozenset({"كان", "كانت"})
_AS_FOR = "اما"
