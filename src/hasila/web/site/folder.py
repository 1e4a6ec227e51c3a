"""The folder of a site: what an earlier publication made may be replaced or removed, and nothing else is touched."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from hasila.errors import HasilaError

_MANIFEST = ".hasila-site"


class SiteError(HasilaError):
    """A site that can't be written."""

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        super().__init__(where, reason, remedy)

    def __str__(self) -> str:
        where, reason, remedy = self.args
        return f"{where}: {reason}. {remedy}."


class Folder:
    """A folder and the names of the files in it that publications made; each is noted before it is written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._manifest = path / _MANIFEST
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SiteError(str(path), error.strerror or str(error), "Name another folder") from error
        self._before = set(self._manifest.read_text("utf-8").splitlines()) if self._manifest.exists() else set()
        self._made: set[str] = set()
        self._notes = self._manifest.open("a", encoding="utf-8")

    def write(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write a file; it is there whole or not at all."""
        target = self._path / name
        if name not in self._before and (target.exists() or target.is_symlink()):
            raise SiteError(str(target), "hasila publish did not make this file", "Move it, or name another folder")
        if name not in self._made:
            self._made.add(name)
            self._notes.write(f"{name}\n")
            self._notes.flush()
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(f"{target.name}.new")
        with fresh.open("wb") as file:
            file.writelines(chunks)
        os.replace(fresh, target)
        self._before.add(name)

    def close(self) -> int:
        """Remove what earlier publications made and this one didn't; how many files are there now."""
        self._notes.close()
        for name in sorted(self._before - self._made):
            self._remove(name)
        self._manifest.write_text("".join(f"{name}\n" for name in sorted(self._made)), encoding="utf-8")
        return len(self._made)

    def _remove(self, name: str) -> None:
        target = self._path / name
        inside = target.resolve().is_relative_to(self._path.resolve())
        if not inside or target.is_symlink() or not target.is_file():
            return
        target.unlink()
        for folder in target.relative_to(self._path).parents:
            if folder == Path(".") or any((self._path / folder).iterdir()):
                return
            (self._path / folder).rmdir()
