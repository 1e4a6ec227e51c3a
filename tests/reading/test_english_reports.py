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
        ("Nine militants killed in Homs", "CJTF-OIR"),
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
    assert held(plain, "detained 7", "attribution") == CENTCOM
    counted = plain.replace("said so", "said that 3 had died")
    assert held(counted, "detained 7", "attribution") == "CJTF-OIR"


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


@pytest.mark.parametrize(
    ("text", "which", "actor"),
    [
        pytest.param(
            "Nine ISIS militants were killed in a US airstrike in Homs, the SDF said.",
            "killed 9",
            US,
            id="in-a-national-strike",
        ),
        pytest.param(
            "Nine ISIS militants were killed in a Coalition raid in Homs, the SDF said.",
            "killed 9",
            COALITION,
            id="in-an-actor's-raid",
        ),
        pytest.param("Turkish drone strikes killed 3 fighters in Ain Issa.", "killed 3", "Turkish army", id="of-arms"),
        pytest.param(
            "In joint American-Iraqi raids on ISIS in Anbar, 9 militants were killed.",
            "killed 9",
            US,
            id="of-two-nations",
        ),
        pytest.param(
            "SDF fighters have killed at least 9 ISIS militants in Homs.", "killed 9", SDF, id="people-of-an-actor-act"
        ),
        pytest.param(
            "A raid by the coalition on a base of the SDF in Homs killed 9 ISIS militants.",
            "killed 9",
            COALITION,
            id="owner-of-a-thing",
        ),
        pytest.param(
            "According to SOHR, 12 operations killed 9 people in Syria. It said ISIS carried out 14 operations in May.",
            "operations 12",
            "ISIS",
            id="all-stated-operations-are-theirs",
        ),
        pytest.param(
            "Police in three provinces of Turkey have taken 14 people into custody over ISIS.",
            "detained 14",
            "Turkish police",
            id="police-of-the-country",
        ),
        pytest.param(
            "Police in Turkey had taken 14 pictures. In Syria, 23 ISIS members were arrested.",
            "detained 23",
            None,
            id="police-who-took-something-else",
        ),
        pytest.param(
            "The Syrian army made 31 arrests. A further 12 arrests, two of women, were the work of the SDF.",
            "detained 12",
            SDF,
            id="work-of",
        ),
        pytest.param(
            "Nine ISIS members died in Homs and four were caught when US forces went after the group.",
            "killed 9",
            "US forces",
            id="when-they-went-after-them",
        ),
        pytest.param(
            "Police hit cells of ISIS after the attack on a theatre in Vienna, claimed by the group, in which 61 people"
            " were killed.",
            "killed 61",
            "ISIS",
            id="attack-claimed-by",
        ),
    ],
)
def test_whose_attack_it_was(text: str, which: str, actor: str | None) -> None:
    assert held(text, which, "actor") == actor


def test_counted_people_of_a_group_do_not_act() -> None:
    assert held("Nine ISIS fighters killed, 4 others captured in Homs.", "killed 9", "actor") != "ISIS"


@pytest.mark.parametrize(
    ("text", "which", "speaker"),
    [
        pytest.param(
            "According to an official statement by the Iraqi Ministry of Defense, the raid killed 9 militants.",
            "killed 9",
            "Iraqi Ministry of Defense",
            id="statement-by",
        ),
        pytest.param(
            "Nine ISIS militants were killed in Homs, according to the United States Central Command.",
            "killed 9",
            CENTCOM,
            id="article-before-a-long-name",
        ),
        pytest.param(
            "SNHR has published its list of the dead for the month of May in which it documented 9 civilian deaths.",
            "killed 9",
            "Syrian Network for Human Rights",
            id="pronoun-of-the-subject",
        ),
        pytest.param("The U.S military said 9 ISIS militants were killed.", "killed 9", US, id="one-stop-only"),
    ],
)
def test_who_says_it(text: str, which: str, speaker: str) -> None:
    assert held(text, which, "attribution") == speaker


