"""What a file is: by how it begins, by its name, by its first characters."""

import pytest

from hasila.sources.kinds import KINDS, kind_of, kind_of_media, stem_of


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_row_has_a_reader_that_can_be_loaded(kind):
    assert callable(kind.load())


def test_names_endings_and_media_types_are_written_alike_and_names_once():
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in kind.suffixes)
        assert all(media == media.lower() and "/" in media for media in kind.media)


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"{", "text"),
        ("a.HTML", b"plain words", "html"),
        ("a.dat", b'\xef\xbb\xbf\n {"text": "x"}', "jsonl"),
        ("standard input", "<!DOCTYPE html>".encode("utf-16"), "html"),
        ("notes.md", b"killed 5", "text"),
        (".html", b"", "text"),
        ("folder.html/readme", b"", "text"),
    ],
)
def test_kind_of_a_stream(name, head, kind):
    assert kind_of(name, head).name == kind


@pytest.mark.parametrize(
    ("media", "kind"), [("text/plain;charset=windows-1256", "text"), ("application/xhtml+xml", "html"), ("", None)]
)
def test_kind_of_a_media_type(media, kind):
    found = kind_of_media(media)
    assert (found.name if found else None) == kind


@pytest.mark.parametrize(
    ("name", "stem"), [("a/b.v2.txt", "b.v2"), ("a.JSONL", "a"), (".txt", ".txt"), ("no ending", "no ending"), ("", "")]
)
def test_stem_is_the_name_without_its_ending(name, stem):
    assert stem_of(name) == stem
