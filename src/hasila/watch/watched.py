"""What is to be watched: addresses, and lists of them in TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hasila.errors import FetchError, SourceError
from hasila.fetch.refusals import checked
from hasila.model import Lang
from hasila.sources.record import parse_lang

EVERY = 15 * 60
LEAST = 60
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_TIME = re.compile(r"(\d{1,6})\s*([smhd]?)")
_KEYS = frozenset({"url", "outlet", "language", "every"})
_FORM = 'Write [[source]] with url = "https://…", and perhaps outlet, language = "ar" and every = "15m"'


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed or a sitemap, with what holds for its reports where they don't say it; ``every`` is in seconds."""

    url: str
    outlet: str | None = None
    lang: Lang | None = None
    every: int = EVERY


def span(text: str) -> int:
    """A length of time in seconds, a minute at the least; ValueError where it is none.

    >>> span("15m"), span("2h"), span("5")
    (900, 7200, 60)
    """
    match = _TIME.fullmatch(text.strip().lower())
    if match is None:
        raise ValueError(f"{text!r} is no length of time")
    return max(LEAST, int(match[1]) * _UNITS[match[2] or "s"])


def watched(given: Iterable[str], every: int = EVERY) -> list[Watched]:
    """The sources that somebody named: addresses, and files that list them. Each is watched once, as named last.

    Raises :class:`SourceError` or :class:`FetchError` where one is wrong.
    """
    found: dict[str, Watched] = {}
    for name in given:
        listed = _listed(name, every) if name.lower().endswith(".toml") and "://" not in name else [_one(name, every)]
        found.update((source.url, source) for source in listed)
    return list(found.values())


def _one(url: str, every: int) -> Watched:
    checked(url)
    return Watched(url.partition("#")[0], every=every)


def _listed(file: str, every: int) -> Iterator[Watched]:
    try:
        plain = tomllib.loads(Path(file).read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(file, None, (error.strerror or str(error)).lower(), "Check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(file, None, f"the list can't be read ({error})", _FORM) from error
    sources = plain.pop("source", None)
    if plain or not isinstance(sources, list) or not sources:
        raise SourceError(file, None, "this is no list of sources", _FORM)
    for number, one in enumerate(sources, start=1):
        yield _of_list(one, file, number, every)


def _of_list(one: Any, file: str, number: int, every: int) -> Watched:
    def wrong(reason: str) -> SourceError:
        return SourceError(file, None, f"source {number}: {reason}", _FORM)

    if not isinstance(one, dict) or not isinstance(one.get("url"), str):
        raise wrong("there is no url")
    if one.keys() - _KEYS:
        raise wrong(f"there is no such key: {', '.join(sorted(one.keys() - _KEYS))}")
    lang = parse_lang(str(one["language"])) if "language" in one else None
    if "language" in one and lang is None:
        raise wrong(f"{one['language']!r} is no language that is read here")
    try:
        checked(one["url"])
        return Watched(
            one["url"].partition("#")[0],
            str(one["outlet"]) if "outlet" in one else None,
            lang,
            span(str(one["every"])) if "every" in one else every,
        )
    except (FetchError, ValueError) as error:
        raise wrong(str(error).rstrip(".")) from error
