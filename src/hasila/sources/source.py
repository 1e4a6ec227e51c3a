"""What is known of a stream before it is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from hasila.model import Lang
from hasila.sources.bounds import Bounds
from hasila.sources.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for documents that don't say it themselves."""

    published: date | None = None
    lang: Lang | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file, a member of an archive, or a record: where it stands, and what was said of it from outside.

    ``stem`` is the id of a document that has none of its own. ``charset`` is the encoding that a header announced,
    ``media`` the media type. ``named`` is the name that tells what kind of file it is, ``shown`` the place that people
    are told, where these are not the path. ``bounds`` is what all that lies in one archive shares.
    """

    provenance: Provenance
    stem: str
    defaults: Defaults = field(default_factory=Defaults)
    charset: str | None = None
    media: str | None = None
    named: str | None = None
    shown: str | None = None
    bounds: Bounds | None = None

    @property
    def where(self) -> str:
        """The place as the user named it: what messages say, and what stands in ``Document.source``."""
        return self.shown or self.provenance.where

    def carried(self, name: str, stem: str, charset: str | None = None) -> Source:
        """What lies in this under ``name``: what was said of the whole does not hold for it, only what bounds it."""
        inner = replace(self.provenance, where=f"{self.where}!{name}", offset=None, length=None)
        return Source(inner, stem, self.defaults, charset, bounds=self.bounds)

    @property
    def name(self) -> str:
        """What tells the kind of the file."""
        return self.provenance.where if self.named is None else self.named
