"""The command line. What a command needs is imported when the command runs, so that every command starts at once."""

from __future__ import annotations

import gc
import logging
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from hasila import __version__

if TYPE_CHECKING:
    from hasila.model import Document, Reading
    from hasila.sources import Rejected

READ_ALL, SET_ASIDE, STOPPED = 0, 1, 130
FAULTS = 1

# No line of a file is broken.
_NO_EDGE = 100_000
_MOMENT = 1.0
_CLEAR_LINE = "\r\x1b[K"

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Read Arabic and English reports of military operations: every stated figure, with the words that state it.",
)
lexicon_app = typer.Typer(no_args_is_help=True, help="Look after the lexicon: the words and names that Hasila knows.")
app.add_typer(lexicon_app, name="lexicon")


class Language(StrEnum):
    ar = "ar"
    en = "en"


class Format(StrEnum):
    table = "table"
    jsonl = "jsonl"


class RightToLeft(StrEnum):
    auto = "auto"
    terminal = "terminal"
    none = "none"


RTL_OPTION = typer.Option(
    help="How Arabic is drawn on a terminal. auto: joined and ordered here unless the terminal is known to do it; "
    "terminal: always here; none: never. Files and pipes always get the words as they are."
)


def main() -> None:
    """Run the command; a reader that hangs up, and Ctrl-C, end it quietly."""
    try:
        app()
    except BrokenPipeError:
        _hang_up()


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"hasila {__version__}")
        raise typer.Exit


@app.command()
def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…", help=".txt, .jsonl, .csv and .html files, folders, patterns; - is standard input."
        ),
    ],
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help='Day of publication of reports that carry none; "last month" is counted from it.',
        ),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Language of reports that don't say theirs.")] = None,
    format: Annotated[Format, typer.Option(help="table: for people. jsonl: one object a report.")] = Format.table,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Below each table: the rules and reasons of every figure (JSON always has them)."
        ),
    ] = False,
    rtl: Annotated[RightToLeft, RTL_OPTION] = RightToLeft.auto,
) -> None:
    """Read reports and show every figure that they state.

    Example: hasila read report.txt reports/ 'more/*.html' --published 2023-06-06 --format jsonl

    Exit status: 0 everything was read; 1 something was set aside, with a message on standard error that says what,
    where and why, and all the rest was read; 2 the command was wrong.
    """
    from hasila.sources import open_sources

    _messages_to_stderr()
    day = published.date() if published else None
    items = open_sources(paths, published=day, lang=lang.value if lang else None)
    raise typer.Exit(_show_all(items, format, explain, rtl))


@app.command()
def demo(
    format: Annotated[Format, typer.Option(help="table: for people. jsonl: one object a report.")] = Format.table,
    explain: Annotated[
        bool, typer.Option("--explain", help="Below each table: the rules and reasons of every figure.")
    ] = False,
    rtl: Annotated[RightToLeft, RTL_OPTION] = RightToLeft.auto,
) -> None:
    """Read the example reports that come with Hasila.

    Example: hasila demo --explain

    Exit status: 0 everything was read; 1 something was set aside; 2 the command was wrong.
    """
    from importlib.resources import as_file, files

    from hasila.sources import open_sources

    _messages_to_stderr()
    with as_file(files("hasila") / "examples") as folder:
        raise typer.Exit(_show_all(open_sources([str(folder)]), format, explain, rtl))


@lexicon_app.command("lint")
def check_lexicon() -> None:
    """Check every table of the lexicon: spelling, order, double entries.

    Example: hasila lexicon lint

    Exit status: 0 nothing to mend; 1 faults, one a line on standard output; 2 the command was wrong.
    """
    from hasila.lexicon.lint import lint as find_faults

    faults = find_faults()
    for fault in faults:
        typer.echo(fault)
    typer.echo(f"{len(faults)} faults" if faults else "The lexicon is in order.", err=True)
    raise typer.Exit(FAULTS if faults else READ_ALL)


