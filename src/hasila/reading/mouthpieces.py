"""Who speaks beside the bodies that issue statements: agencies that tell something themselves, sources that go on."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hasila.lexicon.markers import markers
from hasila.lexicon.names import Site, actors
from hasila.reading.bodies import actor_of
from hasila.reading.cast import ISIS, Part, side_of
from hasila.reading.governors import AUXILIARY
from hasila.reading.page import Page
from hasila.reading.scene import Scene
from hasila.reading.voices import NOT_SUBJECT, role_at

_DOCUMENTS = markers("document-verb")
_RELAYS = markers("quoting-another")


def agency_tells(page: Page, part: Part, at: int) -> str | None:
    """ "SANA reported that 25 had died", "Rudaw, a broadcaster, wrote": an agency before the verb, which quotes nobody,
    tells it itself."""
    between = page.form[part.end : at]
    beside = AUXILIARY.issuperset(between) or (between[0] == "," == between[-1] and between.count(",") == _ASIDE)
    return part.whom if part.cls == "agency" and beside and page.form[at] not in _RELAYS else None


_ASIDE = 2


def handed_on(page: Page, claims: list[tuple[int, str, bool]]) -> list[tuple[int, str, bool]]:
    """The claims of a sentence but those of an English agency, which does not tell what follows."""
    return [row for row in claims if not _of_agency(page, row[0], row[1])]


def _of_agency(page: Page, at: int, whom: str) -> bool:
    return page.form[at] < "\u0590" and side_of(whom) == "media" and page.form[at] not in _DOCUMENTS


def same_source(page: Page, part: Part, claimant: str | None) -> str | None:
    """ "A security source said ... The source added": an unnamed source goes on."""
    actor = actor_of(claimant) if points_to_source(page, part) else None
    return claimant if actor is not None and actor.kind == "source" else None


def first_of_two(page: Page, here: list[Part], part: Part) -> Part:
    """ "Iraqi police and hospital officials say", "the ministry and the SDF said": of two who tell together the
    first is named."""
    at = part.start - 1 - (page.before(part.start) == "the")
    if at < 1 or page.form[at] != "and" or part.cls in _NO_TELLER:
        return part
    first = next((other for other in here if other.end == at), None)
    if first is None or first.whom is None or first.cls in _NO_TELLER or side_of(first.whom) == "isis":
        return part
    opens = first.start - (page.before(first.start) == "the")
    spoken = page.before(opens) in _FOR and "voice" in role_at(page, opens - 2)  # "the spokesman for the army and the"
    other = page.before(opens) in NOT_SUBJECT or page.cue(opens - 1, "verb") is not None
    return part if other and not spoken else first


@cache
def _governments() -> dict[str, str]:
    """The government of each country that has one in the lexicon: TR -> Turkish government."""
    named = (actor for actor in actors().values() if actor.canonical.endswith(" government"))
    return {actor.home: actor.canonical for actor in named if actor.home}


def country_tells(page: Page, at: int) -> str | None:
    """ "Turkey said on Monday that", "Iraq announced": a country right before the verb is its government."""
    end = at
    while end - 1 in page.dated:
        end -= 1
    name = page.inside.get(end - 1)
    if name is None or name.end != end or not isinstance(name.name.entity, Site) or name.name.cls != "country":
        return None
    free = page.before(name.start) in _FREE and not page.hyphened(name.end)
    return _governments().get(name.name.entity.scope or "") if free else None


_FREE = frozenset('\n,."”–—-)') | {"", "and", "while", "but", "as", "that", "when", "which"}


def tied_to(page: Page, part: Part) -> bool:
    """ "a channel linked to Iraq's Hashd, said": whose friend the speaker is says nothing."""
    near = page.form[max(0, part.start - _TIE) : part.start]
    return any(word in _TIED and follow in ("to", "with") for word, follow in pairwise(near))


def in_aside(page: Page, here: list[Part], part: Part, at: int) -> bool:
    """ "The SDF, whose backbone is the YPG, said": a name between commas, which only describes the body before them."""
    comma = next((k for k in range(part.start - 1, max(0, part.start - _ASIDE_REACH), -1) if page.form[k] == ","), None)
    if page.before(at) != "," or comma is None or not _DESCRIBES.intersection(page.form[comma + 1 : comma + 3]):
        return False
    return any(_ends_at(page, other, comma) and other.whom not in (None, part.whom) for other in here)


def explained(page: Page, start: int, end: int) -> bool:
    """ "Amaq, the group's news agency, said": between a name and its verb only what tells who that is."""
    between = page.form[start:end]
    aside = len(between) > _ASIDE and between[0] == "," == between[-1] and between.count(",") == _ASIDE
    return aside and between[1] in _WHO and end - start <= _ASIDE_REACH


_WHO = frozenset({"the", "its", "a", "an", "their"})


def _ends_at(page: Page, part: Part, comma: int) -> bool:
    """Whether a body stands right before a comma, its short form in brackets left out."""
    bracketed = page.before(comma) == ")" and page.form[part.end : part.end + 1] == ["("] and part.end == comma - 3
    return (part.end == comma or bracketed) and part.cls not in _NO_TELLER


_ASIDE_REACH = 10
_DESCRIBES = markers("relative-clause") | {"led", "backed", "supported", "dominated", "including", "together", "whose"}
_TIE = 6
_TIED = markers("tied-to")
_FOR = frozenset({"for", "of"})
_NO_TELLER = frozenset({"agency", "statement", "group", "partner", "person"})


def points_to_source(page: Page, part: Part) -> bool:
    """Whether a mention is of an unnamed source that was told of before: "the source", "المصدر نفسه"."""
    words = page.form[part.start : part.end]
    return part.cls == "source" and part.whom is None and words[0] in _DEFINITE and not _SOURCE.isdisjoint(words)


_SOURCE = markers("source-again")
_DEFINITE = _SOURCE | {"the"}


def meant_by_it(page: Page, start: int, end: int, spoke: str | None) -> str | None:
    """ "According to the Observatory, ... It counts 39 dead", "..., it said": whoever told the sentence before."""
    if spoke is None:
        return None
    tags = (at for at in page.cued_at("verb", start + 2, end) if page.form[at - 2 : at] == [",", "it"])
    tagged = any(page.cue(at, "verb") == "speech" for at in tags)
    return spoke if tagged or opens_with_it(page, start) else None


def they(page: Page, start: int, subject: str | None) -> str | None:
    """ "US forces fight on in Syria. They ran 313 operations", "ISIS made 20 attacks. They killed 40": the forces or
    the group with which the sentence before began."""
    at = page.first(_THEY, start, start + _SOON) if subject is not None else None
    if at is None or any(k in page.inside and page.inside[k].kind == "actor" for k in range(start, at)):
        return None
    actor = actor_of(subject)
    fights = subject == ISIS or (actor is not None and actor.cls == "forces" and actor.kind == "force")
    return subject if fights else None


_THEY = frozenset({"they"})
_SOON = 10  # "In the first three months of the year they ran"


def doer_told(scene: Scene) -> str | None:
    """Whom "they" of the next sentence means: who did what was told last, else the subject, unless it only told."""
    if scene.claims:
        done = [whom for at, whom, _ in scene.agents if at > scene.claims[0][0]]
        if done:
            return done[-1]
    told = {whom for _, whom, _ in scene.claims}
    return scene.subject[1] if scene.subject is not None and scene.subject[1] not in told else None


def opens_with_it(page: Page, start: int) -> bool:
    """Whether a sentence begins with "it" and a verb of telling: "It also lists", "It puts the dead at"."""
    form = page.form
    if form[start] != "it":
        return False
    at = next((k for k in range(start + 1, min(len(form), start + _REACH)) if form[k] not in _BETWEEN), start)
    return page.cue(at, "verb") in ("speech", "toll") or form[at] in _COUNTS


def it_tells(page: Page, scene: Scene, start: int, it: str | None) -> None:
    """ "It puts the dead at 40", "It lists two": no verb of saying, but who tells it is plain."""
    if it is not None and not scene.claims and opens_with_it(page, start):
        scene.claims.append((start, it, False))


def spoken_by(page: Page, scene: Scene, start: int, end: int) -> str | None:
    """The body that "it" means after a sentence: whoever told it, else its subject where it tells of a statement. No
    people: "officials said" is no "it"."""
    told = [whom for at, whom, accord in scene.claims if accord or page.before(at) not in _PEOPLE]
    if not told and not scene.claims and scene.subject is not None and _of_words(page, scene.subject[0], start, end):
        told = [scene.subject[1]]
    bodies = [whom for whom in told if _is_body(whom)]
    return bodies[-1] if bodies else None


def _of_words(page: Page, at: int, start: int, end: int) -> bool:
    """ "In the email the coalition revised a sum", "Central Command did not name the man": a subject that tells, or
    tells nothing."""
    words = page.form[start:end]
    return not _TEXTS.isdisjoint(words) or not _KEEPS.isdisjoint(page.form[at : min(end, at + _NEAR)])


_KEEPS = markers("keeps-to-itself")
_NEAR = 6


def _is_body(whom: str) -> bool:
    actor = actor_of(whom)
    return actor is not None and actor.kind != "source" and actor.side != "media"


_REACH = 4
_BETWEEN = frozenset({"too", "also", "had", "has", "further", "later"})
_COUNTS = markers("count-verb") | _DOCUMENTS | markers("lists-verb")
_PEOPLE = markers("people-who-tell")
_TEXTS = markers("statement-word")
