"""What is asked: every slot and value is explained, and the examples are answered as they should be."""

import json
from datetime import date

import pytest

from hasila.model import Document
from hasila.reading import read
from hasila.second import prompting
from hasila.second.answer import parse
from hasila.second.compared import pairs
from hasila.second.figures import Grounding


def test_every_slot_and_every_value_is_explained_and_nothing_else() -> None:
    wanted = {(slot, value) for slot, values in prompting.slots() for value in ("", *values)}
    assert set(prompting.meanings()) == wanted


@pytest.mark.parametrize("tongue", ["ar", "en"])
def test_the_instructions_name_them_all(tongue: prompting.Tongue) -> None:
    said = prompting.instructions(tongue)
    assert "{slots}" not in said
    assert all(f'"{name}"' in said for slot, values in prompting.slots() for name in (slot, *values))


@pytest.mark.parametrize("example", prompting.examples(), ids=lambda one: str(one["lang"]))
def test_an_example_is_grounded_in_its_report_to_the_letter(example: prompting.Example) -> None:
    document = Document(
        "e", example["text"], title=example["title"], published=date.fromisoformat(example["published"])
    )
    held = Grounding(document, "small")
    parsed = parse(json.dumps(example["answer"]))
    held.take(parsed, (0, len(document.text)))
    assert (held.dropped, parsed.faults) == ([], ())
    assert len(held.figures) == len(example["answer"]["figures"])
    assert {one.trail[1] for one in held.figures} == {"words-exact"}
    found = pairs(read(document).figures, held.figures)
    assert {pair.outcome for pair in found} <= {"same", "differing"}


def test_the_report_stands_in_the_last_message_and_is_asked_about_in_its_language() -> None:
    document = Document("r", "قُتل خمسة.", title="عنوان", published=date(2023, 6, 6))
    *before, last = prompting.messages(document, "قُتل خمسة.", prompting.tongue_of(document))
    assert last["content"] == "published: 2023-06-06\ntitle: عنوان\ntext:\nقُتل خمسة."
    assert [one["role"] for one in before] == ["system", *["user", "assistant"] * len(prompting.examples())]
    assert "تقرأ" in before[0]["content"]
    assert prompting.tongue_of(Document("r", "Five were killed.")) == "en"
