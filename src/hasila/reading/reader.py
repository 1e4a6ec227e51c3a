"""One document read sentence by sentence, each handing on what the next leaves unsaid."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from hasila.lexicon.markers import markers
from hasila.model import Document, Figure, Quote
from hasila.reading.again import as_in_body
from hasila.reading.asidedays import told_early
from hasila.reading.asideplaces import holds_on
from hasila.reading.binding import bind
from hasila.reading.bylines import land_of_dateline
from hasila.reading.cast import ISIS, Part, cast, side_of
from hasila.reading.columns import headed, stacked
from hasila.reading.company import two_modes
from hasila.reading.completion import Ending, complete
from hasila.reading.contrasts import spoken_of
from hasila.reading.counts import Count, find_counts
from hasila.reading.domain import blocked
from hasila.reading.figures import as_figure
from hasila.reading.governors import BULLETS
from hasila.reading.headline import borrow_measure, from_body, of_one_tally, site_in, stretch_in
from hasila.reading.hindsight import in_hindsight
from hasila.reading.lasttold import last_told
from hasila.reading.letterheads import credit, first_line, letterhead, tweeted_by
from hasila.reading.memory import addends, keep_whole, leads_on, learn
from hasila.reading.moment import Moment
from hasila.reading.monthly import this_month
from hasila.reading.mouthpieces import doer_told, handed_on, it_tells, meant_by_it, points_to_source, spoken_by, they
from hasila.reading.namesakes import by_company
from hasila.reading.outsiders import leaves_outsider
from hasila.reading.page import Page, picture_line
from hasila.reading.protagonists import credited, foe_of, is_release, issuer_of, leads_of, publisher, signed
from hasila.reading.quotes import read_all
from hasila.reading.roles import partners_in, read_scene
from hasila.reading.scene import Scene
from hasila.reading.setting import Setting
from hasila.reading.slots import fill
from hasila.reading.spots import BOTH, EACH, Spot, both_countries, in_each, shared, spots, sums_up, told_within
from hasila.reading.support import (
    names_all,
    of_all_told,
    of_one_told,
    opens_with_help,
    operation_told,
    points_back,
    tells_event,
    told_again,
)
from hasila.reading.tellers import hear, lasting
from hasila.reading.thread import Thread
from hasila.reading.when import moments, stretch_of_title
from hasila.reading.whereabouts import listed_as_one, located, told_by_office, told_of_site, usable
from hasila.reading.wholes import like_those_before, of_its_shares, shares_of
from hasila.text.tokens import BREAK

_FURNITURE = markers("furniture")
_RECALLS = markers("recalls")
_THOSE = markers("those-events")
_OPENING = 4
_ADDS = markers("adds")
_HAPPEN = markers("happen-verb")
_CAPTION = 60
_HUNT = frozenset({"isis", "coalition"})
_RAIDED = markers("event-verb")


class Reader:
    """Reads one document, sentence by sentence, handing a :class:`Thread` on."""

    def __init__(self, document: Document, relevant: bool, title: Page | None, body: Page) -> None:
        self.document = document
        self.relevant = relevant
        self.title = title
        self.page = body
        self.parts = cast(body)
        heads = cast(title) if title is not None else []
        self.part_starts = [part.start for part in self.parts]
        self.moments = moments(body, document.published)
        self.blocked = blocked(title, body)
        both = BOTH.scope if relevant else None
        self.spots = listed_as_one(body, by_company(spots(body, both)))
        self.spot_starts = [spot.start for spot in self.spots]
        self.moment_starts = [moment.start for moment in self.moments]
        sides = [side_of(part.whom) for part in self.parts]
        named = sides + [side_of(part.whom) for part in heads]
        hunted = bool(_HUNT.intersection(named)) or body.people("militant") > 0
        self.against_isis = (relevant and hunted) or (
            sum(part.whom == ISIS for part in [*heads, *heads, *self.parts]) >= 2 and "jihadist" not in sides
        )
        self.foe = ISIS if self.against_isis else foe_of([*heads, *self.parts])
        self.civilians = sum(page.people("civilian") for page in (title, body) if page is not None) >= 2
        self.thread = Thread()
        self.thread.claimant = self.thread.first_claim = credited(title)
        self.leads = partial(leads_of, title, heads, body, self.parts)
        own = publisher(document.outlet) or letterhead(body, self.parts)
        self.issuer = own or self.thread.claimant or issuer_of(body, self.parts, self.leads(), heads)
        if title is not None:
            sites = [
                spot for spot in spots(title, both) if "+" in (spot.place.scope or "") or told_of_site(title, spot)
            ]
            self.thread.titled = bool(sites)
            if sites:
                finest = shared(title, sites) if all(spot.country for spot in sites) else sites[0]
                self.thread.place = self.thread.main_place = finest.place
            self.thread.period = stretch_of_title(title, document.published, body, self.moments)
        self.moments = this_month(body, self.moments, self.thread.period, document.published)
        self.partners: tuple[str, ...] = ()
        self.helpers: list[tuple[int, tuple[str, ...]]] = []
        self.in_title = partners_in(title)
        self.released = own is not None or any(part.cls == "statement" and part.start < 40 for part in self.parts[:4])
        self.stranger = self.unnamed = False
        heading = heads if title is not None else first_line(body, self.parts)
        self.told = (
            any(part.whom == self.issuer for part in heading)
            or any(part.cls == "statement" for part in self.parts)
            or is_release(body)
            or (own or signed(body, self.parts) or credit(body, self.parts)) is not None
        )

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
            counts, held = self._counted(self.page, start, end, carried)
            self._new_line(start)
            parts = self._parts(start, end)
            it = meant_by_it(self.page, start, end, self.thread.spoke) or they(self.page, start, self.thread.subject)
            if any(points_to_source(self.page, part) for part in parts):
                it = it or self.thread.source
            speaker = self.thread.line_stater or self.thread.stater or (None if self.stranger else self.issuer)
            scene = read_scene(self.page, parts, start, end, it or speaker, self.thread.outsider)
            it_tells(self.page, scene, start, it)
            if sums_up(self.page, start) and in_each(figure.place for figure in figures):
                self.thread.place = BOTH
            figures.extend(self._figures(held, counts, scene, start, end))
            self._hand_on(scene, held, start, end)
            carried = last_told(counts, held, carried)
        if figures and self.in_title:
            self.helpers.append((figures[0].evidence.end, self.in_title))
        figures = in_hindsight(figures, self.page, self.moments)
        return complete(figures, self._ending()), read_all(self.title, self.page, self.parts, self.issuer)

    def _counted(self, page: Page, start: int, end: int, carried: Count | None) -> tuple[list[Count], list[Count]]:
        """All counts of a sentence, and those that are figures."""
        counts = find_counts(page, start, end)
        if not counts:
            return [], []
        bind(page, counts, start, end, carried)
        return counts, [count for count in counts if count.measure and not count.dead and not self.blocked(count)]

    def _ending(self) -> Ending:
        issuer = self.issuer if self.told and not self.stranger else None
        first = self.thread.first_told or issuer or self.thread.first_claim
        if self.unnamed and issuer is None and not self.released:
            first = self.thread.first_claim or first  # "the commander said", who is named in what follows
        if self.stranger and side_of(first) != "monitor":
            first = None  # whoever counted before a force spoke of its own deeds has no name
        claimant = (issuer if self.released else first) or issuer
        return Ending(
            self.page,
            self.moments,
            self.parts,
            self.leads,
            self.partners,
            self.helpers,
            claimant,
            self.thread.main_place or land_of_dateline(self.page, self.spots[:1]),
        )

    def _new_line(self, start: int) -> None:
        """Places and days named without a figure hold for the rest of their line only."""
        self.thread.resume(self.page.form[start] >= "\u0590" and self.page.cue(start, "verb") == "speech")
        if not start or self.page.form[start - 1] == BREAK:
            author = tweeted_by(self.page, self.parts, start)
            self.thread.line_claimant = self.thread.line_stater = author
            self.thread.claimant = self.thread.claimant or author
        if start and self.page.form[start - 1] == BREAK:
            self.thread.line_actor, self.thread.fresh = None, True
            again = points_back(self.page, start)
            self.thread.enter_list(self.page.form[start] in BULLETS, self.page.form[start - 2] == ":")
            if not again and self.page.form[start] not in _ADDS:
                self.thread.line_place = self.thread.list_place
            if not again and _THOSE.isdisjoint(self.page.form[start : start + _OPENING]):
                self.thread.line_period = self.thread.list_period
            main = self.thread.main_place
            if both_countries(main) and self.thread.covered >= EACH:
                self.thread.place = self.thread.heading or main
                self.thread.covered = set()

    def _figures(self, held: list[Count], counts: list[Count], scene: Scene, start: int, end: int) -> list[Figure]:
        stacked(self.thread, self._spots(start, end), held, start, end)
        if not held:
            return []
        here = self._moments(start, end)
        self.thread.before = self.thread.line_period or self.thread.period
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
            self.foe,
            self.civilians,
        )
        figures: list[Figure] = []
        whole, parts = self.thread.period, addends(held)
        line, answered = (self.thread.line_period, self.thread.line_place), False
        for count in held:
            slots = fill(count, setting, self.thread)
            answered = answered or slots.answered
            if figures:
                like_those_before(self.page, count, held[len(figures) - 1], slots, figures[-1])
            figures.append(as_figure(self.page, "text", count, slots, here))
            learn(
                self.thread,
                count,
                slots,
                self.relevant,
                "label" in count.rules or self._item(start, end),
                two_modes(setting),
                count in parts and figures[-1].place != figures[0].place,
            )
        if answered:
            self.thread.line_period, self.thread.line_place = line
        if whole is not None and shares_of(whole, figures):
            self.thread.period = whole
        return keep_whole(self.thread, parts, of_its_shares(figures))

    def _pictured(self, start: int) -> bool:
        """Whether a sentence stands in the caption of a picture; captions stand in lines of their own."""
        return picture_line(self.page, self.page.line_start(start, _CAPTION))

    def _item(self, start: int, end: int) -> bool:
        """ "• Aleppo: one attack": an item of a list that opens with its place, and heads no list of its own."""
        form = self.page.form
        return form[end - 1] != ":" and form[start] in BULLETS and ":" in form[start : start + 5]

    def _hand_on(self, scene: Scene, held: list[Count], start: int, end: int) -> None:
        thread = self.thread
        if held and scene.speaks and not scene.claims and thread.first_claim is None:
            self.unnamed = self.unnamed or self.page.form[start] < "\u0590"
        self.stranger = self.stranger or (scene.stranger and thread.first_claim is None and not scene.claims)
        thread.outsider = leaves_outsider(scene, thread)
        lasts = handed_on(self.page, lasting(self.page, scene.claims, held))
        hear(self.page, thread, lasts, told=bool(held), issuer=self.issuer if self.released else None)
        thread.subject = doer_told(scene)
        it = spoken_by(self.page, scene, start, end)
        thread.spoke = it or (thread.spoke if scene.claims or not scene.subject else None)
        if scene.agents and any(whom == ISIS for _, whom, _ in scene.agents):
            thread.attacker = ISIS
        if not held:
            self._surroundings(scene, start, end)
        elif opens_with_help(self.page, start) or all(told_again(self.page, count) for count in held):
            self._later_partners(scene, start, end)
        elif scene.partners and names_all(self.page, start, scene.partners[0][0], held[0].start):
            self._later_partners(scene, start, held[0].start)
        thread.age += 1
        headed(self.page, thread, self._spots(start, end), held, start, end)

    def _surroundings(self, scene: Scene, start: int, end: int) -> None:
        """What a sentence without figures says of place, day and partners."""
        thread = self.thread
        if self.page.form[start] in _FURNITURE or self._pictured(start):
            return
        self._later_partners(scene, start, end)
        current = [m for m in spoken_of(self.page, self._moments(start, end)) if not self._long_past(m, end)]
        days = [m.period for m in current if m.period is not None and self.page.form[start] not in _RECALLS]
        lead = not thread.started
        thread.line_period = told_early(thread.period, self._moments(start, end)) or thread.line_period
        self._places_around(scene, start, end, lead)
        stretches = [m.period for m in current if m.period is not None and m.mention.is_period]
        if days:
            thread.line_period = (stretches or days)[0]
            if lead and leads_on(thread.period, days, stretches, self.document.published):
                thread.period = (stretches or days)[0]
        if scene.partners and (lead or operation_told(self.page, scene, start, end)):
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

    def _places_around(self, scene: Scene, start: int, end: int, lead: bool) -> None:
        thread = self.thread
        named = (s for s in self._spots(start, end) if located(self.page, s) and usable(s, self.relevant))
        here = [spot for spot in named if holds_on(self.page, spot, start)]
        if not here:
            return
        finest = shared(self.page, [spot for spot in here if not told_by_office(self.page, spot)] or here)
        held = thread.place
        wider = finest.country and held is not None and not both_countries(finest.place)
        if not (wider and held is not None and held.scope == finest.place.scope):
            thread.line_place = finest.place
        if lead and thread.titled and told_within(self.page, finest, held):
            thread.titled = False
            again = held is not None and finest.place.name == held.name  # "al-Hol", then "al-Hol camp"
            if again or finest.place.geonames is None:  # "a village in Deir ez-Zor"
                thread.place = thread.main_place = finest.place
        elif thread.place is None or (lead and (thread.titled or not finest.country)):
            thread.place = finest.place
            if not both_countries(thread.main_place):
                thread.main_place, thread.titled = finest.place, False
        elif not finest.country and (
            any(self.page.trigger(at) is not None for at in self.page.within(start, end))
            or not _RAIDED.isdisjoint(self.page.form[start:end])
            or (self.page.among(start, _HAPPEN) and tells_event(self.page, start, start + _OPENING))
        ):
            thread.place = finest.place
        if scene.speaks and both_countries(here[0].place):
            thread.place = here[0].place

    def _long_past(self, moment: Moment, end: int) -> bool:
        """ "The coalition formed in 2014": a day in the story of an actor, not the time of what is counted after it."""
        last, published = moment.period.end if moment.period else None, self.document.published
        if published is None or last is None or last.year >= published.year - 1:
            return False
        if moment.mention.shape not in ("year", "month"):
            return False
        heading = end == len(self.page.form) or self.page.form[end] == BREAK or self.page.form[end - 1] == ":"
        return not heading

    def _later_partners(self, scene: Scene, start: int, end: int) -> None:
        """ "جرت العمليات مع قسد والبيشمركة": partners of the operations counted before."""
        whom = tuple(sorted({whom for _, whom in scene.partners if whom != ISIS}))
        if whom and (scene.joint or of_all_told(self.page, scene, self._parts(start, end), start, end)):
            self.partners = whom
        elif whom and of_one_told(self.page, self._parts(start, end), start, end):
            self.helpers.append((self.page.tokens.start[start], whom))

    def headline(self, figures: list[Figure]) -> list[Figure]:
        """The figures of the title, with what they leave out taken from the figure of the body that they repeat."""
        page = self.title
        if page is None:
            return []
        parts = cast(page)
        whens = as_in_body(moments(page, self.document.published), self.moments)
        places = listed_as_one(page, spots(page, BOTH.scope if self.relevant else None))
        found: list[Figure] = []
        thread = Thread()
        carried: Count | None = None
        for start, end in page.sentences:
            counts, held = self._counted(page, start, end, carried)
            held = [count for count in counts if count in held or borrow_measure(page, count, figures)]
            carried = last_told(counts, held, carried)
            named = [part for part in parts if start <= part.start < end]
            scene = read_scene(page, named, start, end, thread.claimant)
            here = [moment for moment in whens if start <= moment.start < end]
            if not held:  # "حصاد تموز.. 31 عملية": what stands before the dots tells the days of what follows them
                thread.period = stretch_in(here) or thread.period
                thread.place = site_in(page, [s for s in places if start <= s.start < end]) or thread.place
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
                self.foe,
                self.civilians,
            )
            for count in held:
                slots = fill(count, setting, thread)
                figure = as_figure(page, "title", count, slots, here)
                found.append(from_body(figure, figures))
        return of_one_tally(found)
