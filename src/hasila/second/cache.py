"""Answers kept on the disk, so that a report that was asked about once costs nothing the next time.

A file an answer, named by a hash of the model, the prompt and the part of the report. What stands in it is a model's
words, and is believed no more than when they came.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from hasila.codec import line
from hasila.second.prompting import Message, version


class Cache:
    """A folder of answers; ``None`` keeps nothing. Several threads and processes may use it at once."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, model: str, messages: Sequence[Message]) -> str | None:
        """The answer that was kept."""
        path = self._path(model, messages)
        if path is None:
            return None
        try:
            content = json.loads(path.read_text(encoding="utf-8"))["content"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return content if isinstance(content, str) else None

    def put(self, model: str, messages: Sequence[Message], content: str) -> None:
        """Keep an answer, whole or not at all. Where nothing can be written nothing is kept."""
        path = self._path(model, messages)
        if path is None:
            return
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(line({"model": model, "prompt": version(), "content": content}))
                os.replace(name, path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise

    def _path(self, model: str, messages: Sequence[Message]) -> Path | None:
        if self._folder is None:
            return None
        asked = line([model, version(), [dict(one) for one in messages]])
        name = hashlib.sha256(asked.encode()).hexdigest()
        return self._folder / name[:2] / f"{name[2:]}.json"


def default_folder() -> Path:
    """Where answers are kept unless the user says otherwise."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "hasila" / "second"
