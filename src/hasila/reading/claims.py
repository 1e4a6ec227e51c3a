"""Who says what a sentence states: subjects of speech verbs, "according to", a name and a colon."""

from __future__ import annotations

from hasila.lexicon.markers import markers, with_and
from hasila.reading.cast import ISIS, Part, side_of
from hasila.reading.members import (
    GLUED,
    in_its_name,
    member_of,
    names,
    of_event,
    opens_words,
    relayed_member,
    words_between,
)
from hasila.reading.mouthpieces import (
    agency_tells,
    country_tells,
    explained,
    first_of_two,
    in_aside,
    same_source,
    tied_to,
)
from hasila.reading.outsiders import outsider
from hasila.reading.ownclause import own_clause
from hasila.reading.page import Page
from hasila.reading.resumed import goes_on_with
from hasila.reading.scene import Scene, accompanies, full_name
from hasila.reading.unsaid import catches, counted_claims, states_nothing, told_by_another
from hasila.reading.voices import role_at
from hasila.text.tokens import BREAK

_COMPLEMENT = markers("complementiser") | markers("reason") | {'"', ":", "«", "“"}

_BEFORE_INVERSION = frozenset("\"”“’'»),—–-!?") | {"and", "\n", "as"}
_QUOTE = frozenset("\"“«'‘(")
_AGAINST = markers("fighting-verb") | {"against"}
_BEFORE_OBJECT = _AGAINST | {"by", "of", "in", "on", "anti"}

_NEW_CLAUSE = markers("new-clause") | {"اذ"}
_SUBJECT_REACH = 7
_RELAYS = with_and(markers("relays-words"))
_PASSED_ON = markers("passes-on")
_RELAYED = 14  # "نقلت وكالة الأنباء العراقية (واع) عن المتحدث باسم العمليات المشتركة"
_WHEN = frozenset({"عندما", "حينما"})
_PRONOUNS = markers("pronoun")
_CLAIMS = markers("claims-attack")
_PERSONS = frozenset({"he", "she"})


def claim(page: Page, here: list[Part], at: int, start: int, end: int, claimant: str | None, scene: Scene) -> None:
    arabic = page.form[at] >= "\u0590"
    if arabic and at > start and page.form[at - 1] in _WHEN:
        return  # "منذ خسارته معقله عندما أعلنت القوات دحره"
    if not arabic and at > start and states_nothing(page, at):
        return
    inverted = arabic or at == start or page.form[at - 1] in _BEFORE_INVERSION
    right = right_subject(page, here, at, end, claimant) if inverted else None
    joined = arabic and page.conj[at]
    pronoun = None if arabic else _pronoun(page, here, at, start, claimant, scene)
    if pronoun is not None:
        scene.claims.append((at, pronoun, False))
        return
    left = (
        None
        if page.form[at] in _PASSED_ON or (joined and not _of_topic(page, at, start))
        else _same_as_subject(page, here, at, scene) or _left_subject(page, here, at, start, claimant, arabic)
    )
    after = (arabic and not _had(page, at, start)) or _tag(page, here, at, end) or page.before(at) in _CLOSED
    whom = (right or left) if after else (left or right)
    if whom is None and not arabic:
        whom = country_tells(page, at)
    if whom is None and arabic:
        whom = goes_on_with(page, at, start, bool(joined), scene)
    if whom is None and joined and _goes_on(page, at, end):
        whom = scene.claims[-1][1] if scene.claims else None if scene.after_outsider else claimant
    if whom == ISIS and not arabic and catches(page, here, at, end):
        whom = claimant if claimant != ISIS else None
    if whom == ISIS and ((scene.claims and counted_claims(page, at)) or told_by_another(page, here, at, end)):
        return
    if whom is not None:
        scene.claims.append((at, whom, False))
    elif arabic:
        scene.stranger = scene.stranger or _unlisted_speaker(page, at, end)
        if outsider(page, at, start, end, claimant):
            scene.outsiders.append(at)


def _had(page: Page, at: int, start: int) -> bool:
    """ "وكانت الوزارة، قد أعلنت": between "had" and its verb stands who speaks."""
    near = page.form[max(start, at - _HAD) : at]
    return near[-1:] == ["قد"] and any(form.removeprefix("و") in ("كان", "كانت") for form in near)


_HAD = 9


def _of_topic(page: Page, at: int, start: int) -> bool:
    """ "أما المرصد السوري فتحدث عن", "أما الوزارة فقد أعلنت": what "as for" names is the subject of that verb."""
    return (page.conj[at] == "ف" or page.before(at) == "فقد") and page.form[start].removeprefix("و") == "اما"


