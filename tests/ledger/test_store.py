"""What goes into a ledger comes out again; nothing goes in twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hasila.ledger import Decision, open_ledger
from hasila.model import Document
from hasila.reading import read
from tests.ledger.reports import readings, report


def test_what_was_added_comes_out_as_it_was(ledger):
    added = list(ledger.add_many(readings(5)))
    assert [one.new for one in added] == [True] * 5
    held = list(ledger.documents())
    assert [one.reading for one in held] == list(readings(5))
    assert [(one.key, one.seq) for one in held] == [(one.key, one.seq) for one in added]


def test_adding_twice_adds_nothing(ledger):
    first = list(ledger.add_many(readings(5)))
    again = list(ledger.add_many(readings(6)))
    assert [one.new for one in again] == [False] * 5 + [True]
    assert [one.key for one in again[:5]] == [one.key for one in first]
    assert len(list(ledger.documents())) == 6


def test_document_twice_in_a_batch_is_new_once(ledger):
    reading = read(report(1))
    assert [one.new for one in ledger.add_many([reading, reading])] == [True, False]
    assert ledger.audit().rows == 2


def test_where_a_file_lay_does_not_make_it_another_document(ledger):
    reading = read(report(1, source="a/reports.jsonl:1", extra={"seen": 1}))
    elsewhere = read(report(1, source="/b/reports.jsonl:1", notes=("read as Windows-1256",)))
    assert ledger.add(reading).new
    assert not ledger.add(elsewhere).new


def test_same_words_of_another_carrier_are_another_document(ledger):
    carriers: list[dict[str, Any]] = [
        {},
        {"outlet": "A"},
        {"outlet": "B"},
        {"url": "https://a.example/1"},
        {"published": date(2023, 6, 7)},
    ]
    assert all(ledger.add(read(report(1, **carrier))).new for carrier in carriers)
    assert len(list(ledger.documents())) == len(carriers)


def test_documents_are_found_by_what_stands_in_their_readings(ledger):
    plain = ledger.add(read(report(1))).key
    said = replace(report(2), text=f'"We go on with 100% of our partners_in Iraq," McFarlane said. {report(2).text}')
    quoting = ledger.add(read(said)).key
    assert ledger.holding({plain, quoting}, ['"quotes":[{']) == {quoting}
    assert ledger.holding({plain, quoting}, ['"quotes":[{', '"quotes":[]']) == {plain, quoting}
    assert ledger.holding({plain}, ['"quotes":[{']) == set()
    assert ledger.holding({plain, quoting}, ["100% of our partners_in"]) == {quoting}
    assert ledger.holding({plain, quoting}, ["100_ of our partners%in"]) == set()


def test_ledger_is_kept_when_it_is_opened_again(url, ledger):
    ledger.add(read(report(1)))
    ledger.close()
    with open_ledger(url) as again:
        assert [one.reading.document.id for one in again.documents()] == ["report-1"]


def test_broken_characters_are_kept(ledger):
    document = Document(
        "a\ud800", "killed 5 ISIS operatives\ud83d \0 \u2028 in Syria", "\udc00", extra={"k": ["\ud801", None]}
    )
    ledger.add(read(document))
    (held,) = ledger.documents()
    assert held.reading == read(document)
    assert ledger.audit().ok


def test_earlier_state_is_shown_as_of_its_day(ledger):
    before = datetime.now(UTC)
    first = ledger.add(read(report(1)))
    between = datetime.now(UTC)
    ledger.add(read(report(2)))
    ledger.decide(Decision(target=first.key, action="withdraw", who="Rana", why="a test page"))
    assert list(ledger.documents(before)) == []
    assert [(one.key, one.withdrawn) for one in ledger.documents(between)] == [(first.key, False)]
    assert [one.withdrawn for one in ledger.documents()] == [True, False]
    assert (list(ledger.decisions(between)), len(list(ledger.decisions()))) == ([], 1)


def test_withdrawn_document_can_be_restored(ledger):
    key = ledger.add(read(report(1))).key
    for action in ("withdraw", "restore"):
        ledger.decide(Decision(target=key, action=action, who="Rana", why="printed, then confirmed"))
    assert [one.withdrawn for one in ledger.documents()] == [False]
    assert [decision.action for decision in ledger.decisions()] == ["withdraw", "restore"]


def test_decision_is_kept_word_for_word(ledger):
    key = ledger.add(read(report(1))).key
    decision = Decision(
        target=f"{key[:12]}#0",
        action="correct",
        field="value",
        value="٢٤",
        who="رنا",
        why="as printed\nin the statement",
    )
    seq = ledger.decide(decision)
    (told,) = ledger.decisions()
    assert replace(told, at=None, seq=None, reading=None) == decision
    assert told.seq == seq == 3
    assert told.at is not None
    assert datetime.now(UTC) - told.at < timedelta(minutes=5)


def test_documents_can_be_added_while_others_are_looked_through(ledger):
    list(ledger.add_many(readings(3)))
    seen = 0
    for held in ledger.documents():
        ledger.add(read(report(100 + seen)))
        seen += 1
        assert held.reading.figures
    assert seen == 3
    assert len(list(ledger.documents())) == 6


def test_only_what_something_happened_to_is_looked_through(ledger):
    keys = [one.key for one in ledger.add_many(readings(5))]
    before = ledger.head().seq
    assert list(ledger.documents(since=before)) == []
    ledger.decide(Decision(target=keys[1], action="withdraw", who="Rana", why="a test page"))
    ledger.decide(Decision(target=f"{keys[3][:12]}#0", action="reject", who="Rana", why="a misprint"))
    ledger.add_readings({1: read(report(0))}, engine="0.0.2")
    new = ledger.add(read(report(9))).key
    told = [(held.key, held.withdrawn, held.engine == "0.0.2") for held in ledger.documents(since=before)]
    assert told == [(keys[0], False, True), (keys[1], True, False), (keys[3], False, False), (new, False, False)]
    assert list(ledger.documents(since=ledger.head().seq)) == []
    assert len(list(ledger.documents())) == 6


def test_many_changes_come_in_pages(ledger):
    ledger.add(read(report(5000)))
    list(ledger.add_many(readings(1100)))
    assert [held.reading.document.id for held in ledger.documents(since=2)] == [f"report-{n}" for n in range(1100)]


def test_documents_are_found_by_their_keys(ledger):
    keys = [one.key for one in ledger.add_many(readings(5))]
    assert [held.key for held in ledger.documents(keys=[keys[3], keys[1], "none"])] == [keys[1], keys[3]]
    assert [held.key for held in ledger.documents(since=4, keys=[keys[0], keys[4]])] == [keys[4]]
    assert list(ledger.documents(keys=[])) == []
