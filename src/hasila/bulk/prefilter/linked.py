"""A page without what consists of a link alone: menus, the headlines of other reports.

No report is made of such parts (:mod:`hasila.sources.page.article` leaves them out), but most names of the mission on
pages of other things stand in them.
"""

from __future__ import annotations

import re

# Feeds and lines of JSON hold pieces of pages, of which other parts are taken.
_PAGE = re.compile(rb"<!doctype html|<html\b", re.IGNORECASE)
_HEAD = 8 * 1024
# Where no paragraph reads like one, the words of a page are looked for in another way, perhaps in its links too.
_PARAGRAPH = re.compile(rb"<p(?:\s[^<>]*+)?>[^<]{200,}+</p>", re.IGNORECASE)
_LINK = re.compile(
    rb"<(li|h[2-6]|p|div|dt|dd)\b[^<>]*+>\s*+<a\b[^<>]*+>(?:[^<]++|<(?!/?(?:a|\1)\b))*+</a>\s*+</\1>", re.IGNORECASE
)


def without_links(body: bytes) -> bytes:
    """``body`` without the items, headings and paragraphs that are nothing but a link, if it is a page of text.

    >>> said = b"<p>" + b"Five new schools were opened. " * 9 + b"</p>"
    >>> without_links(b"<html>" + said + b'<li><a href="/x"><b>ISIS</b> again</a></li>') == b"<html>" + said + b"<br>"
    True
    """
    if _PAGE.search(body, 0, _HEAD) is None or _PARAGRAPH.search(body) is None:
        return body
    return _LINK.sub(b"<br>", body)
