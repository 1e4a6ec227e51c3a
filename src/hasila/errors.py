"""What can go wrong, in few kinds. Every message says what, where, and what to do."""

from __future__ import annotations


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
