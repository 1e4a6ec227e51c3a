"""What is noted of a document's state, in the reader's language.

Notes are kept with documents as English sentences; each is recognised by the frame that it was made from. One that
nobody knows stays as it is.

>>> noted("not UTF-8: read as cp1256", "ar")
'ليس النص بترميز UTF-8، فقُرئ بترميز cp1256'
"""

from __future__ import annotations

from hasila.sources.damage import ADVICE
from hasila.web.frames import Frames
from hasila.web.messages import Tongue

NOTES = Frames(
    (
        "%(count)s invisible direction marks kept",
        "%(count)s letters in presentation forms kept",
        "%(count)s lone surrogates (halves of a broken character) kept",
        "text taken from an HTML page",
        "read as %(encoding)s, as its byte order mark says",
        "not sound UTF-8: %(count)s broken characters read as U+FFFD",
        "not UTF-8: read as %(encoding)s",
        f"lam-alef swapped (%(words)s): {ADVICE}",
        f"letters in reverse (%(words)s): {ADVICE}",
        f"words in reverse (%(count)s lines begin with their full stop): {ADVICE}",
        f"digits in reverse (%(words)s): {ADVICE}",
        "the id %(name)s came before in this run; both reports are kept",
        "month pair does not agree: %(words)s",
        "day or month first is not settled: %(words)s",
        "the year is mistyped: %(words)s",
        "'published' is no date (%(value)s); left out",
        "'lang' is no language that is read here (%(value)s); left out",
        "'%(name)s' is %(value)s, not a string; left out",
    )
)
"""The sentences of notes, with names where they have values; the catalogue has them."""


def noted(note: str, lang: Tongue) -> str | None:
    """A note in another language; None where none of ours."""
    return NOTES.told(note, lang)
