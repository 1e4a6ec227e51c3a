"""Turns of English releases and agency reports: datelines, partners between commas, clauses, credited headlines."""

from typing import Any

import pytest

from hasila.model import Figure
from tests.reading.reports import figure, reading

CENTCOM, SDF, COALITION = "US Central Command", "Syrian Democratic Forces", "Global Coalition"
US, IRAQ = "US forces", "Iraqi Security Forces"
MAY = ("2023-05-01", "2023-05-31")
YESTERDAY, TODAY = "2023-06-01", "2023-06-02"


def slot(found: Figure, name: str) -> Any:
    if name == "place":
        return found.place.name if found.place else None
    if name == "period":
        return tuple(map(str, (found.period.start, found.period.end))) if found.period else None
    return getattr(found, name)


def held(text: str, which: str, name: str, title: str | None = None) -> Any:
    return slot(figure(text, which, title), name)


@pytest.mark.parametrize(
    ("text", "which", "actor"),
    [
        pytest.param(
            "Since May 3, American forces, in partnership with the SDF, killed 9 ISIS militants.",
            "killed 9",
            US,
            id="partners-between-commas",
        ),
        pytest.param(
            "US Central Command announced that coalition forces and allies killed 9 ISIS militants in Syria.",
            "killed 9",
            COALITION,
            id="and-allies",
        ),
        pytest.param(
            "Jets flew over the coalition and SDF fighters killed 9 ISIS militants.", "killed 9", SDF, id="and-another"
        ),
    ],
)
def test_subject_with_company(text: str, which: str, actor: str) -> None:
    assert held(text, which, "actor") == actor


@pytest.mark.parametrize(
    "company",
    ["along with", "accompanied by", "in conjunction with", "with the support of", "assisted by", "jointly with"],
)
def test_words_for_partners(company: str) -> None:
    found = figure(f"The SDF arrested 6 ISIS militants in Raqqa {company} the US-led coalition.", "detained 6")
    assert (found.partners, found.mode) == ((COALITION,), "partnered")


@pytest.mark.parametrize(
    ("text", "which", "period"),
    [
        pytest.param(
            "NICOSIA, June 2, 2023 — Coalition jets kept up the pressure on ISIS yesterday, officials reported.\n\n"
            "Near Mosul, 4 strikes destroyed a tunnel.",
            "strikes 4",
            (YESTERDAY, YESTERDAY),
            id="day-at-the-end-of-its-clause",
        ),
        pytest.param(
            "On June 1, the United States Central Command (CENTCOM) announced that it killed 9 ISIS militants and "
            "detained 7 others in Iraq in May.",
            "killed 9",
            MAY,
            id="long-name-before-the-verb-of-saying",
        ),
        pytest.param(
            "On Thursday, 9 ISIS militants were killed in Homs, the SDF said.",
            "killed 9",
            (YESTERDAY, YESTERDAY),
            id="day-of-the-event",
        ),
        pytest.param(
            "On Tuesday, 9 ISIS militants were killed in 2 raids in Homs, and on Thursday, 5 were killed near Hama.",
            "operations 2",
            ("2023-05-30", "2023-05-30"),
            id="day-that-heads-the-next-clause",
        ),
        pytest.param(
            "On Tuesday, 9 ISIS militants were killed in 2 raids in Homs, and on Thursday, 5 were killed near Hama.",
            "killed 5",
            (YESTERDAY, YESTERDAY),
            id="day-of-the-next-clause",
        ),
    ],
)
def test_day_of_the_event_or_of_the_statement(text: str, which: str, period: tuple[str, str]) -> None:
    assert held(text, which, "period") == period


@pytest.mark.parametrize(
    ("text", "which", "place"),
    [
        pytest.param(
            "ERBIL, Kurdistan Region – The SDF arrested 6 ISIS militants in 2 raids near the town of Hajin.",
            "detained 6",
            "Hajin",
            id="dateline-is-no-place",
        ),
        pytest.param(
            "Iraqi jets hit Kirkuk. The coalition conducted 6 strikes consisting of 8 engagements in Syria.",
            "strikes 6",
            "Syria",
            id="number-in-an-adverbial",
        ),
        pytest.param(
            "Some 9 ISIS militants were killed in 2 raids in Homs, and 5 were killed near Hama.",
            "killed 9",
            "Homs",
            id="place-behind-the-event",
        ),
        pytest.param(
            "Some 9 ISIS militants were killed in 2 raids in Homs, and 5 ISIS militants were killed in a raid on a "
            "farm in Hama.",
            "killed 5",
            "Hama",
            id="place-of-its-own-clause",
        ),
        pytest.param(
            "In Homs, 9 ISIS militants were killed, and 5 were arrested in a raid.",
            "detained 5",
            "Homs",
            id="place-of-both-clauses",
        ),
    ],
)
def test_place_of_its_own_clause(text: str, which: str, place: str) -> None:
    assert held(text, which, "place") == place


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Nine militants killed in May: CENTCOM", CENTCOM),
        ("Nine militants killed in May – CENTCOM", CENTCOM),
        ("Nine militants killed by CENTCOM", "CJTF-OIR"),
    ],
)
def test_headline_credits_the_source_at_its_end(title: str, speaker: str) -> None:
    text = (
        "In May, 9 ISIS militants were killed in Syria.\n\n"
        "“The work goes on and on,” said Maj. Gen. Matthew McFarlane, commander of CJTF-OIR."
    )
    assert held(text, "killed 9", "attribution", title) == speaker


def test_a_comment_takes_no_figures_from_the_issuer() -> None:
    text = (
        "US Central Command said 9 ISIS militants were killed in May.\n\n"
        "“The work goes on and on,” said Maj. Gen. Matthew McFarlane, commander of CJTF-OIR.\n\n"
        "A total of 7 suspects were detained in Iraq."
    )
    assert held(text, "detained 7", "attribution") == CENTCOM
    plain = text.replace("“The work goes on and on,” said", "Later word came from").replace("OIR.", "OIR, who said so.")
    assert held(plain, "detained 7", "attribution") == "CJTF-OIR"


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("A bomb claimed the lives of a police captain and four guards in Kirkuk.", "killed 4"),
        ("The blast led to the deaths of a police captain and four guards in Kirkuk.", "killed 4"),
        ("Two American soldiers sustained injuries in the raid in Kirkuk.", "wounded 2"),
    ],
)
def test_harm_in_other_words(text: str, which: str) -> None:
    assert figure(text, which).modality == "asserted"


def test_a_definition_counts_nothing() -> None:
    text = "Coalition jets conducted 3 strikes near Mosul. A lone aircraft over a lone ISIS vehicle is one strike."
    assert [found.low for found in reading(text).figures] == [3]
