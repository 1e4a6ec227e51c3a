"""Lists in brackets: "(22 in Iraq; 14 in Syria)", "(22 + 14 in Syria)", whose signs part no sentences."""

from __future__ import annotations

_LIST_SIGNS = {";": ",", "؛": "،"}
_STOPS = frozenset({".", "\n", ")", "("})


def with_plain_lists(forms: list[str]) -> list[str]:
    """The forms of a text with commas for the semicolons of a bracket, and for a plus between a word and a number.

    >>> with_plain_lists("( 22 in Iraq ; 14 in Syria ) ; 3 + 4".split())[4], with_plain_lists("Iraq + 14".split())[1]
    (',', ',')
    """
    found: list[str] | None = None
    if "+" in forms:
        found = forms.copy()
        for at in _places(forms, "+"):
            if at and forms[at - 1].isalpha() and forms[at + 1 : at + 2] and forms[at + 1][0].isdigit():
                found[at] = ","
    for sign, comma in _LIST_SIGNS.items():
        if sign in forms and "(" in forms:
            found = found or forms.copy()
            for at in _places(forms, sign):
                if _bracketed(forms, at):
                    found[at] = comma
    return found or forms


def _places(forms: list[str], sign: str) -> list[int]:
    return [at for at, form in enumerate(forms) if form == sign]


_REACH = 40


def _bracketed(forms: list[str], at: int) -> bool:
    """Whether a bracket of one sentence is open at a token."""
    before = next((forms[k] for k in range(at - 1, max(-1, at - _REACH), -1) if forms[k] in _STOPS), "")
    after = next((forms[k] for k in range(at + 1, min(len(forms), at + _REACH)) if forms[k] in _STOPS), "")
    return (before, after) == ("(", ")")
