"""Made-up bulletins with their gold: endless cases whose every figure is known because it was written, not read.

A sentence is a template. ``{killed_iq:gen,q}`` becomes a counted noun in the genitive, perhaps with a qualifier, and a
gold figure of killed in Iraq. ``{none_iq:no raids}`` becomes those words and a figure of zero. ``{int:30-90}`` is a
number that is no figure. Any other name is a word of the report.

>>> report = generate(7, "ar")
>>> all(report[f["field"]][f["start"] : f["end"]] == f["evidence"] for f in report["figures"])
True
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any, Literal

from hasila.values.render import Case, Noun, count_ar, count_en, spell_ar, spell_en

Lang = Literal["ar", "en"]
Gold = dict[str, Any]

_SLOT = re.compile(r"\{(\w+)(?::([^}]*))?\}")
_KURILLA, _COOPER, _MCFARLANE = "Michael Erik Kurilla", "Brad Cooper", "Matthew McFarlane"
_CENTCOM, _COALITION, _SDF = "US Central Command", "Global Coalition", "Syrian Democratic Forces"
_SCOPES = {"": "IQ+SY", "iq": "IQ", "sy": "SY"}
_PARTNER = {"iq": "Iraqi Security Forces", "sy": _SDF}
# What a slot counts, the kind of noun it takes, how large it gets, and what its gold holds beside the rest.
_SLOTS: dict[str, tuple[str, str, tuple[int, int], Gold]] = {
    "ops": ("operations", "operation", (1, 1), {}),
    "part": ("operations", "operation", (1, 1), {"mode": "partnered", "partners": [_SDF]}),
    "uni": ("operations", "operation", (1, 1), {"mode": "unilateral"}),
    "none": ("operations", "operation", (0, 0), {"mode": "unilateral"}),
    "before": ("operations", "operation", (12, 60), {"period": "previous"}),
    "killed": ("killed", "fighter", (1, 1), {}),
    "leaders": ("killed", "leader", (1, 1), {"subset": True, "place": None}),
    "safe": ("killed", "civilian", (0, 0), {"target": "civilians", "place": None}),
    "dead": ("killed", "civilian", (2, 9), {"actor": "ISIS", "target": "civilians", "place": None, "period": None}),
    "denied": ("killed", "soldier", (2, 9), {"modality": "denied", "target": None, "place": None, "period": None}),
    "detained": ("detained", "fighter", (1, 1), {}),
    "strikes": ("strikes", "strike", (2, 30), {"actor": _COALITION}),
    "attacks": ("attacks", "attack", (3, 40), {"actor": "ISIS", "target": None}),
    "foiled": ("attacks", "attack", (2, 9), {"modality": "prevented", "actor": "ISIS", "place": None, "period": None}),
    "feared": (
        "attacks",
        "attack",
        (3, 9),
        {"modality": "hypothetical", "actor": "ISIS", "place": None, "period": None},
    ),
    "wounded": ("wounded", "soldier", (2, 9), {"target": None, "place": None, "period": None}),
    "surrendered": ("surrendered", "fighter", (2, 30), {"period": None}),
    "casualties": ("casualties", "person", (3, 30), {"target": None, "period": None}),
}
_TARGETLESS = ("attacks", "foiled", "feared")


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence and what it settles: ``gold`` for all its figures, ``ops`` only for those of operations."""

    text: str
    gold: Gold = field(default_factory=dict)
    ops: Gold = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Language:
    nouns: Mapping[str, Sequence[Any]]
    qualifiers: Mapping[str, Sequence[str]]
    issuers: Mapping[str, Sequence[str]]
    speakers: Mapping[str, str]
    lands: Mapping[str, Mapping[str, str]]
    months: Sequence[Sequence[str]]
    titles: Sequence[_Line]
    openings: Sequence[_Line]
    country: Sequence[_Line]
    both: Sequence[_Line]
    extras: Sequence[_Line]
    distractors: Sequence[str]
    sayings: Sequence[str]
    quotes: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Report:
    """Everything that is settled before the first sentence is written."""

    rng: Random
    lang: Lang
    language: _Language
    published: date
    issuer: str
    words: Mapping[str, str]
    values: Mapping[str, int]
    nouns: Mapping[str, Any]
    numbers: Literal["digits", "words", "mixed"]
    digits: str
    spelling: Literal["full", "bare", "careless"]


