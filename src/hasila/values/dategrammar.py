"""The grammar of dates: which runs of tags are a date, in Arabic and English.

``<class>`` stands for one token of that class, ``<a|b>`` for one of either, ``<&class>`` for one with a glued "and";
``{Name}`` is a fragment defined above its use. Named groups hand over the parts. Reading takes two passes: the first
finds stretches ("May 21", "last month"), the second what is said of them ("from May 21 to 27", "since last month").
"""

from __future__ import annotations

import re
from functools import cache
from itertools import count

from hasila.values.months import class_letters

_FRAGMENTS = {
    "And": "(?:<and>|(?=.w))",
    "Name": "(?:<eabbr><dot>?|<month|emonth|amaybe>|<emaybe>(?!<modal>)|<twin><ord>)",
    "Sure": "(?:<eabbr><dot>?|<month|emonth>|<twin><ord>)",
    "English": "(?:<eabbr><dot>?|<emonth|emaybe>)",
    # Numbers: 28, الـ28, /28/, الثامن والعشرين, الخامس عشر, 21st; counts: الستة, الأربع والعشرين, twenty-four, a
    "Digits": "(?:<art>?<slash><day><slash>|<art>?<day><suffix>?)",
    "DayNum": "(?:{Digits}|<ord><teen>|<ord><&ten>|<ten><ord>|<ord>|<ten>)",
    "Day": "(?P<day>{DayNum})",
    "Count": "(?:<art>?<day|num>|<card><&ten>|<ten><card>|<card><teen>|<weekday><teen>|<card|ten|teen|one|vague>)",
    "Units": "<plural|dayword|monthword|yearword|unitword>",
    # The second name of a pair: آب/أغسطس, ديسمبر (كانون الأول)
    "Alias": "(?P<alias>(?:<slash>|<open>)?(?!.w)(?:<month|amaybe>|<twin><ord>)<close>?)",
    "Which": "(?P<rel><last|this|next|prev|same>)",
    # The year: last year, العام الماضي, 2024, عام 2024, of the year
    "Year": (
        "(?:<of|min>?<the>?(?P<yref><that>?<last|this|same|that|prev|next>)<yearword>"
        "|<of|min>?<the>?<yearword>(?P<yref><last|this|same|prev|next>)"
        "|<comma>?<of|min>?<the>?<yearword>?(?P<year><year4>)<era>?"
        "|<of|min><the>?(?P<ythe><yearword>))"
    ),
    "Tail": "(?:{Year}|{Which}{Year}?)?",
    # A month by name. Names that are other words too (آب, مارس, may, march) need a word of time beside them.
    "Month": (
        "(?:<the>?<monthword><of>?(?P<month>{Name})|(?<=<in|since|edge|until|by|of|over>)(?P<month>{Name})|(?P<month>{Sure})"
        "|(?P<month><amaybe>)(?=<slash|open|month|last|this|year4|twin|yearword>)|(?P<month><emaybe>)(?=<year4>|<of><year4|last|this|that|the>))"
        "{Alias}?"
    ),
    # A month by its place: الشهر الماضي, this month, of the month
    "MonthRef": (
        "(?:<the>?<monthword>(?P<mref><last|this|same|prev|next>)"
        "|<the>?(?P<mref><that>?<last|this|same|that|prev|next>)<monthword>|<the>?(?P<mthe><monthword>))"
    ),
    "Whole": "(?:{Year}|<of|min>{Month}{Tail}|<of|min>(?P<month><amaybe>){Alias}?{Tail}|<of|min>{MonthRef})",
    # Friday, يوم الجمعة الموافق; and before a date in brackets: Friday (12 May), أمس (الجمعة)
    "Week": "(?:<dayword>?(?P<weekday><weekday>)<comma|dash>?<match>?)",
    "Open": "(?:<today|yester><comma>?)?<dayword>?(?P<weekday><weekday>)<comma>?<open>",
    "Stretch": "(?:<stretch|endate><rest>*)",
    "Hijri": "(?P<hmonth><hmonth>|<htwin><ord|ordend>|<dhu><dhuname>)",
}

