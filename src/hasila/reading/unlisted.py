"""Places that the gazetteer does not know, told by the words around them: قرية تل الذهب, "near Kolajo, Iraq".

Only the name as written is known of such a place; its country comes from a listed place right behind it.
"""

from __future__ import annotations

from functools import cache

from hasila.lexicon.markers import marker_phrases, markers, with_and
from hasila.lexicon.words import rows
from hasila.reading.governors import QUOTES
from hasila.reading.page import Page
from hasila.text.fold import fold
from hasila.values.numbers import number_forms

_FIRST_OF_TWO = markers("name-first-part")
_VILLAGE = markers("settlement-of")
_NEAR = markers("near")
_NO_NAME = markers("no-place-name")
_KINDS_BEHIND = markers("kind-of-place")
_LOWER = markers("latin-article")
_INSIDE = frozenset({"in", "at", "outside"})
_IN = "في"
_BEFORE = _NEAR | _INSIDE | {"of"}
_MOST = 3
_TWINS = [[form] for form in sorted(markers("twin-village"))]
_BESIDE = markers("beside-word")
_QUALITIES = markers("quality-of-place")
_TITLES = with_and(markers("title-of-place") - {"ولايه"})


@cache
def district_words() -> dict[str, tuple[str, bool]]:
    """Words for kinds of places with what can be glued to them, folded: the word without it, and whether the name
    keeps the word (وادي الشاي) or not (قرية السوسة)."""
    kinds = {fold(form): cls == "keep" for form, cls, *_ in rows("ar", "districts")}
    glued = {clitic + form: (form, keep) for form, keep in kinds.items() for clitic in "بو"}
    return glued | {form: (form, keep) for form, keep in kinds.items()}


@cache
def _leads() -> frozenset[str]:
    """The words behind which a place can be told by them."""
    return _BEFORE.union(district_words(), {_IN}, _REGION_OPENS, _VILLAGE)


def unlisted(page: Page) -> list[tuple[int, int, str]]:
    """(start, end, name as written) of each place that only its surroundings make known."""
    found: list[tuple[int, int, str]] = []
    kinds = district_words()
    for at in page.where(_leads()):
        form = page.form[at]
        bare, keep = kinds.get(form, (None, False))
        if bare is not None:
            span = _arabic(page, at, keep)
        elif form in _REGION_OPENS:
            span = _region(page, at)
        elif form == _IN:
            span = _quoted_before_place(page, at) or _first_of_two(page, at + 1)
        elif form in _NEAR or (form == "of" and at and page.form[at - 1] in _VILLAGE):
            span = _english(page, at + 1) or _of_kind(page, at + 1)
        elif form == "of" and page.before(at) in _DIRECTIONS:
            span = _told_where(page, at)
        elif form in _VILLAGE:
            span = _explained(page, at)
        elif form in _INSIDE:
            span = _english(page, at + 1) or _of_kind(page, at + 1)
            known = span is not None and (
                _with_article(page, span[0])
                or page.form[span[1] - 1] in _KINDS_BEHIND
                or (span[1] < len(page.form) and page.form[span[1]] in _KINDS_BEHIND)
                or _before_place(page, span[1])
                or _plainly(page, at, span)
            )
            span = span if known else None
        else:
            continue
        taken = bool(found) and span is not None and found[-1][1] >= span[1]
        if span is not None and not taken and not _possessive(page, span[1]) and not _in_lower(page, span):
            span = _with_second(page, span)
            found.append((span[0], span[1], _written(page, span[0], span[1], bare)))
    return found


def _with_second(page: Page, span: tuple[int, int]) -> tuple[int, int]:
    """ "a double raid at Boulkessy and Mondoro": two places that no list knows."""
    start, end = span
    if page.form[end : end + 1] != ["and"] or page.form[start] >= "\u0590" or not _capital(page, start):
        return span
    second = _english(page, end + 1)
    if second is None or second[1] - second[0] > 1:
        return span
    after = second[1]
    free = after >= len(page.form) or not (page.cue(after, "verb") or page.trigger(after) is not None)
    return (start, after) if free and not _capital(page, after) else span


def _region(page: Page, at: int) -> tuple[int, int] | None:
    """ "في غرب أفريقيا", "في ولاية وسط أفريقيا": a region of many countries."""
    words = next((words for words in _REGIONS if tuple(page.form[at : at + len(words)]) == words), None)
    return None if words is None else (at, at + len(words))


_REGIONS = marker_phrases("wide-region")
_REGION_OPENS = frozenset(words[0] for words in _REGIONS)


def _in_lower(page: Page, span: tuple[int, int]) -> bool:
    return _LOWER.issuperset(page.form[span[0] : span[1]])


def _possessive(page: Page, end: int) -> bool:
    """ "34 hurt in Saberi's", "in Saberi's account": what is somebody's own, and no place."""
    if not page.form[end - 1].endswith("'s"):
        return False
    behind = page.name_at.get(end)
    place = behind is not None and behind.kind == "place"
    return not place and _KINDS_BEHIND.isdisjoint(page.form[end : end + 2])