_SAID: Gold = {"attribution": "@issuer"}
_JOINT: Gold = {"mode": "partnered", "partners": "@partner"}
_BY_COALITION: Gold = {"actor": _COALITION}

_AR_MONTHS = (
    ("كانون الثاني", "يناير"),
    ("شباط", "فبراير"),
    ("آذار", "مارس"),
    ("نيسان", "أبريل"),
    ("أيار", "مايو"),
    ("حزيران", "يونيو"),
    ("تموز", "يوليو"),
    ("آب", "أغسطس"),
    ("أيلول", "سبتمبر"),
    ("تشرين الأول", "أكتوبر"),
    ("تشرين الثاني", "نوفمبر"),
    ("كانون الأول", "ديسمبر"),
)

_AR = _Language(
    nouns={
        "operation": [Noun("عملية", "عمليات", "f")],
        "strike": [Noun("ضربة", "ضربات", "f"), Noun("غارة", "غارات", "f")],
        "attack": [Noun("هجوم", "هجمات", "m")],
        "fighter": [
            Noun("عنصر", "عناصر", "m"),
            Noun("مسلح", "مسلحون", "m", sound=True),
            Noun("إرهابي", "إرهابيون", "m", sound=True),
            Noun("مقاتل", "مقاتلون", "m", sound=True),
        ],
        "leader": [Noun("قيادي", "قياديون", "m", sound=True), Noun("قائد", "قادة", "m")],
        "soldier": [Noun("جندي", "جنود", "m")],
        "civilian": [Noun("مدني", "مدنيون", "m", sound=True)],
        "person": [Noun("شخص", "أشخاص", "m")],
        "corpse": [Noun("قتيل", "قتلى", "m")],
        "captive": [Noun("معتقل", "معتقلون", "m", sound=True)],
    },
    qualifiers={
        "about": ["نحو {}", "قرابة {}", "حوالي {}"],
        "over": ["أكثر من {}", "ما يزيد على {}"],
        "at_least": ["ما لا يقل عن {}", "{} على الأقل"],
    },
    issuers={
        _CENTCOM: ["القيادة المركزية الأميركية (سنتكوم)", "القيادة المركزية الأمريكية", "القيادة الوسطى الأميركية"],
        "CJTF-OIR": ["قوة المهام المشتركة - عملية العزم الصلب"],
        _COALITION: ["قيادة التحالف الدولي"],
    },
    speakers={
        _KURILLA: "قائد القيادة المركزية الأميركية الجنرال مايكل إريك كوريلا",
        _COOPER: "قائد القيادة المركزية الأميركية الأدميرال براد كوبر",
        _MCFARLANE: "قائد قوة المهام المشتركة اللواء ماثيو ماكفرلين",
    },
    lands={
        "iq": {"land": "العراق", "partner": "القوات الأمنية العراقية"},
        "sy": {"land": "سوريا", "partner": "قوات سوريا الديمقراطية (قسد)"},
    },
    months=[(levant, gulf, f"{levant}/{gulf}") for levant, gulf in _AR_MONTHS],
    titles=[
        _Line("{ops:nom} ضد داعش في {month}", _SAID),
        _Line("مقتل {killed:gen} واعتقال {detained:gen,others} من داعش في العراق وسوريا", _SAID),
        _Line("حصيلة {month}.. {ops:nom} ضد تنظيم داعش ومقتل {killed:gen}", _SAID),
        _Line("حصيلة جديدة للحملة على تنظيم داعش في {month}", _SAID),
    ],
    openings=[
        _Line(
            "أعلنت {issuer} تنفيذ {ops:gen,q} ضد تنظيم داعش في العراق وسوريا خلال {month} {year}، "
            "أسفرت عن مقتل {killed:gen,q} واعتقال {detained:gen,others}.",
            _SAID,
        ),
        _Line(
            "قالت {issuer} في بيان إن قوات التحالف الدولي نفّذت خلال شهر {month} الماضي {ops:acc,q} ضد داعش في "
            "العراق وسوريا، قُتل فيها {killed:nom} وأُسر {detained:nom,others}.",
            _SAID,
            _BY_COALITION,
        ),
        _Line(
            "ذكرت {issuer} أن {ops:acc} ضد داعش نُفّذت في العراق وسوريا في {month} {year}، وانتهت بمقتل "
            "{killed:gen,alone} من عناصر التنظيم والقبض على {detained:gen,alone}.",
            _SAID,
        ),
        _Line(
            "شهد {month} {year} تنفيذ {ops:gen,q} ضد داعش في العراق وسوريا، وفق ما أعلنته {issuer}، وبلغ عدد قتلى "
            "التنظيم {killed:acc,alone} وعدد المعتقلين منه {detained:acc,alone}.",
            _SAID,
        ),
        _Line(
            "كشفت {issuer} حصيلة الحملة على داعش في العراق وسوريا خلال {month} {year}: {ops:nom} "
            "و{killed:nom,noun=corpse} و{detained:nom,noun=captive}.",
            _SAID,
        ),
        _Line(
            "قُتل {killed:nom,q} واعتُقل {detained:nom,q} من تنظيم داعش في {ops:gen} جرت في العراق وسوريا "
            "خلال {month} {year}، بحسب {issuer}.",
            _SAID,
        ),
        _Line(
            "تمكنت قوات التحالف الدولي خلال {month} {year} من قتل {killed:gen} وأسر {detained:gen,others} من "
            "تنظيم داعش في العراق وسوريا بعد {ops:gen,construct} دهم، كما جاء في بيان أصدرته {issuer}.",
            _SAID | _BY_COALITION,
        ),
    ],
    country=[
        _Line("ففي {land} نُفّذت {ops_@:nom}، ما أدى إلى مقتل {killed_@:gen} واعتقال {detained_@:gen,others}."),
        _Line(
            "وفي {land} جرت {ops_@:nom} بالتعاون مع {partner}، وقُتل هناك {killed_@:nom} وأُلقي القبض على "
            "{detained_@:gen}.",
            ops=_JOINT,
        ),
        _Line(
            "وسُجلت في {land} {ops_@:nom}، وبلغ عدد القتلى هناك {killed_@:acc,alone} وعدد الأسرى {detained_@:acc,alone}."
        ),
        _Line("وعلى صعيد {land} نفّذ التحالف الدولي {ops_@:acc} قضى فيها على {killed_@:gen}.", _BY_COALITION),
        _Line("واعتقلت {partner} {detained_@:acc} في {land}، فيما قُتل {killed_@:nom,alone} خلال {ops_@:gen} هناك."),
    ],
    both=[
        _Line("وجرت {ops_iq:nom} في العراق و{ops_sy:nom,alone} في سوريا."),
        _Line("وتوزعت الحملة بين {ops_sy:gen} في سوريا و{ops_iq:gen,alone} في العراق."),
        _Line(
            "وقُتل {killed_iq:nom} في العراق و{killed_sy:nom,alone} في سوريا، فيما أُوقف {detained_iq:nom} في العراق "
            "و{detained_sy:nom,alone} في سوريا."
        ),
    ],
    extras=[
        _Line("ونُفّذت في سوريا {part_sy:nom,adj=مشتركة} و{uni_sy:nom,adj=منفردة}."),
        _Line("ولم تُنفذ {none_iq:أي عملية منفردة} في العراق."),
        _Line("وبين القتلى {leaders:nom} في التنظيم."),
        _Line("وشنت طائرات التحالف الدولي خلال الشهر نفسه {strikes_sy:acc,q} على مواقع للتنظيم في سوريا."),
        _Line("وتبنى التنظيم {attacks:acc} في العراق وسوريا خلال الشهر ذاته."),
        _Line("وأصيب {wounded:nom} من قوات التحالف خلال المداهمات."),
        _Line("واستسلم {surrendered_sy:nom} من التنظيم لقوات سوريا الديمقراطية في سوريا."),
        _Line("وفي {previous} نُفّذت {before:nom} ضد التنظيم في العراق وسوريا."),
        _Line("ونفى متحدث عسكري صحة أنباء عن مقتل {denied:gen} من قوات التحالف."),
        _Line("وأحبطت القوات العراقية {foiled:acc} للتنظيم قرب كركوك."),
        _Line("وحذر البيان من أن التنظيم قد يشن {feared:acc} قبل نهاية العام."),
        _Line("وأوقع قصف لمخبأ في سوريا {casualties_sy:acc} بين قتيل وجريح."),
        _Line("وقُتل {dead:nom} في هجوم نفّذه التنظيم على قرية نائية."),
        _Line("وأكد البيان أنه لم يُقتل {safe:أي مدني} في العمليات."),
    ],
    distractors=[
        "ويضم التحالف {int:70-89} دولة ومنظمة منذ تشكيله عام 2014.",
        "وينتشر في العراق قرابة {int:18-25}00 جندي أميركي ضمن مهمة التدريب.",
        "ولا يزال أكثر من {int:7-10} آلاف محتجز في سجون شمال شرقي سوريا.",
        "وتراجع نشاط التنظيم بنسبة {int:30-80} في المئة مقارنة بالعام السابق.",
        "ويقيم في مخيم الهول نحو {int:30-55} ألف شخص معظمهم نساء وأطفال.",
        "وعثرت القوات على {int:11-99} عبوة ناسفة ومخبأين للسلاح.",
        "ويبلغ القيادي الفار من العمر {int:28-55} عاماً.",
        "وتمتد منطقة التمشيط على {int:20-90} كيلومتراً.",
        "وخسر التنظيم آخر معاقله في آذار 2019 بعد خمس سنوات من القتال.",
        "ويرابط اللواء {int:11-99} في الجيش العراقي غرب الموصل.",
        "وخُصص للبرنامج {int:11-90} مليون دولار هذا العام.",
    ],
    sayings=["وقال {speaker}: {quote}.", "وأضاف {speaker} في البيان: {quote}.", "{quote}، بحسب ما قال {speaker}."],
    quotes=[
        "لن نترك للتنظيم فرصة كي يجمع صفوفه من جديد",
        "عملنا مع شركائنا في البلدين مستمر حتى الهزيمة الدائمة للتنظيم",
        "سنبقى إلى جانب 40 شريكاً في المنطقة ما دام الخطر قائماً",
        "هذه النتائج ثمرة تدريب طويل لشركائنا على الأرض",
    ],
)

