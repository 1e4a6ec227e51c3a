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
