"""A piece of HTML -> its words, every one of them: for what is already an article, as an entry of a feed is."""

from __future__ import annotations

import re

_MARKED = re.compile(r"<[A-Za-z/!]|&(?:[A-Za-z]+|#\d+|#x[0-9A-Fa-f]+);")
_BLANK_LINES = re.compile(r"\n\s*\n\s*")
# Deeper than any article, and not so deep that what takes the piece apart runs out of its stack.
_DEEPEST = 2_000
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_EMPTY = frozenset({"br", "hr", "img", "input", "p", "li", "wbr", "link", "meta", "source", "area", "col", "embed"})


def words_of(markup: str) -> str:
    """The words, a line for each paragraph; what isn't markup stays as it is.

    >>> words_of("<p>قُتل <b>خمسة</b> مسلحين.</p><p>واعتُقل 19 آخرين.</p>")
    'قُتل خمسة مسلحين.\\nواعتُقل 19 آخرين.'
    >>> words_of("6 < 7 & 8")
    '6 < 7 & 8'
    """
    if not _MARKED.search(markup):
        return markup.strip()
    from resiliparse.extract.html2text import extract_plain_text

    flat = _TAG.sub(" <br", markup) if _depth(markup) > _DEEPEST else markup
    text = extract_plain_text(
        f"<html><body>{flat}</body></html>",
        preserve_formatting=True,
        main_content=False,
        list_bullets=False,
        alt_texts=False,
        links=False,
        form_fields=False,
        noscript=False,
    )
    return _BLANK_LINES.sub("\n", str(text)).strip()


def _depth(markup: str) -> int:
    """How deep the tags lie in one another, at the most."""
    depth = deepest = 0
    for closing, name in _TAG.findall(markup):
        if name.lower() not in _EMPTY:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest
