"""How far each outlet can be relied on: as a table for people, as JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hasila.export.bidi import printable
from hasila.export.table import Look, shown
from hasila.export.tallies import cell_object
from hasila.tally.names import cell_name
from hasila.tally.outlets import Fate, Fault, Judged, Outlet

_FATES: tuple[Fate, ...] = get_args(Fate)
_COLUMNS = ("outlet", "documents", "copies", "claims", *(fate.replace(" ", "_") for fate in _FATES), "share", "errors")
_UNEXPLAINED = "unexplained"


def outlet_table(outlets: Sequence[Outlet], look: Look) -> RenderableType:
    """One line an outlet; below, the typical errors of each that made some, with an example."""
    if not outlets:
        return Text("no documents")
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=True, header_style="dim")
    table.add_column("outlet", no_wrap=True)
    for name in ("documents", "copies", "claims", *_FATES, "stands"):
        table.add_column(name, justify="right", overflow="fold")
    for outlet in outlets:
        counts = (outlet.documents, outlet.copies, outlet.claims, *(outlet.fates.get(fate, 0) for fate in _FATES))
        share = "" if outlet.share is None else f"{outlet.share:.0%}"
        table.add_row(shown(outlet.name, look), *(str(count or "") for count in counts), share)
    parts: list[RenderableType] = [table]
    if any(outlet.faults for outlet in outlets):
        parts.append(Text("\ntypical errors", style="bold"))
    for outlet in outlets:
        parts += [
            Padding(Text(f"{shown(outlet.name, look)}: {_fault(fault)}"), (0, 0, 0, 1)) for fault in outlet.faults
        ]
    return Group(*parts)


def outlets_json(policy: str, outlets: Iterable[Outlet]) -> str:
    """``{"policy": …, "outlets": […]}``; each error with every claim in which it was made."""
    return json.dumps({"policy": policy, "outlets": [_object(one) for one in outlets]}, ensure_ascii=False, indent=1)


def outlets_csv(outlets: Iterable[Outlet]) -> str:
    """A header and one line an outlet; errors are "KIND: COUNT", joined by " | "."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for outlet in outlets:
        errors = " | ".join(f"{fault.kind or _UNEXPLAINED}: {len(fault.claims)}" for fault in outlet.faults)
        writer.writerow({**_counts(outlet), "errors": errors})
    return out.getvalue()


def _counts(outlet: Outlet) -> dict[str, Any]:
    return {
        "outlet": outlet.name,
        "documents": outlet.documents,
        "copies": outlet.copies,
        "claims": outlet.claims,
        **{fate.replace(" ", "_"): outlet.fates.get(fate, 0) for fate in _FATES},
        "share": None if outlet.share is None else round(outlet.share, 3),
    }


def _object(outlet: Outlet) -> dict[str, Any]:
    errors = [
        {
            "kind": fault.kind or _UNEXPLAINED,
            "count": len(fault.claims),
            "claims": [_claim(one) for one in fault.claims],
        }
        for fault in outlet.faults
    ]
    return {**_counts(outlet), "errors": errors}


def _claim(one: Judged) -> dict[str, Any]:
    other = one.slip.other if one.slip is not None else None
    return {
        "claim": one.claim.id,
        **cell_object(one.claim.cell),
        "said": one.claim.low if one.claim.low is not None else one.claim.high,
        "instead": one.instead,
        "of": None if other is None else cell_object(other),
    }


def _fault(fault: Fault) -> str:
    """An error with its first example: "period before ×3 (37 for 31: operations, Iraq and Syria, July 2023)"."""
    one = fault.claims[0]
    said = one.claim.low if one.claim.low is not None else one.claim.high
    instead = "" if one.instead is None else f" for {one.instead}"
    cell = printable(cell_name(one.claim.cell))
    return f"{fault.kind or _UNEXPLAINED} ×{len(fault.claims)} ({said}{instead}: {cell})"
