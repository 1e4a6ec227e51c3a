"""What is behind a number, for programs: the tree of :mod:`hasila.export.tally_tree` as JSON."""

from __future__ import annotations

import json
from typing import Any

from hasila.export.tallies import cell_object, conflict_object, row_object
from hasila.ledger import Decision
from hasila.tally.claim import Source
from hasila.tally.dating.infer import Candidate
from hasila.tally.explanation import CellTold, Fallen, FigureTold, Reckoned, Said, StatementTold, Told
from hasila.tally.linking.links import Link
from hasila.tally.telling import arithmetic
from hasila.tally.voices import Voice


def told_json(told: Told, policy: str) -> str:
    """One object: ``{"kind": "cell"|"figure"|"statement", "policy": …, …}``."""
    return json.dumps({"policy": policy, **told_object(told)}, ensure_ascii=False, indent=1)


def told_object(told: Told) -> dict[str, Any]:
    """What is told, in plain types."""
    if isinstance(told, CellTold):
        return {"kind": "cell", **_cell(told)}
    return (
        {"kind": "figure", **_figure(told)}
        if isinstance(told, FigureTold)
        else {"kind": "statement", **_statement(told)}
    )


def _cell(told: CellTold) -> dict[str, Any]:
    return {
        **cell_object(told.cell),
        "statement": told.statement,
        "low": told.low,
        "best": told.best,
        "high": told.high,
        "state": told.state,
        "inferred": told.inferred,
        "said": [_said(one) for one in told.said],
        "taken_out": [_voice(one) for one in told.gone],
        "sums": [_reckoned(one) for one in told.sums],
        "reading": _reading(told.reading, told.reason),
        "weights": {
            "margin": told.dependence.margin,
            "price": told.dependence.price,
            "instead": [_instead(one) for one in told.dependence.instead],
        },
        "conflicts": [conflict_object(one, told.sources, {}) for one in told.conflicts],
        "period_ranking": [_candidate(one) for placing in told.placed for one in placing.candidates],
    }


def _reading(name: str | None, reason: str | None) -> dict[str, str | None] | None:
    return None if name is None else {"holds": name, "because": reason}


def _instead(one: Fallen) -> dict[str, Any]:
    return {**cell_object(one.cell), "value": one.value, "weight": one.weight, "claims": list(one.claims)}


def _said(said: Said) -> dict[str, Any]:
    return {
        "value": said.value,
        "verdict": said.verdict,
        "because": said.because,
        "weight": said.weight,
        "witnesses": said.witnesses,
        "claims": [_voice(one) for one in said.voices],
    }


def _voice(voice: Voice) -> dict[str, Any]:
    claim = voice.claim
    return {
        "claim": claim.id,
        **_source(voice.source),
        "witness": claim.witness,
        "low": claim.low,
        "high": claim.high,
        "qualifier": claim.qualifier,
        "modality": claim.modality,
        "attribution": claim.attribution,
        "field": claim.evidence.field,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "words": claim.evidence.text,
        "sentence": voice.sentence,
        "period": {"as_written": voice.as_written, "basis": claim.basis, "because": voice.basis},
        "verdict": voice.verdict,
        "because": voice.because,
        "weight": voice.weight,
        "weight_of": [{"what": one.what, "weight": one.weight, "because": one.reason} for one in voice.grounds],
        "copies": [{"document": one.source.id, "because": one.why} for one in voice.copies],
        "decisions": [_decision(one) for one in voice.decisions],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "document": source.id,
        "key": source.key,
        "outlet": source.outlet,
        "url": source.url,
        "published": source.published and source.published.isoformat(),
        "standing": source.standing,
    }


def _decision(one: Decision) -> dict[str, Any]:
    return {
        "target": one.target,
        "action": one.action,
        "field": one.field,
        "value": one.value,
        "who": one.who,
        "why": one.why,
        "at": one.at and one.at.isoformat(),
    }


def _reckoned(one: Reckoned) -> dict[str, Any]:
    return {
        "sum": f"{arithmetic(one.sum)} = {one.given}",
        "given": one.given,
        "confirms": list(one.confirms),
        "contradicts": list(one.contradicts),
        "terms": [{"factor": factor, **cell_object(cell), "value": value} for factor, cell, value in one.sum.terms],
    }


def _candidate(one: Candidate) -> dict[str, Any]:
    start, end = one.period
    return {
        "period": {"start": start and start.isoformat(), "end": end and end.isoformat()},
        "statement": one.statement,
        "score": one.score,
        "parts": [{"what": part.name, "points": part.points, "seen": part.seen} for part in one.why],
    }


def _link(link: Link) -> dict[str, Any]:
    parts = [{"what": part.name, "points": part.points, "seen": part.seen} for part in link.parts]
    return {"score": link.score, "parts": parts}


def _figure(told: FigureTold) -> dict[str, Any]:
    figure = told.figure
    return {
        "figure": told.id,
        **_source(told.source),
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier,
        "modality": figure.modality,
        "words": figure.evidence.text,
        "rules": list(figure.trail),
        "cells": [_cell(one) for one in told.cells],
    }


def _statement(told: StatementTold) -> dict[str, Any]:
    statement = told.statement
    sources = {source.key: source for source in statement.sources}
    return {
        "statement": statement.id,
        "series": statement.series,
        "start": statement.start and statement.start.isoformat(),
        "end": statement.end and statement.end.isoformat(),
        "place_name": statement.place,
        "reading": _reading(statement.reading, statement.reason),
        "rows": [row_object(row, sources) for row in told.rows],
        "witnesses": [[_source(source) for source in group] for group in told.witnesses],
        "copies": [
            {"one": link.one, "other": link.other, "kind": link.kind, "because": link.why} for link in told.links
        ],
        "belongs": [{"key": key, **_link(link)} for key, link in told.belongs.items()],
        "period_ranking": [_candidate(one) for one in told.ranking],
        "conflicts": [conflict_object(one, sources, {}) for one in told.conflicts],
        "decisions": [_decision(one) for one in told.decisions],
    }
