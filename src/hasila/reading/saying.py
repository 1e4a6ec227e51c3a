"""Dates on which something was said, not done: "قالت القيادة، اليوم الجمعة، إنها", "put at nine on Friday"."""

from __future__ import annotations

from datetime import date

from hasila.lexicon.markers import marker_phrases, markers
from hasila.reading.dateline import run_in
from hasila.reading.eventdays import of_one_event
from hasila.reading.governors import BE, QUOTES
from hasila.reading.page import Page
from hasila.reading.recordings import (
    had_counted,
    occurred,
    quoted_between,
    recorded,
    replied_with_deed,
    said_last_month,
    shown,
)
from hasila.reading.recounts import of_later_recount, of_recount
from hasila.text.tokens import BREAK
from hasila.values.dates import DateMention
from hasila.values.numbers import number_forms

_SAYING_REACH = 6
_SPEECH_REACH = 14
_ENGLISH_REACH = 8
_TOLD_REACH = 16
_STATEMENTS = markers("issued") | markers("statement-word")
_COMPLEMENT = markers("complementiser") | {":", "فان"}
_CLAUSE_EDGE = frozenset({".", "\n", ";", ",", ":", "and", "but"})
_OPENING = frozenset('"“«')
_ASIDE = 10
_TOLD, _NAMED = 5, 16
_AND = markers("joining-word")
_ISSUE = 14
_BY_WHOM = 8
_RELEASED = markers("released-verb")
_RELEASED_PAIRS = marker_phrases("released-verb")
_TODAY = markers("today")
_SPEECH_NOUNS = markers("speech-noun")
_SPEECH_AROUND = markers("speech-around")
# "قالت في يونيو إن" is when it was said; "خلال يونيو" and "حصيلة يونيو" are what it is about.
_ABOUT = frozenset({"for", "of"})  # "a release for May 12"
_IN_MONTH = frozenset({"في", "in"})


def is_saying(page: Page, mention: DateMention) -> bool:
    """ "أعلنت القيادة، اليوم الجمعة، أنها": the day on which it was said."""
    settled = _by_its_form(page, mention)
    if settled is None and mention.shape == "month":
        settled = _month_by_its_verb(page, mention)
    if settled is not None:
        return settled
    if mention.shape == "day" and _day_of_telling(page, mention):
        return True
    if mention.shape == "relative" and of_later_recount(page, mention):
        return True
    spoke = _speech_before(page, mention)
    if mention.shape == "day" and _in_accord(page, mention):
        return True
    return spoke is not None and _of_speech(page, mention, spoke)


def _by_its_form(page: Page, mention: DateMention) -> bool | None:
    """What the mention itself and the words right beside it settle; None where they settle nothing."""
    before = max(mention.start - 1, 0)
    if mention.span is not None and mention.span.toward == "later" and page.form[before] in _RELEASED:
        return True
    if mention.span is not None and mention.span.toward in ("after", "later") and page.cue(before, "verb") == "speech":
        return True  # "the army said two weeks after the raid", "the command said two weeks later"
    night = mention.shape == "range" and page.form[mention.start] in ("ليل", "ليله")
    if not (night or mention.shape in ("day", "relative", "month")):
        return False
    if page.form[mention.end : mention.end + 1] == [":"]:
        return _issued(page, mention)
    if page.form[before] in _ABOUT or recorded(page, before) or occurred(page, before) or of_one_event(page, mention):
        return False
    if replied_with_deed(page, mention):
        return False
    return True if _published_in(page, mention) or shown(page, mention) else None


_HAPPEN = markers("happen-verb") - {"followed"}
_PARTS_OF_DAY = frozenset({"يوم", "فجر", "صباح", "ظهر", "عصر", "مساء", "ليل", "ليله"})


def _month_by_its_verb(page: Page, mention: DateMention) -> bool | None:
    """Whether the verb beside a month says that something was said in it; None where it stands further off."""
    before = max(mention.start - 1, 0)
    if (page.form[mention.start] == "الشهر" and _month_of_saying(page, mention)) or said_last_month(page, mention):
        return True
    if page.form[before] not in _IN_MONTH and page.cue(before, "verb") != "speech":
        return False
    return True if page.form[before] == "in" and _told_in(page, mention, before) else None


def _day_of_telling(page: Page, mention: DateMention) -> bool:
    """Whether the clause of a day tells that something came out, was said or was counted on it."""
    today = page.form[mention.start] in _TODAY
    if today and _speech_near(page, mention.start) and not _act_told(page, mention.start):
        return True
    if _released_on(page, max(mention.start - 1, 0)) or _according(page, mention):
        return True
    return (not _ends_clause(page, mention) and _said_after(page, mention.end)) or of_recount(page, mention)


