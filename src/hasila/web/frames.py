"""Sentences that were made from a frame and values -> the same in another language.

What is kept in a ledger, or said by a part that knows no languages, is English; each sentence is recognised by the
frame that it was made from, and told again with the same values. One that nobody knows stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from hasila.web.messages import Tongue, messages

_PLACE = re.compile(r"%\\\((\w+)\\\)s")


class Frames:
    """Sentences with names where they have values: "row %(row)s is broken". The catalogue has them."""

    def __init__(self, frames: Iterable[str]) -> None:
        self.frames = tuple(frames)

    def told(self, sentence: str, lang: Tongue) -> str | None:
        """A sentence in another language; None where it is none of these."""
        for frame, pattern in self._patterns:
            match = pattern.fullmatch(sentence)
            if match is not None:
                return messages(lang).gettext(frame) % match.groupdict()
        return None

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        made = ((frame, _PLACE.sub(r"(?P<\1>.+)", re.escape(frame))) for frame in self.frames)
        return tuple((frame, re.compile(pattern, re.DOTALL)) for frame, pattern in made)
