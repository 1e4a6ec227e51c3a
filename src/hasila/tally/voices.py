"""Who says what of a cell: each claim with its words, its standing and weight, its copies, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from hasila.ledger import Decision
from hasila.model import Reading
from hasila.tally.claim import Claim, Source
from hasila.tally.copying.copies import CopyLink
from hasila.tally.reasons import because
from hasila.tally.rows import Book
from hasila.tally.solving.settled import Standing
from hasila.tally.telling import told
from hasila.tally.views import quoted
from hasila.tally.why import Corrected, Simply, Why

Verdict = Literal["stands", "set aside", "undecided", "corrected", "not counted", "rejected", "withdrawn"]

_BASES = {
    "stated": "the words of the figure say it",
    "accepted": "somebody decided it",
    "carried": "handed down from words before it",
    "resolved": "worked out from the words and the day of publication",
    "inferred": "concluded from its numbers; nobody has accepted it yet",
    "open": "the document says none",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """One part of a weight: a standing or a condition, what it gives or by how much it multiplies, and why."""

    what: str
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A document of the same witness, and how that is known."""

    source: Source
    why: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim with all that is behind it.

    ``sentence`` is the one in which its words stand, ``at`` where in it they begin; ``as_written`` the words of its
    period, ``basis`` how that came about; ``weight`` what the policy gives it, with ``grounds``. ``verdict`` says what
    became of it, ``why`` for which reasons it was set aside. ``copies`` are links of its document with others of its
    witness; ``decisions`` are of people on it.
    """

    claim: Claim
    source: Source
    sentence: str
    at: int
    as_written: str | None
    basis: str
    weight: int
    grounds: tuple[Ground, ...]
    verdict: Verdict
    why: tuple[Why, ...]
    copies: tuple[Copy, ...]
    decisions: tuple[Decision, ...]

    @property
    def because(self) -> str | None:
        """Why it was set aside, in English."""
        return told(self.why) or None


@dataclass(frozen=True, slots=True)
class Files:
    """What voices are made from beside the books: the documents by key, the links between copies by document, the
    decisions by the first digits of the document's key, and the readings of the documents that are asked for."""

    sources: Mapping[str, Source]
    links: Mapping[str, tuple[CopyLink, ...]]
    decisions: Mapping[str, tuple[Decision, ...]]
    readings: Mapping[str, Reading]


def links_by_document(links: Iterable[CopyLink]) -> Mapping[str, tuple[CopyLink, ...]]:
    """The links that join, by each of their two documents."""
    found: dict[str, list[CopyLink]] = defaultdict(list)
    for link in links:
        if link.joins:
            found[link.one].append(link)
            found[link.other].append(link)
    return {key: tuple(held) for key, held in found.items()}


def voice(book: Book, files: Files, claim: Claim, standing: Standing | None) -> Voice:
    """A claim of a book, with what became of it; ``standing`` is that of the assertion that it belongs to."""
    verdict, why = verdict_of(book, claim, standing)
    return heard(book, files, claim, verdict, why)


def heard(book: Book, files: Files, claim: Claim, verdict: Verdict, why: tuple[Why, ...]) -> Voice:
    """A claim of which the verdict is known."""
    source, reading = files.sources[claim.document], files.readings[claim.document]
    figure = reading.figures[claim.figures[0]]
    return Voice(
        claim,
        source,
        *quoted(reading.document, claim.evidence),
        None if figure.period is None else figure.period.as_written,
        _BASES.get(claim.basis, claim.basis),
        book.policy.weigh(claim, source),
        tuple(Ground(what, one.weight, one.reason) for what, one in book.policy.grounds(claim, source)),
        verdict,
        why,
        tuple(_copies(files, claim)),
        tuple(decisions_on(files, claim)),
    )


def verdict_of(book: Book, claim: Claim, standing: Standing | None) -> tuple[Verdict, tuple[Why, ...]]:
    """What became of a claim, and why; ``standing`` is that of the assertion that it belongs to."""
    if claim in book.corrected:
        return "corrected", (Corrected(book.corrected[claim].low),)
    if standing is None:
        return "not counted", (Simply("denied" if claim.modality == "denied" else "no number"),)
    if standing.never_dropped:
        return "stands", ()
    if standing.always_dropped:
        return "set aside", because(book.settled, standing)
    way = next(at for at, one in enumerate(standing.outcome.ways) if standing.number in one.dropped)
    return "undecided", because(book.settled, standing, way)


def _copies(files: Files, claim: Claim) -> Iterator[Copy]:
    for link in files.links.get(claim.document, ()):
        other = link.other if link.one == claim.document else link.one
        yield Copy(files.sources[other], f"{link.kind}: {link.why}")


def decisions_on(files: Files, claim: Claim) -> Iterator[Decision]:
    """What was decided of the document, or of any figure that says this."""
    named = {claim.document, *(f"{claim.document[:12]}#{index}" for index in claim.figures)}
    return (one for one in files.decisions.get(claim.document[:12], ()) if one.target.removesuffix("/all") in named)
