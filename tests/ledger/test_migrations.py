"""Ledgers of every release since the first are brought up to this one, with nothing lost."""

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from hasila.errors import LedgerError
from hasila.ledger import Decision, Ledger, open_ledger, opening, schema
from hasila.reading import read
from tests.ledger.reports import report

FIRST_RELEASE = Path(__file__).with_name("first_release.sql")
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"

def upgrade():
    op.add_column("decisions", sa.Column("place", sa.Text))
"""


@pytest.fixture
def old(path: Path) -> Path:
    """A ledger as the first release left it."""
    with sqlite3.connect(path) as connection:
        connection.executescript(FIRST_RELEASE.read_text(encoding="utf-8"))
    return path


def test_ledger_of_the_first_release_is_read_and_written(old):
    with open_ledger(str(old)) as ledger:
        assert ledger.audit().ok
        held = list(ledger.documents())
        assert [(one.reading.document.id, one.withdrawn) for one in held] == [("report-1", False), ("تقرير", True)]
        assert [decision.action for decision in ledger.decisions()] == ["withdraw", "correct"]
        assert ledger.add(read(report(2))).new
        assert ledger.audit().ok


def test_tables_are_those_that_the_code_speaks_of(ledger, url):
    with opening.reading(ledger._engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_head_is_the_last_revision(ledger):
    with opening.reading(ledger._engine) as connection:
        assert ScriptDirectory.from_config(opening.settings(connection)).get_heads() == [schema.HEAD]


def test_next_revision_leaves_every_row_and_the_chain_as_they_were(ledger, tmp_path):
    """A column that comes later holds nothing in older rows, and so changes no hash."""
    key = ledger.add(read(report(1))).key
    ledger.decide(Decision(target=key, action="withdraw", who="Rana", why="a test page"))
    before = ledger.audit()
    migrate_on(ledger, tmp_path)
    again = Ledger(ledger._engine)
    assert again.audit() == before
    assert [one.withdrawn for one in again.documents()] == [True]
    again.decide(Decision(target=key, action="restore", who="Rana", why="it was none"))
    assert again.audit().ok


def test_ledger_of_a_newer_hasila_is_left_alone(ledger, url, tmp_path):
    migrate_on(ledger, tmp_path)
    with pytest.raises(LedgerError, match="newer Hasila"):
        open_ledger(url)


def migrate_on(ledger: Ledger, folder: Path) -> None:
    (folder / "next.py").write_text(NEXT.format(head=schema.HEAD), encoding="utf-8")
    with opening.writing(ledger._engine) as connection:
        settings = opening.settings(connection)
        shipped = Path(opening.__file__).parent / "migrations" / "versions"
        settings.set_main_option("version_locations", f"{shipped};{folder}")
        settings.set_main_option("path_separator", ";")
        settings.set_main_option("version_path_separator", ";")
        command.upgrade(settings, "head")