def _tag(page: Page, here: list[Part], at: int, end: int) -> bool:
    """ "..., said Saad Maan of the Interior Ministry", "said Interior Minister Ali Yerlikaya on Monday": who is named
    right behind the verb, before no verb of theirs."""
    part = next((part for part in here if at < part.start <= at + _TAGGED), None)
    titled = part is not None and all(page.lex[k].upper for k in range(at + 1, part.start))
    if (
        part is None
        or (part.start > at + 2 and not titled)
        or page.before(at) not in _BEFORE_INVERSION
        or side_of(part.whom) == "isis"
        or part.cls == "statement"  # "CENTCOM (the command) said in a statement on Friday"
    ):
        return False
    return part.end >= end or page.form[part.end] in _AFTER_TAG


_TAGGED = 4
_CLOSED = frozenset('"”’')  # "\"…,\" read a statement of the cell": who speaks stands behind the verb
_AFTER_TAG = frozenset({",", ".", "in", "on", "of", "(", BREAK})


def _same_as_subject(page: Page, here: list[Part], at: int, scene: Scene) -> str | None:
    """ "The SDF lost 40 men in clashes with the army, the armed force said": the subject of the sentence."""
    force = page.before(at) == "force" and any(part.end == at and part.generic for part in here)
    named = next((part for part in here if scene.subject is not None and part.start == scene.subject[0]), None)
    return named.whom if force and named is not None and named.cls == "forces" and named.end < at - 1 else None


def _pronoun(page: Page, here: list[Part], at: int, start: int, claimant: str | None, scene: Scene) -> str | None:
    """ "it wrote", "they have said": the subject of the sentence before it, else whoever spoke last."""
    near = page.form[max(start, at - 2) : at]
    of_person = not _PERSONS.isdisjoint(near)
    if _PRONOUNS.isdisjoint(near) and not of_person:
        return None
    subject = scene.subject
    if of_person:  # "Several missions had cover from the Coalition, he added": whoever spoke before
        beside = page.form[max(start, at - 2)] == "," and any(part.end == at - 2 for part in here)
        return claimant if beside else None
    if subject is None or subject[0] >= at or ("it" in near and _people(page, subject[0])):
        return claimant
    told = page.form[at - 2 : at] == [",", "it"] or (page.form[at - 1] == "it" and page.form[at - 2] in _CLOSED)
    if told and claimant is not None and page.form[at] not in _CLAIMS:
        return claimant  # "The Iraqi forces took part, it added", "“ISIS cells are active,” it said"
    return subject[1]


def _people(page: Page, at: int) -> bool:
    """ "Nine ISIS operatives were killed, it said": the people of a group are no "it"."""
    mention = page.name_at.get(at)
    nouns = [page.noun(k) for k in (mention.end - 1, mention.end) if k < len(page.form)] if mention else []
    return any(noun is not None and noun.kind == "person" for noun in nouns)


def _goes_on(page: Page, at: int, end: int) -> bool:
    """ "وأضافت أن", "وأضاف في بيان أن": whoever spoke last goes on."""
    after = at + 1
    if page.form[after : after + 2] == ["في", "بيان"]:
        after += 2
    after += page.form[after : after + 1] == ["الي"]  # "ولفتت إلى أن"
    return after < end and page.form[after] in _COMPLEMENT


def _unlisted_speaker(page: Page, at: int, end: int) -> bool:
    """ "أورد التلفزيون الرسمي أن", "قال مسؤول محلي إن": a noun right after the verb that is no listed name."""
    after = at + 1
    plain = after < end and page.lex[after].alpha and after not in page.dated and not page.lex[after].prep
    if not plain or page.form[after] in _NOBODY:
        return False
    reach = range(after + 1, min(end, after + 1 + _SUBJECT_REACH))
    told = next((k for k in reach if page.form[k] in _COMPLEMENT or _object(page, k)), None)
    if told is None:
        return False
    noun = page.noun(after)
    return page.word[after] is None or (noun is not None and noun.kind == "person")


_NOBODY = _COMPLEMENT | markers("function-word")


_DOCUMENTS = markers("document-verb")
_STATES = markers("states-by-itself")


