"""``hasila add``: read reports into a ledger."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from itertools import chain, groupby
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from hasila.commands import console
from hasila.commands.extras import needs
from hasila.commands.follow import Following, check
from hasila.commands.options import DEFAULT_LEDGER, LedgerOption
from hasila.commands.stopping import stoppable

if TYPE_CHECKING:
    from hasila.ledger import Ledger
    from hasila.model import Document, Lang, Reading
    from hasila.sources import Rejected


_Item = TypeVar("_Item", bound="Document | Reading | Rejected")
_BATCH = 500
"""So many documents are noted for the tally at once."""


class Format(StrEnum):
    table = "table"
    json = "json"
    jsonl = "jsonl"


def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH…",
            help="Text, JSON lines, CSV, Parquet, HTML, PDF, Word, mail and feed files, web archives (WARC, WET, WACZ),"
            " ZIP and TAR of these, compressed or not; folders; patterns; what a crawl wrote; - is standard input.",
        ),
    ] = None,
    reference: Annotated[
        bool,
        typer.Option(
            "--reference", help="Also add the figures that US Central Command and its partners published, with sources."
        ),
    ] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Day of publication of reports that carry none."),
    ] = None,
    lang: Annotated[console.Language | None, typer.Option(help="Language of reports that don't say theirs.")] = None,
    format: Annotated[
        Format,
        typer.Option(help="table: for people. json: the counts. jsonl: a line a report, once it is in the ledger."),
    ] = Format.table,
    follow: Annotated[
        bool,
        typer.Option("--follow", help="Go on with files that are new or changed in these folders, until stopped."),
    ] = False,
    every: Annotated[
        float,
        typer.Option(min=0.01, metavar="SECONDS", help="With --follow: from one look at the folders to the next."),
    ] = 2.0,
) -> None:
    """Read reports and add them, with every figure that they state, to a ledger; it is made where there is none.

    A report that is in the ledger is not added again. A run that was broken off loses nothing of what it added; run it
    again, and it adds the rest. Several runs may add to one ledger at a time.

    With --follow a file is read once it is whole: two looks find it as it was. Files that were read, and have not
    changed since, are not read again, in later runs neither.

    Example: hasila add reports/ 'more/*.html' --reference --ledger hasila.db

    Exit status: 0 everything was added or is there already; 1 something was set aside, with a message on standard error
    that says what, where and why, and all the rest was added; 2 the command was wrong, or the ledger can't be used.
    With --follow: 0 ended by SIGTERM, 130 stopped with Ctrl-C; what was set aside is in the messages.
    """
    from hasila.ledger import open_ledger
    from hasila.reference import reference_readings

    if not paths and not reference:
        raise typer.BadParameter("give a PATH, or --reference")
    if follow:
        check(paths or [])
    console.messages_to_stderr()
    day = published.date() if published else None
    with console.ends_quietly("stopped; what was added stays, and the same command adds the rest"):
        items = _opened(paths or [], day, lang.value if lang else None)
        with open_ledger(ledger) as held:
            where = held.where
            adding = _Adding(held, _say if format is Format.jsonl else _say_nothing)
            if not follow:
                adding.run(console.with_progress(items, "reports", shown_beside=format is not Format.jsonl))
            if reference:
                adding.take(reference_readings())
            stopped = _follow(held, adding, paths or [], every, day, lang) if follow else None
        _show(adding, where, format)
    if stopped is not None:
        raise typer.Exit(stopped)
    raise typer.Exit(console.SET_ASIDE if adding.set_aside else console.DONE)


def _follow(
    ledger: Ledger, adding: _Adding, folders: list[str], every: float, day: date | None, lang: console.Language | None
) -> int:
    """Add what comes into the folders until somebody stops it; the exit status."""
    with stoppable() as stop:
        Following(ledger, stop, adding.run, day, lang.value if lang else None).run(folders, every)
    return console.STOPPED if stop.by == signal.SIGINT else console.DONE


class _Adding:
    """One run, and what became of its reports so far. ``say`` is told of each, once it is in the ledger."""

    def __init__(self, ledger: Ledger, say: Callable[[str, str, bool], None]) -> None:
        from hasila.tally.index import Index

        self.added = self.already_there = self.set_aside = 0
        self._ledger = ledger
        self._say = say
        self._read: deque[Reading] = deque()
        self._fresh: dict[str, Reading] = {}
        self._index = Index(ledger)

    def run(self, items: Iterable[Document | Reading | Rejected]) -> None:
        """Add everything that is not there."""
        self._add(self._readings(items))

    def take(self, readings: Iterable[Reading]) -> None:
        """Add what was made and not read."""
        from hasila.ledger.identity import maker

        self._add((self._noted(reading) for reading in readings), maker())

    def _add(self, readings: Iterable[Reading], engine: str | None = None) -> None:
        for added in self._ledger.add_many(readings, engine=engine):
            reading = self._read.popleft()
            self._tell(reading.document.id, added.key, added.new)
            if added.new:
                self._fresh[added.key] = reading
            if len(self._fresh) == _BATCH:
                self._bring_up()
        self._bring_up()

    def _bring_up(self) -> None:
        """Note for the tally what was added, while it is in memory; the tally looks up what isn't noted."""
        if self._fresh:
            self._index.bring_up(self._fresh)
            self._fresh = {}

    def _tell(self, id: str, key: str, new: bool) -> None:
        self.added += new
        self.already_there += not new
        self._say(id, key, new)

    def _readings(self, items: Iterable[Document | Reading | Rejected]) -> Iterator[Reading]:
        for reading in console.readings(self._unknown(items)):
            if reading is None:
                self.set_aside += 1
            else:
                yield self._noted(reading)

    def _noted(self, reading: Reading) -> Reading:
        self._read.append(reading)
        return reading

    def _unknown(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """All but the documents that are there: they are not read again."""
        from hasila.ledger import document_key
        from hasila.ledger.batches import batches
        from hasila.sources import Rejected

        for batch in batches(items, _length):
            keys = {id(item): document_key(_document(item)) for item in batch if not isinstance(item, Rejected)}
            known = self._ledger.known(keys.values())
            for item in batch:
                if isinstance(item, Rejected) or keys[id(item)] not in known:
                    yield item
                else:
                    self._tell(_document(item).id, keys[id(item)], False)


def _opened(paths: list[str], day: date | None, lang: Lang | None) -> Iterator[Document | Reading | Rejected]:
    """What the paths hold, in their order; the folder of a crawl holds reports that were read."""
    from hasila.bulk.stored import is_crawl, stored
    from hasila.sources import open_sources

    for of_crawls, group in groupby(paths, is_crawl):
        if of_crawls:
            needs("crawl", "pyarrow")
            yield from chain.from_iterable(map(stored, group))
        else:
            yield from open_sources(list(group), published=day, lang=lang)


def _document(item: Document | Reading) -> Document:
    from hasila.model import Reading

    return item.document if isinstance(item, Reading) else item


def _length(item: Document | Reading | Rejected) -> int:
    return len(getattr(getattr(item, "document", item), "text", ""))


def _say(id: str, key: str, new: bool) -> None:
    console.print_json({"id": id, "key": key, "new": new})


def _say_nothing(id: str, key: str, new: bool) -> None:
    pass


def _show(adding: _Adding, where: str, format: Format) -> None:
    if format is Format.json:
        told = {"added": adding.added, "already_there": adding.already_there, "set_aside": adding.set_aside}
        console.print_json({"ledger": where, **told})
    elif format is Format.table:
        parts = [f"{adding.added:,} added to {where}", f"{adding.already_there:,} already there"]
        parts += [f"{adding.set_aside:,} set aside"] if adding.set_aside else []
        typer.echo(", ".join(parts))
