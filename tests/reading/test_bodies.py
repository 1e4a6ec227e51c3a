"""Bodies that no list holds."""

import pytest

from hasila.reading.bodies import actor_of
from hasila.reading.page import annotate
from tests.reading.reports import figure


def bodies(text: str) -> list[str]:
    return [mention.name.canonical for mention in annotate(text).names if mention.name.entity]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Figures of the Khabur Monitoring Centre show that nobody died.", ["Khabur Monitoring Centre"]),
        ("It was told by the Center for Desert Studies on Monday.", ["Center for Desert Studies"]),
        ("a raid by the Jazira Defence Legion near the river", ["Jazira Defence Legion"]),
        ("men of the Khabur Guard (KHG) were there, and KHG left", ["Khabur Guard"] * 3),
        ("the Hamrin Relief Network was there, and later HRN left", ["Hamrin Relief Network"] * 2),
        ("the Khabur Guard and the Jazira Legion were there", ["Khabur Guard", "Jazira Legion"]),
        ("its Media Center was closed on that day", []),
        ("Three Dead As Blast Hits Khabur Shopping Centre In Town", []),
        ("The Centre was closed, and the Army too", []),
    ],
)
def test_capitals_and_a_head_make_a_name(text: str, names: list[str]) -> None:
    assert bodies(text) == names


def test_the_head_tells_what_a_body_is() -> None:
    monitor, force = actor_of("Khabur Monitoring Centre"), actor_of("Jazira Defence Legion")
    assert monitor is not None
    assert monitor.side == "monitor"
    assert force is not None
    assert force.cls == "forces"
    assert actor_of("Khabur") is None


def test_a_body_that_no_list_holds_tells_figures() -> None:
    text = (
        "The Khabur Monitoring Centre (KMC) said on Monday that 12 people had died in raids of the Syrian army.\n\n"
        "On Tuesday 3 people were killed, KMC said."
    )
    for which in ("killed 12", "killed 3"):
        assert figure(text, which).attribution == "Khabur Monitoring Centre"
