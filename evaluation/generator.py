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
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any, Literal

from evaluation import bulletin
from evaluation.bulletin import Gold, Lang, Language, Line
from hasila.values.render import Case, Noun, count_ar, count_en, spell_ar, spell_en

_SLOT = re.compile(r"\{(\w+)(?::([^}]*))?\}")
_KURILLA, _COOPER, _MCFARLANE = "Michael Erik Kurilla", "Brad Cooper", "Matthew McFarlane"
_SCOPES = {"": "IQ+SY", "iq": "IQ", "sy": "SY"}
_PARTNER = {"iq": "Iraqi Security Forces", "sy": "Syrian Democratic Forces"}
_TARGETLESS = ("attacks", "foiled", "feared")


@dataclass(frozen=True, slots=True)
class _Report:
    """Everything that is settled before the first sentence is written."""

    rng: Random
    lang: Lang
    language: Language
    published: date
    issuer: str
    words: Mapping[str, str]
    values: Mapping[str, int]
    nouns: Mapping[str, Any]
    numbers: Literal["digits", "words", "mixed"]
    digits: str
    spelling: Literal["full", "bare", "careless"]


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
    language = bulletin.language(lang)
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


def _lines(report: _Report) -> list[Line]:
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
    distractors = [Line(text) for text in rng.sample(language.distractors, room - len(extras))]
    if len(lines) == 3 and distractors and rng.random() < 0.3:
        lines.insert(1, distractors.pop())  # background wedged in between the total and its parts
    return lines + rng.sample(extras + distractors, len(extras) + len(distractors))


def _at_land(language: Language, line: Line, land: str) -> Line:
    text = line.text.replace("@", land)
    for name, words in language.lands[land].items():
        text = text.replace(f"{{{name}}}", words)
    partners = {"partners": [_PARTNER[land]]} if line.ops.get("partners") == "@partner" else {}
    return Line(text, line.gold, line.ops | partners)


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


def _write(report: _Report, line: Line) -> tuple[str, list[Gold]]:
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


def _filled(report: _Report, line: Line, name: str, options: str) -> tuple[str, Gold | None]:
    if name == "int":
        low, high = options.split("-")
        return str(report.rng.randint(int(low), int(high))), None
    base, _, land = name.partition("_")
    if base not in bulletin.slots():
        return _dressed(report, report.words[name]), None
    slot = bulletin.slots()[base]
    if slot.most == 0:
        return _dressed(report, options), _figure(report, line, base, land, 0, "exact")
    n = report.values.get(name) or report.rng.randint(slot.least, slot.most)
    chosen = options.split(",")
    qualifier = _qualifier(report, n) if "q" in chosen else "exact"
    kind = next((option[5:] for option in chosen if option.startswith("noun=")), slot.noun)
    words = (_phrase_ar if report.lang == "ar" else _phrase_en)(report, n, report.nouns[kind], chosen, qualifier)
    return _dressed(report, words), _figure(report, line, base, land, n, qualifier)


def _qualifier(report: _Report, n: int) -> str:
    return report.rng.choice(("exact", "exact", "about", "over", "at_least")) if n > 2 else "exact"


def _figure(report: _Report, line: Line, base: str, land: str, n: int, qualifier: str) -> Gold:
    slot = bulletin.slots()[base]
    gold: Gold = {
        "measure": slot.measure,
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
    gold |= line.gold | (line.ops if base == "ops" else {}) | slot.gold
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
