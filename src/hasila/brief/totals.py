"""The headline and the first paragraph: the totals of the widest place."""

from __future__ import annotations

from dataclasses import replace

from hasila.brief.account import Account, account, clauses, other_events, results, spared
from hasila.brief.desk import Desk
from hasila.brief.language import Slot
from hasila.brief.modes import overall_modes
from hasila.brief.quantity import Quantity
from hasila.brief.written import Paragraph, Sentence
from hasila.model import Measure


def headline(desk: Desk) -> str:
    """The first line. What is in dispute isn't given there, but said to be."""
    scope = desk.board.overall
    if scope is None:
        return desk.language.say("headline.nothing", desk.slots())
    told = account(desk, scope)
    disputed = [measure for measure, quantity in told.losses if _is_disputed(desk, measure, scope, quantity)]
    losses = tuple(held for held in told.losses if held[0] not in disputed)
    shown = replace(told, losses=losses)
    text = desk.language.say(f"headline.{shown.situation}", _slots(desk, shown, later="alone"), _turn(desk))
    if disputed and shown.situation != "nothing":
        names = desk.language.join([desk.language.measure(measure)["name"] for measure in disputed])
        text += desk.language.fill(desk.language.pattern("headline.disputed"), {"items": names})
    return text


def _is_disputed(desk: Desk, measure: Measure, scope: str, quantity: Quantity) -> bool:
    row = desk.board.row(measure, scope)
    return quantity.sort == "range" and row is not None and row.state in ("contested", "unreconciled")


def totals(desk: Desk) -> Paragraph | None:
    """The totals, who states them, and what else was counted at the widest place."""
    scope = desk.board.overall
    if scope is None:
        return Paragraph("totals", (Sentence(desk.language.say("opening.nothing", desk.slots())),))
    told = account(desk, scope)
    slots = _slots(desk, told, later="others")
    sentences = []
    if told.situation != "nothing" or not desk.board.rows:
        text = desk.language.say(f"opening.{told.situation}", slots, _turn(desk))
        sentences.append(desk.sentence(text, told.rows))
    if told.situation == "zero" and told.losses:
        text = desk.language.say("opening.outcomes", slots)
        sentences.append(desk.sentence(text, told.rows))
    sentences += [*spared(desk, told), *overall_modes(desk, scope), *other_events(desk, scope)]
    return Paragraph("totals", tuple(sentences)) if sentences else None


def _turn(desk: Desk) -> str:
    return f"{desk.board.days[0]}"


def _slots(desk: Desk, told: Account, later: str) -> dict[str, Slot]:
    slots = desk.slots(told.scope)
    issuer = desk.issuer(told.rows)
    source = ""
    if issuer:
        source = desk.language.fill(desk.language.pattern("opening.source"), {"issuer": desk.language.actor(issuer)})
    slots |= {
        "results": lambda of: results(desk, told.losses, of, "alone" if later == "alone" else "others"),
        "clauses": lambda after: clauses(desk, told.losses, after),
        "source": source,
    }
    if told.operations:
        slots["operations"] = desk.count(told.operations, "operations")
    return slots
