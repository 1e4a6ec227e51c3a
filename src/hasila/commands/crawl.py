"""``hasila crawl``: read whole archives of pages into tables."""

from __future__ import annotations

import os
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.commands import console
from hasila.commands.extras import needs

if TYPE_CHECKING:
    from hasila.bulk.crawl import Crawl, Engine
    from hasila.bulk.work import Receipt


class Format(StrEnum):
    table = "table"
    json = "json"
    jsonl = "jsonl"


class EngineName(StrEnum):
    local = "local"
    daft = "daft"
    ray = "ray"


def crawl(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help=".warc, .wet, .jsonl (plain, .gz or .zst) and .parquet files, folders and patterns of them, "
            "here or at an address (s3://…, https://…).",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder that the tables are written to.")],
    everything: Annotated[
        bool,
        typer.Option("--all", help="Keep every page that passed the prefilter, with figures or without."),
    ] = False,
    keep_text: Annotated[
        bool, typer.Option("--keep-text/--no-keep-text", help="Store the words of the reports; a ledger needs them.")
    ] = True,
    workers: Annotated[
        int | None, typer.Option(min=1, help="So many processes; as many as the machine has cores, if not given.")
    ] = None,
    engine: Annotated[
        EngineName,
        typer.Option(
            help="local: processes here. daft: Daft here. ray: Daft on a Ray cluster. The tables are the same."
        ),
    ] = EngineName.local,
    address: Annotated[
        str | None, typer.Option(metavar="HOST:PORT", help="Where the Ray cluster is, with --engine ray.")
    ] = None,
    unit_size: Annotated[
        int, typer.Option(min=1, metavar="MB", help="Long files are read in stretches of about so many megabytes.")
    ] = 256,
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Day of publication of reports that carry none."),
    ] = None,
    lang: Annotated[console.Language | None, typer.Option(help="Language of reports that don't say theirs.")] = None,
    format: Annotated[
        Format,
        typer.Option(help="table: for people. json: the counts. jsonl: a line a part, once it is on the disk."),
    ] = Format.table,
) -> None:
    """Read archives of pages, and write what they say of the mission as tables that hasila add takes.

    A run that was broken off, in whatever way, is gone on with by the same command, and its files are the same as if it
    had never been broken off.

    Example: hasila crawl CC-NEWS-2023-07/ --out july && hasila add july

    Exit status: 0 all of it was read (pages that could not be are listed in DIR/rejected); 1 a file, or a part of one,
    could not be read, with a message on standard error; 2 the command was wrong; 130 it was stopped.
    """
    needs("crawl", "pyarrow", "fsspec", "hyperscan")
    from hasila.bulk.crawl import opened_crawl, run
    from hasila.bulk.options import Options

    options = Options(
        everything, keep_text, published.date() if published else None, lang.value if lang else None, unit_size << 20
    )
    with console.ends_quietly("stopped; the same command goes on where this one was"):
        with opened_crawl(inputs, out, options) as under_way:
            for fault in under_way.faults:
                console.complain(fault)
            _tell_progress(under_way)
            run(under_way, _engine(engine, workers, address), _said if format is Format.jsonl else _tell)
            console.show_progress("")
        _show(under_way, format)
    raise typer.Exit(console.SET_ASIDE if under_way.faults else console.DONE)


def _engine(name: EngineName, workers: int | None, address: str | None) -> Engine:
    hands = workers or _cores()
    if name is EngineName.local:
        from hasila.bulk.engines import local

        return lambda work, units: local.run(work, units, hands)
    needs("cluster", "daft", *(["ray"] if name is EngineName.ray else []))
    from hasila.bulk.engines import daft

    if name is EngineName.ray:
        return lambda work, units: daft.run_on_ray(work, units, address)
    return lambda work, units: daft.run(work, units, hands)


def _cores() -> int:
    """The cores that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _tell(crawl: Crawl, receipt: Receipt) -> None:
    """What became of a unit: its faults at once, the counts as they grow."""
    fault = receipt.failed or receipt.damage
    if fault:
        console.complain(fault)
    _tell_progress(crawl)


def _said(crawl: Crawl, receipt: Receipt) -> None:
    """The same, and a line of JSON for what is done."""
    _tell(crawl, receipt)
    if receipt.failed is None:
        console.print_json({"part": crawl.plan.units[receipt.number].name, **receipt.counts})


def _tell_progress(crawl: Crawl) -> None:
    meter = crawl.meter
    done = f"{crawl.done:,} of {crawl.units:,} parts, {meter.pages:,} pages"
    console.show_progress(f"{done}, {meter.kept:,} kept, {meter.figures:,} figures …")


def _show(crawl: Crawl, format: Format) -> None:
    if format is Format.jsonl:
        return
    meter, left = crawl.meter, crawl.units - crawl.done
    if format is Format.json:
        seconds = {stage: round(time, 3) for stage, time in meter.seconds.items()}
        units = {"units": crawl.units, "done": crawl.done, "done_before": crawl.before}
        console.print_json({"out": str(crawl.folder), **units, **meter.counts(), "seconds": seconds})
        return
    parts = [
        f"{meter.pages:,} pages seen, {meter.passed:,} looked into",
        f"{meter.kept:,} reports with {meter.figures:,} figures kept in {crawl.folder}",
    ]
    parts += [f"{meter.rejected:,} set aside, listed in {crawl.folder / 'rejected'}"] if meter.rejected else []
    parts += [f"{left:,} parts not done"] if left else []
    typer.echo("; ".join(parts))
