"""What is behind a number, on ledgers made of the scenarios' reports."""

from pathlib import Path

import pytest

from hasila.errors import AskedError
from hasila.ledger import Decision, Ledger
from hasila.reference import reference_readings
from hasila.tally.asked import CellAsked, asked_for, row_words
from hasila.tally.explain import explain
from hasila.tally.explanation import CellTold, FigureTold, StatementTold
from hasila.tally.tally import tally_of
from hasila.tally.telling import arithmetic
from tests.tally.bulletins import month
from tests.tally.ledgers import ledger_of

_COPIES = [f"july-2023-copy-{number}" for number in (1, 2, 3)]


def cell(ledger: Ledger, text: str, policy: str = "official-first") -> CellTold:
    told = explain(ledger, text, policy)
    assert isinstance(told, CellTold)
    return told


def values(told: CellTold) -> list[tuple[int | None, str, int]]:
    return [(one.value, one.verdict, one.weight) for one in told.said]


@pytest.fixture
def july(tmp_path: Path) -> Ledger:
    return ledger_of(tmp_path, "02")


@pytest.fixture
def months(tmp_path: Path) -> Ledger:
    return ledger_of(tmp_path, "04")


def test_a_number_is_told_with_who_says_it_and_what_was_set_aside(july: Ledger) -> None:
    told = cell(july, "2023-07 IQ detained")
    assert (told.low, told.best, told.high, told.state) == (24, 24, 24, "contested")
    assert values(told) == [(24, "stands", 100), (7, "set aside", 10)]
    assert told.said[1].because is not None
    assert "30 (Iraq and Syria) − 6 (Syria) = 24" in told.said[1].because


def test_every_claim_is_told_with_its_words_its_sentence_and_the_grounds_of_its_weight(july: Ledger) -> None:
    official, copied = cell(july, "2023-07 IQ detained").said
    (voice,) = official.voices
    assert voice.claim.evidence.text in voice.sentence
    assert [(one.what, one.weight) for one in voice.grounds] == [("official", 100)]
    assert "issuer" in voice.grounds[0].reason
    assert all("سبعة" in voice.claim.evidence.text and "سبعة" in voice.sentence for voice in copied.voices)
    assert all((voice.claim.basis, voice.weight) == ("carried", 10) for voice in copied.voices)


def test_copies_are_one_witness_and_say_why(july: Ledger) -> None:
    _, copied = cell(july, "2023-07 IQ detained").said
    assert (len(copied.voices), copied.witnesses) == (3, 1)
    assert all(voice.copies for voice in copied.voices)
    assert all("of the wording is the same" in copy.why for voice in copied.voices for copy in voice.copies)


def test_a_sum_says_what_it_confirms_and_what_it_contradicts(july: Ledger) -> None:
    (sum_,) = cell(july, "2023-07 IQ detained").sums
    assert (sum_.given, sum_.confirms, sum_.contradicts) == (24, (24,), (7,))


def test_a_number_says_what_another_would_cost(july: Ledger) -> None:
    dependence = cell(july, "2023-07 IQ detained").dependence
    # the seven could stay, but the 24 of the statement would have to go, and the 30 or the six that everybody has
    assert dependence.price == 100_000 + 110_000 - 10_000
    assert {(one.value, one.weight) for one in dependence.instead} in ({(24, 100), (6, 110)}, {(24, 100), (30, 110)})
    assert dependence.margin is not None


def test_a_contradiction_that_nothing_decides_keeps_all_its_ways_out(tmp_path: Path) -> None:
    told = cell(ledger_of(tmp_path, "02", only=_COPIES), "2023-07 IQ detained")
    assert (told.low, told.best, told.high, told.state) == (7, None, 24, "unreconciled")
    assert values(told) == [(7, "undecided", 10)]
    assert [len(conflict.ways_out) for conflict in told.conflicts] == [3]
    assert [(one.given, one.contradicts) for one in told.sums] == [(24, (7,))]
    assert told.dependence.price is None


def test_a_derived_number_has_two_sums_that_share_no_running_total(months: Ledger) -> None:
    told = cell(months, "operations IQ+SY 2023-03")
    assert (told.best, told.state, told.said) == (40, "derived", ())
    assert [one.given for one in told.sums] == [40, 40]
    firsts = [arithmetic(one.sum).split(" ")[0] for one in told.sums]
    assert firsts == ["308", "387"]


def test_an_outlets_own_sum_is_contradicted_where_it_is_wrong_and_confirmed_where_it_is_right(months: Ledger) -> None:
    told = {measure: cell(months, f"2023-01..2023-07 {measure}") for measure in ("operations", "killed", "detained")}
    assert told["operations"].best == 272
    assert {one.contradicts for one in told["operations"].sums} == {(279,)}
    assert {one.confirms for one in told["killed"].sums} == {(81,)}
    assert {one.confirms for one in told["detained"].sums} == {(380,)}
    assert "own voice" in [one.what for one in told["operations"].said[0].voices[0].grounds]


def test_the_structural_reading_is_told_with_its_reason(tmp_path: Path) -> None:
    told = cell(ledger_of(tmp_path, "03"), "2023-02 SY operations")
    assert (told.reading, told.reason) == ("inside", "33 + 15 = 48, while 33 + 15 + 2 = 50")


def test_a_cell_that_nobody_states_is_told_by_its_bounds(months: Ledger) -> None:
    told = cell(months, "2023-03 IQ operations")
    assert (told.low, told.best, told.high, told.state) == (0, None, 40, None)


