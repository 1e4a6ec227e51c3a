"""Who did what is told in words that name no deed: "the work of the army", "have taken 40 people into custody"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Word
from hasila.reading.cast import Part
from hasila.reading.count import CLOSE
from hasila.reading.governors import BE, COMMA
from hasila.reading.page import Page
from hasila.reading.setting import PEOPLE
from hasila.values.numbers import read_number


def has_done(page: Page, at: int, end: int) -> bool:
    """ "Police have taken 40 people into custody": a deed that the lexicon does not know, with people behind it."""
    if page.form[at] not in _HAVE or at + 2 >= end or page.word[at + 1] is not None:
        return False
    count = read_number(page.form, at + 2)
    return count is not None and page.form[at + 1].endswith("n") and _people(page, count.end)


_HAVE = frozenset({"have", "has", "had"})


def attack_of(page: Page, at: int, end: int) -> bool:
    """Whether an attack of an actor stands right behind its name: "ISIS attack", "Islamic State (IS) air raids"."""
    at += at + 1 < end and page.form[at] in CLOSE
    at += at + 1 < end and page.form[at] in _ARMS
    return at < end and page.form[at] in ATTACKS_AFTER_NAME


ATTACKS_AFTER_NAME = markers("attack-after-name")
_ARMS = markers("kind-of-attack") - {"forces", "led", "military", "special"}


def told_to_act(page: Page, part: Part, before: str) -> bool:
    """ "CENTCOM said the US killed 18": a state heads a clause behind "said" or "that", the US behind a comma too."""
    said = part.start - 1 - (page.form[part.start - 1] == "the")
    return before == "that" or page.cue(said, "verb") == "speech" or (before == "," and part.whom == "US government")


def one_of(page: Page, behind: int, verb: int) -> bool:
    """ "IS chief killed with eight others": one man of a group, right before a deed without object, suffered it."""
    noun = page.noun(behind) if verb == behind + 1 else None
    trigger = page.trigger(verb)
    suffers = trigger is not None and trigger.measure in PEOPLE
    return suffers and noun is not None and noun.kind == "person" and noun.number == "one"


def men_of(page: Page, at: int, behind: int, start: int, end: int) -> bool:
    """ "gunmen believed to belong to ISIS attacked a post": men of the group named at a token act behind its name."""
    if at - 2 <= start or page.form[at - 1] != "to" or page.form[at - 2] not in _BELONG:
        return False
    near = range(at - 3, max(start - 1, at - _THOUGHT), -1)
    men = next((noun for k in near if (noun := page.noun(k)) is not None), None)
    if men is None or men.kind != "person" or men.number != "many":
        return False
    stop = page.first(COMMA, behind, min(end, behind + _SOON)) or min(end, behind + _SOON)
    deed = next((k for k in range(behind, stop) if does(page, k) or page.form[k] in _STRUCK or shoots(page, k)), None)
    return deed is not None and page.before(deed) not in BE


_STRUCK = markers("struck-verb")
_BELONG = markers("belonging-word")
_THOUGHT = 7
_SOON = 5


def shoots(page: Page, at: int) -> bool:
    """ "four ISIS fighters in a truck opened fire at a base": men who shoot, counted or not."""
    fired = page.form[at] == "opened" and page.has(_FIRE, at + 1, at + 3)
    return fired and page.before(at) not in BE


_FIRE = frozenset({"fire"})


def _people(page: Page, at: int) -> bool:
    noun = page.noun(at) if at < len(page.form) else None
    return noun is not None and noun.kind == "person"


def work_of(page: Page, at: int, start: int) -> bool:
    """ "Another 54 arrests were the work of the SDF, 28 were that of the army": whose doing it was."""
    of = at - 1 if page.form[at - 1] == "of" else at - 2
    if of - 2 < start or page.form[of] != "of":
        return False
    doing = page.form[of - 1] in _WORK or page.form[of - 2 : of] in _THAT_OF
    return doing and page.form[of - 2] in _BE_OR_THE


_WORK = markers("work-of")
_THAT_OF = (["was", "that"], ["were", "that"], ["were", "those"])


def acts_in_clause(page: Page, at: int, end: int) -> bool:
    """Whether the subject of a clause of "that" acts in it, whatever stands between: "إن التحالف الذي تقوده واشنطن شن",
    "بأن التحالف، بالتنسيق مع شركائه، أنجز"."""
    stop = min(end, at + _CLAUSE)
    while at < stop:
        if page.form[at] in COMMA:
            at = _past_aside(page, at, stop)
        elif page.form[at] == "(":  # "إن التحالف (يضم 86 دولة) نفذ"
            at = next((k for k in range(at + 1, stop) if page.form[k] == ")"), stop)
        elif page.form[at] in _RELATIVE:
            at += 1  # whose verb comes next
        elif page.form[at] in _ABLE:
            return _made_good(page, at, stop)
        elif not page.conj[at] and (word := page.word[at]) is not None and finite(word):
            return word.cues.get("verb") != "other" and (does(page, at) or raids(page, at))
        at += 1
    return False


def _made_good(page: Page, at: int, stop: int) -> bool:
    """ "تمكنت من القبض على", "تمكنت خلال عملية أمنية من القبض على": whether what somebody was able to do is a deed."""
    near = range(at + 1, min(stop, at + _MADE_GOOD))
    return any(does(page, k) for k in near) or any(
        page.form[k] == "من" and does(page, k + 1) for k in range(at + 1, min(stop, at + _CLAUSE) - 1)
    )


def _past_aside(page: Page, at: int, stop: int) -> int:
    """Past what stands between commas; behind a lone one comes the verb: "أن قوات سوريا الديمقراطية- قسد، اعتقلت"."""
    if at + 1 < stop and not page.conj[at + 1] and (acts_in(page, at + 1) or page.form[at + 1] in _ABLE):
        return at
    return next((k for k in range(at + 1, stop) if page.form[k] in COMMA), stop)


def acts_past_aside(page: Page, at: int, end: int) -> bool:
    """ "قوة تابعة لقسد، وبمساندة من التحالف، نفذت غارة": whether a verb stands right behind what commas enclose."""
    if at >= end or page.form[at] not in COMMA:
        return False
    close = next((k for k in range(at + 1, min(end, at + _CLAUSE) - 1) if page.form[k] in COMMA), None)
    return close is not None and acts_in(page, close + 1) and not page.conj[close + 1]


def raids(page: Page, at: int) -> bool:
    """ "طيران التحالف قصف الحي": behind its subject the word is the verb, not the noun that is written alike."""
    return page.cue(at, "verb") == "raid"


_RELATIVE = markers("relative-clause")
_ABLE = markers("was-able")
_MADE_GOOD = 3


def befalls(page: Page, at: int, end: int) -> bool:
    """ "عنصران من داعش قُتلا في سوريا": behind its people a verb with no object may as well be passive, and is what was
    done to them."""
    trigger = page.trigger(at)
    if trigger is None or trigger.shape != "verb" or trigger.measure not in PEOPLE:
        return False
    behind = at + 1
    if behind < end and page.conj[behind] == "و" and befalls(page, behind, end):
        return True  # "قتلوا وأصيبوا في هجوم"
    return behind >= end or behind in page.dated or page.form[behind] in COMMA or page.form[behind] in _NO_OBJECT


_NO_OBJECT = markers("adverbial-preposition")


def does(page: Page, at: int) -> bool:
    """Whether a token is an action that someone carries out."""
    word = page.word[at]
    if word is None:
        return False
    if word.trigger is not None:
        lost = word.trigger.measure == "killed" and word.trigger.voice == "lost"
        return not lost and word.trigger.shape != "after" and word.trigger.voice not in ("pass", "intr", "fall")
    return word.cues.get("verb") in ("action", "other", "prevent") and not word.cues.get("masdar")


def acts_in(page: Page, at: int) -> bool:
    trigger = page.trigger(at)
    return does(page, at) and (trigger is None or trigger.shape in ("verb", "any"))


def finite(word: Word) -> bool:
    """Whether a word is a finite verb of any kind."""
    trigger = word.trigger
    return bool(word.cues.get("verb") and not word.cues.get("masdar")) or (
        trigger is not None and trigger.shape in ("verb", "any")
    )


def is_kind(page: Page, at: int, kind: str) -> bool:
    noun = page.noun(at)
    return noun is not None and noun.kind == kind


def acts_on(page: Page, first: int, last: int, start: int, end: int) -> bool:
    """ "هبطت قوات أميركية في القرية، فقتلت ثلاثة": the subject of a verb of any kind at the head of a clause, which
    goes on with a deed before anybody else is named."""
    verb = first - 1
    heads = verb == start or (verb > start and (page.form[verb - 1] in COMMA or page.conj[verb]))
    if verb < start or not heads or not _some_verb(page, verb):
        return False
    for at in range(last, min(end, last + _CLAUSE)):
        if page.conj[at] in ("ف", "و") and acts_in(page, at):
            return True
        held = page.name_at.get(at)
        if held is not None and held.kind == "actor":
            return False
    return False


def _some_verb(page: Page, at: int) -> bool:
    """Whether a word before its subject looks like a verb that the lexicon doesn't know: هبطت, توغلت."""
    unknown = page.word[at] is None and page.lex[at].alpha and at not in page.inside and at not in page.dated
    return unknown and page.form[at] not in _FUNCTION and not page.lex[at].prep and not page.lex[at].article


