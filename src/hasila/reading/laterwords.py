"""The day of what another body announces behind a tally: of its own, not of the months of the tally."""

from __future__ import annotations

from hasila.model import Period
from hasila.reading.setting import Setting
from hasila.reading.thread import Thread

_MONTH = 27


def told_by_another(start: int, setting: Setting, thread: Thread, held: Period) -> Period | None:
    """ "قال المتحدث إن 12 ضربة نُفذت في تموز. ... وأعلن جهاز مكافحة الإرهاب في 3 آب القبض على سبعة": the day on which
    another body told of its deed, where that isn't of the months before it."""
    speakers = {who for at, who, _ in setting.scene.claims if at < start}
    before = {thread.first_claim, thread.stater} - {None}
    if not speakers or not before or before & speakers:  # another than who?
        return None
    if setting.page.form[setting.start] < "\u0590" or held.start is None or held.end is None:
        return None
    if (held.end - held.start).days < _MONTH:
        return None
    days = (m.period for m in setting.moments if m.saying and m.mention.shape == "day" and m.start < start)
    told = next((day for day in days if day is not None), None)
    if told is None or told.start is None:
        return None
    return told if not held.start <= told.start <= held.end else None