# Shapes of one stretch, the longer before the shorter.
_STRETCHES = (
    ("hijri", "{Week}?{Day}<of|min>?<the>?<monthword>?{Hijri}<comma>?(?P<hyear><hijriyear>)?<era>?"),
    # منذ بداية شهر رمضان
    ("hijri", "(?<=<since>)<edge><of>?<monthword>?<of>?{Hijri}"),
    ("hijri", "<monthword>?<of>?{Hijri}<comma>?(?P<hyear><hijriyear>)<era>?"),
    ("hijri", "(?:<monthword><of>?|(?<=<in>)|(?<=<over>)|(?<=<begin>)){Hijri}"),
    # الأسبوع الأخير من شهر رمضان
    ("hijripart", "<unitword><latest|ord><of|min><monthword>?{Hijri}"),
    # الخميس 25 ديسمبر 2025, الثامن والعشرين من كانون الأول, 21st of May
    ("day", "(?:<today|yester><comma>?)?{Week}?<dayword>?{Day}<of|min>?<the>?<monthword>?"
            "(?P<month>{Name}){Alias}?{Tail}"),
    ("day", "{Open}<dayword>?{Day}<of|min>?<the>?<monthword>?(?P<month>{Name}){Alias}?{Tail}<close>{Which}?"),
    ("endate", "{Open}(?P<month>{English})<the>?(?P<day>{Digits}){Year}?<close>"),
    # السبت 15 / تموز / 2023, 15-July-2023: as pages head themselves
    ("day", "(?:<today|yester><comma>?)?{Week}?(?P<day><day>)<slash|dash>(?P<month>{Name})<slash|dash>"
            "(?P<year><year4>)"),
    # Sunday, February 15, 2026; but in "in March 12 people" the number is no day
    ("endate", "<the>?{Week}?(?P<month>{English})<the>?(?P<day>{Digits}){Year}"),
    ("endate", "<the>?{Week}?(?<!<in>)(?<!<within>)(?P<month>{English})<the>?(?P<day>{Digits})"),
    ("day", "(?P<rel><last>)(?P<month>{English})(?P<day>{Digits})"),
    # 12 من الشهر الجاري, the 20th of this month, في 27 منه
    ("day", "{Week}?{Day}<of|min>{MonthRef}"),
    ("day", "(?<=<in>){Day}{MonthRef}"),
    ("day", "(?<=<in>){Day}<inside>"),
    ("day", "{Open}(?P<numeric><slashdate>)<close>"),
    ("day", "(?:<today|yester><comma>?)?{Week}?(?P<numeric><slashdate>)"),
    ("day", "(?:<today|yester><comma>?)?{Week}?(?P<figures><day><dash><day><dash><year4>)"),
    ("day", "{Week}?(?P<year><year4>)<dash>(?P<mnum><day>)<dash>(?P<day><day>)"),
    # اليوم الأخير من السنة, the first day of the month
    ("edge", "<today>(?P<pick><latest|ord>){Whole}"),
    ("edge", "<the>?(?P<pick><last|ord>)<dayword>{Whole}"),
    # الربع الثاني من 2024, the first half of this year, Q1 2024, النصف الأول من أيار
    ("quarter", "<the>?(?:<quarter>(?P<nth><ord>)<&latest>?|(?P<nth><ord>)<quarter>){Year}?"),
    ("half", "<the>?(?:<half>(?P<nth><ord>)<&latest>?|(?P<nth><ord>)<half>){Whole}?"),
    ("quarter", "<the>?(?:<quarter>(?P<final><latest>)|(?P<final><last|latest>)<quarter>){Year}"),
    ("half", "<the>?(?:<half>(?P<final><latest>)|(?P<final><last|latest>)<half>){Year}"),
    # الثلاثي الثاني من سنة 2023, السداسي الأخير من 2023: without a year they may be anything of three or six
    ("quarter", "<trimester>(?:(?P<nth><ord>)|(?P<final><latest>)){Year}"),
    ("half", "<semester>(?:(?P<nth><ord>)|(?P<final><latest>)){Year}"),
    ("third", "<third>(?:(?P<nth><ord>)<&latest>?|(?P<final><latest>)){Year}"),
    ("code", "<the>?(?P<code><qcode>){Year}?"),
    # الشهر الخامس من عام 2022, the fifth month of 2022, شهر 5 من العام الماضي
    ("monthnum", "<monthword>(?P<mnum><ord|day>){Year}|<the>?(?P<mnum><ord>)<monthword>{Year}"),
    # الأشهر الثلاثة الأولى من هذا العام, first three months of this year, the first two weeks of May,
    # الأسبوع الأول من تموز
    ("head", "(?P<unit><plural>)(?P<count>{Count})(?P<pick><ord>){Whole}?"),
    ("head", "(?P<count>{Count})(?P<unit><plural>)(?P<pick><ord>){Whole}?"),
    ("head", "<the>?(?P<pick><ord>)(?P<count>{Count})(?P<unit><plural>){Whole}?"),
    ("head", "(?P<dual><dual>)(?P<pick><ord>){Whole}?"),
    ("head", "(?P<pick><ord>)(?P<dual><dual>){Whole}?"),
    ("head", "<the>?(?P<pick><last|latest|ordend>)(?P<count>{Count})(?P<unit><plural>){Year}"),
    # الأشهر الثلاثة الأخيرة من عام 2023, الشهران الأخيران من السنة
    ("head", "(?P<unit><plural>)(?P<count>{Count})(?P<pick><latest>){Year}"),
    ("head", "(?P<dual><dual>)(?P<pick><latest>){Year}"),
    ("head", "<the>?(?P<pick><ord>)(?P<unit><monthword>){Year}"),
    ("head", "(?P<unit><unitword>)(?P<pick><ord>){Whole}"),
    # مطلع العام الحالي, early 2024, the end of August 2019; but in "a raid early April 17" it is early on that day
    ("part", "<the>?(?!(?<!<in>)<edge>{English}{Digits})(?P<edge><edge>)"
             "(?:<of|min>?<the>?<monthword>?<of>?(?P<month>{Name}){Alias}?{Tail}|{Year}"
             "|(?P<ythe><yearword>)|<of|min>?{MonthRef})"),
    # إلى آخر الشهر الماضي; but in "هجوم آخر الشهر الماضي" it is another raid
    ("part", "(?<=<in|to|until|since|by|through>)(?P<edge><ordend>)"
             "(?:<monthword>?(?P<month>{Name}){Alias}?{Tail}|{Year}|(?P<ythe><yearword>)|{MonthRef})"),
    # last May, شهر كانون الثاني/يناير الماضي 2023, February of last year
    ("month", "(?P<rel><last|this|next>)(?P<month><emonth|eabbr>)"),
    ("month", "(?P<rel><last|next>)(?P<month><emaybe>)"),
    ("month", "<the>?{Month}{Tail}"),
    ("month", "(?P<month><emaybe>)<saw>"),  # March saw 28 missions
    ("month", "<the>?<monthword>(?P<mref><last|this|same|prev|next>)"),
    ("month", "<monthword><which>(?P<mref><went>)"),  # في الشهر الذي سبقه
    ("year", "<yearword><which>(?P<yref><went>)"),
    ("month", "<the>?(?P<mref><that>?<this|same|that|prev|next>)<monthword>|(?<!<the>)(?P<mref><last>)<monthword>"),
    ("year", "(?<!<chief>)<the>?<yearword>(?P<yref><last|this|same|prev|next>)"),
    ("year", "<the>?(?P<yref><that>?<this|same|that|prev|next>)<yearword>|(?<!<the>)(?P<yref><last>)<yearword>"),
    ("year", "(?<!<chief>)<the>?<yearword>(?P<year><year4>)<era>?"),
    ("year", "(?<=<in|since|of|until|by|through|edge|over|tally>)(?P<bareyear><year4>)<era>?(?!<dash><day>)"),
    # on Tuesday of last week, الثلاثاء من الأسبوع الماضي
    ("weekday", "{Week}<of|min>?<the>?(?P<wref><last|this>)(?P<unit><unitword>)"),
    ("weekday", "{Week}<of|min>?<the>?(?P<unit><unitword>)(?P<wref><last|this>)"),
    # يوم الاثنين الماضي, last Sunday, اليوم الجمعة, أمس الأول, the day before yesterday
    ("weekday", "(?P<today><today|yester>)<open><dayword>?(?P<weekday><weekday>)<close>"),
    ("weekday", "(?:(?P<today><today|yester>)<comma>?)?{Week}(?P<rel><last|next>)?"),
    ("weekday", "(?P<rel><last|this|next>)(?P<weekday><weekday>)"),
    ("night", "(?P<today><today>)<last>"),  # الليلة الماضية
    ("today", "(?P<back><the>?<dayword><before>)(?P<today><today>)"),
    ("today", "(?P<back><ord>)<min>?(?P<today><yester>)|(?P<today><yester>)(?P<back><ord>)|(?P<today><yester>)"),
    ("today", "(?P<today><today>)(?!<follow|prev|ord|latest|same>)"),
)  # fmt: skip

