"""What the first figures of a report leave out, taken from what it says later of the same event."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors
from hasila.model import (
    Basis,
    Figure,
    Kind,
    Period,
)
from hasila.reading.cast import ISIS, Part
from hasila.reading.company import at_home
from hasila.reading.page import Page
from hasila.reading.protagonists import hunter_of
from hasila.reading.when import Moment
from hasila.reading.where import country
from hasila.text.tokens import BREAK


@dataclass(frozen=True, slots=True)
class Ending:
    """What is known of a report once all of it is read."""

    page: Page
    moments: list[Moment]
    parts: list[Part]
    partners: tuple[str, ...]
    claimant: str | None


def complete(figures: list[Figure], ending: Ending) -> list[Figure]:
    """What the first figures leave out is taken from what the report says later of the same event."""
    happened = _happened(ending.page, ending.moments)
    claims = ending.claimant
    said = next(
        (m.period for m in ending.moments if m.saying and m.period is not None and m.mention.shape == "day"), None
    )
    hunter = hunter_of(ending.parts)
    done = []
    for figure in figures:
        changes: dict[str, object] = {}
        basis: dict[str, Basis] = dict(figure.basis)
        if happened is not None and refines(happened, figure.period):
            changes["period"], basis["period"] = happened, "carried"
        later = _period_of_twin(figure, figures) if figure.period is None and "period" not in changes else None
        if later is not None:
            changes["period"], basis["period"] = later, "carried"
        elif "period" not in changes and figure.period is None and said is not None:
            changes["period"], basis["period"] = said, "inferred"
        if figure.actor is None and figure.target == ISIS and hunter is not None and hunter not in figure.partners:
            changes["actor"], basis["actor"] = hunter, "inferred"
        who = changes.get("actor", figure.actor)
        fitting = at_home(tuple(whom for whom in ending.partners if whom != who), figure.place)
        if fitting and not figure.partners and figure.target == ISIS and figure.mode != "unilateral" and who != ISIS:
            changes["partners"], basis["partners"] = fitting, "carried"
            changes["mode"], basis["mode"] = "partnered", "carried"
        if figure.place is None and who in actors() and actors()[str(who)].home:
            home = actors()[str(who)].home or ""
            changes["place"], basis["place"] = country(home), "inferred"
        if figure.attribution is None and claims is not None:
            changes["attribution"], basis["attribution"] = claims, "carried"
        if changes.get("period") is not None and figure.kind == "event":
            changes["kind"] = _kind(changes["period"])  # type: ignore[arg-type]
        done.append(replace(figure, **changes, basis=basis) if changes else figure)  # type: ignore[arg-type]
    return done


_HAPPEN = markers("happen-verb")


def _kind(period: Period) -> Kind:
    """The kind of a figure that is given its period at the end: of one day or of a stretch."""
    return "period" if period.start is not None and period.start != period.end else "event"


def _happened(page: Page, whens: list[Moment]) -> Period | None:
    """ "الغارات وقعت يوم الاثنين", "the strikes fell between ...": when the event of the report took place."""
    for moment in whens:
        if moment.period is None or moment.saying or moment.mention.shape not in ("day", "range"):
            continue
        floor = next(
            (
                at + 1
                for at in range(moment.start - 1, max(0, moment.start - 10), -1)
                if page.form[at] in (".", BREAK, "؛")
            ),
            max(0, moment.start - 9),
        )
        window = range(max(floor, moment.start - 6), moment.start)
        verb = any(page.form[at].lstrip("و") in _HAPPEN or page.form[at] in _HAPPEN for at in window)
        nouns = [page.noun(at) for at in range(floor, moment.start)]
        counted = any(page.form[at][:1].isdigit() for at in range(floor, moment.start))
        event = any(noun is not None and noun.kind == "event" for noun in nouns)
        if event and (verb or (moment.mention.shape == "range" and not counted)):
            return moment.period
    return None


def refines(happened: Period, period: Period | None) -> bool:
    """Whether the day of the event says more than the period a figure has: nothing yet, or a stretch around it."""
    if period is None:
        return True
    if None in (period.start, period.end, happened.start, happened.end) or not period.basis.startswith("resolved"):
        return False
    inside = period.start <= happened.start and happened.end <= period.end  # type: ignore[operator]
    return inside and period != happened and (period.end - period.start).days <= 31  # type: ignore[operator]


def _period_of_twin(figure: Figure, figures: list[Figure]) -> Period | None:
    """The period of the figure that says the same further down (teasers)."""
    return next(
        (
            o.period
            for o in figures
            if o is not figure and o.period and (o.measure, o.low, o.high) == (figure.measure, figure.low, figure.high)
        ),
        None,
    )
