"""A brief as one HTML page that needs nothing else: no script, no file, no network."""

from __future__ import annotations

from importlib import resources
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined

from hasila.brief.language import language
from hasila.brief.written import Brief

_DIRECTION = {"ar": "rtl", "en": "ltr"}


def render(brief: Brief) -> str:
    """The page, with everything in it escaped and a print style that makes a document of it."""
    source = (resources.files("hasila.brief") / "page.html.j2").read_text(encoding="utf-8")
    template = _environment().from_string(source)
    return template.render(brief=brief, dir=_DIRECTION[brief.lang], words=language(brief.lang).words["notes"]) + "\n"


def _environment() -> Environment:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["web_address"] = web_address
    return environment


def web_address(url: str | None) -> str | None:
    """The address where it leads to the web, so that nothing else becomes a link.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
