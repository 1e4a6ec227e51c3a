"""Sentences that were made from a frame and values -> the same in another language.

What is kept in a ledger, or said by a part that knows no languages, is English; each sentence is recognised by the
frame that it was made from, and told again with the same values. A value may be such a sentence in its turn. One that
nobody knows stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup, escape

from hasila.web.messages import Tongue, messages

_PLACE = re.compile(r"%\\\((\w+)\\\)s")
_ENGLISH = Markup('<span dir="ltr" lang="en">{}</span>')
_VALUE = Markup("<bdi>{}</bdi>")
_LONGEST = 2_000
"""Characters of a sentence that is looked at: values are strangers' words, and several in one frame take long."""


class Frames:
    """Sentences with names where they have values: "row %(row)s is broken". The catalogue has them.

    Where two know the same sentence, the first tells it.
    """

    def __init__(self, frames: Iterable[str]) -> None:
        self.frames = tuple(frames)

    def told(self, sentence: str, lang: Tongue) -> str | None:
        """A sentence in another language; None where it is none of these."""
        found = self.recognised(sentence)
        if found is None:
            return None
        frame, values = found
        return messages(lang).gettext(frame) % {name: self.told(value, lang) or value for name, value in values.items()}

    def shown(self, sentence: str, lang: Tongue) -> Markup:
        """A sentence for a page: its values are kept from turning the order of the words around them, and so is the
        whole of one that is none of these."""
        return self._shown(sentence, lang) or (escape(sentence) if lang == "en" else _ENGLISH.format(sentence))

    def recognised(self, sentence: str) -> tuple[str, dict[str, str]] | None:
        """The frame that a sentence was made from, and its values; None for one that is longer than any of ours."""
        for frame, pattern in self._patterns if len(sentence) <= _LONGEST else ():
            match = pattern.fullmatch(sentence)
            if match is not None:
                return frame, match.groupdict()
        return None

    def _shown(self, sentence: str, lang: Tongue) -> Markup | None:
        found = self.recognised(sentence)
        if found is None:
            return None
        frame, values = found
        return escape(messages(lang).gettext(frame)) % {
            name: self._shown(value, lang) or _VALUE.format(value) for name, value in values.items()
        }

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        made = ((frame, _PLACE.sub(r"(?P<\1>.*)", re.escape(frame))) for frame in self.frames)
        return tuple((frame, re.compile(pattern, re.DOTALL)) for frame, pattern in made)