def _show_all(items: Iterable[Document | Rejected], format: Format, explain: bool, rtl: RightToLeft) -> int:
    """Read and show one document after the other; the exit status at the end."""
    show = _jsonl_printer() if format is Format.jsonl else _table_printer(explain, rtl)
    status = READ_ALL
    gc.disable()  # all that the first report loads stays: looking it through for garbage would take a tenth of the time
    try:
        for item in _with_progress(items):
            reading = _read(item)
            if not gc.isenabled():
                gc.freeze()
                gc.enable()
            if reading is None:
                status = SET_ASIDE
            else:
                show(reading)
    except BrokenPipeError:
        _hang_up()
    except KeyboardInterrupt:
        _complain("stopped; every report shown so far is complete")
        return STOPPED
    finally:
        gc.enable()
    return status


def _read(item: Document | Rejected) -> Reading | None:
    """The reading; None, after a message, where there is none. A fault of Hasila costs one document, not the run."""
    from hasila.reading import read as read_document
    from hasila.sources import Rejected

    if isinstance(item, Rejected):
        _complain(str(item))
        return None
    try:
        return read_document(item)
    except Exception as error:
        fault = f"a fault in Hasila itself ({type(error).__name__}: {error})"
        _complain(
            f"{item.source or item.id}: {fault}. The report was left out; please send it to us with this message."
        )
        return None


def _jsonl_printer() -> Callable[[Reading], None]:
    from hasila.export.jsonl import dumps

    def show(reading: Reading) -> None:
        # UTF-8 whatever the terminal is set to, and no line break translated on the way
        sys.stdout.buffer.write(dumps(reading).encode() + b"\n")
        sys.stdout.buffer.flush()

    return show


def _table_printer(explain: bool, rtl: RightToLeft) -> Callable[[Reading], None]:
    from rich.console import Console

    from hasila.export import explain as explanation
    from hasila.export import table
    from hasila.export.bidi import must_reorder

    is_terminal = sys.stdout.isatty()
    console = Console() if is_terminal else Console(width=_NO_EDGE, color_system=None)
    look = table.Look(console.width, is_terminal, must_reorder(rtl.value, is_terminal))
    _write_anything(sys.stdout, is_terminal)

    def show(reading: Reading) -> None:
        with console.capture() as drawn:
            console.print(table.render(reading, look))
            if explain:
                console.print(explanation.render(reading, look.reorder))
        # tables are filled with blanks up to their edge; a file doesn't want them
        lines = drawn.get().splitlines() if is_terminal else [line.rstrip() for line in drawn.get().splitlines()]
        sys.stdout.write("\n".join([*lines, "", ""]))
        sys.stdout.flush()

    return show


def _write_anything(stream: TextIO, is_terminal: bool) -> None:
    """Files get UTF-8; a terminal that can't show a letter gets a question mark instead of a crash."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding=None if is_terminal else "utf-8", errors="replace")


def _with_progress(items: Iterable[Document | Rejected]) -> Iterator[Document | Rejected]:
    """``items``, with a count on the terminal once it takes longer than a moment and nothing else is shown there."""
    if sys.stdout.isatty() or not sys.stderr.isatty():
        yield from items
        return
    shown_next = time.monotonic() + _MOMENT
    for count, item in enumerate(items, start=1):
        yield item
        if time.monotonic() >= shown_next:
            shown_next = time.monotonic() + _MOMENT / 4
            sys.stderr.write(f"{_CLEAR_LINE}{count:,} reports …")
            sys.stderr.flush()
    sys.stderr.write(_CLEAR_LINE)


def _complain(message: str) -> None:
    """One message on standard error, on a line of its own."""
    from hasila.export.bidi import printable

    clear = _CLEAR_LINE if sys.stderr.isatty() else ""
    sys.stdout.flush()
    sys.stderr.write(f"{clear}hasila: {printable(message)}\n")


def _messages_to_stderr() -> None:
    """Doubts that are logged on the way reach the person like every other message."""

    class Complaints(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            _complain(record.getMessage())

    logger = logging.getLogger("hasila")
    logger.handlers[:] = [Complaints()]
    logger.propagate = False


def _hang_up() -> None:
    """Nobody reads on: drop what is left, so that Python doesn't complain when it closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
