"""Forms -> regular expressions over the bytes of UTF-8.

What :func:`hasila.text.fold.fold` takes for one letter, an expression takes for one letter, and the vowels and the
tatweel that it drops may stand between two: the classes are computed from it. The words of a name may stand apart by
anything that is not a letter, and a name that decides alone may be taken apart by marks and tags (IS*IS, دا<b>عش</b>).

>>> import re
>>> bool(re.search(expression(Form("ar", ("قسد",))), "قَســدْ".encode()))
True
"""

from __future__ import annotations

import re
from functools import cache

from hasila.bulk.prefilter.forms import Form
from hasila.text.fold import fold

_BLOCK = [chr(code) for code in range(0x0600, 0x0700)]
_TATWEEL = "\u0640"
_TAG = rb"<[^<>]*>"
_BETWEEN_WORDS = rb"(?:[^a-zA-Z0-9\xd8-\xdb<]|" + _TAG + rb"|&[a-zA-Z0-9]{2,8};|\\[nrt])+"
# One mark or tag in a name: kil*l, Da’esh.
_STRAY = b"(?:[*']|\xe2\x80\x99|&(?:#39|rsquo);|" + _TAG + b")"
_DODGED = 3, 7
_EDGE = rb"\b"
# A word begins behind the escapes of scripts, too: "\nISIS".
_START = rb"(?:\b|\\[nrt]|\\u[0-9a-f]{4})"
_NO_LETTER = rb"(?:[^\xd8-\xdb]|$)"


def expression(form: Form) -> bytes:
    """What matches wherever a text holds ``form``, its letters together."""
    if form.lang == "en":
        letters = form.text.upper() if form.cased else form.text
        return _START + _BETWEEN_WORDS.join(re.escape(word.encode()) for word in letters.split()) + _EDGE
    between = _dropped() + _BETWEEN_WORDS
    words = between.join(_dropped().join(map(_letter, word)) for word in form.words)
    return words + _dropped() + _NO_LETTER if form.short else words


def dodged(form: Form) -> bytes | None:
    """What matches a name whose letters are kept apart (IS*IS, I.S.I.S, داعـ ـش); None where that is not looked for."""
    if len(form.words) > 1 or not _DODGED[0] <= len(form.text) <= _DODGED[1] or form.cased:
        return None
    if form.lang == "ar":
        apart = _letter(_TATWEEL) + rb"[ .*_-]{1,3}" + _letter(_TATWEEL)
        between = b"(?:" + b"|".join((_dropped()[:-1], apart, rb"[*.]", _TAG)) + b")*"
        return between.join(map(_letter, form.text))
    letters = [re.escape(char) for char in form.text]
    ways = [
        _STRAY.join(("".join(letters[:at]).encode(), "".join(letters[at:]).encode())) for at in range(1, len(letters))
    ]
    return _EDGE + b"(?:" + b"|".join((*ways, "[.*]".join(letters).encode())) + b")"


@cache
def _letters() -> dict[str, list[str]]:
    """The Arabic letters by the letter that they fold to: ا of أ, إ, آ and ٱ."""
    found: dict[str, list[str]] = {}
    for char in filter(str.isalpha, _BLOCK):
        if fold(char):
            found.setdefault(fold(char), []).append(char)
    return found


@cache
def _letter(char: str) -> bytes:
    return re.escape(char.encode()) if char.isascii() else _any_of(_letters().get(char, [char]))


@cache
def _dropped() -> bytes:
    """Any number of the marks that folding drops and that begin with the byte of most letters: vowels, tatweel."""
    lead = _TATWEEL.encode()[:1]
    marks = [char for char in _BLOCK if not fold(char) and char.encode()[:1] == lead]
    return b"(?:" + _any_of(marks) + b")*"


def _any_of(chars: list[str]) -> bytes:
    """One of some characters, sorted by the first byte that they share."""
    by_lead: dict[bytes, list[bytes]] = {}
    for char in chars:
        data = char.encode()
        by_lead.setdefault(data[:-1], []).append(data[-1:])
    parts = [_bytes(lead) + b"[" + b"".join(map(_bytes, ends)) + b"]" for lead, ends in sorted(by_lead.items())]
    return parts[0] if len(parts) == 1 else b"(?:" + b"|".join(parts) + b")"


def _bytes(data: bytes) -> bytes:
    return b"".join(b"\\x%02x" % byte for byte in data)
