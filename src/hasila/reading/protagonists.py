"""Who a report is about, by the first names in it: who issues it, and who hunts ISIS in it."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.bodies import actor_of
from hasila.reading.cast import Part, cast
from hasila.reading.page import Page, annotate
from hasila.reading.roles import read_scene
from hasila.reading.scene import accompanies
from hasila.reading.voices import NOT_SUBJECT


def hunter_of(parts: list[Part]) -> str | None:
    """The first force against ISIS that a report names."""
    for part in parts:
        actor = actor_of(part.whom)
        if (
            actor is not None
            and actor.kind in ("force", "organisation")
            and actor.side in ("coalition", "sdf", "iraq", "syria")
            and actor.cls in ("forces", "coalition", "command", "service")
            and actor.canonical not in ("Pentagon", "CJTF-OIR")
        ):
            return actor.canonical
    return None


_LEAD = 60
_STATEMENT = markers("release-word")
_ISSUED_BY = markers("issued-by")


def is_release(page: Page) -> bool:
    """ "FOR IMMEDIATE RELEASE", "بيان صحفي": the page says at its head that it is a statement."""
    return not _STATEMENT.isdisjoint(page.form[:_HEAD])


_HEAD = 30


def issues(whom: str | None) -> bool:
    """Whether an actor is one that issues statements: a force or a command, not an unnamed source."""
    actor = actor_of(whom)
    return (
        actor is not None
        and actor.issuer
        and actor.side not in ("isis", "media")
        and actor.cls
        in (
            "command",
            "coalition",
            "ministry",
            "observatory",
            "service",
            "forces",
            "media cell",
            "organisation",
            "network",
        )
    )


_BEHIND = frozenset({":", "-", "–", "—", "|"})


def credited(title: Page | None) -> str | None:
    """Whom a headline credits at its end: "Three killed in Homs: CENTCOM", "Strikes hit Kirkuk – CJTF-OIR"."""
    parts = cast(title) if title is not None else []
    if title is None or not parts or parts[-1].end != len(title.form) or title.before(parts[-1].start) not in _BEHIND:
        return None
    return parts[-1].whom if issues(parts[-1].whom) else None


def issuer_of(title: Page | None, page: Page, parts: list[Part]) -> str | None:
    """Who issues the statement of a report that speaks of "the statement" before naming anyone."""
    named = _named_issuer(page, parts)
    if named is not None:
        return named
    heads = cast(title) if title is not None else []
    able = [part.whom for part in (*heads, *parts) if part.whom and issues(part.whom)]
    if len(set(able[:_FIRST])) < 2:
        return able[0] if able else None
    return _by_role(title, heads, page, parts) or able[0]


_FIRST = 12
_EARLY = 8


def _by_role(title: Page | None, heads: list[Part], page: Page, parts: list[Part]) -> str | None:
    """Of several bodies the one that the headline is of, else that speaks, acts or is the subject first in the report;
    whoever is only named beside others issues nothing."""
    found: list[str] = _roles(title, heads, 0, len(title.form)) if title is not None else []
    found += [part.whom for part in heads if part.whom and title is not None and _plain(title, part)]
    for start, end in page.sentences[:_EARLY]:
        found += _roles(page, [part for part in parts if start <= part.start < end], start, end)
    return next((whom for whom in found if issues(whom)), None)


def _roles(page: Page, here: list[Part], start: int, end: int) -> list[str]:
    """Who speaks, is the subject, or acts in a sentence."""
    scene = read_scene(page, here, start, end, None)
    subject = [scene.subject] if scene.subject is not None else []
    rows: list[tuple[object, ...]] = [*scene.claims, *subject, *scene.agents]
    return [str(row[1]) for row in rows]


def _plain(page: Page, part: Part) -> bool:
    """Whether a name stands for itself: behind no preposition, and no partner of another."""
    return not part.mention.prep and page.before(part.start) not in NOT_SUBJECT and not accompanies(page, part, 0)


def publisher(outlet: str | None) -> str | None:
    """The command or force that puts out a document itself: the outlet is "CENTCOM", "القيادة المركزية الأميركية"."""
    page = annotate(outlet) if outlet else None
    parts = cast(page) if page is not None else []
    if page is None or len(parts) != 1 or (parts[0].start, parts[0].end) != (0, len(page.form)):
        return None
    return parts[0].whom if issues(parts[0].whom) else None


def _named_issuer(page: Page, parts: list[Part]) -> str | None:
    """ "بحسب بيان صادر عن القيادة المركزية", "in a statement from CENTCOM": who issues it, said beside the word."""
    for part in parts:
        if part.start > _LEAD:
            return None
        before = page.form[max(0, part.start - 4) : part.start]
        at = next((at for at, form in enumerate(before) if form in _STATEMENT), None)
        if at is None or not issues(part.whom):
            continue
        gap = before[at + 1 :]
        if (not gap and part.mention.prep in ("", "ل")) or (gap and not _ISSUED_BY.isdisjoint(gap[-2:])):
            return part.whom
    return None