def help_of(page: Page, first: int, start: int) -> bool:
    """ "بدعم عبر المراقبة الجوية من قبل التحالف": by whom help was given, not the deed done."""
    if first - start < _HELP_REACH or page.form[first - 2 : first] != ["من", "قبل"]:
        return False
    for at in range(first - 3, max(start, first - 2 - _HELP_REACH), -1):
        if page.trigger(at) is not None or page.form[at] in COMMA:
            return False
        if page.among(at, _HELP) or page.form[at].removeprefix("ب") in _HELP:
            return True
    return False


_HELP = markers("help-noun")
_HELP_REACH = 6


def in_its_events(page: Page, first: int, start: int) -> bool:
    """ "قُتلوا في عمليات القوات الأميركية": in whose operations something happened."""
    at = first - 1
    if at <= start or page.form[first] < "\u0590":
        return False
    shelled = page.form[at] in _SHELLED
    return shelled or (is_kind(page, at, "event") and (page.form[at - 1] in _WITHIN or page.lex[at].prep == "ب"))


_SHELLED = frozenset({"بقصف", "بنيران"})
_WITHIN = frozenset({"في", "خلال", "جراء", "اثر"})
_CLAUSE = 18
_FUNCTION = markers("function-word")


def hits(form: str) -> bool:
    """Whether what follows a word is hit: غارة ضد أهداف للتنظيم, استهدفت خلايا تابعة للتنظيم."""
    return form in ("ضد", "علي") or form in _LAYS_AMBUSH or form.lstrip("ويت").startswith(("استهدف", "ستهدف"))


