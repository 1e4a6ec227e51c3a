"""How far people agree beyond what chance alone would give: 1 is always, 0 as often as by chance.

What they say is nominal: two answers are the same or they aren't.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable


def cohen_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two people who looked at the same things; None where chance alone would make them agree.

    The worked example of the article on Cohen's kappa in the English Wikipedia: of fifty proposals two readers want
    twenty and refuse fifteen alike, and each wants some that the other refuses.

    >>> counted = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    >>> round(cohen_kappa([pair for pair, count in counted.items() for _ in range(count)]), 2)
    0.4
    """
    held = list(pairs)
    if not held:
        return None
    first, second = Counter(one for one, _ in held), Counter(other for _, other in held)
    alike = sum(one == other for one, other in held) / len(held)
    chance = sum(count * second[label] for label, count in first.items()) / len(held) ** 2
    return None if chance == 1 else (alike - chance) / (1 - chance)


def krippendorff_alpha(units: Iterable[Collection[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal data of any number of people, of whom some have not looked at everything.

    A unit is what people said of one thing; those of whom fewer than two said something count for nothing. None where
    nobody ever said anything else.

    The worked example of K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), section C: four people,
    twelve things; a point is where somebody has not looked.

    >>> people = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    >>> round(krippendorff_alpha([[one for one in unit if one != "."] for unit in zip(*people)]), 3)
    0.743
    """
    seen = Counter[Hashable]()
    apart, values = 0.0, 0
    for unit in units:
        said = Counter(unit)
        count = said.total()
        if count < 2:
            continue
        values += count
        seen.update(said)
        apart += (count**2 - sum(one**2 for one in said.values())) / (count - 1)
    expected = values**2 - sum(count**2 for count in seen.values())
    return None if expected == 0 else 1 - (values - 1) * apart / expected
