"""Files wherever they are: on the disk by their path, elsewhere (s3://, gs://, http://) through fsspec."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from hasila.errors import SourceError


def is_remote(path: str) -> bool:
    """
    >>> is_remote("s3://crawl/a.warc.gz"), is_remote("in/a.warc.gz")
    (True, False)
    """
    return "://" in path


def opened(path: str) -> BinaryIO:
    """The file, to be read from its beginning."""
    if not is_remote(path):
        return open(path, "rb")
    files, inner = _files(path)
    return cast(BinaryIO, files.open(inner, "rb"))


def sized(path: str) -> tuple[int, str]:
    """How long a file is, and a sign by which a change of it shows: its time on the disk, its ETag elsewhere."""
    if not is_remote(path):
        state = os.stat(path)
        return state.st_size, str(state.st_mtime_ns)
    files, inner = _files(path)
    state = files.info(inner)
    known = (state.get(name) for name in ("ETag", "etag", "mtime", "LastModified", "last_modified", "created"))
    return int(state["size"] or 0), str(next((sign for sign in known if sign), ""))


def matching(path: str) -> Iterator[str]:
    """The files that a path, a folder or a pattern names, in the order of their names."""
    if is_remote(path):
        yield from _matching_remote(path)
    elif os.path.isdir(path):
        for folder, inner, names in os.walk(path):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            yield from (os.path.join(folder, name) for name in sorted(names) if not name.startswith("."))
    elif not os.path.lexists(path) and glob.has_magic(path):
        yield from sorted(found for found in glob.iglob(path, recursive=True) if os.path.isfile(found))
    else:
        yield path


def _matching_remote(path: str) -> Iterator[str]:
    files, inner = _files(path)
    if glob.has_magic(inner):
        found = files.glob(inner)
    elif _is_file(files, path, inner):
        yield path
        return
    else:
        found = files.find(inner)
    yield from sorted(files.unstrip_protocol(one) for one in found)


def _is_file(files: Any, path: str, inner: str) -> bool:
    try:
        return bool(files.info(inner)["type"] == "file")
    except OSError as error:
        reason = error.__cause__ or error
        raise SourceError(path, None, f"nothing can be read there ({reason})", "Check the address") from error


def _files(path: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it."""
    from fsspec.core import url_to_fs

    try:
        files, inner = url_to_fs(path)
    except (ImportError, ValueError) as error:
        raise SourceError(path, None, f"the address can't be opened ({error})", "Check how it begins") from error
    return files, inner
