"""Doubts that are both logged, for the person at the terminal, and kept in the notes of the document."""

from __future__ import annotations

import logging

logger = logging.getLogger("hasila.sources")


def notice(where: str, doubt: str | None) -> tuple[str, ...]:
    """Log ``doubt`` about ``where`` and give it back as notes."""
    if doubt is None:
        return ()
    logger.warning("%s: %s", where, doubt)
    return (doubt,)
