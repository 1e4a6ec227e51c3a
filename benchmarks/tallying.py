"""Tallying a large ledger: cold, after one more report, and a thousand statements that contradict themselves.

python -m benchmarks.tallying 20000      so many short reports, of which many are copies of others
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from benchmarks.processes import MEGABYTE, hasila_command, run
from evaluation.words import aligned
from hasila.model import Measure, Span
from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.gathered import Gathered
from hasila.tally.policy import policy
from hasila.tally.record.rulings import NO_RULINGS
from hasila.tally.tally import tallied_from

_ENGLISH = (
    "{who} {said} {a} operations against ISIS {where} were carried out during {month:%B} {month.year}, in which {b} "
    "ISIS members were killed and {c} were detained. Story {number} of the desk {desk}."
)
_ARABIC = (
    "أعلنت {who} تنفيذ {a} عملية ضد تنظيم داعش {where} خلال شهر {named_month} {month.year}، أسفرت عن مقتل {b} "
    "من عناصر التنظيم واعتقال {c} آخرين. رقم الخبر {number} من مكتب {desk}."
)
_ISSUERS = (
    ("US Central Command", "in Iraq and Syria", "القيادة المركزية الأميركية", "في العراق وسوريا"),
    ("The Syrian Democratic Forces", "in Syria", "قوات سوريا الديمقراطية", "في سوريا"),
    ("The Iraqi Joint Operations Command", "in Iraq", "قيادة العمليات المشتركة العراقية", "في العراق"),
)
_MONTHS = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
_SAID = ("said Tuesday that", "announced in a statement that", "reported that", "wrote on X that")
_DESKS = ("north", "south", "east", "west")
_STATEMENTS, _CLAIMS = 1000, 20
_FIRST_YEAR, _YEARS = 2005, 20
_MEASURE: Measure = "operations"
_SCOPES = ("IQ+SY", "IQ", "SY")


def reports() -> Iterator[dict[str, str]]:
    """Short reports of monthly statements with three figures each, without end; one in twenty misprints a figure."""
    dice = random.Random(5)
    while True:
        number = dice.randrange(10**9)
        month = date(_FIRST_YEAR + dice.randrange(_YEARS), dice.randrange(1, 13), 1)
        at = dice.randrange(len(_ISSUERS))
        counts = random.Random(month.toordinal() * 10 + at)
        a, b, c = counts.randint(20, 60), counts.randint(2, 30), counts.randint(5, 40)
        english, where, arabic, wo = _ISSUERS[at]
        named = {"a": a, "b": b + (dice.random() < 0.05), "c": c, "number": number, "desk": dice.choice(_DESKS)}
        if number % 2:
            text = _ENGLISH.format(who=english, said=dice.choice(_SAID), where=where, month=month, **named)
        else:
            text = _ARABIC.format(who=arabic, where=wo, month=month, named_month=_MONTHS[month.month - 1], **named)
        published = month + timedelta(days=31 + dice.randrange(9))
        yield {"id": f"r{number}", "text": text, "published": str(published), "outlet": f"Outlet {number % 60}"}


def measure(folder: Path, documents: int) -> dict[str, float]:
    """Seconds of processor time for each tally, start-up and all, and the most memory that one of them held."""
    ledger = str(folder / "tallied.db")
    held = reports()
    added = _add(folder / "all.jsonl", ledger, list(islice(held, documents)))
    tally = [*hasila_command(), "tally", "--ledger", ledger, "--format", "json"]
    cold = run(tally)
    _add(folder / "one.jsonl", ledger, list(islice(held, 1)))
    warm = run(tally)
    start = time.process_time()
    tallied_from(contradictions(), NO_RULINGS, policy("official-first"))
    return {
        "documents": documents,
        "added_per_busy_second": documents / added,
        "cold_seconds": cold.busy,
        "warm_seconds": warm.busy,
        "peak_bytes": max(cold.peak, warm.peak),
        "statements_seconds": time.process_time() - start,
    }


def contradictions() -> Gathered:
    """The claims of a thousand statements, twenty each: totals with their parts, of which every third is misprinted."""
    claims = [claim for number in range(_STATEMENTS) for claim in _statement(number)]
    keys = {claim.document for claim in claims}
    return Gathered(
        {key: Source(key, key, "en", None, None, f"Outlet {key}", None, "outlet") for key in keys}, claims, (), {}
    )


def _statement(number: int) -> Iterator[Claim]:
    month = date(1940 + number // 12, number % 12 + 1, 1)
    end = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    values = {"IQ+SY": 30 + number % 7, "IQ": 20, "SY": 10 + number % 7}
    for at in range(_CLAIMS):
        scope = _SCOPES[at % len(_SCOPES)]
        misprint = number % 3 == 0 and at == 1
        yield _claim(number, at, Cell("coalition", _MEASURE, scope, None, None, month, end), values[scope] + misprint)


def _claim(number: int, at: int, cell: Cell, value: int) -> Claim:
    key = f"{number:06d}{at // len(_SCOPES):06d}"
    words = Span("text", at, at + 2, str(value))
    said = ("period", value, value, "exact", "asserted", False, None, "stated", 1.0)
    return Claim(f"{key}#{at}", key, key, cell, *said, (at,), words)  # type: ignore[arg-type]


def _add(path: Path, ledger: str, made: list[dict[str, str]]) -> float:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in made), encoding="utf-8")
    return run([*hasila_command(), "add", str(path), "--ledger", ledger, "--format", "json"]).busy


def table(measured: dict[str, float]) -> str:
    """The results for people."""
    told = {
        "reports/s of processor time": f"{measured['added_per_busy_second']:.0f}",
        "tallied, s": f"{measured['cold_seconds']:.1f}",
        "tallied after one more, s": f"{measured['warm_seconds']:.1f}",
        "peak MB": f"{measured['peak_bytes'] / MEGABYTE:.0f}",
        f"{_STATEMENTS:,} statements of {_CLAIMS} claims, s": f"{measured['statements_seconds']:.1f}",
    }
    return aligned([(f"{measured['documents']:,} reports tallied", ""), *told.items()])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(table(measure(Path(place), int(sys.argv[1]))))
