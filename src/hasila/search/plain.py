"""What was found, as plain types for JSON."""

from __future__ import annotations

from typing import Any

from hasila.codec import plain_day
from hasila.search.finding import Found, Hit
from hasila.search.snippets import Cut


def found_object(found: Found, missing: int) -> dict[str, Any]:
    """A page of what was found; ``missing`` documents of the ledger couldn't be looked at yet."""
    return {
        "total": found.total,
        "page": found.page,
        "pages": found.pages,
        "order": "best" if found.ranked else "newest",
        "missing": missing,
        "documents": [_hit(one) for one in found.hits],
    }


def _hit(one: Hit) -> dict[str, Any]:
    document = one.document
    return {
        "key": one.key,
        "id": document.id,
        "lang": one.lang,
        "title": document.title,
        "outlet": one.outlet,
        "published": plain_day(document.published),
        "url": document.url,
        "figures": one.figures,
        "withdrawn": one.withdrawn,
        "found": [*_spans("title", one.title), *_spans("text", one.text)],
        "snippet": {"start": one.text.start, "end": one.text.end, "text": one.text.text},
    }


def _spans(field: str, cut: Cut) -> list[dict[str, Any]]:
    return [
        {"field": field, "start": start, "end": end, "text": cut.text[start - cut.start : end - cut.start]}
        for start, end in cut.found
    ]
