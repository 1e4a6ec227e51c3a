"""The page under eight clients at once: what each address takes, alone and among others, and what it weighs.

python -m benchmarks.serving 100000                  over so many short reports
python -m benchmarks.serving --ledger hasila.db      over a ledger that there is

The addresses stand in ``pages.tsv``; what is in braces is filled in from the ledger, differently each time. "Made"
is what an answer takes that is made for one person; "kept" is the same address as everybody asks for it, of which the
server keeps what it made until the ledger changes. "Processor" is the server's time for one that is made, alone: on a
machine that does other things as well, only this and the ratios between the rest mean something.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import re
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from statistics import quantiles
from threading import local
from typing import Any
from urllib.parse import quote

import httpx

from benchmarks.processes import hasila_command
from benchmarks.reports import sample
from benchmarks.tallying import reports
from evaluation.words import aligned

CLIENTS = 8
_PAGES = Path(__file__).with_name("pages.tsv")
_ASKED = 96
_FOR_ONE_PERSON = {"cookie": "measured=1"}
_READ_GOAL = 100.0
_PARTS = re.compile(r'(?:href|src)="(/static/[^"]+)"')
_FONT = ".woff2"

_SOUGHT = ("داعش", "عملية", "العراق", "قسد", "operations", "detained", "captured", "Syria")

Ask = Callable[[httpx.Client], httpx.Response]


def measure(folder: Path, documents: int, ledger: str | None = None, workers: int = 1) -> dict[str, Any]:
    """Milliseconds for each address of ``pages.tsv``; over ``ledger``, or one of so many reports made in ``folder``."""
    with (
        _served(ledger or _made(folder, documents), workers) as served,
        httpx.Client(base_url=served[0], timeout=600) as client,
    ):
        start = time.perf_counter()
        fillings = _fillings(client)
        first = time.perf_counter() - start
        _wake(served[0], workers)
        with _PAGES.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        return {
            "documents": documents,
            "clients": CLIENTS,
            "first_seconds": first,
            "pages": {row["name"]: _measured(served, client, row, fillings) for row in rows},
            "reading": _reading(served[0]),
        }


def _measured(
    served: tuple[str, int], client: httpx.Client, row: Mapping[str, str], fillings: list[dict[str, str]]
) -> dict[str, Any]:
    address, process = served
    addresses = [row["address"].format(**filling) for filling in fillings]
    client.get(addresses[0], headers=_FOR_ONE_PERSON).raise_for_status()
    made = [_getting(one, _FOR_ONE_PERSON) for one in addresses]
    before = _busy(process)
    alone = _spread(_times(address, made[: _ASKED // 2], 1))
    return {
        "goal_ms": float(row["goal_ms"]),
        "alone": alone,
        "busy": (_busy(process) - before) * 1000 / (_ASKED // 2),
        "made": _spread(_times(address, made, CLIENTS)),
        "kept": _spread(_times(address, [_getting(one, {}) for one in addresses] * 2, CLIENTS)),
        **_weight(client, addresses[0]),
    }


def _reading(address: str) -> dict[str, Any]:
    """What it takes to read a report of 2,000 characters on the page."""
    asked = [_posting("/ar/read", {"text": one.text}) for one in sample(_ASKED)]
    _times(address, asked[:2], 1)
    return {
        "goal_ms": _READ_GOAL,
        "alone": _spread(_times(address, asked, 1)),
        "made": _spread(_times(address, asked, CLIENTS)),
    }


def _times(address: str, asked: Sequence[Ask], clients: int) -> list[float]:
    """Milliseconds of each, with so many clients that ask one after the other."""
    held = local()

    def once(ask: Ask) -> float:
        if not hasattr(held, "client"):
            held.client = httpx.Client(base_url=address, timeout=600)
        start = time.perf_counter()
        ask(held.client).raise_for_status()
        return (time.perf_counter() - start) * 1000

    with ThreadPoolExecutor(clients) as pool:
        return list(pool.map(once, asked))


def _getting(path: str, headers: Mapping[str, str]) -> Ask:
    return lambda client: client.get(path, headers=headers)


def _posting(path: str, data: Mapping[str, str]) -> Ask:
    return lambda client: client.post(path, data=data)


def _spread(times: Sequence[float]) -> dict[str, float]:
    cut = quantiles(times, n=20)
    return {"p50": cut[9], "p95": cut[18]}


def _weight(client: httpx.Client, path: str) -> dict[str, int]:
    """Bytes of a page with all its parts but fonts, as they are and as they are sent, and how many there are."""
    parts = {path, *_PARTS.findall(client.get(path).text)}
    raw = sent = 0
    for part in parts:
        with client.stream("GET", part) as answer:
            raw += len(answer.read())
            sent += answer.num_bytes_downloaded
    return {"bytes": raw, "bytes_sent": sent, "requests": len(parts)}


def _wake(address: str, workers: int) -> None:
    """Ask every process for what is slow once: which of them takes a new connection is up to chance."""
    for _ in range(8 * (workers - 1)):
        for path in ("/en/conflicts", "/en/overview", "/en/brief", "/en/outlets"):
            httpx.get(f"{address}{path}", headers=_FOR_ONE_PERSON, timeout=600)


def _fillings(client: httpx.Client) -> list[dict[str, str]]:
    """What addresses are filled in with: things of this ledger. All that is slow once has been asked for then."""
    dice = random.Random(5)
    rows = client.get("/api/v1/tally", params={"by": "month", "limit": 1000}).raise_for_status().json()["rows"]
    held = client.get("/api/v1/documents", params={"limit": 1000}).raise_for_status().json()["documents"]
    client.get("/en/conflicts").raise_for_status()
    months = sorted({row["period"]["start"][:7] for row in rows}) or ["2023-05"]
    statements = sorted({row["statement"] for row in rows}) or ["none"]
    actors = sorted({figure["actor"] for one in held for figure in one["figures"] if figure["actor"]}) or ["none"]
    outlets = sorted({one["outlet"] for one in held if one["outlet"]}) or ["none"]
    return [
        {
            "lang": ("ar", "en")[at % 2],
            "span": dice.choice(["month", "quarter", "half", "year"]),
            "place": dice.choice(["", "IQ", "SY"]),
            "month": dice.choice(months),
            "statement": quote(dice.choice(statements), safe=""),
            "actor": quote(dice.choice(actors), safe=""),
            "word": quote(dice.choice(_SOUGHT)),
            "outlet": quote(dice.choice(outlets), safe=""),
            "document": dice.choice(held)["key"],
        }
        for at in range(_ASKED)
    ]


def _made(folder: Path, documents: int) -> str:
    path, ledger = folder / "served.jsonl", str(folder / "served.db")
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in islice(reports(), documents))
    command = [*hasila_command(), "add", str(path), "--ledger", ledger, "--format", "json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return ledger


@contextmanager
def _served(ledger: str, workers: int) -> Iterator[tuple[str, int]]:
    """The address of a server of its own, as people start it, and its process."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [*hasila_command(), "serve", "--ledger", ledger, "--port", str(port), "--workers", str(workers)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address, running)
            yield address, running.pid
        finally:
            running.terminate()


