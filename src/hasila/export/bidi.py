"""Arabic for terminals, most of which draw letters unjoined and from the left.

``auto`` shapes and orders the words unless the terminal is known to do so itself; ``terminal`` always does; ``none``
never. Short vowel signs are left out on the way: terminals don't draw them right on letters in drawing order. Output
that goes to a file or a pipe is never touched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Literal

Rtl = Literal["auto", "terminal", "none"]
Show = Callable[[str], str]

_ARABIC = re.compile("[\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
# Control signs of a report must not steer the terminal, and its direction marks must not turn our rows around.
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")


def is_right_to_left(text: str) -> bool:
    return _ARABIC.search(text) is not None


def printable(text: str) -> str:
    """``text`` on one line, without anything that steers a terminal.

    >>> printable("killed\\n5 \\x1b[2J")
    'killed 5 �[2J'
    """
    spaced = re.sub(r"\s+", " ", _DIRECTION_MARKS.sub("", text)).strip()
    return _UNPRINTABLE.sub("\ufffd", spaced)


def must_reorder(rtl: Rtl, is_terminal: bool, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether Arabic has to be shaped and ordered before it is shown."""
    if not is_terminal or rtl == "none":
        return False
    return rtl == "terminal" or not _orders_itself(environment)


def _orders_itself(environment: Mapping[str, str]) -> bool:
    """Terminals that join and order Arabic: GNOME's and its kin since VTE 0.58, Konsole, mlterm, mintty, Apple's."""
    vte = environment.get("VTE_VERSION", "")
    return (
        (vte.isdigit() and int(vte) >= 5800)
        or "KONSOLE_VERSION" in environment
        or environment.get("TERM", "").startswith("mlterm")
        or environment.get("TERM_PROGRAM") in ("Apple_Terminal", "mintty")
    )


@lru_cache(maxsize=1)
def _libraries() -> tuple[Show, Callable[..., str]]:
    from arabic_reshaper import reshape
    from bidi.algorithm import get_display  # mirrors brackets, which the function of the package itself leaves

    return reshape, get_display


def shaped(text: str) -> str:
    """Letters joined, still in reading order: what has to happen before lines are broken."""
    return _libraries()[0](text) if is_right_to_left(text) else text


def ordered(line: str) -> str:
    """One line of shaped text in the order in which a terminal draws it, from the left."""
    return _libraries()[1](line, base_dir="R") if is_right_to_left(line) else line
