"""What is known of a stream before it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hasila.model import Lang
from hasila.sources.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for documents that don't say it themselves."""

    published: date | None = None
    lang: Lang | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file, a member of an archive, or a record: where it stands, and what was said of it from outside.

    ``stem`` is the id of a document that has none of its own. ``charset`` is the encoding that a header announced.
    """

    provenance: Provenance
    stem: str
    defaults: Defaults = field(default_factory=Defaults)
    charset: str | None = None

    @property
    def where(self) -> str:
        """The place as the user named it: what messages say, and what stands in ``Document.source``."""
        return self.provenance.where
