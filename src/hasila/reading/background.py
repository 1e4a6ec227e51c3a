"""What a report says beside its figures: dated facts, assessments and lines of effort, from one pass over its words."""

from __future__ import annotations

from collections.abc import Sequence

from hasila.model import Assessment, EffortMention, Fact, Quote
from hasila.reading.assessments import find_assessments
from hasila.reading.cast import Part
from hasila.reading.efforts import find_efforts
from hasila.reading.facts import find_facts
from hasila.reading.page import Page
from hasila.reading.wording import wordings


def background(
    page: Page, parts: list[Part], quotes: Sequence[Quote] = ()
) -> tuple[tuple[Fact, ...], tuple[Assessment, ...], tuple[EffortMention, ...]]:
    """The facts, assessments and lines of effort of a text; ``quotes`` tell who makes an assessment."""
    found = wordings(page)
    if not found:
        return (), (), ()
    return (
        tuple(find_facts(page, parts, found)),
        tuple(find_assessments(page, parts, found, quotes)),
        tuple(find_efforts(page, found)),
    )
