"""How well two mentions of an event fit, part by part. The points of each part are data: ``links.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from hasila.tally.linking.mentions import Mention, Value

_TELLING = 5


@dataclass(frozen=True, slots=True)
class LinkPart:
    """One reason for or against a link: its name and points in ``links.tsv``, and what it saw."""

    name: str
    points: int
    seen: str


@dataclass(frozen=True, slots=True)
class Link:
    """Whether two mentions are of one event: the sum of the parts against the threshold."""

    parts: tuple[LinkPart, ...]
    score: int
    holds: bool


@cache
def weights() -> dict[str, int]:
    """The points of each part, and the threshold."""
    text = (resources.files("hasila.tally.linking") / "links.tsv").read_text(encoding="utf-8")
    return {line.split("\t")[0]: int(line.split("\t")[1]) for line in text.split("\n")[1:] if line}


def link(one: Mention, other: Mention) -> Link | None:
    """The link of two mentions of one series; None where their days or places exclude it."""
    names = _judge(one, other)
    if names is None:
        return None
    points = weights()
    parts = tuple(LinkPart(name, points[name], _seen(name, one, other)) for name in names)
    score = sum(part.points for part in parts)
    return Link(parts, score, score >= points["threshold"])


def score(one: Mention, other: Mention) -> int | None:
    """The score of :func:`link` without its explanation."""
    names = _judge(one, other)
    if names is None:
        return None
    points = weights()
    return sum(points[name] for name in names)


def _judge(one: Mention, other: Mention) -> list[str] | None:
    place = _place(one, other)
    if place is None:
        return None
    figures = _figures(one, other)
    copies = bool(one.witnesses & other.witnesses) and _documents(one).isdisjoint(_documents(other))
    days = _days(one, other, figures, copies)
    if days is None:
        return None
    names = ["issuer-same" if one.issuers & other.issuers - {None} else "issuer-family", days, place, figures]
    if copies:
        names.append("wording-copy")
    return names


def _documents(mention: Mention) -> set[str]:
    return {claim.document for claim in mention.claims}


def _days(one: Mention, other: Mention, figures: str, copies: bool) -> str | None:
    if one.day is None and other.day is None and (copies or len(one.values & other.values) > 1):
        return "day-none"
    if one.day is None or other.day is None:
        return "day-none" if figures == "corrected" else None
    apart = abs((one.day - other.day).days)
    if apart == 0:
        return "day-same"
    if apart == 1:
        return "day-next-stated" if one.stated and other.stated else "day-next"
    return "day-next" if figures == "corrected" and not (one.stated and other.stated) else None


def _place(one: Mention, other: Mention) -> str | None:
    if one.place is not None and other.place is not None:
        return "place-same" if (one.place, one.scope) == (other.place, other.scope) else None
    if one.scope is None or other.scope is None:
        return "place-unknown"
    if one.scope == other.scope:
        return "place-country" if one.place is other.place else "place-within"
    within = set(one.scope.split("+")) <= set(other.scope.split("+")) and one.place is None
    around = set(other.scope.split("+")) <= set(one.scope.split("+")) and other.place is None
    return "place-country" if (within or around) and one.place is other.place else None


def _figures(one: Mention, other: Mention) -> str:
    if (one.denied & other.values) or (other.denied & one.values):
        return "corrected"
    return counts_alike(one.values, other.values)


def counts_alike(ours: frozenset[Value], theirs: frozenset[Value]) -> str:
    """How far two sets of counts agree: the name of the part."""
    same = ours & theirs
    if len(same) > 1 or any((low or 0) >= _TELLING for _, low, _ in same):
        return "figures-strong"
    if same:
        return "figures-weak"
    shared = {measure for measure, _, _ in ours} & {measure for measure, _, _ in theirs}
    if not shared:
        return "figures-none"
    met = any(a[0] == b[0] and _meet(a, b) for a in ours for b in theirs)
    return "figures-weak" if met else "figures-apart"


def _meet(one: Value, other: Value) -> bool:
    """Whether one number can be both ("at least 9" and 11); a vague count meets none."""
    if one[1:] == (None, None) or other[1:] == (None, None):
        return False
    low = max(one[1] or 0, other[1] or 0)
    return all(high is None or low <= high for high in (one[2], other[2]))


def _seen(name: str, one: Mention, other: Mention) -> str:
    kind = name.partition("-")[0]
    if kind == "day":
        return f"{one.day or 'no day'} and {other.day or 'no day'}"
    if kind == "place":
        return f"{one.place or one.scope or 'nowhere'} and {other.place or other.scope or 'nowhere'}"
    if kind == "issuer":
        return f"{_names(one)} and {_names(other)}"
    if kind == "wording":
        return "copies of one text"
    return f"{seen_counts(one.values)} and {seen_counts(other.values)}"


def _names(mention: Mention) -> str:
    return ", ".join(sorted(name or "the outlet itself" for name in mention.issuers))


def seen_counts(values: frozenset[Value]) -> str:
    """Counts for people to read."""
    return ", ".join(f"{measure} {_count(low, high)}" for measure, low, high in sorted(values, key=repr))


def _count(low: int | None, high: int | None) -> str:
    return str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
