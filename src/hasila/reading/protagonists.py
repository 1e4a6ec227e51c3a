"""Who a report is about, by the first names in it: who issues it, and who hunts ISIS in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain

from hasila.lexicon.markers import markers
from hasila.reading.bodies import actor_of
from hasila.reading.cast import CENTCOM, COALITION, ISIS, TASK_FORCE, Part, cast, side_of
from hasila.reading.letterheads import credit, letterhead
from hasila.reading.page import Page, annotate
from hasila.reading.roles import read_scene
from hasila.reading.scene import accompanies
from hasila.reading.voices import NOT_SUBJECT
from hasila.text.tokens import BREAK
from hasila.values.numbers import number_forms


def hunter_of(leads: Iterable[str], parts: list[Part], page: Page) -> str | None:
    """The first force against ISIS that leads a report, else that it names; one from abroad not if it is only named
    with a number before it: "a gunman who killed two US troops"."""
    named = (part.whom for part in parts if not _counted(page, part))
    fallen = (part.whom for part in parts if side_of(part.whom) != "coalition")
    return next((whom for whom in chain(leads, named, fallen) if _hunts(whom)), None)


def foe_of(parts: list[Part]) -> str | None:
    """The armed group that a report is about: named first, and at least as often as all others together."""
    groups = [part.whom for part in parts if part.cls == "group" and side_of(part.whom) in _FOES]
    return groups[0] if groups and 2 * groups.count(groups[0]) >= len(groups) else None


_FOES = frozenset({"isis", "jihadist"})


def _hunts(whom: str | None) -> bool:
    actor = actor_of(whom)
    return (
        actor is not None
        and actor.kind in ("force", "organisation")
        and actor.side in ("coalition", "sdf", "iraq", "syria")
        and actor.cls in ("forces", "coalition", "command", "service")
        and not (actor.cls == "service" and actor.side == "coalition")  # "US intelligence believes"
        and actor.canonical not in ("Pentagon", TASK_FORCE)
    )


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
    """Whom a headline credits at its end: "Three killed in Homs: CENTCOM", "Strikes hit Kirkuk – CJTF-OIR"; a monitor
    at its head as well: "RIC: sleeper cell report"."""
    parts = cast(title) if title is not None else []
    if title is not None and parts and parts[0].start == 0 and title.form[parts[0].end : parts[0].end + 1] == [":"]:
        return parts[0].whom if side_of(parts[0].whom) == "monitor" else None
    if title is None or not parts or parts[-1].end != len(title.form) or title.before(parts[-1].start) not in _BEHIND:
        return None
    return parts[-1].whom if issues(parts[-1].whom) else None


def issuer_of(page: Page, parts: list[Part], leads: Iterable[str], heads: list[Part]) -> str | None:
    """Who issues the statement of a report that speaks of "the statement" before naming anyone: who is said to, else
    the first that leads the report (:func:`leads_of`), else the first named."""
    named = letterhead(page, parts) or _named_issuer(page, parts) or _of_dateline(page)
    named = named or signed(page, parts) or credit(page, parts)
    if named is not None:
        return named

    def silent(part: Part) -> bool:
        return _counted(page, part) or _fallen(page, part)

    able = chain(leads, (part.whom for part in (*heads, *(part for part in parts if not silent(part)))))
    return next((whom for whom in able if issues(whom)), None)


def signed(page: Page, parts: list[Part]) -> str | None:
    """ "..., our forces arrested 85. SDF Media Center": a statement in the first person is of whoever signs it."""
    if not any(part.own and page.form[part.start] == "our" for part in parts[:_FIRST]):
        return None
    for part in reversed(parts):
        if len(page.form) - part.end > _SIGNATURE:
            return None
        alone = page.line_start(part.start, _FIRST) == part.start
        if alone and issues(part.whom) and BREAK in page.form[part.end : part.end + _OFFICE]:
            return part.whom
    return None


_FIRST, _SIGNATURE, _OFFICE = 8, 20, 4


def _of_dateline(page: Page) -> str | None:
    """ "FOR IMMEDIATE RELEASE. TAMPA, Fla.": a release that names nobody is of the command that sits there."""
    if not is_release(page):
        return None
    head = page.form[:_HEAD]
    return next((whom for place, whom in _SEATS.items() if place in head), None)


_SEATS = {"tampa": CENTCOM, "stuttgart": "US Africa Command"}
_EARLY = 8


def leads_of(title: Page | None, heads: list[Part], page: Page, parts: list[Part]) -> Iterator[str]:
    """Who leads a report that names several bodies, in order: whom the headline is of, then whoever speaks, acts or is
    the subject in its first sentences, which are read as far as they are asked for. Whoever is only named beside
    others leads nothing."""
    if len({part.whom for part in (*heads, *parts) if part.whom and part.whom != ISIS}) < _SEVERAL:
        return
    if title is not None:
        yield from _roles(title, heads, 0, len(title.form))
        yield from (part.whom for part in heads if part.whom and _plain(title, part))
    starts = [part.start for part in parts]
    for start, end in page.sentences[:_EARLY]:
        yield from _roles(page, parts[bisect_left(starts, start) : bisect_left(starts, end)], start, end)


_SEVERAL = 2
_AND = 2


def _roles(page: Page, here: list[Part], start: int, end: int) -> list[str]:
    """Who speaks, is the subject, or acts in a sentence, by name, as the Coalition or with partners, "U.S. and partner
    forces": not "a US raid"."""
    scene = read_scene(page, here, start, end, None)
    counted = {part.start for part in here if _counted(page, part) or _fallen(page, part)}
    subject = [scene.subject[1]] if scene.subject is not None and scene.subject[0] not in counted else []
    named = {part.start for part in here}
    told = [whom for _, whom, _ in scene.claims]
    acting = [whom for at, whom, _ in scene.agents if at in named or whom == COALITION or at + _AND in scene.joint]
    return told + subject + acting


