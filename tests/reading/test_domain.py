"""What a report is about."""

import pytest

from tests.reading.reports import figure, reading, wrong


@pytest.mark.parametrize(
    "text",
    [
        "قتل 8 من عناصر داعش في سوريا.",
        "US forces killed 8 ISIS militants in Iraq.",
        "قتل 3 من قوات سوريا الديمقراطية في منبج في سوريا.",
        "القوات العراقية تعتقل 5 إرهابيين وتقتل إرهابيين اثنين في ديالى بالعراق.",
        "أعلن تنظيم الدولة الإسلامية مسؤوليته عن هجوم.",
    ],
)
def test_the_mission_is_relevant(text: str) -> None:
    assert reading(text).relevant


@pytest.mark.parametrize(
    "text",
    [
        "قتلت القوات الروسية 12 جنديا أوكرانيا في خاركيف.",
        "ISIS killed 8 soldiers in Somalia.",
        "ISIS attacks in Nigeria and in Mali and Niger killed 20.",
        "طالبان تقتل 5 جنود في كابول.",
        "قتل 7 مدنيين في انفجار في حمص.",
        "",
    ],
)
def test_other_wars_are_not(text: str) -> None:
    assert not reading(text).relevant


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("أجرى الجراحون في المستشفى 38 عملية جراحية للمرضى خلال أيار.", id="surgery"),
        pytest.param(
            "The hospital's surgeons performed 12 operations on 12 patients last month, and surgery lists are growing.",
            id="surgery-english",
        ),
        pytest.param("سجل المهاجم هدفين في المباراة بعد 3 هجمات من الملعب.", id="football"),
        pytest.param(
            "The pitcher had two strikes in the eighth inning when the batter hit a home run: 14 strikes in all.",
            id="baseball",
        ),
        pytest.param(
            "The striker scored twice after 3 attacks and the goalkeeper saved 5 strikes in the league match.",
            id="football-english",
        ),
        pytest.param(
            "At ISIS the neutrons of one beamline hit 3 samples in two experiments; neutron physics lost 2 detectors,"
            " and 4 scientists were wounded by it.",
            id="neutron-source",
        ),
        pytest.param(
            "Workers went on strike 3 times over wages; 12 strikes hit the union's factories and wages.", id="labour"
        ),
        pytest.param(
            "قتل 40 شخصا في زلزال ضرب المدينة، والزلزال التالي أقوى، وتلتهما زلازل أخرى وفيضانات.", id="disaster"
        ),
        pytest.param(
            "Four people died in floods and a landslide; the flood and the earthquake injured nine.",
            id="disaster-english",
        ),
        pytest.param(
            "خسر الفريق 3 مباريات بعد 12 هجمة.",
            id="sport-of-few-words",
            marks=wrong("no word of sport that the lexicon knows"),
        ),
    ],
)
def test_subjects_with_the_same_words_yield_no_figures(text: str) -> None:
    assert reading(text).figures == ()


@pytest.mark.parametrize(
    ("text", "which"),
    [
        pytest.param("نقل 12 جريحا إلى المستشفى بعد هجوم داعش في كركوك.", "wounded 12", id="hospital-after-an-attack"),
        pytest.param(
            "أصيب 12 جنديا في الهجوم ونقلوا إلى المستشفى حيث قال الطبيب إن المرضى بخير.",
            "wounded 12",
            id="doctor-speaks",
        ),
        pytest.param(
            "Twelve soldiers were wounded in the attack and taken to hospital.", "wounded 12", id="hospital-english"
        ),
        pytest.param(
            "شنت الطائرات 12 غارة على مواقع داعش قرب ملعب المدينة.", "strikes 12", id="strikes-near-a-stadium"
        ),
        pytest.param(
            "In the match the team wore black after ISIS killed 12 soldiers in Iraq.",
            "killed 12",
            id="attack-in-sports-news",
        ),
        pytest.param(
            "The army killed 12 gunmen and 3 soldiers died in a traffic accident.", "killed 12", id="fight-and-accident"
        ),
        pytest.param(
            "نعى المنتخب قبل المباراة 12 جنديا قتلوا في هجوم لداعش في العراق.",
            "killed 12",
            id="mourning-in-sports-news",
            marks=wrong("two words of sport outweigh one name of an armed group"),
        ),
    ],
)
def test_the_dead_and_wounded_of_fighting_stay(text: str, which: str) -> None:
    assert figure(text, which).modality == "asserted"