def _speech_before(page: Page, mention: DateMention) -> int | None:
    """The word of saying before a mention, in its own clause."""
    reach = mention.start - _SPEECH_REACH - quoted_between(page, mention.start - _SPEECH_REACH, mention.start)
    for at in range(mention.start - 1, max(0, reach) - 1, -1):
        form, verb = page.form[at], page.cue(at, "verb")
        if form in (".", "\n", "؛") or form in _COMPLEMENT or (form in _OPENING and page.before(at) == ","):
            return None
        if form in _HAPPEN and form >= "\u0590":
            return None  # "بحسب بيان نشرته الوكالة، نُفذت الضربة الأولى في 12 أغسطس"
        told = form[:1].isdigit() or form in number_forms() or verb == "action" or _events(page, at)
        if mention.shape == "month" and told:
            return None  # "أعلنت عن 43 عملية في يناير", "نشر خلاصة ما نفذه في شهر أيار": what it tells is of the month
        if form < "\u0590" and (verb == "action" or form in _HAD or _new_clause(page, at) or _killed(page, at)):
            return None  # "said the raid was conducted Thursday", "officials said, and on Saturday"
        if verb == "action" and page.before(at) == "،":
            return None  # "وفق بيان نقلته الوكالة، نُفذت الضربة في 12 أغسطس"
        if verb in ("speech", "deny") or form in _SPEECH_NOUNS or (page.cue(at, "accord") and form < "\u0590"):
            return at
    return None


def _events(page: Page, at: int) -> bool:
    """ "نشرت حصيلة عملياتها في مايو": the events that are told of, not those in the name of an operations command."""
    noun = page.noun(at) if at not in page.inside else None
    return noun is not None and noun.kind == "event" and noun.number == "many"


def _of_speech(page: Page, mention: DateMention, spoke: int) -> bool:
    """Whether a word of saying before a mention takes it for its own day."""
    if page.form[spoke] < "\u0590":
        near = _words_between(page, spoke, mention.start) < _ENGLISH_REACH
        return near and mention.shape == "day" and not _of_raid(page, mention)
    deed = any(
        page.trigger(at) is not None for at in range(spoke + 1, mention.start)
    )  # "أفاد بمقتل ثلاثة، أمس الثلاثاء،"
    for at in range(mention.end, min(len(page.form), mention.end + _TOLD_REACH)) if not deed else ():
        if page.form[at] in _COMPLEMENT or page.form[at] in _OPENING:
            return True
        if page.form[at] in (".", "\n"):
            break
    if mention.shape != "day":
        return False
    near = _words_between(page, spoke, mention.start) < _SAYING_REACH and not deed
    return near or _set_off(page, mention, spoke)


def _of_raid(page: Page, mention: DateMention) -> bool:
    """ "It is assessed the strike on August 8 killed three": the day of the raid that does what follows."""
    at = mention.start - 1 - (page.form[mention.start - 1] == "on")
    if page.form[mention.end : mention.end + 2] == ["in", "which"]:
        return True  # "claimed an attack on the army on October 24 in which 27 soldiers were killed"
    deed = page.trigger(mention.end) if mention.end < len(page.form) else None
    return deed is not None and _event(page, at)


def _words_between(page: Page, start: int, end: int) -> int:
    """How many words stand between two tokens, a name for one: "نشرت قوات سوريا الديمقراطية «قسد» اليوم" has two."""
    spoken = (at for at in range(start + 1, end) if page.form[at] not in QUOTES)
    return sum(1 for at in spoken if at not in page.inside or at in page.name_at)


def _in_accord(page: Page, mention: DateMention) -> bool:
    """ "بحسب ما كتبه حسابه اليوم، الجمعة، بلغ عدد العمليات": a day of the source with which a sentence opens."""
    for at in range(mention.start - 1, max(-1, mention.start - _ACCORD), -1):
        if page.cue(at, "accord"):
            return at == 0 or page.form[at - 1] in _STARTS
        if page.form[at] in _CLAUSE_EDGE or page.form[at] == "،" or page.form[at] in _HAPPEN:
            return False
    return False


_HAD = frozenset({"had", "was", "were"})
_ACCORD = 18
_STARTS = frozenset({".", BREAK})


def _according(page: Page, mention: DateMention) -> bool:
    """ "... وفق المرصد السوري اليوم الأحد": a day right behind the source that closes a clause."""
    if page.form[mention.end : mention.end + 1] not in ([], ["."], ["\n"], ["،"]):
        return False
    for at in range(mention.start - 1, max(-1, mention.start - _BY_WHOM), -1):
        if page.cue(at, "accord") and page.form[at] >= "\u0590":
            return True
        if at not in page.inside and at not in page.name_at and not page.lex[at].article:
            return False
    return False


