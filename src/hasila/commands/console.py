"""What every command does at the terminal: messages, progress, exit statuses, and how a run ends early."""

from __future__ import annotations

import gc
import logging
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO, TypeVar

import typer

from hasila.errors import HasilaError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from hasila.model import Document, Reading
    from hasila.sources import Rejected

DONE, SET_ASIDE, WRONG, STOPPED = 0, 1, 2, 130
FAULTS = 1

# No line of a file is broken.
_NO_EDGE = 100_000
_MOMENT = 1.0
_CLEAR_LINE = "\r\x1b[K"
_T = TypeVar("_T")


class Language(StrEnum):
    ar = "ar"
    en = "en"


@contextmanager
def ends_quietly(stopped: str = "stopped") -> Iterator[None]:
    """Errors made on purpose, Ctrl-C and a reader that hangs up end a command with a message and a status.

    ``stopped`` is what to say after Ctrl-C.
    """
    try:
        yield
    except HasilaError as error:
        complain(str(error))
        raise typer.Exit(WRONG) from error
    except BrokenPipeError:
        hang_up()
    except KeyboardInterrupt as error:
        complain(stopped)
        raise typer.Exit(STOPPED) from error


def readings(items: Iterable[Document | Reading | Rejected]) -> Iterator[Reading | None]:
    """Each document read, unless it was; None, after a message, in place of what was set aside."""
    gc.disable()  # all that the first report loads stays: looking it through for garbage would take a tenth of the time
    try:
        for item in items:
            reading = _reading(item)
            if not gc.isenabled():
                gc.freeze()
                gc.enable()
            yield reading
    finally:
        gc.enable()


def _reading(item: Document | Reading | Rejected) -> Reading | None:
    """The reading; None, after a message, where there is none. A fault of Hasila costs one document, not the run."""
    from hasila.model import Reading
    from hasila.reading import read
    from hasila.sources import Rejected

    if isinstance(item, Rejected):
        complain(str(item))
        return None
    if isinstance(item, Reading):
        return item
    try:
        return read(item)
    except Exception as error:
        fault = f"a fault in Hasila itself ({type(error).__name__}: {error})"
        complain(f"{item.source or item.id}: {fault}. The report was left out; please send it to us with this message.")
        return None


def with_progress(items: Iterable[_T], what: str, *, shown_beside: bool = False) -> Iterator[_T]:
    """``items``, with a count of ``what`` on the terminal once it takes longer than a moment.

    Where results run over the terminal themselves there is none, unless ``shown_beside`` says that none do.
    """
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not shown_beside):
        yield from items
        return
    shown_next = time.monotonic() + _MOMENT
    for count, item in enumerate(items, start=1):
        yield item
        if time.monotonic() >= shown_next:
            shown_next = time.monotonic() + _MOMENT / 4
            sys.stderr.write(f"{_CLEAR_LINE}{count:,} {what} …")
            sys.stderr.flush()
    sys.stderr.write(_CLEAR_LINE)


def show_progress(told: str) -> None:
    """How far it has come, on the last line of the terminal, in place of what stood there."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{_CLEAR_LINE}{told}")
        sys.stderr.flush()


def complain(message: str) -> None:
    """One message on standard error, on a line of its own."""
    from hasila.export.bidi import printable

    clear = _CLEAR_LINE if sys.stderr.isatty() else ""
    sys.stdout.flush()
    sys.stderr.write(f"{clear}hasila: {printable(message)}\n")


def messages_to_stderr() -> None:
    """Doubts that are logged on the way reach the person like every other message."""

    class Complaints(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            complain(record.getMessage())

    logger = logging.getLogger("hasila")
    logger.handlers[:] = [Complaints()]
    logger.propagate = False


def print_json(plain: object) -> None:
    """``plain`` as JSON on one line of standard output, in UTF-8 whatever the terminal is set to."""
    from hasila.codec import line

    sys.stdout.buffer.write(line(plain).encode() + b"\n")
    sys.stdout.buffer.flush()


def write_anything(stream: TextIO) -> None:
    """Files get UTF-8; a terminal that can't show a letter gets a question mark instead of a crash."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def hang_up() -> None:
    """Nobody reads on: drop what is left, so that Python doesn't complain when it closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_text(text: str, end: str = "\n") -> None:
    """``text`` on standard output, in UTF-8 whatever the terminal is set to."""
    sys.stdout.buffer.write((text + end).encode())
    sys.stdout.buffer.flush()


def paper() -> Console:
    """What tables are drawn on: as wide as the terminal; in a file without colours, and no line is broken."""
    from rich.console import Console

    write_anything(sys.stdout)
    return Console() if sys.stdout.isatty() else Console(width=_NO_EDGE, color_system=None)


def print_drawn(*drawn: RenderableType, on: Console | None = None) -> None:
    """Tables and texts on standard output. They are filled with blanks up to their edge; a file doesn't want them."""
    on = on or paper()
    with on.capture() as captured:
        on.print(*drawn, sep="\n")
    lines = captured.get().splitlines()
    sys.stdout.write("\n".join([*(lines if sys.stdout.isatty() else map(str.rstrip, lines)), ""]))
    sys.stdout.flush()
