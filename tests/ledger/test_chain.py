"""Whatever is altered in a ledger behind its back, an audit finds it and names the first row."""

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from hasila.ledger import Decision, Ledger, open_ledger
from hasila.ledger.chain import START, Audit, Chain, Head, audited, row_hash
from tests.ledger.reports import readings

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
ROWS = st.lists(
    st.tuples(st.sampled_from(["documents", "decisions"]), WORDS, WORDS | st.none()), min_size=1, max_size=8
)


def chained(told: list[tuple[str, str, str | None]]) -> list[tuple[str, dict[str, Any]]]:
    chain = Chain(Head(), "2023-06-06T00:00:00.000000Z")
    return [(table, chain.link(table, {"what": what, "more": more})) for table, what, more in told]


def audit_of(rows: list[tuple[str, dict[str, Any]]], seals: list[dict[str, Any]], expected: str | None = None) -> Audit:
    return audited(rows, iter(seals), expected)


def sealed(rows: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    return [row for _, row in rows[-1:]]


@given(ROWS)
def test_untouched_chain_holds(told):
    rows = chained(told)
    assert audit_of(rows, sealed(rows)) == Audit(True, len(rows), rows[-1][1]["hash"], None)


@given(ROWS, st.data())
def test_any_altered_value_is_found_in_its_row(told, data):
    rows = chained(told)
    at = data.draw(st.integers(0, len(rows) - 1))
    field = data.draw(st.sampled_from(["what", "more", "at"]))
    seals = sealed([(table, dict(row)) for table, row in rows])
    before, row = rows[at][1][field], rows[at][1]
    row[field] = data.draw((WORDS | st.none()).filter(lambda value: value != before))
    found = audit_of(rows, seals).first_altered
    assert found is not None
    assert found[:2] == (rows[at][0], at + 1)
    # whoever gives the row a new hash that fits is found out by the next row, or by the seal
    row["hash"] = row_hash(rows[at][0], row)
    again = audit_of(rows, seals).first_altered
    assert again is not None
    # another time looks as if a seal had stood before the row
    assert again[:2] in ([(rows[at][0], at + 1)] if field != "at" else [(rows[at][0], at + 1), ("seals", at)])


@given(ROWS, st.data())
def test_any_removed_row_is_missed(told, data):
    rows = chained(told)
    seals = sealed(rows)
    at = data.draw(st.integers(0, len(rows) - 1))
    found = audit_of(rows[:at] + rows[at + 1 :], seals).first_altered
    assert found is not None
    assert found[1] == at + 1
    assert "removed" in found[2]


@given(ROWS)
def test_chain_made_anew_does_not_have_the_head_that_was_noted(told):
    rows = chained(told)
    noted = rows[-1][1]["hash"]
    other = chained([*told[:-1], ("decisions", "something else", "entirely")])
    assert audit_of(rows, sealed(rows), noted).ok
    assert not audit_of(other, sealed(other), noted).ok


def test_hash_of_a_row_is_never_made_otherwise():
    """A ledger of today has to hold under every later release."""
    row = {"seq": 1, "at": "2023-06-06T00:00:00.000000Z", "what": "مقتل 22", "more": None, "prev": START, "hash": ""}
    written = f"documents\nat=27:{row['at']}\nprev=64:{START}\nseq=1:1\nwhat=11:مقتل 22".encode()
    assert row_hash("documents", row) == hashlib.sha256(written).hexdigest()


_PUT_IN = "INSERT INTO decisions SELECT 9, at, target, action, field, value, who, why, reading, hash, hash"
ALTERATIONS = {
    "a reading was changed": ("UPDATE readings SET content = '{}' WHERE seq = 4", "readings", 4, "altered"),
    "a text was changed": ("UPDATE documents SET text = 'x' WHERE seq = 3", "documents", 3, "altered"),
    "a decision was changed": ("UPDATE decisions SET why = 'no' WHERE seq = 7", "decisions", 7, "altered"),
    "a time was changed": ("UPDATE documents SET at = '2020' WHERE seq = 1", "documents", 1, "altered"),
    "a hash was changed": ("UPDATE decisions SET hash = 'x' WHERE seq = 8", "decisions", 8, "altered"),
    "a document was taken out": ("DELETE FROM documents WHERE seq = 3", "documents", 3, "removed"),
    "a reading was taken out": ("DELETE FROM readings WHERE seq = 2", "readings", 2, "removed"),
    "a decision was taken out": ("DELETE FROM decisions WHERE seq = 7", "rows", 7, "removed"),
    "all decisions were taken out": ("DELETE FROM decisions", "rows", 7, "7 to 8 were removed"),
    "the last row was taken out": ("DELETE FROM decisions WHERE seq = 8", "rows", 8, "removed"),
    "the last seal was taken out": ("DELETE FROM seals WHERE seq = 8", "decisions", 8, "no seal covers it"),
    "a seal was changed": ("UPDATE seals SET hash = 'x' WHERE seq = 6", "readings", 6, "another one was sealed"),
    "a seal between was taken out": ("DELETE FROM seals WHERE seq = 6", "seals", 6, "the seal was removed"),
    "the time of a seal was changed": ("UPDATE seals SET at = '2020' WHERE seq = 6", "seals", 6, "time of the seal"),
    "a row was put in": (f"{_PUT_IN} FROM decisions WHERE seq = 8", "decisions", 9, "altered"),
}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Three documents with their readings (rows 1 to 6), and two decisions (7 and 8)."""
    key, *_ = [one.key for one in ledger.add_many(readings(3))]
    for action in ("withdraw", "restore"):
        ledger.decide(Decision(target=key, action=action, who="Rana", why="to be looked at"))
    return ledger


@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_audit_names_the_first_row_that_was_altered(filled, url, alteration):
    statement, table, seq, reason = ALTERATIONS[alteration]
    assert filled.audit().ok
    behind_its_back(url, statement)
    audit = filled.audit()
    assert not audit.ok
    assert audit.first_altered is not None
    assert audit.first_altered[:2] == (table, seq)
    assert reason in audit.first_altered[2]


def test_bytes_altered_in_the_file_are_found_in_their_row(path):
    """As with an editor for files: the row may not even be text any more."""
    with open_ledger(str(path)) as ledger:
        list(ledger.add_many(readings(3)))
    data = path.read_bytes()
    assert data.count(b"killed 2 ISIS") >= 1
    path.write_bytes(data.replace(b"killed 2 ISIS", b"killed \xff ISIS"))
    with open_ledger(str(path)) as ledger:
        audit = ledger.audit()
    assert audit.first_altered is not None
    assert audit.first_altered[1] in (3, 4)


def test_end_cut_off_with_its_seals_is_found_by_the_head_that_was_noted(filled, url):
    head = filled.audit().head
    behind_its_back(url, "DELETE FROM decisions WHERE seq = 8", "DELETE FROM seals WHERE seq = 8")
    assert filled.audit().ok
    assert not filled.audit(head).ok


@pytest.mark.parametrize("table", ["documents", "readings", "decisions", "seals"])
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET hash = 'x'", "DELETE FROM {}", "DELETE FROM {} WHERE seq = (SELECT max(seq) FROM {})"]
)
def test_database_itself_refuses_to_change_a_row(filled, url, table, statement):
    engine = create_engine(driver(url))
    with pytest.raises(Exception, match="append only"), engine.begin() as connection:
        connection.execute(text(statement.format(table, table)))
    engine.dispose()
    assert filled.audit().ok


def test_sqlite_refuses_to_replace_a_row(filled, url):
    engine = create_engine(driver(url))
    if engine.dialect.name == "postgresql":
        pytest.skip("PostgreSQL has no INSERT OR REPLACE")
    replacing = "INSERT OR REPLACE INTO readings SELECT seq, at, document, engine, '{}', prev, hash FROM readings"
    with pytest.raises(Exception, match="append only"), engine.begin() as connection:
        connection.execute(text(replacing))
    assert filled.audit().ok


def behind_its_back(url: str, *statements: str) -> None:
    """Alter a ledger as its owner could: with the guards taken away."""
    engine = create_engine(driver(url))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        else:
            for (name,) in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://") if "://" in url else f"sqlite:///{url}"
