"""The stretches between quotation marks, whatever the marks: “ ” « » " " ' ' ‘ ’ (( )), nested, mixed up or unclosed.

A mark opens or closes by its shape where the shape says so, else by the blanks around it. Only the outermost pair
counts. An unclosed quotation ends with its paragraph, or where the next one opens.

>>> from hasila.reading.page import annotate
>>> page = annotate('قال إن "خلايا "داعش" ما زالت في البادية" اليوم')
>>> [page.text(found.start, found.end) for found in quoted(page)]
['خلايا "داعش" ما زالت في البادية']
"""

from __future__ import annotations

from dataclasses import dataclass

from hasila.lexicon.markers import markers
from hasila.reading.page import Page
from hasila.text.tokens import BREAK

MIN_WORDS = 4
_LONGEST = 400
_FAR = 500
_DOUBLE, _ANGLE, _SINGLE, _ROUND = "double", "angle", "single", "round"
_FAMILY = {
    "“": _DOUBLE, "”": _DOUBLE, "„": _DOUBLE, "‟": _DOUBLE, '"': _DOUBLE, "«": _ANGLE, "»": _ANGLE,
    "‘": _SINGLE, "’": _SINGLE, "‚": _SINGLE, "'": _SINGLE, "(": _ROUND, ")": _ROUND,
}  # fmt: skip
_SPOTS = frozenset(_FAMILY) | {BREAK}
_OPENING = frozenset("“„‟«‘‚(")
_LEAD = markers("complementiser") | markers("quote-lead") | {",", ":", "،"}
_PREFIXES = markers("proclitic")
_ENDS = frozenset(".!?؟…،,;؛:")
_NAMING = markers("naming")
_TRIM = frozenset(",،;؛:-–— ")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Tokens [start, end) of a quotation without its marks; ``open_at``, ``close_at`` the first and last with them.

    ``left_open`` is True where no mark closes it.
    """

    start: int
    end: int
    open_at: int
    close_at: int
    left_open: bool = False


def quoted(page: Page) -> list[Quoted]:
    """The quotations of four words or more, in order and without overlap."""
    spots = page.where(_SPOTS)
    found: list[Quoted] = []
    index = 0
    while index < len(spots):
        if not _opens_fresh(page, spots[index]):
            index += 1
            continue
        quote, following = _close(page, spots, index)
        if quote is not None and _long(page, quote.start, quote.end) and not _name_only(page, quote):
            found.append(_trimmed(page, quote))
        index = following
    return found


# --- does a mark open? -------------------------------------------------------------------------------------------


def _glued(page: Page, at: int) -> tuple[bool, bool]:
    """Whether the mark touches what stands before it and what stands after it."""
    tokens, forms = page.tokens, page.form
    before = at > 0 and forms[at - 1] != BREAK and tokens.start[at] == tokens.end[at - 1]
    after = at + 1 < len(forms) and forms[at + 1] != BREAK and tokens.end[at] == tokens.start[at + 1]
    return before, after


def _after_prefix(page: Page, at: int) -> bool:
    """A mark right after a one-letter prefix opens: لـ"داعش", بـ«الهزيمة»."""
    return page.form[at - 1] in _PREFIXES


def _opens_fresh(page: Page, at: int) -> bool:
    """Whether a mark opens a quotation where none is open."""
    form = page.form[at]
    family = _FAMILY.get(form)
    if family is None or form in ("»", ")"):
        return False
    if form == "(":
        return _round_opens(page, at)
    before, after = _glued(page, at)
    if family == _SINGLE:
        return after and not before and form != "’"
    return form in ("“", "«", "„") or after or not before


def _round_opens(page: Page, at: int) -> bool:
    """Brackets quote when doubled, or right after words that announce speech."""
    forms = page.form
    if at + 1 < len(forms) and forms[at + 1] == "(":
        return True
    return at > 0 and forms[at - 1] in _LEAD and forms[at - 1] not in ("،", ",", "ب")


def _opens_inside(page: Page, at: int) -> bool:
    """Whether a mark opens a second quotation inside an open one."""
    before, after = _glued(page, at)
    form = page.form[at]
    if form in ("«", "("):
        return True
    if form in ("»", ")"):
        return False
    if form in _OPENING:
        return after or not before
    if form == "”":
        return after and not before and page.lex[at + 1].alpha
    return (
        after
        and (not before or _after_prefix(page, at) or page.form[at - 1] in ("(", ":"))
        and page.form[at + 1] not in _ENDS
    )


# --- where does it close? ----------------------------------------------------------------------------------------


def _close(page: Page, spots: list[int], index: int) -> tuple[Quoted | None, int]:
    """The quotation that opens at a spot, and the index of the spot to go on from."""
    at = spots[index]
    family = _FAMILY[page.form[at]]
    if family == _SINGLE:
        return _close_single(page, spots, index)
    depth, inner = 1, -1
    for k in range(index + 1, len(spots)):
        spot = spots[k]
        form = page.form[spot]
        if form == BREAK or spot - at > _FAR:
            return _unclosed(page, spots, index, k, inner)
        if _FAMILY[form] != family:
            continue
        if _opens_inside(page, spot):
            depth += 1
            inner = k if inner < 0 else inner
        else:
            depth -= 1
            if not depth:
                return Quoted(at + 1, spot, at, spot), k + 1
    return _unclosed(page, spots, index, len(spots), inner)


def _unclosed(page: Page, spots: list[int], index: int, stop: int, inner: int) -> tuple[Quoted | None, int]:
    """A quotation that its paragraph does not close.

    It ends where the next one opens (unless that is only a name in marks), where a mark closes it in the next
    paragraph, or with its paragraph.
    """
    at = spots[index]
    end = spots[stop] if stop < len(spots) else len(page.form)
    family = _FAMILY[page.form[at]]
    closers = [k for k in range(index + 1, stop) if _FAMILY[page.form[spots[k]]] == family]
    if inner >= 0:
        last, inside = closers[-1], spots[inner]
        if _announced(page, inside) and _long(page, inside + 1, spots[last]):
            end, stop = inside, inner
        elif spots[last] >= end - 2:
            return Quoted(at + 1, spots[last], at, spots[last]), last + 1
    elif (late := _closed_later(page, spots, stop, family)) is not None:
        return Quoted(at + 1, spots[late], at, spots[late]), late + 1
    if family == _ROUND or not _announced(page, at):
        return None, index + 1
    return Quoted(at + 1, _sentence_end(page, at + 1, end), at, end - 1, True), stop


def _closed_later(page: Page, spots: list[int], stop: int, family: str) -> int | None:
    """The mark that closes the quotation in one of the next two paragraphs, before any other opens."""
    paragraphs = 0
    for k in range(stop, len(spots)):
        form = page.form[spots[k]]
        if form == BREAK:
            paragraphs += 1
            if paragraphs > 2:
                return None
        elif _FAMILY[form] == family:
            closes = not _opens_inside(page, spots[k]) and form not in ("“", "«") and page.form[spots[k] - 1] != BREAK
            return k if closes and spots[k] - spots[stop] < _LONGEST else None
    return None


def _announced(page: Page, at: int) -> bool:
    """Whether an opening mark stands at the start of a paragraph or after words that announce speech."""
    if at == 0 or page.form[at - 1] == BREAK or page.form[at - 1] in _LEAD:
        return True
    return any(page.cue(k, "verb") == "speech" for k in range(max(0, at - 4), at))


def _sentence_end(page: Page, start: int, end: int) -> int:
    """The end of the last whole sentence before ``end``, else ``end``."""
    for at in range(end - 1, start + MIN_WORDS, -1):
        if page.form[at] in (".", "؟", "!", "?"):
            return at + 1
    return end


def _close_single(page: Page, spots: list[int], index: int) -> tuple[Quoted | None, int]:
    """Single marks are also apostrophes: one closes next to punctuation, else it is the first that may."""
    at, maybe = spots[index], -1
    for k in range(index + 1, len(spots)):
        spot = spots[k]
        form = page.form[spot]
        if form == BREAK or spot - at > _FAR:
            break
        before, after = _glued(page, spot)
        if _FAMILY[form] != _SINGLE or form == "‘" or not before or (after and page.lex[spot + 1].alpha):
            continue
        if page.form[spot - 1] in _ENDS or (spot + 1 < len(page.form) and page.form[spot + 1] in _ENDS):
            return Quoted(at + 1, spot, at, spot), k + 1
        maybe = k if maybe < 0 else maybe
    if maybe < 0:
        return None, index + 1
    return Quoted(at + 1, spots[maybe], at, spots[maybe]), maybe + 1


# --- is it speech? -----------------------------------------------------------------------------------------------


def _words(page: Page, start: int, end: int) -> int:
    return sum(1 for at in range(start, end) if page.lex[at].alpha or page.form[at][0].isdigit())


def _long(page: Page, start: int, end: int) -> bool:
    return end - start >= MIN_WORDS and _words(page, start, end) >= MIN_WORDS


def _name_only(page: Page, quote: Quoted) -> bool:
    """Whether the marks only set off a name or a title: “المرصد السوري لحقوق الإنسان”, headed "Year in Review"."""
    if quote.open_at and page.form[quote.open_at - 1] in _NAMING:
        return True
    return all(at in page.inside or not page.lex[at].alpha for at in range(quote.start, quote.end))


def _trimmed(page: Page, quote: Quoted) -> Quoted:
    """Without doubled marks and without the comma that leads on to "he said"."""
    start, end, last = quote.start, quote.end, quote.close_at
    forms = page.form
    if forms[quote.open_at] == "(" and forms[start] == "(":
        start, end = start + 1, end - (forms[end - 1] == ")")
    while end > start and (forms[end - 1] in _TRIM or forms[end - 1] == BREAK):
        end -= 1
    while start < end and (forms[start] in _TRIM or forms[start] == BREAK):
        start += 1
    return Quoted(start, end, quote.open_at, last, quote.left_open)
