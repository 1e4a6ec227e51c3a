"""Categorical zeros: "no civilians were killed", "لم يُقتل أي مدني"."""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.governors import COMMA, EVENT_KINDS, is_arabic, phrase_start, set_measure
from hasila.reading.occasions import assassination
from hasila.reading.page import Page, lexeme
from hasila.reading.predicates import right
from hasila.reading.windows import left_window


def bind_zero(page: Page, counts: list[Count], index: int, start: int, end: int) -> None:
    """ "no civilians were killed", "لم يُقتل أي مدني", "no unilateral operations"."""
    count = counts[index]
    if count.number[0] + 1 < end and page.form[count.number[0] + 1] in _HEDGES:
        return  # "no indication of civilian casualties": nobody has counted yet
    if count.noun is not None and count.noun.kind == "casualty":
        set_measure(count, count.noun.value, "noun-casualty")
        return
    if count.noun is not None and count.noun.kind == "event":
        alone = any(page.cue(at, "mode") for at in range(count.start, count.end))
        verb = next(
            (page.cue(k, "verb") for k in range(count.end, min(end, count.end + 4)) if page.cue(k, "verb")), None
        )
        before = page.cue(phrase_start(page, count.start - 1, start), "verb") if count.start > start else None
        alone = alone or any(page.cue(at, "mode") for at in range(count.end, min(end, count.end + 2)))
        alone = alone or before == "action"
        attempt = count.noun.value == "attempt" and not assassination(page, count.end)
        if not attempt and (alone or verb == "action" or page.form[count.number[0]] != "no"):
            set_measure(count, EVENT_KINDS.get(count.noun.value, count.noun.value), "noun-event")
        return
    stop = count.end if is_arabic(page, count) else count.number[0]
    at = next((k for k in range(count.start, stop) if page.trigger(k) is not None), None)
    if at is not None:
        set_measure(count, page.trigger(at).measure, "zero-verb", at)  # type: ignore[union-attr]
        counts.extend(_nor(page, count, at))
    elif is_arabic(page, count):
        left_window(page, count, start, start)
    elif not _none_of_both(page, counts, index, end):
        right(page, counts, index, end)


_HEDGES = markers("hedge-noun")


def _nor(page: Page, count: Count, at: int) -> list[Count]:
    """ "لم يُصب أو يُقتل أي جندي": none of the second either."""
    second = page.trigger(at + 2) if at + 2 < count.number[0] and page.form[at + 1] in ("او", "ولم") else None
    if second is None or second.measure == count.measure:
        return []
    return [replace(count, measure=second.measure, trigger_at=at + 2, rules=[*count.rules])]


def _none_of_both(page: Page, counts: list[Count], index: int, end: int) -> bool:
    """ "No troops were killed or wounded": none of either."""
    count = counts[index]
    found: dict[str, int] = {}
    for at in range(count.end, min(end, count.end + 7)):
        # a phrase such as "killed or wounded" hides the actions in it
        word = page.word[at] or lexeme(page.tokens.raw[at]).word
        if page.form[at] in COMMA or (word is not None and word.cues.get("verb")):
            break
        inner = lexeme(page.tokens.raw[at]).word if word is not None and word.cues.get("combined") else word
        if inner is not None and inner.trigger is not None:
            found.setdefault(inner.trigger.measure, at)
    if len(found) != 2 or "or" not in page.form[min(found.values()) : max(found.values())]:
        return False
    (first, at), (second, last) = found.items()
    set_measure(count, first, "zero-verb", at)
    counts.append(replace(count, measure=second, end=last + 1, rules=[*count.rules]))
    return True
