"""What a server answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body with what is known of it; ``unchanged`` says that it is what was had before, and then it is empty.

    ``url`` is where the answer came from in the end; ``kind`` is the media type without parameters, "" where none was
    given; ``charset`` is what the server says of the encoding; ``etag`` and ``modified`` are to be given the next time.
    """

    url: str
    body: bytes
    kind: str
    charset: str | None
    etag: str | None
    modified: str | None
    retrieved: datetime
    unchanged: bool = False
