"""Actions that are said once: "In Kirkuk 14 were killed and 9 hurt, in Mosul 6 and 2", "Iraq accounts for 14"."""

from __future__ import annotations

from bisect import bisect_right

from hasila.lexicon.markers import markers
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import COMMA, EVENT_KINDS, HARD, set_measure
from hasila.reading.page import Page

_PARTS = COMMA | HARD
_PAIRED = frozenset({"killed", "wounded", "detained"})


def gapped(page: Page, counts: list[Count], index: int) -> bool:
    """ "In Kirkuk 14 were killed and 9 hurt, in Mosul 6 and 2": two bare numbers repeat the pair before them."""
    pair, again = counts[max(0, index - 2) : index], counts[index : index + 2]
    if len(pair) < 2 or len(again) < 2 or len({c.measure for c in pair} & _PAIRED) < 2:
        return False
    bare = all(c.nameless and c.measure is None and not c.dead for c in again)
    if not bare or not again[1].conj or again[1].start - again[0].end != 1:
        return False
    between = range(pair[1].end, again[0].start)
    if not any(at in page.inside for at in between) or _PARTS.isdisjoint(page.form[between.start : between.stop]):
        return False
    for first, later in zip(pair, again, strict=True):
        later.noun, later.group = first.noun, first.group
        set_measure(later, first.measure or "", "gapping", first.trigger_at)
    return True


def in_turn(page: Page, counts: list[Count], index: int) -> bool:
    """ "قتل في العراق 79 واعتقل 222، وفي سوريا 44 واعتقل 272": of the two actions of one place the next place says
    only the second again."""
    pair = [other for other in counts[:index] if other.measure is not None and not other.dead][-2:]
    count, after = counts[index], counts[index + 1] if index + 1 < len(counts) else None
    if len(pair) < 2 or after is None or not count.nameless or count.dead:
        return False
    first, second = pair
    both = {first.measure, second.measure} <= _PAIRED and first.measure != second.measure == after.measure
    if not both or after.trigger_at is None or not count.end <= after.trigger_at < after.start:
        return False
    apart = any(at in page.inside for at in range(second.end, count.start))
    return apart and set_measure(count, first.measure or "", "gapping", first.trigger_at)


def in_series(page: Page, counts: list[Count], index: int, end: int) -> bool:
    """ "العراق 66 عملية و11 قتيلا و36 معتقلا، تليه سوريا: 28 و7 و27": bare numbers repeat the series before them."""
    again = [counts[index]]
    for later in counts[index + 1 :]:
        if later.start - again[-1].end > 1 or not later.conj:
            break
        again.append(later)
    told = counts[max(0, index - len(again)) : index]
    bare = all(count.nameless and count.measure is None and not (count.dead or count.subset) for count in again)
    if not bare or len(again) != len(told) or len({count.measure for count in told} - {None}) < len(told):
        return False
    if len(again) < _SERIES and not any(page.cue(at, "respectively") for at in range(again[-1].end, end)):
        return False
    for first, later in zip(told, again, strict=True):
        later.noun, later.group = first.noun, first.group
        set_measure(later, first.measure or "", "gapping", first.trigger_at)
    return True


_SERIES = 3


def verb_elided(page: Page, counts: list[Count], index: int) -> bool:
    """ "قُتل عشرة وأصيب 12 في حماة، ثم ثمانية في شاحنة": behind "then" the first verb of the two is left out."""
    count = counts[index]
    if page.before(count.start) != "ثم" or not count.nameless:
        return False
    pair = [other for other in counts[:index] if other.measure is not None and not other.dead][-2:]
    if [other.measure for other in pair] != ["killed", "wounded"]:
        return False
    return set_measure(count, "killed", "gapping", pair[0].trigger_at)


_ACCOUNTS = markers("accounts-for")
_DID = markers("did-verb")


def _accounted(page: Page, count: Count) -> bool:
    """ "Iraq accounts for 14": a bare number that gives somebody's share."""
    at = count.start - 1
    return count.nameless and at > 0 and page.form[at] == "for" and page.form[at - 1] in _ACCOUNTS