def speaker_of(part: Part, claimant: str | None, verb: str = "") -> str | None:
    """Who speaks where a part is the subject of a speech verb; the statement speaks for whoever issued it.

    A news agency passes on what others say, unless it has counted by itself.
    """
    if part.cls == "statement":
        return claimant
    if part.own:
        return claimant
    if side_of(part.whom) == "isis":
        return part.whom
    if part.cls == "agency" and _DOCUMENTS.isdisjoint((verb, verb.removeprefix("و"))):
        against = not part.generic and side_of(claimant) == "monitor" and verb.removeprefix("و") in _STATES
        return part.whom if against else None
    return part.whom or (_POLICE_SOURCE if part.mention.name.canonical == "police" else None)


_POLICE_SOURCE = "police source"


def _stands_for_government(page: Page, part: Part, at: int) -> bool:
    """A capital speaks only right beside the verb and without a preposition: "قالت بغداد", not "in central Baghdad"."""
    if part.mention.name.cls != "metonym":
        return True
    before = page.form[part.start - 1] if part.start else ""
    return (
        not part.mention.prep
        and before not in ("in", "central", "near", "في", "من", "الي", "of", "to", "from")
        and abs(part.start - at) <= 3
    )


def right_subject(page: Page, here: list[Part], at: int, end: int, claimant: str | None) -> str | None:
    if opens_words(page, here, at, end):
        return None
    stop = at + 2 if at + 1 < end and page.form[at + 1] in _QUOTE else at + 1
    limit = min(end, at + 1 + (_SUBJECT_REACH if page.form[at] not in _RELAYS else _RELAYED))
    while stop < limit and not _object(page, stop) and (page.form[stop] not in _COMPLEMENT or names(page, here, stop)):
        stop += 1
    found = [
        part
        for part in here
        if (at < part.start < max(stop, at + 2) or at < part.start == stop)
        and _stands_for_government(page, part, at)
        and not (page.form[part.start] < "\u0590" and part.cls != "statement" and _behind_verb(page, part, at))
    ]
    via = [
        part
        for part in found
        if "عن" in page.form[max(at, part.start - 2) : part.start] or relayed_member(page, part, at)
    ]
    for part in via or found:
        if side_of(part.whom) == "isis" and part.mention.prep == "ل" and page.form[part.start - 1] in _VOICE_OF:
            return part.whom
        if (
            part.start > at + 2
            and not (page.form[part.start - 1] == "في" and page.form[at + 1] in _OFFICES)
            and not (side_of(part.whom) != "isis" and member_of(page, part, at))
            and (
                side_of(part.whom) == "isis" or page.form[part.start - 1] in ("ضد", "من", "مع", "علي", "في", "against")
            )
            and part not in via
        ):
            continue
        if part.start > at + 1 and part.cls != "statement" and _belongs(page, part) and not _of_body(page, part, at):
            continue
        whom = claimant if in_its_name(page, part, claimant) else speaker_of(part, claimant, page.form[at])
        if (whom := whom or same_source(page, part, claimant)) is not None:
            return whom
    return None


def _behind_verb(page: Page, part: Part, at: int) -> bool:
    """ "announced launching raids in areas held by the army": a name in what is told, behind another verb; or one that
    acts in it: "A channel, close to the militias, said Daesh terrorists attacked"."""
    after = part.end + (page.noun(part.end) is not None) if part.end < len(page.form) else part.end
    acts = after < len(page.form) and page.cue(after, "verb") not in (None, "speech") and page.trigger(after) is None
    return (acts and side_of(part.whom) == "isis") or any(
        page.cue(k, "verb") or page.trigger(k) is not None for k in range(at + 1, part.start)
    )


_VOICE_OF = markers("voice-of")


def _belongs(page: Page, part: Part) -> str:
    """The preposition before a name, also in front of its quotation marks: لـ"قسد"."""
    at = part.start - 1
    while at > 0 and page.form[at] in _QUOTE:
        at -= 1
    return part.mention.prep or (page.form[at] if page.form[at] in GLUED else "")


def _of_body(page: Page, part: Part, at: int) -> bool:
    """ "صرح فريق ركن بالجيش العراقي", "أكد المركز الإعلامي لـ«قسد»", "جاء في بيان للقيادة": ranks, offices and
    statements lead to the body they speak for."""
    prep, words = _belongs(page, part), range(at + 1, part.start)
    if prep == "ب":
        return all(role_at(page, k) for k in words)
    if prep == "ل" and part.cls != "agency" and page.has(_HOLDS, at + 2, part.start):
        return True  # "قال رزكار رحيم مدير العلاقات الإعلامية لقوات الأسايش"
    return prep == "ل" and (page.form[at + 1] in _OFFICES or page.form[part.start - 1] in _ISSUED)


