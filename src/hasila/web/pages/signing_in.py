"""Sign in and out."""

from __future__ import annotations

import unicodedata
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from hasila.accounts import Accounts
from hasila.accounts.person import key_of
from hasila.web.messages import Tongue
from hasila.web.origin import is_foreign
from hasila.web.pages.page import page, router_of_pages, tongue_of
from hasila.web.people import Person, accounts_of, cookie_of, needs, session_of
from hasila.web.rates import address_of, rates_of
from hasila.web.refusals import NO_ACCOUNTS, NOT_OURS

router = router_of_pages()

SIGN_IN = "sign-in"
_LONGEST_NAME = 200


@router.get("/{lang}/sign-in")
def ask(lang: Tongue, request: Request, to: str = "") -> str:
    """The form for a name and a password."""
    _accounts(request)
    return page("sign_in.html.j2", lang, request, SIGN_IN, to=to, given="", wrong=False)


@router.post("/{lang}/sign-in")
def answer(
    lang: Tongue,
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "",
) -> Response:
    """A session for who gives the right password, and back to where they came from."""
    accounts, rates = _accounts(request), rates_of(request)
    if is_foreign(request):
        raise HTTPException(403, NOT_OURS)
    key = key_of(name[:_LONGEST_NAME])
    rates.sign_in(key, address_of(request))
    secret = accounts.sign_in(name[:_LONGEST_NAME], password)
    if secret is None:
        told = page("sign_in.html.j2", lang, request, SIGN_IN, to=to, given=name[:_LONGEST_NAME], wrong=True)
        return HTMLResponse(told, 401)
    rates.signed_in(key)
    _end_session(request, accounts)
    done = RedirectResponse(back(lang, to), 303)
    # lax, not strict: who follows a colleague's link to a page of ours is still signed in there
    secure = request.url.scheme == "https"
    done.set_cookie(cookie_of(request), secret, httponly=True, samesite="lax", secure=secure, path="/")
    return done


@router.post("/{lang}/sign-out")
def sign_out(lang: Tongue, request: Request, _: Annotated[Person, Depends(needs("viewer"))]) -> Response:
    """The end of the session, in the browser and here."""
    _end_session(request, _accounts(request))
    done = RedirectResponse(f"/{lang}/read", 303)
    done.delete_cookie(cookie_of(request), httponly=True, samesite="lax", secure=request.url.scheme == "https")
    return done


def to_sign_in(request: Request) -> Response:
    """To the form, and from there back to the page that was asked for."""
    lang = tongue_of(request)
    path = request.url.path.partition(f"/{lang}/")[2] if request.method == "GET" else ""
    if path and request.url.query:
        path += f"?{request.url.query}"
    return RedirectResponse(f"/{lang}/{SIGN_IN}" + (f"?to={quote(path, safe='')}" if path else ""), 303)


def back(lang: Tongue, to: str) -> str:
    """The address of a page of ours. It begins with the language, so that it can't lead to another site.

    >>> back("ar", "tally?by=month"), back("en", "//evil.example"), back("en", "")
    ('/ar/tally?by=month', '/en/evil.example', '/en/read')
    """
    plain = "".join(sign for sign in to if unicodedata.category(sign)[0] != "C").replace("\\", "/").lstrip("/")
    return f"/{lang}/{plain if plain and not plain.startswith(SIGN_IN) else 'read'}"


def _accounts(request: Request) -> Accounts:
    accounts = accounts_of(request)
    if accounts is None or not accounts.exist():
        raise HTTPException(404, NO_ACCOUNTS)
    return accounts


def _end_session(request: Request, accounts: Accounts) -> None:
    secret = session_of(request)
    if secret is not None:
        accounts.sign_out(secret)
