"""Readings as a table for people: one line a figure, with the words that state it beside it."""

from __future__ import annotations

from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from hasila.export import words
from hasila.export.bidi import ordered, printable, shaped
from hasila.model import Figure, Reading

# Below this many columns the slots stand in one cell instead of a column each.
_WIDE = 130
_NARROW_WORDS = 32
_NARROWEST_WORDS = 16
_STYLES = {"denied": "red", "hypothetical": "yellow", "prevented": "yellow"}


@dataclass(frozen=True, slots=True)
class Look:
    """How wide the table may be, whether it goes to a screen, and whether Arabic is to be put in drawing order."""

    width: int
    is_terminal: bool
    reorder: bool


def render(reading: Reading, look: Look) -> RenderableType:
    """Heading, figures and notes of one document."""
    parts: list[RenderableType] = [heading(reading, look)]
    if reading.figures:
        parts.append(_wide_table(reading, look) if look.width >= _WIDE else _narrow_table(reading, look))
    else:
        parts.append(Text("  no figures\n", style="dim"))
    parts.extend(
        Text(f"  note: {printable(note)}", style="yellow") for note in (*reading.document.notes, *reading.notes)
    )
    return Group(*parts)


def heading(reading: Reading, look: Look) -> Text:
    """``report-7 · headline · 2023-06-06 · ar · on the mission``"""
    document = reading.document
    facts = (
        str(document.published) if document.published else "no date",
        reading.lang,
        "on the mission" if reading.relevant else "not on the mission",
    )
    line = Text(printable(document.id), style="bold")
    line.append(f"  {' · '.join(facts)}", style="dim not bold")
    if document.title:
        line.append("\n")
        line.append(drawn(document.title, look.width, look).plain, style="not bold")
    return line


def _wide_table(reading: Reading, look: Look) -> Table:
    table = _empty_table()
    table.add_column("measure", no_wrap=True)
    table.add_column("figure", justify="right", no_wrap=True)
    for name in ("who", "against", "where", "when", "said by"):
        table.add_column(name, overflow="fold")
    space = max(_NARROW_WORDS, look.width // 3)
    table.add_column("in the words", overflow="fold", width=space if look.is_terminal else None)
    for figure in reading.figures:
        table.add_row(*_first_cells(figure), *_slots(figure), drawn(figure.evidence.text, space, look))
    return table


def _narrow_table(reading: Reading, look: Look) -> Table:
    table = _empty_table()
    space = max(_NARROWEST_WORDS, min(_NARROW_WORDS, look.width // 3))
    table.add_column("measure", overflow="fold", max_width=16)
    table.add_column("figure", justify="right", no_wrap=True)
    table.add_column("who, where, when, said by", overflow="fold")
    table.add_column("in the words", overflow="fold", width=space)
    for figure in reading.figures:
        table.add_row(*_first_cells(figure), _joined(figure), drawn(figure.evidence.text, space, look))
    return table


def _empty_table() -> Table:
    return Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=True, header_style="dim")


def _first_cells(figure: Figure) -> tuple[Text, Text]:
    style = _STYLES.get(figure.modality, "")
    return Text(words.measure(figure), style=style), Text(words.amount(figure), style=f"bold {style}".strip())


def _slots(figure: Figure) -> tuple[Text, ...]:
    slots = (words.who(figure), figure.target, words.where(figure), words.when(figure.period), figure.attribution)
    return tuple(Text(printable(slot or "")) for slot in slots)


def _joined(figure: Figure) -> Text:
    """The slots in one cell: "US forces → ISIS, Iraq, IQ, May 2023; says US Central Command"."""
    actors = " → ".join(part for part in (words.who(figure), figure.target) if part)
    stated = ", ".join(part for part in (actors, words.where(figure), words.when(figure.period)) if part)
    return Text(printable("; says ".join(part for part in (stated, figure.attribution) if part)))


def shown(text: str, look: Look) -> str:
    """A name or a few words inside a line, in the order in which the terminal has to draw them."""
    clean = printable(text)
    return ordered(shaped(clean)) if look.reorder else clean


def drawn(text: str, width: int, look: Look) -> Text:
    """``text`` on lines of at most ``width`` columns, each in the order in which the terminal has to draw it."""
    clean = printable(text)
    if not look.reorder:
        return Text(clean)
    return Text("\n".join(ordered(line) for line in _broken(shaped(clean), width)))


def _broken(text: str, width: int) -> list[str]:
    """Lines have to be broken before they are put in drawing order; afterwards their beginning is at their end."""
    return [line.plain.rstrip() for line in Text(text).wrap(Console(width=width), width)]
