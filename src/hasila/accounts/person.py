"""Somebody with a name and a role, and what a name may look like."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal, get_args

from hasila.errors import AccountError

Role = Literal["viewer", "reviewer", "editor"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the least to the most: each may do what those before it may."""

_LONGEST = 64
# letters with their marks, digits, and what stands between the parts of a name; no control and no invisible signs
_ALLOWED = ("L", "M", "N")
_BETWEEN = " .-_@'’"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signed in, under the name that decisions are kept by."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether the role is at least ``role``.

        >>> Person("Rana", "reviewer").may("viewer"), Person("Rana", "reviewer").may("editor")
        (True, False)
        """
        return ROLES.index(self.role) >= ROLES.index(role)


def key_of(name: str) -> str:
    """A name as it is compared: case and forms of the same letter make no difference.

    >>> key_of(" Rana ") == key_of("RANA")
    True
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).strip()


def name_of(written: str) -> str:
    """A name as it is kept and shown. Raises :class:`AccountError` where it is none."""
    name = unicodedata.normalize("NFC", written).strip()
    if not name or len(name) > _LONGEST:
        raise AccountError(name[:_LONGEST] or "''", f"a name has 1 to {_LONGEST} letters", "Give another one")
    if not all(sign in _BETWEEN or unicodedata.category(sign)[0] in _ALLOWED for sign in name):
        raise AccountError(repr(name), "a name is made of letters, digits, spaces and . - _ @ '", "Give another one")
    return name
