"""What the READMEs show is what comes out."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from hasila.export.jsonl import as_object
from hasila.model import Document
from hasila.reading import read

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.ar.md")


def demo_of(name: str) -> str:
    text = (ROOT / name).read_text(encoding="utf-8")
    return text.split("<!-- demo:start -->")[1].split("<!-- demo:end -->")[0]


def report_of(name: str) -> str:
    return " ".join(line[2:].strip() for line in demo_of(name).splitlines() if line.startswith("> "))


def rows_of(name: str) -> list[tuple[str, str]]:
    """Figure and words of each row of the table."""
    table = [line.strip("|").split("|") for line in demo_of(name).splitlines() if line.startswith("|")]
    return [(cells[1].strip(), cells[-1].strip()) for cells in table[2:]]


@pytest.mark.parametrize("name", READMES)
def test_table_shows_what_is_read_in_the_report(name: str) -> None:
    figures = read(Document(id="report", text=report_of(name))).figures
    assert [(str(figure.low), figure.evidence.text) for figure in figures] == rows_of(name)


def test_json_shows_what_is_written_of_the_report() -> None:
    shown = re.search(r"```json\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    example = json.loads(shown[1])
    document = Document(id="report", text=report_of("README.md"), published=date(2023, 7, 5))
    written = as_object(read(document))
    assert list(example) == list(written)
    figure = example["figures"][0]
    same = next(one for one in written["figures"] if one["evidence"]["text"] == figure["evidence"]["text"])
    assert list(figure) == list(same)
    # Where the example is shortened it says so with an ellipsis.
    for key in figure.keys() - {"trail", "basis", "place"}:
        assert figure[key] == same[key], key
    assert figure["place"].items() - {("…", "…")} <= same["place"].items()
