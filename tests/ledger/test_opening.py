"""What can't be a ledger is refused with a reason and a remedy, and left as it was."""

import os
import sqlite3

import pytest

from hasila.errors import LedgerError
from hasila.ledger import open_ledger
from hasila.reading import read
from tests.ledger.reports import report


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("mysql://host/name", "SQLite file or in PostgreSQL"),
        ("sqlite://", "SQLite file or in PostgreSQL"),
        ("://", "no address"),
        ("postgresql://127.0.0.1:1/name", "Check that the server runs"),
        ("/no/such/folder/hasila.db", "there is no folder"),
    ],
)
def test_address_that_leads_nowhere_is_named(address, reason):
    with pytest.raises(LedgerError, match=reason):
        open_ledger(address)


def test_password_is_never_shown():
    with pytest.raises(LedgerError) as error:
        open_ledger("postgresql://rana:secret@127.0.0.1:1/name")
    assert "secret" not in str(error.value)


def test_file_of_another_kind_is_left_as_it_was(path):
    path.write_bytes(b"my diary\n" * 99)
    with pytest.raises(LedgerError, match="the file is no ledger"):
        open_ledger(str(path))
    assert path.read_bytes() == b"my diary\n" * 99


def test_database_of_another_program_is_left_as_it_was(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE documents (words TEXT)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="the file is no ledger"):
        open_ledger(str(path))
    assert path.read_bytes() == before


def test_database_of_another_program_on_a_server_is_left_as_it_was(postgresql_server):
    import psycopg

    address = postgresql_server.database()
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE documents (words TEXT)")
    with pytest.raises(LedgerError, match="another program"):
        open_ledger(address)


def test_folder_is_no_ledger(tmp_path):
    with pytest.raises(LedgerError, match="this is a folder"):
        open_ledger(str(tmp_path))


def test_nothing_is_made_where_a_ledger_should_be_there(url, path):
    with pytest.raises(LedgerError, match="there is no"):
        open_ledger(url, create=False)
    assert not path.exists()


def test_missing_database_on_a_server_is_named(postgresql_server):
    with pytest.raises(LedgerError, match="does not exist"):
        open_ledger(postgresql_server.database() + "_or_another")


def test_empty_file_becomes_a_ledger(path):
    path.touch()
    with open_ledger(str(path)) as ledger:
        assert ledger.add(read(report(1))).new


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_path_and_address_are_the_same_file(path, form):
    with open_ledger(str(path)) as ledger:
        ledger.add(read(report(1)))
    with open_ledger(form.format(path)) as ledger:
        assert len(list(ledger.documents())) == 1
        assert ledger.where == str(path)


def test_ledger_cut_short_is_said_to_be_damaged(path):
    with open_ledger(str(path)) as ledger:
        ledger.add(read(report(1)))
    os.truncate(path, 5000)
    with pytest.raises(LedgerError, match="damaged"):
        open_ledger(str(path)).audit()


def test_writer_that_keeps_the_ledger_to_itself_is_named(path, monkeypatch):
    monkeypatch.setattr("hasila.ledger.opening._PATIENCE", 0.1)
    with open_ledger(str(path)) as ledger:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="keeps the ledger to itself"):
            ledger.add(read(report(1)))
        holder.execute("ROLLBACK")
        assert ledger.add(read(report(1))).new


def test_mapped_ledger_shows_what_others_add(path):
    with open_ledger(str(path)) as ledger, open_ledger(str(path), mapped=True) as mapped:
        with mapped.beside() as connection:
            assert connection.exec_driver_sql("PRAGMA mmap_size").scalar_one() > 0
        for number in range(1, 4):
            key = ledger.add(read(report(number))).key
            assert [one.key for one in mapped.documents(keys=[key])] == [key]


def test_ledger_is_not_mapped_unasked(path):
    with open_ledger(str(path)) as ledger, ledger.beside() as connection:
        assert connection.exec_driver_sql("PRAGMA mmap_size").scalar() == 0
