"""Notices as people read them: the words and the figures, in Arabic and then in English, with links."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from babel import Locale

from hasila.brief.dates import Dates
from hasila.brief.language import language
from hasila.brief.phrases import Style, phrase
from hasila.brief.quantity import bounded
from hasila.model import Measure

Lang = Literal["ar", "en"]
_LANGS: tuple[Lang, Lang] = ("ar", "en")
_COMMA: Mapping[Lang, str] = {"ar": "، ", "en": ", "}
_STYLES: Mapping[str, Style] = {"partnered": "joint", "unilateral": "lone"}
Plain = Mapping[str, Any]


def subject_of(bodies: Sequence[Plain]) -> str:
    """What a message with some notices is about, in both languages."""
    return " · ".join(_subject(bodies, lang) for lang in _LANGS)


def text_of(body: Plain) -> str:
    """A notice in both languages, with the words that state its figures once."""
    parts = ["\n".join(_lines(body, lang)) for lang in _LANGS]
    return "\n\n".join([*parts, "\n".join(_quotations(body))])


def _subject(bodies: Sequence[Plain], lang: Lang) -> str:
    words = _words(lang)
    counts = []
    for kind in ("statement", "contradiction"):
        count = sum(body["kind"] == kind for body in bodies)
        if count:
            counts.append(_counted(kind, count, lang))
    return str(words["subject"]).format(count=str(words["and"]).join(counts))


def _lines(body: Plain, lang: Lang) -> Iterator[str]:
    words = _words(lang)
    yield str(words[body["kind"]]).format(name=_name(body, lang))
    for row in body.get("numbers", ()):
        said = _number(row, lang)
        yield f"- {said} ({words['states'].get(row['state'], row['state'])})"
    for one in body.get("said", ()):
        yield "- " + str(words["says"]).format(
            number=_number(one, lang), witnesses=_counted("witness", one["witnesses"], lang)
        )
    if lang == "en":
        for one in body.get("sums", ()):
            yield "- " + str(words["sum"]).format(sum=one["sum"], said=one["said"])


def _name(body: Plain, lang: Lang) -> str:
    """Whose statement it is, and of which days."""
    cells = body.get("cells") or body.get("numbers") or [{}]
    series = str(body.get("series") or cells[0].get("series") or body["statement"])
    period = body.get("period") or cells[0].get("period")
    return _COMMA[lang].join([_series(series, lang), _period(period, lang)])


def _series(series: str, lang: Lang) -> str:
    held = language(lang)
    known = held.words["series"].get(series.partition(": ")[0])
    return held.actor(known["actor"]) if known else held.outlet(series)


def _period(period: Plain | None, lang: Lang) -> str:
    days = [date.fromisoformat(day) for name in ("start", "end") if (day := (period or {}).get(name))]
    if not days:
        return str(_words(lang)["undated"])
    dates = Dates(language(lang))
    return dates.period((days[0], days[1])) if len(days) == 2 else dates.day(days[0])


def _number(row: Plain, lang: Lang) -> str:
    """A number with what it counts and where: "38 operations, Iraq and Syria"."""
    held = language(lang)
    measure = cast(Measure, row["measure"])
    low, high = row.get("low"), row.get("high")
    quantity = bounded(low or 0, high, {str(row.get("qualifier", "exact"))})
    style = _STYLES.get(str(row.get("mode")), "toll") if measure == "operations" else "toll"
    said = phrase(held, quantity, measure, style=style) if quantity else str(held.measure(measure)["name"])
    said = str(_words(lang)["losses"].get(measure, "{count}")).format(count=said)
    places = [held.site(row["place_name"])] if row.get("place_name") else []
    places += [held.place(row["place"])] if row.get("place") else []
    return _COMMA[lang].join([said, *places])


def _counted(what: str, n: int, lang: Lang) -> str:
    """So many of something, in the form that the number asks for."""
    forms = _words(lang)["counts"][what]
    return str(forms.get(Locale(lang).plural_form(n), forms["other"])).format(n=n)


def _quotations(body: Plain) -> Iterator[str]:
    """Each sentence with who printed it and where, in its own language."""
    every = [*body.get("words", ()), *(one for said in body.get("said", ()) for one in said["words"])]
    links = {one["document"]: one["url"] for one in body.get("reports", ())}
    told = set()
    for one in every:
        sentence = one.get("sentence") or one["words"]
        if (one["document"], sentence) in told:
            continue
        told.add((one["document"], sentence))
        lang: Lang = "ar" if any("\u0621" <= sign <= "\u064a" for sign in sentence) else "en"
        words = _words(lang)
        yield str(words["source"]).format(outlet=one.get("outlet") or words["unknown"], sentence=sentence)
        url = one.get("url") or links.get(one["document"])
        if url:
            yield str(words["link"]).format(url=url)


@cache
def _words(lang: Lang) -> Mapping[str, Any]:
    text = (files("hasila.watch") / "words.toml").read_text(encoding="utf-8")
    held: Mapping[str, Any] = tomllib.loads(text)[lang]
    return held
