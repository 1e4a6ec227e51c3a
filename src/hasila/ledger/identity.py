"""What makes a document the same document, and an engine the same engine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from hasila import __version__
from hasila.codec import line, plain_day
from hasila.model import Document

# What a reading depends on: these, and the data files in them.
_READING = ("codec.py", "model.py", "text", "lexicon", "values", "reading")
MADE = "reference "
_LEFT_OUT = (".pyc", ".so", ".pyd")


def document_key(document: Document) -> str:
    """SHA-256, in hex, of what the document says and who carried it when: one report at one outlet.

    The same words at another outlet or address, of another day or under another id, are another carrier of them.
    Where the file lay when it was added, remarks on its condition and what others store beside it are no part of it:
    so the same file added again, from wherever, is the same document.
    """
    carried = (
        document.id,
        document.title,
        document.text,
        plain_day(document.published),
        document.lang,
        document.url,
        document.outlet,
    )
    return hashlib.sha256(line(carried).encode()).hexdigest()


@cache
def engine() -> str:
    """Which Hasila read: the version, and a hash of its code and its lexicon."""
    return version_of(_READING)


def version_of(parts: Iterable[str]) -> str:
    """The version, ``+``, and the first signs of a hash of these files and folders of the package, with all in them."""
    digest = hashlib.sha256()
    for name in parts:
        _take_in(files("hasila") / name, digest)
    return f"{__version__}+{digest.hexdigest()[:12]}"


def maker() -> str:
    """Which Hasila made a reading that was not read in words: those of the reference series."""
    return f"{MADE}{engine()}"


def _take_in(part: Traversable, digest: hashlib._Hash) -> None:
    if part.is_dir():
        for inner in sorted(part.iterdir(), key=lambda one: one.name):
            _take_in(inner, digest)
    elif not part.name.endswith(_LEFT_OUT):
        data = part.read_bytes()
        digest.update(b"%s=%d:" % (part.name.encode(), len(data)))
        digest.update(data)