@pytest.mark.parametrize(
    ("text", "which", "period"),
    [
        pytest.param(
            "Saturday, June 24, 2028\n\nNine ISIS militants were killed in Homs on Thursday.",
            "killed 9",
            (YESTERDAY, YESTERDAY),
            id="day-on-which-the-page-was-loaded",
        ),
        pytest.param(
            "Guards move a body in Homs, May 22, 2023. Photo: Somebody\n\nA strike in Homs killed 9 ISIS militants.",
            "killed 9",
            None,
            id="day-of-a-picture",
        ),
        pytest.param(
            "According to a report published by SOHR on May 29, ISIS fighters have killed 9 people since May 3.",
            "killed 9",
            ("2023-05-03", "2023-05-29"),
            id="day-of-a-report",
        ),
    ],
)
def test_days_that_are_not_of_the_event(text: str, which: str, period: tuple[str, str] | None) -> None:
    assert held(text, which, "period") == period


def test_items_of_a_list_without_bullets() -> None:
    text = "SOHR documented the death of 12 in Homs, and they are as follows:\n\nFour civilians.\n\n8 SDF fighters"
    assert [(found.measure, found.low) for found in reading(text).figures] == [
        ("killed", 12),
        ("killed", 4),
        ("killed", 8),
    ]
    plain = text.replace("8 SDF fighters", "The note on 8 SDF fighters")
    assert len(reading(plain).figures) == 2


def test_the_place_of_an_item_ends_with_its_line() -> None:
    text = (
        "ISIS carried out 6 operations in the Syrian desert in May, as follows:\n\n• Homs: 4 operations.\n\n"
        "• Aleppo: 2 operations.\n\nDuring those operations, ISIS killed 9 soldiers."
    )
    assert held(text, "operations 2", "place") == "Aleppo"
    assert held(text, "killed 9", "place") == "Syrian desert"


def test_a_part_is_where_its_whole_is() -> None:
    text = (
        "In Raqqa, 2 civilians were killed. ISIS carried out 40 operations in Homs. They killed 9 civilians, including "
        "2 farmers."
    )
    assert [slot(found, "place") for found in reading(text).figures if found.low == 2] == ["Raqqa", "Homs"]


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("SOHR documented 9 civilians (4 children, 2 women), killed by mines in Homs.", "killed 9"),
        ("ISIS carried out 14 recorded operations in Homs in May.", "operations 14"),
        ("A raid in Homs ended in killing and wounding 15 fighters.", "casualties 15"),
        (
            "Mines killed 12 people in Homs. The toll is divided between 5 civilians and 7 members of the SDF.",
            "killed 7",
        ),
    ],
)
def test_counts_in_other_words(text: str, which: str) -> None:
    assert figure(text, which).modality == "asserted"


def test_so_many_every_day_is_a_rate() -> None:
    assert reading("Mines killed 40 civilians in Homs in May (3 children are killed every day).").figures[0].low == 40
    assert len(reading("Mines killed 40 civilians in Homs in May (3 children are killed every day).").figures) == 1


@pytest.mark.parametrize(
    ("text", "which", "actor"),
    [
        pytest.param(
            "Asayish officials met in Erbil. In May Asayish announced the arrest of 9 ISIS suspects in Sulaimani.",
            "detained 9",
            "Asayish",
            id="announces-its-own-act",
        ),
        pytest.param(
            "At least 9 ISIS militants were killed in clashes with the Peshmerga in Makhmour.",
            "killed 9",
            "Peshmerga",
            id="clashes-with",
        ),
        pytest.param(
            "Iraqi forces, acting on a tip of their own men, carried out 9 operations in Anbar, the CTS said.",
            "operations 9",
            IRAQ,
            id="aside-between-commas",
        ),
        pytest.param(
            "US forces in Iraq working for the lasting defeat of ISIS have carried out 9 operations there.",
            "operations 9",
            US,
            id="subject-far-from-its-verb",
        ),
        pytest.param(
            "Three civilians were killed in another Islamic State (ISIS) attack on Makhmour.",
            "killed 3",
            "ISIS",
            id="attack-behind-a-bracket",
        ),
        pytest.param(
            "ISIS carried out 40 attacks in May, US Central Command said. Pressure on the group, which included 9 "
            "operations against ISIS, went on.",
            "operations 9",
            CENTCOM,
            id="nobody-acts-against-himself",
        ),
    ],
)
def test_who_did_it_in_english(text: str, which: str, actor: str) -> None:
    assert held(text, which, "actor") == actor


