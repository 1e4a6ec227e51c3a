"""What was found in a ledger, for people."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from hasila.export.table import Look, shown
from hasila.search.finding import Found, Hit


def found_list(found: Found, look: Look) -> RenderableType:
    """The reports of a page: outlet, day and figures, the headline, and the words around what was found."""
    count = f"{found.total:,} {'report' if found.total == 1 else 'reports'}" if found.total else "nothing was found"
    order = f", {'the best' if found.ranked else 'the newest'} first" if found.total > 1 else ""
    pages = f", page {found.page} of {found.pages}" if found.pages > 1 else ""
    return Group(Text(f"{count}{order}{pages}"), *(_hit(one, look) for one in found.hits))


def _hit(one: Hit, look: Look) -> Text:
    document = one.document
    day = document.published.isoformat() if document.published else "undated"
    lines = [f"\n{shown(document.id, look)} ({shown(one.outlet, look)}, {day}, {one.figures} figures)"]
    lines += [f"  {shown(document.title, look)}"] if document.title else []
    before, after = "… " if one.text.start else "", "" if one.text.last else " …"
    lines.append(f"  {shown(f'{before}{one.text.text}{after}', look)}")
    return Text("\n".join(lines))