_EN = _Language(
    nouns={
        "operation": [("operation", "operations"), ("mission", "missions")],
        "strike": [("airstrike", "airstrikes"), ("strike", "strikes")],
        "attack": [("attack", "attacks")],
        "fighter": [
            ("ISIS fighter", "ISIS fighters"),
            ("militant", "militants"),
            ("ISIS operative", "ISIS operatives"),
            ("member of the group", "members of the group"),
        ],
        "leader": [("senior leader", "senior leaders"), ("commander", "commanders")],
        "soldier": [("soldier", "soldiers"), ("service member", "service members")],
        "civilian": [("civilian", "civilians")],
        "person": [("person", "people")],
    },
    qualifiers={
        "about": ["about {}", "around {}", "nearly {}", "roughly {}"],
        "over": ["more than {}", "over {}"],
        "at_least": ["at least {}", "no fewer than {}"],
    },
    issuers={
        _CENTCOM: ["US Central Command", "U.S. Central Command (CENTCOM)", "CENTCOM"],
        "CJTF-OIR": ["Combined Joint Task Force - Operation Inherent Resolve"],
        _COALITION: ["the Global Coalition"],
    },
    speakers={
        _KURILLA: 'Gen. Michael "Erik" Kurilla, the CENTCOM commander',
        _COOPER: "Adm. Brad Cooper, the CENTCOM commander",
        _MCFARLANE: "Maj. Gen. Matthew McFarlane, who leads the task force",
    },
    lands={
        "iq": {"land": "Iraq", "partner": "the Iraqi Security Forces"},
        "sy": {"land": "Syria", "partner": "the Syrian Democratic Forces (SDF)"},
    },
    months=[[name] for name in calendar.month_name[1:]],
    titles=[
        _Line("{ops} against ISIS in {month}", _SAID),
        _Line("{killed} killed, {detained:alone} detained in Iraq and Syria in {month}", _SAID),
        _Line("Coalition forces kill {killed} in {month}", _SAID | _BY_COALITION),
        _Line("New tally of the fight against ISIS for {month}", _SAID),
    ],
    openings=[
        _Line(
            "{issuer} said coalition forces carried out {ops:q} against ISIS in Iraq and Syria in {month} "
            "{year}, killing {killed:q} and detaining {detained:others}.",
            _SAID | _BY_COALITION,
        ),
        _Line(
            "Partner forces conducted {ops} against ISIS across Iraq and Syria during {month} {year}, {issuer} "
            "said in a statement, leaving {killed:q} dead and {detained:alone} in custody.",
            _SAID,
        ),
        _Line(
            "In {month} {year}, {ops:q} against ISIS in Iraq and Syria resulted in {killed} killed and "
            "{detained} captured, according to {issuer}.",
            _SAID,
        ),
        _Line(
            "{issuer} announced the results of the campaign against ISIS in Iraq and Syria for {month} {year}: "
            "{ops}, {killed} killed and {detained:alone} detained.",
            _SAID,
        ),
        _Line(
            "Troops of the Global Coalition killed {killed} and captured {detained:others} in {ops:q} against "
            "ISIS across Iraq and Syria in {month} {year}, {issuer} reported.",
            _SAID | _BY_COALITION,
        ),
        _Line(
            "The killing of {killed:q} and the arrest of {detained:q} in Iraq and Syria followed {ops} against "
            "ISIS, {issuer} said in its summary for {month} {year}.",
            _SAID,
        ),
    ],
    country=[
        _Line(
            "In {land}, troops carried out {ops_@} with {partner}, killing {killed_@} and capturing "
            "{detained_@:others}.",
            ops=_JOINT,
        ),
        _Line("In {land}, {ops_@:pre=partnered} left {killed_@} dead.", ops={"mode": "partnered"}),
        _Line("{land} accounted for {ops_@}, with {killed_@:alone} killed and {detained_@:alone} detained."),
        _Line("For {land} the statement lists {ops_@}, {killed_@} killed, and {detained_@} detained."),
        _Line("In {land}, {partner} arrested {detained_@} while {ops_@} ended with {killed_@:alone} killed."),
    ],
    both=[
        _Line("Troops conducted {ops_iq} in Iraq and {ops_sy:alone} in Syria."),
        _Line("The campaign comprised {ops_sy} in Syria and {ops_iq:alone} in Iraq."),
        _Line("Forces killed {killed_iq} in Iraq and {killed_sy:alone} in Syria."),
        _Line("They detained {detained_iq} in Iraq and {detained_sy:alone} in Syria."),
    ],
    extras=[
        _Line("In Syria, forces carried out {part_sy:pre=partnered} and {uni_sy:pre=US-only}."),
        _Line("{none_iq:No US-only operations} took place in Iraq."),
        _Line("The dead include {leaders}."),
        _Line("Coalition aircraft also conducted {strikes_sy:q} on ISIS positions in Syria over the same month."),
        _Line("ISIS claimed {attacks} in Iraq and Syria during the month."),
        _Line("The raids wounded {wounded} of the coalition."),
        _Line("In Syria, {surrendered_sy} surrendered to the Syrian Democratic Forces."),
        _Line("In {previous}, forces conducted {before} against ISIS in Iraq and Syria."),
        _Line("A spokesman denied reports that {denied} of the coalition had been killed."),
        _Line("Iraqi troops foiled {foiled} by ISIS near Kirkuk."),
        _Line("The statement warned that ISIS might launch {feared} before the end of the year."),
        _Line("A raid in Syria left {casualties_sy} killed or wounded."),
        _Line("ISIS killed {dead} in an assault on a remote village."),
        _Line("{safe:No civilians} were killed in the operations, the statement said."),
    ],
    distractors=[
        "The coalition counts {int:70-89} members and was formed in 2014.",
        "About {int:18-25}00 American troops are deployed in Iraq to train local forces.",
        "More than {int:7-10},000 prisoners remain in jails in northeast Syria.",
        "The group's activity fell by {int:30-80} percent compared with the year before.",
        "Some {int:30-55},000 people live in al-Hol camp, most of them women and children.",
        "Troops found {int:11-99} explosive devices and two weapons caches.",
        "The fugitive commander is {int:28-55} years old.",
        "The search covered {int:20-90} square kilometers.",
        "ISIS lost its last stronghold in March 2019 after five years of fighting.",
        "The 5{int:4-9}th Brigade of the Iraqi Army is stationed west of Mosul.",
        "The program will cost ${int:11-90} million this year.",
    ],
    sayings=["{quote}, said {speaker}.", "{speaker}, said: {quote}."],
    quotes=[
        "The group must never get room to gather its ranks again",
        "Our work with partners in both countries goes on until its lasting defeat",
        "We stand beside 40 partners in the region for as long as the danger remains",
        "These results come from the long training of our partners on the ground",
    ],
)
_LANGUAGES: Mapping[Lang, _Language] = {"ar": _AR, "en": _EN}