@pytest.mark.parametrize(
    ("text", "which", "speaker"),
    [
        pytest.param("US says 9 ISIS members killed in Syria", "killed 9", None, id="object-is-no-speaker"),
        pytest.param("“We killed 9 in Homs,” said the SDF.", "killed 9", SDF, id="subject-behind-its-verb"),
        pytest.param(
            "Nine SDF men were reported dead in Homs, the coalition said.", "killed 9", COALITION, id="passive"
        ),
        pytest.param(
            "Airwars tracked 9 deaths of civilians from coalition strikes in Raqqa.",
            "killed 9",
            "Airwars",
            id="monitor",
        ),
    ],
)
def test_subject_of_a_verb_of_saying(text: str, which: str, speaker: str | None) -> None:
    assert held(text, which, "attribution") == speaker


@pytest.mark.parametrize(
    ("text", "which", "place"),
    [
        pytest.param(
            "Nine ISIS militants were killed in US airstrikes in Syria.",
            "killed 9",
            "Syria",
            id="adjective-of-a-nation",
        ),
        pytest.param(
            "Nine ISIS militants were killed in a raid in Erbil’s Makhmour area.",
            "killed 9",
            "Makhmour",
            id="possessive",
        ),
        pytest.param(
            "US forces killed 9 ISIS militants in Syria. Iraqi Security Forces killed 4 others.",
            "killed 4",
            "Iraq",
            id="home-of-who-acts",
        ),
        pytest.param(
            "CENTCOM counted 60 operations. Of these operations, 40 were in Iraq and 20 in Syria.",
            "operations 20",
            "Syria",
            id="shares-of-events",
        ),
    ],
)
def test_place_in_english(text: str, which: str, place: str) -> None:
    assert held(text, which, "place") == place


@pytest.mark.parametrize(
    ("text", "which", "period"),
    [
        pytest.param(
            "In May, 40 civilians were killed in Syria – a 12% rise on April’s figures.",
            "killed 40",
            MAY,
            id="month-compared-with",
        ),
        pytest.param("The SDF arrested 4 ISIS suspects; it caught six more in May.", "detained 6", MAY, id="six-more"),
        pytest.param(
            "In May, 40 civilians were killed in Raqqa, where the offensive began on April 6.",
            "killed 40",
            MAY,
            id="day-told-of-the-place",
        ),
        pytest.param(
            "As of May 31, 2023, the coalition had conducted 900 strikes in Iraq.",
            "strikes 900",
            ("None", "2023-05-31"),
            id="as-of",
        ),
        pytest.param(
            "The coalition conducted 900 strikes from April 8, 2023, through May 31, 2023.",
            "strikes 900",
            ("2023-04-08", "2023-05-31"),
            id="range-with-commas",
        ),
        pytest.param(
            "The SDF arrested 40 ISIS suspects in the first four months of 2023.",
            "detained 40",
            ("2023-01-01", "2023-04-30"),
            id="first-months-of-a-year",
        ),
        pytest.param(
            "CENTCOM says it killed 9 ISIS militants.\n\nIts forces carried out a series of strikes on camps in "
            "Syria on Monday.",
            "killed 9",
            ("2023-05-29", "2023-05-29"),
            id="day-of-the-event-told-later",
        ),
    ],
)
def test_period_in_english(text: str, which: str, period: tuple[str, str]) -> None:
    assert held(text, which, "period") == period


