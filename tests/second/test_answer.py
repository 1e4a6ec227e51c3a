"""What models write around, into and instead of the object that they are asked for."""

import json
from typing import Any, get_args

import pytest

from hasila.model import Figure, Kind, Measure, Modality, Mode, Qualifier, Victim
from hasila.second import prompting
from hasila.second.answer import MOST_FIGURES, AnswerError, ToldFigure, parse, schema
from tests.second.server import answer, figure

TOLD = figure("killed", 3, "three killed")
ONE = answer(TOLD)


@pytest.mark.parametrize(
    "content",
    [
        ONE,
        f"```json\n{ONE}\n```",
        f"Here is what I found:\n\n```\n{ONE}\n```\nIs there more that I can do?",
        f"Certainly! {ONE} That is all.",
        f'<think>perhaps {{"figures": []}} would do</think>{ONE}',
        f'{{"example": {{"a": 1}}}} and then {ONE}',
        f"{{broken {ONE}",
        json.dumps(json.loads(ONE), indent=2),
    ],
)
def test_the_object_is_found(content: str) -> None:
    parsed = parse(content)
    assert [one.quote for one in parsed.figures] == ["three killed"]
    assert parsed.faults == ()


@pytest.mark.parametrize(
    "content",
    [
        "I'm sorry, I can't help with that.",
        "لا أستطيع المساعدة في ذلك.",
        "قُتل ثلاثة",
        '{"figures": 3}',
        "[1, 2]",
        '{"figures": [',
        "{" * 50_000,
        '{"figures": ' + "[" * 50_000,
        '{"figures": [' + "9" * 5000 + "]}",
        "<think>" + ONE,
    ],
)
def test_what_holds_no_object_is_told(content: str) -> None:
    with pytest.raises(AnswerError, match="no object with a list of figures"):
        parse(content)


@pytest.mark.parametrize(
    ("slots", "slot"),
    [
        ({"measure": "deaths"}, "measure"),
        ({"low": -1}, "low"),
        ({"low": 10**12}, "low"),
        ({"low": "three"}, "low"),
        ({"modality": "sure"}, "modality"),
        ({"quote": ""}, "quote"),
        ({"quote": "x" * 2000}, "quote"),
    ],
)
def test_a_figure_that_does_not_fit_is_left_out_and_the_others_are_kept(slots: dict[str, Any], slot: str) -> None:
    parsed = parse(answer({**TOLD, **slots}, TOLD))
    assert len(parsed.figures) == 1
    (fault,) = parsed.faults
    assert fault.startswith(f"figure 1 left out: {slot}")


@pytest.mark.parametrize("told", [7, None, "three killed", [], {}])
def test_what_is_no_figure_is_left_out(told: Any) -> None:
    assert len(parse(answer(told, TOLD)).figures) == 1


@pytest.mark.parametrize(
    "slots", [{"victim": "soldiers"}, {"mode": "joint"}, {"period": {"start": "May", "end": None}}, {"place": "Iraq"}]
)
def test_a_slot_that_may_be_empty_is_emptied(slots: dict[str, Any]) -> None:
    parsed = parse(answer({**TOLD, **slots}))
    (name,) = slots
    assert getattr(parsed.figures[0], name) is None
    assert parsed.faults[0].startswith(f"figure 1 without {name}: ")


def test_thousands_of_figures_are_not_looked_at() -> None:
    parsed = parse(answer(*[TOLD] * (MOST_FIGURES + 5)))
    assert len(parsed.figures) == MOST_FIGURES
    assert parsed.faults == (f"5 more than {MOST_FIGURES} figures",)


def test_the_slots_are_those_of_the_contract() -> None:
    ours = set(Figure.__dataclass_fields__) - {"evidence", "confidence", "trail", "basis"}
    assert set(ToldFigure.model_fields) == ours | {"field", "quote", "context"}


def test_the_schema_has_the_enumerations_of_the_contract_and_is_strict() -> None:
    figures = schema()["properties"]["figures"]["items"]
    values = dict(prompting.slots())
    for slot, kind in {
        "measure": Measure, "qualifier": Qualifier, "modality": Modality, "kind": Kind, "victim": Victim, "mode": Mode,
    }.items():  # fmt: skip
        assert values[slot] == get_args(kind)
    assert figures["required"] == list(figures["properties"]) == list(ToldFigure.model_fields)
    assert '"$ref"' not in json.dumps(schema())
    assert json.dumps(schema()).count('"additionalProperties": false') == 5