def generate(seed: int, lang: Lang) -> dict[str, Any]:
    """One report and its gold; the same seed and language give the same report on every machine."""
    report = _settle(Random(f"{lang}-{seed}"), lang)
    title, title_figures = (None, []) if report.rng.random() < 0.4 else _title(report)
    text, figures, quotes = _body(report)
    return {
        "id": f"made-{lang}-{seed}",
        "lang": lang,
        "published": report.published.isoformat(),
        "title": title,
        "text": text,
        "relevant": True,
        "figures": title_figures + figures,
        "quotes": quotes,
    }


def _settle(rng: Random, lang: Lang) -> _Report:
    language = _LANGUAGES[lang]
    year, month = divmod(rng.randrange(2022 * 12 + 9, 2026 * 12 + 4), 12)
    month += 1
    published = date(year, month, calendar.monthrange(year, month)[1]) + timedelta(days=rng.randint(2, 12))
    naming = rng.randrange(len(language.months[0]))
    issuer = rng.choices(list(language.issuers), weights=(4, 1, 1))[0]
    words = {
        "issuer": rng.choice(language.issuers[issuer]),
        "month": language.months[month - 1][naming],
        "year": str(year),
        "previous": f"{language.months[month - 2][naming]} {year - (month == 1)}",
    }
    return _Report(
        rng=rng,
        lang=lang,
        language=language,
        published=published,
        issuer=issuer,
        words=words,
        values=_values(rng),
        nouns={kind: rng.choice(nouns) for kind, nouns in language.nouns.items()},
        numbers=rng.choice(("digits", "words", "mixed", "mixed")),
        digits=rng.choice(("{}", "{}", "{}", "arabic", "/{}/", "({})")) if lang == "ar" else "{}",
        spelling=rng.choice(("full", "full", "bare", "bare", "careless")),
    )


