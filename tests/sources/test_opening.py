"""Files, folders, patterns and streams become documents in input order."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hasila.model import Document
from hasila.sources import Rejected, open_sources

ARABIC = "أعلنت القيادة المركزية الأميركية مقتل 5 من عناصر داعش"


def documents(*paths: Path | str, **defaults) -> list[Document]:
    items = list(open_sources([str(path) for path in paths], **defaults))
    found = [item for item in items if isinstance(item, Document)]
    assert found == items
    return found


def rejections(*paths: Path | str) -> list[Rejected]:
    return [item for item in open_sources([str(path) for path in paths]) if isinstance(item, Rejected)]


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_text_file_has_its_stem_as_id_and_no_title(tmp_path):
    (document,) = documents(write(tmp_path / "report.v2.txt", ARABIC))
    assert (document.id, document.title, document.text, document.notes) == ("report.v2", None, ARABIC, ())


any_text = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\ufeff"), min_size=1)
mixed = st.lists(
    st.one_of(any_text, st.sampled_from(["\r\n", "\r", "قُتِلَ", "🕊️", "e\u0301", "\u200f", "ـ", "\u2028", "killed 5"])),
    min_size=1,
).map("".join)


@given(mixed.filter(str.strip))
def test_text_is_never_altered(tmp_path_factory, text):
    path = write(tmp_path_factory.mktemp("texts") / "a.txt", text)
    assert documents(path)[0].text == text


def test_folder_is_read_to_the_bottom_in_the_order_of_names(tmp_path):
    for name in ("b/2.txt", "a.txt", "b/1/z.txt", "c.jsonl", ".hidden/x.txt", "picture.png"):
        write(tmp_path / name, '{"text": "x"}' if name.endswith("jsonl") else "x")
    assert [document.id for document in documents(tmp_path)] == ["a", "z", "2", "c-1"]


def test_pattern_is_sorted_and_can_go_down_folders(tmp_path):
    for name in ("b.txt", "a.txt", "deep/c.txt", "d.csv"):
        write(tmp_path / name, "x")
    assert [document.id for document in documents(tmp_path / "*.txt")] == ["a", "b"]
    assert {document.id for document in documents(tmp_path / "**" / "*.txt")} == {"a", "b", "c"}


def test_file_with_brackets_in_its_name_is_no_pattern(tmp_path):
    assert documents(write(tmp_path / "[1] report.txt", ARABIC))[0].id == "[1] report"


def test_paths_keep_the_order_of_the_user(tmp_path):
    first, second = write(tmp_path / "z.txt", "x"), write(tmp_path / "a.txt", "x")
    assert [document.id for document in documents(first, second)] == ["z", "a"]


def test_what_a_document_says_itself_goes_before_the_default(tmp_path):
    lines = '{"text": "x", "published": "2023-05-05", "lang": "en"}\n{"text": "x"}\n'
    own, other = documents(write(tmp_path / "a.jsonl", lines), published=date(2024, 1, 1), lang="ar")
    assert (own.published, own.lang) == (date(2023, 5, 5), "en")
    assert (other.published, other.lang) == (date(2024, 1, 1), "ar")


def test_file_without_telling_name_is_looked_into(tmp_path):
    lines = write(tmp_path / "export.dat", b'\xef\xbb\xbf\n {"text": "x"}\n')
    assert [document.id for document in documents(write(tmp_path / "notes.md", "killed 5"), lines)] == [
        "notes",
        "export-2",
    ]


def test_id_that_came_before_is_noted(tmp_path):
    first, second = documents(write(tmp_path / "a/r.txt", "x"), write(tmp_path / "b/r.txt", "y"))
    assert not first.notes
    assert "came before" in second.notes[0]


def test_invisible_and_presentation_signs_are_kept_and_noted(tmp_path):
    text = "مقتل \u200f5 \ufee3\ufed8\ufe98\ufede"
    (document,) = documents(write(tmp_path / "a.txt", text))
    assert document.text == text
    assert document.notes == ("1 invisible direction marks kept", "4 letters in presentation forms kept")


def test_ornaments_written_on_purpose_are_not_noted(tmp_path):
    assert documents(write(tmp_path / "a.txt", "﴿ النبي ﷺ ﴾"))[0].notes == ()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t", "empty"),
        ("mark.txt", b"\xef\xbb\xbf", "empty"),
        ("empty.jsonl", b"\n\n", "empty"),
        ("empty.csv", b"", "empty"),
        ("heading.csv", b"id,text\n", "no row"),
        ("program.txt", b"\x7fELF\0\0", "binary"),
        ("program.jsonl", b"\x7fELF\0\0", "binary"),
        ("paper.txt", b"%PDF-1.7\n", "PDF"),
    ],
)
def test_file_that_holds_no_report_is_rejected_by_name(tmp_path, name, data, reason):
    (rejected,) = rejections(write(tmp_path / name, data))
    assert rejected.file.endswith(name)
    assert reason in rejected.reason
    assert rejected.remedy


def test_missing_paths_and_empty_folders_are_rejected_and_the_rest_is_read(tmp_path):
    good = write(tmp_path / "good" / "a.txt", ARABIC)
    (tmp_path / "empty").mkdir()
    paths = [str(tmp_path / "no.txt"), str(tmp_path / "empty"), str(tmp_path / "*.gone"), str(good)]
    *rejected, document = open_sources(paths)
    reasons = [str(item.reason) for item in rejected if isinstance(item, Rejected)]
    assert [reason.split()[0] for reason in reasons] == ["no", "the", "nothing"]
    assert isinstance(document, Document)


def test_file_without_permission_is_rejected(tmp_path, monkeypatch):
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("hasila.sources.opening._opened", refuse)
    (rejected,) = rejections(write(tmp_path / "locked.txt", ARABIC))
    assert rejected.reason == "permission denied"
    assert "chmod" in rejected.remedy


def test_link_to_nowhere_in_a_folder_is_rejected(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert "no such file" in rejections(tmp_path)[0].reason


def test_text_over_the_limit_is_rejected(tmp_path, monkeypatch):
    monkeypatch.setattr("hasila.sources.plain.DOCUMENT_BYTES", 100)
    assert "too large" in rejections(write(tmp_path / "a.txt", "x" * 101))[0].reason
