"""The words of the two languages: names that the lexicon knows, months that it reads, and the same sections in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from hasila.brief.dates import Dates, MonthNames
from hasila.brief.language import language
from hasila.brief.written import BriefLang
from hasila.lexicon import names
from hasila.model import Document
from hasila.reading import read

LANGS: tuple[BriefLang, ...] = ("ar", "en")
# What only one language needs: Arabic has cases, its own names of the slots, and verbs that agree.
OWN = ("slots", "cases", "months", "periods", "counting", "measures", "people")


@pytest.mark.parametrize("lang", LANGS)
def test_actors_are_called_by_a_name_that_the_lexicon_knows(lang: BriefLang) -> None:
    known = {(form, name.canonical) for form, name in names.spellings("actor")}
    for canonical, held in language(lang).words["actors"].items():
        assert canonical in names.actors()
        assert (held["name"].removeprefix("the "), canonical) in known
        assert (held.get("short", held["name"]).removeprefix("the "), canonical) in known


@pytest.mark.parametrize("lang", LANGS)
def test_people_are_called_by_a_name_that_the_lexicon_knows(lang: BriefLang) -> None:
    known = {(form, name.canonical) for form, name in names.spellings("person")}
    assert {(form, canonical) for canonical, form in language(lang).words["people"].items()} <= known


@pytest.mark.parametrize("naming", ["levantine", "egyptian", "pair"])
def test_month_names_are_read_as_their_months(naming: MonthNames) -> None:
    for month in range(1, 13):
        name = Dates(language("ar"), naming).month(month)
        (figure,) = read(Document("a", f"نُفّذت 38 عملية ضد داعش في العراق خلال {name} 2023.")).figures
        assert figure.period is not None
        assert figure.period.start == date(2023, month, 1)


@pytest.mark.parametrize("lang", LANGS)
def test_series_name_actors_with_a_display_name(lang: BriefLang) -> None:
    words = language(lang).words
    for held in words["series"].values():
        assert set(held.values()) <= set(words["actors"])


def keys(table: dict[str, Any], above: str = "") -> Iterator[str]:
    for name, held in table.items():
        path = f"{above}.{name}".lstrip(".")
        if path.split(".")[0] in OWN:
            continue
        if isinstance(held, dict) and not path.startswith("actors."):
            yield from keys(held, path)
        else:
            yield path


def test_both_languages_have_the_same_patterns() -> None:
    assert set(keys(dict(language("ar").words))) == set(keys(dict(language("en").words)))


@pytest.mark.parametrize("lang", LANGS)
def test_every_slot_of_a_pattern_is_known(lang: BriefLang) -> None:
    held = language(lang)
    own = set(held.words.get("slots", {}))
    known = set(language("ar").words["slots"].values()) | {"lone", "were", "either", "now", "target", "target_short"}
    sections = ("headline", "opening", "operations", "mode", "country_first", "comparison", "disputed", "support")
    for section in sections:
        for slot in re.findall(r"\{([^{}:]+)", str(held.words[section])):
            if slot.startswith(("'", '"')):
                continue
            assert slot in (own or known), (section, slot)


def test_same_turn_gives_the_same_pattern_and_turns_differ() -> None:
    held = language("ar")
    turns = {held.pattern("opening.full", str(turn)) for turn in range(30)}
    assert len(turns) == len(held.get("opening.full"))
    assert held.pattern("opening.full", "7") == held.pattern("opening.full", "7")


def test_places_and_outlets_are_named_in_the_language() -> None:
    arabic, english = language("ar"), language("en")
    assert (arabic.place("IQ+SY"), english.place("IQ+SY")) == ("العراق وسوريا", "Iraq and Syria")
    assert arabic.site("Western Iraq") == "غرب العراق"
    assert arabic.outlet("US Central Command") == "القيادة المركزية الأميركية"
    assert english.outlet("An outlet that nobody knows") == "An outlet that nobody knows"


@pytest.mark.parametrize(
    ("name", "arabic", "english"),
    [
        ("Mawazin News", "موازين نيوز", "Mawazin News"),
        ("صحيفة المدن", "المدن", "Al-Modon"),
        ("Iraq Oil Report", "Iraq Oil Report", "Iraq Oil Report"),
        ("Delta Observer", "Delta Observer", "Delta Observer"),
        ("Reuters", "رويترز", "Reuters"),
    ],
)
def test_outlets_are_called_by_their_name_in_the_language(name: str, arabic: str, english: str) -> None:
    assert (language("ar").outlet(name), language("en").outlet(name)) == (arabic, english)
