"""Who helped in an operation, in its sentence or in one after it."""

import pytest

from tests.reading.reports import figure

COALITION = ("Global Coalition",)


@pytest.mark.parametrize(
    ("text", "which", "partners"),
    [
        pytest.param(
            "أوقفت قسد ثمانية من داعش في هجين. وشاركت طائرات التحالف الدولي في العملية.",
            "detained 8",
            COALITION,
            id="took-part-later",
        ),
        pytest.param(
            "أوقفت قسد ثمانية من داعش في هجين. وأوضحت أن الحملة جرت بإشراف التحالف الدولي.",
            "detained 8",
            COALITION,
            id="the-campaign",
        ),
        pytest.param(
            "The SDF captured eight ISIS militants in Hajin. The raid was supported by the Coalition.",
            "detained 8",
            COALITION,
            id="the-raid",
        ),
        pytest.param(
            "The SDF captured eight ISIS militants in Hajin in a raid in which coalition forces took part.",
            "detained 8",
            COALITION,
            id="in-which",
        ),
        pytest.param(
            "US forces helped the SDF capture eight ISIS militants in Hajin.", "detained 8", ("US forces",), id="helped"
        ),
        pytest.param(
            "داهمت قسد مدعومة بطيران التحالف بلدة هجين واعتقلت ثمانية من داعش.", "detained 8", COALITION, id="state"
        ),
        pytest.param(
            "نفذت قسد 15 عملية ضد داعش في نيسان واعتقلت 21.\n\nوشاركت قوات التحالف الدولي في هذه العمليات.",
            "detained 21",
            COALITION,
            id="these-operations",
        ),
        pytest.param(
            "The SDF ran 15 operations against ISIS in April.\n\nAll of them were supported by the Coalition.",
            "operations 15",
            COALITION,
            id="all-of-them",
        ),
        pytest.param(
            "نفذت قسد 15 عملية ضد داعش بدعم ومساندة التحالف الدولي.", "operations 15", COALITION, id="two-words-of-help"
        ),
        pytest.param(
            "أوقفت قسد ثمانية من داعش في هجين. ويدعم التحالف الدولي قسد منذ سنوات.",
            "detained 8",
            (),
            id="for-years",
        ),
        pytest.param(
            "The SDF captured eight ISIS militants in Hajin. The Coalition has provided support to the SDF since 2015.",
            "detained 8",
            (),
            id="since",
        ),
        pytest.param("قتل داعش ثلاثة من قسد المدعومة من التحالف الدولي.", "killed 3", (), id="always-backed"),
    ],
)
def test_who_helped(text: str, which: str, partners: tuple[str, ...]) -> None:
    assert figure(text, which).partners == partners


def test_a_partner_in_the_headline() -> None:
    found = figure("قالت قسد إنها اعتقلت 12 من داعش في هجين.", "detained 12", title="قسد تعتقل 12 بدعم من التحالف")
    assert found.partners == COALITION
