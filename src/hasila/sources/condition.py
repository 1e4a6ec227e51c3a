"""Notes on the state of a text that is kept exactly as it came."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Letters only: ﷺ, ﷽ and the ornate brackets ﴾ ﴿ live in the same blocks and are written on purpose.
_PRESENTATION_FORMS = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc]")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_KEPT = (
    (_BIDI_CONTROLS, "invisible direction marks"),
    (_PRESENTATION_FORMS, "letters in presentation forms"),
    (_LONE_SURROGATES, "lone surrogates (halves of a broken character)"),
)


def quiet_notes(text: str) -> Iterator[str]:
    """What the text holds that people don't see, and that does no harm.

    >>> list(quiet_notes("قُتل ‏5"))
    ['1 invisible direction marks kept']
    """
    if text.isascii():
        return
    for pattern, what in _KEPT:
        count = len(pattern.findall(text))
        if count:
            yield f"{count} {what} kept"