def _counted(page: Page, part: Part) -> bool:
    """ "At least 16 Iraqi police officers were killed": people of a body who are counted issue nothing and
    hunt nobody."""
    near = page.before(part.start)
    return page.form[part.start] < "\u0590" and (near[:1].isdigit() or near in number_forms())


def _fallen(page: Page, part: Part) -> bool:
    """ "مقتل أربعة من الجيش العراقي": some of a body, who issue nothing."""
    for at in (part.start, part.start - 1):  # "أربعة من عناصر الحشد"
        near, noun = page.before(at - 1), page.noun(at - 2)
        people = noun is not None and noun.kind == "person"  # "جنديين من الجيش"
        if page.before(at) == "من" and (people or near[:1].isdigit() or near in number_forms()):
            return True
    return False


def _plain(page: Page, part: Part) -> bool:
    """Whether a name stands for itself: behind no preposition, and no partner of another."""
    if _counted(page, part) or part.mention.prep or page.before(part.start) in NOT_SUBJECT:
        return False
    return not accompanies(page, part, 0)


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
        if issues(part.whom) and _puts_out(page, part):
            return part.whom
        before = page.form[max(0, part.start - 4) : part.start]
        at = next((at for at, form in enumerate(before) if form in _STATEMENT), None)
        if at is None or not issues(part.whom):
            continue
        gap = before[at + 1 :]
        if (not gap and part.mention.prep in ("", "ل")) or (gap and not _ISSUED_BY.isdisjoint(gap[-2:])):
            return part.whom
    return None


def _puts_out(page: Page, part: Part) -> bool:
    """ "أصدرت القيادة المركزية بياناً", "Central Command issued a statement": who puts it out is the subject."""
    after = part.end
    if page.before(part.start) not in _PUTS_OUT:
        if page.form[after : after + 1] == [] or page.form[after] not in _PUTS_OUT:
            return False
        after += 1
    return any(form.removesuffix("ا") in _STATEMENT for form in page.form[after : after + _OBJECT])


_PUTS_OUT = markers("puts-out")
_OBJECT = 2
