"""Conflicts as JSON are written once for each state of the ledger."""

from pathlib import Path

import pytest

from hasila.codec import line
from hasila.ledger import Decision, open_ledger
from hasila.web.api import conflicting
from hasila.web.api.conflicting import ConflictLines, told
from hasila.web.stand import Stand


@pytest.fixture
def own(ledger: str, tmp_path: Path) -> str:
    path = tmp_path / "own.db"
    path.write_bytes(Path(ledger).read_bytes())
    return str(path)


def test_lines_are_held_until_something_is_decided(own: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stand, lines = Stand(own), ConflictLines()
    before = stand.tallied("official-first").tally
    first = lines.of(stand, before, before.conflicts)
    assert first == [line(one) for one in told(stand, before, before.conflicts)]
    monkeypatch.setattr(conflicting, "conflict_object", None)
    assert lines.of(stand, before, before.conflicts) == first != []
    monkeypatch.undo()
    claim = before.conflicts[0].claims[0]
    with open_ledger(own) as ledger:
        target = f"{claim.document}#{claim.figures[0]}"
        ledger.decide(Decision(target=target, action="reject", who="salma", why="a misprint"))
    after = stand.tallied("official-first").tally
    assert lines.of(stand, after, after.conflicts) == [line(one) for one in told(stand, after, after.conflicts)]
    assert after.conflicts != before.conflicts


def test_no_more_is_held_than_may_be(own: str) -> None:
    stand, lines = Stand(own), ConflictLines(most=1)
    made = stand.tallied("official-first").tally
    for _ in range(3):
        lines.of(stand, made, made.conflicts[:1])
        lines.of(stand, made, made.conflicts[-1:])
    assert len(lines._held[1]) == 1