# What is a stretch only as one end of a range: from [20] to [29] December, from [March] to May.
_ENDS = (
    ("month", "(?P<month>{Name}){Alias}?{Tail}"),
    ("day", "{Week}?<the>?{Day}{Year}?"),
    ("year", "(?P<year><year4>)"),
)

_COUNTED = "(?:(?P<count>{Count})(?P<unit>{Units})|(?P<dual><dual>))"
_ONE = "(?P<one><dayword|unitword|monthword|yearword>)(?!<weekday|day>)"

_SIDE = "<daypart>?(?P<first>{Stretch}|{Name}|<year4>|{Stretch}?<the>?{DayNum})"
_TO = "<to|through|until|dash><daypart>?"

# Whole mentions, in order of trial at a token. The stretches are found before and stand as one piece.
_MENTIONS = (
    ("range", f"<from|min>{_SIDE}<daypart>?<comma>?<and>?{_TO}(?P<last>{{Stretch}}|{{Name}}{{Stretch}}?)"),
    ("range", f"<from|min>(?P<first>{{Stretch}})<and>?{_TO}(?P<last>{{DayNum}}{{Year}}?)"),
    # from September 16th to the 21st
    ("range", "(?:<from>)?(?P<first><endate><rest>*)<to|through><the>(?P<last><day><suffix>)"),
    ("range", f"<from|min>(?P<first><year4>){_TO}(?P<last><year4>)"),
    # بين شهري كانون الثاني وحزيران
    ("range", f"<between><monthpair>?{_SIDE}<daypart>?<comma>?{{And}}(?P<last>{{Stretch}}|{{Name}}{{Stretch}}?)"),
    # في الفترة من آب 2014 وآذار 2017
    ("range", "<period><timely>?<from|min>(?P<first>{Stretch}){And}(?P<last>{Stretch})"),
    ("range", "<between>(?P<first>{Stretch})<comma>?{And}(?P<last>{DayNum}{Year}?)"),
    ("range", "<between><yearpair>?(?P<first><year4>)<and>(?P<last><year4>)"),
    ("range", "<yearpair>(?P<first><year4>)<and>(?P<last><year4>)"),
    ("range", "(?P<first><endate><rest>*)<to|through|dash>(?P<last>{Digits}{Year}?)"),
    ("range", "(?P<first>{DayNum})<to|through|dash>(?P<last>{Stretch})"),
    ("since", "<since><begin>?<daypart>?(?P<first>{Stretch})"
              "(?:<comma>?<and>?<up>?<to|through|until><daypart>?(?P<last>{Stretch}))?"),
    ("since", "<from|min><daypart>?(?P<first>{Stretch})<comma>?<and>?<up>?<to|through|until><now>"),
    ("past", "<since>(?:" + _COUNTED + "|" + _ONE + ")"),
    ("pair", "(?P<first>{Digits}|<ord>){And}(?P<last>{Stretch})"),
    # في 19 و24 و26 أيلول
    ("pair", "(?P<first>{Digits}){And}(?:{Digits}{And})+(?P<last>{Stretch})"),
    ("pair", "(?P<first>{Stretch}|<amaybe|emaybe>){And}(?P<mid>(?:{Stretch}|{Name}){And})?(?P<last>{Stretch}|{Name})"),
    ("night", "(?P<first>{Stretch})<slash|dash>?(?P<last>{Stretch})"),
    ("pair", "(?P<first><endate><rest>*)<and>(?P<last>{Digits}{Year}?)(?!{Units})"),
    ("until", "(?:<until|by|through>|<up><to>)<daypart>?(?P<first>{Stretch})"),
    ("sofar", "<so><far>(?:<in>?<the>?)(?P<first>{Stretch})"),
    # الأشهر الستة الماضية, الأربع والعشرين ساعة الماضية, الشهرين الأخيرين
    ("past", "(?P<unit><plural>)(?P<count>{Count})(?P<way><last|latest|prev>)"),
    ("past", _COUNTED + "(?P<way><last|latest|prev>)"),
    ("past", "(?P<unit><plural>)(?P<way><last|latest>)"),
    ("past", _ONE + "(?P<way><latest>)"),
    ("past", "(?P<one><unitword>)(?:(?P<way><last|prev>)|<which>(?P<way><went>))"),
    # the past six months, last two weeks, the past year, the last month
    ("past", "<the>?(?P<way><last|past|prev>)(?P<count>{Count})(?P<unit>{Units})"
             "(?!<of|min><the>?<year4|yearword|last|this>)"),
    ("past", "<the>?(?P<way><past>)" + _ONE),
    ("past", "<the>(?P<way><last>)" + _ONE + "(?!<of>)"),
    ("past", "(?P<way><last>)(?P<one><unitword>)"),
    ("past", "<the>?(?P<way><last|past>)(?P<unit><plural>)"),
    ("past", "<the>(?P<count>{Count})(?P<unit>{Units})(?P<way><before>)<that>"),
    # four days before that, the day before, two days ago, the next day
    ("offset", "(?P<count>{Count})(?P<unit>{Units})(?P<way><ago|earlier|later|before|after>)(?P<that><that>)?"),
    ("offset", "<the>" + _ONE + "(?P<way><before|after|earlier|later>)(?!<today>)"),
    ("offset", "<the>?(?P<way><follow|next|prev>)(?P<one><dayword>)"),
    ("offset", "<the>?(?P<way><follow>)(?P<one><monthword|yearword>)|(?P<one><monthword|yearword>)(?P<way><follow>)"),
    # on the first day, في اليوم الثالث: of what the text last saw begin
    ("nth", "(?<=<in|on>)(?:<the>?(?P<nth><ord>)<dayword>|<today|ownday>(?P<nth><ord>))(?!<of|min|teen|month|emonth>)"),
    # في اليوم التالي, قبل ذلك بيومين, بعد ثلاثة أيام
    ("offset", "(?P<today><today>)(?P<way><follow|prev>)"),
    ("offset", "(?P<way><before|after>)(?P<that><that>)?(?:" + _COUNTED + "|" + _ONE + "<card>?)"),
    ("same", "<the>?<same|that><same>?(?P<word><period|dayword|today>)"),
    ("same", "(?P<word><period|dayword|today>)<timely>?<same>"),
    ("same", "<this>(?P<word><period>)"),
    ("same", "(?P<word><ownday>)"),  # قالت يومها
    ("stretch", "(?P<first>{Stretch})"
                "(?:<and>?<to|through|until|dash>(?P<last>{Stretch})|<comma><through>(?P<last>{Stretch})"
                "|(?P<far><so><far>))?"),
    ("bare", "(?:(?<=<in|within|over>)|(?<=<in|within|over><the|one><course><of>))" + _COUNTED),
    # خلال الشهر, على مدار العام: the one that was named
    ("whole", "(?<=<in|over>)(?P<one><monthword|yearword|unitword>)"),
)  # fmt: skip

