"""What people are told when something is refused: sentences that stand in the catalogue of every language."""

from __future__ import annotations

SIGN_IN_FIRST = "sign in first"
NOT_YOURS = "your role is not enough for this"
NOT_OURS = "this form isn't of this page, or too old: open the page again"
TOO_MANY_SIGN_INS = "too many attempts to sign in: try again in a quarter of an hour"
TOO_MUCH_WRITTEN = "too much was written in a minute: try again in a minute"
TOO_MUCH_FETCHED = "too much was fetched in a minute: try again in a minute"
TOO_LONG = "this is too long for the page: read it with hasila read"
NO_REPORT = "this is no report: read it again, and add what is shown then"
NO_REASON = "say why"
NO_DOCUMENT = "there is no such document in the ledger"
NO_FIGURE = "there is no such figure in the ledger"
NO_ACCOUNTS = "nobody has an account here"
NOTHING_FETCHED = "nothing is fetched here: save the page, and read the file"

REFUSALS = frozenset(
    {
        *(SIGN_IN_FIRST, NOT_YOURS, NOT_OURS, TOO_MANY_SIGN_INS, TOO_MUCH_WRITTEN, TOO_LONG, NO_REPORT, NO_REASON),
        *(NO_DOCUMENT, NO_FIGURE, NO_ACCOUNTS, NOTHING_FETCHED, TOO_MUCH_FETCHED),
    }
)
