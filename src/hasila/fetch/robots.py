"""What a site allows programs to fetch, and how often (RFC 9309).

A robots.txt that isn't there allows everything; one that can't be had at the moment allows nothing yet.
"""

from __future__ import annotations

from functools import lru_cache

from protego import Protego

from hasila.fetch.limits import DAY

NAME = "Hasila"
"""What a robots.txt calls us."""


def allows(text: str | None, url: str) -> bool:
    """Whether a robots.txt lets us fetch an address.

    >>> allows("User-agent: *\\nDisallow: /private", "https://example.org/private/1"), allows(None, "https://a/b")
    (False, True)
    """
    return text is None or bool(_rules(text).can_fetch(url, NAME))


def delay(text: str | None) -> float:
    """The seconds between two requests that a robots.txt asks for, a day at most.

    >>> delay("User-agent: *\\nCrawl-delay: 10")
    10.0
    """
    if text is None:
        return 0.0
    rules = _rules(text)
    rate = rules.request_rate(NAME)
    paced = rate.seconds / rate.requests if rate and rate.requests else 0.0
    return min(max(rules.crawl_delay(NAME) or 0.0, paced), DAY)


@lru_cache(maxsize=64)
def _rules(text: str) -> Protego:
    return Protego.parse(text)