def _values(rng: Random) -> dict[str, int]:
    """Counts for each country, small ones often, and the totals that they add up to."""
    values = {
        f"{name}_{land}": rng.randint(1, 12) if rng.random() < 0.55 else rng.randint(11, 140)
        for name in ("ops", "killed", "detained")
        for land in ("iq", "sy")
    }
    for name, least in (("ops", 2), ("killed", 2), ("detained", 1)):
        values[f"{name}_sy"] = max(least, values[f"{name}_sy"])
        values[f"{name}_iq"] = max(2 if name == "ops" else 1, values[f"{name}_iq"])
        values[name] = values[f"{name}_iq"] + values[f"{name}_sy"]
    values["uni_sy"] = rng.randint(1, min(3, values["ops_sy"] - 1))
    values["part_sy"] = values["ops_sy"] - values["uni_sy"]
    values["leaders"] = rng.randint(1, min(6, values["killed"] - 1))
    return values


def _title(report: _Report) -> tuple[str, list[Gold]]:
    line = report.rng.choice(report.language.titles)
    text, figures = _write(replace(report, numbers=report.rng.choice(("digits", report.numbers))), line)
    return text, [_placed(figure, "title", 0, text) for figure in figures]


def _body(report: _Report) -> tuple[str, list[Gold], list[Gold]]:
    """The sentences joined, with the figures at their places in the whole text."""
    written = [_write(report, line) for line in _lines(report)]
    said, quotes = _quote(report)
    if said:
        written.insert(report.rng.randint(1, len(written)), (said, []))
    glue = report.rng.choice((" ", "\n", "\n\n"))
    seamless = report.rng.randrange(40)  # sometimes two sentences have lost the space between them
    text, starts = "", []
    for at, (sentence, _) in enumerate(written):
        text += ("" if at == 0 or (at == seamless and glue == " ") else glue) + sentence
        starts.append(len(text) - len(sentence))
    figures = [
        _placed(figure, "text", start, text)
        for start, (_, found) in zip(starts, written, strict=True)
        for figure in found
    ]
    return text, figures, quotes