def _issued(page: Page, mention: DateMention) -> bool:
    """ "in a post on Monday: 38 operations": what was said that day follows; "Monday: two killed" is a list."""
    near, on = range(max(0, mention.start - _ASIDE), mention.start), page.before(mention.start) == "on"
    spoken = any(page.form[at] in _STATEMENTS or (on and page.cue(at, "verb") == "speech") for at in near)
    return mention.shape == "day" and spoken


def _told_in(page: Page, mention: DateMention, before: int) -> bool:
    """ "said in November that", "in May the command had put its count at": the month of a statement."""
    if page.cue(before - 1, "verb") == "speech":
        return True
    named = page.form[mention.end : mention.end + 1] == [","]  # "In August, Gen. MacFarland, then in command, had put"
    after = range(mention.end, min(mention.end + (_NAMED if named else _TOLD), len(page.form) - 1))
    had = next((at for at in after if page.form[at] in ("had", "\n")), None)
    if had_counted(page, mention.end) or (had is not None and page.form[had] != "had"):
        return False
    return had is not None and {page.cue(had, "verb"), page.cue(had + 1, "verb")} & {"speech", "toll"} != set()


def _new_clause(page: Page, at: int) -> bool:
    return page.form[at] in _AND and page.before(at) == ","


def _killed(page: Page, at: int) -> bool:
    """ "said its men killed nine fighters on Friday": an action before the day."""
    trigger = page.trigger(at)
    return trigger is not None and trigger.shape != "masdar"


_PUBLISHED = markers("published-verb")


def _published_in(page: Page, mention: DateMention) -> bool:
    """ "حصيلة 2021، وقد نُشرت في يناير، تضمنت", "تقرير صدر في أيار": when a tally came out."""
    before = page.form[max(0, mention.start - 2) : mention.start]
    out = len(before) == 2 and before[1] in ("في", "يوم") and before[0].removeprefix("و") in _PUBLISHED
    return out and not _counts_next(page, mention.end)


def _counts_next(page: Page, at: int) -> bool:
    """ "نشر في أيار 200 جندي": what is deployed, not what is published."""
    return at < len(page.form) and (page.form[at][0].isdigit() or page.form[at] in number_forms())


def _released_on(page: Page, before: int) -> bool:
    """ "published on Wednesday", "a tally published in its weekly on October 16": the day of the statement."""
    if page.form[before] in _RELEASED:
        return True
    for at in range(before - 1, max(-1, before - _ISSUE), -1):
        if page.form[before] != "on" or page.form[at] in (".", ",", "\n") or page.trigger(at) is not None:
            return False
        if page.form[at] in _RELEASED or tuple(page.form[at - 1 : at + 1]) in _RELEASED_PAIRS:
            return True
    return False


def _month_of_saying(page: Page, mention: DateMention) -> bool:
    """ "أعلنت الوزارة الشهر الماضي، مقتل 170": the month between who says it and what is said."""
    after = page.form[mention.end : mention.end + 1]
    spoken = any(page.cue(at, "verb") == "speech" for at in range(max(0, mention.start - 6), mention.start))
    return spoken and bool(after) and (after[0] in _COMPLEMENT or after[0] == "،")


def _set_off(page: Page, mention: DateMention, spoke: int) -> bool:
    """ "أعلنت قوى الأمن الداخلي التابعة للإدارة، الجمعة، عن انتهاء": a day between commas, nothing done before it."""
    after = page.form[mention.end : mention.end + 1]
    if page.form[mention.start - 1] != "،" or after != ["،"]:
        return False
    return not any(page.trigger(at) is not None or page.cue(at, "verb") for at in range(spoke + 1, mention.start))


def _past_aside(page: Page, end: int) -> int:
    """ "وفي 12 من الشهر، أي قبل يومين من الإعلان، قال": behind an aside that only explains the day."""
    if page.form[end : end + 2] != ["،", "اي"]:
        return end
    return next((at + 1 for at in range(end + 2, min(len(page.form), end + _ASIDE)) if page.form[at] == "،"), end)


