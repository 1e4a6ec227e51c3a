"""What files say of themselves in their properties, as far as it can be believed."""

from __future__ import annotations

import re

# What programs write into the title of their own accord.
_MADE_UP = re.compile(
    r"(?i)untitled|document\d*|microsoft word|powerpoint|about:blank|.*\.(?:docx?|indd|pdf|html?|rtf)$"
)


def sane_title(given: str | None) -> str | None:
    """
    >>> sane_title("Statement  on February"), sane_title("Microsoft Word - a.doc"), sane_title("42")
    ('Statement on February', None, None)
    """
    title = " ".join((given or "").split())
    sane = 3 <= len(title) <= 300 and any(sign.isalpha() for sign in title) and not _MADE_UP.match(title)
    return title if sane and "\ufffd" not in title else None
