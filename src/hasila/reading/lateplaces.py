"""Places of figures that only the whole report settles."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.model import Figure, Place
from hasila.reading.bodies import actor_of
from hasila.reading.heldground import WORLDWIDE
from hasila.reading.late import Late
from hasila.reading.page import Page
from hasila.reading.refinement import Days, days_of
from hasila.reading.spots import BOTH, EACH, country, in_each

_ASAYISH = "Asayish"


def report_place(figures: list[Figure], named: Place | None) -> Place | None:
    """Where a report is about: the place it names first, but both countries if it counts operations in each."""
    told = [f.place for f in figures if f.measure == "operations" and f.basis.get("place") in ("stated", "inferred")]
    return BOTH if in_each(told) else _land_of(figures, named)


def _land_of(figures: list[Figure], named: Place | None) -> Place | None:
    """ "20 killed in two attacks. 16 in Homs; four in Bukamal": what has no place of its own is of all of these; and
    "Eleven attacks were recorded, four of them in Raqqa"."""
    sites = {f.place.name: f.place for f in figures if f.place is not None and f.basis.get("place") == "stated"}
    scopes = {site.scope for site in sites.values()}
    if named is None or named.name not in sites:
        return named
    apart = len(sites) > 1 and len(scopes) == 1
    parts = all(f.subset for f in figures if f.place is not None and f.place.name == named.name)
    scope = named.scope if apart or parts else None
    return country(scope) if scope in EACH else named


def only_land(page: Page) -> Place | None:
    """The one country of the mission that a report names by its own name or an adjective, where it names no place in
    the other."""
    places = [m.name for m in page.names if m.kind == "place"]
    named = {name.entity.scope for name in places if name.cls == "country"}
    lands = {code for code, forms in _ADJECTIVES.items() if code in named or page.where(forms)}
    alone = len(lands) == 1 and not {name.entity.scope for name in places} & (EACH - lands)
    return country(lands.pop()) if alone else None


_ADJECTIVES = {"IQ": markers("iraqi"), "SY": markers("syrian")}


def late_place(late: Late, report: Place | None, land: Place | None, tallies: frozenset[Days]) -> None:
    if land is not None and _AREA in late.figure.trail:
        late.set("place", land, "inferred", "only-country-named")
    if late.figure.place is not None or WORLDWIDE in late.figure.trail:
        return
    home, spoken = _home(late.value("actor")), _home(late.value("attribution"))
    if late.value("actor") == _ASAYISH and report is not None and report.scope in EACH:
        home = None  # there are Asayish in the Kurdistan Region as well
    if home:
        late.set("place", country(home), "inferred", "home-of-actor")
    elif _of_whole_campaign(late, report):
        late.set("place", BOTH, "inferred", "area-of-coalition")
    elif report is not None:
        late.set("place", _of_months(late, report, tallies), "inferred", "place-of-report")
    elif spoken:
        late.set("place", country(spoken), "inferred", "home-of-claimant")


_AREA = "place:area-of-coalition"


def _of_months(late: Late, report: Place, tallies: frozenset[Days]) -> Place:
    """ "In February the cells carried out 26 attacks. ... A campaign in al-Hol ended": a tally of months is of the
    country, though a town is the first place that is named after it."""
    of_many = report.scope in EACH and (_of_month(late) or days_of(late.value("period")) in tallies)
    return country(report.scope) if of_many and report.scope is not None else report


def _of_month(late: Late) -> bool:
    period = late.value("period")
    known = period is not None and period.start is not None and period.end is not None
    return known and (period.end - period.start).days >= _MONTH


_MONTH = 27


def _of_whole_campaign(late: Late, report: Place | None) -> bool:
    """ "From August 2014 through March, the Coalition conducted 20,205 strikes", and then of one near Mosul."""
    period, site = late.value("period"), report is not None and report.scope in EACH
    if not site or late.value("actor") != "Global Coalition" or period is None or None in (period.start, period.end):
        return False
    return bool((period.end - period.start).days > _YEAR_LONG)


_YEAR_LONG = 366


def _home(whom: str | None) -> str | None:
    """The country that an actor works in."""
    actor = actor_of(whom)
    return actor.home if actor is not None else None
