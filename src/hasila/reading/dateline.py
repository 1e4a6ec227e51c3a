"""The dateline that a line runs on from: "BAGHDAD, Feb. 3 (AP) — Iraqi forces", "أربيل (كوردستان 24)- أعلن"."""

from __future__ import annotations

from hasila.reading.page import Page

_DASHES = frozenset({"-", "–", "—", "--", "―"})
_DATELINE = 14
_DATELINE_MARKS = frozenset({",", ".", "(", ")", "/", "of", "the"})


def run_in(page: Page, left: int) -> int:
    """Where the dateline ends that a line runs on from: "BAGHDAD, Feb. 3 (AP) — Iraqi forces"; ``left`` without one.

    It begins with a capital letter or an Arabic place and holds names, dates and brackets only.
    """
    forms, bracket = page.form, False
    if left >= len(forms) or not (page.lex[left].upper or _arabic_place(page, left)):
        return left
    for at in range(left, min(len(forms), left + _DATELINE)):
        if forms[at] in _DASHES:
            return at
        bracket = (bracket or forms[at] == "(") and forms[at] != ")"
        known = bracket or at in page.inside or at in page.dated or forms[at] in _DATELINE_MARKS or forms[at].isdigit()
        if not known and not (page.lex[at].alpha and page.lex[at].upper):
            break
    return left


def _arabic_place(page: Page, at: int) -> bool:
    """ "أربيل (كوردستان 24)- أعلن": an Arabic dateline opens with a place and no preposition."""
    name = page.name_at.get(at)
    return name is not None and name.kind == "place" and page.form[at] >= "\u0590" and not name.prep
