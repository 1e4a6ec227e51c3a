"""The shape of the code: import order, size and names of modules."""

import ast
from importlib import import_module
from pathlib import Path

import pytest
from importlinter import cli as importlinter_cli

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "hasila"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_LINES = 400
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc"}


def module_name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_packages_import_only_from_those_before_them() -> None:
    assert importlinter_cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_module_fits_in_the_head(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_LINES, f"{module_name(path)} has {lines} lines, {MAX_LINES} at most: give it one job"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_module_name_says_what_is_in_it(path: Path) -> None:
    names = {part.lstrip("_") for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert not names & NAMES_THAT_SAY_NOTHING


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_membership_is_asked_of_an_unpacked_tuple(path: Path) -> None:
    """The compiled build stops at ``x in (*these, that)``; a constant is quicker anyway."""
    compares = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Compare)]
    unpacked = [
        node.lineno
        for node in compares
        for side in node.comparators
        if isinstance(side, ast.Tuple | ast.List | ast.Set) and any(isinstance(part, ast.Starred) for part in side.elts)
    ]
    assert not unpacked


@pytest.mark.parametrize("path", sorted((PACKAGE / "reading").glob("*.py")), ids=module_name)
def test_constants_are_frozen(path: Path) -> None:
    """A set that is typed as frozen makes the compiled build stop: ``frozenset | dict.keys()`` is a set."""
    module = import_module(f"hasila.reading.{path.stem}")
    assert [name for name, value in vars(module).items() if type(value) is set] == []