# Classes that are a date by themselves; that never open one; that make none without a word of another class.
_ALONE = (
    "stretch|endate|month|emonth|eabbr|amaybe|emaybe|weekday|today|yester|year4|slashdate|hmonth|dual|qcode|monthword"
    "|yearword|unitword|ownday"
)
_NEVER_FIRST = (
    "and|ago|begin|close|comma|daypart|dot|era|far|hijriyear|in|latest|later|earlier|modal|of|on|open|over|suffix|to"
    "|within|chief|match|saw|rest|tally|now|course|which|went|monthpair|timely"
)
_GLUE = (
    "and|art|card|close|comma|dash|day|daypart|dot|far|from|in|min|num|of|on|one|open|ord|same|since|slash|so|suffix|teen"
    "|ten|the|this|to|until|vague|between|before|after|edge|next|last|prev|past|latest|follow|earlier|later|ago"
    "|that|tally|within|begin|match|saw|ordend|dhu|era|hijriyear|modal|over|by|through|chief"
    "|now|course|which|went|monthpair|timely"
)

_GROUP = re.compile(r"\?P<[a-z0-9]+>")
_CLASS = re.compile(r"<(&?)([a-z0-9|]+)>([?*+]?)")
_FRAGMENT = re.compile(r"\{([A-Z]\w*)\}")


