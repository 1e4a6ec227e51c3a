"""Templates -> pages, in the reader's language and direction."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache, lru_cache, partial
from typing import Any
from urllib.parse import parse_qsl

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from hasila import __version__
from hasila.brief.dates import Dates
from hasila.brief.language import Language, language
from hasila.brief.page import web_address
from hasila.ledger.written import written
from hasila.tally.asked import cell_words
from hasila.tally.result import Note
from hasila.tally.telling import READINGS, Telling, arithmetic, told
from hasila.web.addresses import addresses, link
from hasila.web.excerpts import excerpt, sentence_around
from hasila.web.marks import Piece
from hasila.web.messages import Tongue, messages
from hasila.web.noted import NOTES
from hasila.web.objections import objection
from hasila.web.setaside import set_aside
from hasila.web.spoken import Spoken
from hasila.web.wording import days_named, wording

_DIRECTIONS = {"ar": "rtl", "en": "ltr"}
_NAMED = 4096
"""Periods and cells whose names are held: those of a ledger come again on every page."""


def draw(template: str, lang: Tongue, **values: Any) -> str:
    """A page. Whatever comes from a report is escaped: it stays text."""
    other: Tongue = "en" if lang == "ar" else "ar"
    shared = {"lang": lang, "dir": _DIRECTIONS[lang], "other": other, "version": __version__, "live": addresses().live}
    return _environment(lang).get_template(template).render(**shared, **values)


@cache
def _environment(lang: Tongue) -> Environment:
    made = Spoken(
        messages(lang),
        loader=PackageLoader("hasila.web"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = language(lang)
    asking = lru_cache(maxsize=_NAMED)(cell_words)
    made.filters.update(
        amount=_amount,
        isolated=_isolated,
        actor=words.actor,
        site=words.site,
        scope=words.place,
        person=words.person,
        outlet=words.outlet,
    )
    made.filters["exact"] = _exact
    made.filters["weight"] = _weight
    made.filters["written"] = written
    made.filters["around"] = sentence_around
    made.filters["series"] = partial(_series, words)
    made.filters["last_of_month"] = _last_of_month
    made.filters["web_address"] = web_address
    made.filters["because"] = partial(told, words=wording(lang))
    made.filters["arithmetic"] = partial(arithmetic, words=wording(lang))
    made.filters["cell_words"] = asking
    made.filters["cell"] = lru_cache(maxsize=_NAMED)(wording(lang).label)
    made.filters["asking"] = asking
    made.filters["noted"] = partial(NOTES.shown, lang=lang)
    made.filters["set_aside"] = partial(set_aside, lang=lang)
    made.filters["objection"] = partial(objection, lang=lang)
    made.filters["note"] = partial(_note, wording(lang))
    made.globals["source_words"] = words.words["notes"]
    made.globals["days"] = lru_cache(maxsize=_NAMED)(partial(_days, Dates(words)))
    made.globals["month_name"] = cache(Dates(words).month)
    made.globals["spelled"] = _spelled
    made.globals["link"] = partial(link, lang)
    made.globals["asset"] = lambda name: addresses().asset(name)
    made.globals["data"] = lambda name: addresses().data(name)
    made.globals["turned"] = _turned
    made.filters["allowed"] = _allowed
    return made


def _allowed(words: list[Piece]) -> list[Piece]:
    """The words of a report as far as they may be shown here."""
    return words if addresses().texts else excerpt(words)


def _turned(path: str, other: Tongue) -> str:
    """The same page in another language; ``path`` is what follows the language, as it was asked for."""
    where, _, query = path.partition("?")
    return addresses().page(other, where, tuple(parse_qsl(query, keep_blank_values=True)))


def _amount(low: int | None, high: int | None) -> str:
    """A count as it was stated: "38", "20–25", "≥ 7", "≤ 25"; nothing where only a vague word stands.

    >>> _amount(38, 38), _amount(20, 25), _amount(7, None), _amount(None, None)
    ('38', '20–25', '≥ 7', '…')
    """
    if low is None and high is None:
        return "…"
    if low is None or high is None:
        return f"≥ {low:,}" if low is not None else f"≤ {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _isolated(text: str | None) -> Markup:
    """Words of another script, kept from turning the order of those around them."""
    return Markup(f"<bdi>{escape(text or '')}</bdi>")


def _exact(text: str) -> Markup:
    """Text of which the browser keeps every character: it makes a line feed of a bare carriage return."""
    return Markup(escape(text).replace("\r", Markup("&#13;")))


def _weight(thousandths: int) -> str:
    """A difference of weights as the weights are written.

    >>> _weight(10000), _weight(2500)
    ('10', '2.5')
    """
    return f"{thousandths / 1000:g}"


def _days(dates: Dates, start: date | None, end: date | None) -> Markup:
    """A period by its name, with an open side shown as one; nothing where nobody knows it."""
    return _isolated(days_named(dates, start, end))


def _spelled(place: str, lang: Tongue) -> str:
    """The name of a governorate in a language, without the word that says that it is one.

    >>> _spelled("Homs Governorate", "en"), _spelled("Homs Governorate", "ar")
    ('Homs', 'حمص')
    """
    return language(lang).site(place).removesuffix(" Governorate").removeprefix("محافظة ")


def _series(words: Language, series: str) -> str:
    """Whose tally it is: the force that keeps it, where the briefs know it by name."""
    base, _, rest = series.partition(": ")
    known = words.words["series"].get(base)
    return f"{words.actor(known['actor'])}{f' · {rest}' if rest else ''}" if known else words.outlet(series)


def _note(words: Telling, note: Note) -> str:
    """How a statement counts the operations of one force alone, and why."""
    return f"{words.sentence(READINGS[note.reading])}: {told([note.why], words)}"
