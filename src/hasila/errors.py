"""What can go wrong, in few kinds. Every message says what, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence


class HasilaError(Exception):
    """The root of every error that Hasila raises on purpose."""


class SourceError(HasilaError):
    """A file, a line or a row that cannot be read.

    >>> str(SourceError("reports.jsonl", 7, "the line is not JSON", "Mend the line"))
    'reports.jsonl, line 7: the line is not JSON. Mend the line.'
    """

    def __init__(self, file: str, line: int | None, reason: str, remedy: str) -> None:
        super().__init__(file, line, reason, remedy)
        self.file = file
        self.line = line
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{where}: {self.reason}. {self.remedy}."


class PolicyError(HasilaError):
    """A policy that is not there."""


class AskedError(HasilaError):
    """Something asked of a tally that is not in it; ``near`` are things that are, as they would have to be asked for.

    >>> str(AskedError("2023-07 raids", "'raids' is no measure", ("2023-07 IQ operations",)))
    "'2023-07 raids': 'raids' is no measure. There is: 2023-07 IQ operations."
    """

    def __init__(self, asked: str, reason: str, near: Sequence[str] = ()) -> None:
        super().__init__(asked, reason, near)
        self.asked = asked
        self.reason = reason
        self.near = tuple(near)

    def __str__(self) -> str:
        near = f" There is: {'; '.join(self.near)}." if self.near else ""
        return f"{self.asked!r}: {self.reason}.{near}"


class LedgerError(HasilaError):
    """A ledger that cannot be opened, read or written; or something asked of it that it can't take.

    >>> str(LedgerError("hasila.db", "the file is no ledger", "Name another file"))
    'hasila.db: the file is no ledger. Name another file.'
    """

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        super().__init__(where, reason, remedy)
        self.where = where
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}. {self.remedy}."


class AccountError(HasilaError):
    """Something asked of an account that can't be.

    >>> str(AccountError("rana", "there is no such account", "Make it with hasila account add"))
    'rana: there is no such account. Make it with hasila account add.'
    """

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        super().__init__(name, reason, remedy)
        self.name = name
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}. {self.remedy}."


class FetchError(HasilaError):
    """An address that could not be fetched. ``passing`` says that it may be had later, ``after`` in how many seconds
    at the earliest, and ``status`` what a server answered, where that is known.

    >>> str(FetchError("https://example.org/feed", "the server answers 404", "Check the address"))
    'https://example.org/feed: the server answers 404. Check the address.'
    """

    def __init__(
        self,
        url: str,
        reason: str,
        remedy: str,
        *,
        passing: bool = False,
        after: float | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(url, reason, remedy)
        self.url = url
        self.reason = reason
        self.remedy = remedy
        self.passing = passing
        self.after = after
        self.status = status

    def __str__(self) -> str:
        return f"{self.url}: {self.reason}. {self.remedy}."


class TooSoon(FetchError):
    """An address whose host is not to be asked yet; nothing is wrong with it. ``after`` says in how many seconds."""