def _written(page: Page, start: int, end: int, kind: str | None) -> str:
    text = page.text(start, end)
    return text[1:] if kind is not None and page.form[start] != kind and page.form[start][1:] == kind else text


def _unknown(page: Page, at: int) -> bool:
    """Whether a token is a word that nothing else claims."""
    if at >= len(page.form) or at in page.inside or at in page.dated or not page.lex[at].alpha:
        return False
    return page.word[at] is None


def _arabic(page: Page, at: int, keep: bool) -> tuple[int, int] | None:
    first = at + 1
    if (quoted := _in_quotes(page, first)) is not None:
        return quoted
    if page.conj[first : first + 1] != [""] or page.form[first] < "\u0590" or page.form[first].startswith("لل"):
        return None
    if page.before(at)[:1].isdigit() or page.before(at) in number_forms() or page.has(_TITLES, at - 2, at):
        return None  # "في 12 ولاية", "ثلاث عشرة قرية وعشرات المزارع", "أمير «ولاية الخير»"
    if not (_unknown(page, first) or (page.form[first] in _FIRST_OF_TWO and _unknown(page, first + 1))):
        return None
    describes = _describes(page.form[first], page.form[at]) and not _heads_name(page, first)
    if page.form[first] in _BESIDE or describes or _tells(page, first, keep):
        return None
    end = first + 1
    if (
        (page.form[first] in _FIRST_OF_TWO and _names(page, end))
        or page.form[end : end + 1] in _TWINS
        or (
            not page.form[first].startswith("ال")
            and page.form[end : end + 1]
            and page.form[end].startswith("ال")
            and page.form[end] not in _LIES
            and _unknown(page, end)
        )
        or _goes_on(page, first, end)
    ):
        end += 1
    if len(page.form[first]) < 3 and end == first + 1:
        return None
    return (at if keep else first, end)


def _heads_name(page: Page, at: int) -> bool:
    """ "منطقة جديدة الشط": an adjective that isn't one, with a noun behind it to make a name."""
    behind = page.form[at + 1 : at + 2]
    return bool(behind) and page.form[at] in _FIRST_OF_TWO and behind[0].startswith("ال") and _unknown(page, at + 1)


def _tells(page: Page, at: int, keep: bool) -> bool:
    """ "منطقة يسيطر عليها", "قرية تقع شمال": a verb opens a clause about the place, whose name isn't told."""
    form = page.form[at]
    return form in _NO_NAME or (not keep and form.startswith("ي") and len(form) > _SHORT)


_SHORT = 3


def _goes_on(page: Page, first: int, at: int) -> bool:
    """ "قرية ملوك سراي، 17 كم جنوبي", "قرية بير محلي جنوب كذا": a second word where a comma or a bracket ends the name,
    and nothing else claims it or it is told where the place lies."""
    bare = not page.form[first].startswith("ال") and at < len(page.form) and not page.form[at].startswith("ال")
    if not bare or page.conj[at] or at in page.inside:
        return False
    if page.form[at + 1 : at + 2] and page.form[at + 1] in _DIRECTIONS:
        return page.lex[at].alpha and not _does(page, at) and page.form[at] not in _BESIDE
    if page.form[at + 1 : at + 2] not in _CLOSED:
        return False
    lies = page.form[at + 2 : at + 4]
    told = lies[:1] and (lies[0] in _DIRECTIONS or lies[-1] in _UNITS)
    return _unknown(page, at) or (bool(told) and page.lex[at].alpha)


_CLOSED = ([","], ["،"], ["("])


def _does(page: Page, at: int) -> bool:
    """Whether a word tells of a deed or when it was."""
    return at in page.dated or page.trigger(at) is not None or page.cue(at, "verb") is not None


def _names(page: Page, at: int) -> bool:
    """Whether a word is the second of a name that cannot do without: أبو نخيلة, أم الذهب, whatever it means itself."""
    return at < len(page.form) and page.lex[at].alpha and not page.conj[at] and at not in page.dated


def _in_quotes(page: Page, at: int) -> tuple[int, int] | None:
    """ "جبال «قرة جوخ»", "قرية (الدعيش)": up to three words that nothing else claims, in quotation marks."""
    if at >= len(page.form) or page.form[at] not in QUOTES:
        return None
    end = at + 1
    while end < len(page.form) and end - at <= _MOST and _unknown(page, end) and page.form[end] >= "\u0590":
        end += 1
    closed = end < len(page.form) and page.form[end] in QUOTES
    return (at + 1, end) if closed and end > at + 1 else None


def _quoted_before_place(page: Page, at: int) -> tuple[int, int] | None:
    """ "في “الدعيش” بريف دير الزور": a name in quotation marks with a listed place right behind."""
    span = _in_quotes(page, at + 1)
    if span is None or span[1] + 1 >= len(page.form):
        return None
    behind = page.name_at.get(span[1] + 1) or page.name_at.get(span[1] + 2)
    near = page.form[span[1] + 1] in district_words() or page.form[span[1] + 1].removeprefix("ب") in _AREAS
    placed = behind is not None and behind.kind == "place" and (near or behind.prep == "ب")
    return span if placed else None


