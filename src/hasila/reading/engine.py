"""Document -> Reading: the passes in their order."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from hasila.lexicon.names import actors
from hasila.model import (
    Basis,
    Document,
    Field,
    Figure,
    Kind,
    Lang,
    Measure,
    Period,
    Place,
    Qualifier,
    Quote,
    Reading,
    Span,
)
from hasila.reading.background import background
from hasila.reading.binding import bind
from hasila.reading.cast import ISIS, Part, cast, side_of
from hasila.reading.confidence import confidence
from hasila.reading.counts import Count, find_counts
from hasila.reading.domain import blocked, is_relevant
from hasila.reading.page import Page, annotate
from hasila.reading.quotes import read_all
from hasila.reading.roles import Scene, read_scene
from hasila.reading.slots import PEOPLE, Setting, Slots, at_home, fill
from hasila.reading.thread import Thread
from hasila.reading.when import Moment, moments
from hasila.reading.where import Spot, located, spots, usable
from hasila.text.tokens import BREAK

_ARABIC = re.compile("[\u0600-\u06ff]+")
_LATIN = re.compile("[A-Za-z]+")
_CUMULATIVE = frozenset({"since", "until"})


def read(document: Document) -> Reading:
    """Read one document. Never raises on any text; offsets are into ``document.title`` and ``document.text``."""
    body = annotate(document.text)
    title = annotate(document.title) if document.title else None
    lang = document.lang or language(document.text)
    relevant = is_relevant(title, body)
    reader = Reader(document, relevant, title, body)
    figures, quotes = reader.body()
    heads = reader.headline(figures) if title is not None else []
    facts, assessments, efforts = background(body, reader.parts, quotes)
    return Reading(
        document,
        lang,
        relevant,
        (*heads, *figures),
        tuple(quotes),
        facts,
        assessments,
        efforts,
        tuple(document.notes) + reader.notes(),
    )


def language(text: str) -> Lang:
    """ "ar", "en" or "mixed" by the share of Arabic among the letters of the first 4,000 characters."""
    sample = text[:4000]
    arabic = sum(map(len, _ARABIC.findall(sample)))
    latin = sum(map(len, _LATIN.findall(sample)))
    if arabic and latin and 0.2 < arabic / (arabic + latin) < 0.8:
        return "mixed"
    return "ar" if arabic >= latin else "en"


class Reader:
    """Reads one document, sentence by sentence, handing a :class:`Thread` on."""

    def __init__(self, document: Document, relevant: bool, title: Page | None, body: Page) -> None:
        self.document = document
        self.relevant = relevant
        self.title = title
        self.page = body
        self.parts = cast(body)
        self.part_starts = [part.start for part in self.parts]
        self.moments = moments(body, document.published)
        self.blocked = blocked(title, body)
        both = "IQ+SY" if relevant else None
        self.spots = spots(body, both)
        self.spot_starts = [spot.start for spot in self.spots]
        self.moment_starts = [moment.start for moment in self.moments]
        sides = [side_of(part.whom) for part in self.parts]
        self.against_isis = relevant or (sides.count("isis") >= 2 and "jihadist" not in sides)
        self.civilians = (
            sum(word is not None and word.noun is not None and word.noun.value == "civilian" for word in body.word) >= 2
        )
        self.thread = Thread()
        self.issuer = _issuer(title, self.parts)
        if title is not None:
            heads = [
                spot.place
                for spot in spots(title, both)
                if "+" in (spot.place.scope or "") or _with_preposition(title, spot)
            ]
            self.thread.titled = bool(heads)
            self.thread.place = self.thread.main_place = heads[0] if heads else None
            self.thread.period = next(
                (
                    m.period
                    for m in moments(title, document.published)
                    if m.mention.is_period and not m.saying and m.period
                ),
                None,
            )
        self.partners: tuple[str, ...] = ()
        self.released = any(part.cls == "statement" and part.start < 40 for part in self.parts[:4])

    def _parts(self, start: int, end: int) -> list[Part]:
        return self.parts[bisect_left(self.part_starts, start) : bisect_left(self.part_starts, end)]

    def _spots(self, start: int, end: int) -> list[Spot]:
        return self.spots[bisect_left(self.spot_starts, start) : bisect_left(self.spot_starts, end)]

    def _moments(self, start: int, end: int) -> list[Moment]:
        return self.moments[bisect_left(self.moment_starts, start) : bisect_left(self.moment_starts, end)]

    def notes(self) -> tuple[str, ...]:
        return tuple(note for date in self.page.dates for note in date.notes)

    def body(self) -> tuple[list[Figure], list[Quote]]:
        figures: list[Figure] = []
        carried: Count | None = None
        for start, end in self.page.sentences:
            counts = find_counts(self.page, start, end)
            bind(self.page, counts, start, end, carried)
            held = [count for count in counts if count.measure and not count.dead and not self.blocked(count)]
            self._new_line(start)
            scene = read_scene(self.page, self._parts(start, end), start, end, self.thread.stater or self.issuer)
            figures.extend(self._figures(held, counts, scene, start, end))
            self._hand_on(scene, held, start, end)
            carried = held[-1] if held else carried
        return self._complete(figures), read_all(self.title, self.page, self.parts, self.issuer)

    def _new_line(self, start: int) -> None:
        """Places and days named without a figure hold for the rest of their line only."""
        if start and self.page.form[start - 1] == BREAK:
            self.thread.line_place = self.thread.line_period = self.thread.line_actor = None
            main = self.thread.main_place
            if main is not None and main.scope == "IQ+SY" and self.thread.covered >= {"IQ", "SY"}:
                self.thread.place = main
                self.thread.covered = set()

    def _complete(self, figures: list[Figure]) -> list[Figure]:
        """What the first figures leave out is taken from what the report says later of the same event."""
        happened = _happened(self.page, self.moments)
        claims = (self.issuer if self.released else self.thread.first_claim) or self.issuer
        said = next(
            (m.period for m in self.moments if m.saying and m.period is not None and m.mention.shape == "day"), None
        )
        hunter = _hunter(self.parts)
        done = []
        for figure in figures:
            changes: dict[str, object] = {}
            basis: dict[str, Basis] = dict(figure.basis)
            if happened is not None and _refines(happened, figure.period):
                changes["period"], basis["period"] = happened, "carried"
            later = _period_of_twin(figure, figures) if figure.period is None and "period" not in changes else None
            if later is not None:
                changes["period"], basis["period"] = later, "carried"
            elif "period" not in changes and figure.period is None and said is not None:
                changes["period"], basis["period"] = said, "inferred"
            if figure.actor is None and figure.target == ISIS and hunter is not None:
                changes["actor"], basis["actor"] = hunter, "inferred"
            who = changes.get("actor", figure.actor)
            fitting = at_home(tuple(whom for whom in self.partners if whom != who), figure.place)
            if (
                fitting
                and not figure.partners
                and figure.target == ISIS
                and figure.mode != "unilateral"
                and who != ISIS
            ):
                changes["partners"], basis["partners"] = fitting, "carried"
                changes["mode"], basis["mode"] = "partnered", "carried"
            if figure.place is None and who in actors() and actors()[str(who)].home:
                home = actors()[str(who)].home or ""
                changes["place"], basis["place"] = Place(home, home, home), "inferred"
            if figure.attribution is None and claims is not None:
                changes["attribution"], basis["attribution"] = claims, "carried"
            done.append(replace(figure, **changes, basis=basis) if changes else figure)  # type: ignore[arg-type]
        return done

    def _figures(self, held: list[Count], counts: list[Count], scene: Scene, start: int, end: int) -> list[Figure]:
        if not held:
            return []
        here = self._moments(start, end)
        setting = Setting(
            self.page,
            self._parts(start, end),
            scene,
            self._spots(start, end),
            here,
            counts,
            start,
            end,
            self.relevant,
            next((m.period for m in here if m.mention.is_period and not m.saying and m.period), None),
            self.against_isis,
            self.civilians,
        )
        figures = []
        for count in held:
            slots = fill(count, setting, self.thread)
            if count.subset and figures:
                _of_whole(slots, figures[-1])
            figures.append(as_figure(self.page, "text", count, slots, here))
            self._learn(count, slots)
        return figures

    def _learn(self, count: Count, slots: Slots) -> None:
        thread = self.thread
        thread.started = True
        one_day = slots.period is not None and slots.period.start == slots.period.end
        aside = slots.actor == ISIS and thread.hunter is not None and count.measure in PEOPLE and one_day
        if aside and slots.basis.get("period") in ("stated", "resolved"):
            thread.line_period = slots.period
        elif slots.basis.get("period") in ("stated", "resolved"):
            thread.period = slots.period
            thread.main_period = thread.main_period or slots.period
        key = (count.measure or "", count.low, count.high)
        if key not in thread.seen or slots.basis.get("place") == "stated":
            thread.seen[key] = (slots.place, slots.period)
        near = slots.place is not None and (not self.relevant or slots.place.scope in (None, "IQ", "SY", "IQ+SY"))
        if near and aside and slots.basis.get("place") == "stated":
            thread.line_place = slots.place
        elif near and slots.basis.get("place") == "stated":
            thread.covered.add(slots.place.scope or "")  # type: ignore[union-attr]
            if thread.titled or thread.main_place is None:
                thread.main_place, thread.titled = slots.place, False
            thread.place = slots.place
            thread.main_place = thread.main_place or slots.place
        if slots.basis.get("actor") in ("stated", "inferred"):
            thread.actor = slots.actor
            if slots.actor == ISIS:
                thread.attacker = ISIS
            elif slots.target == ISIS:
                thread.hunter = slots.actor
        if count.measure in PEOPLE:
            thread.last_target = slots.target
        if slots.victim == "security" and slots.actor == ISIS:
            thread.harmed = True
        elif slots.target == ISIS:
            thread.harmed = False
        if count.measure not in PEOPLE and slots.actor is not None and slots.mode != "unilateral":
            thread.op_actor = slots.actor
        if slots.basis.get("mode") == "stated" or count.measure not in PEOPLE:
            thread.mode, thread.partners, thread.age = slots.mode, slots.partners, 0

    def _hand_on(self, scene: Scene, held: list[Count], start: int, end: int) -> None:
        thread = self.thread
        for _, whom, accord in scene.claims:
            thread.claimant = whom
            thread.stater = thread.stater if accord else whom
            if whom != ISIS:
                thread.first_claim = thread.first_claim or whom
        if self.released and self.issuer:
            thread.claimant = thread.stater = self.issuer
        if any(whom == ISIS for _, whom, _ in scene.agents):
            thread.attacker = ISIS
        if not held:
            self._surroundings(scene, start, end)
        thread.age += 1
        here = self._spots(start, end)
        if not held and here and end - start <= 8:
            columns = [
                spot.place
                for spot in here
                if (spot.country and self.page.form[min(spot.end, end - 1)] == ":") or spot.end == end
            ]
            thread.columns = columns if len(columns) > 1 else []
            if len(here) == 1 and here[0].country:
                thread.place = here[0].place
        elif held and thread.columns and len([c for c in held]) % len(thread.columns):
            thread.columns = []

    def _surroundings(self, scene: Scene, start: int, end: int) -> None:
        """What a sentence without figures says of place, day and partners."""
        thread = self.thread
        if self.page.form[start] in _FURNITURE:
            return
        self._later_partners(scene, start, end)
        places = [
            spot.place
            for spot in self._spots(start, end)
            if located(self.page, spot) and usable(self.page, spot, self.relevant)
        ]
        days = [m.period for m in self._moments(start, end) if not m.saying and m.period is not None]
        lead = not thread.started
        if places:
            located_spots = [
                spot
                for spot in self._spots(start, end)
                if located(self.page, spot) and usable(self.page, spot, self.relevant)
            ]
            finest = next((spot for spot in located_spots if not spot.country), located_spots[0])
            held_place = thread.place
            coarser = (
                finest.country
                and held_place is not None
                and "+" not in (finest.place.scope or "")
                and held_place.scope == finest.place.scope
            )
            if not coarser:
                thread.line_place = finest.place
            if lead and (thread.place is None or thread.titled or not finest.country):
                thread.place = thread.main_place = finest.place
                thread.titled = False
            elif not finest.country and any(self.page.trigger(at) is not None for at in range(start, end)):
                thread.place = finest.place
        if places and scene.speaks and places[0].scope == "IQ+SY":
            thread.place = places[0]
        stretches = [
            m.period for m in self._moments(start, end) if not m.saying and m.period is not None and m.mention.is_period
        ]
        if days:
            thread.line_period = (stretches or days)[0]
            if lead and (thread.period is None or (stretches and thread.period.start == thread.period.end)):
                thread.period = (stretches or days)[0]
        if lead and scene.partners:
            thread.mode, thread.partners, thread.age = (
                "partnered",
                tuple(sorted({whom for _, whom in scene.partners})),
                0,
            )
        friendly = [whom for _, whom, _ in scene.agents if whom != ISIS]
        if friendly:
            thread.line_actor = friendly[0]
        if lead and scene.agents and thread.hunter is None and scene.agents[0][1] != ISIS:
            thread.hunter = scene.agents[0][1]

    def _later_partners(self, scene: Scene, start: int, end: int) -> None:
        """ "جرت العمليات مع قسد والبيشمركة": partners of the operations counted before."""
        events = any(
            (noun := self.page.noun(at)) is not None and noun.kind == "event" and noun.number == "many"
            for at in range(start, end)
        )
        if scene.partners and (events or scene.joint):
            self.partners = tuple(sorted({whom for _, whom in scene.partners if whom != ISIS}))

    # --- the headline takes from the body what it leaves out -----------------------------------------------------

    def headline(self, figures: list[Figure]) -> list[Figure]:
        """The figures of the title, with what they leave out taken from the figure of the body that they repeat."""
        page = self.title
        if page is None:
            return []
        parts = cast(page)
        whens = moments(page, self.document.published)
        places = spots(page, "IQ+SY" if self.relevant else None)
        found: list[Figure] = []
        thread = Thread()
        carried: Count | None = None
        for start, end in page.sentences:
            counts = find_counts(page, start, end)
            bind(page, counts, start, end, carried)
            held = [count for count in counts if count.measure and not count.dead and not self.blocked(count)]
            carried = held[-1] if held else carried
            scene = read_scene(page, parts, start, end, thread.claimant)
            here = [moment for moment in whens if start <= moment.start < end]
            setting = Setting(
                page,
                parts,
                scene,
                [s for s in places if start <= s.start < end],
                here,
                counts,
                start,
                end,
                self.relevant,
                None,
                self.against_isis,
                self.civilians,
            )
            for count in held:
                slots = fill(count, setting, thread)
                figure = as_figure(page, "title", count, slots, here)
                found.append(_completed(figure, figures))
        return found


def _of_whole(slots: Slots, whole: Figure) -> None:
    """A part shares what is said of its whole: partners and mode, and of people caught also who they are."""
    if slots.mode is None:
        slots.set("mode", whole.mode, "carried", "mode-of-whole")
    if not slots.partners and whole.partners:
        slots.set("partners", whole.partners, "carried", "partners-of-whole")
    if whole.measure in ("detained", "surrendered") and whole.target is not None:
        slots.set("target", whole.target, "carried", "target-of-whole")


_FURNITURE = frozenset({"read", "related", "watch", "see", "اقرا", "شاهد", "ايضا", "more"})
_HAPPEN = frozenset({"وقعت", "وقع", "جرت", "جري", "حدثت", "حدث", "نفذت", "occurred", "fell", "place", "happened"})


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


def _refines(happened: Period, period: Period | None) -> bool:
    """Whether the day of the event says more than the period a figure has: nothing yet, or a stretch around it."""
    if period is None:
        return True
    if None in (period.start, period.end, happened.start, happened.end) or not period.basis.startswith("resolved"):
        return False
    inside = period.start <= happened.start and happened.end <= period.end  # type: ignore[operator]
    return inside and period != happened and (period.end - period.start).days <= 31  # type: ignore[operator]


def _with_preposition(page: Page, spot: Spot) -> bool:
    """In a title a country without a preposition acts: "العراق يقتل"."""
    if not spot.country:
        return located(page, spot)
    mention = page.name_at.get(spot.start)
    back = page.form[spot.start - 1] if spot.start else ""
    return (mention is not None and mention.prep == "ب") or back in (
        "في",
        "in",
        "across",
        "ب",
        "وسط",
        "شرق",
        "شمال",
        "غرب",
        "جنوب",
        "داخل",
    )


def _hunter(parts: list[Part]) -> str | None:
    """The first force against ISIS that a report names."""
    for part in parts:
        actor = actors().get(part.whom or "")
        if (
            actor is not None
            and actor.kind in ("force", "organisation")
            and actor.side in ("coalition", "sdf", "iraq", "syria")
            and actor.cls in ("forces", "coalition", "command", "service")
            and actor.canonical not in ("Pentagon", "CJTF-OIR")
        ):
            return actor.canonical
    return None


def _issuer(title: Page | None, parts: list[Part]) -> str | None:
    """Who issues the statement of a report that speaks of "the statement" before naming anyone."""
    heads = cast(title) if title is not None else []
    for part in (*heads, *parts):
        actor = actors().get(part.whom or "")
        if (
            actor is not None
            and actor.issuer
            and actor.side not in ("isis", "media")
            and actor.cls in ("command", "coalition", "ministry", "observatory", "service", "forces", "media cell")
        ):
            return actor.canonical
    return None


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


def _twin(figure: Figure, figures: list[Figure]) -> Figure | None:
    same = [other for other in figures if other.measure == figure.measure]
    value = {figure.low, figure.high} - {None}
    exact = [other for other in same if value & {other.low, other.high}]
    early = [other for other in same if other in figures[:2]]
    return (exact or early or figures or [None])[0]


def _completed(figure: Figure, figures: list[Figure]) -> Figure:
    twin = _twin(figure, figures)
    if twin is None:
        return figure
    changes: dict[str, object] = {}
    basis: dict[str, Basis] = dict(figure.basis)
    for slot in ("period", "place", "actor", "mode", "partners", "target", "attribution"):
        own = getattr(figure, slot)
        stated = figure.basis.get(slot) in ("stated", "resolved") and slot != "attribution"
        finer = (
            slot == "period"
            and twin.period is not None
            and figure.period is not None
            and _refines(twin.period, figure.period)
        )
        if (own and stated and not finer) or not getattr(twin, slot):
            continue
        if slot in ("actor", "target", "mode", "partners") and twin.measure != figure.measure:
            continue
        changes[slot] = getattr(twin, slot)
        basis[slot] = "carried"
    changes["basis"] = basis
    changes["trail"] = (*figure.trail, "headline-from-body")
    return replace(figure, **changes)  # type: ignore[arg-type]


def as_figure(page: Page, field: Field, count: Count, slots: Slots, here: list[Moment]) -> Figure:
    """A bound count with its slots as a figure."""
    start, end = page.tokens.start[count.start], page.tokens.end[count.end - 1]
    span = Span(field, start, end, page.tokens.text[start:end])
    return Figure(
        measure=_measure(count),
        low=count.low,
        high=count.high,
        qualifier=_qualifier(count),
        modality=count.modality,  # type: ignore[arg-type]
        kind=_kind(slots.period, here),
        subset=count.subset,
        victim=slots.victim,
        actor=slots.actor,
        partners=slots.partners,
        mode=slots.mode,
        target=slots.target,
        place=slots.place,
        period=slots.period,
        attribution=slots.attribution,
        evidence=span,
        confidence=confidence(count, slots),
        trail=(*count.rules, *slots.reasons),
        basis=slots.basis,
    )


def _measure(count: Count) -> Measure:
    return count.measure  # type: ignore[return-value]


def _qualifier(count: Count) -> Qualifier:
    return count.qualifier  # type: ignore[return-value]


def _kind(period: Period | None, here: list[Moment]) -> Kind:
    moment = next((m for m in here if m.period is period), None)
    if moment is not None and moment.mention.shape in _CUMULATIVE:
        return "cumulative"
    if period is not None and period.start is not None and period.start != period.end:
        return "period"
    return "event"


__all__ = ["Reader", "as_figure", "language", "read"]
