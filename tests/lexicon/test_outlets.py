"""Outlets: known by the address of their site and by name."""

import pytest

from hasila.lexicon.outlets import by_address, by_name, by_part, outlet_words, outlets


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.shafaq.com/ar/x", "Shafaq News"),
        ("https://english.aawsat.com/x", "Asharq Al-Awsat"),
        ("https://WWW.Rudaw.NET./arabic", "Rudaw"),
        ("https://arabic.cnn.com/x", "CNN"),
        ("https://news.yahoo.com/x", "Yahoo News"),
        ("https://mail.yahoo.com/x", None),
        ("https://notrudaw.net/x", None),
        ("https://rudaw.net.example/x", None),
        ("rudaw.net", None),
        ("http://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_outlet_of_an_address(url, name):
    found = by_address(url)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("وكالة رويترز", "Reuters"),
        ("صحيفة «المدن»", "Al-Modon"),
        ("المدن", "Al-Modon"),
        ("موقع العربية نت", "Al Arabiya"),
        ("Anadolu Agency", "Anadolu"),
        ("ANADOLU", "Anadolu"),
        ("الأنــاضول", "Anadolu"),
        ("The Washington Post", "Washington Post"),
        ("مدن", None),
        ("صحيفة", None),
        ("Rudaw English", None),
        ("", None),
        ("…", None),
    ],
)
def test_outlet_of_a_name(written, name):
    found = by_name(written)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Rudaw English", "Rudaw"),
        ("الشرق الأوسط اليوم", None),
        ("صحيفة الشرق الأوسط اللندنية", "Asharq Al-Awsat"),
        ("العربية الحدث السعودية", "Al Hadath"),
        ("دليل المدن", None),
        ("Cape Reporter", None),
    ],
)
def test_outlet_of_a_name_inside_another(written, name):
    found = by_part(written)
    assert (found.name if found else None) == name


def test_the_war_is_covered():
    kinds = [one.kind for one in outlets().values()]
    assert len(kinds) >= 120
    assert {kind: kinds.count(kind) >= 10 for kind in set(kinds)} == dict.fromkeys(
        ("issuer", "claimant", "agency", "press", "reprinting"), True
    )


def test_each_name_leads_to_its_outlet():
    for one in outlets().values():
        assert {by_name(form) for form in (one.name, *one.forms)} == {one}
        assert {by_address(f"https://www.{domain}/") for domain in one.domains} <= {one}


def test_agencies_in_general_are_no_outlet():
    assert [word for word in outlet_words("agencies") if by_name(word)] == []
