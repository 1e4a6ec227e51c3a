"""Direct quotations of four words or more, with who is quoted.

Marks come in all shapes, nested, mixed and unclosed; a quotation may also follow a colon without marks.
"""

from __future__ import annotations

from dataclasses import dataclass

from hasila.model import Field, Quote, Span
from hasila.reading.cast import Part
from hasila.reading.page import Page
from hasila.reading.roles import Scene

_OPEN = {"“": "”", "«": "»", "„": "“", "‘": "’", "”": "”", '"': '"', "'": "'"}
_MIN_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quoted:
    """Tokens [start, end) between quotation marks."""

    start: int
    end: int


def quoted(page: Page) -> list[Quoted]:
    """The stretches between quotation marks, outermost only; an unclosed mark ends with its paragraph."""
    forms, found, at = page.form, [], 0
    while at < len(forms):
        if forms[at] in _OPEN and _opens(page, at):
            close = _closing(page, at)
            if close is not None:
                if _long(page, at + 1, close):
                    found.append(Quoted(at + 1, close))
                at = close + 1
                continue
        at += 1
    return found


def _opens(page: Page, at: int) -> bool:
    tokens = page.tokens
    if at + 1 >= len(page.form):
        return False
    glued_after = tokens.start[at + 1] == tokens.end[at]
    glued_before = at > 0 and tokens.start[at] == tokens.end[at - 1] and page.lex[at - 1].alpha
    if page.form[at] in "'‘’":
        return glued_after and not glued_before
    return glued_after or not glued_before


def _closing(page: Page, at: int) -> int | None:
    mark, depth = page.form[at], 0
    want = _OPEN[mark]
    for k in range(at + 1, len(page.form)):
        form = page.form[k]
        if form == "\n" and depth == 0 and want in ('"', "'"):
            return _at_paragraph_end(page, at, k)
        if form == "\n" and k - at > 120:
            return None
        if mark == want == form:
            if _inner_open(page, k):
                depth += 1
            elif depth:
                depth -= 1
            else:
                return k
        elif mark != want and form == mark and mark != "”":
            depth += 1
        elif form == want:
            if depth == 0:
                return k
            depth -= 1
    return None


def _at_paragraph_end(page: Page, at: int, k: int) -> int | None:
    return k if k - at > _MIN_WORDS and page.form[k - 1] in (".", "؟") else None


def _inner_open(page: Page, k: int) -> bool:
    """A straight mark after a space and before a word opens a quotation inside the quotation."""
    tokens = page.tokens
    after = k + 1 < len(page.form) and tokens.start[k + 1] == tokens.end[k] and page.lex[k + 1].alpha
    before = tokens.start[k] == tokens.end[k - 1]
    return after and not before


def _long(page: Page, start: int, end: int) -> bool:
    return sum(1 for at in range(start, end) if page.lex[at].alpha or page.form[at][0].isdigit()) >= _MIN_WORDS


def trimmed(page: Page, quote: Quoted) -> tuple[int, int]:
    """Offsets of a quotation without the punctuation at its ends."""
    return page.tokens.start[quote.start], page.tokens.end[quote.end - 1]


def speaker_of(page: Page, quote: Quoted, parts: list[Part], sentence: tuple[int, int], scene: Scene, last: tuple[str | None, str | None], claimant: str | None) -> tuple[str | None, str | None]:
    """(speaker, role) of a quotation: whoever speaks in its sentence, before it or right after it, else who spoke last."""
    start, end = sentence
    near = [part for part in parts if start <= part.start < quote.start]
    after = [part for part in parts if quote.end <= part.start < min(len(page.form), quote.end + 16)]
    said_after = any(page.cue(at, "verb") == "speech" for at in range(quote.end, min(len(page.form), quote.end + 8)) if page.form[at] < "\u0590")
    if said_after:
        found = _named(after, claimant)
        if found is not None:
            return found
    for group in (_speaking(page, near, start, quote.start), ):
        found = _named(group, claimant)
        if found is not None:
            return found
    found = _named(after, claimant) if any(page.cue(at, "verb") == "speech" for at in range(quote.end, min(len(page.form), quote.end + 8))) else None
    if found is not None:
        return found
    if last != (None, None):
        return last
    return claimant, None


def _speaking(page: Page, near: list[Part], start: int, stop: int) -> list[Part]:
    verbs = [at for at in range(start, stop) if page.cue(at, "verb") in ("speech", "deny") or page.cue(at, "accord")]
    if not verbs:
        return []
    at = verbs[-1]
    return [part for part in near if part.start > at] or [part for part in near if part.end <= at][-2:]


def _named(group: list[Part], claimant: str | None) -> tuple[str | None, str | None] | None:
    for part in group:
        if part.person:
            entity = part.mention.name.entity
            return part.person, getattr(entity, "role", None)
    for part in group:
        if part.cls == "statement" or part.own:
            if claimant:
                return claimant, None
        elif part.whom and part.cls not in ("agency", "partner") and part.whom != "ISIS":
            return part.whom, None
    return None


def as_quote(page: Page, quote: Quoted, who: tuple[str | None, str | None], field: Field) -> Quote:
    start, end = trimmed(page, quote)
    return Quote(who[0], who[1], Span(field, start, end, page.tokens.text[start:end]))
