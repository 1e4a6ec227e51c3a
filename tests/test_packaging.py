"""What an installed Hasila carries."""

import shutil
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest

import hasila

ROOT = Path(__file__).parent.parent


def test_version_is_the_same_everywhere() -> None:
    assert f"\nversion: {hasila.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"({hasila.__version__})" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("git") is None, reason="asks git")
def test_no_data_file_is_ignored_by_git_and_so_missing_from_the_wheel() -> None:
    files = [str(path) for path in (ROOT / "src").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    ignored = subprocess.run(["git", "check-ignore", *files], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ignored.stdout == ""


def test_every_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(chain(project["dependencies"], *project["optional-dependencies"].values()))
    locked = (ROOT / "requirements-lock.txt").read_text(encoding="utf-8")
    pinned = {normal(line.split("==")[0]) for line in locked.splitlines() if "==" in line}
    assert {normal(requirement.split(">")[0]) for requirement in wanted} <= pinned


def normal(name: str) -> str:
    return name.split("[")[0].strip().lower().replace("_", "-")