def fought_by_name(page: Page, at: int, start: int) -> bool:
    """ "التحالف الدولي لمحاربة التنظيم نفذ": the group that a body has in its name, as what it is there to fight."""
    return at - 1 >= start and page.form[at - 1][:1] == "ل" and page.form[at - 1][1:] in _FIGHTING


def past_purpose(page: Page, at: int) -> int:
    """Past what a body is there to fight, told right behind its name."""
    named = page.name_at.get(at + 1)
    held = named is not None and named.kind == "actor" and fought_by_name(page, at + 1, at)
    return named.end if named is not None and held else at


_FIGHTING = markers("fighting-of")


_LAYS_AMBUSH = markers("lays-ambush")


def did_to_them(page: Page, at: int) -> bool:
    """ "213 منهم قتلهم سلاح الجو": a verb that has those counted before it for its object."""
    trigger = page.trigger(at) if at > 0 else None
    return trigger is not None and trigger.filled and page.form[at].endswith(("هم", "هما"))


def gave_word(page: Page, at: int, start: int) -> bool:
    """ "ضربة للتحالف بناء على معلومات جهاز مكافحة الإرهاب": whose intelligence it was, not whose deed."""
    low = max(start, at - _WORD_REACH)
    known = page.all(_KNOWLEDGE, low, at + 1)
    return bool(known) and all(page.trigger(k) is None and page.form[k] not in COMMA for k in range(known[-1], at + 1))


_KNOWLEDGE = markers("knowledge")
_WORD_REACH = 3


def its_deed(page: Page, at: int, start: int) -> bool:
    """ "عمليتان تولتهما القوات الأمريكية": a verb that takes the events before it for its object, then who did it."""
    if at - 2 < start or not page.form[at - 1].endswith(_THEM) or page.lex[at].prep or page.conj[at - 1]:
        return False
    helped = page.cue(at - 1, "with") or page.cue(at - 1, "verb") == "speech"
    first = at - 2
    while first > start and page.form[first].removeprefix("ال") in _KINDS:
        first -= 1
    return is_kind(page, first, "event") and page.noun(at - 1) is None and not helped