_OFFICES = markers("speaking-office")
_HOLDS = markers("holds-office")
_ISSUED = markers("issued")


def _object(page: Page, at: int) -> bool:
    """ "صرح عن مقتل اثنين من الشرطة", "أعلنت في تشرين تفكيك خلية تابعة": what is told begins, and who tells it stands
    before."""
    trigger = page.trigger(at)
    if trigger is None and page.cue(at, "masdar") and page.cue(at, "verb") not in (None, "speech"):
        return page.form[at] >= "\u0590"
    return trigger is not None and trigger.shape == "masdar" and page.form[at] >= "\u0590"


def _left_subject(page: Page, here: list[Part], at: int, start: int, claimant: str | None, arabic: bool) -> str | None:
    reach = 3 if arabic else 12
    floor = start if arabic else own_clause(page, here, at, start)
    for part in reversed(here):
        if (
            floor <= part.start
            and part.end <= at
            and (words_between(page, part.end, at) <= reach or (arabic and _whose(page, part, at)))
            and not accompanies(page, part, start)
            and not _verb_between(page, part.end, at)
            and not (arabic and page.has(_NEW_CLAUSE, part.end, at) and not _of_topic(page, at, start))
            and not (arabic and of_event(page, part))
        ):
            if (
                part.start > start
                and page.form[part.start - 1] in _BEFORE_OBJECT
                and (at - part.end > 1 or page.form[part.start - 1] in _AGAINST)
            ):
                continue
            if page.form[full_name(page, part.start, start) - 1] in _FOUGHT or _the_fought(page, part, start):
                continue
            between = [k for k in range(part.end, at) if k not in page.dated]  # "The group on Tuesday claimed"
            far = (len(between) > 1 or page.form[at - 1] == ",") and not explained(page, part.end, at)
            if not arabic and _of_another(page, here, part):
                reach += at - part.start
                continue
            if not arabic and (page.hyphened(part.end) or tied_to(page, part) or in_aside(page, here, part, at)):
                continue  # "Syrian state-owned SANA news agency reported"
            if not _stands_for_government(page, part, at) or (side_of(part.whom) == "isis" and far):
                continue
            whom = speaker_of(part if arabic else first_of_two(page, here, part), claimant, page.form[at])
            if whom is None and not arabic:
                whom = agency_tells(page, part, at) or same_source(page, part, claimant)
            if whom is not None:
                return whom
            if part.end == at and not arabic and part.cls == "ministry":
                return None
    return None


def _whose(page: Page, part: Part, at: int) -> bool:
    """ "منظمة «إيروارس» التي مقرها لندن تعتقد أن": a relative clause that only describes whoever speaks."""
    first = part.end + page.has(_QUOTE_ENDS, part.end, part.end + 1)
    return at - part.end <= _DESCRIBED and page.has(_RELATIVE, first, first + 1)


_QUOTE_ENDS = frozenset('"”»)')
_RELATIVE = markers("relative-clause")
_DESCRIBED = 9
_FOUGHT = _AGAINST


def _the_fought(page: Page, part: Part, start: int) -> bool:
    """ "the coalition fighting the Islamic State (ISIS) said": whom the speaker fights."""
    head = full_name(page, part.start, start)
    return head - 2 >= start and page.form[head - 1] == "the" and page.form[head - 2] in _AGAINST


def _of_another(page: Page, here: list[Part], part: Part) -> bool:
    """ "the Lead Inspector General for Inherent Resolve said": a name that only tells which body another one is."""
    at = part.start - 2 if page.before(part.start) == "the" else part.start - 1
    end = at - 3 if page.before(at) == ")" and page.form[at - 3] == "(" else at  # "the Forces (ISF) of the State"
    return (
        at > 0
        and page.form[at] in ("for", "of", "in")
        and any(other.end in (at, end) and _body(other) and not _head(page, other) for other in here)
    )


def _head(page: Page, part: Part) -> bool:
    """ "the General Command of the ISF": no body but its head."""
    return page.form[part.start : part.end] == ["general", "command"]


def _body(part: Part) -> bool:
    return part.whom is not None and part.cls not in ("person", "source", "statement")


def _verb_between(page: Page, start: int, at: int) -> bool:
    stop = at - (page.before(at) == "فقد")  # "فقد أعلن": a particle there, though it also means to lose
    return any(page.cue(k, "verb") or (page.trigger(k) is not None) for k in range(start, stop))