def _lines(report: _Report) -> list[_Line]:
    """Three to eight sentences: the total, the countries in either order or together, then what else there is."""
    rng, language = report.rng, report.language
    lines = [rng.choice(language.openings)]
    shape = rng.randrange(5)
    if shape < 3:
        lands = rng.sample(["iq", "sy"], 2)
        lines += [
            _at_land(language, line, land) for line, land in zip(rng.sample(language.country, 2), lands, strict=True)
        ]
    elif shape == 3:
        lines.append(rng.choice(language.both))
    room = rng.randint(max(1, 3 - len(lines)), 7 - len(lines))
    extras = rng.sample(language.extras, rng.randint(0, room))
    distractors = [_Line(text) for text in rng.sample(language.distractors, room - len(extras))]
    if len(lines) == 3 and distractors and rng.random() < 0.3:
        lines.insert(1, distractors.pop())  # background wedged in between the total and its parts
    return lines + rng.sample(extras + distractors, len(extras) + len(distractors))


def _at_land(language: _Language, line: _Line, land: str) -> _Line:
    text = line.text.replace("@", land)
    for name, words in language.lands[land].items():
        text = text.replace(f"{{{name}}}", words)
    partners = {"partners": [_PARTNER[land]]} if line.ops.get("partners") == "@partner" else {}
    return _Line(text, line.gold, line.ops | partners)


