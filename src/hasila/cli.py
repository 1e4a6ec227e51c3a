"""The command line. What a command needs is imported when the command runs, so that every command starts at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hasila import __version__
from hasila.commands import (
    account,
    add,
    audit,
    brief,
    console,
    crawl,
    decide,
    explain,
    outlets,
    publish,
    reread,
    review,
    search,
    second,
    serve,
    tally,
    watch,
)
from hasila.commands.console import DONE, FAULTS, SET_ASIDE, Language

if TYPE_CHECKING:
    from hasila.model import Document, Reading
    from hasila.sources import Rejected

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Read Arabic and English reports of military operations: every stated figure, with the words that state it.",
)
lexicon_app = typer.Typer(no_args_is_help=True, help="Look after the lexicon: the words and names that Hasila knows.")


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
        console.hang_up()


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
            metavar="PATH…",
            help="Text, JSON lines, CSV, Parquet, HTML, PDF, Word, mail and feed files, web archives (WARC, WET, WACZ),"
            " ZIP and TAR of these, compressed or not; folders; patterns; - is standard input.",
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

    console.messages_to_stderr()
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
    """Read the example reports that come with Hasila, tally them, and write the report of a month.

    With --format jsonl only the readings are shown.

    Example: hasila demo --explain

    Exit status: 0 everything was read; 1 something was set aside; 2 the command was wrong.
    """
    from hasila.commands.demonstration import example_reports, show_tally

    console.messages_to_stderr()
    with example_reports() as items:
        status = _show_all(items, format, explain, rtl)
    if format is Format.table:
        with console.ends_quietly():
            show_tally()
    raise typer.Exit(status)


app.command()(add.add)
app.command()(crawl.crawl)
app.command()(tally.tally)
app.command()(tally.conflicts)
app.command()(explain.explain)
app.command()(tally.compare)
app.command()(outlets.outlets)
app.command()(search.search)
app.command()(review.review)
app.command()(second.second)
app.command()(brief.brief)
app.command()(decide.decide)
app.command()(reread.reread)
app.command()(audit.audit)
app.command()(watch.watch)
app.command()(serve.serve)
app.command()(publish.publish)


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
    raise typer.Exit(FAULTS if faults else DONE)


app.add_typer(account.app, name="account")
app.add_typer(lexicon_app, name="lexicon")


def _show_all(items: Iterable[Document | Rejected], format: Format, explain: bool, rtl: RightToLeft) -> int:
    """Read and show one document after the other; the exit status at the end."""
    show = _jsonl_printer() if format is Format.jsonl else _table_printer(explain, rtl)
    status = DONE
    with console.ends_quietly("stopped; every report shown so far is complete"):
        for reading in console.readings(console.with_progress(items, "reports")):
            if reading is None:
                status = SET_ASIDE
            else:
                show(reading)
    return status


def _jsonl_printer() -> Callable[[Reading], None]:
    from hasila.export.jsonl import dumps

    def show(reading: Reading) -> None:
        # UTF-8 whatever the terminal is set to, and no line break translated on the way
        sys.stdout.buffer.write(dumps(reading).encode() + b"\n")
        sys.stdout.buffer.flush()

    return show


def _table_printer(explain: bool, rtl: RightToLeft) -> Callable[[Reading], None]:
    from hasila.export import explain as explanation
    from hasila.export import table
    from hasila.export.bidi import must_reorder

    is_terminal = sys.stdout.isatty()
    paper = console.paper()
    look = table.Look(paper.width, is_terminal, must_reorder(rtl.value, is_terminal))

    def show(reading: Reading) -> None:
        parts = [explanation.render(reading, look.reorder)] if explain else []
        console.print_drawn(table.render(reading, look), *parts, "", on=paper)

    return show