def of_topic(page: Page, count: Count) -> bool:
    """ "Of the detainees, Iraq accounts for 14": a share of those whom the sentence names first."""
    if not _accounted(page, count):
        return False
    start = page.sentences[bisect_right(page.sentences, (count.start, len(page.form))) - 1][0]
    measure = page.cue(start, "fallen")
    if measure is not None:
        return set_measure(count, measure, "of-topic", start)
    for at in range(start, min(count.start, start + 4)) if page.form[start] == "of" else ():
        noun = page.noun(at)
        if noun is not None and noun.kind in ("casualty", "event") and noun.number == "many":
            return set_measure(count, {**EVENT_KINDS, "arrests": "detained"}.get(noun.value, noun.value), "of-topic")
    return False


def _rest_of(count: Count) -> Count | None:
    """ "196 missions ... In Iraq, 137 ...: 30 killed. Syria accounted for 59": what makes up the sum of the events."""
    part = count.event
    whole = part.event if part is not None else None
    adds_up = part is not None and whole is not None and whole.low == (part.low or 0) + (count.low or 0)
    return part if adds_up else None


def _followed(page: Page, count: Count, previous: Count | None) -> bool:
    """ "Kirkuk saw the most operations, 120, followed by Diyala with 96 and Salahaddin with 74"."""
    at = count.start - 1
    if previous is None or not count.nameless or page.form[at] != "with" or at - 1 not in page.inside:
        return False
    return "followed" in page.form[previous.end : at] or "gapping" in previous.rules


def repeated(page: Page, count: Count, previous: Count | None, last: Count | None) -> Count | None:
    """What a bare number counts again: "the army made 12 of the arrests, the police made 46"."""
    if _accounted(page, count):
        return _rest_of(count) or previous or last
    if _followed(page, count, previous):
        return previous
    at = count.start - 1
    same = previous is not None and at > 0 and page.form[at] == page.before(previous.start)
    return previous if same and count.nameless and page.form[at] in _DID else None


def of_share(page: Page, count: Count, previous: Count | None, last: Count | None) -> bool:
    """ "وكان نصيب الشهر الأخير منها 39 مدنياً", "وحصة حماة 12": whoever has a share has it of those counted before."""
    people = count.noun is not None and count.noun.kind == "person"
    at = next(
        (k for k in range(count.start - 1, max(0, count.start - _SHARE_REACH), -1) if page.among(k, _SHARE)), None
    )
    whole = previous or last
    if people and whole is not None and whole.measure in EVENTS:
        whole = whole.people
    if at is None or whole is None or whole.measure is None or not (people or count.nameless):
        return False
    if any(
        page.form[k] in COMMA or page.trigger(k) is not None or page.cue(k, "verb") for k in range(at + 1, count.start)
    ):
        return False
    count.noun, count.group = count.noun or whole.noun, count.group or whole.group
    return set_measure(count, whole.measure, "of-share", whole.trigger_at)


_SHARE = markers("share-of")
_SHARE_REACH = 10


def told_otherwise(page: Page, count: Count, previous: Count | None) -> bool:
    """ "مقتل 32 عنصراً، فيما تحدثت واشنطن عن 12", "والتحالف يقدّرهم بـ12", "وقالت سانا إنهم 12": another speaker's number
    of the same."""
    closes = count.end >= len(page.form) or page.form[count.end] in _CLOSES
    if previous is None or not count.nameless or not closes or count.start - previous.end > _FAR_SPEAKER:
        return False
    back = count.start - 1
    by = page.form[count.start] == "ب" or page.form[count.start][0] == "ب"
    if not (by or page.form[back] in _ABOUT):
        return False
    near = range(back, max(previous.end, back - _SPEAKER), -1)
    verb = next((at for at in near if page.cue(at, "verb") or page.trigger(at) is not None), None)
    if verb is None or page.trigger(verb) is not None:
        return False
    told = page.among(verb, _ESTIMATES) if by else page.cue(verb, "verb") == "speech"
    if not told:
        return False
    count.noun, count.group = previous.noun, previous.group
    return set_measure(count, previous.measure or "", "told-otherwise", previous.trigger_at)


_ABOUT = markers("about-so-many")
_ESTIMATES = markers("estimates")
_CLOSES = COMMA | HARD | {".", ")", "»", "”", '"', "فقط", "لا"}
_FAR_SPEAKER = 30
_SPEAKER = 10
