"""Dated background facts, assessments and lines of effort. Placeholder until its cues stand."""

from __future__ import annotations

from collections.abc import Sequence

from hasila.model import Assessment, EffortMention, Fact, Quote
from hasila.reading.cast import Part
from hasila.reading.page import Page


def background(page: Page, parts: list[Part], quotes: Sequence[Quote] = ()) -> tuple[tuple[Fact, ...], tuple[Assessment, ...], tuple[EffortMention, ...]]:
    return (), (), ()
