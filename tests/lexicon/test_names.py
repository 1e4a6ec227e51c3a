"""The names of actors, people and places, as the reader finds them."""

import pytest

from hasila.lexicon import names
from hasila.lexicon.names import Name, NameKind, actors, people, phrases, places
from hasila.text.tokens import tokenise

KINDS: tuple[NameKind, ...] = ("actor", "person", "place")


def forms_of(text: str) -> tuple[str, ...]:
    return tuple(form.lower().removesuffix("'s") for form in tokenise(text).form)


def find(kind: NameKind, text: str) -> Name | None:
    """The name that the whole text is."""
    wanted = forms_of(text)
    return next((name for forms, name in phrases(kind).get(wanted[0], []) if forms == wanted), None)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("القيادة المركزية الأميركية", "US Central Command"),
        ("القيادة المركزية للقوات المسلحة الأمريكية", "US Central Command"),
        ("القيادة العسكرية الوسطى", "US Central Command"),
        ("سنتاكوم", "US Central Command"),
        ("USCENTCOM", "US Central Command"),
        ("U.S. Central Command", "US Central Command"),
        ("الجيش الأميركي", "US forces"),
        ("التحالف الذي تقوده واشنطن", "Global Coalition"),
        ("US-led coalition", "Global Coalition"),
        ("العزم الصلب", "CJTF-OIR"),
        ("Combined Joint Task Force - Operation Inherent Resolve".replace(" - ", " "), "CJTF-OIR"),
        ("قوات سوريا الديموقراطية", "Syrian Democratic Forces"),
        ("قـ.ـسد", "Syrian Democratic Forces"),
        ("ميليشيا قسد", "Syrian Democratic Forces"),
        ("تنظيم الدولة الإسلامية", "ISIS"),
        ("داعـ.ـش", "ISIS"),
        ("so-called Islamic State", "ISIS"),
        ("دا عش", "ISIS"),
        ("جهاز مكافحة الإرهاب", "Iraqi Counter Terrorism Service"),
        ("Iraq's Counter Terrorism Service", "Iraqi Counter Terrorism Service"),
        ("قيادة العمليات المشتركة", "Iraqi Joint Operations Command"),
        ("سلاح الجو العراقي", "Iraqi Air Force"),
        ("البيشمرغة", "Peshmerga"),
        ("المرصد السوري", "Syrian Observatory for Human Rights"),
        ("مصدر أمني", "security source"),
        ("Kurdistan Workers' Party", "PKK"),
    ],
)
def test_actor_is_known_however_it_is_written(written: str, canonical: str) -> None:
    name = find("actor", written)
    assert name is not None
    assert name.canonical == canonical


@pytest.mark.parametrize(
    ("written", "canonical", "speaks_for"),
    [
        ("كوريلا", "Michael Erik Kurilla", "US Central Command"),
        ("مايكل إيريك كوريلّا", "Michael Erik Kurilla", "US Central Command"),
        ("Erik Kurilla", "Michael Erik Kurilla", "US Central Command"),
        ("ماثيو مكفارلن", "Matthew McFarlane", "CJTF-OIR"),
        ("مات ماكفارلين", "Matthew McFarlane", "CJTF-OIR"),
        ("Matt MacFarlane", "Matthew McFarlane", "CJTF-OIR"),
        ("براد كوبر", "Brad Cooper", "US Central Command"),
        ("جو بوتشينو", "Joe Buccino", "US Central Command"),
        ("Jim Mattis", "James Mattis", "Pentagon"),
        ("رامي عبد الرحمن", "Rami Abdulrahman", "Syrian Observatory for Human Rights"),
        ("فرهاد شامي", "Farhad Shami", "Syrian Democratic Forces"),
        ("Tahseen al-Khafaji", "Tahsin al-Khafaji", "Iraqi Joint Operations Command"),
        ("جبار ياور", "Jabar Yawar", "Ministry of Peshmerga"),
        ("ستافان دي ميستورا", "Staffan de Mistura", "United Nations"),
        ("عبدالله أوجلان", "Abdullah Ocalan", "PKK"),
        ("حسن أبو هنية", "Hassan Abu Haniyeh", ""),
    ],
)
def test_person_is_known_in_both_scripts(written: str, canonical: str, speaks_for: str) -> None:
    name = find("person", written)
    assert name is not None
    assert name.canonical == canonical
    assert isinstance(name.entity, names.Person)
    assert name.entity.speaks_for == speaks_for


