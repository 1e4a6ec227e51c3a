"""Which outlets say something: by name as far as a sentence holds them, and whether they copied one another."""

from __future__ import annotations

from collections.abc import Sequence

from hasila.brief.desk import Desk
from hasila.tally.claim import Claim, Source
from hasila.values.render import Noun, count_ar, spell_en

_NAMED = 4


def outlets(desk: Desk, claims: Sequence[Claim], *, copied: bool = True) -> str:
    """ "Enab Baladi and Levant, one of which copied the other"; beyond four, how many they are.

    ``copied=False`` leaves out that they copied one another.
    """
    sources = desk.board.sources(claims)
    names = list(dict.fromkeys(_name(desk, source) for source in sources))
    text = desk.language.join(names) if len(names) <= _NAMED else _number(desk, len(names))
    if copied and len(names) > 1 and len({claim.witness for claim in claims}) == 1:
        text += desk.language.pattern("outlets.copied_two" if len(names) == 2 else "outlets.copied")
    return text


def _name(desk: Desk, source: Source) -> str:
    """The outlet, by its name in the language of the brief where the lexicon knows it."""
    return desk.language.outlet(source.outlet) if source.outlet else source.id


def _number(desk: Desk, n: int) -> str:
    if desk.language.lang == "en":
        return f"{spell_en(n) if n < 11 else n} outlets"
    return count_ar(n, Noun("مصدر", "مصادر", "m"), "gen", digits=n > 10)
