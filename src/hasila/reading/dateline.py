"""The dateline that a line runs on from: "BAGHDAD, Feb. 3 (AP) — Iraqi forces", "أربيل (كوردستان 24)- أعلن"."""

from __future__ import annotations

from hasila.reading.page import Page

_DASHES = frozenset({"-", "–", "—", "--", "―"})
_DATELINE = 18
_DATELINE_MARKS = frozenset({",", ".", "(", ")", "/", "of", "the"})


def run_in(page: Page, left: int) -> int:
    """Where the dateline ends that a line runs on from: "BAGHDAD, Feb. 3 (AP) — Iraqi forces"; ``left`` without one.

    It begins with a capital letter or an Arabic place and holds names, dates and brackets only.
    """
    forms, bracket = page.form, False
    if (written := _before_colon(page, left) or _in_brackets(page, left)) is not None:
        return written
    if left >= len(forms) or not (page.lex[left].upper or _arabic_place(page, left)):
        return left
    for at in range(left, min(len(forms), left + _DATELINE)):
        if forms[at] in _DASHES and not _source_and_day(page, left, at):
            return at
        if forms[at] == ")" and bracket and at - 1 in page.dated and _opens_sentence(page, at + 1):
            return at
        bracket = (bracket or forms[at] == "(") and forms[at] != ")"
        known = bracket or at in page.inside or at in page.dated or forms[at] in _DATELINE_MARKS or forms[at].isdigit()
        if not known and not (page.lex[at].alpha and page.lex[at].upper):
            break
    return left


def _source_and_day(page: Page, left: int, at: int) -> bool:
    """ "WASHINGTON (News Desk - 02nd February, 2023) The coalition": a dash between the agency and the day, inside the
    brackets that end the dateline."""
    opened = "(" in page.form[left:at] and ")" not in page.form[left:at]
    return opened and at + 1 in page.dated


def _opens_sentence(page: Page, at: int) -> bool:
    return at < len(page.form) and (page.lex[at].upper or page.form[at] in _DASHES)


def _before_colon(page: Page, left: int) -> int | None:
    """ "BAGHDAD: A car bomb", "Erbil (Iraq): At least 12": a town in capitals, or with its country in brackets."""
    name = page.name_at.get(left)
    if name is None or name.kind != "place" or page.form[left] >= "\u0590":
        return None
    at = name.end
    if page.form[at : at + 1] == ["("]:
        close = next((k for k in range(at, min(at + _SHORT, len(page.form))) if page.form[k] == ")"), None)
        return close + 1 if close is not None and page.form[close + 1 : close + 2] == [":"] else None
    return at if page.form[at : at + 1] == [":"] and page.tokens.raw[left].isupper() else None


def _in_brackets(page: Page, left: int) -> int | None:
    """ "(NIAMEY) Fifteen soldiers": a town in capitals and brackets."""
    name = page.name_at.get(left + 1)
    if page.form[left : left + 1] != ["("] or name is None or name.kind != "place":
        return None
    upper = page.form[name.end : name.end + 1] == [")"] and page.tokens.raw[left + 1].isupper()
    return name.end if upper else None


_SHORT = 5


def _arabic_place(page: Page, at: int) -> bool:
    """ "أربيل (كوردستان 24)- أعلن": an Arabic dateline opens with a place and no preposition."""
    name = page.name_at.get(at)
    return name is not None and name.kind == "place" and page.form[at] >= "\u0590" and not name.prep
