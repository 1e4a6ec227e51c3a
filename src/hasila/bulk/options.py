"""What a crawl is asked to do, apart from where and with how many hands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hasila.model import Lang

UNIT_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that the files depend on beside the input and the version.

    ``everything``: keep what has no figure of the mission too, if it passed the prefilter. ``keep_text``: store the
    words of the documents, which a ledger needs. ``published`` and ``lang`` hold for documents that don't say it
    themselves. ``unit_bytes``: long files are cut into stretches of about this size, where their format allows.
    """

    everything: bool = False
    keep_text: bool = True
    published: date | None = None
    lang: Lang | None = None
    unit_bytes: int = UNIT_BYTES
