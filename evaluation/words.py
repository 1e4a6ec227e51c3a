"""Figures and tables in words, for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def brief(figure: Mapping[str, Any]) -> str:
    """A figure, wanted or found, in one line.

    >>> brief({"measure": "killed", "low": 3, "high": None, "modality": "denied", "evidence": "3 dead"})
    'killed 3.. denied «3 dead»'
    """
    words = figure["evidence"] if isinstance(figure["evidence"], str) else figure["evidence"]["text"]
    modality = figure.get("modality", "asserted")
    said = "" if modality == "asserted" else f" {modality}"
    return f"{figure['measure']} {_value(figure['low'], figure['high'])}{said} «{' '.join(words.split())}»"


def _value(low: int | None, high: int | None) -> str:
    if low == high:
        return "vague" if low is None else str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Rows as columns: the first to the left, the others to the right.

    >>> print(aligned([("set", "F1"), ("press", "0.9")]))
    set     F1
    press  0.9
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(_cells(row, widths)).rstrip() for row in rows)


def _cells(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    cells = zip(row, widths, strict=True)
    return [cell.ljust(width) if at == 0 else cell.rjust(width) for at, (cell, width) in enumerate(cells)]