def _letters(match: re.Match[str]) -> str:
    letters = class_letters()
    chosen = "".join(letters[name] for name in match[2].split("|"))
    # as few groups and sets as will do: this pattern is long, and compiled at every start
    token = (f"[{chosen}]" if len(chosen) > 1 else chosen) + ("w" if match[1] else ".")
    return f"(?:{token}){match[3]}" if match[3] else token


def _classes(pattern: str) -> str:
    """Replace ``<class>`` by the tag that stands for it, leaving the names of groups alone."""
    pieces = re.split(r"(\?P<[a-z_0-9]+>|\?<[=!])", pattern)
    whole = "".join(piece.replace("<", "\x00") if at % 2 else piece for at, piece in enumerate(pieces))
    return _CLASS.sub(_letters, whole).replace("\x00", "<")


def _spread(pattern: str, fragments: dict[str, str]) -> str:
    while (wider := _FRAGMENT.sub(lambda found: fragments[found[1]], pattern)) != pattern:
        pattern = wider
    return pattern


def _plain(pattern: str) -> str:
    return _GROUP.sub("?:", pattern)


def _numbered(pattern: str) -> str:
    """Give every group a name of its own, since alternatives reuse names: month, month -> month_1, month_2."""
    turn = count(1)
    return re.sub(r"\?P<([a-z]+)>", lambda found: f"?P<{found[1]}_{next(turn)}>", pattern)


