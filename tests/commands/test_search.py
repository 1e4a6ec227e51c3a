"""``hasila search``, run as people run it."""

import json
from pathlib import Path

from tests.commands.running import run


def test_what_was_found_is_shown_with_its_words(ledger: Path) -> None:
    done = run("search", "داعش", "captured", "--ledger", ledger)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 reports, the best first\n")
    assert "report-0" in done.stdout


def test_programs_get_offsets(ledger: Path) -> None:
    told = json.loads(
        run("search", '"ISIS operatives"', "--place", "سوريا", "--format", "json", "--ledger", ledger).stdout
    )
    assert (told["total"], told["pages"], told["missing"]) == (3, 1, 0)
    assert {one["text"] for hit in told["documents"] for one in hit["found"]} == {"ISIS operatives"}


def test_nothing_found_is_a_status(ledger: Path) -> None:
    done = run("search", "nowhere", "--ledger", ledger)
    assert (done.returncode, done.stdout) == (1, "nothing was found\n")