def test_strikes_of_both_countries_under_one_verb() -> None:
    text = "In May, 40 strikes had reportedly been carried out in Iraq and 30 in Syria."
    assert held(text, "strikes 30", "place") == "Syria"


def test_an_age_in_years_is_no_count() -> None:
    assert [found.low for found in reading("ISIS killed three men, the youngest only 17-years-old.").figures] == [3]


LABELS = (
    "The SDF announced the outcome of its operations against ISIS in 2022.\n\nNumber of operations: 98\n"
    "Total Large-Scale Raids: 3 (in al-Hol camp and Raqqa)\nISIS terrorists eliminated: 17, including 6 leaders\n"
    "Number of ISIS terrorists captured: 278 terrorists and suspects\nWeapons seized: 40"
)


@pytest.mark.parametrize("which", ["operations 98", "operations 3", "killed 17", "killed 6", "detained 278"])
def test_a_label_says_what_is_counted(which: str) -> None:
    assert held(LABELS, which, "actor") == SDF


def test_labels_of_things_count_nothing() -> None:
    assert 40 not in [found.low for found in reading(LABELS).figures]
    assert held(LABELS, "killed 17", "place") != "Raqqa"


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("The campaign ended in the elimination of 9 ISIS militants in Homs.", "killed 9"),
        ("The army reported the death toll of the ISIS attack as 15.", "killed 15"),
        (
            "The Asayish announced the arrest of the leader of an ISIS cell and six of its members in Raqqa.",
            "detained 6",
        ),
        ("SOHR counted 9 deaths of civilians in ISIS attacks in Homs.", "killed 9"),
    ],
)
def test_more_words_for_what_befell(text: str, which: str) -> None:
    assert figure(text, which).modality == "asserted"


def test_reports_of_deaths_are_no_deaths() -> None:
    text = "The coalition conducted 90 strikes in Syria in May. The number of reports of civilian deaths was 39."
    assert [found.low for found in reading(text).figures] == [90]


@pytest.mark.parametrize(
    ("text", "which", "name", "value"),
    [
        pytest.param(
            "The SDF Media Center said: “In May, our forces conducted 16 operations against ISIS.”",
            "operations 16",
            "actor",
            SDF,
            id="forces-of-a-media-center",
        ),
        pytest.param(
            "Working with Iraqi forces and the SDF, CENTCOM conducted 94 missions against ISIS.",
            "operations 94",
            "partners",
            (IRAQ, SDF),
            id="subject-behind-the-partners",
        ),
        pytest.param(
            "ISIS attacked in May. CENTCOM said 94 Defeat ISIS Missions were carried out.",
            "operations 94",
            "target",
            "ISIS",
            id="missions-to-defeat-isis",
        ),
        pytest.param(
            "Syrian security forces raided an ISIS hideout. The Interior Ministry said that seven men were arrested.",
            "detained 7",
            "attribution",
            "Syrian Ministry of Interior",
            id="ministry-of-the-country-spoken-of",
        ),
        pytest.param(
            "A picture taken on May 9, 2021, shows a wall in Mayadin.\n\nThe Syrian Interior Ministry said it made 61 "
            "raids on ISIS.",
            "operations 61",
            "place",
            "Syria",
            id="picture-line",
        ),
        pytest.param(
            "The command stated, “On Wednesday, the jets carried out 2 airstrikes on ISIS near Kirkuk.”",
            "strikes 2",
            "period",
            ("2023-05-31", "2023-05-31"),
            id="day-in-a-quotation",
        ),
        pytest.param(
            "Jets hit ISIS near Homs, the army said on Thursday. On Sunday, the army said that seven militants were "
            "arrested in Hama.",
            "detained 7",
            "period",
            ("2023-05-28", "2023-05-28"),
            id="day-of-its-own-statement",
        ),
    ],
)
def test_slots_of_releases(text: str, which: str, name: str, value: Any) -> None:
    assert held(text, which, name) == value


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("The SDF announced the arrest of an additional 26 suspects of ISIS in Raqqa.", "detained 26"),
        ("The raids in Homs killed a total of two ISIS “operatives” and wounded 9.", "killed 2"),
        ("The operations killed 686 ISIS operatives—466 in Syria and 220 in Iraq.", "killed 466"),
        ("CENTCOM killed 20 ISIS operatives in Iraq, imprisoning 159 others.", "detained 159"),
    ],
)
def test_counts_behind_other_words(text: str, which: str) -> None:
    assert figure(text, which).modality == "asserted"


