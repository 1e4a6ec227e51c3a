"""Signs that Arabic text was damaged on its way out of a PDF, so that its figures can't be trusted.

PDF stores glyphs, not letters. Four things go wrong when the letters are guessed back, and each can be told from the
text alone, because it leaves what Arabic spelling does not allow:

- **Lam-alef swapped.** The ligature لا is one glyph; its letters come out as ال. A word with the article and a
  hamza-alef then begins with ``اال``: "االمن" for "الأمن", "االرهاب" for "الإرهاب". No Arabic word begins so. One such
  word is a slip of the finger; from two on, and in at least one word of two hundred, it is the file.
- **Letters reversed.** "عملية" comes out as "ةيلمع". No Arabic word of two letters or more begins with ة or ى. Reports
  with broken words may hold one, so two are asked for, in at least one word of a hundred.
- **Order reversed.** Words in the order in which they stand on the page from the left: lines begin with the full stop
  or the comma that should close them. Asked for: two such lines, and more of them than lines that end with one.
- **Digits reversed.** "عام 3202" for "عام 2023". Asked for: a year that makes sense only backwards beside a word for
  year or a month, or two of them anywhere, and no year in the text that reads right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ADVICE = "figures can't be trusted; take the text from the page or the PDF's own text again"

_ARABIC_WORD = re.compile("[\u0621-\u064a]{2,}")
_SWAPPED = re.compile("(?<![\u0621-\u0652])[وفبلك]?اال[\u0621-\u064a]{2,}")
_REVERSED_WORD = re.compile("(?<![\u0621-\u0652\u0640])[ةى][\u0621-\u064a]+")
_LINE_OPENS_WITH_STOP = re.compile(r"^[ \t]*[.،؛][ \t]*[\u0621-\u064a]", re.MULTILINE)
_LINE_ENDS_WITH_STOP = re.compile(r"[\u0621-\u064a\d][»”\")]?[.،؛][»”\")]?[ \t\r]*$", re.MULTILINE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BACKWARD_YEAR = re.compile(r"(?<![\d.,/:\-])\d[0-3]02(?![\d.,/:\-]\d|\d)")
_MONTHS = (
    "يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر"
    "|شباط|آذار|نيسان|أيار|ايار|حزيران|تموز|آب|أيلول|ايلول|الأول|الثاني"
)
_BACKWARD_DATE = re.compile(rf"(?:عام|العام|سنة|لعام|{_MONTHS}) \d[0-3]02(?!\d)|(?<!\d)\d[0-3]02 (?:{_MONTHS})")


def damages(text: str) -> tuple[str, ...]:
    """What is wrong with ``text``, a sentence for each sign; nothing for sound text.

    >>> damages("اعلنت قوات االمن في بيان لها قتل خمسة من االرهابيين")
    ("lam-alef swapped (االمن, االرهابيين): figures can't be trusted; take the text from …",)
    """
    return () if text.isascii() else tuple(f"{sign}: {ADVICE}" for sign in _signs(text))


def _signs(text: str) -> Iterator[str]:
    swapped = _SWAPPED.findall(text)
    if len(swapped) >= 2 and _share(swapped, text) >= 1 / 200:
        yield f"lam-alef swapped ({_examples(swapped)})"
    backward = _REVERSED_WORD.findall(text)
    if len(backward) >= 2 and _share(backward, text) >= 1 / 100:
        yield f"letters in reverse ({_examples(backward)})"
    opened = len(_LINE_OPENS_WITH_STOP.findall(text))
    if opened >= 2 and opened > len(_LINE_ENDS_WITH_STOP.findall(text)):
        yield f"words in reverse ({opened} lines begin with their full stop)"
    years = _backward_years(text)
    if years:
        yield f"digits in reverse ({_examples(years)})"


def _share(signs: list[str], text: str) -> float:
    return len(signs) / max(1, len(_ARABIC_WORD.findall(text)))


def _backward_years(text: str) -> list[str]:
    """Years that make sense only backwards, in an Arabic text where no year reads right."""
    found = _BACKWARD_YEAR.findall(text)
    if not found or _YEAR.search(text) or not _ARABIC_WORD.search(text):
        return []
    return found if len(found) >= 2 or _BACKWARD_DATE.search(text) else []


def _examples(signs: list[str]) -> str:
    return ", ".join(list(dict.fromkeys(signs))[:3])
