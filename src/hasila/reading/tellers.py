"""Who tells the figures of a report: whoever told figures holds on, others are heard for their line only."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.accords import OWNING_UP
from hasila.reading.bodies import actor_of
from hasila.reading.cast import ISIS, side_of
from hasila.reading.count import Count
from hasila.reading.governors import COMMA
from hasila.reading.page import Page
from hasila.reading.protagonists import issues
from hasila.reading.thread import Thread
from hasila.reading.voices import aside_forms

_CONTRAST = markers("contrast")
_ESTIMATES = markers("estimates")
_BESIDE = 2


def lasting(page: Page, claims: list[tuple[int, str, bool]], held: list[Count]) -> list[tuple[int, str, bool]]:
    """The claims of a sentence but those told in passing: "after the ministry's announcement"; and "بينما تتحدث
    الجماعة عن", which only sets another's words against the figures told before."""
    masdars = page.cued.get("masdar") if claims else None
    kept = [claim for claim in claims if claim[0] not in masdars] if masdars else claims
    if not held or len(kept) < 2 or kept[0][0] > held[-1].end:
        return kept
    kept = [claim for claim in kept if not owns_up(page, claim)] or kept
    first = kept[0][0]
    beside = {at for at, _, _ in kept if at > first and page.has(_CONTRAST, at - _BESIDE, at)}
    return [claim for claim in kept if claim[0] not in beside]


def told_by(page: Page, at: int, count: Count) -> bool:
    """Whether a claim covers a count behind it: "تبنى التنظيم 36 منها، وقُتل في الهجمات 174" owns up to the 36 only,
    unless it goes on to say so: "تبنى هجومين، زاعماً مقتل سبعة"."""
    apart = page.form[at] in OWNING_UP and page.has(COMMA, at, count.start)
    return not apart or page.has(aside_forms(), at, count.start)


def owns_up(page: Page, claim: tuple[int, str, bool]) -> bool:
    """ "من جانبه تبنى التنظيم 45 هجوما": holds for its line only where another tells the report."""
    return page.form[claim[0]] in OWNING_UP


def hear(page: Page, thread: Thread, claims: list[tuple[int, str, bool]], told: bool, issuer: str | None) -> None:
    """What the claims of a sentence leave to those after it; ``told``: it holds figures."""
    thread.fresh = thread.fresh and not claims
    holds = told or not (thread.told or thread.started) or not issues(thread.claimant)
    aside = bool(claims) and thread.claimant not in (None, ISIS) and all(owns_up(page, claim) for claim in claims)
    nameless = issues(thread.claimant) and thread.told
    kept = False
    for at, whom, accord in claims:
        if page.form[at] in _ESTIMATES and nameless and whom != thread.claimant:
            continue  # "Airwars puts the toll at 1,500. On Tuesday 22 strikes were flown, according to the summary"
        passing = aside or (whom == ISIS and not told and thread.started) or (nameless and _nameless(whom))
        thread.source = whom if _nameless(whom) else thread.source
        if holds and not passing:
            kept = True
            thread.claimant = whom
            thread.stater = (thread.stater or whom) if accord else whom
        else:
            thread.line_claimant = whom
            thread.line_stater = (thread.line_stater or whom) if accord else whom
        if whom != ISIS:
            if told and issues(whom):
                thread.first_told = thread.first_told or whom
            thread.first_claim = thread.first_claim or whom
    if told and kept:
        thread.line_claimant = thread.line_stater = None
    if issuer is not None:
        thread.claimant = thread.stater = issuer
    thread.told = thread.told or (told and thread.claimant is not None)


def _nameless(whom: str) -> bool:
    """ "Military officials said": people without a name speak for their line, where a body told of the rest."""
    actor = actor_of(whom)
    return actor is not None and actor.kind == "source" and actor.side in ("other", "")


def own_teller(thread: Thread, actor: str | None, carried: str | None) -> str | None:
    """ "The command said ... The SDF said that it caught five.\n In Iraq, the command's forces killed six": of its own
    deeds the body that first told the report tells again, in a line in which nobody speaks."""
    again = thread.fresh and actor is not None and actor == thread.first_told
    return actor if again and carried not in (None, ISIS) and side_of(carried) != side_of(actor) else None


def last_teller(thread: Thread) -> str | None:
    """Who tells of what nobody is said to tell. "وتبنى التنظيم الهجوم": a group that only owns up to an attack tells
    none of its figures."""
    return thread.claimant if thread.line_claimant == ISIS else thread.line_claimant or thread.claimant
