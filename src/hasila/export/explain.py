"""How each figure came about: the words, every slot with what it rests on, and the rules in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from hasila.export import words
from hasila.export.bidi import ordered, printable, shaped
from hasila.model import Basis, Figure, Reading

_REASONS: dict[Basis, str] = {
    "stated": "the words of the figure say it",
    "carried": "handed down from words before it",
    "resolved": "worked out from the words and the day of publication",
    "inferred": "concluded, not said",
}


class _Slot(NamedTuple):
    label: str
    key: str
    value: str | None


def render(reading: Reading, reorder: bool) -> RenderableType:
    """A paragraph for each figure of one document."""
    return Group(*(_explained(figure, number, reorder) for number, figure in enumerate(reading.figures, start=1)))


def _explained(figure: Figure, number: int, reorder: bool) -> Text:
    text = Text()
    text.append(f"  {number}. {words.measure(figure)} {words.amount(figure)}", style="bold")
    text.append(f"  confidence {figure.confidence:.2f}\n", style="dim")
    for line in _lines(figure, reorder):
        text.append(f"     {line}\n")
    return text


def _lines(figure: Figure, reorder: bool) -> Iterator[str]:
    evidence = figure.evidence
    yield f"{'words':<10} {evidence.field}[{evidence.start}:{evidence.end}] {_drawn(evidence.text, reorder)}"
    for slot in _slots(figure, reorder):
        if slot.value:
            yield f"{slot.label:<10} {slot.value}{_because(figure, slot.key)}"
    yield f"{'rules':<10} {' → '.join(figure.trail) or 'none recorded'}"


def _slots(figure: Figure, reorder: bool) -> tuple[_Slot, ...]:
    """Every slot, in the order of the JSON."""
    place, period = figure.place, figure.period
    return (
        _Slot("measure", "measure", figure.measure),
        _Slot("number", "low", f"{words.amount(figure)} ({figure.qualifier})"),
        _Slot("modality", "modality", figure.modality),
        _Slot("kind", "kind", figure.kind),
        _Slot("subset", "subset", "yes, part of another figure" if figure.subset else None),
        _Slot("victim", "victim", figure.victim),
        _Slot("actor", "actor", _clean(figure.actor)),
        _Slot("partners", "partners", _clean(", ".join(figure.partners))),
        _Slot("mode", "mode", figure.mode),
        _Slot("target", "target", _clean(figure.target)),
        _Slot("place", "place", _quoted(words.where(figure), place.as_written if place else None, reorder)),
        _Slot("period", "period", _quoted(words.when(period), period.as_written if period else None, reorder)),
        _Slot("said by", "attribution", _clean(figure.attribution)),
    )


def _because(figure: Figure, key: str) -> str:
    """What a slot rests on, and why: "[resolved: publication date]"."""
    basis = figure.basis.get(key)
    if basis is None:
        return ""
    told = figure.period.basis if key == "period" and figure.period else ""
    return f"  [{basis}: {told if told and told != basis else _REASONS[basis]}]"


def _quoted(value: str, as_written: str | None, reorder: bool) -> str:
    quoted = f" “{_drawn(as_written, reorder)}”" if value and as_written else ""
    return f"{printable(value)}{quoted}"


def _clean(value: str | None) -> str | None:
    return printable(value) if value else None


def _drawn(text: str, reorder: bool) -> str:
    clean = printable(text)
    return ordered(shaped(clean)) if reorder else clean
