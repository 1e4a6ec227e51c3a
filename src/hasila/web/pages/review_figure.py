"""One figure under review: its words in their text, its slots, its cell in the tally, and what people said of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, get_args

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from hasila.errors import LedgerError
from hasila.ledger import Decision, Held
from hasila.ledger.corrections import all_corrected
from hasila.ledger.decisions import Action
from hasila.ledger.judgements import SPAN
from hasila.ledger.written import written
from hasila.lexicon.names import Actor, spellings
from hasila.model import Kind, Measure, Modality, Mode, Qualifier, Victim
from hasila.review import Desk, Item
from hasila.second.differing import Difference
from hasila.tally.record.claims import SHORT
from hasila.tally.result import Row
from hasila.tally.views import changed
from hasila.web.marks import marked
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.pages.review import Asked, AskedHere, Reviewer, address_of, gone, queue_address
from hasila.web.people import Person
from hasila.web.reviewing import POLICY, reviewing_of
from hasila.web.stand import stand_of
from hasila.web.verdicts import check_words, corrections, simple, supposed

router = router_of_pages()

CHOICES: Mapping[str, tuple[str, ...]] = {
    "measure": get_args(Measure),
    "qualifier": get_args(Qualifier),
    "modality": get_args(Modality),
    "kind": get_args(Kind),
    "subset": ("no", "yes"),
    "victim": ("", *get_args(Victim)),
    "mode": ("", *get_args(Mode)),
}
_PLAIN: tuple[Action, ...] = ("accept", "reject", "unsure")
_BESIDE, _CHANGED = 8, 30

Given = Mapping[str, str]
Effects = list[tuple[Row | None, Row | None]]


async def _form(request: Request) -> Given:
    """What the form holds, as text."""
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


Form = Annotated[Given, Depends(_form)]


@router.get("/{lang}/review/{key}/{index}")
def figure(
    lang: Tongue,
    request: Request,
    person: Reviewer,
    asked: AskedHere,
    key: str,
    index: int,
    done: str = "",
    theirs: str = "",
) -> Response:
    """A figure with all that one needs to judge it; ``theirs``: the form as another reader would fill it."""
    held = _held(request, key, index)
    desk = reviewing_of(request).desk(fresh=False)
    item = desk.item(key, index)
    if item is not None and item.figures[0] != index:
        return RedirectResponse(address_of(lang, item, asked), 302)
    if item is not None and desk.ruling(item.id).of(person.name) is not None:
        desk = reviewing_of(request).desk()
    seen = next((one for one in _otherwise(request, item) if one.reader == theirs), None) if theirs else None
    filled = written(seen.pair.theirs) if seen is not None and seen.pair.theirs is not None else {}
    given = {slot: filled[slot] for slot in seen.pair.slots} if seen is not None and filled else None
    return HTMLResponse(_drawn(lang, request, person, asked, held, index, desk, given=given, done=done))


@router.post("/{lang}/review/{key}/{index}")
def judge(
    lang: Tongue, request: Request, person: Reviewer, asked: AskedHere, key: str, index: int, given: Form
) -> Response:
    """Take down a judgement, and go on to the next figure."""
    held = _held(request, key, index)
    reviewing = reviewing_of(request)
    try:
        stand_of(request).ledger.decide_all(_act(person, held, index, reviewing.desk(fresh=False), given))
    except LedgerError as error:
        desk = reviewing.desk(fresh=False)
        told = _drawn(lang, request, person, asked, held, index, desk, given=given, problem=error)
        return HTMLResponse(told, 422)
    desk = reviewing.desk(fresh=False)
    item = desk.next(asked.wanted(person.name), f"{key[:SHORT]}#{index}")
    done = given.get("action", "")
    return RedirectResponse(
        queue_address(lang, asked, done=done) if item is None else address_of(lang, item, asked, done=done), 303
    )


@router.post("/{lang}/review/{key}/{index}/effect")
def effect(
    lang: Tongue, request: Request, person: Reviewer, asked: AskedHere, key: str, index: int, given: Form
) -> Response:
    """What would change in the tally; nothing is taken down."""
    held, ledger = _held(request, key, index), stand_of(request).ledger
    desk = reviewing_of(request).desk()
    shown: dict[str, Any] = {"given": given}
    try:
        act = supposed(_act(person, held, index, desk, given), ledger.head().seq, held.reading.document)
        before, after = stand_of(request).published(POLICY), stand_of(request).supposing(POLICY, act)
        shown["effects"] = [] if after is None else list(changed(before.rows, after.rows))
    except LedgerError as error:
        shown["problem"] = error
    return HTMLResponse(_drawn(lang, request, person, asked, held, index, desk, **shown))


def _act(person: Person, held: Held, index: int, desk: Desk, given: Given) -> list[Decision]:
    """What the form comes to."""
    target, why = f"{held.key[:SHORT]}#{index}", given.get("why", "")
    plain = next((one for one in _PLAIN if one == given.get("action")), None)
    if plain is not None:
        return [simple(target, plain, person.name, why)]
    if given.get("action") != "correct":
        raise LedgerError(
            target, "nobody can do that to a figure", "Accept, reject or correct it, or say that you are unsure"
        )
    check_words(given, held.reading.document)
    own = desk.ruling(target).of(person.name)
    made = corrections(target, person.name, why, held.reading.figures[index], given, own)
    if not made:
        raise LedgerError(target, "nothing is corrected: the form says what was read", "Accept the figure instead")
    return made


def _held(request: Request, key: str, index: int) -> Held:
    """The document of a figure. Raises HTTPException where there is no such figure."""
    held = stand_of(request).document(key)
    if held is None or not 0 <= index < len(held.reading.figures):
        raise gone()
    return held


def _drawn(
    lang: Tongue,
    request: Request,
    person: Person,
    asked: Asked,
    held: Held,
    index: int,
    desk: Desk,
    *,
    given: Given | None = None,
    effects: Effects | None = None,
    problem: LedgerError | None = None,
    done: str = "",
) -> str:
    id, wanted = f"{held.key[:SHORT]}#{index}", asked.wanted(person.name)
    item, ruling = desk.item(held.key, index), desk.ruling(f"{held.key[:SHORT]}#{index}")
    own, read = ruling.of(person.name), held.reading.figures[index]
    mine = read if own is None else all_corrected(read, dict(own.fields))
    values: dict[str, Any] = {
        "held": held,
        "index": index,
        "one": marked(held.reading),
        "figure": read,
        "slots": {**written(mine), **(given or {})},
        "read": written(read),
        "choices": CHOICES,
        "own": own,
        "ruling": ruling,
        "told": _told(desk, item, id) if own is not None else None,
        "item": item,
        "row": None if item is None else desk.row(item),
        "beside": [] if item is None else _beside(request, desk, item),
        "before": desk.previous(wanted, id),
        "next": desk.next(wanted, id),
        "effects": effects,
        "problem": problem,
        "actors": actors(),
        "otherwise": _otherwise(request, item),
        "filled": given is not None,
        "why": (given or {}).get("why", ""),
        "words": mine.evidence.text if own is not None and SPAN in dict(own.fields) else read.evidence.text,
    }
    return page("review_figure.html.j2", lang, request, "review", asked=asked, done=done, most=_CHANGED, **values)


@cache
def actors() -> tuple[str, ...]:
    """The actors that figures are told of, by their names."""
    return tuple(sorted({name.entity.canonical for _, name in spellings("actor") if isinstance(name.entity, Actor)}))


def _otherwise(request: Request, item: Item | None) -> list[Difference]:
    """How other readers see a figure, or those that repeat it, where they see it otherwise."""
    if item is None:
        return []
    ids = {f"{item.document[:SHORT]}#{at}" for at in item.figures}
    return [one for one in reviewing_of(request).otherwise() if one.id in ids]


def _told(desk: Desk, item: Item | None, id: str) -> list[Decision]:
    """What people decided of a figure and of those that repeat it."""
    ids = {id} if item is None else {f"{item.document[:SHORT]}#{at}" for at in item.figures}
    return [one for one in desk.told(id[:SHORT]) if one.target in ids]


def _beside(request: Request, desk: Desk, item: Item) -> list[tuple[Item, Held]]:
    """The figures of other reports that speak of the same cell, the weightiest first."""
    found = [one for one in desk.beside(item) if one.document != item.document][:_BESIDE]
    held = {one.key: one for one in stand_of(request).ledger.documents(keys={one.document for one in found})}
    return [(one, held[one.document]) for one in found if one.document in held]
