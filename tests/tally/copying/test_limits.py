"""The limits of what counts as a copy."""

import tomllib
from dataclasses import fields
from importlib.resources import files

from hasila.tally.copying.limits import Limits, limits


def test_every_limit_is_used_and_has_its_reason() -> None:
    table = tomllib.loads((files("hasila.tally.copying") / "copies.toml").read_text(encoding="utf-8"))
    assert set(table) == {field.name for field in fields(Limits)}
    assert all(len(limit["reason"].split()) > 5 for limit in table.values())


def test_shares_are_shares() -> None:
    found = limits()
    assert 0 < found.near_likeness <= found.short_likeness <= found.misprint_likeness < 1
    assert 0 < found.translated_share <= 1