def _quote(report: _Report) -> tuple[str, list[Gold]]:
    if report.rng.random() < 0.5:
        return "", []
    speaker = _KURILLA if report.published < date(2025, 8, 8) else _COOPER
    if report.published < date(2023, 8, 1) and report.rng.random() < 0.5:
        speaker = _MCFARLANE
    said = report.rng.choice(report.language.quotes)
    opening, closing = report.rng.choice(('""', "“”", "«»") if report.lang == "ar" else ('""', "“”"))
    saying = report.rng.choice(report.language.sayings)
    inside = said + "," if saying.startswith("{quote},") and report.lang == "en" else said
    saying = saying.replace("{quote},", "{quote}") if inside != said else saying
    text = saying.format(speaker=report.language.speakers[speaker], quote=f"{opening}{inside}{closing}")
    return text, [{"speaker": speaker, "text": said}]


def _placed(figure: Gold, where: str, offset: int, text: str) -> Gold:
    start, end = figure["start"] + offset, figure["end"] + offset
    return figure | {"field": where, "start": start, "end": end, "evidence": text[start:end]}


def _write(report: _Report, line: _Line) -> tuple[str, list[Gold]]:
    """Fill a template; offsets of the figures are those in the sentence."""
    text, figures, at = "", [], 0
    for slot in _SLOT.finditer(line.text):
        text += _dressed(report, line.text[at : slot.start()])
        at = slot.end()
        words, figure = _filled(report, line, slot[1], slot[2] or "")
        if figure is not None:
            figures.append(figure | {"start": len(text), "end": len(text) + len(words)})
        text += words
    text += _dressed(report, line.text[at:])
    return text[:1].upper() + text[1:], figures


def _dressed(report: _Report, text: str) -> str:
    """The text with its vowel marks, without them, or without the hamzas of alef as well (اعلنت)."""
    if report.lang == "en" or report.spelling == "full":
        return text
    bare = re.sub("[\u064b-\u0652]", "", text)
    return re.sub("[أإآ]", "ا", bare) if report.spelling == "careless" else bare


def _filled(report: _Report, line: _Line, name: str, options: str) -> tuple[str, Gold | None]:
    if name == "int":
        low, high = options.split("-")
        return str(report.rng.randint(int(low), int(high))), None
    base, _, land = name.partition("_")
    if base not in _SLOTS:
        return _dressed(report, report.words[name]), None
    _measure, kind, (low_value, high_value), _gold = _SLOTS[base]
    if high_value == 0:
        return _dressed(report, options), _figure(report, line, base, land, 0, "exact")
    n = report.values.get(name) or report.rng.randint(low_value, high_value)
    chosen = options.split(",")
    qualifier = _qualifier(report, n) if "q" in chosen else "exact"
    kind = next((option[5:] for option in chosen if option.startswith("noun=")), kind)
    words = (_phrase_ar if report.lang == "ar" else _phrase_en)(report, n, report.nouns[kind], chosen, qualifier)
    return _dressed(report, words), _figure(report, line, base, land, n, qualifier)


