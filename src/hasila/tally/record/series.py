"""Whose tally a figure belongs to.

A *series* is one bookkeeper's count. US Central Command, the coalition and their people keep one ("coalition"), the
SDF another; what a monitor counts of the coalition's deeds is a third ("SOHR on coalition"). An outlet keeps none:
its own sum
is a claim about the tally of those who acted, so that theirs can contradict it. Who counts with whom is data:
``series.tsv``.

>>> series_of(Account("Global Coalition", "US Central Command"), None)
'coalition'
>>> series_of(Account("Global Coalition", "Syrian Observatory for Human Rights"), None)
'SOHR on coalition'
>>> series_of(Account("Iraqi Security Forces", None, victim="civilian", measure="killed"), None)
'Iraqi Security Forces: civilians'
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from hasila.lexicon.names import actors, people
from hasila.model import Figure, Measure, Victim

Role = Literal["own", "family", "relays", "watches"]

UNATTRIBUTED = "unattributed"
"""The series of counts with neither an actor nor an issuer."""

_SUFFIXES: dict[Victim | None, str] = {"security": "security", "civilian": "civilians"}
_OF_PEOPLE = frozenset({"killed", "wounded", "detained", "abducted", "surrendered", "casualties"})


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """One bookkeeper: the series, the side that its people stand on, and what sort of voice it is.

    ``role``: "own" counts its own deeds; "family" is the general name of a side and takes the count of whichever
    service is named; "relays" passes on others' counts; "watches" counts others' deeds. ``joins``: its deeds with the
    coalition are in the coalition's count.
    """

    series: str
    side: str
    role: Role
    joins: bool


_book = cache(Book)


@dataclass(frozen=True, slots=True)
class Account:
    """What of a figure decides its series: who acted, who says so, with whom, upon whom."""

    actor: str | None
    issuer: str | None
    partners: tuple[str, ...] = ()
    target: str | None = None
    victim: Victim | None = None
    measure: Measure = "operations"


def series_of_figure(figure: Figure, main: Book | None) -> str:
    """The series of a figure in a document whose figures of its window are mainly ``main``'s."""
    return _series(
        figure.actor, figure.attribution, figure.partners, figure.target, figure.victim, figure.measure, main
    )


@cache
def _rows() -> dict[str, tuple[str, Role]]:
    text = (resources.files("hasila.tally.record") / "series.tsv").read_text(encoding="utf-8")
    cells = (line.split("\t") for line in text.split("\n")[1:] if line)
    return {name: (series, role) for name, series, role, _ in cells}  # type: ignore[misc]


@cache
def book_of(name: str) -> Book:
    """The bookkeeper behind a canonical name; a person keeps the book of the actor that he or she speaks for."""
    person = people().get(name)
    if person is not None and person.speaks_for:
        return book_of(person.speaks_for)
    actor, rows = actors().get(name), _rows()
    if actor is None:
        series, role = rows.get(name, (name, "own"))
        return _book(series or name, name, role, False)
    classes = (name, f"*class {actor.cls}", f"*side {actor.side}")
    series, role = next((rows[key] for key in classes if key in rows), (name, "own"))
    side = name if actor.side == "other" else actor.side
    return _book(series or name, side, role, actor.partner and actor.side != "coalition")


@lru_cache(maxsize=1 << 16)
def main_book(attributions: tuple[str | None, ...]) -> Book | None:
    """The bookkeeper whom most of these figures are attributed to; a tie goes to the first by name."""
    said = Counter(book_of(name) for name in attributions if name is not None)
    books = [(-count, book.series, book.role, book) for book, count in said.items() if book.role != "relays"]
    return min(books, key=lambda entry: entry[:3])[3] if books else None


@lru_cache(maxsize=1 << 16)
def _series(
    actor: str | None,
    issuer: str | None,
    partners: tuple[str, ...],
    target: str | None,
    victim: Victim | None,
    measure: Measure,
    main: Book | None,
) -> str:
    return series_of(Account(actor, issuer, partners, target, victim, measure), main)


def series_of(account: Account, main: Book | None) -> str:
    """The series of a figure in a document whose figures of that window are mainly ``main``'s.

    Victims who aren't the armed group that is fought, and other armed groups than ISIS, are counted apart:
    "coalition: civilians", "coalition: Houthis".
    """
    apart = _apart(account)
    return f"{_kept_by(account, main)}: {apart}" if apart else _kept_by(account, main)


def _kept_by(account: Account, main: Book | None) -> str:
    deed = book_of(account.actor) if account.actor is not None else None
    said = book_of(account.issuer) if account.issuer is not None else None
    if said is None or said.role == "relays" or _counts_its_own_dead(said, account):
        return _own_voice(deed, main)
    if deed is None or deed.role == "relays":
        return said.series
    return _stated(deed, said, main, account)


def _counts_its_own_dead(said: Book, account: Account) -> bool:
    """Whether the group is said to announce its own losses, which it never does: somebody else's figures, then."""
    return said.side == "isis" and account.victim == "militant" and account.actor is not None


def _own_voice(deed: Book | None, main: Book | None) -> str:
    """Nobody is named as the source: the actor's own tally, or that of the statement that the report is about."""
    if deed is None or deed.role == "relays":
        return main.series if main is not None else UNATTRIBUTED
    if main is None or deed.side == "isis":
        return deed.series
    if deed.side == main.side:
        return main.series if deed.role == "family" else deed.series
    if deed.joins and main.side == "coalition":
        return main.series
    return f"{main.series} on {deed.series}" if main.role == "watches" else deed.series


@cache
def series_of_scope(scope: str | None) -> str | None:
    """The only series that counts over a set of countries, where there is one."""
    return _rows().get(f"*scope {scope}", (None,))[0]


@cache
def _wholes() -> frozenset[tuple[str, str]]:
    text = (resources.files("hasila.tally.record") / "wholes.tsv").read_text(encoding="utf-8")
    return frozenset(tuple(line.split("\t")[:2]) for line in text.split("\n")[1:] if line)  # type: ignore[misc]


def is_whole(series: str, place: str) -> bool:
    """Whether a place is all of the country that a series counts in: the SDF's northeastern Syria (``wholes.tsv``)."""
    return (series, place) in _wholes()


def _stated(deed: Book, said: Book, main: Book | None, account: Account) -> str:
    if deed.side == said.side:
        return _within_family(deed, said, main)
    if deed.side == "isis" and said.role != "watches":
        # Those whom it fights tell of its attacks; operations are their own.
        return deed.series if account.measure != "operations" else said.series
    joint = (deed.joins and said.side == "coalition") or any(
        book_of(name).side == said.side for name in account.partners
    )
    return said.series if joint and said.role != "watches" else f"{said.series} on {deed.series}"


def _within_family(deed: Book, said: Book, main: Book | None) -> str:
    """The named service counts; where only the general names stand, the service that the document is about."""
    if deed.role == "family":
        deed = said
    if deed.role == "family" and main is not None and main.side == deed.side:
        deed = main
    return deed.series


def _apart(account: Account) -> str | None:
    if account.measure in _OF_PEOPLE and account.victim in _SUFFIXES:
        return _SUFFIXES[account.victim]
    if account.target is None:
        return None
    target = actors().get(account.target)
    return account.target if target is not None and target.kind == "force" and target.side != "isis" else None