def _busy(process: int) -> float:
    """Seconds of the processor that a process and those it started have used; nan where the system doesn't say."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        started = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") + sum(_busy(int(one)) for one in started)


def _wait(address: str, running: subprocess.Popen[bytes]) -> None:
    while running.poll() is None:
        try:
            httpx.get(f"{address}/en/read")
            return
        except httpx.TransportError:
            time.sleep(0.05)
    raise RuntimeError("the server did not start")


def misses(measured: Mapping[str, Any]) -> list[str]:
    """The names of what takes longer than its goal, as everybody asks for it."""
    late = [name for name, one in measured["pages"].items() if one["kept"]["p95"] > one["goal_ms"]]
    return late + (["reading"] if measured["reading"]["alone"]["p95"] > measured["reading"]["goal_ms"] else [])


def table(measured: Mapping[str, Any]) -> str:
    """The results for people."""
    rows = [("ms, p50 / p95", "processor", "alone", f"{CLIENTS} at once", "kept", "goal", "kB", "sent", "requests")]
    for name, one in {**measured["pages"], "reading 2,000 characters": measured["reading"]}.items():
        times = [_both(one[kind]) if kind in one else "" for kind in ("alone", "made", "kept")]
        weight = [f"{one[kind] / 1000:.0f}" if kind in one else "" for kind in ("bytes", "bytes_sent")]
        rows.append(
            (
                name,
                f"{one['busy']:.1f}" if "busy" in one else "",
                *times,
                f"{one['goal_ms']:.0f}",
                *weight,
                str(one.get("requests", "")),
            )
        )
    late = ", ".join(misses(measured)) or "nothing"
    first = f"first answers after {measured['first_seconds']:.1f} s; later than its goal: {late}"
    return f"{aligned(rows)}\n{first}"


def _both(spread: Mapping[str, float]) -> str:
    return f"{spread['p50']:.0f} / {spread['p95']:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving")
    parser.add_argument("documents", type=int, nargs="?", default=2_000)
    parser.add_argument("--ledger", help="a ledger that there is")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--workers", type=int, default=1, help="processes that answer")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), options.documents, options.ledger, options.workers)
    print(json.dumps(found, indent=2) if options.json else table(found))


if __name__ == "__main__":
    main()