def _qualifier(report: _Report, n: int) -> str:
    return report.rng.choice(("exact", "exact", "about", "over", "at_least")) if n > 2 else "exact"


def _figure(report: _Report, line: _Line, base: str, land: str, n: int, qualifier: str) -> Gold:
    measure, _kind, _range, own = _SLOTS[base]
    gold: Gold = {
        "measure": measure,
        "low": n,
        "high": None if qualifier in ("over", "at_least") else n,
        "qualifier": qualifier,
        "modality": "asserted",
        "mode": None,
        "actor": None,
        "attribution": None,
        "target": None if base in _TARGETLESS else "ISIS",
        "partners": [],
        "place": _SCOPES[land],
    }
    gold |= line.gold | (line.ops if base == "ops" else {}) | own
    if gold["attribution"] == "@issuer":
        gold["attribution"] = report.issuer
    start, end = _period(report, gold.pop("period", "month"))
    return gold | {"period_start": start, "period_end": end}


def _period(report: _Report, which: str | None) -> tuple[str | None, str | None]:
    """The month before that of publication, the one before it for "previous", or nothing."""
    if which is None:
        return None, None
    last = report.published.replace(day=1) - timedelta(days=1)
    if which == "previous":
        last = last.replace(day=1) - timedelta(days=1)
    return last.replace(day=1).isoformat(), last.isoformat()


def _phrase_ar(report: _Report, n: int, noun: Noun, chosen: Sequence[str], qualifier: str) -> str:
    case: Case = next((option for option in ("nom", "acc") if option in chosen), "gen")
    form = report.rng.choice(report.language.qualifiers[qualifier]) if qualifier != "exact" else "{}"
    if form != "{}" and not form.startswith("{}"):
        case = "gen"
    digits = report.numbers == "digits" or (report.numbers == "mixed" and n > 10) or (n > 100 and n % 100 in (1, 2))
    glyphs = "arabic" if report.digits == "arabic" else "{}"
    if "alone" in chosen:
        return _wrapped(str(n), n, glyphs) if digits else spell_ar(n, noun.gender, case)
    if "others" in chosen and report.rng.random() < 0.5:
        return _wrapped(_others_ar(n, case, digits), n, glyphs)
    phrase = count_ar(n, noun, case, construct="construct" in chosen, digits=digits)
    if n == 2 and noun.sound and case != "nom":
        phrase += " اثنين"  # the unvocalised dual could be a plural
    adjective = next((option[4:] for option in chosen if option.startswith("adj=")), "")
    if adjective:
        phrase += " " + (adjective[:-1] + ("تان" if case == "nom" else "تين") if n == 2 else adjective)
    return form.format(_wrapped(phrase, n, report.digits) if digits else phrase)


def _others_ar(n: int, case: Case, digits: bool) -> str:
    """ثلاثة آخرين, اثنان آخران, واحداً آخر."""
    number = str(n) if digits and n > 2 else spell_ar(n, "m", case)
    if n == 1:
        return f"{number} آخر"
    if case == "nom":
        return f"{number} {'آخران' if n == 2 else 'آخرون'}"
    return f"{number} آخرين"


def _wrapped(phrase: str, n: int, digits: str) -> str:
    if digits == "arabic":
        return phrase.translate({ord("0") + digit: chr(0x0660 + digit) for digit in range(10)})
    return phrase.replace(str(n), digits.format(n))


def _phrase_en(report: _Report, n: int, noun: tuple[str, str], chosen: Sequence[str], qualifier: str) -> str:
    digits = report.numbers == "digits" or (report.numbers == "mixed" and n > 9)
    form = report.rng.choice(report.language.qualifiers[qualifier]) if qualifier != "exact" else "{}"
    if "alone" in chosen:
        return str(n) if digits else spell_en(n)
    if "others" in chosen and report.rng.random() < 0.5:
        return f"{n if digits else spell_en(n)} {'other' if n == 1 else 'others'}"
    before = next((option[4:] + " " for option in chosen if option.startswith("pre=")), "")
    return form.format(count_en(n, before + noun[0], before + noun[1], digits=digits))
