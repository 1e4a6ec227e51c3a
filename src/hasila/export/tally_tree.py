"""What is behind a number as a tree for people: who says it, the sums, what hangs on the weights, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text
from rich.tree import Tree

from hasila.export import words
from hasila.export.bidi import printable
from hasila.export.table import Look, drawn, shown
from hasila.export.tally_table import STATES, amount, reading_note
from hasila.ledger import Decision
from hasila.tally.claim import Cell, Source
from hasila.tally.dating.infer import Candidate, Reason
from hasila.tally.explanation import CellTold, Fallen, FigureTold, Reckoned, Said, StatementTold, Told
from hasila.tally.linking.links import LinkPart
from hasila.tally.names import cell_name, scope_name, window_name
from hasila.tally.result import Conflict, Row, Statement
from hasila.tally.telling import arithmetic
from hasila.tally.voices import Voice

_VERDICTS = {"stands": "green", "set aside": "red", "undecided": "yellow"}
# What the branches of the tree take from the width of a line.
_BRANCHES = 24
_NARROWEST = 30
_RANKED = 4


def tree(told: Told, policy: str, look: Look) -> Tree:
    """The tree of a cell, a figure or a statement under the policy of that name."""
    if isinstance(told, CellTold):
        return _cell(told, policy, look)
    return _figure(told, policy, look) if isinstance(told, FigureTold) else _statement(told, look)


def _cell(told: CellTold, policy: str, look: Look) -> Tree:
    number = Text(amount(told.low, told.best, told.high), style="bold")
    state = told.state or "not stated"
    title = Text.assemble(_name(told.cell), ": ", number, "  ", (state, STATES.get(state, "dim")))
    if told.inferred:
        title.append(", of an inferred period", style="yellow")
    made = Tree(title)
    made.add(_dim(f"statement {told.statement}, policy {policy}"))
    for said in told.said:
        _add_said(made, said, look)
    for gone in told.gone:
        _add_voice(made.add(Text(f"{words_of(gone)}: {gone.verdict}, {gone.because}", style="red")), gone, look)
    if not told.said:
        made.add(_plain("nobody states it"))
    _add_sums(made, told.sums)
    if told.reading is not None and told.cell.measure == "operations":
        made.add(_plain(f"reading: {reading_note(told.reading, told.reason)}"))
    for placing in told.placed:
        _add_ranking(made, placing.candidates)
    _add_dependence(made, told)
    _add_conflicts(made, told.conflicts)
    return made


def _name(cell: Cell) -> str:
    return printable(f"{cell.series}: {cell_name(cell)}")


def words_of(voice: Voice) -> str:
    """The number of a claim, as its report qualifies it."""
    claim = voice.claim
    low, high = claim.low, claim.high
    number = "no number" if low is None and high is None else amount(low, None, high) if low != high else f"{low:,}"
    return f"{claim.qualifier} {number}" if claim.qualifier in ("about", "vague") else number


def _add_said(made: Tree, said: Said, look: Look) -> None:
    value = "no number" if said.value is None else f"{said.value:,}"
    witnesses = _count(said.witnesses, "witness", "independent witnesses")
    if len(said.voices) > said.witnesses:
        witnesses += f" in {len(said.voices)} documents"
    title = Text.assemble((value, "bold"), " ", (said.verdict, _VERDICTS.get(said.verdict, "dim")))
    title.append(f", weight {said.weight}, {witnesses}")
    branch = made.add(title)
    if said.because:
        branch.add(_plain(f"because {said.because}"))
    groups: dict[str, list[Voice]] = {}
    for voice in said.voices:
        groups.setdefault(voice.claim.witness, []).append(voice)
    for voices in sorted(groups.values(), key=lambda held: -max(voice.weight for voice in held)):
        _add_witness(branch, voices, look)


def _add_witness(branch: Tree, voices: Sequence[Voice], look: Look) -> None:
    """The heaviest of the copies in full, the others below it: they are one witness."""
    first, *others = sorted(voices, key=lambda voice: (-voice.weight, voice.source.published is None, voice.source.id))
    node = branch.add(Text(_document(first.source, look), style="cyan"))
    _add_voice(node, first, look)
    if others:
        copies = node.add(_dim(f"printed as well by {len(others)} more, which count as the same witness"))
        for other in others:
            _add_voice(copies.add(Text(_document(other.source, look), style="cyan")), other, look)


def _document(source: Source, look: Look) -> str:
    outlet = None if source.outlet is None else shown(source.outlet, look)
    facts = (outlet, source.standing, str(source.published) if source.published else "no date", source.lang)
    return f"{printable(source.id)} ({', '.join(fact for fact in facts if fact)})"


def _add_voice(node: Tree, voice: Voice, look: Look) -> None:
    claim = voice.claim
    width = max(_NARROWEST, look.width - _BRANCHES)
    node.add(drawn(f"“{voice.sentence}”", width, look))
    quoted = f"“{shown(claim.evidence.text, look)}”"
    who = claim.attribution or ("the issuer itself" if voice.source.standing == "official" else "nobody named")
    node.add(_plain(f"{quoted} in the {claim.evidence.field}: {claim.qualifier}, says {who}  ({claim.id})"))
    written = f"“{shown(voice.as_written, look)}” " if voice.as_written else ""
    node.add(_plain(f"period {written}{claim.basis}: {voice.basis}"))
    node.add(Text(f"weight {voice.weight}: {_grounds(voice)}"))
    for copy in voice.copies:
        node.add(_dim(f"copy of {_document(copy.source, look)}: {copy.why}"))
    for decision in voice.decisions:
        node.add(Text(_decided(decision), style="magenta"))


def _grounds(voice: Voice) -> str:
    first, *factors = voice.grounds
    parts = [
        f"{first.what} {first.weight:g} ({first.reason})",
        *(f"{one.what} ×{one.weight:g} ({one.reason})" for one in factors),
    ]
    return printable("; ".join(parts))


def _decided(decision: Decision) -> str:
    about = f" {decision.field}={decision.value}" if decision.field else ""
    at = f" on {decision.at:%Y-%m-%d %H:%M}" if decision.at else ""
    return printable(f"decided: {decision.action}{about} by {decision.who}{at}: {decision.why}")


def _add_sums(made: Tree, sums: Sequence[Reckoned]) -> None:
    if sums:
        branch = made.add(_plain("what other numbers add up to"))
        for one in sums:
            verdicts = [
                *(f"confirms {value:,}" for value in one.confirms),
                *(f"contradicts {value:,}" for value in one.contradicts),
            ]
            told = f": {', '.join(verdicts)}" if verdicts else ""
            branch.add(_plain(f"{arithmetic(one.sum)} = {one.given:,}{told}"))


def _add_dependence(made: Tree, told: CellTold) -> None:
    branch = made.add(_plain("how it hangs on the weights"))
    for line in _dependence(told):
        branch.add(_plain(line))


def _dependence(told: CellTold) -> Iterator[str]:
    one = told.dependence
    if told.conflicts and one.margin is not None:
        yield f"any other way out of the contradictions around it is at least {weight(one.margin)} heavier"
    if one.price is not None:
        yield f"any other number would be {weight(one.price)} heavier: {_fallen(one.instead, told.cell)}"
    elif told.low == told.high:
        yield "no claim would have to go for another number: it rests on an assumption"
    else:
        yield "the claims leave it open, whatever they weigh"


def _fallen(gone: Sequence[Fallen], cell: Cell) -> str:
    if not gone:
        return "an assumption would have to go"
    named = (
        f"{one.value if one.value is not None else 'what is said'} ({cell_name(one.cell, cell, True)})" for one in gone
    )
    return f"{', '.join(named)} would have to go"


def weight(thousandths: int) -> str:
    """A weight in thousandths, as the policies count.

    >>> weight(90_000), weight(1)
    ('90', '0.001')
    """
    return f"{thousandths / 1000:,.3f}".rstrip("0").rstrip(".")


def _add_conflicts(made: Tree, conflicts: Iterable[Conflict]) -> None:
    for conflict in conflicts:
        ways = (
            "one lightest way out"
            if len(conflict.ways_out) == 1
            else f"{len(conflict.ways_out)} equally light ways out"
        )
        branch = made.add(_plain(f"contradiction {conflict.id}: {ways} (see hasila conflicts)"))
        for way in conflict.ways_out:
            gone = "; ".join(f"set aside {one.value}: {one.because}" for one in way.set_aside)
            then = ", ".join(
                f"{cell_name(cell)}: {amount(low, None, high)}" for cell, (low, high) in way.implies.items()
            )
            branch.add(_plain(f"{gone} → {then} [weight {way.weight}]"))


def _figure(told: FigureTold, policy: str, look: Look) -> Tree:
    figure = told.figure
    made = Tree(Text(f"{told.id}  {words.measure(figure)} {words.amount(figure)}", style="bold"))
    made.add(Text(_document(told.source, look), style="cyan"))
    made.add(drawn(f"“{figure.evidence.text}”", max(_NARROWEST, look.width - _BRANCHES), look))
    made.add(_dim(f"rules {' → '.join(figure.trail) or 'none recorded'}"))
    if not told.cells:
        made.add(_plain(f"it claims nothing: {_why_not(told)}"))
    for cell in told.cells:
        made.children.append(_cell(cell, policy, look))
    return made


def _why_not(told: FigureTold) -> str:
    if told.figure.modality not in ("asserted", "denied"):
        return f"what it counts is {told.figure.modality}"
    return "somebody rejected it"


def _statement(told: StatementTold, look: Look) -> Tree:
    statement = told.statement
    made = Tree(Text.assemble((statement.id, "bold"), "  ", _title(statement)))
    note = None if statement.reading is None else reading_note(statement.reading, statement.reason)
    if note is not None:
        made.add(_plain(f"reading: {note}"))
    numbers = made.add(_plain("numbers"))
    for row in told.rows:
        numbers.add(_row(row))
    documents = made.add(_count(len(told.witnesses), "witness", "independent witnesses"))
    for sources in told.witnesses:
        node = documents.add(Text(_document(sources[0], look), style="cyan"))
        if sources[0].key in told.belongs:
            node.add(_plain(f"belongs here: {_parts(told.belongs[sources[0].key].parts)}"))
        for source in sources[1:]:
            why = next((link.why for link in told.links if source.key in (link.one, link.other)), "")
            node.add(_plain(f"the same text is printed by {_document(source, look)}: {why}"))
    _add_ranking(made, told.ranking)
    _add_conflicts(made, told.conflicts)
    for decision in told.decisions:
        made.add(Text(f"{decision.target[:16]} {_decided(decision)}", style="magenta"))
    return made


def _parts(parts: Iterable[LinkPart | Reason]) -> str:
    """What counts for and against, with its points: "fits +40 (48 operations)"."""
    return ", ".join(f"{part.name} {part.points:+} ({part.seen})" for part in parts)


def _add_ranking(made: Tree, ranking: Sequence[Candidate]) -> None:
    """The periods that figures without days could be of."""
    if ranking:
        branch = made.add(_plain("no day is said; the periods that its figures fit, the likeliest first"))
        for one in ranking[:_RANKED]:
            branch.add(_plain(f"{window_name(*one.period)}, {one.score:+}: {_parts(one.why)}"))


def _title(statement: Statement) -> str:
    where = f", {statement.place}" if statement.place else ""
    return printable(f"{statement.series}, {window_name(statement.start, statement.end)}{where}")


def _row(row: Row) -> Text:
    where = row.cell.place or scope_name(row.cell.scope)
    name = ", ".join(part for part in (where, row.cell.measure, row.cell.mode) if part)
    state = f"{row.state}, inferred" if row.inferred else row.state
    text = Text.assemble(
        printable(name), ": ", (amount(row.low, row.best, row.high), "bold"), "  ", (state, STATES[row.state])
    )
    for one in row.set_aside:
        text.append(printable(f"; not {one.value}: {one.because}"))
    return text


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _plain(text: str) -> Text:
    """Words of a report as they are: brackets in them are no instructions for the terminal."""
    return Text(printable(text))


def _dim(text: str) -> Text:
    return Text(printable(text), style="dim")
