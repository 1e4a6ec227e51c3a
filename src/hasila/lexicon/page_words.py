"""The words by which what stands beside a report on a web page is known; they are data, in ``page_words.tsv``."""

from __future__ import annotations

from functools import cache

from hasila.lexicon.names import table
from hasila.text.tokens import words


@cache
def page_words(cls: str) -> frozenset[str]:
    """The folded words of a class; comments at the top of the file say what each is for.

    >>> "اقرا ايضا" in page_words("also")
    True
    """
    listed = (row for row in table("page_words.tsv") if not row[0].startswith("//"))
    return frozenset(" ".join(words(form)) for form, _, held, _ in listed if held == cls)
