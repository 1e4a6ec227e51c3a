"""Whether another site made a browser ask."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request


def is_foreign(request: Request) -> bool:
    """Whether the browser says that a page of another origin sent this.

    Hosts are compared without the scheme: behind a proxy that ends TLS we see http where the browser sees https.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site != "same-origin":
        return True
    return origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()
