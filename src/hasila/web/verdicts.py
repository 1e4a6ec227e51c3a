"""What a reviewer sends -> the decisions that it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from hasila.errors import LedgerError
from hasila.ledger import Decision
from hasila.ledger.corrections import SLOTS, all_corrected
from hasila.ledger.decisions import Action
from hasila.ledger.judgements import SPAN, Judgement
from hasila.ledger.spans import span_of, with_words
from hasila.ledger.written import written
from hasila.model import Document, Figure

NO_REASON = "no reason given"
"""Written where nobody says why; the page shows it in the reader's language."""

WORDS = "span_words"
"""The words that somebody selected, which the page sends beside their place."""

# which qualifiers suit a number that is open above, open below, a range, or neither
_OPEN_ABOVE, _OPEN_BELOW, _RANGE, _PLAIN = {"over", "at_least"}, {"at_most"}, {"range"}, {"exact", "about"}


def simple(target: str, action: Action, who: str, why: str, value: str | None = None) -> Decision:
    """A decision that corrects nothing."""
    return Decision(target=target, action=action, who=who, why=why.strip() or NO_REASON, value=value)


def corrections(
    target: str, who: str, why: str, figure: Figure, given: Mapping[str, str], before: Judgement | None
) -> list[Decision]:
    """The decisions that make a figure what a form says; none where it says what was read.

    What the person corrected before and the form has no longer is taken back by an acceptance in front of the rest.
    Raises LedgerError where a value can't stand in its slot.
    """
    changed = changes(figure, given)
    made = [
        Decision(target=target, action="correct", field=name, value=value, who=who, why=why.strip() or NO_REASON)
        for name, value in changed.items()
    ]
    held = dict(before.fields) if before is not None and before.verdict == "correct" else {}
    if held.keys() - changed.keys():
        made.insert(0, simple(target, "accept", who, why))
    return made


def changes(figure: Figure, given: Mapping[str, str]) -> dict[str, str]:
    """The slots that a form gives otherwise than they were read, with what should stand there."""
    read = written(figure)
    names = [name for name in SLOTS if name in given and _plain(given[name]) != _plain(read[name])]
    found = {name: given[name].strip() or "none" for name in names}
    after = all_corrected(figure, {name: value for name, value in found.items() if name != SPAN})
    # another number is still about, and another period still a running total, unless somebody says otherwise
    if "qualifier" not in found and figure.qualifier != after.qualifier and figure.qualifier in _suiting(after):
        found["qualifier"] = figure.qualifier
    if "kind" not in found and figure.kind == "cumulative" != after.kind:
        found["kind"] = figure.kind
    return found


def supposed(act: list[Decision], head: int, document: Document) -> list[Decision]:
    """Decisions as the ledger would hold them if they were made now, after its row ``head``."""
    now = datetime.now(UTC)
    made = []
    for seq, one in enumerate(act, head + 1):
        value = with_words(one.value, document) if one.field == SPAN and one.value else one.value
        made.append(
            Decision(
                target=one.target, action=one.action, field=one.field, value=value, who=one.who, why=one.why,
                seq=seq, at=now,
            )
        )  # fmt: skip
    return made


def check_words(given: Mapping[str, str], document: Document) -> None:
    """Raise LedgerError where other words stand at a place than somebody saw selected there."""
    words, span = "".join(given.get(WORDS, "").split()), given.get(SPAN, "")
    if words and span and words != "".join(span_of(with_words(span, document)).text.split()):
        raise LedgerError("--field span", "other words stand there than those selected", "Select them again")


def _suiting(figure: Figure) -> set[str]:
    if figure.low is None or figure.high is None:
        return _OPEN_ABOVE if figure.low is not None else _OPEN_BELOW
    return _PLAIN if figure.low == figure.high else _RANGE


def _plain(value: str) -> str:
    """A value as two are compared: spaces, and how an empty one is written, make no difference."""
    return "" if value.strip() == "none" else " ".join(value.split())