def _said_after(page: Page, end: int) -> bool:
    """ "وفي 17 ديسمبر قالت القيادة", "On December 17 the command said": the day stands right before the speech."""
    named = 0
    end = _past_aside(page, end)
    if page.form[end : end + 1] in (["that"], ["which"]):
        return False  # "an attack on December 13 that the US says was its work"
    for at in range(end, min(len(page.form), end + 14)):
        named += at in page.inside or page.form[at] in QUOTES
        if at - end - named >= 5:
            return False
        if page.cue(at, "verb") == "speech":
            # "On Saturday five were reported killed", "bombings on January 21, claimed by ISIS"
            passive = (page.form[at - 1] in BE and at - 1 not in page.inside) or page.form[at + 1 : at + 2] == ["by"]
            return not passive if page.form[at] < "\u0590" else at - end <= 2
        if (
            page.form[at] in (".", "\n")
            or page.cue(at, "verb")
            or page.trigger(at) is not None
            or (page.form[at] == "،" and page.form[end] == "،")
        ):
            return False
    return False


def _ends_clause(page: Page, mention: DateMention) -> bool:
    """ "Jets struck the town yesterday, officials said", "two died Tuesday in a raid, he said": the day belongs to what
    stands before it."""
    if page.form[mention.start] >= "\u0590":
        return False
    head = mention.start - 1 if page.before(mention.start) == "on" else mention.start
    if head <= 0 or page.form[head - 1] in _CLAUSE_EDGE:
        return False
    if page.form[mention.end : mention.end + 1] == [","]:
        return not page.cue(mention.end + 1, "verb") or _done_before(page, head)
    return _done_before(page, head) and _comma_first(page, mention.end)


def _done_before(page: Page, head: int) -> bool:
    """Whether the clause before a token tells of a deed."""
    for at in range(head - 1, max(-1, head - _SPEECH_REACH), -1):
        if page.form[at] in _CLAUSE_EDGE and page.form[at] != "and":
            return False
        if page.trigger(at) is not None or page.cue(at, "verb") == "action" or page.form[at] in _RAIDED:
            return True
    return False


_RAIDED = markers("event-verb")


def _comma_first(page: Page, end: int) -> bool:
    """Whether a comma stands before the next word of saying."""
    for at in range(end, min(len(page.form), end + _SPEECH_REACH)):
        if page.form[at] == ",":
            return True
        if page.form[at] in (".", "\n") or page.cue(at, "verb") == "speech":
            return False
    return False


def _speech_near(page: Page, at: int) -> bool:
    """Whether someone speaks in the sentence around a token."""
    for step in (-1, 1):
        k = at + step
        while 0 <= k < len(page.form) and abs(k - at) <= 14 and page.form[k] not in (".", "\n", "؛"):
            if page.cue(k, "verb") == "speech" or page.form[k] in _SPEECH_AROUND:
                return True
            k += step
    return False


def _act_told(page: Page, at: int) -> bool:
    """ "قال إن قواته خاضت اليوم معارك": a verb of deed right before the day, inside what is said."""
    at -= at > 0 and page.form[at - 1] in _PARTS_OF_DAY
    acted = False
    for k in range(at - 1, max(at - _ACTED, -1), -1):
        if page.form[k] in _COMPLEMENT:
            return acted
        if page.form[k] in (".", "\n", "،") or page.cue(k, "verb") in ("speech", "deny"):
            return False
        acted = acted or page.trigger(k) is not None or page.cue(k, "verb") not in (None, "toll")
    return False


_ACTED = 10


def dateline(page: Page, mention: DateMention, day: date, published: date | None) -> bool:
    """A line of page furniture that only names the day: datelines, captions, "18 يوليو 2024"."""
    left = mention.start
    while left > 0 and page.form[left - 1] not in (".", "\n"):
        left -= 1
    right = mention.end
    while right < len(page.form) and page.form[right] not in (".", "\n"):
        right += 1
    if left and published is None:
        return False
    if published is not None and 0 <= (published - day).days <= 3:
        dash = run_in(page, left)
        bracketed = left < mention.start or page.form[mention.end : mention.end + 1] == ["("]  # "Feb. 2 (UPI) --"
        if bracketed and mention.end <= dash and not any(page.cue(at, "verb") for at in range(left, dash)):
            return True
    line = range(left, right)
    if any(
        page.trigger(at) is not None
        or (page.cue(at, "verb") and not page.cue(at, "masdar"))
        or _event(page, at)
        or page.form[at] in _HAPPEN
        for at in line
    ):
        return False
    full = page.form[right : right + 1] == ["."] and page.form[left] < "\u0590"
    return (
        right - left <= (_CAPTION if full else _FURNITURE)
        and published is not None
        and 0 <= (published - day).days <= 3
    )


_FURNITURE = 16
_CAPTION = 7  # a longer English sentence tells of something, though no verb of it is known


def _event(page: Page, at: int) -> bool:
    noun = page.noun(at)
    return noun is not None and noun.kind in ("event", "casualty")
