"""What is held of one place: its operations, and what they led to, as lists that a sentence can take in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from hasila.brief import counted
from hasila.brief.desk import Desk
from hasila.brief.phrases import Style, phrase
from hasila.brief.quantity import Quantity
from hasila.brief.written import Sentence
from hasila.model import Measure
from hasila.tally.result import Row

OUTCOMES: tuple[Measure, ...] = ("killed", "wounded", "detained", "abducted", "surrendered")
# Killed, wounded and captured in one number: it holds what is counted apart, and so is told apart.
COMBINED: Measure = "casualties"
OTHER_EVENTS: tuple[Measure, ...] = ("strikes", "attacks")
Held = tuple[Measure, Quantity]
# These stand right behind the verb; what tells whose men they were, behind the noun.
_ADVERB = "في"
Situation = Literal["full", "events", "outcomes", "zero", "nothing"]


@dataclass(frozen=True, slots=True)
class Account:
    """The numbers of one place. ``losses`` are the outcomes that aren't zero, ``spared`` those that are."""

    scope: str
    operations: Quantity | None
    losses: tuple[Held, ...]
    spared: tuple[Measure, ...]
    rows: tuple[Row, ...]

    @property
    def situation(self) -> Situation:
        """Which pattern tells it."""
        if self.operations is None:
            return "outcomes" if self.losses else "nothing"
        if self.operations.exact == 0:
            return "zero"
        return "full" if self.losses else "events"


def account(desk: Desk, scope: str) -> Account:
    """What the board holds of a place, all modes together."""
    found = [(measure, desk.board.quantity(measure, scope)) for measure in OUTCOMES]
    held = [(measure, quantity) for measure, quantity in found if quantity]
    rows = [desk.board.row(measure, scope) for measure in ("operations", *(measure for measure, _ in held))]
    return Account(
        scope,
        desk.board.quantity("operations", scope),
        tuple((measure, quantity) for measure, quantity in held if quantity.exact != 0),
        tuple(measure for measure, quantity in held if quantity.exact == 0),
        tuple(row for row in rows if row),
    )


def _style(desk: Desk, losses: Sequence[Held], at: int, later: Style) -> Style:
    """The first count brings its noun; later ones only where theirs is another."""
    same = desk.language.measure(losses[at][0])["noun"] == desk.language.measure(losses[0][0])["noun"]
    return later if at and same else "noun"


def results(desk: Desk, losses: Sequence[Held], of: str = "", later: Style = "others") -> str:
    """ "killing eight ISIS operatives and detaining 31 others"; ``of`` follows the first count."""
    acts = []
    for at, (measure, quantity) in enumerate(losses):
        words = desk.language.measure(measure)
        noun = phrase(desk.language, quantity, measure, "gen", _style(desk, losses, at, later))
        parts = (words["act"], noun, "" if at else of, words.get("act_after", ""))
        acts.append(" ".join(part for part in parts if part))
    return desk.language.join(acts)


def clauses(desk: Desk, losses: Sequence[Held], after: str = "") -> str:
    """ "eight ISIS operatives were killed and 31 were detained"; ``after`` follows the first verb or count."""
    english = desk.language.lang == "en"
    later: Style = "alone" if english else "others"
    said = []
    for at, (measure, quantity) in enumerate(losses):
        noun = phrase(desk.language, quantity, measure, "nom", _style(desk, losses, at, later))
        said.append(_clause(desk, (measure, quantity), noun, after if not at else "", english))
    return desk.language.join(said)


def _clause(desk: Desk, held: Held, noun: str, after: str, english: bool) -> str:
    words = desk.language.measure(held[0])
    tail = words.get("after", "")
    if english:
        parts = [noun, words["verb_one"] if held[1].exact == 1 else words["verb"], tail, after]
    else:
        adverb = after.startswith(_ADVERB)
        parts = [verb(words, held[1]), after if adverb else "", noun, tail, "" if adverb else after]
    return " ".join(part for part in parts if part)


def verb(words: Mapping[str, Any], quantity: Quantity) -> str:
    """The verb before its subject: وقع هجوم, but وقعت ثلاثة هجمات; نُفّذت ثلاث عمليات, but نُفّذ أكثر من ثلاث."""
    if quantity.sort != "exact":
        return str(words.get("verb_qualified", words["verb"]))
    few = 3 <= quantity.largest % 100 <= 10
    return str(words.get("verb_few", words["verb"]) if few else words["verb"])


def them(quantity: Quantity | None) -> str:
    """The pronoun that takes up so many things."""
    return counted.pronoun_ar(quantity.largest if quantity else 0)


def spared(desk: Desk, told: Account) -> list[Sentence]:
    """ "No ISIS operatives were killed in Iraq." """
    if not told.spared:
        return []
    parts = [
        desk.language.measure(measure)["none_next" if at and desk.language.lang == "en" else "none"]
        for at, measure in enumerate(told.spared)
    ]
    text = desk.language.say("spared.place", {"items": desk.language.join(parts), **desk.slots(told.scope)})
    return [desk.sentence(text, [desk.board.row(measure, told.scope) for measure in told.spared])]


def other_events(desk: Desk, scope: str) -> list[Sentence]:
    """The strikes, the attacks and the losses that weren't told apart, each in a sentence of its own."""
    sentences = []
    for measure in (COMBINED, *OTHER_EVENTS):
        quantity = desk.board.quantity(measure, scope)
        if quantity is None:
            continue
        words = desk.language.measure(measure)
        slots = {**desk.slots(scope), "items": clauses(desk, [(measure, quantity)]), "none": words["none"]}
        some = "combined" if measure == COMBINED else "some"
        text = desk.language.say(f"events.{'none' if quantity.exact == 0 else some}", slots)
        sentences.append(desk.sentence(text, [desk.board.row(measure, scope)]))
    return sentences
