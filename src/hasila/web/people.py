"""Who asks, and what they may: a browser that signed in, or a program with a token.

A page or an operation that not everybody may use takes ``Depends(needs("reviewer"))`` and gets the :class:`Person`.
Templates have ``person``, ``may(role)`` and ``csrf``; a form that writes holds ``{{ csrf_field() }}`` of
``forms.html.j2``, a script sends the header ``X-CSRF-Token`` with ``csrf`` in it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request

from hasila.accounts import ROLES, Accounts, Person, Role
from hasila.accounts.secret import bound_to, is_bound_to
from hasila.web.origin import is_foreign
from hasila.web.rates import rates_of
from hasila.web.refusals import NOT_OURS, NOT_YOURS, SIGN_IN_FIRST

__all__ = ["ROLES", "Person", "Role", "csrf_of", "needs", "person_of"]

CSRF_FIELD, CSRF_HEADER = "csrf", "x-csrf-token"
_FORM = "form"
_SAFE = ("GET", "HEAD", "OPTIONS")
_UNKNOWN = object()


def accounts_of(request: Request) -> Accounts | None:
    """The accounts of the ledger that the server shows; None where it shows none."""
    accounts = request.app.state.accounts
    assert accounts is None or isinstance(accounts, Accounts)
    return accounts


def person_of(request: Request) -> Person | None:
    """Who asks; None where nobody signed in. A token that is no good counts as nobody, whatever the browser holds."""
    held: Person | object | None = getattr(request.state, "person", _UNKNOWN)
    if held is _UNKNOWN:
        held = request.state.person = _asked(request)
    return held if isinstance(held, Person) else None


def csrf_of(request: Request) -> str:
    """What a form of this session has to bring back, so that no page elsewhere can send one; empty without one."""
    secret = session_of(request)
    return "" if secret is None or person_of(request) is None else bound_to(secret, _FORM)


def needs(role: Role) -> Callable[..., Person]:
    """A dependency that gives the person who asks, if they have the role. What a browser writes has to carry ``csrf``.

    Raises HTTPException: 401 where nobody signed in, 403 where they may not, or the form isn't one of ours, 429 where
    they write too much.
    """

    def person(request: Request, given: Annotated[str, Depends(_csrf_given)]) -> Person:
        found = person_of(request)
        if found is None:
            raise HTTPException(401, SIGN_IN_FIRST, {"WWW-Authenticate": "Bearer"})
        if request.method not in _SAFE and _token(request) is None:
            _refuse_foreign(request, given)
        if not found.may(role):
            raise HTTPException(403, NOT_YOURS)
        if request.method not in _SAFE:
            rates_of(request).write(found.name)
        return found

    return person


def signing(request: Request) -> dict[str, Any]:
    """What every template knows of who asks."""
    accounts, found = accounts_of(request), person_of(request)
    known = found is not None or (accounts is not None and accounts.exist())
    return {"person": found, "may": partial(_may, found), "csrf": csrf_of(request), "accounts": known}


NOBODY: dict[str, Any] = {"person": None, "may": lambda _: False, "csrf": "", "accounts": False}
"""What a template knows where nobody can be asked who it is."""


def _may(person: Person | None, role: Role) -> bool:
    return person is not None and person.may(role)


def session_of(request: Request) -> str | None:
    """The secret of the browser's session, if it holds one."""
    return request.cookies.get(cookie_of(request))


def cookie_of(request: Request) -> str:
    """The name of the cookie; with TLS one that browsers accept from this very host only, and never without TLS."""
    return "__Host-hasila" if request.url.scheme == "https" else "hasila"


async def _csrf_given(request: Request) -> str:
    """The token that came with what was sent, in the header or in the form."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if CSRF_HEADER in request.headers or request.method in _SAFE:
        return request.headers.get(CSRF_HEADER, "")
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        return ""
    given = (await request.form()).get(CSRF_FIELD)
    return given if isinstance(given, str) else ""


def _refuse_foreign(request: Request, given: str) -> None:
    secret = session_of(request)
    if is_foreign(request) or secret is None or not is_bound_to(secret, _FORM, given):
        raise HTTPException(403, NOT_OURS)


def _asked(request: Request) -> Person | None:
    accounts, token, secret = accounts_of(request), _token(request), session_of(request)
    if accounts is None:
        return None
    if token is not None:
        return accounts.of_token(token)
    return None if secret is None else accounts.of_session(secret)


def _token(request: Request) -> str | None:
    """The token of a program, which no browser sends of itself."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None
