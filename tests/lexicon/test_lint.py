"""The files of the lexicon are right, and each kind of fault is found."""

from pathlib import Path

import pytest

from hasila.lexicon.lint import ROOT, lint

NAMES = (
    "actor_names.tsv",
    "actors.tsv",
    "outlet_words.tsv",
    "outlets.tsv",
    "people.tsv",
    "person_names.tsv",
    "places.tsv",
)
HEADER = "form\tclass\tnote\n"
PLACES = "id\tname\tscope\tlevel\tlat\tlon\tgeonames\taliases_ar\taliases_en\tneeds_cue\n"


def faults_of(folder: Path, text: str, name: str = "words.tsv") -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    return lint(folder)


@pytest.mark.parametrize("name", NAMES)
def test_shipped_names_are_clean(name: str) -> None:
    assert [fault for fault in lint() if fault.startswith(f"{name}:")] == []


@pytest.mark.parametrize("name", sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*/*.tsv")))
def test_shipped_words_are_clean(name: str) -> None:
    assert [fault for fault in lint() if fault.startswith(f"{name}:")] == []


def test_clean_file_has_no_faults(tmp_path: Path) -> None:
    text = f"{HEADER}// the mountain\nجبل\tarea\t\nحمرين\tarea\tranges, … and hills\n"
    assert faults_of(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("Form Class\nجبل\n", 1, "no header"),
        ("form\tform\nجبل\tarea\n", 1, "no header"),
        (f"{HEADER}جبل\tarea\n", 2, "2 cells where the header names 3"),
        (f"{HEADER}جبل\tarea\t\t\n", 2, "4 cells where the header names 3"),
        (f"{HEADER}\tarea\t\n", 2, "first cell is empty"),
        (f"{HEADER}جبل \tarea\t\n", 2, "blanks"),
        (f"{HEADER}جبل  حمرين\tarea\t\n", 2, "blanks"),
        (f"{HEADER}جبل\tarea\t", 2, "no line break at the end"),
        (f"{HEADER}\ufe9f\ufe92\ufede\tarea\t\n", 2, "presentation form"),
        (f"{HEADER}جبـل\tarea\t\n", 2, "tatweel"),
        (f"{HEADER}جبل\u200f\tarea\t\n", 2, "bidi"),
        (f"{HEADER}الا\u0653ن\ttime\t\n", 2, "not in NFC"),
        (f"{HEADER}ｃａｍｐ\tarea\t\n", 2, "NFKC"),
        (f"{HEADER}حمرين\tarea\t\nجبل\tarea\t\n", 3, "out of order"),
        (f"{HEADER}أربيل\tarea\t\nاربيل\tarea\t\n", 3, "folds to the same as line 2"),
    ],
)
def test_planted_fault_is_found(tmp_path: Path, text: str, line: int, what: str) -> None:
    found = faults_of(tmp_path, text)
    assert any(fault.startswith(f"words.tsv:{line}: ") and what in fault for fault in found), found


def test_same_form_in_another_class_is_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, f"{HEADER}القيادة\tgeneric\t\nالقيادة\tname\t\n") == []


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "nouns.tsv").write_text(f"{HEADER}جبـل\tarea\t\n", encoding="utf-8")
    found = faults_of(tmp_path, f"{HEADER}حمرين\tarea\t\nجبل\tarea\n")
    assert [fault.split(": ")[0] for fault in found] == ["ar/nouns.tsv:2", "words.tsv:3", "words.tsv:3"]


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("iq-x\tX\tIQ\tcity\t\t\t\t\tX\t", "level 'city'"),
        ("iq-x\tX\tIQ\ttown\t33.1\t\t\t\tX\t", "one coordinate"),
        ("iq-x\tX\tIQ\ttown\t\t\t\t\tX\tY", "needs_cue names 'Y'"),
        ("iq-x\tX\tIQ\ttown\t\t\t\tأربيل|اربيل\tX\t\niq-y\tY\tIQ\ttown\t\t\t\tإربيل\tY\t", "folds to the same"),
    ],
)
def test_fault_of_a_place_is_found(tmp_path: Path, row: str, what: str) -> None:
    assert any(what in fault for fault in faults_of(tmp_path, f"{PLACES}{row}\n", "places.tsv"))


OUTLETS = "name\taliases_ar\taliases_en\tdomains\tlangs\tkind\tzone\tneeds_cue\tnote\n"


def test_clean_outlets_have_no_faults(tmp_path: Path) -> None:
    rows = "Al-Modon\tالمدن\tAlmodon\talmodon.com\tar\tpress\tAsia/Beirut\tالمدن\t\nNabd\t\t\t\tar\treprinting\t\t\t\n"
    assert faults_of(tmp_path, OUTLETS + rows, "outlets.tsv") == []


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("X\t\t\tx.com\tar\tnewspaper\t\t\t", "kind 'newspaper'"),
        ("X\t\t\tx.com\tar\tpress\tAsia/Bagdad\t\t", "zone 'Asia/Bagdad'"),
        ("X\t\t\tx.com\tar\tpress\t../../etc\t\t", "no time zone"),
        ("X\t\t\tX.com\tar\tpress\t\t\t", "no domain"),
        ("X\t\t\thttps://x.com\tar\tpress\t\t\t", "no domain"),
        ("X\t\t\tx.com\tArabic\tpress\t\t\t", "no language codes"),
        ("X\t\t\tx.com\tar\tpress\t\tالمدن\t", "needs_cue has 'المدن'"),
        ("X\tإكس\t\tx.com\tar\tpress\t\t\t\nY\tاكس\t\ty.com\tar\tpress\t\t\t", "said of line 2"),
        ("X\t\t\tx.com\tar\tpress\t\t\t\nY\t\tx\ty.com\tar\tpress\t\t\t", "said of line 2"),
        ("X\t\t\tx.com\tar\tpress\t\t\t\nY\t\t\tx.com\tar\tpress\t\t\t", "said of line 2"),
    ],
)
def test_fault_of_an_outlet_is_found(tmp_path: Path, row: str, what: str) -> None:
    assert any(what in fault for fault in faults_of(tmp_path, f"{OUTLETS}{row}\n", "outlets.tsv"))


def test_name_of_an_unknown_actor_is_found(tmp_path: Path) -> None:
    (tmp_path / "actors.tsv").write_text("canonical\tnote\nISIS\t\n", encoding="utf-8")
    rows = "form\tcanonical\tclass\nDaesh\tISIS\tname\nSDF\tQSD\tname\nthe group\tgroup\tgeneric\n"
    found = faults_of(tmp_path, rows, "actor_names.tsv")
    assert found == ["actor_names.tsv:3: canonical 'QSD' is not in actors.tsv"]
