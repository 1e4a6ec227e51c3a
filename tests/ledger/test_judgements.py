"""What several people hold of one figure, and what stands of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hasila.errors import LedgerError
from hasila.ledger import Decision, Ledger
from hasila.ledger.decisions import last_act, standing, withdrawn
from hasila.ledger.judgements import Ruling, elsewhere, merged, ruling_of
from hasila.reading import read
from tests.ledger.reports import report

_START = datetime(2024, 1, 1, tzinfo=UTC)


def rows(*told: str, target: str = "0123456789ab#0") -> list[Decision]:
    """Decisions as they are short to write: "Rana correct value=9", "Sami settle Rana"."""
    made = []
    for seq, one in enumerate(told, 1):
        who, action, *rest = one.split(" ", 2)
        field, equals, value = rest[0].partition("=") if rest else ("", "", "")
        slots: dict[str, Any] = {"field": field, "value": value} if equals else {"value": field or None}
        at = _START + timedelta(minutes=seq)
        made.append(Decision(target=target, action=action, who=who, why="so", seq=seq, at=at, **slots))  # type: ignore[arg-type]
    return made


def held(*told: str) -> Ruling:
    return ruling_of(rows(*told))


def stands(*told: str) -> str:
    """What stands, in short."""
    ruling = held(*told)
    if ruling.stands is None:
        return "differ" if ruling.differ else "nothing"
    fields = ", ".join(f"{name}={value}" for name, value in ruling.stands.fields)
    return f"{ruling.stands.verdict} {fields}".strip()


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([], "nothing"),
        (["Rana accept"], "accept"),
        (["Rana reject", "Rana accept"], "accept"),
        (["Rana correct value=9", "Rana correct place=IQ"], "correct place=IQ, value=9"),
        (["Rana correct value=9", "Rana correct value=8"], "correct value=8"),
        (["Rana correct value=9", "Rana accept"], "accept"),
        (["Rana reject", "Rana correct value=9"], "correct value=9"),
        (["Rana accept", "Sami accept"], "accept"),
        (["Rana accept", "Sami reject"], "differ"),
        (["Rana correct value=9", "Sami correct value=9"], "correct value=9"),
        (["Rana correct value=9", "Sami correct value=8"], "differ"),
        (["Rana correct value=9", "Sami correct place=IQ"], "differ"),
        (["Rana accept", "Sami reject", "Sami accept"], "accept"),
    ],
)
def test_the_judgements_of_people_who_agree_stand(told: list[str], wanted: str) -> None:
    assert stands(*told) == wanted


@pytest.mark.parametrize("told", [["Rana unsure", "Sami reject"], ["Sami reject", "Rana unsure"]])
def test_who_is_unsure_leaves_it_to_those_who_are_not(told: list[str]) -> None:
    assert stands(*told) == "reject"


def test_a_figure_that_people_differ_about_is_unsure() -> None:
    assert held("Rana accept", "Sami reject").unsure
    assert held("Rana unsure").unsure
    assert not held("Rana accept", "Sami unsure").unsure


def test_other_words_for_the_same_number_contradict_nobody() -> None:
    assert stands("Rana accept", "Sami correct span=0-2 38") == "correct span=0-2 38"
    assert stands("Rana correct value=9", "Sami correct value=9", "Sami correct span=0-2 38").startswith("correct span")


def test_what_is_settled_stands() -> None:
    assert stands("Rana accept", "Sami reject", "Huda settle Sami") == "reject"
    assert stands("Rana accept", "Sami reject", "Huda correct value=5", "Huda settle Huda") == "correct value=5"
    ruling = held("Rana accept", "Sami reject", "Huda settle Sami")
    assert not ruling.differ
    assert ruling.settled is not None
    assert (ruling.settled.who, ruling.settled.judgement.who) == ("Huda", "Sami")


def test_a_later_judgement_opens_what_was_settled_and_changes_nothing_yet() -> None:
    settled = ["Rana accept", "Sami reject", "Huda settle Sami"]
    assert not held(*settled, "Omar reject").differ
    assert not held(*settled, "Omar unsure").differ
    assert held(*settled, "Omar accept").differ
    assert stands(*settled, "Omar accept") == "reject"


def test_whoever_was_followed_may_change_their_mind_without_changing_what_was_settled() -> None:
    assert stands("Rana accept", "Sami reject", "Huda settle Sami", "Sami undo 2") == "reject"
    assert stands("Rana accept", "Sami reject", "Huda settle Sami", "Sami correct value=1") == "reject"


def test_a_settlement_is_taken_back_too() -> None:
    assert stands("Rana accept", "Sami reject", "Huda settle Sami", "Huda undo 3") == "differ"


def test_after_an_undo_stands_what_stood_before() -> None:
    assert stands("Rana accept", "Rana reject", "Rana undo 2") == "accept"
    assert stands("Rana correct value=9", "Rana undo 1") == "nothing"
    assert stands("Rana accept", "Sami reject", "Rana undo 1") == "reject"


def test_undoing_twice_goes_further_back_and_undoing_an_undo_forth() -> None:
    told = ["Rana accept", "Rana reject", "Rana unsure"]
    assert stands(*told, "Rana undo 3", "Rana undo 2") == "accept"
    assert stands(*told, "Rana undo 3", "Rana undo 4") == "unsure"


def test_restoring_makes_everything_as_it_was_read() -> None:
    assert stands("Rana accept", "Sami reject", "Huda settle Sami", "Huda restore") == "nothing"
    assert stands("Rana accept", "Huda restore", "Huda undo 2") == "accept"


def test_a_withdrawal_is_taken_back() -> None:
    assert withdrawn(rows("Rana withdraw", "Rana undo 1", target="ab" * 32)) == set()
    assert withdrawn(rows("Rana withdraw", "Sami withdraw", "Sami undo 2", target="ab" * 32)) == {"ab" * 32}


def test_only_ones_own_is_taken_back() -> None:
    kept = standing(rows("Rana accept", "Sami reject", "Rana undo 1"))
    assert [(one.who, one.action) for one in kept] == [("Sami", "reject")]


def test_figures_that_say_the_same_are_judged_together() -> None:
    both = rows("Rana reject", "Sami reject", "Rana correct value=9", "Rana correct span=0-2 38")
    one, other = ruling_of(both[:2]), ruling_of(both[2:])
    assert merged([one, elsewhere(other)]).differ
    assert merged([one, elsewhere(other)]).of("Rana").fields == (("value", "9"),)  # type: ignore[union-attr]
    assert merged([]) == Ruling()


def test_the_ledger_takes_back_the_last_act_of_a_person(ledger: Ledger) -> None:
    ledger.add(read(report(1)))

    def act(*told: Decision) -> list[int]:
        return ledger.decide_all(told)

    def made(action: Any, field: str | None = None, value: str | None = None, who: str = "Rana") -> Decision:
        return Decision(target="report-1#0", action=action, who=who, why="so", field=field, value=value)

    act(made("accept"))
    corrected = act(made("correct", "value", "9"), made("correct", "place", "IQ"))
    act(made("reject", who="Sami"))
    assert [one.seq for one in last_act(list(ledger.decisions()), "Rana")] == corrected
    act(made("undo"))
    assert [one.value for one in ledger.decisions()][-1] == str(corrected[0])
    assert ruling_of(list(ledger.decisions())).of("Rana").verdict == "accept"  # type: ignore[union-attr]
    act(made("correct", "value", "5", who="Huda"), made("settle", value="Huda", who="Huda"))
    assert ruling_of(list(ledger.decisions())).stands.who == "Huda"  # type: ignore[union-attr]
    assert ledger.audit().ok


@pytest.mark.parametrize(
    ("action", "value", "reason"),
    [
        ("undo", None, "nothing of Rana to take back"),
        ("settle", None, "does not say whose"),
        ("settle", "Sami", "does not say whose judgement stands"),
    ],
)
def test_what_is_not_there_is_neither_taken_back_nor_settled(
    ledger: Ledger, action: Any, value: str | None, reason: str
) -> None:
    ledger.add(read(report(1)))
    with pytest.raises(LedgerError, match=reason):
        ledger.decide(Decision(target="report-1#0", action=action, who="Rana", why="so", value=value))


def test_the_words_of_a_figure_are_corrected(ledger: Ledger) -> None:
    added = ledger.add(read(report(1)))
    (held,) = ledger.documents(keys=[added.key])
    text = held.reading.document.text
    start = held.reading.figures[0].evidence.start
    ledger.decide(
        Decision(
            target="report-1#0", action="correct", field="span", value=f"{start}-{start + 12}", who="Rana", why="so"
        )
    )
    (row,) = ledger.decisions()
    words = text[start : start + 12].strip()
    assert row.value == f"{start}-{start + len(words)} {words}"


@pytest.mark.parametrize("value", ["9999-99999", "5-5", "7-3", "0-3 xyz", "title 0-3", "three", "0-2000"])
def test_a_span_without_words_is_refused(ledger: Ledger, value: str) -> None:
    ledger.add(read(report(1)))
    with pytest.raises(LedgerError, match="--field span"):
        ledger.decide(Decision(target="report-1#0", action="correct", field="span", value=value, who="R", why="so"))
