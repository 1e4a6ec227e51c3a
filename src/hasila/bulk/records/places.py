"""Where the records of a unit come from, as their documents will say it."""

from __future__ import annotations

import os

from hasila.bulk.options import Options
from hasila.bulk.records.record import Damaged
from hasila.bulk.storage import is_remote
from hasila.bulk.unit import Unit
from hasila.sources import Rejected
from hasila.sources.kinds import stem_of, uncompressed
from hasila.sources.provenance import Provenance, iso_time
from hasila.sources.source import Defaults, Source


def source_of(unit: Unit, options: Options) -> Source:
    """What is known of the file before it is read; the same that ``hasila add`` knows of a file."""
    path = unit.input.path
    changed = None if is_remote(path) else iso_time(os.stat(path).st_mtime)
    return Source(
        Provenance(path, retrieved=changed), stem_of(uncompressed(path)), Defaults(options.published, options.lang)
    )


def damaged(where: str, number: int | None, error: Exception) -> Damaged:
    """What to say of a file that can't be read to its end. An error of the disk or the line is raised: it may pass."""
    if isinstance(error, OSError) and error.errno is not None:
        raise error
    reason = f"the file is damaged from here on ({str(error) or type(error).__name__})"
    return Damaged(Rejected(where, number, reason, "Fetch it again; what stands before the damage was read"))