def deed_of_men(page: Page, at: int, start: int) -> bool:
    """ "162 عملية لخلايا التنظيم": a deed whose men or cells stand between it and their group."""
    at -= page.form[at] == "من"  # "هجوم لعناصر من التنظيم"
    men = page.form[at].removeprefix("ل") in _BANDS or (page.lex[at].prep == "ل" and is_kind(page, at, "person"))
    if at - 1 < start or not men or page.form[at][0] != "ل":
        return False
    near = range(at - 1, max(start, at - 3) - 1, -1)
    deed = next((k for k in near if is_kind(page, k, "event")), None)
    return deed is not None and not any(hits(page.form[k]) for k in range(max(start, deed - 1), at))


def of_named_subject(page: Page, at: int, first: int) -> bool:
    """ "قتلت القوات الأميركية زعيم التنظيم": between a verb and a name stands another name, which is who did it."""
    held = page.name_at.get(first)
    joined = held is not None and held.conj == "و"
    named = page.inside.get(at)
    told = not joined and named is not None and named.kind == "actor" and is_kind(page, named.end, "person")
    return told or of_its_leader(page, at)


def of_its_leader(page: Page, at: int) -> bool:
    """ "غارة قتلت زعيم التنظيم", "واعتقلت المتحدث باسم داعش": whose leader was hit did not do it."""
    while page.form[at] in _AT_HEAD and at > 1:
        at -= 1
    trigger = page.trigger(at - 1) if at > 0 and page.form[at] in _LEADER else None
    return trigger is not None and trigger.measure in PEOPLE


_AT_HEAD = frozenset({"في", "باسم", "تنظيم"})
_LEADER = markers("group-leader") | markers("speaking-office")


_KINDS = markers("kind-of-strike")
_THEM = ("ها", "هما", "هم")
_BE_OR_THE = BE | {"the"}
_BANDS = markers("band")


def men_act(page: Page, men: int, at: int, end: int) -> bool:
    """ "أن خلايا من تنظيم داعش الإرهابي، نصبوا كميناً": men of a group, named up to a token, and then what they do."""
    if not (is_kind(page, men, "person") or page.form[men] in _BANDS) or page.cue(men - 1, "subset"):
        return False  # "أربعة أشخاص، بينهم عناصر من قوات الأمن، قتلوا"
    while at < end and (page.form[at] in COMMA or page.form[at] in _EPITHETS):
        at += 1
    near = (k for k in range(at, min(end, at + 2)) if does(page, k) and not page.conj[k])
    return any(not befalls(page, k, end) for k in near)


_EPITHETS = markers("epithet-of-group")


def men_of_agent(page: Page, at: int, start: int) -> bool:
    """ "على يد خلايا من التنظيم", "حين هاجم مسلحون من داعش": men who are named as doers, behind by or their verb; and
    "تعرض اللواء لهجوم من داعش"."""
    event = page.noun(at) if at > start else None
    if event is not None and event.kind == "event" and event.value == "attacks":
        return True
    men = at > start and (is_kind(page, at, "person") or page.form[at] in _BANDS)
    if not men:
        return False
    word = page.word[at - 1]
    if page.form[at - 1] in _BY:
        return True
    unknown = (
        word is None
        and page.lex[at - 1].alpha
        and not page.lex[at - 1].article
        and at - 1 not in page.inside
        and at - 1 not in page.dated
    )
    deed = word is not None and word.trigger is None and word.cues.get("verb") in ("action", "raid")
    plain = unknown and page.form[at - 1] not in _FUNCTION and not page.lex[at - 1].prep
    leads = (
        at - 1 == start
        and bool(page.cue(start, "verb"))
        and (page.form[at] in _BANDS or not page.form[at - 1].endswith("ت"))
    )
    acting = page.form[at].endswith("ون") or leads  # "واستهدف عناصر من التنظيم، أمس، حافلة"
    return (deed or plain or leads) and not page.cue(at - 1, "masdar") and acting


_BY = markers("by-agent")


def country_acts(page: Page, start: int, behind: int, end: int) -> bool:
    """ "أكد البيان أن الولايات المتحدة لم تنفذ أي عملية": a country, named in [start, behind), right behind "that" and
    before its deed."""
    verb = behind + page.has(_NOT_OR_HAD, behind, behind + 1)
    return page.before(start) in _THAT and verb < end and does(page, verb)


_THAT = frozenset({"ان", "بان", "وان"})
_NOT_OR_HAD = frozenset({"لم", "لن", "قد"})