_AREAS = markers("direction") | {"ريف"}


def _first_of_two(page: Page, at: int) -> tuple[int, int] | None:
    """ "في تل مانخ التابعة للشدادي", "في أم الذهب بريف الحسكة": a name that opens like one and is told to lie near
    another."""
    if page.form[at : at + 1] and page.form[at] in _FIRST_OF_TWO and _unknown(page, at + 1) and not page.conj[at]:
        behind = page.form[at + 2 : at + 3]
        return (at, at + 2) if behind and (behind[0] in _LIES or behind[0].removeprefix("ب") in _AREAS) else None
    return None


_LIES = markers("place-belonging")


def _describes(form: str, kind: str) -> bool:
    """Whether a word only says what kind of place it is: قرية صغيرة, منطقة صحراوية, معبر حدودي; a name would have the
    article."""
    bare = form.removesuffix("ه")
    ending, least = ("يه", 6) if kind.endswith("ه") else ("ي", 4)
    nisba = form.endswith(("يه", ending)) and len(form) >= least and not form.startswith("ال")
    return nisba or form in _QUALITIES or bare in _QUALITIES


def _capital(page: Page, at: int) -> bool:
    raw = page.tokens.raw[at] if 0 <= at < len(page.form) else ""
    return raw[:1].isupper() and raw[:1] < "\u0590"


def _english(page: Page, at: int) -> tuple[int, int] | None:
    end = at
    while end < min(len(page.form), at + _MOST):
        named = _unknown(page, end) and (_capital(page, end) or (page.form[end] in _LOWER and _capital(page, end + 1)))
        if not named or page.form[end] in _NO_NAME:
            break
        end += 1
    if end > at and page.form[end : end + 1] and page.form[end] in _LANDFORMS:
        end += 1  # "the Al Miskad mountains"
    return (at, end) if end > at else None


_LANDFORMS = markers("landform")


def _told_where(page: Page, of: int) -> tuple[int, int] | None:
    """ "raided Zumrudeh, 12 km west of Deir ez-Zor": a name that is told to lie near a listed place."""
    held = page.name_at.get(of + 1)
    end = of - 2
    if held is None or held.kind != "place":
        return None
    if page.form[end] in _UNITS and page.form[end - 1][:1].isdigit():
        end -= 2
    start = end
    while start > max(0, end - _MOST) and _unknown(page, start - 1) and _capital(page, start - 1):
        start -= 1
    named = page.form[end] == "," and start < end and page.tokens.raw[start - 1][:1].islower()
    return (start, end) if named else None


def _explained(page: Page, kind: int) -> tuple[int, int] | None:
    """ "The strike hit Tokhar, a village outside Manbij": a name of which words between commas tell what it is."""
    end = start = kind - 2
    if end < 1 or page.form[end : end + 2] != [",", "a"]:
        return None
    while start > max(0, end - _MOST) and _unknown(page, start - 1) and _capital(page, start - 1):
        start -= 1
    if start > 0 and page.hyphened(start) and page.form[start - 1] in _LOWER:
        start -= 1  # "al-Zumrud, a town"
    named = start < end and start > 0 and page.tokens.raw[start - 1][:1].islower()
    return (start, end) if named else None


_DIRECTIONS = markers("direction")
_UNITS = markers("lies-at")


def _of_kind(page: Page, at: int) -> tuple[int, int] | None:
    """ "in the Dora neighborhood": a name between the article and a kind of place."""
    span = _english(page, at + 1) if page.form[at : at + 1] == ["the"] else None
    if span is not None and span[1] - span[0] > 1 and page.form[span[1] - 1] in _KINDS_BEHIND | _LANDFORMS:
        return span
    if span is None or span[1] >= len(page.form) or page.form[span[1]] not in _KINDS_BEHIND:
        return None
    return (span[0], span[1] + 1) if _capital(page, span[1]) else span  # "the Old City" is its whole name


def _with_article(page: Page, at: int) -> bool:
    """ "at al-Izba": no English word begins with the Arabic article and a hyphen."""
    return page.form[at] in _LOWER and page.text(at, at + 2)[len(page.form[at]) :][:1] == "-"


def _plainly(page: Page, at: int, span: tuple[int, int]) -> bool:
    """ "four were arrested in Zamfara.": a lone capital among small letters, in a sentence that isn't a headline."""
    start, end = span
    after = page.form[end] if end < len(page.form) else "."
    raw = page.tokens.raw[start]
    alone = not _capital(page, at - 1) and not _capital(page, end) and after not in ("'", "’", "s")
    before = at > 0 and (page.lex[at - 1].alpha or page.form[at - 1].isdigit())
    return before and alone and len(raw) >= 4 and raw[1:].islower()


def _before_place(page: Page, end: int) -> bool:
    """ "in Kolajo, Iraq": a listed place stands right behind."""
    return (
        end + 1 < len(page.form)
        and page.form[end] in (",", "in")
        and (held := page.name_at.get(end + 1)) is not None
        and held.kind == "place"
    )
