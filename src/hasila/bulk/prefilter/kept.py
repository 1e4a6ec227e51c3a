"""The compiled prefilter kept on the disk, for compiling takes seconds, as long as a crawl of some thousand pages.

It is the same as long as the lexicon, the code that makes expressions of it, and Hyperscan are; whatever else is found
there, broken, of another machine or half removed, is compiled anew. Several processes may use the folder at once.
"""

from __future__ import annotations

import hashlib
import os
import platform
import struct
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields
from importlib.metadata import version
from pathlib import Path

from hasila.bulk.prefilter.prefilter import Prefilter
from hasila.bulk.prefilter.scanner import Scanner, UnusableError
from hasila.ledger.identity import version_of

_MADE_OF = ("text", "lexicon", "bulk")
_SIGNATURE = hashlib.sha256().digest_size
_LENGTH = struct.Struct("<Q")


def kept_prefilter() -> Prefilter:
    """The prefilter of this lexicon; compiled if no earlier process of this machine has left it."""
    path = _folder() / _name()
    with suppress(OSError, UnusableError):
        return _unpacked(path.read_bytes())
    made = Prefilter.from_lexicon()
    with suppress(OSError):  # where nothing can be kept, it is compiled each time
        _keep(path, _packed(made))
    return made


def _folder() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "hasila" / "prefilter"


def _name() -> str:
    made_by = (version_of(_MADE_OF), version("hyperscan"), platform.system(), platform.machine())
    return hashlib.sha256(repr(made_by).encode()).hexdigest()[:32]


def _packed(prefilter: Prefilter) -> bytes:
    scanners = (getattr(prefilter, field.name).compiled() for field in fields(prefilter))
    data = b"".join(_LENGTH.pack(len(one)) + one for one in scanners)
    return hashlib.sha256(data).digest() + data


def _unpacked(packed: bytes) -> Prefilter:
    signature, data = packed[:_SIGNATURE], packed[_SIGNATURE:]
    if hashlib.sha256(data).digest() != signature:
        raise UnusableError("the file is not as it was written")
    return Prefilter(*map(Scanner.loaded, _parts(data)))


def _parts(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        (length,) = _LENGTH.unpack_from(data, at)
        at += _LENGTH.size + length
        yield data[at - length : at]


def _keep(path: Path, data: bytes) -> None:
    """Write it whole or not at all, and remove those of other versions."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    for other in path.parent.iterdir():
        if other != path and other.suffix != ".tmp":
            other.unlink(missing_ok=True)
