"""What a page says of its article for search engines: JSON-LD of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from hasila.sources.page.markup import Element

_LONGEST = 2_000_000
_MOST_NODES = 5_000
_TAG = re.compile("<[^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|/p|/div)\b[^<>]{0,200}>", re.IGNORECASE)
_PUBLISHED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,60})\"")


@dataclass(frozen=True, slots=True)
class Linked:
    """What JSON-LD says of the article of a page; None where it doesn't."""

    headline: str | None = None
    published: str | None = None
    body: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None


def linked(root: Element) -> Linked:
    """The first article of the page's JSON-LD; of broken JSON, only the day."""
    scripts = [one.text or "" for one in root.iter("script") if "ld+json" in (one.get("type") or "").lower()]
    nodes = [node for text in scripts for node in _nodes(text)]
    found = [node for node in nodes if _is_article(node)] or [node for node in nodes if "WebPage" in _types(node)]
    if not found:
        broken = next(filter(None, map(_PUBLISHED.search, (text[:_LONGEST] for text in scripts if not nodes))), None)
        return Linked(published=broken[1] if broken else None)
    node = found[0]
    return Linked(
        _words(node.get("headline")) if _is_article(node) else None,
        next(filter(None, (_words(one.get("datePublished")) for one in found)), None),
        _body(node.get("articleBody")),
        ", ".join(dict.fromkeys(_names(node.get("author")))) or None,
        next(_names(node.get("publisher")), None),
        _words(node.get("url")) or _address(node.get("mainEntityOfPage")),
    )


def _nodes(text: str) -> list[Mapping[str, Any]]:
    try:
        waiting = [json.loads(text, strict=False)] if len(text) <= _LONGEST else []
    except (ValueError, RecursionError):
        return []
    found: list[Mapping[str, Any]] = []
    while waiting and len(found) < _MOST_NODES:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            found.append(one)
            waiting.extend(one[key] for key in ("mainEntity", "@graph") if key in one)
    return found


def _types(node: Mapping[str, Any]) -> tuple[str, ...]:
    kind = node.get("@type")
    return tuple(one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str))


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(kind.endswith(("Article", "Posting", "Report")) for kind in _types(node))


def _words(value: object) -> str | None:
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _body(value: object) -> str | None:
    """The words of the article, a paragraph a line; some write tags in it."""
    if not isinstance(value, str):
        return None
    plain = _TAG.sub(" ", _BREAK.sub("\n", unescape(value)))
    return "\n".join(filter(None, (" ".join(line.split()) for line in plain.splitlines()))) or None


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = _words(one.get("name") if isinstance(one, dict) else one)
        if name and not name.startswith("http"):
            yield name


def _address(value: object) -> str | None:
    return _words(value.get("@id") if isinstance(value, dict) else value)
