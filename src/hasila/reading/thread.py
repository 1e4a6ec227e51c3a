"""What is not said again: the claimant, actor, partners, place and period that run on from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from hasila.model import Mode, Period, Place


@dataclass(slots=True)
class Thread:
    """The state of a report at one point of it. None where nothing was said yet.

    ``before`` is the period that was spoken of when the sentence began, ``list_period`` that of the line over a list,
    ``list_site`` the place that it leaves to what follows the list, ``tallied`` that of a tally of a whole country,
    ``compared`` the one that it was compared with, ``heading`` the country that a heading names: "Strikes in Iraq".
    ``opener`` is the force from abroad of whose operations the report tells first, ``recalls``: the last figures were
    of what had been before. ``spoke`` is whom "it" would mean, ``subject`` whom "they" would, ``source`` whom "the
    source" does, where a body with a name tells of the rest; ``fresh``: nobody has spoken in this line. ``hunts``:
    operations on ISIS were counted, ``isis_runs``: operations of its own.
    """

    claimant: str | None = None
    line_claimant: str | None = None
    told: bool = False
    outsider: bool = False
    fresh: bool = False
    first_claim: str | None = None
    first_told: str | None = None
    stater: str | None = None
    spoke: str | None = None
    subject: str | None = None
    source: str | None = None
    line_stater: str | None = None
    actor: str | None = None
    mode: Mode | None = None
    partners: tuple[str, ...] = ()
    place: Place | None = None
    main_place: Place | None = None
    period: Period | None = None
    main_period: Period | None = None
    tallied: Period | None = None
    before: Period | None = None
    compared: Period | None = None
    op_actor: str | None = None
    opener: str | None = None
    hunter: str | None = None
    attacker: str | None = None
    harmed: bool = False
    hunts: bool = False
    isis_runs: bool = False
    own_hurt: bool = False
    last_victim: str | None = None
    lost: str | None = None
    last_target: str | None = None
    covered: set[str] = field(default_factory=set)
    titled: bool = False
    started: bool = False
    line_place: Place | None = None
    line_period: Period | None = None
    list_period: Period | None = None
    list_place: Place | None = None
    list_site: Place | None = None
    heading: Place | None = None
    line_actor: str | None = None
    listed: bool = False
    seen: dict[tuple[str, int | None, int | None], tuple[Place | None, Period | None]] = field(default_factory=dict)
    columns: list[Place] = field(default_factory=list)
    stack: list[Place] = field(default_factory=list)
    turn: int = 0
    age: int = 0
    recalls: bool = False

    def resume(self, told: bool) -> None:
        """ "وكان أيار سجل 1466 قتيلا. وأضاف البيان أن": whoever speaks goes on with the time that the report is about
        (``told``: the line says so)."""
        if told and self.recalls:
            self.line_period, self.recalls = None, False

    def enter_list(self, item: bool, headed: bool) -> None:
        """ "Yesterday, 24 strikes were flown:" over items: their time and place are those of the line which heads the
        list."""
        if self.listed and not item and self.heading is not None:
            self.place = self.heading  # "Strikes in Iraq", days with a list of towns each, and then the next day
        self.listed = item
        if not item:
            if self.list_site is not None:
                self.place = self.list_site
            self.list_period = self.list_place = self.list_site = None
        elif headed:
            self.list_period, self.list_place = self.line_period, self.line_place
            self.list_site = self.line_place or self.place
