"""What was counted last, for the parts that the next sentence takes out of it: "Nine of them ..."."""

from __future__ import annotations

from hasila.reading.count import Count


def last_told(counts: list[Count], held: list[Count], carried: Count | None) -> Count | None:
    """The last figure, which knows if a whole sentence since then has counted only what is no figure.

    "They killed 12. The group had attacked 100 ships. Two of these sank": the ships are what the two are of.
    """
    if held:
        return held[-1]
    if carried is not None and counts:
        other = next((count for count in reversed(counts) if _told_of(count)), None)
        if other is not None:
            carried.overtaken = "people" if other.noun is not None and other.noun.kind in _PEOPLE else "things"
    return carried


_PEOPLE = frozenset({"person", "stock", "casualty"})


def _told_of(count: Count) -> bool:
    """Whether several of a kind are counted: no stretch of time, nobody, no part of others."""
    if count.subset or count.partitive or count.bare or (count.low or 0) < 2:
        return False
    return count.unknown_noun or (count.noun is not None and count.noun.value != "time")


def of_what_came_between(count: Count, whole: Count | None, people: bool) -> bool:
    """Whether a part is of what was counted since its would-be whole, and no part of that."""
    since = whole.overtaken if whole is not None else None
    return count.partitive and since is not None and not (people and since == "things")