def test_the_whole_name_is_evidence() -> None:
    text = "CENTCOM killed two Islamic State (ISIS) militants in Homs."
    assert figure(text, "killed 2").evidence.text == "two Islamic State (ISIS) militants"


@pytest.mark.parametrize(
    "text",
    [
        "The SDF arrested 9 ISIS suspects in al-Hol in May, with over 2,000 security personnel involved in the raid.",
        "The RAF killed 9 ISIS fighters in Iraq in May, its busiest year in a single theatre of operations.",
    ],
)
def test_who_takes_part_is_no_figure(text: str) -> None:
    assert [found.low for found in reading(text).figures] == [9]


def test_modes_told_together_are_of_their_own_events() -> None:
    text = (
        "In Syria, CENTCOM conducted 14 unilateral operations and 108 operations in cooperation with partners, killing "
        "466 ISIS militants."
    )
    modes = [figure(text, which).mode for which in ("operations 14", "operations 108", "killed 466")]
    assert modes == ["unilateral", "partnered", None]


@pytest.mark.parametrize(
    ("text", "which", "name", "value"),
    [
        pytest.param(
            "A sergeant walks at Al Asad Air Base, Iraq, May 18, 2022. It was night. US Army photo by Somebody.\n\n"
            "Released Thursday, June 1, the report for 2022 counted 313 operations against ISIS in both countries.",
            "operations 313",
            "period",
            ("2022-01-01", "2022-12-31"),
            id="caption-and-day-of-release",
        ),
        pytest.param(
            "Kurdish forces in northeast Syria announced the arrest of 9 suspects of ISIS on the edge of the camp in "
            "Hajin.",
            "detained 9",
            "place",
            "Hajin",
            id="place-of-who-speaks",
        ),
        pytest.param(
            "Three others were wounded in Hajin. ISIS led 56 attacks since January, leaving 3 injured in Raqqa.",
            "wounded 3",
            "period",
            None,
            id="a-few-of-a-year-are-not-those-of-a-day",
        ),
        pytest.param(
            "ISIS kills SDF fighter, wounds 3 others in Hajin.", "wounded 3", "actor", "ISIS", id="object-does-not-act"
        ),
        pytest.param(
            "The SDF launched Operation Shield in Hajin on Thursday. The SDF announced on Friday the arrest of 9 ISIS "
            "suspects.",
            "detained 9",
            "actor",
            SDF,
            id="launched-by-the-same",
        ),
    ],
)
def test_slots_of_agency_reports(text: str, which: str, name: str, value: Any) -> None:
    assert held(text, which, name) == value


@pytest.mark.parametrize(
    ("text", "which", "name", "value"),
    [
        pytest.param(
            "The operations began after a May 13 attack near Palmyra that killed two American soldiers.",
            "killed 2",
            "period",
            ("2023-05-13", "2023-05-13"),
            id="begun-after-another-event",
        ),
        pytest.param(
            "Coalition forces launched 16 air strikes on ISIS in Iraq on Thursday.",
            "strikes 16",
            "period",
            (YESTERDAY, YESTERDAY),
            id="strikes-launched-on-a-day",
        ),
        pytest.param(
            "CENTCOM launched its campaign after the April ambush of ISIS that killed two US soldiers in Palmyra.\n\n"
            "CENTCOM said it carried out five strikes on ISIS in recent days.",
            "strikes 5",
            "place",
            "Iraq and Syria",
            id="another-event-hands-nothing-on",
        ),
        pytest.param(
            "CENTCOM said that during 11 missions conducted between May 20 and 29 four ISIS caches were found.",
            "operations 11",
            "period",
            ("2023-05-20", "2023-05-29"),
            id="range-of-the-count-before-it",
        ),
        pytest.param(
            "The United States and its allies have hit ISIS with 22 air strikes in Iraq, the Pentagon said.",
            "strikes 22",
            "actor",
            COALITION,
            id="the-us-and-its-allies",
        ),
        pytest.param(
            "ISIS killed 3 soldiers in Homs. Turkish air strikes hit a prison. The strikes killed eight SDF guards.",
            "killed 8",
            "actor",
            None,
            id="isis-has-no-jets",
        ),
    ],
)
def test_one_event_and_another(text: str, which: str, name: str, value: Any) -> None:
    assert held(text, which, name) == value


