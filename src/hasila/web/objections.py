"""What the ledger objects to a decision -> the same for people, in their language."""

from __future__ import annotations

from hasila.errors import LedgerError
from hasila.ledger.spans import LONGEST
from hasila.web.frames import Frames
from hasila.web.messages import Tongue

_REASONS = (
    "%(value)s is no count",
    "%(value)s is no period",
    "%(value)s is no place",
    "%(value)s is no span",
    "%(value)s does not hold the words",
    "%(value)s is neither yes nor no",
    "%(value)s is no %(slot)s",
    "%(place)s holds no words",
    "other words stand at %(place)s",
    "other words stand there than those selected",
    "nobody can do that to a figure",
    "nothing is corrected: the form says what was read",
    "there is nothing to take back",
    "there is nothing of %(name)s to take back",
    "there is no such figure in the reading of the document",
    "it does not say whose judgement stands",
    "a figure has no %(slot)s",
)
_REMEDIES = (
    "Write 14, or 14..20, or 14.. for at least, or ..20 for at most",
    "Write the smaller number first",
    "Write 2023-02, or 2023-02-01..2023-02-28",
    "Write country codes and perhaps a name: IQ, IQ+SY, SY Raqqa",
    "Write the places of its first character and after its last: 12-25",
    "Leave the words out: the ledger writes them",
    "Write yes or no",
    "Write one of: %(values)s",
    f"Name a place of at most {LONGEST} characters",
    "There stands: %(words)s",
    "Select them again",
    "Accept, reject or correct it, or say that you are unsure",
    "Accept the figure instead",
    "Decide something first",
    "See hasila decide --list",
    "It has the figures 0 to %(last)s",
    "It has none",
    "Give --value: %(names)s",
    "Correct one of: %(slots)s",
)
OBJECTIONS = Frames((*_REASONS, *_REMEDIES))


def objection(error: LedgerError, lang: Tongue) -> str | None:
    """What was wrong and what to do, without the words of the command line; None where the page has no words for it.

    >>> objection(LedgerError("--field value", "'x' is no count", "Write the smaller number first"), "ar")
    "ليست 'x' عدداً. اكتب العدد الأصغر أولاً."
    """
    parts = [OBJECTIONS.told(part, lang) for part in (error.reason, error.remedy)]
    return " ".join(f"{part}." for part in parts) if None not in parts else None
