"""What one sentence says of its actors: who says it, who did it, with whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from hasila.lexicon.markers import markers
from hasila.reading.cast import Part
from hasila.reading.governors import QUOTES
from hasila.reading.page import Page


@dataclass(slots=True)
class Scene:
    """What one sentence says of its actors, with token positions."""

    claims: list[tuple[int, str, bool]] = field(default_factory=list)
    agents: list[tuple[int, str, bool]] = field(default_factory=list)
    partners: list[tuple[int, str]] = field(default_factory=list)
    joint: list[int] = field(default_factory=list)
    speaks: bool = False
    stranger: bool = False
    outsiders: list[int] = field(default_factory=list)
    after_outsider: bool = False
    subject: tuple[int, str] | None = None


_STRUCK = markers("struck-verb")
_STRIKES = markers("strikes-now")


def struck(page: Page, part: Part, start: int) -> bool:
    """ "استهدف مسلحون القوات العراقية", "gunmen attacked Iraqi forces": a name behind the subject and its verb."""
    at = part.start - 1
    if at > start and page.form[at] == "the":
        at -= 1
    if at <= start or part.mention.prep or part.mention.conj:
        return False
    if page.form[at] < "\u0590":
        if struck_now(page, at):
            return True
        return page.form[at] in _STRUCK and (page.noun(at - 1) is not None or at - 1 in page.inside)
    noun = page.noun(at)
    if noun is None or noun.kind != "person" or page.lex[at].prep:
        return False
    subject = page.form[at].endswith("ون") or (noun.value == "militant" and noun.number == "one")
    return subject and any(page.cue(k, "verb") or page.trigger(k) is not None for k in range(max(start, at - 2), at))


def struck_now(page: Page, at: int) -> bool:
    """ "ISIS attacks Iraqi army base, kills 11", "militants ambush patrol": in a headline the verb stands behind who
    strikes."""
    if page.form[at] not in _STRIKES or at < 1 or len(page.sentences) > 1 or page.form[-1] == ".":
        return False
    noun, held = page.noun(at - 1), page.inside.get(at - 1)
    men = noun is not None and noun.kind == "person" and noun.number == "many"
    return men or page.form[at - 1] == "us" or (held is not None and held.kind in ("actor", "place"))


def accompanies(page: Page, part: Part, start: int) -> bool:
    """ "بدعم من التحالف", "with the SDF": named as a partner, not as who acts."""
    if beside_subject(page, part):
        return True
    if "with" not in page.cues:
        return False
    head = full_name(page, part.start, start)
    near = page.cued_at("with", max(start, head - 3), head)
    return bool(near) and not all(page.lex[back].article for back in near)


def beside_subject(page: Page, part: Part) -> bool:
    """ "اعتقلت هي وقوى الأمن الداخلي": the verb has a subject, told before, which the name only joins."""
    return part.mention.conj == "و" and part.start > 0 and page.form[part.start - 1] in _SUBJECT_AGAIN


_SUBJECT_AGAIN = markers("subject-again")


def full_name(page: Page, at: int, start: int) -> int:
    """Where the full name begins whose short form in quotation marks or brackets stands at a token: قوات ... (قسد)."""
    back = at - 1
    while back > start and page.form[back] in QUOTES:
        back -= 1
    name = page.inside.get(back) if back < at - 1 else None
    return max(name.start, start) if name is not None and name.kind == "actor" else at
