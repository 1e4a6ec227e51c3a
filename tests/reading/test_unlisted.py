"""Places that no gazetteer lists, known by the words around them."""

import pytest

from tests.reading.reports import figure

FIGHTERS = "اعتقلت قوات سوريا الديمقراطية 3 من عناصر داعش في"


@pytest.mark.parametrize(
    ("text", "which", "scope", "name"),
    [
        pytest.param(f"{FIGHTERS} قرية الجلمة.", "detained 3", None, "الجلمة", id="village-leaves-its-kind"),
        pytest.param(f"{FIGHTERS} وادي الزعرور.", "detained 3", None, "وادي الزعرور", id="valley-keeps-its-kind"),
        pytest.param(f"{FIGHTERS} قرية أبو الزعفران.", "detained 3", None, "أبو الزعفران", id="first-of-two-words"),
        pytest.param(
            f"{FIGHTERS} قرية الجلمة بريف الرقة.", "detained 3", "SY", "الجلمة", id="country-of-listed-place-behind"
        ),
        pytest.param(f"{FIGHTERS} إقليم زمرد بسوريا.", "detained 3", "SY", "إقليم زمرد", id="region-keeps-its-kind"),
        pytest.param(
            "وفي قرية أم الزمرد غربي الأنبار، قتل 3 من داعش.", "killed 3", "IQ", "أم الزمرد", id="name-of-two-words"
        ),
        pytest.param(
            "قتل 3 من داعش في بلدة الزمردة الشرقية بمحافظة الرقة.", "killed 3", "SY", "الزمردة الشرقية", id="twin"
        ),
        pytest.param(
            "The SDF raided Zumrudeh, 12 km west of Deir ez-Zor, and killed three ISIS fighters.",
            "killed 3",
            "SY",
            "Zumrudeh",
            id="told-to-lie-near",
        ),
        pytest.param(
            "Three ISIS fighters were killed in Jadid Zumrud village.",
            "killed 3",
            None,
            "Jadid Zumrud",
            id="kind-behind",
        ),
        pytest.param(
            "Three ISIS fighters were killed at al-Zumrud.", "killed 3", None, "al-Zumrud", id="arabic-article"
        ),
        pytest.param(
            "Three ISIS fighters were killed at al-Zumrud, a town in the Shaddadi area.",
            "killed 3",
            "SY",
            "al-Zumrud",
            id="told-where-it-is",
        ),
        pytest.param(
            "Three ISIS fighters were killed near Tal Zawbar, Iraq.", "killed 3", "IQ", "Tal Zawbar", id="near"
        ),
        pytest.param(
            "Three ISIS fighters were killed in Tal Zawbar, Iraq.",
            "killed 3",
            "IQ",
            "Tal Zawbar",
            id="in-before-a-country",
        ),
        pytest.param(
            "Three ISIS fighters were killed in the village of Tal Zubra in Syria.",
            "killed 3",
            "SY",
            "Tal Zubra",
            id="village-of",
        ),
        pytest.param(
            "Nine ISIS fighters were killed near the Old City.", "killed 9", None, "Old City", id="near-the-old-city"
        ),
        pytest.param(
            "Nine ISIS fighters were killed in the Zarqan Valley.",
            "killed 9",
            None,
            "Zarqan Valley",
            id="in-the-valley",
        ),
        pytest.param("Nine ISIS fighters were killed in the Zarqan area.", "killed 9", None, "Zarqan", id="small-kind"),
    ],
)
def test_surroundings_make_a_place_known(text: str, which: str, scope: str | None, name: str) -> None:
    found = figure(text, which).place
    assert found is not None
    assert (found.scope, found.name, found.as_written) == (scope, name, name)
    assert found.geonames is None


@pytest.mark.parametrize(
    ("text", "which", "scope", "name"),
    [
        pytest.param(
            "Three ISIS fighters were killed near a checkpoint in Iraq.", "killed 3", "IQ", "Iraq", id="near-a-thing"
        ),
        pytest.param(
            "Three ISIS fighters were killed near their hideout in Iraq.",
            "killed 3",
            "IQ",
            "Iraq",
            id="near-lower-case",
        ),
        pytest.param(
            "Three ISIS fighters were killed in Operation Dawn.", "killed 3", None, None, id="in-without-a-country"
        ),
        pytest.param(f"{FIGHTERS} بلدة تابعة للحسكة.", "detained 3", "SY", "Hasakah", id="of-hasakah"),
        pytest.param("قتل 9 من عناصر داعش في وادي الشاي.", "killed 9", "IQ", "Wadi al-Shay", id="listed-after-all"),
        pytest.param(
            f"{FIGHTERS} قرية قرب الرقة.",
            "detained 3",
            "SY",
            "Raqqa",
            id="near-raqqa",
        ),
        pytest.param(
            f"{FIGHTERS} قرية صغيرة شرق الرقة.",
            "detained 3",
            "SY",
            "Raqqa",
            id="small-village",
        ),
        pytest.param(
            "قتل 9 من عناصر داعش في منطقة صحراوية.",
            "killed 9",
            None,
            None,
            id="desert-area",
        ),
        pytest.param("قتل 9 من عناصر داعش في معبر حدودي.", "killed 9", None, None, id="border-crossing"),
        pytest.param(
            "أعلن متحدث باسم إقليم زمرد مقتل 9 من عناصر داعش في الرقة.", "killed 9", "SY", "Raqqa", id="speaker-of"
        ),
        pytest.param("Nine ISIS fighters were killed near the city.", "killed 9", None, None, id="near-the-city"),
        pytest.param(
            "أوقفت الشرطة 49 شخصا في 12 ولاية للاشتباه بانتمائهم إلى داعش.", "detained 49", None, None, id="so-many"
        ),
    ],
)
def test_other_surroundings_do_not(text: str, which: str, scope: str | None, name: str | None) -> None:
    found = figure(text, which).place
    assert ((found.scope, found.name) if found else (None, None)) == (scope, name)
