"""What two readers read in a report, side by side: lines for people, and the same as plain types for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hasila.codec import Plain, plain_figure
from hasila.export.bidi import printable
from hasila.ledger.written import written
from hasila.model import Figure
from hasila.second.compared import OUTCOMES, Agreement, Outcome, Pair

if TYPE_CHECKING:
    # these come with the client for language models, which not everybody has who reviews
    from hasila.second.reader import Seen
    from hasila.second.spending import Prices

_SIGNS: dict[Outcome, str] = {"same": "=", "differing": "~", "only ours": "-", "only theirs": "+"}


def pair_lines(pair: Pair) -> Iterator[str]:
    """``= killed 2: عنصرين``; the slots that differ on lines of its own, ours first."""
    figure = pair.ours or pair.theirs
    if figure is None:
        return
    alone = f"   ({pair.outcome})" if "only" in pair.outcome else ""
    yield f"  {_SIGNS[pair.outcome]} {printable(named(figure))}{alone}"
    if pair.ours is not None and pair.theirs is not None:
        ours, theirs = written(pair.ours), written(pair.theirs)
        for slot in pair.slots:
            yield f"      {slot}: {printable(ours[slot]) or '-'} | {printable(theirs[slot]) or '-'}"


def named(figure: Figure) -> str:
    """A figure in a few words."""
    words = " ".join(figure.evidence.text.split())
    return f"{figure.measure} {written(figure)['value'] or 'vague'}: {words}"


def plain_pair(pair: Pair) -> Plain:
    """A pair for programs."""
    ours, theirs = (figure and plain_figure(figure) for figure in (pair.ours, pair.theirs))
    return {"outcome": pair.outcome, "slots": list(pair.slots), "ours": ours, "theirs": theirs}


def plain_seen(seen: Seen, reader: str, found: Sequence[Pair], prices: Prices) -> Plain:
    """What became of a report, for programs."""
    return {
        "id": seen.reading.document.id,
        "reader": reader,
        "pairs": [plain_pair(pair) for pair in found],
        "left_out": [{"told": one.told, "reason": one.reason} for one in seen.dropped],
        "took": taken(seen, prices),
    }


def taken(seen: Seen, prices: Prices) -> dict[str, Any]:
    """What reading a report took."""
    return {
        "seconds": round(seen.seconds, 3),
        "tokens_in": seen.usage.tokens_in,
        "tokens_out": seen.usage.tokens_out,
        "estimated": seen.usage.estimated,
        "cost": round(prices.of(seen.usage), 6),
        "parts": seen.parts,
        "kept": seen.kept,
    }


def agreement_lines(told: Agreement) -> Iterator[str]:
    """How far the two agree over all reports."""
    counts = ", ".join(f"{told.outcomes[name]:,} {name}" for name in OUTCOMES)
    share = "-" if told.share is None else f"{told.share:.3f}"
    yield f"figures: {counts}; both have {share} of them (F1)"
    if told.both:
        alike = ", ".join(f"{slot} {count / told.both:.2f}" for slot, count in told.slots.items())
        yield f"alike where both have it ({told.both:,}): {alike}"
