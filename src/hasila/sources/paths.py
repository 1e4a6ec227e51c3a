"""What the user named -> files, in order: files, folders, patterns, ``-``."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence

from hasila.errors import SourceError
from hasila.sources.kinds import kind_in_folder
from hasila.sources.rejected import Rejected

STDIN = "-"


def files(paths: Sequence[str]) -> Iterator[str | Rejected]:
    """Every file that ``paths`` name, in input order; folders in the order of names, down to the last."""
    for path in paths:
        try:
            yield from _named(path)
        except OSError as error:
            yield Rejected.from_error(unreadable(path, error))


def unreadable(path: str, error: OSError) -> SourceError:
    """
    >>> print(unreadable("a.txt", FileNotFoundError(2, "No such file or directory")))
    a.txt: no such file or directory. Check the path.
    """
    remedies = {
        FileNotFoundError: "Check the path",
        PermissionError: "Give yourself the right to read it (chmod u+r)",
    }
    reason = (error.strerror or str(error)).lower()
    return SourceError(path, None, reason, remedies.get(type(error), "Check the disk and the path"))


def _named(path: str) -> Iterator[str | Rejected]:
    if path == STDIN or (os.path.lexists(path) and not os.path.isdir(path)):
        yield path
    elif os.path.isdir(path):
        yield from _something(inside(path), path, "the folder holds no file of a kind that is read")
    elif glob.has_magic(path):
        matches = sorted(glob.iglob(path, recursive=True))
        inner = (found for match in matches for found in (inside(match) if os.path.isdir(match) else [match]))
        yield from _something(inner, path, "nothing matches the pattern")
    else:
        raise FileNotFoundError(2, "No such file or directory")


def _something(found: Iterator[str | Rejected], path: str, otherwise: str) -> Iterator[str | Rejected]:
    first = next(found, None)
    if first is None:
        yield Rejected(path, None, otherwise, "Check the path, or name the files themselves")
        return
    yield first
    yield from found


def inside(folder: str) -> Iterator[str | Rejected]:
    """Files of the kinds that are read, without hidden ones and without following links to folders."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Rejected.from_error(unreadable(folder, error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from inside(entry.path)
        elif kind_in_folder(entry.name) and (entry.is_file() or entry.is_symlink()):
            yield entry.path