def test_a_date_behind_the_article_is_no_count() -> None:
    text = "It answered the May 13, 2023, ISIS ambush in Palmyra that killed a sergeant."
    assert 13 not in [found.low for found in reading(text).figures]


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("The raid led to the deaths of 15 ISIS militants and the injury of seven US soldiers.", "wounded 7"),
        ("The raid resulted in injuries to seven American soldiers in Anbar.", "wounded 7"),
        ("An ISIS attack near Kirkuk left 13 policemen dead and wounded 20 others.", "killed 13"),
        ("An ISIS attack near Kirkuk ended in killing and wounding 13 policemen.", "casualties 13"),
    ],
)
def test_the_hurt_in_other_words(text: str, which: str) -> None:
    assert figure(text, which).modality == "asserted"


@pytest.mark.parametrize(
    ("text", "which", "name", "value"),
    [
        pytest.param(
            "The US military launched a raid targeting suspected ISIS militants in Anbar that killed at least 15.",
            "killed 15",
            "actor",
            US,
            id="the-hunted-do-not-act",
        ),
        pytest.param(
            "One Coalition member was killed in the operations against ISIS in Iraq, CENTCOM said.",
            "killed 1",
            "target",
            "Global Coalition",
            id="member-of-the-coalition",
        ),
        pytest.param(
            "A raid in Anbar left 14 ISIS fighters dead.\n\nThe army said the operation was conducted Wednesday.",
            "killed 14",
            "period",
            ("2023-05-31", "2023-05-31"),
            id="said-it-was-conducted-on-a-day",
        ),
    ],
)
def test_raids_and_their_days(text: str, which: str, name: str, value: Any) -> None:
    assert held(text, which, name) == value


def test_a_monitoring_group_is_nobody_until_it_is_named() -> None:
    text = "Nine civilians were killed in Kabul, a monitoring group said."
    assert held(text, "killed 9", "attribution") is None
    assert held("Nine ISIS militants were killed in Homs, the Observatory said.", "killed 9", "attribution") == (
        "Syrian Observatory for Human Rights"
    )


def test_in_addition_counts_under_the_same_toll() -> None:
    text = "The number of soldiers killed this year rises to 230, in addition to 54 militants."
    assert [(one.measure, one.low) for one in reading(text).figures] == [("killed", 230), ("killed", 54)]


def test_the_group_that_counts_is_the_monitor() -> None:
    text = "Airwars keeps a record of the war. By the group's count, 53 air strikes fell on ISIS in Syria in May."
    assert held(text, "strikes 53", "attribution") == "Airwars"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "US forces held 12 operations in Iraq and nine in Syria in May. The Iraqi ones left 17 ISIS men dead.",
            "IQ",
            id="iraqi-ones",
        ),
        pytest.param(
            "US forces held 12 operations in Iraq and nine in Syria in May. An Iraqi officer said 17 ISIS men died.",
            "IQ+SY",
            id="iraqi-minister",
        ),
    ],
)
def test_country_of_the_events_spoken_of(text: str, place: str) -> None:
    found = figure(text, "killed 17").place
    assert found is not None
    assert found.scope == place