def test_decisions_are_told_where_they_were_made(july: Ledger) -> None:
    july.decide(Decision(target="july-2023-copy-1#6", action="unsure", who="Rana", why="looks like a slip"))
    july.decide(Decision(target="july-2023-copy-2#6", action="reject", who="Rana", why="misprint"))
    told = cell(july, "2023-07 IQ detained")
    voices = {voice.source.id: voice for one in told.said for voice in one.voices}
    assert [one.action for one in voices["july-2023-copy-1"].decisions] == ["unsure"]
    assert (voices["july-2023-copy-1"].weight, voices["july-2023-copy-1"].grounds[-1].what) == (1, "unsure")
    assert [(one.source.id, one.verdict) for one in told.gone] == [("july-2023-copy-2", "rejected")]
    assert told.gone[0].decisions[0].why == "misprint"


def test_a_withdrawn_document_is_told_as_taken_out(july: Ledger) -> None:
    july.decide(Decision(target="july-2023-official", action="withdraw", who="Rana", why="test"))
    told = cell(july, "2023-07 IQ detained")
    assert [(one.source.id, one.verdict) for one in told.gone] == [("july-2023-official", "withdrawn")]


def test_a_figure_is_told_with_its_rules_and_its_cells(july: Ledger) -> None:
    told = explain(july, "july-2023-copy-1#6")
    assert isinstance(told, FigureTold)
    assert (told.figure.low, [one.cell.measure for one in told.cells]) == (7, ["detained"])
    assert told.figure.trail
    again = explain(july, told.id)
    assert isinstance(again, FigureTold)
    assert again.cells == told.cells


def test_a_rejected_figure_claims_nothing(july: Ledger) -> None:
    july.decide(Decision(target="july-2023-copy-2#6", action="reject", who="Rana", why="misprint"))
    told = explain(july, "july-2023-copy-2#6")
    assert isinstance(told, FigureTold)
    assert told.cells == ()


def test_a_statement_is_told_with_its_grid_its_witnesses_and_its_contradictions(july: Ledger) -> None:
    told = explain(july, "coalition/2023-07")
    assert isinstance(told, StatementTold)
    rows = {(row.cell.measure, row.cell.scope, row.cell.mode): row.best for row in told.rows}
    assert (rows["detained", "IQ", None], rows["operations", "IQ+SY", None]) == (24, 31)
    assert sorted(len(group) for group in told.witnesses) == [1, 3]
    assert len(told.conflicts) == 1
    assert {link.kind for link in told.links} == {"near"}


def test_an_inferred_period_is_told_with_what_else_it_could_be(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, "01")
    for _ in ledger.add_many(reference_readings()):
        pass
    told = cell(ledger, "2023-02 IQ+SY detained")
    (placing,) = told.placed
    assert placing.candidates[0].period == month(2023, 2)
    assert len(placing.candidates) > 1
    (said,) = told.said
    assert [voice.claim.basis for voice in said.voices].count("inferred") == 1
    assert said.witnesses == len(said.voices) - 1


def test_a_statement_without_days_is_told_with_the_periods_that_it_could_be_of(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, "01")
    for _ in ledger.add_many(reference_readings()):
        pass
    days, why = "2023-02-01..2023-02-28", "the outlet says that it isn't"
    ledger.decide(Decision(target="undated-ar", action="reject", field="period", value=days, who="Rana", why=why))
    (name,) = [one.id for one in tally_of(ledger).statements if one.id.startswith("coalition/open")]
    told = explain(ledger, name)
    assert isinstance(told, StatementTold)
    assert [one.period for one in told.ranking][:1] == [month(2023, 10)]
    assert [one.action for one in told.decisions] == ["reject"]


def test_each_document_of_a_statement_says_why_it_belongs_there(july: Ledger) -> None:
    told = explain(july, "coalition/2023-07")
    assert isinstance(told, StatementTold)
    assert set(told.belongs) == {source.key for group in told.witnesses for source in group}
    assert all("window-same" in {part.name for part in link.parts} for link in told.belongs.values())


def test_every_cell_can_be_asked_for_by_its_words_in_any_order(tmp_path: Path) -> None:
    tally = tally_of(ledger_of(tmp_path, "0"))
    assert len(tally.rows) > 100
    for row in tally.rows:
        words = row_words(row, tally)
        days, rest = words.split(" ", 1)
        for text in (words, words.lower(), f"{rest} {days}"):
            found = asked_for(text, tally)
            assert isinstance(found, CellAsked)
            assert found.row == row


@pytest.mark.parametrize(
    ("text", "reason", "near"),
    [
        ("2023-07 IQ raids", "'raids' is no word for a cell", "2023-07 IQ detained coalition"),
        ("2023-07 IQ", "several cells are called so", "2023-07 IQ killed coalition"),
        ("coalition/2023-7", "no word for a cell", "coalition/2023-07"),
        ("july-2023-copy-9#1", "no document of the tally is called so", "july-2023-copy-1"),
        ("july-2023-copy-1#99", "the document has 10 figures", "july-2023-copy-1#0"),
        ("2019-07 IQ detained", "nothing is known of it", "2023-07 IQ detained coalition"),
        ("", "Write a cell", ""),
    ],
)
def test_what_is_not_there_is_refused_with_what_comes_near(july: Ledger, text: str, reason: str, near: str) -> None:
    with pytest.raises(AskedError) as refused:
        explain(july, text)
    assert reason in str(refused.value)
    assert near in str(refused.value)


def test_a_policy_weighs_by_its_own_reasons(july: Ledger) -> None:
    assert values(cell(july, "2023-07 IQ detained", "witnesses")) == [(24, "stands", 10), (7, "set aside", 10)]
