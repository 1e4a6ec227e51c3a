"""What is said once and holds on, and what a headline takes from the body."""

import pytest

from hasila.model import Figure
from tests.reading.reports import figure

SDF, COALITION, US = "Syrian Democratic Forces", "Global Coalition", "US forces"
TOLD = "قالت القيادة المركزية الأميركية إن 8 من عناصر داعش قتلوا. واعتقل 31 آخرون."
TWO_SAY = TOLD + "\nوقال المرصد السوري لحقوق الإنسان إن 12 من عناصر داعش قتلوا. وأصيب 4 منهم."
ATTACK = "هاجم داعش نقطة للجيش في حمص. وقتل 7 جنود وأصيب 4."
JOINT = "نفذ التحالف عمليات ضد داعش في أيار مع قوات سوريا الديمقراطية. وقتل 8 من عناصر داعش."
LATER = "قتل 8 من عناصر داعش في سوريا. وقال التحالف الدولي إن العمليات جرت مع قوات سوريا الديمقراطية."


def slot(found: Figure, name: str) -> object:
    value = getattr(found, name)
    return value.name if name == "place" and value else value


@pytest.mark.parametrize(
    ("text", "which", "name", "value"),
    [
        pytest.param(TOLD, "detained 31", "attribution", "US Central Command", id="claimant"),
        pytest.param(TWO_SAY, "killed 12", "attribution", "Syrian Observatory for Human Rights", id="next-claimant"),
        pytest.param(
            TWO_SAY, "wounded 4", "attribution", "Syrian Observatory for Human Rights", id="next-claimant-runs-on"
        ),
        pytest.param("نفذ التحالف 38 عملية ضد داعش. وقتل 8 من عناصر داعش.", "killed 8", "actor", COALITION, id="actor"),
        pytest.param(
            "أنهت قوات سوريا الديمقراطية حملة في الحسكة. قتل 12 من عناصر داعش.",
            "killed 12",
            "actor",
            SDF,
            id="actor-without-figures",
        ),
        pytest.param(ATTACK, "killed 7", "actor", "ISIS", id="attacker"),
        pytest.param(ATTACK, "wounded 4", "victim", "security", id="victims-of-the-attack"),
        pytest.param(ATTACK, "wounded 4", "target", None, id="attacker-has-no-target-of-itself"),
        pytest.param(JOINT, "killed 8", "partners", (SDF,), id="partners"),
        pytest.param(JOINT, "killed 8", "mode", "partnered", id="mode"),
        pytest.param(LATER, "killed 8", "partners", (SDF,), id="partners-named-later"),
        pytest.param("قتل 8 من عناصر داعش في الرقة. وأصيب 3 آخرون.", "wounded 3", "place", "Raqqa", id="place"),
        pytest.param("قتل 8 من عناصر داعش في سوريا. وأصيب 3 آخرون.", "wounded 3", "target", "ISIS", id="target"),
        pytest.param("قتل 8 من عناصر داعش في سوريا.", "killed 8", "partners", (), id="no-partners"),
        pytest.param("قتل 8 من عناصر داعش في سوريا.", "killed 8", "attribution", None, id="no-claimant"),
        pytest.param(
            "جرت عملية ضد داعش في دير الزور. وقتل فيها 4 من عناصره.",
            "killed 4",
            "target",
            "ISIS",
            id="his-members",
        ),
        pytest.param(
            "داعش في أيار: قتل 8 من عناصر داعش في سوريا. واعتقل 20 من عناصره.",
            "detained 20",
            "victim",
            "militant",
            id="his-members-caught",
        ),
        pytest.param(
            "The coalition captured 12 ISIS militants in Iraq. US forces killed 8 in Syria.",
            "killed 8",
            "actor",
            US,
            id="next-actor",
        ),
    ],
)
def test_what_holds_on(text: str, which: str, name: str, value: object) -> None:
    assert slot(figure(text, which), name) == value


BODY = "أعلنت قوات سوريا الديمقراطية أنها اعتقلت 15 من عناصر داعش في الحسكة بمساندة التحالف الدولي في أيار."
TWO = "US forces killed 8 ISIS militants in Syria in May. The coalition captured 12 ISIS militants in Iraq in April."


@pytest.mark.parametrize(
    ("title", "text", "which", "name", "value"),
    [
        pytest.param("قوات الأمن تعتقل 15 من داعش", BODY, "title detained 15", "attribution", SDF, id="claimant"),
        pytest.param("قوات الأمن تعتقل 15 من داعش", BODY, "title detained 15", "actor", SDF, id="actor"),
        pytest.param("قوات الأمن تعتقل 15 من داعش", BODY, "title detained 15", "partners", (COALITION,), id="partners"),
        pytest.param("قوات الأمن تعتقل 15 من داعش", BODY, "title detained 15", "place", "Hasakah", id="place"),
        pytest.param(
            "قوات الأمن تعتقل 15 من داعش في الرقة", BODY, "title detained 15", "place", "Raqqa", id="its-own-place"
        ),
        pytest.param("12 captured", TWO, "title detained 12", "place", "Iraq", id="of-the-same-figure"),
        pytest.param("8 killed", TWO, "title killed 8", "actor", US, id="actor-of-the-same-figure"),
        pytest.param("مقتل 4 من داعش", "زار وفد المدينة.", "title killed 4", "place", None, id="nothing-to-take"),
        pytest.param(
            "مقتل 8 من داعش",
            "قتل 8 من عناصر داعش خلال أيار.",
            "title killed 8",
            "kind",
            "period",
            id="kind",
        ),
    ],
)
def test_headline_takes_from_the_body(title: str, text: str, which: str, name: str, value: object) -> None:
    assert slot(figure(text, which, title), name) == value


def test_the_body_takes_place_and_period_from_the_headline() -> None:
    found = figure("قتل 8 من عناصر داعش.", "killed 8", "حصيلة أيار: مقتل 8 من داعش في سوريا")
    assert slot(found, "place") == "Syria"
    assert found.period is not None
    assert found.period.as_written == "أيار"
    assert {found.basis["place"], found.basis["period"]} == {"carried"}
