"""Arabic verbs of saying without a subject of their own: whoever acts or spoke in their sentence goes on to speak."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.cast import side_of
from hasila.reading.page import Page
from hasila.reading.scene import Scene

_THAT = markers("complementiser")
_PARTICLES = markers("verb-particle")
_OWNING_UP = markers("owning-up")
_THAT_HE = markers("that-he")
_IN_IT = frozenset({"فيها", "فيه", "خلالها", "خلاله"})


def goes_on_with(page: Page, at: int, start: int, joined: bool, scene: Scene) -> str | None:
    """ "قدمت القوات جردة ... قالت فيها إنها", "بلغ القتلى 33، وفق المرصد، بعدما كان قد أحصى 23": the subject of the
    sentence, else, where that says nothing in it, whoever spoke last there."""
    by_pronoun = page.before(at) in _THAT_HE
    if not (joined or by_pronoun or page.before(at) in _PARTICLES or page.has(_IN_IT, at + 1, at + 2)):
        return None
    if scene.subject is None or scene.subject[0] >= at or page.has(_THAT, start, scene.subject[0]):
        return None
    where, whom = scene.subject
    later = [told for said, told, _ in scene.claims if said > where]
    if later and all(told != whom for _, told, _ in scene.claims):
        return later[-1]
    boasts = by_pronoun or page.has(_OWNING_UP, start, at)  # "وتبنى التنظيم الهجوم، وقال إنه قتل خمسة"
    return whom if side_of(whom) != "isis" or boasts else None
