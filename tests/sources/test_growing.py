"""A folder that grows gives each file once it is whole, and no file twice."""

import os
from pathlib import Path

import pytest

from hasila.sources import Rejected
from hasila.sources.growing import Growing, Sign


def found(growing: Growing) -> list[str]:
    """What a look finds, all of which is then taken."""
    names = []
    for item in list(growing.look()):
        assert not isinstance(item, Rejected)
        growing.take(*item)
        names.append(Path(item[0]).name)
    return names


def write(path: Path, words: str, changed: int) -> None:
    """A file as it stands at this time, whatever the clock says."""
    path.write_text(words, encoding="utf-8")
    os.utime(path, ns=(changed, changed))


def test_file_is_given_when_two_looks_find_it_the_same(tmp_path):
    growing = Growing([str(tmp_path)], {})
    write(tmp_path / "a.txt", "killed", 1)
    assert found(growing) == []
    write(tmp_path / "a.txt", "killed 2", 2)
    assert found(growing) == []
    write(tmp_path / "a.txt", "killed 22", 2)
    assert found(growing) == []
    assert found(growing) == ["a.txt"]
    assert found(growing) == []


def test_file_that_changed_is_given_again(tmp_path):
    growing = Growing([str(tmp_path)], {})
    write(tmp_path / "a.txt", "killed 2", 1)
    assert (found(growing), found(growing)) == ([], ["a.txt"])
    write(tmp_path / "a.txt", "killed 3", 2)
    assert (found(growing), found(growing)) == ([], ["a.txt"])


def test_files_that_were_taken_before_are_known_by_their_place(tmp_path, monkeypatch):
    write(tmp_path / "a.txt", "killed 2", 1)
    write(tmp_path / "b.txt", "killed 3", 1)
    monkeypatch.chdir(tmp_path)
    growing = Growing(["."], {str(tmp_path / "a.txt"): Sign(1, 8), str(tmp_path / "b.txt"): Sign(9, 8)})
    assert (found(growing), found(growing)) == ([], ["b.txt"])


def test_names_that_are_not_read_are_passed_over_until_they_are_renamed(tmp_path):
    growing = Growing([str(tmp_path)], {})
    write(tmp_path / "a.txt.part", "killed 2", 1)
    write(tmp_path / ".b.txt", "killed 2", 1)
    assert (found(growing), found(growing)) == ([], [])
    (tmp_path / "a.txt.part").rename(tmp_path / "a.txt")
    assert (found(growing), found(growing)) == ([], ["a.txt"])


def test_file_that_goes_between_two_looks_is_forgotten(tmp_path):
    growing = Growing([str(tmp_path)], {})
    write(tmp_path / "a.txt", "killed 2", 1)
    assert found(growing) == []
    (tmp_path / "a.txt").unlink()
    assert found(growing) == []
    write(tmp_path / "a.txt", "killed 2", 1)
    assert (found(growing), found(growing)) == ([], ["a.txt"])


@pytest.mark.parametrize("gone", ["link", "folder"])
def test_what_cannot_be_looked_into_costs_nothing_else(tmp_path, gone):
    write(tmp_path / "a.txt", "killed 2", 1)
    if gone == "link":
        (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    growing = Growing([str(tmp_path), str(tmp_path / "gone")][: 1 + (gone == "folder")], {})
    list(growing.look())
    whole = [item for item in growing.look() if not isinstance(item, Rejected)]
    assert [Path(path).name for path, _ in whole] == ["a.txt"]
