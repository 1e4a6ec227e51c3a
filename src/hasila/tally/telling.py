"""Reasons told in words: here in English, elsewhere with the sentences and names of another language.

>>> told([Corrected(40), Simply("no room")])
'corrected to 40 by the same issuer; the rest leaves no room for it'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hasila.tally.claim import Cell
from hasila.tally.names import cell_name
from hasila.tally.why import Adding, Corrected, EitherWay, Modes, Others, Plain, Simply, Slip, SlipKind, Sum, Why

_PLAIN: Mapping[Plain, str] = {
    "no room": "the rest leaves no room for it",
    "denied": "it is denied",
    "no number": "it names no number",
    "withdrawn": "its document was withdrawn",
    "decided": "somebody decided so",
    "the other reading contradicts": "read the other way, claims that stand so would contradict one another",
    "nothing decides": "nothing decides",
}
_ELSEWHERE = "%(said)s is what is stated for %(cell)s"
_SLIPS: Mapping[SlipKind, str] = {
    "killed and detained swapped": f"{_ELSEWHERE}: the two stand in each other's place",
    "places swapped": f"{_ELSEWHERE}: the two places stand in each other's place",
    "period before": f"{_ELSEWHERE}, the period before",
    "part counted twice": "%(said)s is %(instead)s and once more the part that is stated for %(cell)s",
    "digits swapped": "%(said)s is %(instead)s with two digits swapped",
    "digit added": "%(said)s is %(instead)s with a digit too many",
    "digit lost": "%(said)s is %(instead)s with a digit too few",
    "one digit wrong": "%(said)s differs from %(instead)s in one digit",
    "own sum": "%(said)s is the outlet's own count",
}
_HEAVIER = "claims of more weight say %(count)s (%(weight)s against %(own)s)"
_OTHERS = "others say %(count)s (%(weight)s against %(own)s)"
_CORRECTED = "corrected to %(value)s by the same issuer"
_MODES = "%(sum)s, while %(other)s"
_EITHER_WAY = "nothing decides: %(inside)s in all if they are among the partnered ones, %(beside)s if not"
READINGS = {
    "inside": "the unilateral ones are among the partnered ones",
    "beside": "the unilateral ones come on top of the partnered ones",
    "either": "the unilateral ones may be among the partnered ones or come on top of them",
}
"""How a statement counts unilateral operations."""

SENTENCES = frozenset(
    {*_PLAIN.values(), _ELSEWHERE, *_SLIPS.values(), _HEAVIER, _OTHERS, _CORRECTED, _MODES, _EITHER_WAY}
    | set(READINGS.values())
)
"""Every sentence that is ever asked for; another language has to have them all."""


class Telling:
    """How sentences and names are written. Another language has a class of its own."""

    between = "; "

    def sentence(self, english: str) -> str:
        """One of :data:`SENTENCES` in this language, with the same places for values."""
        return english

    def count(self, value: int | None, cell: Cell) -> str:
        """A number of what a cell counts, as the object of a verb."""
        return str(value)

    def label(self, cell: Cell, beside: Cell | None = None, place: bool = False) -> str:
        """A cell in a list or in brackets, without what it shares with ``beside``."""
        return cell_name(cell, beside, place)

    def about(self, cell: Cell, beside: Cell) -> str:
        """A cell behind "for", without what it shares with ``beside``."""
        return cell_name(cell, beside)


ENGLISH = Telling()


def told(reasons: Iterable[Why], words: Telling = ENGLISH) -> str:
    """Reasons as one sentence."""
    return words.between.join(_told(one, words) for one in reasons)


def arithmetic(total: Sum, words: Telling = ENGLISH, of: Cell | None = None) -> str:
    """A sum as people write it: 30 (Iraq and Syria) − 6 (Syria); ``of`` is the cell that it gives, where its terms are
    to be told from that and not from the first of them."""
    return " ".join(_terms(total, words, of or total.terms[0][1]))


def _terms(total: Sum, words: Telling, common: Cell) -> Iterator[str]:
    for at, (factor, cell, value) in enumerate(total.terms):
        name = words.label(cell, common, place=at == 0)
        yield f"{_factor(factor, at == 0)}{value} ({name})"


def _factor(factor: int, first: bool) -> str:
    sign = "−" if factor < 0 else ("" if first else "+")
    times = f"{abs(factor)}×" if abs(factor) != 1 else ""
    return f"{sign}{'' if first else ' '}{times}"


def _told(one: Why, words: Telling) -> str:
    if isinstance(one, Adding):
        return f"{arithmetic(one.sum, words)} = {one.given}"
    sentence, values = _sentence(one, words)
    return words.sentence(sentence) % values


def _sentence(one: Why, words: Telling) -> tuple[str, Mapping[str, object]]:
    """The English sentence of a reason, and what stands in its places."""
    match one:
        case Others(cell, value, weight, own):
            sentence = _HEAVIER if weight > own else _OTHERS
            return sentence, {"count": words.count(value, cell), "weight": weight, "own": own}
        case Slip(kind, cell, said, instead, other):
            name = "" if other is None else words.about(other, cell)
            return _SLIPS.get(kind, _ELSEWHERE), {"said": said, "instead": instead, "cell": name}
        case Corrected(value):
            return _CORRECTED, {"value": value}
        case Modes(joint, alone, inside):
            ways = _added(joint), _added((*joint, *alone))
            return _MODES, {"sum": ways[not inside], "other": ways[inside]}
        case EitherWay(within, beside):
            return _EITHER_WAY, {"inside": within, "beside": beside}
        case Simply(kind):
            return _PLAIN[kind], {}
    raise AssertionError(one)


def _added(terms: tuple[int, ...]) -> str:
    return f"{' + '.join(map(str, terms))} = {sum(terms)}" if len(terms) > 1 else str(terms[0])
