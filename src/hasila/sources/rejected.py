"""What stands in the stream in place of something that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from hasila.errors import SourceError


@dataclass(frozen=True, slots=True)
class Rejected:
    """A document, or one value of a document, that was set aside.

    With ``document_kept`` the document itself follows in the stream without the value ("published": "soon" is no
    date: the report is read, undated).
    """

    file: str
    line: int | None
    reason: str
    remedy: str
    document_kept: bool = False

    @classmethod
    def from_error(cls, error: SourceError) -> Rejected:
        return cls(error.file, error.line, error.reason, error.remedy)

    def __str__(self) -> str:
        return str(SourceError(self.file, self.line, self.reason, self.remedy))
