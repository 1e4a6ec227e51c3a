"""The closed classes: folded, both languages together, each one explained and each one in use."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hasila.lexicon.lint import ROOT
from hasila.lexicon.markers import marker_phrases, markers
from hasila.text.fold import fold

FILES = [ROOT / lang / "markers.tsv" for lang in ("ar", "en")]
CODE = [path for path in ROOT.parent.rglob("*.py") if path.name != "markers.py"]


def classes(lines: list[str]) -> set[str]:
    return {line.split("\t")[1] for line in lines[1:] if line and not line.startswith("//")}


def test_class_holds_both_languages() -> None:
    assert {fold("دعمت"), "supported"} <= markers("support-verb")


def test_forms_are_folded() -> None:
    assert fold("أحد") in markers("any-of")
    assert "أحد" not in markers("any-of")


def test_class_is_made_once() -> None:
    assert markers("since") is markers("since")


def test_phrases_keep_their_words_apart() -> None:
    assert {("both", "countries"), (fold("كلا"), fold("البلدين")), (fold("البلدان"),)} <= marker_phrases(
        "both-countries"
    )


@pytest.mark.parametrize("read", [markers, marker_phrases])
def test_unknown_class_is_named(read: Callable[[str], object]) -> None:
    with pytest.raises(KeyError, match=r"'sicne'.*markers\.tsv"):
        read("sicne")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_every_class_of_a_file_is_explained_once(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    explained = [line[3:].partition(": ")[0] for line in lines if line.startswith("// ")]
    assert sorted(explained) == sorted(classes(lines))


def test_code_reads_every_class_and_no_other() -> None:
    read = {
        name
        for path in CODE
        for name in re.findall(r'(?:markers|marker_phrases)\("([^"]+)"\)', path.read_text(encoding="utf-8"))
    }
    held = set().union(*(classes(path.read_text(encoding="utf-8").split("\n")) for path in FILES))
    assert read == held
