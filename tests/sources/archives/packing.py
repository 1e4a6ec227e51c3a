"""Archives made for the tests."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping

import zstandard

from hasila.model import Document
from hasila.sources import Rejected, open_bytes

REPORT = "أعلنت القيادة المركزية الأميركية مقتل 5 من عناصر داعش في سوريا"
METHODS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    # in the smallest blocks, because nothing comes out of a block that is not whole
    ".bz2": lambda data: bz2.compress(data, 1),
    ".xz": lzma.compress,
    ".zst": zstandard.compress,
}


def zipped(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 7, 1, 10, 15, 0)), data, method)
    return out.getvalue()


def taped(members: Mapping[str, bytes | str], format: int = tarfile.PAX_FORMAT) -> bytes:
    """A TAR of these members."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format) as archive:
        for name, data in members.items():
            raw = data.encode() if isinstance(data, str) else data
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime = len(raw), 1688206500
            archive.addfile(entry, io.BytesIO(raw))
    return out.getvalue()


def lines(*texts: str) -> str:
    """JSON lines."""
    return "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)


def read(data: bytes, name: str) -> list[Document | Rejected]:
    """Everything that comes out of a file of this name."""
    return list(open_bytes(data, name))


def documents(data: bytes, name: str) -> list[Document]:
    """Its documents, where nothing was set aside."""
    items = read(data, name)
    found = [item for item in items if isinstance(item, Document)]
    assert found == items
    return found


def reasons(items: list[Document | Rejected]) -> list[str]:
    """Why things were set aside."""
    return [item.reason for item in items if isinstance(item, Rejected)]
