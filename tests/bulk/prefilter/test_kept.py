"""The compiled prefilter is kept between runs, and whatever is found in its place does no harm."""

import hashlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from hasila.bulk.prefilter import Prefilter, kept, kept_prefilter

BODIES = ["داعش".encode(), b"three IS*IS members", b"weather", "قتل ثلاثة في حادث سير".encode("cp1256")]
DECIDED = Prefilter.from_lexicon().passing(BODIES)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "hasila" / "prefilter"


def the_one_in(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def never(*_: object) -> Prefilter:
    raise AssertionError("compiled again")


def test_it_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept_prefilter().passing(BODIES) == DECIDED
    assert folder.stat().st_mode & 0o077 == 0
    monkeypatch.setattr(Prefilter, "from_lexicon", never)
    assert kept_prefilter().passing(BODIES) == DECIDED


@pytest.mark.parametrize(
    "broken",
    [lambda _: b"", lambda data: data[:-1], lambda data: data[:999] + b"?" + data[1000:], lambda _: b"\0" * 99],
    ids=["empty", "cut off", "a byte changed", "zeros"],
)
def test_a_broken_one_is_compiled_anew(folder: Path, broken: Callable[[bytes], bytes]) -> None:
    kept_prefilter()
    path = the_one_in(folder)
    sound = path.read_bytes()
    path.write_bytes(broken(sound))
    assert kept_prefilter().passing(BODIES) == DECIDED
    assert kept_prefilter().passing(BODIES) == DECIDED
    assert the_one_in(folder) == path
    assert len(path.read_bytes()) == len(sound)


def test_one_that_hyperscan_refuses_is_compiled_anew(folder: Path) -> None:
    kept_prefilter()
    data = kept._LENGTH.pack(4) + b"else"
    the_one_in(folder).write_bytes(hashlib.sha256(data).digest() + data)
    assert kept_prefilter().passing(BODIES) == DECIDED


def test_another_version_has_another_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_prefilter()
    before = the_one_in(folder).name
    monkeypatch.setattr(kept, "version_of", lambda _: "another")
    kept_prefilter()
    assert the_one_in(folder).name != before


def test_it_works_where_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert kept_prefilter().passing(BODIES) == DECIDED


def decided(_: int) -> list[bool]:
    return kept_prefilter().passing(BODIES)


def test_several_processes_make_it_at_once(folder: Path) -> None:
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        assert list(pool.map(decided, range(2))) == [DECIDED] * 2
    assert the_one_in(folder).suffix == ""
