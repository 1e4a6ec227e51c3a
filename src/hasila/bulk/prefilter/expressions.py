"""Forms -> regular expressions over the bytes of UTF-8 from which vowels and tatweels were taken out.

What :func:`hasila.text.fold.fold` takes for one letter, an expression takes for one letter: the classes are computed
from it. The words of a name may stand apart by anything that is not a letter, and a short name that decides alone may
be taken apart by marks and tags (IS*IS, دا<b>عش</b>).

>>> import re
>>> bool(re.search(expression(Form("ar", ("اسايش",))), "الأسايش".encode()))
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hasila.bulk.prefilter.forms import Form
from hasila.text.fold import fold

_BLOCK = [chr(code) for code in range(0x0600, 0x0700)]
_TAG = rb"<[^<>]*>"
_BETWEEN_WORDS = rb"(?:[^a-zA-Z0-9\xd8-\xdb<]|" + _TAG + rb"|&[a-zA-Z0-9]{2,8};|\\[nrt])+"
_APART = rb"(?:[.*_-]|" + _TAG + rb"|&[a-zA-Z0-9]{2,8};)*"
_EDGE = rb"\b"
_NO_LETTER = rb"(?:[^\xd8-\xdb]|$)"
_DODGED = {"ar": range(4, 6), "en": range(4, 7)}
_TINY = 3


def loose(form: Form) -> bytes:
    """What matches wherever a text holds ``form``, its letters together, even as a part of longer words."""
    letters = form.text.upper() if form.cased else form.text
    return _BETWEEN_WORDS.join(map(_word, letters.split()))


def expression(form: Form) -> bytes:
    """The same, and not inside longer words where the form is English or short."""
    if form.lang == "en":
        return _EDGE + loose(form) + _EDGE
    between = b" " if len(max(form.words, key=len)) <= _TINY else _BETWEEN_WORDS
    words = between.join(map(_word, form.words))
    return words + _NO_LETTER if form.short else words


def dodged(form: Form) -> Iterator[bytes]:
    """What matches a name whose letters are kept apart: IS*IS, I.S.I.S, د*اعش, دا<b>عش</b>; or that an escape in a
    script stands before ("\\nISIS", "\\u201cISIS")."""
    if len(form.words) > 1:
        return
    if form.lang == "en":
        yield rb"\\(?:[nrt]|u[0-9a-fA-F]{4})" + expression(form).removeprefix(_EDGE)
    if form.cased or len(form.text) not in _DODGED[form.lang]:
        return
    if form.lang == "ar":
        yield _APART.join(map(_letter, form.text))
        return
    for at in range(1, len(form.text)):
        yield re.escape(f"{form.text[:at]}*{form.text[at:]}".encode())
    yield from (re.escape(mark.join(form.text).encode()) for mark in ".*")


def opened(form: Form) -> Iterator[bytes]:
    """What stands wherever :func:`dodged` finds the letters of an Arabic name apart, and hardly elsewhere: two of its
    letters with a mark between them, or the longer part of it beside a tag."""
    if len(form.words) > 1 or form.lang != "ar" or len(form.text) not in _DODGED["ar"]:
        return
    letters = [_letter(char) for char in form.text]
    for at in range(1, len(letters)):
        yield letters[at - 1] + rb"[.*_-]" + letters[at]
        yield b"".join(letters[:at]) + b"[<&]" if 2 * at >= len(letters) else b"[>;]" + b"".join(letters[at:])


def _word(word: str) -> bytes:
    return b"".join(map(_letter, word))


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