@pytest.mark.parametrize(
    ("written", "canonical", "scope"),
    [
        ("سورية", "Syria", "SY"),
        ("بريطانيا", "United Kingdom", "GB"),
        ("أمريكا", "United States", "US"),
        ("ديرالزور", "Deir ez-Zor", "SY"),
        ("Deir ez-Zur", "Deir ez-Zor", "SY"),
        ("Dayr az-Zawr", "Deir ez-Zor", "SY"),
        ("البو كمال", "Abu Kamal", "SY"),
        ("الباغوز", "Baghuz", "SY"),
        ("جبال حمرين", "Hamrin Mountains", "IQ"),
        ("محافظة صلاح الدين", "Salah al-Din", "IQ"),
        ("عين العرب", "Kobani", "SY"),
        ("قطاع غزة", "Gaza Strip", "PS"),
        ("الحدود العراقية السورية", "Syrian-Iraqi border", "IQ+SY"),
    ],
)
def test_place_is_known_however_it_is_written(written: str, canonical: str, scope: str) -> None:
    name = find("place", written)
    assert name is not None
    assert name.canonical == canonical
    assert isinstance(name.entity, names.Site)
    assert name.entity.scope == scope


@pytest.mark.parametrize("kind", KINDS)
def test_names_are_folded_as_the_tokeniser_folds_text(kind: NameKind) -> None:
    written = [form for form, _ in names.spellings(kind)]
    wrong = [form for form, folded in zip(written, names.folded(written), strict=True) if folded != forms_of(form)]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_longest_name_comes_first(kind: NameKind) -> None:
    for first, entries in phrases(kind).items():
        lengths = [len(forms) for forms, _ in entries]
        assert lengths == sorted(lengths, reverse=True)
        assert all(forms[0] == first for forms, _ in entries)


@pytest.mark.parametrize(
    ("word", "stands_for"), [("القيادة", "command"), ("البيان", "statement"), ("the group", "group")]
)
def test_generic_word_stands_for_a_class_of_actor(word: str, stands_for: str) -> None:
    name = find("actor", word)
    assert name is not None
    assert name.generic
    assert (name.canonical, name.entity) == (stands_for, None)


def test_short_acronym_counts_only_in_capitals() -> None:
    acronym, word = find("actor", "IS"), find("actor", "Daesh")
    assert acronym is not None
    assert word is not None
    assert (acronym.cased, word.cased) == (True, False)


@pytest.mark.parametrize(
    ("kind", "written", "needs_cue"),
    [
        ("place", "القائم", True),
        ("place", "قضاء القائم", False),
        ("place", "بلد", True),
        ("place", "الموصل", False),
        ("actor", "فتح", True),
        ("actor", "حركة فتح", False),
        ("person", "Cooper", True),
        ("person", "Brad Cooper", False),
    ],
)
def test_name_that_is_an_ordinary_word_needs_a_cue(kind: NameKind, written: str, needs_cue: bool) -> None:
    name = find(kind, written)
    assert name is not None
    assert name.needs_cue is needs_cue


def test_article_is_told_from_a_word_that_begins_alike() -> None:
    raqqa, germany = find("place", "الرقة"), find("place", "ألمانيا")
    assert raqqa is not None
    assert germany is not None
    assert (raqqa.article, germany.article) == (True, False)


def test_values_are_those_that_are_documented() -> None:
    assert {actor.kind for actor in actors().values()} == {"force", "organisation", "source"}
    assert {site.level for site in places().values()} == {"country", "governorate", "town", "area"}
    assert actors()["ISIS"].home is None
    assert actors()["Syrian Democratic Forces"].home == "SY"


def test_every_actor_and_person_has_a_name() -> None:
    assert {name.canonical for _, name in names.spellings("actor") if not name.generic} == set(actors())
    assert {name.canonical for _, name in names.spellings("person")} == set(people())


def test_towns_lie_in_or_near_their_country() -> None:
    spots = {site.scope: [] for site in places().values()}  # type: dict[str, list[tuple[float, float]]]
    for site in places().values():
        if site.lat is not None and site.lon is not None:
            spots[site.scope].append((site.lat, site.lon))
    assert all(29 <= lat <= 38 and 38 <= lon <= 49 for lat, lon in spots["IQ"])
    assert all(32 <= lat <= 38 and 35 <= lon <= 43 for lat, lon in spots["SY"])
