"""The data beside the pages: the objects of the interface for programs, and the state of the ledger they are of."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hasila import __version__
from hasila.codec import line
from hasila.export.tallies import conflicts_json, tally_csv, tally_json
from hasila.tally.views import shown
from hasila.web.api.documents import plain_document
from hasila.web.api.scanning import Filed, Scan
from hasila.web.stand import Stand


def data_of(stand: Stand, policy: str, texts: bool) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The names of the files, and their bytes."""
    published = stand.published(policy)
    rows = shown(published.rows)
    yield "tally.json", iter([f"{tally_json(published, rows)}\n".encode()])
    yield "tally.csv", iter([tally_csv(published, rows).encode()])
    made = stand.tallied(policy).tally
    sentences = stand.sentences(claim for one in made.conflicts for claim in one.claims)
    yield "conflicts.json", iter([f"{conflicts_json(made.conflicts, made.sources, sentences)}\n".encode()])
    yield "documents.jsonl", _documents(stand, texts)
    yield "ledger.json", iter([_state(stand, policy, texts)])


def _documents(stand: Stand, texts: bool) -> Iterator[bytes]:
    gone = stand.withdrawn()
    for one, read in Scan(stand.ledger, 0, Filed(), budget=None, texts=texts):
        yield f"{line(plain_document(gone, one, read))}\n".encode()


def _state(stand: Stand, policy: str, texts: bool) -> bytes:
    """Which ledger this is, and whether anything in it was altered; nothing of when or where it was published."""
    head, found = stand.head(), stand.ledger.audit()
    state = {
        "head": head.hash,
        "at": head.at,
        "rows": found.rows,
        "unaltered": found.ok,
        "policy": policy,
        "texts": texts,
        "version": __version__,
    }
    return f"{json.dumps(state, indent=1)}\n".encode()
