"""Arabic names of people in Latin letters."""

import pytest

from hasila.lexicon.names import people, spellings
from hasila.lexicon.spelled import in_latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("سعد معن الموسوي", "Saad Maan al-Moussawi"),
        ("عبدالكريم خلف", "Abdul Karim Khalaf"),
        ("عبد الرحمن الجبوري", "Abdul Rahman al-Jubouri"),
        ("أبو محمد القرشي", "Abu Mohammed al-Qurashi"),
        ("صلاح الدين حمدان", "Salah al-Din Hamdan"),
        ("احمد ابراهيم", "Ahmed Ibrahim"),
    ],
)
def test_names_of_known_parts_are_spelled(name: str, latin: str) -> None:
    assert in_latin(name) == latin


@pytest.mark.parametrize("name", ["رايتشل جفكوت", "محمد جفكوت", "John Smith", "عبد", "أبو", ""])
def test_what_is_not_known_whole_stays_as_it_is(name: str) -> None:
    assert in_latin(name) is None


def test_the_parts_agree_with_the_people_of_the_lexicon() -> None:
    """Most of the listed people would be spelled as they are listed; other spellings of a name are common as well."""
    listed = {form: name.canonical for form, name in spellings("person") if name.lang == "ar" and " " in form}
    made = {form: latin for form in listed if (latin := in_latin(form))}
    same = [form for form, latin in made.items() if latin.replace("-", " ") == listed[form].replace("-", " ")]
    assert set(listed.values()) <= people().keys()
    assert len(made) > 100
    assert len(same) > len(made) / 2
