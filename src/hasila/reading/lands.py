"""Which country is meant where only its name or its minister is told: "أعلنت روسيا أن قواتها الجوية نفذت"."""

from __future__ import annotations

from functools import cache

from hasila.lexicon.markers import markers
from hasila.lexicon.words import rows
from hasila.reading.bodies import actor_of
from hasila.reading.page import Page, once
from hasila.text.fold import fold


@cache
def forces_of() -> dict[str, str]:
    """The forces of a country by its name: روسيا -> Russian forces; the table has it behind "of"."""
    named = ((fold(form), force) for form, force, *_ in rows("ar", "nations"))
    return {form[1:]: force for form, force in named if form.startswith("ل")}


@once
def land_of_minister(page: Page) -> str | None:
    """ "وزير الداخلية التركي": the country whose minister speaks, where the report names no place of it."""
    for at in page.all(_MINISTER, 0, len(page.form) - 2):
        force = _forces_of_adjective().get(page.form[at + 2].removeprefix("ال"))
        body = actor_of(force) if force is not None else None
        if body is not None:
            return body.home
    return None


_MINISTER = markers("minister")


@cache
def _forces_of_adjective() -> dict[str, str]:
    """The forces of a country by its adjective: تركي -> Turkish army."""
    return {fold(form): force for form, force, *_ in rows("ar", "nations") if not form.startswith("ل")}


def forces_of_land(page: Page, at: int, start: int) -> str | None:
    """The forces of the country that is the subject of the clause in which "its forces" stands at a token."""
    for k in range(at - 1, start, -1):
        force = forces_of().get(page.form[k])
        if force is not None and page.cue(k - 1, "verb"):
            return force
        held = page.name_at.get(k)
        if held is not None and held.kind == "actor":
            return None
    return None
