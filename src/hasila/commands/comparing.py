"""A run of ``hasila second``: where its documents come from, what becomes of each, and what is told of it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

import typer

from hasila.commands import console

if TYPE_CHECKING:
    from hasila.ledger import Held
    from hasila.model import Document, Lang, Reading
    from hasila.second.compared import Pair
    from hasila.second.reader import SecondReader, Seen
    from hasila.second.spending import Purse


class Task(Protocol):
    """Where documents come from, and what is done with what the other reader read."""

    set_aside: int
    """Documents that could not be read from their files."""

    def documents(self) -> Iterator[Document]:
        """The documents, in their order."""

    def ours(self, seen: Seen) -> Reading:
        """Our reading of the next document, after what the other reader read was put where it belongs."""

    def skip(self) -> None:
        """The next document got no answer."""

    def close(self) -> None:
        """Let go of what was opened."""


class Files:
    """Reports in files: read by both, and nothing is written."""

    def __init__(self, paths: Sequence[str], published: date | None, lang: Lang | None) -> None:
        self.set_aside = 0
        self._paths, self._published, self._lang = paths, published, lang

    def documents(self) -> Iterator[Document]:
        from hasila.sources import Rejected, open_sources

        for item in open_sources(self._paths, published=self._published, lang=self._lang):
            if isinstance(item, Rejected):
                self.set_aside += 1
                console.complain(str(item))
            else:
                yield item

    def ours(self, seen: Seen) -> Reading:
        from hasila.reading import read

        return read(seen.reading.document)

    def skip(self) -> None:
        pass

    def close(self) -> None:
        pass


class Kept:
    """The documents of a ledger that the other reader hasn't read; what it reads is kept apart from the tally."""

    set_aside = 0

    def __init__(self, ledger: str, model: str) -> None:
        from hasila.ledger import open_ledger

        self._ledger = open_ledger(ledger, create=False)
        self._model = model
        self._asked: deque[Held] = deque()

    def documents(self) -> Iterator[Document]:
        from hasila.ledger.seconds import unread
        from hasila.second.prompting import version

        for held in unread(self._ledger, self._model, version()):
            self._asked.append(held)
            yield held.reading.document

    def ours(self, seen: Seen) -> Reading:
        from hasila.ledger.seconds import add_second
        from hasila.second.prompting import version

        held = self._asked.popleft()
        add_second(self._ledger, held, seen.reading, self._model, version())
        return held.reading

    def skip(self) -> None:
        self._asked.popleft()

    def close(self) -> None:
        self._ledger.close()


class Compared:
    """One run, and what it came to so far."""

    def __init__(self, task: Task, purse: Purse, as_json: bool) -> None:
        self._task = task
        self._purse = purse
        self._as_json = as_json
        self._pairs: list[Pair] = []
        self._read = self._unread = self._left_out = 0

    def run(self, reader: SecondReader, at_once: int, most: int | None) -> int:
        """Read everything within the bounds; the exit status."""
        from hasila.second.running import Ended, Unread, run

        begun = time.monotonic()
        ended = False
        try:
            told = run(reader, self._task.documents(), at_once, most)
            for one in console.with_progress(told, "reports"):
                if isinstance(one, Unread):
                    self._unread += 1
                    self._task.skip()
                    console.complain(f"{one.document.source or one.document.id}: {one.reason}. It was set aside.")
                else:
                    self._take(one, reader.model)
        except Ended as error:
            ended = True
            console.complain(f"{error}. The run ended; the same command goes on.")
        finally:
            self._task.close()
            self._conclude(time.monotonic() - begun)
        return console.SET_ASIDE if ended or self._unread or self._task.set_aside else console.DONE

    def _take(self, seen: Seen, model: str) -> None:
        from hasila.export.compared import plain_seen
        from hasila.second.compared import pairs

        found = pairs(self._task.ours(seen).figures, seen.reading.figures)
        self._read += 1
        self._left_out += len(seen.dropped)
        self._pairs += found
        if self._as_json:
            console.print_json(plain_seen(seen, model, found, self._purse.prices))
        else:
            self._show(seen, found)

    def _show(self, seen: Seen, found: Sequence[Pair]) -> None:
        from hasila.export.bidi import printable
        from hasila.export.compared import pair_lines, taken

        took = taken(seen, self._purse.prices)
        kept = f", {seen.kept} of {seen.parts} answers kept from before" if seen.kept else ""
        typer.echo(f"{printable(seen.reading.document.id)}  ({took['seconds']:.1f} s, cost {took['cost']:g}{kept})")
        for line in (line for pair in found for line in pair_lines(pair)):
            typer.echo(line)
        for one in seen.dropped:
            typer.echo(f"  ! left out: {printable(str(one))}")
        typer.echo()

    def _conclude(self, seconds: float) -> None:
        """What all of it came to: on standard output for people; programs read it from each report."""
        from hasila.export.compared import agreement_lines
        from hasila.second.compared import agreement

        usage, cost = self._purse.usage, self._purse.cost
        aside = f", {self._unread:,} without an answer" if self._unread else ""
        guessed = " (partly estimated: the endpoint doesn't count)" if usage.estimated else ""
        lines = [
            f"{self._read:,} reports read{aside}; {self._left_out:,} things left out that the model told",
            *agreement_lines(agreement(self._pairs)),
            f"{usage.requests:,} requests, {usage.tokens_in:,} tokens in, {usage.tokens_out:,} out{guessed}; "
            f"cost {cost:g}; {seconds:.1f} s",
        ]
        for line in lines:
            typer.echo(line, err=self._as_json)