def parts_of(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """The named parts of a match, as token positions."""
    return {
        name.partition("_")[0]: (match.start(name) // 2, match.end(name) // 2)
        for name, found in match.groupdict().items()
        if found is not None
    }


def _pattern(text: str) -> str:
    return _classes(_spread(text, _FRAGMENTS))


def _any_of(rules: tuple[tuple[str, str], ...], ahead: str = "") -> re.Pattern[str]:
    """All rules in one pattern: the last group of a match is ``rule_N``, the number of the first rule that fits."""
    named = "|".join(f"(?P<rule_{at}>{_plain(_pattern(text))})" for at, (_, text) in enumerate(rules))
    return re.compile(f"{ahead}(?:{named})")


def _ahead() -> str:
    """A look ahead that keeps the rules from being tried where no date can start."""
    letters = class_letters()
    alone = "".join(letters[name] for name in _ALONE.split("|"))
    never = "".join(letters[name] for name in _NEVER_FIRST.split("|"))
    return f"(?=[{alone}]|[^{never}][_w][{''.join(letters.values())}])"


def rule_number(match: re.Match[str]) -> int:
    """Which rule of an ``any_...`` pattern has matched."""
    return int((match.lastgroup or "_0").partition("_")[2])


@cache
def any_stretch() -> re.Pattern[str]:
    """Every shape of a stretch."""
    return _any_of(_STRETCHES, _ahead())


@cache
def any_end() -> re.Pattern[str]:
    """What is a stretch only as one end of a range."""
    return _any_of(_ENDS)


@cache
def any_mention() -> re.Pattern[str]:
    """Every kind of mention, over tags in which the stretches are marked."""
    return _any_of(_MENTIONS, _ahead())


@cache
def stretch_rule(number: int) -> tuple[str, re.Pattern[str]]:
    """The shape of a stretch and the pattern that takes it apart."""
    shape, text = _STRETCHES[number]
    return shape, re.compile(_numbered(_pattern(text)))


@cache
def end_rule(number: int) -> tuple[str, re.Pattern[str]]:
    """The same for one end of a range."""
    shape, text = _ENDS[number]
    return shape, re.compile(_numbered(_pattern(text)))


@cache
def mention_rule(number: int) -> tuple[str, re.Pattern[str]] | None:
    """The kind of a mention and its pattern; groups first and last hold the stretches of a range."""
    if number >= len(_MENTIONS):
        return None
    kind, text = _MENTIONS[number]
    return kind, re.compile(_numbered(_pattern(text)))


@cache
def run_rule() -> re.Pattern[str]:
    """A run of tokens of the time lexicon; group 1 is None where it holds no word that only dates use. Such runs are
    matched too, so that a page of brackets is passed over once, not once from each of them."""
    glue = _GLUE.split("|")
    letters = class_letters()
    outside = "".join(letters[name] for name in glue)
    every = "".join(letters.values())
    content = "".join(letter for name, letter in letters.items() if name not in glue)
    return re.compile(f"(?:[{outside}].)*+([{content}].)(?:[{every}].)*+|(?:[{outside}].)++")
