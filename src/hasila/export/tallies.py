"""A tally and its conflicts for programs: the JSON contract, and the same rows as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from hasila.tally.claim import Cell, Source
from hasila.tally.result import Conflict, Mismatch, Published, Row, SetAside, WayOut
from hasila.tally.telling import arithmetic

_COLUMNS = (
    "series", "start", "end", "place", "place_name", "measure", "mode", "low", "best", "high", "state", "inferred",
    "claims", "witnesses", "statement", "set_aside",
)  # fmt: skip

Sources = Mapping[str, Source]


def tally_json(tally: Published, rows: Iterable[Row]) -> str:
    """``{"policy": …, "rows": […]}``, one line to a row so that differences show."""
    lines = ",\n".join(json.dumps(row_object(row, tally.sources), ensure_ascii=False) for row in rows)
    return f'{{"policy": {json.dumps(tally.policy)}, "rows": [\n{lines}\n]}}' if lines else _nothing(tally.policy)


def tally_csv(tally: Published, rows: Iterable[Row]) -> str:
    """A header and one line a row; unknown is empty. What was set aside is "7 (report-3): why", joined by " | "."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_flat(row_object(row, tally.sources)) for row in rows)
    return out.getvalue()


def conflicts_json(conflicts: Iterable[Conflict], sources: Sources, sentences: Mapping[str, str]) -> str:
    """``{"conflicts": […]}``; ``sentences`` gives the sentence in which each claim (by id) stands."""
    made = [conflict_object(conflict, sources, sentences) for conflict in conflicts]
    return json.dumps({"conflicts": made}, ensure_ascii=False, indent=1)


def comparison_json(one: str, other: str, pairs: Iterable[tuple[Row | None, Row | None]]) -> str:
    """``{"policies": [one, other], "cells": […]}`` with the numbers under each policy, null where it has none."""
    cells = []
    for pair in pairs:
        cell = next(row.cell for row in pair if row is not None)
        numbers = [row and {"low": row.low, "best": row.best, "high": row.high, "state": row.state} for row in pair]
        cells.append({**cell_object(cell), one: numbers[0], other: numbers[1]})
    return json.dumps({"policies": [one, other], "cells": cells}, ensure_ascii=False, indent=1)


def row_object(row: Row, sources: Sources) -> dict[str, Any]:
    """A row in plain types."""
    return {
        **cell_object(row.cell),
        "low": row.low,
        "best": row.best,
        "high": row.high,
        "state": row.state,
        "inferred": row.inferred,
        "claims": row.claims,
        "witnesses": row.witnesses,
        "statement": row.statement,
        "set_aside": [_set_aside(one, sources) for one in row.set_aside],
        **({"sums": [arithmetic(one) for one in row.sums]} if row.sums else {}),
    }


def cell_object(cell: Cell) -> dict[str, Any]:
    """A cell in plain types; no period where neither of its ends is known."""
    period = {"start": _day(cell.start), "end": _day(cell.end)} if cell.start or cell.end else None
    return {
        "series": cell.series,
        "period": period,
        "place": cell.scope,
        "place_name": cell.place,
        "measure": cell.measure,
        "mode": cell.mode,
    }


def conflict_object(conflict: Conflict, sources: Sources, sentences: Mapping[str, str]) -> dict[str, Any]:
    """A conflict in plain types: what fails to add up, who says what in which words, and every lightest way out."""
    return {
        "id": conflict.id,
        "statement": conflict.statement,
        "cells": [cell_object(cell) for cell in conflict.cells],
        "sums": [_mismatch(one) for one in conflict.mismatches],
        "claims": [
            {
                "claim": claim.id,
                "document": _name(claim.document, sources),
                "witness": _name(claim.witness, sources),
                **cell_object(claim.cell),
                "low": claim.low,
                "high": claim.high,
                "words": claim.evidence.text,
                "sentence": sentences.get(claim.id),
            }
            for claim in conflict.claims
        ],
        "ways_out": [_way_out(way, sources) for way in conflict.ways_out],
        "margin": conflict.margin,
    }


def _mismatch(one: Mismatch) -> dict[str, Any]:
    said = f"{arithmetic(one.sum)} = {one.given}"
    return {**cell_object(one.cell), "said": one.said, "given": one.given, "sum": said}


def _way_out(way: WayOut, sources: Sources) -> dict[str, Any]:
    implied = [{**cell_object(cell), "low": low, "high": high} for cell, (low, high) in way.implies.items()]
    return {
        "weight": way.weight,
        "set_aside": [_set_aside(one, sources) for one in way.set_aside],
        "implies": implied,
    }


def _set_aside(one: SetAside, sources: Sources) -> dict[str, Any]:
    return {
        "claim": one.claims[0],
        "claims": list(one.claims),
        "value": one.value,
        "documents": [_name(key, sources) for key in one.documents],
        "because": one.because,
    }


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    period = row.pop("period") or {"start": None, "end": None}
    row.pop("sums", None)
    gone = (f"{one['value']} ({', '.join(one['documents'])}): {one['because']}" for one in row.pop("set_aside"))
    return {**row, **period, "set_aside": " | ".join(gone)}


def _name(key: str, sources: Sources) -> str:
    return sources[key].id if key in sources else key


def _nothing(policy: str) -> str:
    return json.dumps({"policy": policy, "rows": []})


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
